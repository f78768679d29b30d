//! Dot rows: each industry's cities on a logarithmic axis. What lies beyond the axis of a few cities is stacked at its ends;
//! that of very many cities has lanes for zero and the very small instead.

use plotters::element::{Circle, PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Log, OF_CITIES};
use super::geometry::Point;
use super::theme::Theme;
use super::words::{Side, Word};
use super::{Area, Drawn};
use crate::data::quotient::Quotient;
use crate::model::location_quotient::{AxisMark, NEAR_ONE, RowMark, ends, published};

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

/// Radius of a dot, and what the chosen city's has more, CSS px.
const RADIUS_PX: (f64, f64) = (4.0, 2.5);
/// Distance of a stack's first dot from the end of the axis, of one dot from the next, and the whole stack's width, CSS px.
const STACK_PX: (f64, f64, f64) = (8.0, 2.5, 9.0);
/// Room that a name needs beside its dot, CSS px.
const NAME_PX: f64 = 12.0;
/// Room for a stack beyond either end of the strip, CSS px.
pub const BEYOND_PX: f64 = 22.0;

/// Where everything stands.
pub struct Layout {
    /// The axis of all rows.
    pub axis: Log,
    /// The axis's words; they stand above the rows.
    pub words: Vec<Word<AxisMark>>,
    plot: DotPlot,
    /// The dots of each row: column and place along the axis.
    dots: Vec<Vec<(usize, f64)>>,
}

impl Layout {
    /// Places the dots of a few cities; the strip is the axis, and stacks stand beyond its ends.
    pub fn new(plot: DotPlot, theme: &Theme) -> Self {
        let axis = Log::of_cities((plot.left, plot.right));
        let place = |dot: Dot| (dot.column, dot.at + theme.px(dot.aside_px));
        let dots = plot.rows.iter().map(|row| placed(&axis, &row.quotients).into_iter().map(place).collect()).collect();
        Self::of(plot, axis, dots)
    }

    /// Places the dots of very many cities, all on the axis and its lanes.
    pub fn of_many(plot: DotPlot, theme: &Theme) -> Self {
        let axis = Log::of_many((plot.left, plot.right), theme);
        let on_axis = |row: &DotRow| published(&row.quotients).map(|(column, own)| (column, axis.at(own))).collect();
        let dots = plot.rows.iter().map(on_axis).collect();
        Self::of(plot, axis, dots)
    }

    fn of(plot: DotPlot, axis: Log, dots: Vec<Vec<(usize, f64)>>) -> Self {
        let words = axis.words(Side::Above, |x| Point { x, y: 0.0 });
        Self { axis, words, plot, dots }
    }

    /// The dot of a row that is nearest to a place along the axis; of those in one place the chosen city's, which lies on
    /// top. Its column and its own place.
    pub fn under(&self, row: usize, x: f64) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64)> = None;
        for (column, at) in self.dots.get(row)?.iter().copied() {
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

    /// What stands beside the dots of a few cities: the quotients of each stack, and the cities with the least and the most,
    /// where `width` says how wide a city's name is and there is room for it.
    pub fn row_words(&self, theme: &Theme, width: impl Fn(usize) -> Option<f64>) -> Vec<Word<RowMark>> {
        let mut words = Vec::new();
        if self.axis.has_lane() {
            return words;
        }
        for (row, dots) in self.plot.rows.iter().zip(&self.dots) {
            let (least, most) = ends(&row.quotients);
            words.extend(stacks(&row.quotients).map(|says| self.stack_word(row, says, theme)));
            for (column, side) in [(least, Side::Left), (most, Side::Right)] {
                let found = column.and_then(|column| dots.iter().find(|(own, _)| *own == column));
                let Some((column, x)) = found.copied() else { continue };
                let room = if side == Side::Left { x - self.plot.left } else { self.plot.right - x };
                let is_on_axis = (self.plot.left..=self.plot.right).contains(&x);
                if is_on_axis && width(column).is_some_and(|width| width + theme.px(NAME_PX) <= room) {
                    words.push(Word { at: Point { x, y: row.y }, side, says: RowMark::City(column) });
                }
            }
        }
        words
    }

    fn stack_word(&self, row: &DotRow, says: RowMark, theme: &Theme) -> Word<RowMark> {
        let edge = theme.px(BEYOND_PX - 2.0);
        let is_low = matches!(says, RowMark::Stack { is_low: true, .. });
        let (x, side) =
            if is_low { (self.plot.left - edge, Side::AboveStart) } else { (self.plot.right + edge, Side::AboveEnd) };
        Word { at: Point { x, y: row.y }, side, says }
    }
}

/// A dot of a row of a few cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The city's column.
    pub column: usize,
    /// Its place along the axis: the end of the axis, where it is stacked there.
    pub at: f64,
    /// How far beyond that end it stands, CSS px; negative at the low one.
    pub aside_px: f64,
}

/// The dots of a row of a few cities, the smallest quotient first: on the axis, or stacked beyond its ends, the outermost
/// quotient farthest out.
pub fn placed(axis: &Log, quotients: &[Quotient]) -> Vec<Dot> {
    let (low, high) = OF_CITIES;
    let mut sorted: Vec<(usize, f64)> = published(quotients).collect();
    sorted.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let below = sorted.iter().filter(|(_, own)| *own < low).count();
    let above = sorted.iter().filter(|(_, own)| *own > high).count();
    let from_end_px = |nth: usize, of: usize| {
        let step_px = STACK_PX.1.min(STACK_PX.2 / of.saturating_sub(1).max(1) as f64);
        STACK_PX.0 + step_px * nth as f64
    };
    let first_above = sorted.len() - above;
    let place = |(nth, (column, own)): (usize, (usize, f64))| {
        let (at, aside_px) = if nth < below {
            (axis.ends.0, -from_end_px(below - 1 - nth, below))
        } else if nth >= first_above {
            (axis.ends.1, from_end_px(nth - first_above, above))
        } else {
            (axis.at(own), 0.0)
        };
        Dot { column, at, aside_px }
    };
    sorted.into_iter().enumerate().map(place).collect()
}

/// What is said of the stacks of a row: of the one at the low end, then of the one at the high end.
pub fn stacks(quotients: &[Quotient]) -> impl Iterator<Item = RowMark> {
    let (low, high) = OF_CITIES;
    let (lowest, highest) = ends(quotients);
    [(true, lowest), (false, highest)].into_iter().filter_map(move |(is_low, city)| {
        let is_in = |own: &f64| if is_low { *own < low } else { *own > high };
        let own = published(quotients).map(|(_, own)| own).filter(is_in);
        let (least, most) = own.fold((f64::INFINITY, 0.0), |(least, most), own| (own.min(least), own.max(most)));
        (least <= most).then_some(RowMark::Stack { least, most, city, is_low })
    })
}

/// Draws the rows over the whole height of `area`.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    draw_grid(area, &layout.axis, theme)?;
    for (row, dots) in layout.plot.rows.iter().zip(&layout.dots) {
        draw_span(area, dots, row.y, theme)?;
        // The chosen city's dot comes last, on top.
        for is_last in [false, true] {
            for (column, x) in dots.iter().copied() {
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
    let Some(small) = axis.small else { return Ok(()) };
    let dash = theme.px(4.0);
    let x = f64::midpoint(small, axis.ends.0);
    for step in 0..(height / dash / 2.0).ceil() as u32 {
        let top = f64::from(step) * dash * 2.0;
        area.draw(&PathElement::new(upright(x, top, top + dash), palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}

/// A thin line from the smallest to the largest dot of a row.
fn draw_span<DB: DrawingBackend>(area: &Area<DB>, dots: &[(usize, f64)], y: f64, theme: &Theme) -> Drawn<DB, ()> {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for (_, x) in dots {
        (least, most) = (least.min(*x), most.max(*x));
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
    let radius = theme.px(RADIUS_PX.0 + if is_chosen { RADIUS_PX.1 } else { 0.0 });
    // A ring of the ground keeps the chosen city's apart from dots underneath.
    let ground = if is_chosen { radius + theme.px(1.5) } else { radius };
    let style = if is_chosen { palette.accent.fill() } else { palette.ink_2.stroke(theme.line(1.25)) };
    area.draw(&Circle::new(center.pixel(), ground as u32, palette.surface.fill()))?;
    area.draw(&Circle::new(center.pixel(), radius as u32, style))
}
