//! Pairs: two quotients of each industry on one row, by employees and by output or of two cities, on a logarithmic axis that
//! all rows share.

#[cfg(not(small))]
use plotters::element::{Circle, PathElement, Rectangle};
#[cfg(not(small))]
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Log};
use super::geometry::Point;
#[cfg(not(small))]
use super::theme::Theme;
use super::words::{Side, Word};
#[cfg(not(small))]
use super::{Area, Drawn};
use crate::model::location_quotient::{AxisMark, NEAR_ONE};

/// Width of the axis. Places are parts of it, so that a row can be as wide as its page lets it be.
pub const WIDTH: f64 = 10_000.0;
/// Room on both sides of the axis: half a mark.
const MARGIN: f64 = 300.0;
/// Width of the lane of zero, or of the very small, and of the break after it.
const LANES: (f64, f64) = (900.0, 300.0);

/// The places of an industry's hollow mark and of its filled one, or their quotients.
pub type Places = [Option<f64>; 2];

/// Where everything stands along the axis, in parts of [`WIDTH`].
pub struct Layout {
    /// The axis.
    axis: Log,
    /// Its words: lanes, then ticks.
    pub words: Vec<Word<AxisMark>>,
    /// Where quotients count as about those of the reference area.
    pub near: (f64, f64),
    /// Where the hollow mark of each industry stands, then its filled one; what is not published has none.
    pub rows: Vec<Places>,
}

impl Layout {
    /// Places the rows' quotients: those of the hollow marks, then those of the filled ones.
    ///
    /// ```
    /// use shigoto_widgets::figure::lq_pairs::Layout;
    /// let layout = Layout::new(&[[Some(0.63), Some(1.5)], [Some(0.0), Some(1.0)], [None, Some(0.5)]]);
    /// let [hollow, filled] = layout.rows[0];
    /// let one = layout.rows[1][1];
    /// assert!(hollow < one && one < filled);
    /// assert!(layout.rows[1][0] < Some(layout.near.0), "zero has a lane of its own");
    /// assert_eq!(layout.rows[2][0], None, "what is not published has no mark");
    /// ```
    pub fn new(quotients: &[Places]) -> Self {
        let all: Vec<f64> = quotients.iter().flatten().flatten().copied().collect();
        let axis = Log::of(&all, (MARGIN, WIDTH - MARGIN), LANES);
        let words = axis.words(Side::Below, |x| Point { x, y: 0.0 });
        let near = (axis.at(NEAR_ONE.0), axis.at(NEAR_ONE.1));
        let rows = quotients.iter().map(|row| row.map(|quotient| quotient.map(|quotient| axis.at(quotient)))).collect();
        Self { axis, words, near, rows }
    }

    /// Where the lines of the axis stand, each with its quotient.
    pub fn ticks(&self) -> &[(f64, f64)] {
        self.axis.ticks()
    }
}

/// How rows stand in a picture; a page's rows hold their own marks, placed in percent.
#[cfg(not(small))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairRows {
    /// Where the axis begins and ends, backend px.
    pub ends: (f64, f64),
    /// Height of a row, backend px.
    pub row: f64,
    /// The row that the picture is about.
    pub subject: Option<usize>,
    /// The filled marks are the chosen city's.
    pub is_of_cities: bool,
}

/// Radius of a mark, and width of the line between two, CSS px.
#[cfg(not(small))]
const MARK_PX: (f64, f64) = (6.0, 2.0);

/// Draws the rows from the top of `area` down.
#[cfg(not(small))]
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, rows: &PairRows, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let height = rows.row * layout.rows.len() as f64;
    let x = |place: f64| rows.ends.0 + place / WIDTH * (rows.ends.1 - rows.ends.0);
    let band = [Point { x: x(layout.near.0), y: 0.0 }, Point { x: x(layout.near.1), y: height }].map(Point::pixel);
    area.draw(&Rectangle::new(band, palette.tint.fill()))?;
    for (tick, place) in layout.ticks() {
        let is_one = (tick - 1.0).abs() < f64::EPSILON;
        let (color, width) = if is_one { (palette.ink_2, 1.5) } else { (palette.rule, 1.0) };
        let ends = [0.0, height].map(|y| Point { x: x(*place), y }.pixel());
        area.draw(&PathElement::new(ends, color.stroke(theme.line(width))))?;
    }
    for (index, places) in layout.rows.iter().enumerate() {
        let places = places.map(|place| place.map(x));
        let y = rows.row * (index as f64 + 0.5);
        let is_subject = rows.subject == Some(index);
        draw_pair(area, (places, y), (is_subject, rows.is_of_cities), theme)?;
    }
    Ok(())
}

/// The two marks of a row, and the line between them.
#[cfg(not(small))]
fn draw_pair<DB: DrawingBackend>(
    area: &Area<DB>,
    ([hollow, filled], y): (Places, f64),
    (is_subject, is_of_cities): (bool, bool),
    theme: &Theme,
) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let (radius_px, line_px) = MARK_PX;
    let color = if is_subject { palette.counter } else { palette.ink_2 };
    let filled_color = if is_of_cities && !is_subject { palette.accent } else { color };
    let width = if is_subject { line_px * 2.5 } else { line_px };
    if let (Some(hollow), Some(filled)) = (hollow, filled) {
        let ends = [hollow, filled].map(|x| Point { x, y }.pixel());
        area.draw(&PathElement::new(ends, color.stroke(theme.px(width))))?;
    }
    let radius = theme.px(radius_px) as u32;
    if let Some(x) = hollow {
        let center = Point { x, y }.pixel();
        area.draw(&Circle::new(center, radius, palette.surface.fill()))?;
        area.draw(&Circle::new(center, theme.px(radius_px - 1.0) as u32, color.stroke(theme.px(line_px))))?;
    }
    if let Some(x) = filled {
        area.draw(&Circle::new(Point { x, y }.pixel(), radius, filled_color.fill()))?;
    }
    Ok(())
}
