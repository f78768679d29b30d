//! What only the complete module does: it makes the whole tree anew, in another language and from other data.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use web_sys::{HtmlElement, Window};

use super::host::{Core, Host, dataset, view_of};
use super::say::{self, Detail};
use super::view::Scene;
use super::{clock, dom};
use crate::data::{Dataset, own};
use crate::error::Fault;
use crate::locale::{Key, Lang};
use crate::markup::{self, Kind};
use crate::widget::Dirty;

/// Data that a widget shows, to be shown again by the next one at work on the same element.
#[wasm_bindgen]
pub struct Data(Rc<Dataset>);

#[wasm_bindgen]
impl Host {
    /// What is shown.
    pub fn data(&self) -> Data {
        Data(Rc::clone(&self.core.scene().original))
    }

    /// Shows other data.
    ///
    /// # Errors
    /// When the tree cannot be made.
    pub fn show(&self, data: &Data) -> Result<(), JsValue> {
        self.core.turn_to(Rc::clone(&data.0), self.core.scene().lang)
    }

    /// Changes to the language of a tag.
    ///
    /// # Errors
    /// When the tree cannot be made.
    pub fn speak(&self, tag: &str) -> Result<(), JsValue> {
        let (scene, lang) = (self.core.scene(), Lang::from_tag(tag).unwrap_or(Lang::JA));
        if lang == scene.lang { Ok(()) } else { self.core.turn_to(Rc::clone(&scene.original), lang) }
    }

    /// Reads a file of the visitor's own and shows what it holds.
    ///
    /// # Errors
    /// With `{code, message, faults}` when something is wrong with it; what is shown stays, and the widget says why.
    pub fn load(&self, name: &str, text: &str) -> Result<(), JsValue> {
        let core = &self.core;
        let scene = core.scene();
        let name = if name.is_empty() { scene.lang.text(Key::Pasted) } else { name };
        let data = own::read_over(name, text, &scene.original, &*dataset()?)
            .map_err(|faults| core.refuse("data", name, &faults))?;
        if markup::notice::file_of(core.kind, &data.origin) != Some(name) {
            return Err(core.refuse("wrong-kind", name, &[]));
        }
        core.turn_to(Rc::new(data), scene.lang)
    }

    /// Says why a file could not even be read; returns the object to throw.
    pub fn refuse(&self, code: &str, name: &str) -> JsValue {
        self.core.refuse(code, name, &[])
    }

    /// Shows the city's own data again.
    ///
    /// # Errors
    /// When the tree cannot be made.
    pub fn reset(&self) -> Result<(), JsValue> {
        self.core.turn_to(dataset()?, self.core.scene().lang)
    }
}

impl Core {
    /// Shows and says what is wrong with a file.
    fn refuse(&self, code: &str, name: &str, faults: &[Fault]) -> JsValue {
        let scene = self.scene();
        let lang = scene.lang;
        let why = match code {
            "too-large" => Some(Key::TooLarge),
            "encoding" => Some(Key::Encoding),
            "wrong-kind" => Some(Key::WrongKind),
            "data" => None,
            _ => Some(Key::Unreachable),
        };
        let why = why.map(|key| lang.fill(key, &[("file", name)]));
        let told_in = markup::notice::fault_lang(lang);
        if let Ok(notice) = dom::find(&scene.widget, ".notice") {
            scene.fill(&notice, markup::notice::refused(lang, why.as_deref(), faults)).ok();
            notice.set_hidden(false);
        }
        let message = scene.plain(&why.unwrap_or_else(|| lang.text(Key::LoadFailed).to_owned()));
        let detail = [
            ("code", Detail::Text(code)),
            ("message", Detail::Text(&message)),
            ("faults", Detail::Faults(faults, told_in)),
        ];
        let detail = say::object(detail).unwrap_or_else(|error| error);
        say::dispatch(&self.element, "shigoto-error", &detail);
        detail
    }

    /// Makes the tree anew.
    fn turn_to(self: &Rc<Self>, data: Rc<Dataset>, lang: Lang) -> Result<(), JsValue> {
        let old = self.scene();
        let (widget, window, fill) = (old.widget.clone(), old.window.clone(), old.fill.clone());
        let scene = Scene::anew(self.kind, data, lang, (widget, window, fill))?;
        let view = view_of(self.kind, &scene)?;
        *self.scene.borrow_mut() = scene;
        *self.view.borrow_mut() = view;
        self.read_attributes();
        self.pending.set(self.pending.get() | Dirty::ALL.and_state());
        self.flush(None);
        Ok(())
    }
}

impl Scene {
    /// A scene of its own: the whole widget is put into its place. The element stays, and who listens to it.
    pub(super) fn anew(
        kind: Kind,
        original: Rc<Dataset>,
        lang: Lang,
        (widget, window, fill): (HtmlElement, Window, Function),
    ) -> Result<Rc<Self>, JsValue> {
        let data = if lang == Lang::JA { Rc::clone(&original) } else { Rc::new(lang.translated(&*original)) };
        let scene = Self { data, original, lang, widget, window, fill };
        scene.fill_widget(kind)?;
        Ok(Rc::new(scene))
    }

    fn fill_widget(&self, kind: Kind) -> Result<(), JsValue> {
        let holder = dom::made(&self.window, "div")?;
        let tree = markup::widget(kind, &self.context(clock::fiscal_year_today()));
        self.fill(&holder, super::terms::mark(self.lang, tree))?;
        let fresh = dom::find(&holder, ".widget")?;
        // A picture's pixels go at once, not when a collector comes by.
        for canvas in dom::find_all(&self.widget, "canvas")? {
            canvas.set_attribute("width", "0")?;
        }
        // Chromium's groups of radio buttons keep those that went, and with them the whole tree.
        for input in dom::find_all(&self.widget, "input[type=radio]")? {
            input.remove_attribute("name")?;
        }
        self.widget.set_text_content(None);
        while let Some(child) = fresh.first_child() {
            self.widget.append_child(&child)?;
        }
        dom::set_attribute(&self.widget, "lang", self.lang.code())
    }
}
