//! A KPI's bullet: the gauge on one line, for narrow screens and for print.

use plotters::element::{PathElement, Polygon, Rectangle};
use plotters_backend::DrawingBackend;

use super::geometry::{Point, Rect, Segment};
use super::mark::{draw_tick, scale_of};
use super::theme::Theme;
use super::{Area, Drawn};
use crate::data::kpi::{Direction, KpiKind};
use crate::model::pace::{Reading, Status};

/// Height of a row, CSS px.
pub const HEIGHT_PX: f64 = 44.0;
/// Room at both ends for half a tick or triangle, CSS px.
const INSET_PX: f64 = 8.0;
/// Height of the track and how far its middle lies below the row's, CSS px: the pace mark stands above it.
const TRACK_PX: (f64, f64) = (14.0, 3.0);
/// How far the ticks of baseline and target stand out, CSS px.
const TICKS_PX: (f64, f64) = (3.0, 7.0);
/// Distance of hatch strokes, CSS px.
const HATCH_PX: f64 = 6.0;
/// Half the width and the height of the pace mark, CSS px.
const PACE_PX: (f64, f64) = (5.0, 10.0);

/// Where everything stands, backend px; words are set beside these points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// From the scale's start to its end.
    pub track: Rect,
    /// End of the level bar, on the track's middle.
    pub level: Point,
    /// Upper end of the baseline tick; none for a KPI to maintain.
    pub baseline: Option<Point>,
    /// Lower end of the target tick.
    pub target: Point,
    /// Tip of the pace mark; none for a KPI to maintain.
    pub pace: Option<Point>,
    /// Whether the track begins above zero: both ends must then be shown.
    pub is_cut: bool,
}

impl Layout {
    /// Places a row of `size` backend px. `pace` is apart from the reading so that it can sweep.
    pub fn new((width, height): (f64, f64), reading: &Reading, pace: f64, theme: &Theme) -> Self {
        let scale = scale_of(reading);
        let inset = theme.px(INSET_PX);
        let middle = height / 2.0 + theme.px(TRACK_PX.1);
        let half = theme.px(TRACK_PX.0) / 2.0;
        let right = (width - inset).max(inset + 1.0);
        let track = Rect { left: inset, top: middle - half, right, bottom: middle + half };
        let at = |level: f64, y: f64| Point { x: track.left + track.width() * scale.ratio(level), y };
        let travels = reading.kind != KpiKind::Maintain;
        Self {
            track,
            level: at(reading.level(), middle),
            baseline: travels.then(|| at(reading.baseline, track.top - theme.px(TICKS_PX.0))),
            target: at(reading.target, track.bottom + theme.px(TICKS_PX.1)),
            pace: travels.then(|| at(pace, track.top - theme.px(1.5))),
            is_cut: scale.start != 0.0,
        }
    }
}

/// Draws one bullet where its layout has it; the same inputs as a gauge's.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, reading: &Reading, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (track, palette) = (layout.track, &theme.palette);
    area.draw(&Rectangle::new(track.pixels(0.0), palette.rule.fill()))?;
    draw_level(area, layout, reading.status, theme)?;
    if layout.is_cut {
        draw_cut(area, track, theme)?;
    }
    if let Some(upper) = layout.baseline {
        let lower = Point { y: track.bottom + theme.px(TICKS_PX.0), ..upper };
        draw_tick(area, [upper, lower], palette.ink, 2.0, theme)?;
    }
    if reading.kind == KpiKind::Maintain {
        draw_floor(area, layout, reading.direction, theme)?;
    }
    let upper = Point { y: track.top - theme.px(TICKS_PX.1), ..layout.target };
    draw_tick(area, [upper, layout.target], palette.counter, 3.5, theme)?;
    match layout.pace {
        Some(tip) => draw_pace(area, tip, theme),
        None => Ok(()),
    }
}

/// Solid where it is measured, hatched where only the baseline is known.
fn draw_level<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, status: Status, theme: &Theme) -> Drawn<DB, ()> {
    let bar = Rect { right: layout.level.x, ..layout.track };
    if bar.width() < 0.5 {
        return Ok(());
    }
    if status != Status::NoReading {
        return area.draw(&Rectangle::new(bar.pixels(0.0), theme.status(status).fill()));
    }
    let style = theme.palette.accent.stroke(theme.line(1.5));
    let (step, slant) = (theme.px(HATCH_PX), bar.height());
    let strokes = ((bar.width() + slant) / step).floor() as u32;
    for stroke in 1..=strokes {
        // From the foot up to the right, cut where it would leave the bar.
        let foot = bar.left - slant + f64::from(stroke) * step;
        let (start, end) = ((bar.left - foot).max(0.0), (bar.right - foot).min(slant));
        let at = |along: f64| Point { x: foot + along, y: bar.bottom - along };
        if end > start {
            area.draw(&PathElement::new([at(start), at(end)].map(Point::pixel), style))?;
        }
    }
    let [(left, top), (right, bottom)] = bar.pixels(0.0);
    let outline = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    area.draw(&PathElement::new(outline, style))
}

/// Two slanted gaps near the start: what lies below is left out.
fn draw_cut<DB: DrawingBackend>(area: &Area<DB>, track: Rect, theme: &Theme) -> Drawn<DB, ()> {
    for offset_px in [8.0, 14.0] {
        let x = track.left + theme.px(offset_px);
        let out = theme.px(2.0);
        let ends = [Point { x, y: track.bottom + out }, Point { x: x + theme.px(5.0), y: track.top - out }];
        area.draw(&PathElement::new(ends.map(Point::pixel), theme.palette.surface.stroke(theme.px(2.5))))?;
    }
    Ok(())
}

/// From the floor to the end, or from the start to the ceiling: all of it is as it should be.
fn draw_floor<DB: DrawingBackend>(
    area: &Area<DB>,
    layout: &Layout,
    direction: Option<Direction>,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let y = layout.track.bottom + theme.px(TICKS_PX.1 - 1.0);
    let end = match direction {
        Some(Direction::Raise) => layout.track.right,
        Some(Direction::Lower) => layout.track.left,
        None => return Ok(()),
    };
    let line = Segment { from: Point { x: layout.target.x, y }, to: Point { x: end, y } };
    area.draw(&PathElement::new(line.pixels(), theme.palette.counter.stroke(theme.line(2.0))))
}

/// A small triangle above the track, pointing at the level.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, tip: Point, theme: &Theme) -> Drawn<DB, ()> {
    let (half, y) = (theme.px(PACE_PX.0), tip.y - theme.px(PACE_PX.1));
    let corners = [tip, Point { x: tip.x - half, y }, Point { x: tip.x + half, y }];
    area.draw(&Polygon::new(corners.map(Point::pixel), theme.palette.ink.fill()))
}
