//! What gauge, bullet and trajectory share: how a tick is drawn.

use plotters::element::PathElement;
use plotters_backend::DrawingBackend;

use super::geometry::Point;
use super::theme::{Rgb, Theme};
use super::{Area, Drawn};

/// A tick with the ground on both sides, so that it stands on any level's colour: red on green is one grey to many.
pub fn draw_tick<DB: DrawingBackend>(
    area: &Area<DB>,
    ends: [Point; 2],
    color: Rgb,
    width_px: f64,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let ends = ends.map(Point::pixel);
    area.draw(&PathElement::new(ends, theme.palette.surface.stroke(theme.px(width_px + 3.0))))?;
    area.draw(&PathElement::new(ends, color.stroke(theme.px(width_px))))
}
