//! Rules for what only the complete module shows, brought with it: every visit pays for what its page carries.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::ShadowRoot;

#[wasm_bindgen]
extern "C" {
    /// `www/dress.js`, which stands in one module with the script around the wasm.
    #[wasm_bindgen(js_name = dress)]
    fn dress(root: &ShadowRoot, rules: &str);
}

/// Gives a shadow tree the rules for views and panels, for very many cities and for groups of industries.
pub fn bring(root: &ShadowRoot) {
    const RULES: &str = concat!(
        include_str!("../../www/views.css"),
        include_str!("../../www/many.css"),
        include_str!("../../www/groups.css")
    );
    dress(root, RULES);
}
