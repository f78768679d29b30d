//! Sentences of data that are few, or lack something: own files, mostly. No visit to the city's own page needs them.

use super::amount::Amounts;
use super::names::things;
use super::{Key, Lang};
use crate::data::kpi::Kpi;
use crate::id::NodeCode;
use crate::model::insight::Sides;
use crate::model::pace::Reading;

/// Names told of a list, however long it is.
pub const MOST_NAMED: usize = 12;

/// Name of a sector: 第1次 … 第3次産業, or that an industry belongs to none.
pub fn sector_name(lang: Lang, sector: Option<u8>) -> &'static str {
    lang.text(match sector {
        Some(1) => Key::SectorFirst,
        Some(2) => Key::SectorSecond,
        Some(3) => Key::SectorThird,
        _ => Key::SectorNone,
    })
}

/// What is said of a table with one industry, or none.
pub fn lq(lang: Lang, of: usize, values: &[(&str, &str)]) -> String {
    if of == 0 { String::new() } else { lang.fill(Key::LqOnly, values) }
}

/// On which side of the reference area industries stand that are not on all three; nothing of a single one, or of none.
pub fn lq_sides(lang: Lang, sides: Sides, values: &[(&str, &str)]) -> String {
    let kinds = [
        (sides.above, Key::LqPartAbove, Key::LqAllAbove),
        (sides.near, Key::LqPartNear, Key::LqAllNear),
        (sides.below, Key::LqPartBelow, Key::LqAllBelow),
    ];
    if sides.of() < 2 {
        return String::new();
    }
    if let Some((_, _, all)) = kinds.iter().find(|(count, ..)| *count == sides.of()) {
        return lang.fill(*all, values);
    }
    let parts = kinds.iter().filter(|(count, ..)| *count > 0).map(|(_, part, _)| lang.fill(*part, values));
    let parts = listed(lang, &parts.collect::<Vec<_>>());
    lang.fill(Key::LqParts, &[values, &[("parts", &parts)]].concat())
}

/// How many of a city's comparable industries are above 1 on both bases; that none is where none is.
pub fn both_above(lang: Lang, city: &str, of: usize, both: usize) -> String {
    let key = match (of, both) {
        (0, _) => Key::QuadrantNone,
        (_, 0) => Key::QuadrantNoBoth,
        _ => Key::QuadrantLead,
    };
    lang.fill(key, &[("city", city), ("of", &of.to_string()), ("both", &both.to_string())])
}

/// Names one after the other; of very many the first, and how many more there are.
pub fn few<T: AsRef<str>>(lang: Lang, names: &[T]) -> String {
    let separator = lang.text(Key::ListSeparator);
    let joined = |names: &[T]| names.iter().map(T::as_ref).collect::<Vec<_>>().join(separator);
    if names.len() > MOST_NAMED {
        let (first, others) = names.split_at(MOST_NAMED);
        return joined(first) + &lang.fill(Key::AndOthers, &[("count", &others.len().to_string())]);
    }
    joined(names)
}

/// Which sentence tells what a node reaches, by how many strategies, factors, issues and measures that is: it does not
/// speak of what is not there.
pub fn reached(selected: &NodeCode, [strategies, factors, issues, measures]: [usize; 4]) -> Key {
    match selected {
        NodeCode::Factor(_) => match (strategies, issues) {
            (0, _) => Key::SwotUnlinked,
            (_, 0) => Key::SwotFactorOnly,
            _ => Key::SwotFactor,
        },
        NodeCode::Strategy(_) => match (factors, issues) {
            (0, 0) => Key::SwotUnlinked,
            (0, _) => Key::SwotStrategyTo,
            (_, 0) => Key::SwotStrategyFrom,
            _ => Key::SwotStrategy,
        },
        NodeCode::Issue(_) => match (strategies, factors, measures) {
            (0, _, 0) => Key::SwotUnlinked,
            (0, _, _) => Key::SwotIssueBy,
            (_, 0, 0) => Key::SwotIssueOf,
            (_, 0, _) => Key::SwotIssueOfBy,
            (_, _, 0) => Key::SwotIssueFrom,
            _ => Key::SwotIssue,
        },
    }
}

/// What there is of a matrix that lacks something.
pub fn swot(lang: Lang, counts: [usize; 4], strategies: usize, issues: usize) -> String {
    let keys = [Key::SwotStrengths, Key::SwotWeaknesses, Key::SwotOpportunities, Key::SwotThreats];
    let found = keys.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let found: Vec<String> = found.map(|(key, count)| lang.fill(key, &[("count", &count.to_string())])).collect();
    let (found_text, strategy_text, issue_text) =
        (listed(lang, &found), things(lang, strategies), things(lang, issues));
    let values = [("found", &*found_text), ("strategies", &strategy_text), ("issues", &issue_text)];
    let is_told = [(Key::SwotFound, found.len()), (Key::SwotDirections, strategies), (Key::SwotIssues, issues)];
    let told = is_told.into_iter().filter(|(_, count)| *count > 0).map(|(key, _)| lang.fill(key, &values));
    told.collect::<String>().trim_start().to_owned()
}

/// One after the other, the last with “and”.
fn listed(lang: Lang, parts: &[String]) -> String {
    if let [first @ .., last] = parts
        && !first.is_empty()
    {
        return [&first.join(lang.text(Key::ListComma)), lang.text(Key::ListAnd), last.as_str()].concat();
    }
    parts.join(lang.text(Key::ListSeparator))
}

/// Of a level to hold that is no longer as it was: both numbers, and no judgement.
pub fn apart(lang: Lang, kpi: &Kpi, reading: &Reading) -> String {
    let [target, actual] =
        [reading.target, reading.level()].map(|level| Amounts::beside(lang, kpi, reading).whole(level));
    lang.fill(Key::ApartNote, &[("target", &target), ("actual", &actual)])
}
