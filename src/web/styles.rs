//! Rules for what only the complete module shows, brought with it: every visit pays for `www/widget.css`.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::ShadowRoot;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Rules;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet", catch)]
    fn new() -> Result<Rules, JsValue>;
    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace(this: &Rules, text: &str) -> Result<(), JsValue>;
    type Dressed;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &Dressed) -> JsValue;
    #[wasm_bindgen(method, setter, catch, js_name = adoptedStyleSheets)]
    fn adopt(this: &Dressed, rules: &js_sys::Array) -> Result<(), JsValue>;
}

thread_local! {
    /// One for all widgets of a page.
    static MANY: std::cell::OnceCell<JsValue> = const { std::cell::OnceCell::new() };
}

/// Gives a shadow tree the rules for very many cities and for groups of industries.
pub fn bring(root: &ShadowRoot) -> Result<(), JsValue> {
    let rules = MANY.with(|slot| -> Result<JsValue, JsValue> {
        if let Some(rules) = slot.get() {
            return Ok(rules.clone());
        }
        let rules = Rules::new()?;
        rules.replace(concat!(include_str!("../../www/many.css"), include_str!("../../www/groups.css")))?;
        Ok(slot.get_or_init(|| rules.into()).clone())
    })?;
    // Beside those of the menu, which are brought by its own script.
    let root = root.unchecked_ref::<Dressed>();
    let all = js_sys::Array::from(&root.adopted());
    if all.includes(&rules, 0) {
        return Ok(());
    }
    all.push(&rules);
    root.adopt(&all)
}
