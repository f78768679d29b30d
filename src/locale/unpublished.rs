//! What is said of values that are not published. The print has none: the module of every visit says nothing of them.

use super::names::base_name;
use super::{Key, Lang};
use crate::id::Base;

/// That nothing of a city is published on a base.
pub fn whole_city(lang: Lang, base: Base, city: &str) -> String {
    lang.fill(Key::LqAllUnpublished, &[("base", base_name(lang, base)), ("city", city)])
}

/// How many industries a city's sentence says nothing of.
pub fn industries(lang: Lang, count: usize) -> String {
    counted(lang, Key::LqUnpublished, count)
}

/// How many industries of two cities are not compared.
pub fn not_compared(lang: Lang, count: usize) -> String {
    counted(lang, Key::CompareUnpublished, count)
}

/// How many cities have no place in a rank.
pub fn without_rank(lang: Lang, count: usize) -> String {
    counted(lang, Key::RankUnpublished, count)
}

/// How many values of a reader's own table are not published.
pub fn values(lang: Lang, count: usize) -> String {
    counted(lang, Key::OwnUnpublished, count)
}

/// How many rows of a reader's own readings are left out.
pub fn readings(lang: Lang, count: usize) -> String {
    counted(lang, Key::OwnWithoutValue, count)
}

/// What the sign for what is not published means; `None` where it does not stand.
pub fn note(lang: Lang, count: usize) -> Option<&'static str> {
    (count > 0).then(|| lang.text(Key::UnpublishedNote))
}

/// Nothing of none.
fn counted(lang: Lang, key: Key, count: usize) -> String {
    if count == 0 { String::new() } else { lang.fill(key, &[("count", &count.to_string())]) }
}
