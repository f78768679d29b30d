//! The sentences tell nothing but what the tables say: every number in them is counted again, the simple way.

use crate::common::{languages, library, source};
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::actuals::Actual;
use shigoto_widgets::data::kpi::{Kpi, KpiKind, Period};
use shigoto_widgets::data::lq::{Labels, LqTable};
use shigoto_widgets::id::{Base, IndustryId, KpiId, NodeCode};
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::locale::{Key, Lang, fixed, grouped, sentence};
use shigoto_widgets::model::cross_swot::reach;
use shigoto_widgets::model::insight;
use shigoto_widgets::widget::kpi::{Action, State};

fn langs() -> impl Iterator<Item = Lang> {
    languages().all()
}

/// The numbers in a text, in order of size.
pub fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',');
    let mut found: Vec<String> =
        runs.map(|run| run.trim_matches(['.', ','])).filter(|r| !r.is_empty()).map(str::to_owned).collect();
    found.sort();
    found
}

/// Asserts that a sentence holds the numbers of its templates and `told`, and nothing else.
fn check_numbers(sentence: &str, lang: Lang, keys: &[Key], told: &[String]) {
    let sentence = &words(sentence);
    // Forms of one and many hold no number.
    let templates: String = keys.iter().map(|key| words(lang.text(*key)) + " ").collect();
    let mut expected = [numbers(&templates), told.iter().flat_map(|text| numbers(text)).collect()].concat();
    expected.sort();
    assert_eq!(numbers(sentence), expected, "{sentence}");
    assert!(!sentence.contains(['{', '}']) && !sentence.contains("「」") && !sentence.trim().is_empty(), "{sentence}");
}

/// What one column of a table says, counted the simple way.
struct Column<'a> {
    /// Above, about the same, below.
    sides: [usize; 3],
    top: (&'a str, f64),
    alone: Vec<(&'a str, f64)>,
    split: Option<(&'a str, f64)>,
}

/// A printed quotient in whole hundredths, so that 0.90 and 1.10 are where they are printed.
fn hundredths(quotient: f64) -> u32 {
    format!("{quotient:.2}").replace('.', "").parse().unwrap()
}

fn read<'a>(data: &'a Dataset, table: &'a LqTable, column: usize) -> Column<'a> {
    let mut told = Column { sides: [0; 3], top: ("", -1.0), alone: Vec::new(), split: None };
    for row in &table.rows {
        let heading = if table.labels == Labels::Doubtful { row.presumed.as_ref().unwrap() } else { &row.industry };
        let own = row.value(column).unwrap();
        let side = match hundredths(own) {
            111.. => 0,
            90..=110 => 1,
            _ => 2,
        };
        told.sides[side] += 1;
        if own > told.top.1 {
            told.top = (heading.as_str(), own);
        }
        if hundredths(own) > 110
            && row.values.iter().enumerate().all(|(other, value)| other == column || value.published().unwrap() <= 1.0)
        {
            told.alone.push((heading.as_str(), own));
        }
    }
    let other = match table.base {
        Base::Output => Base::Employees,
        Base::Employees => Base::Output,
        Base::Establishments => return told,
    };
    let mut widest = 0.0;
    for link in data.links.crosswalk.iter().filter(|link| link.exact) {
        let sides =
            if other == Base::Employees { (&link.output, &link.employees) } else { (&link.employees, &link.output) };
        let ([own], [met]) = (&sides.0[..], &sides.1[..]) else { continue };
        let Some((_, value)) = told.alone.iter().find(|(industry, _)| *industry == own.as_str()) else { continue };
        let row = data.lq.table(other).unwrap().rows.iter().find(|row| row.industry == *met).unwrap();
        let met_value = row.value(column).unwrap();
        if hundredths(met_value) < 90 && value - met_value > widest {
            widest = value - met_value;
            told.split = Some((met.as_str(), met_value));
        }
    }
    told
}

#[test]
fn every_number_about_a_city_is_true() {
    let data = library().dataset;
    for (table, (column, city)) in
        data.lq.tables.iter().flat_map(|t| data.lq.cities.iter().enumerate().map(move |c| (t, c)))
    {
        let told = read(&data, table, column);
        for lang in langs() {
            let is_doubtful = table.labels == Labels::Doubtful;
            let sentence = sentence::lq(lang, &data, table, &city.id, true);
            assert!(is_doubtful || sentence == sentence::lq(lang, &data, table, &city.id, false));
            assert!(!told.sides.contains(&0), "the print has industries on each side");
            let mut keys = vec![Key::LqSides, Key::LqTop];
            let mut numbers = vec![fixed(told.top.1, 2), table.rows.len().to_string()];
            numbers.extend(told.sides.map(|count| count.to_string()));
            keys.extend(is_doubtful.then_some(Key::LqReread));
            if !told.alone.is_empty() {
                keys.push(Key::LqAlone);
                numbers.push(data.lq.cities.len().to_string());
                numbers.extend(told.alone.iter().map(|(_, value)| fixed(*value, 2)));
            }
            if let Some((_, value)) = told.split {
                keys.push(if table.base == Base::Output { Key::LqSplit } else { Key::LqSplitOutput });
                numbers.push(fixed(value, 2));
            }
            check_numbers(&sentence, lang, &keys, &numbers);
            let mut names = told.alone.iter().chain([&told.top]).chain(&told.split).map(|(name, _)| *name);
            assert!(lang != source() || names.all(|name| sentence.contains(name)), "{sentence}");
        }
    }
}

#[test]
fn nothing_is_concluded_from_doubtful_headings() {
    let data = library().dataset;
    let table = data.lq.table(Base::Establishments).unwrap();
    assert_eq!(table.labels, Labels::Doubtful);
    let rows = || data.lq.tables.iter().flat_map(|table| &table.rows);
    let headings: BTreeSet<&str> =
        rows().flat_map(|row| [Some(&row.industry), row.presumed.as_ref()]).flatten().map(IndustryId::as_str).collect();
    for lang in langs() {
        for city in &data.lq.cities {
            assert_eq!(insight::lq(&data.lq, table, &city.id, false), None);
            let told = sentence::lq(lang, &data, table, &city.id, false);
            assert!(
                !told.is_empty() && numbers(&told).is_empty() && !headings.iter().any(|name| told.contains(name)),
                "{told}"
            );
            let reread = sentence::lq(lang, &data, table, &city.id, true);
            assert!(reread.starts_with(lang.text(Key::LqReread)) && !lang.text(Key::LqReread).is_empty());
        }
    }
}

#[test]
fn information_services_are_told_with_their_other_side() {
    let data = library().dataset;
    let aomori = &data.lq.focus_city;
    let told = sentence::lq(source(), &data, data.lq.table(Base::Output).unwrap(), aomori, false);
    let sides = "18産業のうち8産業が全国を上回り、5産業がほぼ同じ（0.9～1.1）、5産業が下回ります。最も高いのは金融・保険業（1.64）です。";
    assert!(told.starts_with(&format!("生産額で見ると、青森市は{sides}")), "{told}");
    let alone = told.find("情報通信業（1.50）").expect(&told);
    let split = told.find("0.63").expect(&told);
    assert!(
        alone < split && told[alone..].contains("就業者") && told[alone..].contains("7市のうち青森市だけ"),
        "{told}"
    );
    for city in data.lq.cities.iter().filter(|city| city.id != *aomori) {
        let told = sentence::lq(source(), &data, data.lq.table(Base::Output).unwrap(), &city.id, false);
        assert!(!told.contains("情報通信業"), "{told}");
    }
}

fn nodes(data: &Dataset) -> impl Iterator<Item = NodeCode> {
    let strategies = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let factors = data.swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let issues = data.swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone()));
    factors.chain(strategies.map(|s| NodeCode::Strategy(s.code))).chain(issues)
}

#[test]
fn every_number_about_the_matrix_is_true() {
    let data = library().dataset;
    let links = &data.links;
    for (lang, node) in langs().flat_map(|lang| nodes(&data).map(move |node| (lang, node))) {
        let told = sentence::swot(lang, &data.swot, Some(&node), &reach(links, &node));
        let name = |code: &_| data.swot.issues.iter().find(|issue| issue.code == *code).unwrap().name.clone();
        let (key, numbers) = match &node {
            NodeCode::Factor(code) => {
                let met: Vec<_> = links.factor_strategy.iter().filter(|l| l.from == *code).map(|l| l.to).collect();
                let issues = links.strategy_issue.iter().filter(|l| met.contains(&l.from)).map(|l| &l.to);
                let names: BTreeSet<String> = issues.map(name).collect();
                assert!(names.iter().all(|name| told.contains(name)), "{told}");
                let own = data.swot.factors.iter().find(|factor| factor.code == *code).unwrap();
                let numbers =
                    [names.into_iter().collect(), vec![code.to_string(), own.name.clone(), met.len().to_string()]]
                        .concat();
                (Key::SwotFactor, numbers)
            }
            NodeCode::Strategy(code) => {
                let factors = links.factor_strategy.iter().filter(|l| l.to == *code).map(|l| l.from.to_string());
                let issues = links.strategy_issue.iter().filter(|l| l.from == *code).map(|l| name(&l.to));
                let numbers: Vec<String> = factors.chain(issues).chain([code.to_string()]).collect();
                assert!(numbers.iter().all(|part| told.contains(part)), "{told}");
                let own = data.swot.quadrants.iter().flat_map(|q| &q.strategies).find(|s| s.code == *code).unwrap();
                (Key::SwotStrategy, [numbers, vec![own.text.clone()]].concat())
            }
            NodeCode::Issue(code) => {
                let met: Vec<_> = links.strategy_issue.iter().filter(|l| l.to == *code).map(|l| l.from).collect();
                let factors: BTreeSet<_> =
                    links.factor_strategy.iter().filter(|l| met.contains(&l.to)).map(|l| l.from).collect();
                let measures = links.issue_measure.iter().filter(|l| l.from == *code).count();
                (Key::SwotIssue, [met.len(), factors.len(), measures].map(|count| count.to_string()).into())
            }
        };
        check_numbers(&told, lang, &[key], &numbers);
    }
    for lang in langs() {
        let told = sentence::swot(lang, &data.swot, None, &reach(links, &"DX".parse().unwrap()));
        check_numbers(&told, lang, &[Key::SwotOverview], &["3", "3", "4", "4", "11", "4"].map(str::to_owned));
    }
}

/// The sentence about a pillar's KPIs (0: all), every KPI judged the simple way by its one reading, of 2025.
fn kpi_sentence(lang: Lang, data: &Dataset, pillar: u8, year: u16) -> String {
    let is_shown = |kpi: &Kpi| pillar == 0 || kpi.places[0].measure.as_str().starts_with(&pillar.to_string());
    let (mut of, mut goals, mut standing) = (0, [0; 2], [0; 7]);
    for kpi in data.kpi.kpis.iter().filter(|kpi| is_shown(kpi)) {
        let (from, to, start) = (kpi.baseline.value, kpi.target.value, f64::from(kpi.baseline.period.year));
        let pace = from + (to - from) * (2025.0 - start) / (2033.0 - start);
        let actual = data.actuals.iter().find(|actual| actual.id == kpi.id && year >= 2025).map(|a| a.value);
        // A pace is judged as it is shown.
        let digits = 10f64.powi(i32::from(kpi.decimals));
        let is_few = kpi.decimals == 0 && from < 10.0 && to < 10.0;
        let pace = (pace * digits).round() / digits;
        let stands = match (actual, kpi.kind) {
            (None, _) => 6,
            (Some(actual), KpiKind::Maintain) => 4 + usize::from(actual < to),
            (Some(actual), _) if actual >= to => 0,
            (Some(_), _) if is_few => 3,
            (Some(actual), _) => 1 + usize::from(actual < pace),
        };
        of += 1;
        goals[usize::from(kpi.kind == KpiKind::Maintain)] += 1;
        standing[stands] += 1;
    }
    let kinds = [Key::KpiRaise, Key::KpiMaintain].into_iter().zip(goals);
    let statuses = [
        Key::StatusAchieved,
        Key::StatusOnPace,
        Key::StatusBehind,
        Key::StatusNotReached,
        Key::StatusHeld,
        Key::StatusBelow,
        Key::StatusNone,
    ];
    let first = told_of(lang, [Key::KpiOverview, Key::KpiSame, Key::KpiOne, Key::KpiPart], kinds, year);
    if standing[6] == of {
        return first + lang.text(Key::KpiNoReading);
    }
    let keys = [Key::KpiCounts, Key::KpiCountsSame, Key::KpiCountsOne, Key::KpiCount];
    first + &told_of(lang, keys, statuses.into_iter().zip(standing), year)
}

/// Of several kinds, of one kind, of one alone.
fn told_of(lang: Lang, keys: [Key; 4], counts: impl Iterator<Item = (Key, usize)>, year: u16) -> String {
    let counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    let of: usize = counts.iter().map(|(_, count)| count).sum();
    let part =
        |(key, count): &(Key, usize)| lang.fill(keys[3], &[("kind", lang.text(*key)), ("count", &count.to_string())]);
    let parts: Vec<String> = counts.iter().map(part).collect();
    let (last, rest) = parts.split_last().unwrap();
    let all = if rest.is_empty() {
        last.clone()
    } else {
        rest.join(lang.text(Key::ListComma)) + lang.text(Key::ListAnd) + last
    };
    let key = keys[match counts.len() {
        1 if of == 1 => 2,
        1 => 1,
        _ => 0,
    }];
    let values = [("of", of.to_string()), ("year", year.to_string()), ("parts", all)];
    let mut values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    values.push(("kind", lang.text(counts[0].0)));
    lang.fill(key, &values)
}

#[test]
fn every_number_about_the_kpis_is_true() {
    let mut data = library().dataset;
    let plain = data.clone();
    for (index, kpi) in plain.kpi.kpis.iter().enumerate().filter(|(index, _)| index % 4 > 0) {
        let (from, to) = (kpi.baseline.value, kpi.target.value);
        let value = [to, from * 0.99, from + (to - from) * 0.5][index % 4 - 1];
        let (id, period) = (kpi.id.clone(), Period { year: 2025, is_fiscal: true });
        data.actuals.push(Actual { id, period, value, source: String::new(), note: String::new(), line: 2 });
    }
    let choices = || langs().flat_map(|lang| (0..=5).flat_map(move |p| (2024..=2033).map(move |y| (lang, p, y))));
    for (data, (lang, pillar, year)) in [&plain, &data].into_iter().flat_map(|d| choices().map(move |c| (d, c))) {
        let mut state = State::new(data, year);
        state.update(Action::Pillar((pillar > 0).then_some(pillar)));
        let is_shown = |id: &KpiId| data.kpi.kpis.iter().any(|kpi| kpi.id == *id && state.shows(kpi));
        let readings: Vec<_> = state.readings(data).into_iter().filter(|reading| is_shown(&reading.id)).collect();
        let told = sentence::kpi(lang, insight::kpi(readings.iter()), year);
        assert_eq!(told, kpi_sentence(lang, data, pillar, year));
        let told = words(&told);
        assert!(!told.contains(['{', '}']) && told.contains(&readings.len().to_string()));
        assert!(sentence::year_text(lang, year).contains(&year.to_string()));
    }
}

#[test]
fn every_language_has_the_same_holes_to_fill() {
    let holes = |text: &str| -> BTreeSet<String> {
        assert!(text.matches('{').count() == text.matches('}').count(), "{text}");
        let names = text.split('{').skip(1).map(|rest| rest.split_once('}').expect(text).0.to_owned());
        // A word and its reading.
        names.filter(|name| !name.contains('|')).collect()
    };
    let texts = |tag: &str| -> BTreeMap<String, String> {
        let text = crate::common::file(&format!("interface/{tag}.json"));
        let groups = serde_json::from_str::<BTreeMap<String, BTreeMap<_, _>>>(&text).unwrap();
        groups.into_values().flatten().collect()
    };
    let japanese = texts("ja");
    for (tag, (key, text)) in
        languages().tags().into_iter().flat_map(|tag| texts(tag).into_iter().map(move |entry| (tag, entry)))
    {
        assert_eq!(holes(&text), holes(&japanese[&key]), "{tag}: {key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn numbers_are_written_as_the_standard_library_would(value in -1e9..1e9f64, shift in 0i32..9, decimals in 0u8..=6) {
        let value = value / 10f64.powi(shift);
        prop_assume!(((value.abs() * 10f64.powi(decimals.into())).fract() - 0.5).abs() > 0.07, "not near a tie");
        let std = format!("{value:.*}", usize::from(decimals));
        let is_zero = !std.contains(|letter: char| ('1'..='9').contains(&letter));
        let expected = std.strip_prefix('-').filter(|_| is_zero).unwrap_or(&std).to_owned();
        prop_assert_eq!(fixed(value, decimals), expected.clone());
        let told = grouped(value, decimals);
        prop_assert_eq!(told.replace(',', ""), expected);
        let whole = told.split('.').next().unwrap().trim_start_matches('-');
        for (index, group) in whole.split(',').enumerate() {
            prop_assert!(if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }, "{}", told);
        }
    }
}

#[test]
fn at_most_six_decimals_are_written() {
    assert_eq!([fixed(0.5, 12), fixed(1.25, 7), grouped(1234.5, 7)], ["0.500000", "1.250000", "1,234.500000"]);
}
