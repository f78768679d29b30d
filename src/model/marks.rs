//! The marks of gauges and bullets: a legend explains those that are drawn.

use super::pace::Reading;
use super::scale::Scale;
use crate::data::kpi::KpiKind;

/// A mark that not every gauge has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A scale that ends at the baseline, because the target lies below.
    Falling,
    /// The line along which a level is held.
    Held,
    /// A hatched level: only the baseline is known.
    Hatched,
    /// A solid level: there is a reading.
    Solid,
    /// The pace mark.
    Pace,
    /// The arrowhead of what goes beyond the scale.
    Beyond,
}

impl Mark {
    /// Those that come and go with the year and with what is shown, in the order of the legend.
    pub const PASSING: [Self; 4] = [Self::Hatched, Self::Solid, Self::Pace, Self::Beyond];

    /// Whether the gauge of a reading has it.
    pub fn is_of(self, reading: &Reading) -> bool {
        match self {
            Self::Falling => reading.target < reading.baseline,
            Self::Held => reading.kind == KpiKind::Maintain && reading.direction.is_some(),
            Self::Hatched => reading.actual.is_none(),
            Self::Solid => reading.actual.is_some(),
            Self::Pace => reading.is_pace_marked,
            Self::Beyond => Scale::of_reading(reading).is_beyond(reading.level()),
        }
    }

    /// Whether any of some gauges has it.
    pub fn is_in(self, readings: &[Reading]) -> bool {
        readings.iter().any(|reading| self.is_of(reading))
    }
}
