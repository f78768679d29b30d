//! Location quotients (LQ, 特化係数): an industry's share in a city over its share in the reference area.

use crate::data::quotient::Quotient;

/// A place among the cities compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1-based place; equal values share the better one.
    pub place: usize,
    /// How many others have the same value.
    pub tied: usize,
    /// How many cities are compared: those whose value is published.
    pub of: usize,
}

/// Rank of `quotients[column]`, largest first, by the printed values. What is not published has none, and counts for
/// none.
///
/// ```
/// use shigoto_widgets::model::location_quotient::rank;
/// let quotients = [Some(1.21), Some(0.99), Some(1.22), None, Some(1.21)].map(Into::into);
/// let place = rank(&quotients, 0).unwrap();
/// assert_eq!((place.place, place.tied, place.of), (2, 1, 4));
/// assert_eq!(rank(&quotients, 3), None);
/// ```
pub fn rank(quotients: &[Quotient], column: usize) -> Option<Rank> {
    let own = quotients.get(column)?.published()?;
    let mut rank = Rank { place: 1, tied: 0, of: 0 };
    for (index, value) in published(quotients) {
        let order = value.total_cmp(&own);
        rank.of += 1;
        rank.place += usize::from(order.is_gt());
        rank.tied += usize::from(order.is_eq() && index != column);
    }
    Some(rank)
}

/// The published ones among some quotients, with their columns.
pub fn published(quotients: &[Quotient]) -> impl Iterator<Item = (usize, f64)> {
    quotients.iter().enumerate().filter_map(|(column, quotient)| Some((column, quotient.published()?)))
}

/// Smallest and largest quotient among the cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Smallest.
    pub least: f64,
    /// Largest.
    pub most: f64,
}

/// Spread of a row; `None` when nothing of it is published.
pub fn spread(quotients: &[Quotient]) -> Option<Spread> {
    let values = || published(quotients).map(|(_, value)| value);
    let least = values().min_by(f64::total_cmp)?;
    let most = values().max_by(f64::total_cmp)?;
    Some(Spread { least, most })
}

/// Columns of the city with the smallest quotient of a row and of the one with the largest, where it is a single one and not
/// both.
///
/// ```
/// use shigoto_widgets::model::location_quotient::ends;
/// let of = |quotients: &[f64]| ends(&quotients.iter().map(|own| Some(*own).into()).collect::<Vec<_>>());
/// assert_eq!(of(&[1.2, 0.0, 9.44]), (Some(1), Some(2)));
/// assert_eq!(of(&[0.5, 0.5, 0.7]), (None, Some(2)));
/// assert_eq!([of(&[1.0]), of(&[1.0, 1.0]), of(&[])], [(None, None); 3]);
/// ```
pub fn ends(quotients: &[Quotient]) -> (Option<usize>, Option<usize>) {
    let Some(Spread { least, most }) = spread(quotients).filter(|spread| spread.least < spread.most) else {
        return (None, None);
    };
    let sole = |end: f64| {
        let mut found = published(quotients).filter(|(_, own)| own.total_cmp(&end).is_eq());
        found.next().filter(|_| found.next().is_none()).map(|(column, _)| column)
    };
    (sole(least), sole(most))
}

/// From where to where a quotient is about that of the reference area, both ends included: in sentences, in the heat and in
/// the band of the dot rows.
pub const NEAR_ONE: (f64, f64) = (0.9, 1.1);

/// How a quotient compares with the reference area's share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below [`NEAR_ONE`].
    Below,
    /// Within it: about the same.
    Near,
    /// Above it.
    Above,
}

/// Side of a printed quotient.
///
/// ```
/// use shigoto_widgets::model::location_quotient::{side, Side};
/// assert_eq!([0.89, 0.9, 1.1, 1.11].map(side), [Side::Below, Side::Near, Side::Near, Side::Above]);
/// ```
pub fn side(quotient: f64) -> Side {
    let (from, to) = NEAR_ONE;
    if quotient > to {
        Side::Above
    } else if quotient < from {
        Side::Below
    } else {
        Side::Near
    }
}

/// Whether the bases contradict each other about one industry of one city: above on one, below on another. Bases with
/// doubtful labels must not be passed in.
///
/// ```
/// use shigoto_widgets::model::location_quotient::is_split;
/// assert!(is_split(&[1.50, 0.63]));
/// assert!(!is_split(&[1.08, 0.63]));
/// ```
pub fn is_split(quotients: &[f64]) -> bool {
    let is_there = |wanted: Side| quotients.iter().any(|quotient| side(*quotient) == wanted);
    is_there(Side::Above) && is_there(Side::Below)
}

/// Quotients at the borders of the palette's steps: half, two thirds, about the same, half as much again, twice as much.
pub const HEAT_BORDERS: [f64; 6] = [0.5, 0.67, NEAR_ONE.0, NEAR_ONE.1, 1.5, 2.0];

/// Step of the diverging palette: 0 for half or less, 3 within [`NEAR_ONE`], 6 for twice or more. A border of the others
/// belongs to the step further out.
///
/// ```
/// use shigoto_widgets::model::location_quotient::heat_step;
/// assert_eq!([0.9, 1.0, 1.1].map(heat_step), [3; 3]);
/// assert_eq!([1.11, 1.49, 1.5, 1.99, 2.0, 9.44].map(heat_step), [4, 4, 5, 5, 6, 6]);
/// assert_eq!([0.89, 0.68, 0.67, 0.51, 0.5, 0.0].map(heat_step), [2, 2, 1, 1, 0, 0]);
/// ```
pub fn heat_step(quotient: f64) -> usize {
    let [half, two_thirds, from, to, half_more, twice] = HEAT_BORDERS;
    let below = [quotient > half, quotient > two_thirds, quotient >= from];
    let above = [quotient > to, quotient >= half_more, quotient >= twice];
    below.into_iter().chain(above).map(usize::from).sum()
}

/// Order of rows when a column is sorted: indices into `quotients`, stable, so that ties keep the printed order. What is
/// not published stands last either way: it is neither large nor small.
///
/// Each index is inserted where it belongs: for a table's length as quick as sorting, at a tenth of the code.
pub fn order(quotients: &[Quotient], is_descending: bool) -> Vec<usize> {
    let mut sorted: Vec<(usize, Quotient)> = Vec::with_capacity(quotients.len());
    for (index, own) in quotients.iter().copied().enumerate() {
        let comes_first = |(_, other): &(usize, Quotient)| {
            let Some(value) = own.published() else { return true };
            other.published().is_some_and(|other| {
                let order = other.total_cmp(&value);
                order.is_eq() || (order.is_gt() == is_descending)
            })
        };
        sorted.insert(sorted.partition_point(comes_first), (index, own));
    }
    sorted.into_iter().map(|(index, _)| index).collect()
}

/// What a word at a logarithmic axis of quotients marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AxisMark {
    /// A quotient.
    Quotient(f64),
    /// The lane of zero.
    Zero,
    /// The lane of the very small.
    Small,
}

/// What a word beside a row's dots says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowMark {
    /// A city, by its column.
    City(usize),
    /// From which to which quotient the dots reach that lie beyond one end of the axis.
    Stack {
        /// The smallest.
        least: f64,
        /// The largest.
        most: f64,
        /// The column of the outermost city, where it is a single one.
        city: Option<usize>,
        /// Whether it is the low end.
        is_low: bool,
    },
}
