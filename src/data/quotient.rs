//! One quotient of a table, or that it is not published.

use super::decimal::Digits;
#[cfg(not(small))]
use super::decode::{FromJson, Misfit};
#[cfg(not(small))]
use super::json::{Node, Value};
#[cfg(not(small))]
use super::packed::Packer;
use super::packed::{Packed, Unpacker};
#[cfg(not(small))]
use crate::error::{Expected, FaultKind};

/// A quotient as published, or that it is not: public statistics keep back what would tell of single firms.
///
/// Very many cities have very many of them: one that is not published is kept as what no quotient can be, not beside a
/// flag that would double each. Only [`Self::published`] looks at it.
///
/// ```
/// use shigoto_widgets::data::quotient::Quotient;
/// assert_eq!(Quotient::from(1.5).published(), Some(1.5));
/// assert_eq!(Quotient::UNPUBLISHED.published(), None);
/// assert_eq!(Quotient::default(), Quotient::UNPUBLISHED);
/// ```
#[derive(Clone, Copy)]
pub struct Quotient(f64);

impl Quotient {
    /// One that is not published.
    pub const UNPUBLISHED: Self = Self(f64::NAN);

    /// Its value. The module of every visit carries the print alone, in which every value stands.
    pub fn published(self) -> Option<f64> {
        (cfg!(small) || !self.0.is_nan()).then_some(self.0)
    }
}

/// LQ from raw counts, dimensionless. `None` when a total is not positive, a part is negative or larger than its
/// total, or the industry does not exist in the reference area.
///
/// ```
/// use shigoto_widgets::data::quotient::from_counts;
/// // 15 of 100 in the city, 10 of 100 in the country: half as much again.
/// assert_eq!(from_counts(15.0, 100.0, 10.0, 100.0), Some(1.5));
/// assert_eq!(from_counts(0.0, 100.0, 10.0, 100.0), Some(0.0));
/// assert_eq!(from_counts(1.0, 100.0, 0.0, 100.0), None);
/// ```
#[cfg(not(small))]
pub fn from_counts(city_part: f64, city_total: f64, reference_part: f64, reference_total: f64) -> Option<f64> {
    let possible = |part: f64, total: f64| total.is_finite() && total > 0.0 && (0.0..=total).contains(&part);
    if !possible(city_part, city_total) || !possible(reference_part, reference_total) || reference_part == 0.0 {
        return None;
    }
    // One division: whole counts then give the nearest quotient there is.
    Some((city_part * reference_total) / (city_total * reference_part))
}

impl Default for Quotient {
    fn default() -> Self {
        Self::UNPUBLISHED
    }
}

impl From<f64> for Quotient {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

impl From<Option<f64>> for Quotient {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::UNPUBLISHED, Self)
    }
}

impl PartialEq for Quotient {
    fn eq(&self, other: &Self) -> bool {
        self.published() == other.published()
    }
}

impl std::fmt::Debug for Quotient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.published() {
            Some(value) => value.fmt(f),
            None => f.write_str("–"),
        }
    }
}

impl Packed for Quotient {
    #[cfg(not(small))]
    fn pack(&self, into: &mut Packer) {
        into.put(&self.published().map(|value| value.to_string()).unwrap_or_default());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        match from.next() {
            #[cfg(not(small))]
            "" => Self::UNPUBLISHED,
            digits => Self(from.sound(Digits::read(digits), || 0.0)),
        }
    }
}

#[cfg(not(small))]
impl super::translate::Translate for Quotient {
    fn translate(&mut self, _: super::translate::Names<'_>) {}
}

#[cfg(not(small))]
impl FromJson for Quotient {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        match node.value {
            Value::Number(value) => Ok(Self(value)),
            Value::Null => Ok(Self::UNPUBLISHED),
            _ => Err(Misfit::new(node, FaultKind::Expected(Expected::Quotient))),
        }
    }
}
