//! The heat behind an LQ table: a tinted cell for each quotient and a small bar from 1.0 towards it.

use plotters::element::Rectangle;
use plotters_backend::DrawingBackend;

use super::geometry::{Point, Rect};
use super::theme::Theme;
use super::{Area, Drawn};
use crate::data::quotient::Quotient;
use crate::model::between;
use crate::model::location_quotient::{HEAT_STEPS, heat_step, octaves};

/// One cell of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatCell {
    /// Where it stands.
    pub rect: Rect,
    /// Its quotient.
    pub quotient: Quotient,
    /// In the chosen city's column.
    pub is_chosen: bool,
}

/// Height of the bar at a cell's foot, CSS px.
const BAR_PX: f64 = 3.0;

/// Draws the cells. Zero gets no tint and no bar, for it has no logarithm, nor does what is not published.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, cells: &[HeatCell], theme: &Theme) -> Drawn<DB, ()> {
    for cell in cells {
        let value = cell.quotient.published().unwrap_or_default();
        let ground = heat_step(value).map_or(theme.palette.surface, |step| theme.heat(step));
        area.draw(&Rectangle::new(cell.rect.pixels(theme.px(1.0)), ground.fill()))?;
        if value > 0.0 {
            draw_bar(area, cell.rect, value, theme)?;
        }
    }
    if let Some(column) = chosen_column(cells) {
        // Four filled bars: a stroked rectangle would lie half a pixel off, and blur.
        let bar = theme.px(2.0);
        let inner = Rect {
            left: column.left + bar,
            top: column.top + bar,
            right: column.right - bar,
            bottom: column.bottom - bar,
        };
        for side in [
            Rect { right: inner.left, ..column },
            Rect { left: inner.right, ..column },
            Rect { bottom: inner.top, ..column },
            Rect { top: inner.bottom, ..column },
        ] {
            area.draw(&Rectangle::new(side.pixels(0.0), theme.palette.accent.fill()))?;
        }
    }
    Ok(())
}

/// A bar at the cell's foot from its middle, one half cell for the palette's whole reach.
pub(super) fn draw_bar<DB: DrawingBackend>(area: &Area<DB>, cell: Rect, value: f64, theme: &Theme) -> Drawn<DB, ()> {
    let reach_log2 = f64::from(HEAT_STEPS) / 2.0;
    let share_ratio = between(octaves(value) / reach_log2, -1.0, 1.0);
    let (middle, inset) = (cell.center().x, theme.px(5.0));
    let end = middle + share_ratio * ((cell.right - cell.left) / 2.0 - inset);
    let foot = cell.bottom - theme.px(4.0);
    let step = heat_step(value).unwrap_or(0);
    let ink = usize::try_from(step + HEAT_STEPS).ok().and_then(|i| theme.palette.heat_ink.get(i).copied());
    let upper_left = Point { x: middle.min(end), y: foot - theme.px(BAR_PX) };
    let lower_right = Point { x: middle.max(end).max(middle.min(end) + theme.px(1.0)), y: foot };
    let style = ink.unwrap_or(theme.palette.ink).fill();
    area.draw(&Rectangle::new([upper_left.pixel(), lower_right.pixel()], style))
}

/// The box around all chosen cells.
fn chosen_column(cells: &[HeatCell]) -> Option<Rect> {
    cells.iter().filter(|cell| cell.is_chosen).map(|cell| cell.rect).reduce(|a, b| Rect {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    })
}
