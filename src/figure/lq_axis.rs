//! A logarithmic axis of quotients for one city: its own span on both sides of 1, zero and the very small beyond a
//! break.

use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::ranged1d::Ranged as _;

use super::theme::Theme;

/// Places on one axis, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Quotients to mark, with their places.
    pub ticks: Vec<(f64, f64)>,
    /// Where 1 is.
    pub one: f64,
    /// Lane of zero, where there is one.
    pub zero: Option<f64>,
    /// Lane of what is smaller than the axis, where there is one.
    pub small: Option<f64>,
    /// Low end of the logarithmic part, and its high end.
    pub ends: (f64, f64),
}

impl Axis {
    /// Whether there is anything beyond the break.
    pub fn has_lane(&self) -> bool {
        self.zero.is_some() || self.small.is_some()
    }
}

/// Smallest quotient of the logarithmic part. Smaller ones stand in a lane of their own.
pub const SMALLEST: f64 = 0.1;
/// Quotients marked on an axis; above, each is twice the one before.
const TICKS: [f64; 7] = [SMALLEST, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0];
/// Room beyond the last mark, and the least on either side of 1, octaves.
const OCTAVES: (f64, f64) = (0.25, 0.75);
/// Least share of one side of 1 compared with the other.
const LEAST_SIDE: f64 = 0.5;
/// Width of a lane and of the break after it, CSS px.
pub const LANE_PX: (f64, f64) = (28.0, 8.0);
/// From quotients to pixels.
pub struct Scale {
    log: LogCoord<f64>,
    ends: (i32, i32),
    /// Places of what stands on it.
    pub axis: Axis,
}

impl Scale {
    /// An axis for some quotients from `low` to `high`, backend px, whichever way that is.
    pub fn new(quotients: &[f64], (low, high): (f64, f64), theme: &Theme) -> Self {
        let way = if high < low { -1.0 } else { 1.0 };
        let has_zero = quotients.iter().any(|quotient| *quotient <= 0.0);
        let has_small = quotients.iter().any(|quotient| *quotient > 0.0 && *quotient < SMALLEST);
        let (lane, gap) = (theme.px(LANE_PX.0) * way, theme.px(LANE_PX.1) * way);
        let zero = has_zero.then_some(low + lane / 2.0);
        let small = has_small.then_some(low + lane * if has_zero { 1.5 } else { 0.5 });
        let lanes = f64::from(u8::from(has_zero) + u8::from(has_small));
        let start = if lanes > 0.0 { low + lane * lanes + gap } else { low };
        // Plotters' axes run backwards when their ends do: a plot smaller than its lanes keeps a pixel.
        let start = if (high - start) * way < 1.0 { high - way } else { start };
        let domain = domain(quotients);
        let ends = (start.round() as i32, high.round() as i32);
        let log = (domain.0..domain.1).log_scale().into();
        let axis = Axis { ticks: Vec::new(), one: 0.0, zero, small, ends: (start, high) };
        let mut scale = Self { log, ends, axis };
        scale.axis.one = scale.at(1.0);
        scale.axis.ticks = ticks(domain).into_iter().map(|tick| (tick, scale.at(tick))).collect();
        scale
    }

    /// Where a quotient stands.
    pub fn at(&self, quotient: f64) -> f64 {
        let lane = if quotient <= 0.0 { self.axis.zero } else { self.axis.small };
        match lane {
            Some(place) if quotient < SMALLEST => place,
            _ => f64::from(self.log.map(&quotient, self.ends)),
        }
    }
}

/// First and last quotient of the logarithmic part: the data's own, and enough on both sides of 1 to see the sides.
fn domain(quotients: &[f64]) -> (f64, f64) {
    let octaves = || quotients.iter().filter(|quotient| **quotient >= SMALLEST).map(|quotient| quotient.log2());
    let (margin, least) = OCTAVES;
    let below = octaves().fold(0.0, |most, octave| f64::max(most, -octave)) + margin;
    let above = octaves().fold(0.0, f64::max) + margin;
    let below = below.max(above * LEAST_SIDE).max(least);
    let above = above.max(below * LEAST_SIDE).max(least);
    ((-below).exp2(), above.exp2())
}

fn ticks((first, last): (f64, f64)) -> Vec<f64> {
    let [.., largest] = TICKS;
    let larger = std::iter::successors(Some(largest * 2.0), |tick| Some(tick * 2.0)).take_while(|tick| *tick <= last);
    TICKS.into_iter().filter(|tick| (first..=last).contains(tick)).chain(larger).collect()
}
