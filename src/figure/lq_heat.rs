//! The heat behind an LQ table: a tinted cell for each quotient.

use plotters::element::Rectangle;
use plotters_backend::DrawingBackend;

use super::geometry::Rect;
use super::theme::Theme;
use super::{Area, Drawn};

/// One cell of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatCell {
    /// Where it stands.
    pub rect: Rect,
    /// Step of its quotient; none where nothing is concluded from it.
    pub step: Option<usize>,
    /// In the chosen city's column.
    pub is_chosen: bool,
}

/// Draws the cells. What has no step gets no tint.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, cells: &[HeatCell], theme: &Theme) -> Drawn<DB, ()> {
    for cell in cells {
        let ground = cell.step.map_or(theme.palette.surface, |step| theme.heat(step));
        area.draw(&Rectangle::new(cell.rect.pixels(theme.px(1.0)), ground.fill()))?;
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

/// The box around all chosen cells.
fn chosen_column(cells: &[HeatCell]) -> Option<Rect> {
    cells.iter().filter(|cell| cell.is_chosen).map(|cell| cell.rect).reduce(|a, b| Rect {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    })
}
