//! The one scale of gauges and bullets: from zero to the target, with room beyond.

use super::between;
use super::pace::Reading;

/// How far the scale goes beyond its end, which is 1: marks of larger levels are cut off there.
pub const MOST: f64 = 1.15;

/// A scale in the KPI's unit. It is linear, and zero lies on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Zero, or the lowest level below it.
    pub start: f64,
    /// The target; the baseline where that is to fall. Above `start`.
    pub end: f64,
}

impl Scale {
    /// Scale of a reading. Where target and baseline are both zero, it ends at the actual level.
    ///
    /// ```
    /// use shigoto_widgets::model::scale::Scale;
    /// assert_eq!(Scale::of(10.0, 30.0, None), Scale { start: 0.0, end: 30.0 });
    /// assert_eq!(Scale::of(12.0, 3.0, Some(8.0)), Scale { start: 0.0, end: 12.0 });
    /// assert_eq!(Scale::of(0.0, 0.0, Some(2.0)), Scale { start: 0.0, end: 2.0 });
    /// ```
    pub fn of(baseline: f64, target: f64, actual: Option<f64>) -> Self {
        let level = actual.unwrap_or(baseline);
        let start = baseline.min(target).min(level).min(0.0);
        let most = baseline.max(target);
        let end = if most > start { most.max(0.0) } else { level.max(0.0).max(start + 1.0) };
        Self { start, end }
    }

    /// Scale of a reading's gauge or bullet.
    pub fn of_reading(reading: &Reading) -> Self {
        Self::of(reading.baseline, reading.target, reading.actual)
    }

    /// Position of a level: 0 at the start, 1 at the end, at most [`MOST`].
    pub fn ratio(self, level: f64) -> f64 {
        between(self.share(level), 0.0, MOST)
    }

    /// Whether a level lies beyond the room that marks have.
    pub fn is_beyond(self, level: f64) -> bool {
        self.share(level) > MOST
    }

    fn share(self, level: f64) -> f64 {
        (level - self.start) / (self.end - self.start)
    }
}
