//! What is said of values that are not published. The print has none: the module of every visit says nothing of them.

use super::names::base_name;
use super::{Key, Lang};
use crate::data::Dataset;
use crate::data::lq::LqTable;
use crate::id::Base;

/// That nothing of a city is published on a base.
pub fn whole_city(lang: Lang, data: &Dataset, base: Base, city: &str) -> String {
    lang.fill(key(data, Key::LqAllUnpublished), &[("base", base_name(lang, data, base)), ("city", city)])
}

/// How many industries a city's sentence says nothing of.
pub fn industries(lang: Lang, data: &Dataset, count: usize) -> String {
    counted(lang, key(data, Key::LqUnpublished), count)
}

/// How many industries of two cities are not compared.
pub fn not_compared(lang: Lang, data: &Dataset, count: usize) -> String {
    counted(lang, key(data, Key::CompareUnpublished), count)
}

/// How many cities have no place in a rank.
pub fn without_rank(lang: Lang, data: &Dataset, count: usize) -> String {
    counted(lang, key(data, Key::RankUnpublished), count)
}

/// How many values of a reader's own tables are not published, or cannot be reckoned.
pub fn values(lang: Lang, data: &Dataset) -> String {
    let count = data.lq.tables.iter().map(LqTable::unpublished).sum();
    counted(lang, key(data, Key::OwnUnpublished), count)
}

/// What is said of values that are missing: `unpublished`, or that they cannot be reckoned where all were.
pub fn key(data: &Dataset, unpublished: Key) -> Key {
    if !is_reckoned(data) {
        return unpublished;
    }
    match unpublished {
        Key::Unpublished => Key::UncomputedValue,
        Key::UnpublishedNote => Key::UncomputedNote,
        Key::OwnUnpublished => Key::Uncomputed,
        Key::LqUnpublished => Key::LqUncomputed,
        Key::LqAllUnpublished => Key::LqAllUncomputed,
        Key::RankUnpublished => Key::RankUncomputed,
        Key::DetailUnpublished => Key::DetailUncomputed,
        Key::CompareUnpublished => Key::CompareUncomputed,
        Key::CompareAllUnpublished => Key::CompareAllUncomputed,
        Key::QuadrantUnpublished => Key::QuadrantUncomputed,
        other => other,
    }
}

/// Whether the quotients were reckoned from counts: some of which may be published where no quotient follows.
fn is_reckoned(data: &Dataset) -> bool {
    #[cfg(not(small))]
    return data.origin.seen.counts().is_some();
    #[cfg(small)]
    {
        let _ = data;
        false
    }
}

/// How many rows of a reader's own readings are left out.
pub fn readings(lang: Lang, count: usize) -> String {
    counted(lang, Key::OwnWithoutValue, count)
}

/// What the sign for what is not published means; `None` where it does not stand.
pub fn note(lang: Lang, data: &Dataset, count: usize) -> Option<&'static str> {
    (count > 0).then(|| lang.text(key(data, Key::UnpublishedNote)))
}

/// Nothing of none.
fn counted(lang: Lang, key: Key, count: usize) -> String {
    if count == 0 { String::new() } else { lang.fill(key, &[("count", &count.to_string())]) }
}
