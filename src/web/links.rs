//! Ways from one widget to another: they lead only where a page follows the address. Only in the complete module.

use wasm_bindgen::JsValue;

use super::dom;
use super::view::Scene;

/// On a page that does not follow deep links, such as a host of a single widget, a way to another widget is plain text.
pub fn settle(scene: &Scene) -> Result<(), JsValue> {
    let document = scene.window.document().ok_or("no document")?;
    if document.query_selector("[data-deep-links]")?.is_none() {
        for link in dom::find_all(&scene.widget, ".links a")? {
            link.remove_attribute("href")?;
        }
    }
    Ok(())
}
