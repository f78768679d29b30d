//! What `compare.mjs` calls: a site rendered in wasm, as an archive. Natively this crate is empty.

#![cfg(target_arch = "wasm32")]

use std::collections::BTreeMap;

use shigoto_widgets::data::library::Library;
use shigoto_widgets::publish::kit::{File, Kit};
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Zip;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The files of a content, given one by one.
#[wasm_bindgen]
#[derive(Default)]
pub struct Content(BTreeMap<String, Vec<u8>>);

#[wasm_bindgen]
impl Content {
    /// No file yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file by the name that the library reads it by.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.0.insert(name, bytes);
    }

    /// The site of a fiscal year as a ZIP, with the kit of the native tests: one stylesheet, and this policy.
    ///
    /// # Errors
    /// When the content is broken or cannot be rendered.
    pub fn render(&self, policy: String, today: u16) -> Result<Vec<u8>, JsError> {
        let library = Library::read(&|name| self.0.get(name).cloned());
        let library = library
            .map_err(|faults| JsError::new(&faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
        let file = File { name: "style.css".to_owned(), bytes: b"body{}".to_vec() };
        let kit = Kit { css: file.name.clone(), files: vec![file], policy, ..Kit::default() };
        let mut zip = Zip::new();
        render(&library, &kit, today, &mut zip)?;
        Ok(zip.finish()?)
    }
}
