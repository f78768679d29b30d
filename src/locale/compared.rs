//! What a comparison of two cities says.

use super::names::base_name;
use super::{Key, Lang, printed, unpublished};
use crate::data::Dataset;
use crate::data::lq::{Labels, LqData, LqTable};
use crate::id::CityId;
use crate::model::comparison::{Pair, pairs, tally, widest};

/// The two cities by name, with their columns.
#[derive(Clone, Copy, Debug)]
pub struct Cities<'a> {
    /// Column and name of the chosen one.
    pub own: (usize, &'a str),
    /// Column and name of the other.
    pub other: (usize, &'a str),
}

impl<'a> Cities<'a> {
    /// Finds both; `None` where either is unknown.
    pub fn find(lq: &'a LqData, own: &CityId, other: &CityId) -> Option<Self> {
        let find = |id: &CityId| {
            let column = lq.column(id)?;
            lq.cities.get(column).map(|city| (column, city.name.as_str()))
        };
        Some(Self { own: find(own)?, other: find(other)? })
    }
}

/// The sentence: who is ahead how often, and where they lie farthest apart.
pub fn sentence(lang: Lang, data: &Dataset, table: &LqTable, cities: Cities<'_>, is_reread: bool) -> String {
    let Some(pairs) = pairs(table, cities.own.0, cities.other.0, is_reread) else {
        return lang.text(Key::LqDoubtful).to_owned();
    };
    let tally = tally(&pairs);
    let values = [
        ("base", base_name(lang, data, table.base)),
        ("city", cities.own.1),
        ("other", cities.other.1),
        ("of", &(pairs.len() - tally.unpublished).to_string()),
        ("higher", &tally.higher.to_string()),
        ("lower", &tally.lower.to_string()),
        ("equal", &tally.equal.to_string()),
    ];
    let start = if table.labels == Labels::Doubtful { lang.text(Key::LqReread) } else { "" };
    if !pairs.is_empty() && tally.unpublished == pairs.len() {
        return lang.text(unpublished::key(data, Key::CompareAllUnpublished)).to_owned();
    }
    let unpublished = unpublished::not_compared(lang, data, tally.unpublished);
    [start, &lang.fill(Key::CompareLead, &values), &farthest(lang, &data.lq, &pairs, cities), &unpublished].concat()
}

/// Where the cities lie farthest apart; of equals the first shown. Nothing where they lie nowhere apart.
fn farthest(lang: Lang, lq: &LqData, pairs: &[Pair<'_>], cities: Cities<'_>) -> String {
    let Some((first, tied)) = widest(pairs) else { return String::new() };
    let values = [
        ("industries", lang.name(first.industry.as_str())),
        ("city", cities.own.1),
        ("other", cities.other.1),
        ("value", &printed(first.own.published(), lq.decimals)),
        ("other_value", &printed(first.other.published(), lq.decimals)),
    ];
    let others = if tied > 0 { lang.fill(Key::CompareTied, &[("count", &tied.to_string())]) } else { String::new() };
    lang.fill(Key::CompareWidest, &values) + &others
}
