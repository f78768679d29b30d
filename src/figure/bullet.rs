//! A KPI's bullet: the gauge on one line, for narrow screens and for print.

use plotters::element::{PathElement, Polygon, Rectangle};
use plotters_backend::DrawingBackend;

use super::gauge::held;
use super::geometry::{Point, Rect};
use super::mark::draw_tick;
use super::theme::Theme;
use super::{Area, Drawn};
use crate::model::pace::{Reading, Status};
use crate::model::scale::{MOST, Scale};

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
/// Length of the arrowhead of what goes beyond the scale, CSS px.
const HEAD_PX: f64 = 10.0;

/// Where everything stands, backend px; words are set beside these points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// From the scale's start to its end; marks have room beyond.
    pub track: Rect,
    /// From zero to the level.
    pub level: (f64, f64),
    /// Whether the level goes beyond the scale: it ends in an arrowhead.
    pub is_beyond: bool,
    /// Upper end of the baseline tick.
    pub baseline: Point,
    /// Lower end of the target tick.
    pub target: Point,
    /// Where a level to hold may lie.
    pub held: Option<(f64, f64)>,
    /// Tip of the pace mark.
    pub pace: Option<Point>,
}

impl Layout {
    /// Places a row of `size` backend px. `pace` is apart from the reading so that it can sweep.
    pub fn new((width, height): (f64, f64), reading: &Reading, pace: Option<f64>, theme: &Theme) -> Self {
        let scale = Scale::of_reading(reading);
        let left = theme.px(INSET_PX);
        let middle = height / 2.0 + theme.px(TRACK_PX.1);
        let half = theme.px(TRACK_PX.0) / 2.0;
        let length = ((width - left * 2.0) / MOST).max(1.0);
        let track = Rect { left, top: middle - half, right: left + length, bottom: middle + half };
        let x = |ratio: f64| left + length * ratio;
        let at = |level: f64, y: f64| Point { x: x(scale.ratio(level)), y };
        let held = held(reading, scale.ratio(reading.target));
        Self {
            track,
            level: (at(0.0, middle).x, at(reading.level(), middle).x),
            is_beyond: scale.is_beyond(reading.level()),
            baseline: at(reading.baseline, track.top - theme.px(TICKS_PX.0)),
            target: at(reading.target, track.bottom + theme.px(TICKS_PX.1)),
            held: held.map(|(from, to)| (x(from), x(to))),
            pace: pace.map(|level| at(level, track.top - theme.px(1.5))),
        }
    }
}

/// Draws one bullet where its layout has it; the same inputs as a gauge's.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, reading: &Reading, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (track, palette) = (layout.track, &theme.palette);
    area.draw(&Rectangle::new(track.pixels(0.0), palette.rule.fill()))?;
    draw_level(area, layout, reading.status, theme)?;
    if let Some((from, to)) = layout.held {
        let y = track.bottom + theme.px(TICKS_PX.1 - 1.0);
        let ends = [Point { x: from, y }, Point { x: to, y }];
        area.draw(&PathElement::new(ends.map(Point::pixel), palette.ink.stroke(theme.line(2.0))))?;
    }
    // Where the two are equal, the baseline shows above the track and the target below.
    let lower = Point { y: track.bottom, ..layout.baseline };
    draw_tick(area, [layout.baseline, lower], palette.ink, 2.0, theme)?;
    let upper = Point { y: track.top, ..layout.target };
    draw_tick(area, [upper, layout.target], palette.ink, 4.0, theme)?;
    match layout.pace {
        Some(tip) => draw_pace(area, tip, theme),
        None => Ok(()),
    }
}

/// Solid where it is measured, hatched where only the baseline is known; an arrowhead where it goes beyond the scale.
fn draw_level<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, status: Status, theme: &Theme) -> Drawn<DB, ()> {
    let (zero, level) = layout.level;
    let mut bar = Rect { left: zero.min(level), right: zero.max(level), ..layout.track };
    if bar.width() < 0.5 {
        return Ok(());
    }
    if status != Status::NoReading {
        let style = theme.status(status).fill();
        if layout.is_beyond {
            let tip = Point { x: bar.right, y: bar.center().y };
            bar.right -= theme.px(HEAD_PX);
            let [top, bottom] = [bar.top - theme.px(3.0), bar.bottom + theme.px(3.0)];
            let corners = [tip, Point { x: bar.right, y: top }, Point { x: bar.right, y: bottom }];
            area.draw(&Polygon::new(corners.map(Point::pixel), style))?;
        }
        return area.draw(&Rectangle::new(bar.pixels(0.0), style));
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

/// A small triangle above the track, pointing at the level.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, tip: Point, theme: &Theme) -> Drawn<DB, ()> {
    let (half, y) = (theme.px(PACE_PX.0), tip.y - theme.px(PACE_PX.1));
    let corners = [tip, Point { x: tip.x - half, y }, Point { x: tip.x + half, y }];
    area.draw(&Polygon::new(corners.map(Point::pixel), theme.palette.ink.fill()))
}
