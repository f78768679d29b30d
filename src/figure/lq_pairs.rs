//! Pairs: each industry's employees quotient and output quotient on one row, on a logarithmic axis all rows share.

use super::axis::{Axis as _, Log};
use super::geometry::Point;
use super::words::{Side, Word};
use crate::model::location_quotient::{AxisMark, NEAR_ONE};

/// Width of the axis. Places are parts of it, so that a row can be as wide as its page lets it be.
pub const WIDTH: f64 = 10_000.0;
/// Room on both sides of the axis: half a mark.
const MARGIN: f64 = 300.0;
/// Width of the lane of zero, or of the very small, and of the break after it.
const LANES: (f64, f64) = (900.0, 300.0);

/// Where everything stands along the axis, in parts of [`WIDTH`].
pub struct Layout {
    /// The axis.
    axis: Log,
    /// Its words: lanes, then ticks.
    pub words: Vec<Word<AxisMark>>,
    /// Where quotients count as about those of the reference area.
    pub near: (f64, f64),
    /// Each industry's employees, then its output.
    pub rows: Vec<(f64, f64)>,
}

impl Layout {
    /// Places the rows' quotients: employees, then output.
    ///
    /// ```
    /// use shigoto_widgets::figure::lq_pairs::Layout;
    /// let layout = Layout::new(&[(0.63, 1.5), (0.0, 1.0)]);
    /// let ((employees, output), one) = (layout.rows[0], layout.rows[1].1);
    /// assert!(employees < one && one < output);
    /// assert!(layout.rows[1].0 < layout.near.0, "zero has a lane of its own");
    /// ```
    pub fn new(quotients: &[(f64, f64)]) -> Self {
        let all: Vec<f64> = quotients.iter().flat_map(|(employees, output)| [*employees, *output]).collect();
        let axis = Log::of(&all, (MARGIN, WIDTH - MARGIN), LANES);
        let words = axis.words(Side::Below, |x| Point { x, y: 0.0 });
        let near = (axis.at(NEAR_ONE.0), axis.at(NEAR_ONE.1));
        let rows = quotients.iter().map(|(employees, output)| (axis.at(*employees), axis.at(*output))).collect();
        Self { axis, words, near, rows }
    }

    /// Where the lines of the axis stand, each with its quotient.
    pub fn ticks(&self) -> &[(f64, f64)] {
        self.axis.ticks()
    }
}
