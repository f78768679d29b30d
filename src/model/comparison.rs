//! Two cities side by side: the printed quotients of each industry and how far they lie apart.

use std::cmp::Ordering;

use crate::data::lq::{Labels, LqTable};
use crate::id::IndustryId;

/// One industry in both cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The heading in force.
    pub industry: &'a IndustryId,
    /// Quotient of the chosen city.
    pub own: f64,
    /// Quotient of the other.
    pub other: f64,
    /// First less second, of the values as printed: without what binary fractions leave over.
    pub difference: f64,
}

/// Every industry of a table, widest difference first, equals in printed order. `None` under the printed headings of a
/// doubtful table, about which nothing may be concluded.
pub fn pairs(table: &LqTable, own: usize, other: usize, decimals: u8, is_reread: bool) -> Option<Vec<Pair<'_>>> {
    let scale = 10f64.powi(decimals.into());
    let pair = |row: &'_ crate::data::lq::LqRow| Some((*row.values.get(own)?, *row.values.get(other)?));
    let mut pairs = Vec::new();
    for row in &table.rows {
        let industry = match table.labels {
            Labels::Sound => &row.industry,
            Labels::Doubtful if is_reread => row.presumed.as_ref()?,
            Labels::Doubtful => return None,
        };
        let (own, other) = pair(row)?;
        pairs.push(Pair { industry, own, other, difference: ((own - other) * scale).round() / scale });
    }
    pairs.sort_by(|a, b| b.difference.abs().partial_cmp(&a.difference.abs()).unwrap_or(Ordering::Equal));
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
}

/// Counts who is ahead.
pub fn tally(pairs: &[Pair<'_>]) -> Tally {
    let count = |order: Ordering| pairs.iter().filter(|pair| pair.difference.partial_cmp(&0.0) == Some(order)).count();
    Tally { higher: count(Ordering::Greater), lower: count(Ordering::Less), equal: count(Ordering::Equal) }
}
