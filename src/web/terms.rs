//! Notes on marked words: opened beside the word, closed by Escape, a press elsewhere or their button, by the browser's
//! own popover, which gives the focus back. Only in the complete module.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, Node, ShadowRoot};

use super::dom::{self, css_px};
use super::pack::Pack;
use super::say::{self, Detail};
use super::view::Scene;
use crate::markup::terms;

/// Distance from the edges of the window and from the word, CSS px.
const GAP_PX: f64 = 8.0;

#[wasm_bindgen]
extern "C" {
    /// An element that can be shown above all others.
    #[wasm_bindgen(extends = HtmlElement)]
    type Popover;
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show_popover(this: &Popover) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide_popover(this: &Popover) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn bring(this: &Popover, options: &JsValue);
}

/// Markup with the glossary's words marked.
pub fn mark(pack: &Pack, markup: maud::Markup) -> maud::Markup {
    let html = markup.into_string();
    maud::PreEscaped(terms::mark(&html, &terms::words(pack.lang, &pack.glossary)))
}

/// Answers a press on a word or in its note, the note's closing, and the focus that leaves it; tells whether it was one.
pub fn answer(scene: &Scene, event: &Event) -> bool {
    if event.type_() == "focusout"
        && let Some(note) = dom::closest(event, "[popover]")
    {
        // It would lie over what has the focus now. Without a goal it has gone to another window, or nowhere.
        let goal = Reflect::get(event, &"relatedTarget".into()).ok().and_then(|goal| goal.dyn_into::<Node>().ok());
        if goal.is_some_and(|goal| !note.contains(Some(&goal))) {
            note.unchecked_into::<Popover>().hide_popover().ok();
        }
        return true;
    }
    if event.type_() == "toggle" {
        return dom::closest(event, "[popover]").is_some_and(|note| closed(scene, &note).is_ok());
    }
    if event.type_() != "click" {
        return false;
    }
    if let Some(button) = dom::closest(event, "[data-dismiss]") {
        let note = button.closest("[popover]").ok().flatten();
        note.and_then(|note| note.unchecked_into::<Popover>().hide_popover().ok());
        return true;
    }
    let Some(word) = dom::closest(event, "[data-term]") else { return false };
    open(scene, &word).ok();
    true
}

/// Gives the focus back to the word, which browsers forget in shadow trees; not where it has gone elsewhere since.
fn closed(scene: &Scene, note: &Element) -> Result<(), JsValue> {
    if note.matches(":popover-open")? {
        return Ok(());
    }
    let Ok(word) = dom::find(&scene.widget, "[aria-expanded=true]") else { return Ok(()) };
    word.remove_attribute("aria-expanded")?;
    let root = word.get_root_node().dyn_into::<ShadowRoot>()?;
    // The browser takes the focus from what it has hidden only after it has said so. In another widget it is not lost.
    let mut host = root.host();
    while let Ok(around) = host.get_root_node().dyn_into::<ShadowRoot>() {
        host = around.host();
    }
    let active = scene.window.document().and_then(|document| document.active_element());
    let is_elsewhere = active.is_some_and(|active| active != host && active.local_name() != "body");
    let is_lost = !is_elsewhere && root.active_element().is_none_or(|active| note.contains(Some(&active)));
    if is_lost { word.focus() } else { Ok(()) }
}

fn open(scene: &Scene, word: &Element) -> Result<(), JsValue> {
    let index = dom::data(word, "term").and_then(|index| index.parse().ok()).unwrap_or_default();
    let note = note_of(scene)?;
    let document = scene.window.document().ok_or("no document")?;
    let has_page = document.query_selector("[data-build]")?.is_some();
    let markup = terms::note(scene.lang, &scene.data, &scene.pack.glossary, index, has_page);
    scene.fill(&note, markup)?;
    dom::set_attribute(&note, "aria-label", &word.text_content().unwrap_or_default())?;
    note.show_popover()?;
    dom::set_attribute(word, "aria-expanded", "true")?;
    place(scene, &note, word)?;
    note.focus()
}

/// One note for a widget, made when it is first asked for.
fn note_of(scene: &Scene) -> Result<Popover, JsValue> {
    if let Ok(note) = dom::find(&scene.widget, "[popover]") {
        return Ok(note.unchecked_into());
    }
    let note: Popover = dom::made(&scene.window, "div")?.unchecked_into();
    for (name, value) in [("popover", "auto"), ("role", "dialog"), ("tabindex", "-1"), ("class", "panel")] {
        note.set_attribute(name, value)?;
    }
    scene.widget.append_child(&note)?;
    Ok(note)
}

/// Below the word, above it where there is more room; within the window, and in sight where that is a frame taller than
/// the screen.
fn place(scene: &Scene, note: &Popover, word: &Element) -> Result<(), JsValue> {
    let (at, size) = (word.get_bounding_client_rect(), note.get_bounding_client_rect());
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (number(scene.window.inner_width()), number(scene.window.inner_height()));
    let left = at.left().min(width - size.width() - GAP_PX).max(GAP_PX);
    let below = at.bottom() + GAP_PX;
    let top = if below + size.height() <= height { below } else { at.top() - GAP_PX - size.height() };
    let top = top.min(height - size.height() - GAP_PX).max(GAP_PX);
    let scrolled = (scene.window.scroll_x().unwrap_or_default(), scene.window.scroll_y().unwrap_or_default());
    note.style().set_property("left", &css_px(left + scrolled.0, 0))?;
    note.style().set_property("top", &css_px(top + scrolled.1, 0))?;
    note.bring(&say::object([("block", Detail::Text("nearest"))])?);
    Ok(())
}
