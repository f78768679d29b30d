//! The plain sentence that opens each view: facts from `model::insight` put into words.

use super::names::{base_name, kind_name, things};
#[cfg(not(small))]
use super::partial::{self, few, reached};
use super::{Key, Lang, fixed, own};
use crate::data::Dataset;
use crate::data::lq::{Labels, LqTable};
use crate::data::swot::SwotData;
use crate::id::{Base, CityId, FactorCode, FactorKind, IndustryId, NodeCode, digits};
use crate::model::cross_swot::Reach;
use crate::model::insight::{self, KpiInsight, LqInsight, Sides};
use crate::model::location_quotient::NEAR_ONE;

/// A fiscal year with its era.
pub fn year_text(lang: Lang, year: u16) -> String {
    let Some(number) = super::era_year(year) else {
        return lang.fill(Key::YearPlain, &[("year", &digits(year.into()))]);
    };
    let era = lang.fill(Key::Era, &[("number", &digits(number.into()))]);
    lang.fill(Key::YearValue, &[("year", &digits(year.into())), ("era", &era)])
}

/// What a city's column of a table says. Nothing is concluded from doubtful headings.
pub fn lq(lang: Lang, data: &Dataset, table: &LqTable, city: &CityId, is_reread: bool) -> String {
    if table.labels == Labels::Doubtful && !is_reread {
        return lang.text(Key::LqDoubtful).to_owned();
    }
    let Some(facts) = insight::lq(&data.lq, table, city, is_reread) else { return String::new() };
    let city_name = data.lq.cities.iter().find(|c| c.id == *city).map_or("", |c| c.name.as_str());
    #[cfg(not(small))]
    if facts.sides.of() == 0 && facts.unpublished > 0 {
        return super::unpublished::whole_city(lang, data, table.base, city_name);
    }
    let mut sentence = String::new();
    if table.labels == Labels::Doubtful {
        sentence.push_str(lang.text(Key::LqReread));
    }
    sentence.push_str(&lq_sides(lang, data, table.base, city_name, facts.sides));
    sentence.push_str(&lq_top(lang, data, table.base, &facts, city_name));
    #[cfg(not(small))]
    sentence.push_str(&super::unpublished::industries(lang, data, facts.unpublished));
    if !facts.alone_above.is_empty() {
        let industries = named(lang, &facts.alone_above, Some(data.lq.decimals));
        let values = [
            ("industries", industries.as_str()),
            ("cities", &digits(facts.cities as u64)),
            ("city", city_name),
            ("reference", own::reference(lang, data)),
        ];
        sentence.push_str(&lang.fill(Key::LqAlone, &values));
    }
    sentence.push_str(&lq_split(lang, data, table.base, city, &facts));
    sentence
}

/// What stands over a city's column of a table: the one industry it is highest in, where that is clearly above the
/// reference area. Nothing where the headings are doubtful.
pub fn lq_heading(lang: Lang, data: &Dataset, table: &LqTable, city: &CityId, is_reread: bool) -> Option<String> {
    let found = insight::lq(&data.lq, table, city, is_reread)?.sole_top();
    let (industry, value) = found.filter(|(_, value)| *value > NEAR_ONE.1)?;
    let city = data.lq.cities.iter().find(|known| known.id == *city)?;
    let value = fixed(value, data.lq.decimals);
    let values = [("city", &*city.name), ("industry", lang.name(industry.as_str())), ("value", &value)];
    Some(lang.fill(Key::LqHighest, &values))
}

/// On which side of the reference area a city's industries stand; nothing of a single one, or of none.
pub fn lq_sides(lang: Lang, data: &Dataset, base: Base, city: &str, sides: Sides) -> String {
    let values = [
        ("base", base_name(lang, data, base)),
        ("city", city),
        ("reference", own::reference(lang, data)),
        ("of", &digits(sides.of() as u64)),
        ("above", &digits(sides.above as u64)),
        ("near", &digits(sides.near as u64)),
        ("below", &digits(sides.below as u64)),
    ];
    #[cfg(not(small))]
    if !sides.are_all_there() {
        return partial::lq_sides(lang, sides, &values);
    }
    lang.fill(Key::LqSides, &values)
}

/// The city's most specialised industries.
fn lq_top(lang: Lang, data: &Dataset, base: Base, facts: &LqInsight<'_>, city: &str) -> String {
    let values = [
        ("base", base_name(lang, data, base)),
        ("city", city),
        ("top", &named(lang, &facts.tops, None)),
        ("top_value", &fixed(facts.top, data.lq.decimals)),
    ];
    #[cfg(not(small))]
    if facts.sides.of() < 2 {
        return partial::lq(lang, facts.sides.of(), &values);
    }
    lang.fill(Key::LqTop, &values)
}

/// Industries by name, with their quotients where these are asked for.
fn named(lang: Lang, found: &[(&IndustryId, f64)], decimals: Option<u8>) -> String {
    let name = |(industry, value): &(&IndustryId, f64)| {
        let value = decimals.map(|decimals| lang.fill(Key::Bracketed, &[("text", &fixed(*value, decimals))]));
        [lang.name(industry.as_str()), &value.unwrap_or_default()].concat()
    };
    few(lang, &found.iter().map(name).collect::<Vec<_>>())
}

#[cfg(small)]
fn few(lang: Lang, names: &[String]) -> String {
    joined(names, lang.text(Key::ListSeparator))
}

/// One after the other. `join` would be another large function in every visit.
fn joined(names: &[String], separator: &str) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        text.push_str(if index > 0 { separator } else { "" });
        text.push_str(name);
    }
    text
}

/// Where the other base contradicts a claim of the sentence, it says so.
fn lq_split(lang: Lang, data: &Dataset, base: Base, city: &CityId, facts: &LqInsight<'_>) -> String {
    let splits = insight::splits(&data.lq, &data.links, city);
    let told = |industry| facts.alone_above.iter().any(|(own, _)| *own == industry);
    let found = splits.iter().find(|pair| match base {
        Base::Output => told(pair.output.0),
        Base::Employees => told(pair.employees.0),
        Base::Establishments => false,
    });
    let Some(pair) = found else { return String::new() };
    let (key, (industry, value)) =
        if base == Base::Output { (Key::LqSplit, pair.employees) } else { (Key::LqSplitOutput, pair.output) };
    let value = fixed(value, data.lq.decimals);
    lang.fill(key, &[("industry", lang.name(industry.as_str())), ("value", &value)])
}

/// What the selected node reaches, or what the matrix is.
pub fn swot(lang: Lang, data: &SwotData, selected: Option<&NodeCode>, reach: &Reach<'_>) -> String {
    let Some(selected) = selected else { return swot_overview(lang, data) };
    let issues: Vec<String> = reach
        .issues()
        .filter_map(|code| data.issues.iter().find(|issue| issue.code == *code))
        .map(|issue| lang.fill(Key::Quoted, &[("text", &issue.name)]))
        .collect();
    let factors: Vec<String> = reach.factors().map(FactorCode::text).collect();
    let counts = [reach.strategies().count(), factors.len(), issues.len(), reach.measures.len()];
    let [strategies, factor_count, _, measures] = counts.map(|count| things(lang, count));
    let (kind, code, name) = match selected {
        NodeCode::Factor(code) => {
            let name = data.factors.iter().find(|factor| factor.code == *code).map_or("", |factor| &factor.name);
            (kind_name(lang, code.kind), code.text(), name)
        }
        NodeCode::Strategy(code) => {
            let mut all = data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            let text = all.find(|strategy| strategy.code == *code).map_or("", |strategy| &strategy.text);
            ("", code.text(), text.trim_end_matches(['。', '.']))
        }
        NodeCode::Issue(code) => {
            let name = data.issues.iter().find(|issue| issue.code == *code).map_or("", |issue| &issue.name);
            ("", String::new(), name)
        }
    };
    let factors = if code.is_empty() { factor_count } else { joined(&factors, lang.text(Key::Dot)) };
    let values = [
        ("kind", kind),
        ("code", &code),
        ("name", name),
        ("text", name),
        ("strategies", &strategies),
        ("factors", &factors),
        ("issues", &joined(&issues, lang.text(Key::Dot))),
        ("measures", &measures),
    ];
    lang.fill(reached(selected, counts), &values)
}

#[cfg(small)]
fn reached(selected: &NodeCode, [strategies, ..]: [usize; 4]) -> Key {
    match selected {
        NodeCode::Factor(_) if strategies == 0 => Key::SwotUnlinked,
        NodeCode::Factor(_) => Key::SwotFactor,
        NodeCode::Strategy(_) => Key::SwotStrategy,
        NodeCode::Issue(_) => Key::SwotIssue,
    }
}

fn swot_overview(lang: Lang, data: &SwotData) -> String {
    let count = |kind| data.factors.iter().filter(|factor| factor.code.kind == kind).count();
    let counts = FactorKind::ALL.map(count);
    let strategies: usize = data.quadrants.iter().map(|quadrant| quadrant.strategies.len()).sum();
    let issues = data.issues.len();
    #[cfg(not(small))]
    if strategies == 0 || issues == 0 || counts.contains(&0) {
        return partial::swot(lang, counts, strategies, issues);
    }
    let [s, w, o, t] = counts.map(|count| digits(count as u64));
    let (strategies, issues) = (things(lang, strategies), things(lang, issues));
    let values = [("s", &s), ("w", &w), ("o", &o), ("t", &t), ("strategies", &strategies), ("issues", &issues)];
    lang.fill(Key::SwotOverview, &values.map(|(name, value)| (name, value.as_str())))
}

/// How the KPIs shown stand in a fiscal year. Only what there is of a kind is told.
pub fn kpi(lang: Lang, facts: KpiInsight, year: u16) -> String {
    let goals = [
        (Key::KpiRaise, facts.of - facts.to_maintain - facts.to_lower),
        (Key::KpiLower, facts.to_lower),
        (Key::KpiMaintain, facts.to_maintain),
    ];
    let year = &digits(year.into());
    let told = tally(lang, (Key::KpiOverview, Key::KpiSame, Key::KpiOne, Key::KpiPart), &goals, year);
    if facts.no_reading == facts.of {
        let second = if facts.of > 0 { Key::KpiNoReading } else { Key::KpiNone };
        return told + lang.text(second);
    }
    let standing = [
        (Key::StatusAchieved, facts.achieved),
        (Key::StatusOnPace, facts.on_pace),
        (Key::StatusBehind, facts.behind),
        (Key::StatusNotReached, facts.not_reached),
        (Key::StatusHeld, facts.held),
        (Key::StatusBelow, facts.below_floor),
        (Key::StatusAbove, facts.above_ceiling),
        (Key::StatusApart, facts.apart),
        (Key::StatusNone, facts.no_reading),
    ];
    told + &tally(lang, (Key::KpiCounts, Key::KpiCountsSame, Key::KpiCountsOne, Key::KpiCount), &standing, year)
}

/// How rows are sorted now: by the column of a name, the largest first or last; `None` is the printed order.
pub fn sorted(lang: Lang, by: Option<(&str, bool)>) -> String {
    let Some((name, is_descending)) = by else { return lang.text(Key::SortedPrinted).to_owned() };
    lang.fill(if is_descending { Key::SortedDown } else { Key::SortedUp }, &[("name", name)])
}

/// How many there are of each; nothing of none. `keys`: of several kinds, all of one kind, a single one, and a part.
fn tally(lang: Lang, keys: (Key, Key, Key, Key), counts: &[(Key, usize)], year: &str) -> String {
    let (mut of, mut kind, mut parts, mut last) = (0, "", String::new(), String::new());
    for (key, count) in counts {
        if *count > 0 {
            if of > 0 {
                parts.push_str(if parts.is_empty() { "" } else { lang.text(Key::ListComma) });
                parts.push_str(&last);
            }
            of += count;
            kind = lang.text(*key);
            last = lang.fill(keys.3, &[("kind", kind), ("count", &digits(*count as u64))]);
        }
    }
    let key = match (parts.is_empty(), of) {
        (true, 0) => return last,
        (true, 1) => keys.2,
        (true, _) => keys.1,
        _ => {
            parts.push_str(lang.text(Key::ListAnd));
            keys.0
        }
    };
    parts.push_str(&last);
    let values = [("of", &*digits(of as u64)), ("kind", kind), ("parts", &parts), ("year", year)];
    lang.fill(key, &values)
}

/// How the KPIs shown stand, and how many there are besides that are not in numbers.
pub fn goals(lang: Lang, data: &Dataset, facts: KpiInsight, year: u16) -> String {
    #[cfg(not(small))]
    if let Some(worded) = super::listed::worded(data) {
        let told = if facts.of == 0 { String::new() } else { kpi(lang, facts, year) };
        return told + &super::listed::besides(lang, facts.of, worded);
    }
    let _ = data;
    kpi(lang, facts, year)
}

/// What pace means, and that the target year is our assumption; of a reader's own targets as well.
pub fn pace_note(lang: Lang, data: &Dataset) -> String {
    #[cfg(not(small))]
    if let Some(seen) = &data.origin.seen.kpi {
        return super::listed::pace_note(lang, data, seen);
    }
    let key = if data.origin.kpi.is_some() { Key::PaceNoteOwn } else { Key::PaceNote };
    let last = digits(data.outline.last_fiscal_year.into());
    lang.fill(key, &[("last", &last), ("title", &data.outline.title)])
}
