//! Two cities side by side: the printed quotients of each industry and how far they lie apart.

use std::cmp::Ordering;

use crate::data::lq::{Labels, LqTable};
use crate::data::quotient::Quotient;
use crate::id::IndustryId;

/// One industry in both cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The heading in force.
    pub industry: &'a IndustryId,
    /// Quotient of the chosen city.
    pub own: Quotient,
    /// Quotient of the other.
    pub other: Quotient,
    /// First less second, of the values as printed: without what binary fractions leave over. `None` where one of them is
    /// not published.
    pub difference: Option<f64>,
}

/// Every industry of a table, widest difference first, equals in printed order, those without a difference last. `None` under the printed headings of a
/// doubtful table, about which nothing may be concluded.
pub fn pairs(table: &LqTable, own: usize, other: usize, decimals: u8, is_reread: bool) -> Option<Vec<Pair<'_>>> {
    let scale = 10f64.powi(decimals.into());
    let mut pairs = Vec::new();
    for row in &table.rows {
        let industry = match table.labels {
            Labels::Sound => &row.industry,
            Labels::Doubtful if is_reread => row.presumed.as_ref()?,
            Labels::Doubtful => return None,
        };
        let (own, other) = (*row.values.get(own)?, *row.values.get(other)?);
        let published = own.published().zip(other.published());
        let difference = published.map(|(own, other)| ((own - other) * scale).round() / scale);
        pairs.push(Pair { industry, own, other, difference });
    }
    let size = |pair: &Pair<'_>| pair.difference.map(f64::abs);
    pairs.sort_by(|a, b| size(b).partial_cmp(&size(a)).unwrap_or(Ordering::Equal));
    Some(pairs)
}

/// How often each city is ahead, and how often neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The chosen city is higher.
    pub higher: usize,
    /// The other is.
    pub lower: usize,
    /// Both have the same value.
    pub equal: usize,
    /// One of the values is not published.
    pub unpublished: usize,
}

/// Counts who is ahead.
pub fn tally(pairs: &[Pair<'_>]) -> Tally {
    let count = |order: Option<Ordering>| {
        pairs.iter().filter(|pair| pair.difference.and_then(|difference| difference.partial_cmp(&0.0)) == order).count()
    };
    let [higher, lower, equal] = [Ordering::Greater, Ordering::Less, Ordering::Equal].map(|order| count(Some(order)));
    Tally { higher, lower, equal, unpublished: count(None) }
}
