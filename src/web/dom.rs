//! Small steps in the DOM: find, read, write only what differs.

use crate::id::digits;
use wasm_bindgen::{JsCast as _, JsValue};
#[cfg(not(small))]
use web_sys::Window;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

use crate::figure::geometry::Rect;
use crate::locale::fixed;

/// First match under an element.
pub fn find(root: &Element, selector: &str) -> Result<HtmlElement, JsValue> {
    root.query_selector(selector)?
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| JsValue::from_str(selector))
}

/// All matches under an element.
pub fn find_all(root: &Element, selector: &str) -> Result<Vec<HtmlElement>, JsValue> {
    let list = root.query_selector_all(selector)?;
    Ok((0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect())
}

/// The innermost element of an event, or the nearest one around it that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// A length for a style.
pub fn css_px(length_px: f64, decimals: u8) -> String {
    fixed(length_px, decimals) + "px"
}

/// A new element, nowhere yet.
#[cfg(not(small))]
pub fn made(window: &Window, tag: &str) -> Result<HtmlElement, JsValue> {
    Ok(window.document().ok_or("no document")?.create_element(tag)?.dyn_into()?)
}

/// Writes a text where it differs; into the text node that is there, which keeps its place in the layout.
pub fn set_text(element: &HtmlElement, text: &str) {
    if element.text_content().as_deref() == Some(text) {
        return;
    }
    match element.first_child() {
        Some(only) if element.child_nodes().length() == 1 && only.node_type() == Node::TEXT_NODE => {
            only.set_node_value(Some(text));
        }
        _ => element.set_text_content(Some(text)),
    }
}

/// Adds or removes a class.
pub fn set_class(element: &Element, class: &str, is_on: bool) -> Result<(), JsValue> {
    element.class_list().toggle_with_force(class, is_on).map(|_| ())
}

/// Writes an attribute where it differs.
pub fn set_attribute(element: &Element, name: &str, value: &str) -> Result<(), JsValue> {
    if element.get_attribute(name).as_deref() == Some(value) {
        return Ok(());
    }
    element.set_attribute(name, value)
}

/// Checks the radio button of a group that has a value, and no other.
pub fn check_radio(root: &Element, name: &str, value: &str) -> Result<(), JsValue> {
    for input in find_all(root, &["input[name=", name, "]"].concat())? {
        let input: HtmlInputElement = input.dyn_into()?;
        input.set_checked(input.value() == value);
    }
    Ok(())
}

/// How many pixels of the screen a pixel of the layout takes: 1, unless the page zooms or transforms the element.
pub fn zoom_of(element: &HtmlElement) -> f64 {
    let (seen, laid_out) = (element.get_bounding_client_rect().width(), f64::from(element.offset_width()));
    // The layout's width comes rounded.
    if (seen - laid_out).abs() < 1.0 || laid_out < 1.0 { 1.0 } else { seen / laid_out }
}

/// Box of an element in the coordinates of another's layout, times `scale`.
pub fn rect_in(element: &Element, origin: &HtmlElement, scale: f64) -> Rect {
    let scale = scale / zoom_of(origin);
    let (own, origin) = (element.get_bounding_client_rect(), origin.get_bounding_client_rect());
    let (x, y) = (origin.left(), origin.top());
    Rect {
        left: (own.left() - x) * scale,
        top: (own.top() - y) * scale,
        right: (own.right() - x) * scale,
        bottom: (own.bottom() - y) * scale,
    }
}

/// A dataset entry.
pub fn data(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(&["data-", name].concat())
}

/// Rows in printed order, in whatever order they stand: an element taken from one place to another keeps its rows sorted.
pub fn by_number(root: &HtmlElement, selector: &str) -> Result<Vec<HtmlElement>, JsValue> {
    (0..find_all(root, selector)?.len())
        .map(|number| find(root, &[selector, "[data-row='", &digits(number as u64), "']"].concat()))
        .collect()
}
