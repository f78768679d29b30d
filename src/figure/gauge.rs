//! A KPI's gauge: a half circle from zero to the target, filled to the level, with the pace mark outside.

use plotters::element::{PathElement, Polygon};
use plotters_backend::DrawingBackend;

use super::geometry::{Dial, Point, sine_cosine};
use super::mark::draw_tick;
use super::theme::Theme;
use super::{Area, Drawn};
use crate::data::kpi::{Direction, KpiKind};
use crate::model::pace::{Reading, Status};
use crate::model::scale::{MOST, Scale};

/// From zero to the target, degrees; the room beyond hangs down from there.
const SWEEP_DEG: f64 = 180.0;
/// Thickness of the ring, share of the outer radius.
const THICKNESS: f64 = 0.2;
/// The box a gauge is designed in, units: at any size it is this one made larger or smaller, but for the width of lines.
pub const DESIGN: (f64, f64) = (120.0, 84.0);
/// Room outside the ring for ticks and the pace mark, units.
const MARGIN: f64 = 14.0;
/// Distance between hatch strokes, degrees.
const HATCH_DEG: f64 = 5.0;
/// Length of the arrowhead of what goes beyond the scale, share of the sweep.
const HEAD: f64 = 0.06;

/// Where everything stands: a dial in backend px, and ratios of the arc from zero to the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The largest dial that fits.
    pub dial: Dial,
    /// A unit of the design, backend px.
    pub unit: f64,
    /// From zero to the level.
    pub level: (f64, f64),
    /// Whether the level goes beyond the scale: it ends in an arrowhead.
    pub is_beyond: bool,
    /// The baseline's tick.
    pub baseline: f64,
    /// The target's tick.
    pub target: f64,
    /// Where a level to hold may lie.
    pub held: Option<(f64, f64)>,
    /// The pace mark.
    pub pace: Option<f64>,
}

impl Layout {
    /// Places a gauge of `size` backend px. `pace` is the level of its mark, apart from the reading so that it can sweep.
    pub fn new(size: (f64, f64), reading: &Reading, pace: Option<f64>) -> Self {
        let scale = Scale::of_reading(reading);
        let target = scale.ratio(reading.target);
        let unit = (size.0 / DESIGN.0).min(size.1 / DESIGN.1);
        Self {
            dial: dial(size.0, unit),
            unit,
            level: (scale.ratio(0.0), scale.ratio(reading.level())),
            is_beyond: scale.is_beyond(reading.level()),
            baseline: scale.ratio(reading.baseline),
            target,
            held: held(reading, target),
            pace: pace.map(|level| scale.ratio(level)),
        }
    }
}

/// From a floor to the scale's end, or from its start to a ceiling: ratios of the scale.
pub fn held(reading: &Reading, target: f64) -> Option<(f64, f64)> {
    match reading.direction.filter(|_| reading.kind == KpiKind::Maintain)? {
        Direction::Raise => Some((target, MOST)),
        Direction::Lower => Some((0.0, target)),
    }
}

/// Draws one gauge where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, reading: &Reading, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (dial, unit, palette) = (&layout.dial, layout.unit, &theme.palette);
    area.draw(&Polygon::new(dial.sector(0.0, 1.0), palette.rule.fill()))?;
    draw_level(area, layout, reading.status, theme)?;
    if let Some((from, to)) = layout.held {
        let line = dial.arc(from, to, dial.outer + 6.0 * unit);
        area.draw(&PathElement::new(line.collect::<Vec<_>>(), palette.ink.stroke(theme.line(2.0))))?;
    }
    // Where the two are equal, the baseline shows within the ring and the target outside.
    let tick = |ratio: f64, inward: f64, outward: f64| {
        [dial.at(ratio, dial.inner - inward * unit), dial.at(ratio, dial.outer + outward * unit)]
    };
    draw_tick(area, tick(layout.baseline, 4.0, 0.0), palette.ink, 2.0, theme)?;
    draw_tick(area, tick(layout.target, 0.0, 8.0), palette.ink, 4.0, theme)?;
    match layout.pace {
        Some(ratio) => draw_pace(area, layout, ratio, theme),
        None => Ok(()),
    }
}

/// The largest dial that fits.
fn dial(width: f64, unit: f64) -> Dial {
    let margin = MARGIN * unit;
    // Below the centre the arc's end hangs down by the sine of what exceeds a half circle.
    let (below_ratio, _) = sine_cosine(((MOST - 1.0) * SWEEP_DEG).to_radians());
    let outer = (DESIGN.0 / 2.0 - MARGIN).min((DESIGN.1 - MARGIN - 6.0) / (1.0 + below_ratio)) * unit;
    let outer = outer.max(1.0);
    let center = Point { x: width / 2.0, y: margin + outer };
    Dial { center, outer, inner: outer * (1.0 - THICKNESS), sweep_deg: SWEEP_DEG }
}

/// Solid where it is measured, hatched where only the baseline is known; an arrowhead where it goes beyond the scale.
fn draw_level<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, status: Status, theme: &Theme) -> Drawn<DB, ()> {
    let (dial, (zero, level)) = (&layout.dial, layout.level);
    // A sector without an opening would still have an outline.
    if (level - zero).abs() < 1e-3 {
        return Ok(());
    }
    let color = theme.status(status);
    if status != Status::NoReading {
        let end = if layout.is_beyond { level - HEAD } else { level };
        if layout.is_beyond {
            let tip = dial.at(level, f64::midpoint(dial.inner, dial.outer));
            let over = 3.0 * layout.unit;
            let wide = [dial.at(end, dial.inner - over), dial.at(end, dial.outer + over)];
            let [inner, outer] = wide;
            area.draw(&Polygon::new([tip, inner, outer].map(Point::pixel), color.fill()))?;
        }
        return area.draw(&Polygon::new(dial.sector(zero, end), color.fill()));
    }
    // Thinner where strokes stand closer.
    let style = theme.palette.accent.stroke(theme.line(1.5 * (layout.unit / theme.px(1.0)).min(1.0)));
    let (from, to) = (zero.min(level), zero.max(level));
    let slant = HATCH_DEG / SWEEP_DEG;
    let strokes = ((to - from) / slant).floor() as u32;
    for stroke in 0..=strokes {
        let outer_ratio = from + f64::from(stroke) * slant;
        let inner_ratio = (outer_ratio - slant).max(from);
        let ends = [dial.at(outer_ratio, dial.outer), dial.at(inner_ratio, dial.inner)];
        area.draw(&PathElement::new(ends.map(Point::pixel), style))?;
    }
    let mut outline = dial.sector(from, to);
    outline.extend(outline.first().copied());
    area.draw(&PathElement::new(outline, style))
}

/// A small triangle outside the ring, pointing at the level.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, ratio: f64, theme: &Theme) -> Drawn<DB, ()> {
    let (dial, unit) = (&layout.dial, layout.unit);
    let tip = dial.at(ratio, dial.outer + 1.5 * unit);
    let half = 4.5 * unit / dial.outer / SWEEP_DEG.to_radians();
    let base = [ratio - half, ratio + half].map(|r| dial.at(r, dial.outer + 13.0 * unit));
    let [left, right] = base;
    area.draw(&Polygon::new([tip, left, right].map(Point::pixel), theme.palette.ink.fill()))
}
