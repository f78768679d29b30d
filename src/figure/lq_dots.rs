//! Dot rows: each industry's cities on a logarithmic axis, with zero and the very small beyond a break.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Rectangle};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::geometry::{Point, Rect};
use super::hit::HitMap;
use super::theme::Theme;
use super::{Area, Drawn};
use crate::data::quotient::Quotient;
use crate::model::location_quotient::published;

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

/// First and last quotient on the axis. Smaller ones stand in a lane of their own, larger ones at the end.
pub const DOMAIN: (f64, f64) = (0.1, 10.0);
/// Quotients marked on the axis.
pub const TICKS: [f64; 7] = [0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0];
/// Quotients counted as nearly the reference area's share.
pub const NEAR_ONE: (f64, f64) = (0.9, 1.1);

/// Radius of a dot, CSS px.
const RADIUS_PX: f64 = 5.0;
/// Lane of zero, CSS px from the left end.
const ZERO_LANE_PX: f64 = 8.0;
/// Lane of what is smaller than the axis, CSS px from the left end.
const SMALL_LANE_PX: f64 = 36.0;
/// Start of the axis, CSS px from the left end.
const AXIS_START_PX: f64 = 70.0;
/// Room right of the axis, CSS px.
const AXIS_END_PX: f64 = 10.0;

pub(super) type Axis = Cartesian2d<LogCoord<f64>, RangedCoordf64>;

/// Where a quotient stands, backend px from the left. The same for dots, grid and the labels in DOM.
pub fn x_from_quotient(quotient: f64, left: f64, right: f64, theme: &Theme) -> f64 {
    if quotient <= 0.0 {
        return left + theme.px(ZERO_LANE_PX);
    }
    if quotient < DOMAIN.0 {
        return left + theme.px(SMALL_LANE_PX);
    }
    let axis = axis((0, 0), (left, right), 1.0, theme);
    f64::from(axis.get_x_axis_pixel(quotient.min(DOMAIN.1)))
}

/// The axis's own view of a coordinate.
trait AxisPixel {
    fn get_x_axis_pixel(&self, quotient: f64) -> i32;
}

impl AxisPixel for Axis {
    fn get_x_axis_pixel(&self, quotient: f64) -> i32 {
        use plotters::coord::CoordTranslate as _;
        self.translate(&(quotient, 0.0)).0
    }
}

/// `origin` is the area's corner on its backend: a coordinate system of plotters' knows nothing of areas.
fn axis(origin: BackendCoord, (left, right): (f64, f64), height: f64, theme: &Theme) -> Axis {
    let x_start = origin.0 + (left + theme.px(AXIS_START_PX)).round() as i32;
    let x_end = (origin.0 + (right - theme.px(AXIS_END_PX)).round() as i32).max(x_start + 1);
    let y_end = origin.1 + (height.round() as i32).max(1);
    Cartesian2d::new((DOMAIN.0..DOMAIN.1).log_scale(), 0.0..height, (x_start..x_end, origin.1..y_end))
}

/// The area under the plot's axis.
pub(super) fn lined_up<DB: DrawingBackend>(area: &Area<DB>, plot: &DotPlot, theme: &Theme) -> DrawingArea<DB, Axis> {
    let height = f64::from(area.dim_in_pixel().1);
    area.apply_coord_spec(axis(area.get_base_pixel(), (plot.left, plot.right), height, theme))
}

/// Draws the rows; hits name them by row and city.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, plot: &DotPlot, theme: &Theme) -> Drawn<DB, HitMap<(usize, usize)>> {
    let height = f64::from(area.dim_in_pixel().1);
    let chart = lined_up(area, plot, theme);
    draw_grid(area, &chart, plot, height, theme)?;
    let mut hits = HitMap::default();
    for (row_index, row) in plot.rows.iter().enumerate() {
        let x = |quotient| x_from_quotient(quotient, plot.left, plot.right, theme);
        draw_span(area, row, x, theme)?;
        let others = published(&row.quotients).filter(|(column, _)| Some(*column) != plot.chosen);
        for (column, quotient) in others {
            hits.push(draw_dot(area, Point { x: x(quotient), y: row.y }, false, theme)?, (row_index, column));
        }
        if let Some((column, quotient)) = plot.chosen.and_then(|c| Some((c, row.quotients.get(c)?.published()?))) {
            hits.push(draw_dot(area, Point { x: x(quotient), y: row.y }, true, theme)?, (row_index, column));
        }
    }
    Ok(hits)
}

/// The band around 1, a line at each tick, and the break before the lanes.
pub(super) fn draw_grid<DB: DrawingBackend>(
    area: &Area<DB>,
    chart: &DrawingArea<DB, Axis>,
    plot: &DotPlot,
    height: f64,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    chart.draw(&Rectangle::new([(NEAR_ONE.0, 0.0), (NEAR_ONE.1, height)], palette.tint.fill()))?;
    for tick in TICKS {
        let is_one = (tick - 1.0).abs() < f64::EPSILON;
        let (color, width) = if is_one { (palette.ink_2, 1.5) } else { (palette.rule, 1.0) };
        chart.draw(&PathElement::new(vec![(tick, 0.0), (tick, height)], color.stroke(theme.px(width))))?;
    }
    let dash = theme.px(4.0);
    let x = plot.left + theme.px(f64::midpoint(SMALL_LANE_PX, AXIS_START_PX));
    for step in 0..(height / dash / 2.0).ceil() as u32 {
        let top = f64::from(step) * dash * 2.0;
        let ends = [Point { x, y: top }, Point { x, y: top + dash }];
        area.draw(&PathElement::new(ends.map(Point::pixel), palette.edge.stroke(theme.px(1.0))))?;
    }
    Ok(())
}

/// A thin line from the smallest to the largest dot of a row.
fn draw_span<DB: DrawingBackend>(
    area: &Area<DB>,
    row: &DotRow,
    x: impl Fn(f64) -> f64,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let xs = || published(&row.quotients).map(|(_, quotient)| x(quotient));
    let (least, most) = (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max));
    if least >= most {
        return Ok(());
    }
    let ends = [Point { x: least, y: row.y }, Point { x: most, y: row.y }];
    area.draw(&PathElement::new(ends.map(Point::pixel), theme.palette.rule.stroke(theme.px(2.0))))
}

/// A filled dot for the chosen city, a hollow one for the others.
pub(super) fn draw_dot<DB: DrawingBackend>(
    area: &Area<DB>,
    center: Point,
    is_chosen: bool,
    theme: &Theme,
) -> Drawn<DB, Rect> {
    let palette = &theme.palette;
    let radius = theme.px(RADIUS_PX + if is_chosen { 1.5 } else { -0.5 });
    if is_chosen {
        // A ring of the ground keeps it apart from dots underneath.
        area.draw(&Circle::new(center.pixel(), (radius + theme.px(1.5)) as u32, palette.surface.fill()))?;
        area.draw(&Circle::new(center.pixel(), radius as u32, palette.accent.fill()))?;
    } else {
        area.draw(&Circle::new(center.pixel(), radius as u32, palette.surface.fill()))?;
        area.draw(&Circle::new(center.pixel(), radius as u32, palette.ink_2.stroke(theme.px(1.25))))?;
    }
    let reach = radius + theme.px(4.0);
    Ok(Rect { left: center.x - reach, top: center.y - reach, right: center.x + reach, bottom: center.y + reach })
}
