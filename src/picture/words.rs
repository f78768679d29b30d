//! A figure's words as SVG text.

use super::{Anchor, Label, Look, SCALE};
use crate::figure::words::{Side, Word};

/// Size of the type, CSS px.
const TYPE_PX: f64 = 14.0;

/// A word beside its place. Places are the figure's own: it may stand anywhere on the paper.
pub fn label<S>(look: &Look, word: &Word<S>, text: &str) -> Label {
    /// Distance of a baseline above or below a place, and of words beside one, CSS px.
    const ABOVE_PX: f64 = 10.0;
    const BELOW_PX: f64 = 20.0;
    const BESIDE_PX: f64 = 8.0;
    /// Distance of a baseline from the middle of its line.
    const BASELINE_PX: f64 = 5.0;
    let (x_px, y_px) = (word.at.x / SCALE, word.at.y / SCALE);
    let (x_px, y_px, anchor) = match word.side {
        Side::Above => (x_px, y_px - ABOVE_PX, Anchor::Middle),
        Side::Below => (x_px, y_px + BELOW_PX, Anchor::Middle),
        Side::Left => (x_px - BESIDE_PX, y_px + BASELINE_PX, Anchor::End),
        Side::Right => (x_px + BESIDE_PX, y_px + BASELINE_PX, Anchor::Start),
        Side::AboveStart => (x_px, y_px - ABOVE_PX, Anchor::Start),
        Side::AboveEnd => (x_px, y_px - ABOVE_PX, Anchor::End),
    };
    Label::new(x_px, y_px, text).size(TYPE_PX).anchor(anchor).color(look.palette.ink_2)
}
