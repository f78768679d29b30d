//! A figure's words as spans of the DOM.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::dom::{self, css_px};
use super::view::Scene;
use crate::figure::words::{Side, Word};

/// Sets words into a holder that covers the figure, `scale` backend px a CSS px: into the spans that stand there, so
/// that a repaint moves them and makes none.
pub fn set<S: Copy>(
    scene: &Scene,
    holder: &HtmlElement,
    (words, scale): (&[Word<S>], f64),
    text: impl Fn(S) -> String,
) -> Result<(), JsValue> {
    let spans = dom::find_all(holder, ":scope>span")?;
    for (index, Word { at, side, says }) in words.iter().enumerate() {
        let span = if let Some(span) = spans.get(index) {
            span.clone()
        } else {
            let span = dom::made(&scene.window, "span")?;
            holder.append_child(&span)?;
            span
        };
        scene.say(&span, &text(*says));
        let style = span.style();
        style.set_property("left", &css_px(at.x / scale, 1))?;
        // Words above a figure stand on a line of the style sheet's.
        let class = match side {
            Side::Above => continue,
            Side::Below => "x",
            Side::Left => "y",
            Side::Right => "r",
            Side::AboveStart => "s",
            Side::AboveEnd => "e",
        };
        dom::set_attribute(&span, "class", class)?;
        style.set_property("top", &css_px(at.y / scale, 1))?;
    }
    // Spans beyond the words wait empty for the next ones.
    for span in spans.iter().skip(words.len()) {
        scene.say(span, "");
    }
    Ok(())
}
