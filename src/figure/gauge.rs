//! A KPI's gauge: level on an arc of 200°, baseline and target ticks, the pace mark outside.

use plotters::element::{PathElement, Polygon};
use plotters_backend::DrawingBackend;

use super::geometry::{Dial, Point, sine_cosine};
use super::mark::draw_tick;
pub use super::mark::scale_of;
use super::theme::Theme;
use super::{Area, Drawn};
use crate::data::kpi::KpiKind;
use crate::model::pace::{Reading, Status};

/// Opening of the arc in degrees.
const SWEEP_DEG: f64 = 200.0;
/// Thickness of the ring, share of the outer radius.
const THICKNESS: f64 = 0.2;
/// Room outside the ring for ticks and the pace mark, CSS px.
const MARGIN_PX: f64 = 14.0;
/// Distance between hatch strokes, degrees.
const HATCH_DEG: f64 = 5.0;

/// Where everything stands: a dial in backend px, and ratios of its opening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The largest dial that fits.
    pub dial: Dial,
    /// End of the level.
    pub level: f64,
    /// The baseline's tick; none for a KPI to maintain.
    pub baseline: Option<f64>,
    /// The target's tick.
    pub target: f64,
    /// The pace mark; none for a KPI to maintain.
    pub pace: Option<f64>,
}

impl Layout {
    /// Places a gauge of `size` backend px. `pace` is the level of its mark, apart from the reading so that it can sweep.
    pub fn new(size: (f64, f64), reading: &Reading, pace: f64, theme: &Theme) -> Self {
        let scale = scale_of(reading);
        let travels = reading.kind != KpiKind::Maintain;
        Self {
            dial: dial(size, theme),
            level: scale.ratio(reading.level()),
            baseline: travels.then(|| scale.ratio(reading.baseline)),
            target: scale.ratio(reading.target),
            pace: travels.then(|| scale.ratio(pace)),
        }
    }
}

/// Draws one gauge where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, reading: &Reading, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (dial, palette) = (&layout.dial, &theme.palette);
    area.draw(&Polygon::new(dial.sector(0.0, 1.0), palette.rule.fill()))?;
    draw_level(area, dial, layout.level, reading.status, theme)?;
    let ends = |ratio: f64, out_px: f64| {
        [dial.at(ratio, dial.inner - theme.px(3.0)), dial.at(ratio, dial.outer + theme.px(out_px))]
    };
    if let Some(ratio) = layout.baseline {
        draw_tick(area, ends(ratio, 3.0), palette.ink, 2.0, theme)?;
    }
    draw_tick(area, ends(layout.target, 8.0), palette.counter, 3.5, theme)?;
    match layout.pace {
        Some(ratio) => draw_pace(area, dial, ratio, theme),
        None => Ok(()),
    }
}

/// The largest dial that fits.
fn dial((width, height): (f64, f64), theme: &Theme) -> Dial {
    let margin = theme.px(MARGIN_PX);
    // Below the centre the arc's ends hang down by the sine of what exceeds a half circle.
    let (below_ratio, _) = sine_cosine(((SWEEP_DEG - 180.0) / 2.0).to_radians());
    let outer = ((width / 2.0) - margin).min((height - margin - theme.px(4.0)) / (1.0 + below_ratio)).max(1.0);
    let center = Point { x: width / 2.0, y: margin + outer };
    Dial { center, outer, inner: outer * (1.0 - THICKNESS), sweep_deg: SWEEP_DEG }
}

/// Solid where it is measured, hatched where only the baseline is known.
fn draw_level<DB: DrawingBackend>(
    area: &Area<DB>,
    dial: &Dial,
    ratio: f64,
    status: Status,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let color = theme.status(status);
    if status != Status::NoReading {
        return area.draw(&Polygon::new(dial.sector(0.0, ratio), color.fill()));
    }
    let color = theme.palette.accent;
    let strokes = (ratio * SWEEP_DEG / HATCH_DEG).floor() as u32;
    let slant = HATCH_DEG / SWEEP_DEG;
    for stroke in 0..=strokes {
        let outer_ratio = f64::from(stroke) * slant;
        let inner_ratio = (outer_ratio - slant).max(0.0);
        let ends = [dial.at(outer_ratio, dial.outer), dial.at(inner_ratio, dial.inner)];
        area.draw(&PathElement::new(ends.map(Point::pixel), color.stroke(theme.line(1.5))))?;
    }
    let mut outline = dial.sector(0.0, ratio);
    outline.extend(outline.first().copied());
    area.draw(&PathElement::new(outline, color.stroke(theme.line(1.5))))
}

/// A small triangle outside the ring, pointing at the level.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, dial: &Dial, ratio: f64, theme: &Theme) -> Drawn<DB, ()> {
    let tip = dial.at(ratio, dial.outer + theme.px(1.5));
    let half = theme.px(4.5) / dial.outer / SWEEP_DEG.to_radians();
    let base = [ratio - half, ratio + half].map(|r| dial.at(r, dial.outer + theme.px(13.0)));
    let [left, right] = base;
    area.draw(&Polygon::new([tip, left, right].map(Point::pixel), theme.palette.ink.fill()))
}
