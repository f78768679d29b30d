//! The curves that join factors, strategies and key issues of the cross-SWOT matrix.

use plotters::element::{Circle, PathElement};
use plotters_backend::DrawingBackend;

use super::geometry::{Cubic, Point, Rect};
use super::hit::HitMap;
use super::theme::Theme;
use super::{Area, Drawn};
use crate::id::FactorKind;
use crate::model::between;

/// Which side of a node a curve leaves or enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// Middle of the left edge.
    Left,
    /// Middle of the right edge.
    Right,
    /// Middle of the top edge.
    Top,
    /// Middle of the bottom edge.
    Bottom,
}

/// One curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Box of the node it leaves, and the side.
    pub from: (Rect, Port),
    /// Box of the node it enters, and the side.
    pub to: (Rect, Port),
    /// The factor whose colour it takes; key issues' curves are grey, for opportunities have the accent's colour.
    pub kind: Option<FactorKind>,
}

/// Width of a curve, CSS px.
const STROKE_PX: f64 = 2.0;
/// Length of a handle as a share of the distance, and its bounds, CSS px.
const HANDLE: (f64, f64, f64) = (0.4, 28.0, 160.0);

impl Curve {
    /// The curve's geometry.
    pub fn cubic(&self, theme: &Theme) -> Cubic {
        let (start, end) = (port(self.from), port(self.to));
        let (share, least, most) = HANDLE;
        let distance = (end.x - start.x).hypot(end.y - start.y);
        let reach = between(distance * share, theme.px(least), theme.px(most));
        let handle = |point: Point, side: Port| match side {
            Port::Left => Point { x: point.x - reach, ..point },
            Port::Right => Point { x: point.x + reach, ..point },
            Port::Top => Point { y: point.y - reach, ..point },
            Port::Bottom => Point { y: point.y + reach, ..point },
        };
        let handles = if self.from.1 == self.to.1 {
            // Out and back on the same side: a bracket, no wider than the gutter.
            let gutter = theme.px(least);
            let aside = |point: Point| match self.from.1 {
                Port::Left => Point { x: start.x.min(end.x) - gutter, ..point },
                Port::Right => Point { x: start.x.max(end.x) + gutter, ..point },
                Port::Top => Point { y: start.y.min(end.y) - gutter, ..point },
                Port::Bottom => Point { y: start.y.max(end.y) + gutter, ..point },
            };
            [aside(start), aside(end)]
        } else {
            [handle(start, self.from.1), handle(end, self.to.1)]
        };
        let [first, second] = handles;
        Cubic { points: [start, first, second, end] }
    }
}

fn port((rect, side): (Rect, Port)) -> Point {
    let center = rect.center();
    match side {
        Port::Left => Point { x: rect.left, ..center },
        Port::Right => Point { x: rect.right, ..center },
        Port::Top => Point { y: rect.top, ..center },
        Port::Bottom => Point { y: rect.bottom, ..center },
    }
}

/// Draws the curves' first `progress` (0 … 1), with a dot at the far end once they arrive. Hits name curves by index.
pub fn draw<DB: DrawingBackend>(
    area: &Area<DB>,
    curves: &[Curve],
    progress: f64,
    theme: &Theme,
) -> Drawn<DB, HitMap<usize>> {
    let mut hits = HitMap::default();
    for (index, curve) in curves.iter().enumerate() {
        let color = curve.kind.map_or(theme.palette.ink_2, |kind| theme.factor(kind));
        let cubic = curve.cubic(theme);
        area.draw(&PathElement::new(cubic.polyline(progress), color.stroke(theme.px(STROKE_PX))))?;
        let [start, .., end] = cubic.points;
        area.draw(&Circle::new(start.pixel(), theme.px(3.0) as u32, color.fill()))?;
        if progress >= 1.0 {
            area.draw(&Circle::new(end.pixel(), theme.px(4.0) as u32, color.fill()))?;
        }
        let reach = theme.px(8.0);
        let middle = cubic.at(0.5);
        let region =
            Rect { left: middle.x - reach, top: middle.y - reach, right: middle.x + reach, bottom: middle.y + reach };
        hits.push(region, index);
    }
    Ok(hits)
}
