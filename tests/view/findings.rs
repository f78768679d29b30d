//! What stands over a site's first picture: true of the numbers under it, in every language, whatever the numbers.

use crate::common::{languages, ours, town, with_quotients as with};

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::actuals::Actual;
use shigoto_widgets::data::kpi::{Kpi, KpiKind, Period};
use shigoto_widgets::data::lq::Labels;
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::{Key, Lang, finding, fixed, ruby, sentence, short_name};
use shigoto_widgets::model::pairs;

fn said(lang: Lang, data: &Dataset) -> [String; 2] {
    let data = lang.translated(data);
    let found = finding::hero(lang, &data, pairs::of(&data, &data.lq.focus_city).as_ref());
    [found.title, found.sub].map(|text| ruby::words(&text))
}

/// The focus city's exact pairs, read from the tables without the model: industry, output, employees.
fn read(data: &Dataset) -> Vec<(String, f64, f64)> {
    let column = data.lq.cities.iter().position(|city| city.id == data.lq.focus_city).unwrap();
    let of = |base: Base, name: &str| {
        let table = data.lq.tables.iter().find(|table| table.base == base)?;
        table.rows.iter().find(|row| row.industry.as_str() == name)?.values[column].published()
    };
    let links =
        data.links.crosswalk.iter().filter(|link| link.exact && link.output.len() == 1 && link.employees.len() == 1);
    links
        .filter_map(|link| {
            let name = link.output[0].as_str();
            Some((name.to_owned(), of(Base::Output, name)?, of(Base::Employees, link.employees[0].as_str())?))
        })
        .collect()
}

/// The industries on both sides of "about the same", and how many times one count is the other.
fn stories(data: &Dataset) -> Vec<(String, f64)> {
    let apart = |(name, output, employees): (String, f64, f64)| {
        let (low, high) = if output < employees { (output, employees) } else { (employees, output) };
        (low > 0.0 && low < 0.9 && high > 1.1).then(|| (name, high / low))
    };
    read(data).into_iter().filter_map(apart).collect()
}

#[test]
fn of_the_print_it_is_what_a_reader_would_tell_a_friend() {
    let data = ours();
    let find = |tag: &str| languages().find(tag).unwrap();
    let [title, sub] = said(find("ja"), &data);
    assert_eq!(title, "情報通信業、稼ぎは全国の1.5倍、人は0.6倍");
    assert!(sub.ends_with("稼ぎで1を上回るのは、7市で青森市だけ。"), "{sub}");
    let [title, _] = said(find("en"), &data);
    assert_eq!(title, "Information and communications: 1.5× Japan as a whole by output, 0.6× by workers");
    let [title, _] = said(find("ja-easy"), &data);
    assert_eq!(title, "情報通信業は、お金は全国の1.5倍、人は0.6倍");
}

#[test]
fn where_nothing_stands_out_it_asks() {
    for (value, what) in [(1.0, "all the same"), (1.1, "about the same"), (0.0, "nothing")] {
        for lang in languages().all() {
            assert_eq!(said(lang, &with(&[value]))[0], ruby::words(lang.text(Key::PageLqLead)), "{what}");
        }
    }
    let mut data = ours();
    data.lq.tables.clear();
    for lang in languages().all() {
        assert_eq!(said(lang, &data)[0], ruby::words(lang.text(Key::PageLqLead)), "no table");
    }
}

#[test]
fn one_table_alone_still_has_a_headline_and_no_picture() {
    let mut data = ours();
    data.lq.tables.retain(|table| table.base == Base::Output);
    assert!(pairs::of(&data, &data.lq.focus_city).is_none());
    assert_eq!(said(languages().source(), &data)[0], "青森市でいちばん高い産業は、金融・保険業（1.64）");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Over each city and table stands the one highest industry, read from the table alone, or nothing.
    #[test]
    fn the_heading_over_a_table_is_its_highest_industry(values in proptest::collection::vec(0.0..3.0_f64, 1..60), is_reread: bool) {
        let values: Vec<f64> = values.into_iter().map(|value| (value * 10.0).round() / 10.0).collect();
        let data = with(&values);
        for lang in languages().all() {
            let data = lang.translated(&data);
            for (table, (column, city)) in data.lq.tables.iter().flat_map(|table| data.lq.cities.iter().enumerate().map(move |city| (table, city))) {
                let said = sentence::lq_heading(lang, &data, table, &city.id, is_reread).map(|said| ruby::words(&said));
                let cells = || table.rows.iter().map(|row| (row.industry.as_str(), row.values[column].published().unwrap()));
                let most = cells().map(|(_, value)| value).fold(0.0, f64::max);
                let tops: Vec<_> = cells().filter(|(_, value)| *value == most).collect();
                let is_told = tops.len() == 1 && most > 1.1 && (is_reread || table.labels == Labels::Sound);
                // Read anew, a doubtful table has other names at its rows.
                prop_assert_eq!(said.is_some(), is_told, "{:?}: {:?}", said, tops);
                if let Some(said) = said {
                    prop_assert!(said.contains(&fixed(most, data.lq.decimals)) && said.contains(&ruby::words(&city.name)), "{said}");
                    if table.labels == Labels::Sound {
                        prop_assert!(said.contains(&ruby::words(lang.name(tops[0].0))), "{said}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_row_that_the_headline_names_is_marked() {
    for data in [ours(), town().dataset] {
        let (pairs, lang) = (pairs::of(&data, &data.lq.focus_city).unwrap(), languages().source());
        let row = finding::marked(&data, &pairs).unwrap();
        assert!(said(lang, &data)[0].contains(pairs.rows[row].output.0.as_str()));
    }
    let even = with(&[1.0]);
    assert_eq!(finding::marked(&even, &pairs::of(&even, &even.lq.focus_city).unwrap()), None);
}

#[test]
fn an_invented_town_has_its_own() {
    let data = town().dataset;
    for lang in languages().all() {
        for text in said(lang, &data) {
            assert!(!text.is_empty() && !text.contains(['{', '}', '|']), "{text}");
            assert!(!text.contains("青森") && !text.contains("Aomori"), "{text}");
        }
    }
}

#[test]
fn a_city_alone_is_told_only_where_all_others_are_known_to_lie_lower() {
    let mut data = ours();
    let row = data.lq.tables[0].rows.iter_mut().find(|row| row.industry.as_str() == "情報通信業").unwrap();
    row.values[5] = None.into();
    assert!(!said(languages().source(), &data)[1].contains("だけ"));
}

#[test]
fn ways_name_the_key_issue_that_is_ahead_or_count() {
    let (mut data, source) = (ours(), languages().source());
    assert_eq!(finding::directions(source, &data).unwrap(), "11の方向のうち、5つがDX分野へ");
    let first = data.links.strategy_issue.iter().find(|link| link.to.as_str() == "tourism").unwrap().clone();
    for _ in 0..2 {
        data.links.strategy_issue.push(first.clone());
    }
    assert_eq!(finding::directions(source, &data).unwrap(), "11の方向から、4つの重要課題へ");
    data.swot.quadrants.clear();
    assert_eq!(finding::directions(source, &data), None);
    assert_eq!(
        finding::goals(source, &data).unwrap(),
        "主要宿泊施設外国人宿泊客数（延べ人数）は2.6倍へ。16の目標、実績はこれから"
    );
    // What may be a running total comes only where no yearly level is told.
    data.kpi.kpis.retain(|kpi| kpi.kind != KpiKind::Raise);
    assert_eq!(finding::goals(source, &data).unwrap(), "スマート農業機器導入件数は3.0倍へ。9の目標、実績はこれから");
    data.kpi.kpis.retain(|kpi| kpi.kind == KpiKind::Maintain);
    assert_eq!(finding::goals(source, &data).unwrap(), "5の指標。保つ5");
    data.kpi.kpis.clear();
    assert_eq!(finding::goals(source, &data), None);
}

/// Readings of a year after every baseline, each a number of tenths of its KPI's target.
fn read_at(mut data: Dataset, tenths: &[Option<u8>]) -> Dataset {
    data.actuals.clear();
    for (kpi, tenths) in data.kpi.kpis.iter().zip(tenths) {
        let Some(tenths) = tenths else { continue };
        let value = kpi.target.value * f64::from(*tenths) / 10.0;
        let period = Period { year: 2026, is_fiscal: true };
        let (source, note) = (String::new(), String::new());
        data.actuals.push(Actual { id: kpi.id.clone(), period, value, source, note, line: 0 });
    }
    data
}

#[test]
fn published_results_become_the_finding() {
    let find = |tag: &str| languages().find(tag).unwrap();
    let two = read_at(ours(), &[None, Some(10), None, Some(2)]);
    assert_eq!(finding::goals(find("ja"), &two).unwrap(), "16の目標のうち、実績が公表されたのは2つ。1つが目標の水準に");
    assert_eq!(finding::goals(find("en"), &two).unwrap(), "Results for 2 of 16 targets: 1 is at the target");
    let none = read_at(ours(), &[None, None, None, Some(2)]);
    assert!(finding::goals(find("ja"), &none).unwrap().ends_with("目標の水準にあるものはない"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_headline_is_true_of_any_numbers(hundredths in prop::collection::vec(0u16..400, 1..40)) {
        let data = with(&hundredths.iter().map(|value| f64::from(*value) / 100.0).collect::<Vec<_>>());
        let stories = stories(&data);
        let widest = stories.iter().map(|(_, times)| *times).fold(0.0, f64::max);
        for lang in languages().all() {
            let [title, sub] = said(lang, &data);
            prop_assert!(!title.is_empty() && !title.contains(['{', '}']) && !sub.contains(['{', '}']), "{title} {sub}");
            let told = |name: &str, output: f64, employees: f64| {
                let name = ruby::words(short_name(lang.name(name)));
                let times = |value: f64| if value < 0.05 { fixed(value, 2) } else { fixed(value, 1) };
                title.starts_with(&name) && title.contains(&times(output)) && title.contains(&times(employees))
            };
            let widest_told = read(&data).into_iter().any(|(name, output, employees)| {
                let own = stories.iter().find(|(story, _)| *story == name);
                own.is_some_and(|(_, times)| *times > widest - 1e-9) && told(&name, output, employees)
            });
            prop_assert_eq!(widest_told, !stories.is_empty(), "{}", title);
        }
    }

    #[test]
    fn goals_are_true_of_any_targets_and_results(
        targets in prop::collection::vec((0u16..50, 0u16..150), 1..16),
        tenths in prop::collection::vec(prop::option::weighted(0.3, 0u8..14), 16),
    ) {
        let mut data = ours();
        data.kpi.kpis.truncate(targets.len());
        for (kpi, (baseline, target)) in data.kpi.kpis.iter_mut().zip(&targets) {
            let target = if kpi.kind == KpiKind::Maintain { baseline } else { target };
            (kpi.baseline.value, kpi.target.value) = (f64::from(*baseline), f64::from(*target));
        }
        let data = read_at(data, &tenths);
        let value = |kpi: &Kpi| data.actuals.iter().find(|actual| actual.id == kpi.id).map(|actual| actual.value);
        let of = |kpi: &&Kpi| value(kpi).is_some_and(|value| {
            let falls = kpi.target.value < kpi.baseline.value;
            if falls { value <= kpi.target.value } else { value >= kpi.target.value - 1e-9 }
        });
        let (told, met) = (data.actuals.len(), data.kpi.kpis.iter().filter(of).count());
        let most = |kind: KpiKind| {
            let kpis = data.kpi.kpis.iter().filter(|kpi| kpi.kind == kind && kpi.baseline.value > 0.0);
            kpis.map(|kpi| kpi.target.value / kpi.baseline.value).fold(0.0, f64::max)
        };
        // A yearly level where one rises; between 1 and 1.01 it depends on the decimals whether it does.
        let most = match most(KpiKind::Raise) {
            yearly if yearly > 1.01 => yearly,
            yearly if yearly <= 1.0 => most(KpiKind::Unstated),
            _ => 0.0,
        };
        for lang in languages().all() {
            let data = lang.translated(&data);
            let said = ruby::words(&finding::goals(lang, &data).unwrap());
            prop_assert!(!said.is_empty() && !said.contains(['{', '}']), "{}", said);
            let numbers: Vec<&str> = said.split(|letter: char| !letter.is_ascii_digit()).collect();
            let has = |count: usize| numbers.contains(&&*count.to_string());
            if told > 0 {
                prop_assert!(has(told) && has(data.kpi.kpis.len()) && (met == 0 || has(met)), "{} {}: {}", told, met, said);
            } else if most > 1.01 {
                let named = data.kpi.kpis.iter().find(|kpi| said.starts_with(&*ruby::words(&kpi.name))).unwrap();
                prop_assert!(named.target.value / named.baseline.value > most - 1e-9, "{}", said);
            }
        }
    }

    #[test]
    fn rows_are_sorted_by_what_is_told(hundredths in prop::collection::vec(0u16..400, 1..40)) {
        let data = with(&hundredths.iter().map(|value| f64::from(*value) / 100.0).collect::<Vec<_>>());
        let shown = pairs::of(&data, &data.lq.focus_city).unwrap();
        let leans: Vec<f64> = shown.rows.iter().map(pairs::lean).filter(|lean| !lean.is_nan()).collect();
        let falls = shown.subject().is_none_or(|pair| pair.output.1 > pair.employees.1);
        prop_assert!(leans.is_sorted_by(|one, other| if falls { one >= other } else { one <= other }), "{leans:?}");
    }
}
