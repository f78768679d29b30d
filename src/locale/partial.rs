//! Sentences of data that are few, or lack something: own files, mostly. No visit to the city's own page needs them.

use super::sentence::{fill, things};
use super::{Key, Lang};
use crate::id::NodeCode;

/// Names told of a list, however long it is.
const MOST_NAMED: usize = 12;

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
pub fn lq<const N: usize>(lang: Lang, of: usize, values: &[(&str, String); N]) -> String {
    if of == 0 { String::new() } else { fill(lang, Key::LqOnly, values) }
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

/// Which sentences tell what a node reaches, by how many strategies, factors, issues and measures that is: none speaks
/// of what is not there.
pub fn reached(selected: &NodeCode, [strategies, factors, issues, measures]: [usize; 4]) -> Vec<Key> {
    match selected {
        NodeCode::Factor(_) if strategies > 0 && issues == 0 => vec![Key::SwotFactorOnly],
        NodeCode::Factor(_) if strategies > 0 => vec![Key::SwotFactor],
        NodeCode::Strategy(_) => match (factors, issues) {
            (0, 0) => vec![Key::SwotUnlinked],
            (0, _) => vec![Key::SwotStrategyTo],
            (_, 0) => vec![Key::SwotStrategyFrom],
            _ => vec![Key::SwotStrategy],
        },
        NodeCode::Issue(_) => match (strategies, factors, measures) {
            (0, _, 0) => vec![Key::SwotUnlinked],
            (0, _, _) => vec![Key::SwotIssueBy],
            (_, 0, 0) => vec![Key::SwotIssueOf],
            (_, 0, _) => vec![Key::SwotIssueOf, Key::SwotIssueBy],
            (_, _, 0) => vec![Key::SwotIssueFrom],
            _ => vec![Key::SwotIssue],
        },
        NodeCode::Factor(_) => vec![Key::SwotUnlinked],
    }
}

/// What there is of a matrix that lacks something.
pub fn swot(lang: Lang, counts: [usize; 4], strategies: usize, issues: usize) -> String {
    let keys = [Key::SwotStrengths, Key::SwotWeaknesses, Key::SwotOpportunities, Key::SwotThreats];
    let found = keys.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let found: Vec<String> = found.map(|(key, count)| lang.fill(key, &[("count", &count.to_string())])).collect();
    let values =
        [("found", listed(lang, &found)), ("strategies", things(lang, strategies)), ("issues", things(lang, issues))];
    let is_told = [(Key::SwotFound, found.len()), (Key::SwotDirections, strategies), (Key::SwotIssues, issues)];
    let told = is_told.into_iter().filter(|(_, count)| *count > 0).map(|(key, _)| fill(lang, key, &values));
    told.collect::<String>().trim_start().to_owned()
}

/// One after the other, the last with “and”.
pub fn listed(lang: Lang, parts: &[String]) -> String {
    if let [first @ .., last] = parts
        && !first.is_empty()
    {
        return [&first.join(lang.text(Key::ListComma)), lang.text(Key::ListAnd), last.as_str()].concat();
    }
    parts.join(lang.text(Key::ListSeparator))
}
