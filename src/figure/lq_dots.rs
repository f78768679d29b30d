//! Dot rows: each industry's cities on a logarithmic axis, with zero and the very small beyond a break.

use plotters::element::{Circle, PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Log};
use super::geometry::Point;
use super::theme::Theme;
use super::words::{Side, Word};
use super::{Area, Drawn};
use crate::data::quotient::Quotient;
use crate::model::location_quotient::{AxisMark, NEAR_ONE, published};

/// One row of dots.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// The row's middle, backend px from the top.
    pub y: f64,
    /// One quotient a city; what is not published has no dot.
    pub quotients: Vec<Quotient>,
}

/// All rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    /// Left end of the strip, backend px.
    pub left: f64,
    /// Right end of the strip, backend px.
    pub right: f64,
    /// Rows from top to bottom.
    pub rows: Vec<DotRow>,
    /// Column of the chosen city.
    pub chosen: Option<usize>,
}

/// Radius of a dot, CSS px.
const RADIUS_PX: f64 = 5.0;

/// Where everything stands.
pub struct Layout {
    /// The axis of all rows.
    pub axis: Log,
    /// The axis's words; they stand above the rows.
    pub words: Vec<Word<AxisMark>>,
    plot: DotPlot,
}

impl Layout {
    /// Places the axis, by which every dot has its place.
    pub fn new(plot: DotPlot, theme: &Theme) -> Self {
        let axis = Log::of_rows((plot.left, plot.right), theme);
        let words = axis.words(Side::Above, |x| Point { x, y: 0.0 });
        Self { axis, words, plot }
    }

    /// The dots of a row: column and place along the axis.
    fn dots(&self, row: &DotRow) -> impl Iterator<Item = (usize, f64)> {
        published(&row.quotients).map(|(column, quotient)| (column, self.axis.at(quotient)))
    }

    /// The dot of a row that is nearest to a place along the axis; of those in one place the chosen city's, which lies on
    /// top. Its column and its own place.
    pub fn under(&self, row: usize, x: f64) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64)> = None;
        for (column, at) in self.dots(self.plot.rows.get(row)?) {
            let is_nearer = |(_, other): (usize, f64)| {
                let (apart, least) = ((at - x).abs(), (other - x).abs());
                apart < least || (apart <= least && Some(column) == self.plot.chosen)
            };
            if best.is_none_or(is_nearer) {
                best = Some((column, at));
            }
        }
        best
    }
}

/// Draws the rows over the whole height of `area`.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    draw_grid(area, &layout.axis, theme)?;
    for row in &layout.plot.rows {
        draw_span(area, layout.dots(row), row.y, theme)?;
        // The chosen city's dot comes last, on top.
        for is_last in [false, true] {
            for (column, x) in layout.dots(row) {
                let is_chosen = Some(column) == layout.plot.chosen;
                if is_chosen == is_last {
                    draw_dot(area, Point { x, y: row.y }, is_chosen, theme)?;
                }
            }
        }
    }
    Ok(())
}

/// The band around 1, a line at each tick, and the break before the lanes.
pub(super) fn draw_grid<DB: DrawingBackend>(area: &Area<DB>, axis: &Log, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let height = f64::from(area.dim_in_pixel().1);
    let upright = |x: f64, top: f64, bottom: f64| [Point { x, y: top }, Point { x, y: bottom }].map(Point::pixel);
    let [from, to] = [NEAR_ONE.0, NEAR_ONE.1].map(|quotient| axis.at(quotient));
    let band = [Point { x: from, y: 0.0 }, Point { x: to, y: height }].map(Point::pixel);
    area.draw(&Rectangle::new(band, palette.tint.fill()))?;
    for (tick, x) in axis.ticks() {
        let is_one = (tick - 1.0).abs() < f64::EPSILON;
        let (color, width) = if is_one { (palette.ink_2, 1.5) } else { (palette.rule, 1.0) };
        area.draw(&PathElement::new(upright(*x, 0.0, height), color.stroke(theme.line(width))))?;
    }
    let dash = theme.px(4.0);
    let x = f64::midpoint(axis.small.unwrap_or(axis.ends.0), axis.ends.0);
    for step in 0..(height / dash / 2.0).ceil() as u32 {
        let top = f64::from(step) * dash * 2.0;
        area.draw(&PathElement::new(upright(x, top, top + dash), palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}

/// A thin line from the smallest to the largest dot of a row.
fn draw_span<DB: DrawingBackend>(
    area: &Area<DB>,
    dots: impl Iterator<Item = (usize, f64)>,
    y: f64,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for (_, x) in dots {
        (least, most) = (least.min(x), most.max(x));
    }
    if least >= most {
        return Ok(());
    }
    let ends = [least, most].map(|x| Point { x, y }.pixel());
    area.draw(&PathElement::new(ends, theme.palette.rule.stroke(theme.line(2.0))))
}

/// A filled dot for the chosen city, a hollow one for the others.
pub(super) fn draw_dot<DB: DrawingBackend>(
    area: &Area<DB>,
    center: Point,
    is_chosen: bool,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let radius = theme.px(RADIUS_PX + if is_chosen { 1.5 } else { -0.5 });
    // A ring of the ground keeps the chosen city's apart from dots underneath.
    let ground = if is_chosen { radius + theme.px(1.5) } else { radius };
    let style = if is_chosen { palette.accent.fill() } else { palette.ink_2.stroke(theme.line(1.25)) };
    area.draw(&Circle::new(center.pixel(), ground as u32, palette.surface.fill()))?;
    area.draw(&Circle::new(center.pixel(), radius as u32, style))
}
