//! Two cities side by side: the printed quotients of each industry, and how many times the other city's one is.

use std::cmp::Ordering;

use crate::data::lq::{Labels, LqTable};
use crate::data::quotient::Quotient;
use crate::id::IndustryId;

/// One industry in both cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The heading in force.
    pub industry: &'a IndustryId,
    /// The heading as printed, by which its detail is opened.
    pub printed: &'a IndustryId,
    /// Its printed row number.
    pub number: usize,
    /// Quotient of the chosen city.
    pub own: Quotient,
    /// Quotient of the other.
    pub other: Quotient,
}

impl Pair<'_> {
    /// How many times the other city's quotient the chosen one's is; `None` where one is not published or either is zero.
    pub fn ratio(&self) -> Option<f64> {
        let (own, other) = self.published()?;
        (own > 0.0 && other > 0.0).then(|| own / other)
    }

    /// How far apart the quotients lie: the logarithm of the larger over the smaller; `None` as for the ratio.
    pub fn apart(&self) -> Option<f64> {
        self.ratio().map(|ratio| ratio.ln().abs())
    }

    fn published(&self) -> Option<(f64, f64)> {
        self.own.published().zip(self.other.published())
    }

    /// Its place in the order: what only the chosen city has comes first, what only the other has last.
    fn rank(&self) -> Option<f64> {
        let (own, other) = self.published()?;
        Some(if own <= 0.0 && other <= 0.0 { 1.0 } else { own / other })
    }
}

/// Every industry of a table by ratio: those in which the chosen city leads most first, equals in printed order, those that
/// are not published in one of the cities last. `None` under the printed headings of a doubtful table, about which nothing
/// may be concluded.
pub fn pairs(table: &LqTable, own: usize, other: usize, is_reread: bool) -> Option<Vec<Pair<'_>>> {
    let mut pairs = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let industry = match table.labels {
            Labels::Sound => &row.industry,
            Labels::Doubtful if is_reread => row.presumed.as_ref()?,
            Labels::Doubtful => return None,
        };
        pairs.push(Pair {
            industry,
            printed: &row.industry,
            number,
            own: *row.values.get(own)?,
            other: *row.values.get(other)?,
        });
    }
    pairs.sort_by(|a, b| b.rank().partial_cmp(&a.rank()).unwrap_or(Ordering::Equal));
    Some(pairs)
}

/// Where the two cities lie farthest apart, and in how many more industries they lie as far; `None` where they lie nowhere
/// apart.
pub fn widest<'a, 'b>(pairs: &'b [Pair<'a>]) -> Option<(&'b Pair<'a>, usize)> {
    /// What binary fractions leave over.
    const NOTHING: f64 = 1e-9;
    let most = pairs.iter().filter_map(Pair::apart).fold(0.0, f64::max);
    let mut found = pairs.iter().filter(|pair| pair.apart().is_some_and(|apart| apart > most - NOTHING));
    let first = found.next().filter(|_| most > NOTHING)?;
    Some((first, found.count()))
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
        pairs.iter().filter(|pair| pair.published().map(|(own, other)| own.total_cmp(&other)) == order).count()
    };
    let [higher, lower, equal] = [Ordering::Greater, Ordering::Less, Ordering::Equal].map(|order| count(Some(order)));
    Tally { higher, lower, equal, unpublished: count(None) }
}
