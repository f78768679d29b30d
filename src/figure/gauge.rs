//! A KPI's gauge: level on an arc of 200°, baseline and target ticks, the pace mark outside.

use plotters::element::{PathElement, Polygon};
use plotters_backend::DrawingBackend;

use super::geometry::{Dial, Point, Rect, sine_cosine};
use super::hit::HitMap;
use super::mark::draw_tick;
pub use super::mark::{Mark, scale_of};
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

/// Draws one gauge into `area`. `pace` is the level of the pace mark, apart from the reading so that it can sweep.
pub fn draw<DB: DrawingBackend>(
    area: &Area<DB>,
    reading: &Reading,
    pace: f64,
    theme: &Theme,
) -> Drawn<DB, HitMap<Mark>> {
    let dial = dial(area.dim_in_pixel(), theme);
    let scale = scale_of(reading);
    let palette = &theme.palette;
    area.draw(&Polygon::new(dial.sector(0.0, 1.0), palette.rule.fill()))?;
    draw_level(area, &dial, scale.ratio(reading.level()), reading.status, theme)?;

    let mut hits = HitMap::default();
    let out = |css_px: f64| dial.outer + theme.px(css_px);
    if reading.kind != KpiKind::Maintain {
        let ratio = scale.ratio(reading.baseline);
        let ends = [dial.at(ratio, dial.inner - theme.px(3.0)), dial.at(ratio, out(3.0))];
        draw_tick(area, ends, palette.ink, 2.0, theme)?;
        hits.push(around(ends), Mark::Baseline);
    }
    let ratio = scale.ratio(reading.target);
    let ends = [dial.at(ratio, dial.inner - theme.px(3.0)), dial.at(ratio, out(8.0))];
    draw_tick(area, ends, palette.counter, 3.5, theme)?;
    hits.push(around(ends), Mark::Target);
    if reading.kind != KpiKind::Maintain {
        hits.push(draw_pace(area, &dial, scale.ratio(pace), theme)?, Mark::Pace);
    }
    Ok(hits)
}

/// The largest dial that fits.
fn dial((width, height): (u32, u32), theme: &Theme) -> Dial {
    let (width, height, margin) = (f64::from(width), f64::from(height), theme.px(MARGIN_PX));
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
        area.draw(&PathElement::new(ends.map(Point::pixel), color.stroke(theme.px(1.5))))?;
    }
    let mut outline = dial.sector(0.0, ratio);
    outline.extend(outline.first().copied());
    area.draw(&PathElement::new(outline, color.stroke(theme.px(1.5))))
}

/// A small triangle outside the ring, pointing at the level.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, dial: &Dial, ratio: f64, theme: &Theme) -> Drawn<DB, Rect> {
    let tip = dial.at(ratio, dial.outer + theme.px(1.5));
    let half = theme.px(4.5) / dial.outer / SWEEP_DEG.to_radians();
    let base = [ratio - half, ratio + half].map(|r| dial.at(r, dial.outer + theme.px(13.0)));
    let [left, right] = base;
    area.draw(&Polygon::new([tip, left, right].map(Point::pixel), theme.palette.ink.fill()))?;
    Ok(around([tip, Point { x: f64::midpoint(left.x, right.x), y: f64::midpoint(left.y, right.y) }]))
}

/// A touchable box around a mark.
fn around([a, b]: [Point; 2]) -> Rect {
    const REACH_PX: f64 = 12.0;
    Rect {
        left: a.x.min(b.x) - REACH_PX,
        top: a.y.min(b.y) - REACH_PX,
        right: a.x.max(b.x) + REACH_PX,
        bottom: a.y.max(b.y) + REACH_PX,
    }
}
