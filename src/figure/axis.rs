//! Axes of figures: where a value stands, in backend px, and which values are marked.

use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::ranged1d::Ranged as _;

use super::geometry::Point;
use super::theme::Theme;
use super::words::{Side, Word};
use crate::model::location_quotient::AxisMark;

/// A marked value and its place.
pub type Tick = (f64, f64);

/// What every axis knows.
pub trait Axis {
    /// Where a value stands.
    fn at(&self, value: f64) -> f64;
    /// The marked values, from the low end.
    fn ticks(&self) -> &[Tick];
}

/// Evenly spaced values: levels or years.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    values: (f64, f64),
    places: (f64, f64),
    ticks: Vec<Tick>,
}

impl Linear {
    /// Marks at `ticks`, the first at the place `low`, the last at `high`.
    pub fn new(ticks: &[f64], (low, high): (f64, f64)) -> Self {
        let first = ticks.first().copied().unwrap_or(0.0);
        let last = ticks.last().copied().filter(|last| *last > first).unwrap_or(first + 1.0);
        let mut axis = Self { values: (first, last), places: (low, high), ticks: Vec::new() };
        axis.ticks = ticks.iter().map(|tick| (*tick, axis.at(*tick))).collect();
        axis
    }

    /// A mark at each year.
    pub fn years((first, last): (u16, u16), places: (f64, f64)) -> Self {
        Self::new(&(first..=last).map(f64::from).collect::<Vec<_>>(), places)
    }
}

impl Axis for Linear {
    fn at(&self, value: f64) -> f64 {
        let ((first, last), (low, high)) = (self.values, self.places);
        low + (value - first) / (last - first) * (high - low)
    }

    fn ticks(&self) -> &[Tick] {
        &self.ticks
    }
}

/// Smallest quotient of a logarithmic axis. Smaller ones stand in a lane of their own.
pub const SMALLEST: f64 = 0.1;
/// Quotients marked on an axis; above, each is twice the one before.
const TICKS: [f64; 7] = [SMALLEST, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0];

/// First and last quotient of the axis of a few cities.
pub const OF_CITIES: (f64, f64) = (0.25, 4.0);

/// Quotients on a logarithmic axis, with lanes for zero and the very small before a break.
pub struct Log {
    coord: LogCoord<f64>,
    pixels: (i32, i32),
    /// Larger quotients stand where this one does.
    most: f64,
    ticks: Vec<Tick>,
    /// Lane of zero, where there is one.
    pub zero: Option<f64>,
    /// Lane of what is smaller than the axis, where there is one.
    pub small: Option<f64>,
    /// Low and high end of the logarithmic part.
    pub ends: (f64, f64),
}

impl Log {
    /// Quotients from `domain.0` to `domain.1` between two places, whichever way that is, with the lanes of zero and of
    /// the very small.
    fn new(
        domain: (f64, f64),
        (start, end): (f64, f64),
        (zero, small): (Option<f64>, Option<f64>),
        ticks: &[f64],
    ) -> Self {
        let coord = (domain.0..domain.1).log_scale().into();
        let pixels = (start.round() as i32, end.round() as i32);
        let mut axis = Self { coord, pixels, most: domain.1, ticks: Vec::new(), zero, small, ends: (start, end) };
        axis.ticks = ticks.iter().map(|tick| (*tick, axis.at(*tick))).collect();
        axis
    }

    /// The axis of a few cities between two places: from a quarter to four times the reference area. What lies beyond has no
    /// place on it.
    pub fn of_cities(ends: (f64, f64)) -> Self {
        /// Quotients with a line.
        const MARKED: [f64; 3] = [0.5, 1.0, 2.0];
        Self::new(OF_CITIES, (ends.0, ends.1.max(ends.0 + 1.0)), (None, None), &MARKED)
    }

    /// The axis of very many cities' dot rows between two edges: as wide as quotients may be.
    pub fn of_many((left, right): (f64, f64), theme: &Theme) -> Self {
        /// Last quotient; larger ones stand at the end.
        const LARGEST: f64 = 10.0;
        /// Lanes of zero and of the very small, and start of the axis, CSS px from the left end.
        const LEFT_PX: [f64; 3] = [8.0, 36.0, 70.0];
        /// Room right of the axis, CSS px.
        const RIGHT_PX: f64 = 10.0;
        let [zero, small, start] = LEFT_PX.map(|x_px| left + theme.px(x_px));
        let end = (right - theme.px(RIGHT_PX)).max(start + 1.0);
        Self::new((SMALLEST, LARGEST), (start, end), (Some(zero), Some(small)), &TICKS)
    }

    /// An axis for some quotients from the place `low` to `high`, with no lane that stays empty. `lane` and `gap` are the
    /// widths of a lane and of the break after it.
    pub fn of(quotients: &[f64], (low, high): (f64, f64), (lane, gap): (f64, f64)) -> Self {
        let way = if high < low { -1.0 } else { 1.0 };
        let has_zero = quotients.iter().any(|quotient| *quotient <= 0.0);
        let has_small = quotients.iter().any(|quotient| *quotient > 0.0 && *quotient < SMALLEST);
        let (lane, gap) = (lane * way, gap * way);
        let zero = has_zero.then_some(low + lane / 2.0);
        let small = has_small.then_some(low + lane * if has_zero { 1.5 } else { 0.5 });
        let lanes = f64::from(u8::from(has_zero) + u8::from(has_small));
        let start = if lanes > 0.0 { low + lane * lanes + gap } else { low };
        // Plotters' axes run backwards when their ends do: a plot smaller than its lanes keeps a pixel.
        let start = if (high - start) * way < 1.0 { high - way } else { start };
        let domain = domain(quotients);
        Self::new(domain, (start, high), (zero, small), &ticks(domain))
    }

    /// Whether there is anything beyond the break.
    pub fn has_lane(&self) -> bool {
        self.zero.is_some() || self.small.is_some()
    }

    /// The axis's words: lanes, then ticks. `point` sets one from its place along the axis.
    pub fn words(&self, side: Side, point: impl Fn(f64) -> Point) -> Vec<Word<AxisMark>> {
        let mut words = Vec::new();
        let mut add = |place: f64, says: AxisMark| words.push(Word { at: point(place), side, says });
        if let Some(place) = self.zero {
            add(place, AxisMark::Zero);
        }
        if let Some(place) = self.small {
            add(place, AxisMark::Small);
        }
        for (tick, place) in &self.ticks {
            add(*place, AxisMark::Quotient(*tick));
        }
        words
    }
}

impl Axis for Log {
    fn at(&self, quotient: f64) -> f64 {
        let lane = if quotient <= 0.0 { self.zero } else { self.small };
        match lane {
            Some(place) if quotient < SMALLEST => place,
            _ => f64::from(self.coord.map(&quotient.min(self.most), self.pixels)),
        }
    }

    fn ticks(&self) -> &[Tick] {
        &self.ticks
    }
}

/// Room beyond the last mark, a quarter of an octave, and the least on either side of 1, three quarters, as factors: the
/// functions that would reckon in octaves weigh more than all the rest of an axis.
const ROOM: (f64, f64) = (1.189_207_115_002_721, 1.681_792_830_507_429);
/// Width of a lane and of the break after it, CSS px.
pub const LANE_PX: (f64, f64) = (28.0, 8.0);

/// First and last quotient of the logarithmic part: the data's own, and enough on both sides of 1 to see the sides.
fn domain(quotients: &[f64]) -> (f64, f64) {
    let shown = || quotients.iter().copied().filter(|quotient| *quotient >= SMALLEST);
    let (margin, least) = ROOM;
    let below = shown().map(|quotient| 1.0 / quotient).fold(1.0, f64::max) * margin;
    let above = shown().fold(1.0, f64::max) * margin;
    // Either side is at least half as long as the other.
    let below = below.max(above.sqrt()).max(least);
    let above = above.max(below.sqrt()).max(least);
    (1.0 / below, above)
}

fn ticks((first, last): (f64, f64)) -> Vec<f64> {
    let [.., largest] = TICKS;
    let larger =
        std::iter::successors(Some(largest * 2.0), |tick| Some(tick * 2.0)).take_while(move |tick| *tick <= last);
    TICKS.into_iter().filter(move |tick| (first..=last).contains(tick)).chain(larger).collect()
}
