//! What only the complete module does: it makes the whole tree anew, in another language and from other data.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use web_sys::{HtmlElement, Window};

use super::guard::microtask;
use super::host::{Core, Host, at_work, view_of, with};
use super::pack::Pack;
use super::say::{self, Detail};
use super::view::{Scene, View};
use super::{clock, dom};
use crate::data::Dataset;
use crate::data::own::several::read_all;
use crate::data::provenance::Origin;
use crate::error::Fault;
use crate::locale::Key;
use crate::markup;
use crate::widget::Dirty;
use crate::widget::Kind;

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
        at_work(&self.core.element, || self.core.turn_to(Rc::clone(&data.0), &self.core.scene().pack))
    }

    /// Changes to the language of a pack.
    ///
    /// # Errors
    /// When the tree cannot be made.
    pub fn speak(&self, pack: &Pack) -> Result<(), JsValue> {
        let scene = self.core.scene();
        if pack.lang == scene.lang {
            return Ok(());
        }
        at_work(&self.core.element, || self.core.turn_to(Rc::clone(&scene.original), pack))
    }

    /// Reads files of the visitor's own, names and texts by turns, and shows what they hold. Returns why one was refused,
    /// as `{code, message, faults}`, where others were taken.
    ///
    /// # Errors
    /// With the same where none was taken: what is shown stays, and the widget says why.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over lists by value")]
    pub fn load(&self, files: Vec<String>) -> Result<JsValue, JsValue> {
        at_work(&self.core.element, || self.core.load(&files))
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
        let scene = self.core.scene();
        at_work(&self.core.element, || self.core.turn_to(Rc::clone(&scene.pack.data), &scene.pack))?;
        self.core.scene().tell(scene.lang.text(Key::WasReset));
        Ok(())
    }
}

impl Core {
    fn load(self: &Rc<Self>, files: &[String]) -> Result<JsValue, JsValue> {
        let scene = self.scene();
        let named =
            |name: &str| if name.is_empty() { scene.lang.text(Key::Pasted).to_owned() } else { name.to_owned() };
        let files: Vec<(String, &str)> = files
            .chunks(2)
            .filter_map(|pair| if let [name, text] = pair { Some((named(name), text.as_str())) } else { None })
            .collect();
        let is_shown = |origin: &Origin| !markup::notice::files_of(self.kind, origin).is_empty();
        let read = read_all(&files, &scene.original, &scene.pack.data, is_shown);
        if let Some(data) = &read.data {
            let said = markup::notice::files_of(self.kind, &data.origin).join(scene.lang.text(Key::ListSeparator));
            // What no view can be made of leaves everything as it was.
            let name = &read.taken.join(scene.lang.text(Key::ListSeparator));
            self.turn_to(Rc::new(data.clone()), &scene.pack).map_err(|_| self.refuse("data", name, &[]))?;
            self.scene().tell(&scene.lang.fill(Key::OwnData, &[("file", &said)]));
        }
        let mut refusal = JsValue::UNDEFINED;
        for (name, faults) in &read.refused {
            refusal = self.refuse(if faults.is_empty() { "wrong-kind" } else { "data" }, name, faults);
        }
        if read.data.is_some() || refusal.is_undefined() { Ok(refusal) } else { Err(refusal) }
    }

    /// Takes an attribute that the page has set while the view was at work, as soon as that has ended.
    pub(super) fn take_later(self: &Rc<Self>, name: &str) {
        let (weak, name) = (Rc::downgrade(self), name.to_owned());
        microtask(&self.scene().window, move || {
            with(&weak, |core| core.attribute(&name, core.element.get_attribute(&name).as_deref()));
        });
    }

    /// Shows and says what is wrong with a file.
    fn refuse(&self, code: &str, name: &str, faults: &[Fault]) -> JsValue {
        let scene = self.scene();
        let lang = scene.lang;
        let why = match code {
            "too-large" => Some(Key::TooLarge),
            "encoding" => Some(Key::Encoding),
            "wrong-kind" => Some(Key::WrongKind),
            "no-data" => Some(Key::NoData),
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
        scene.tell(&message);
        let detail = [
            ("code", Detail::Text(code)),
            ("message", Detail::Text(&message)),
            ("faults", Detail::Faults(faults, told_in)),
        ];
        let detail = say::object(detail).unwrap_or_else(|error| error);
        say::dispatch(&self.element, "shigoto-error", &detail);
        detail
    }

    /// Makes the tree anew; where none can be made, all stays as it was. While the view is at work, as when the page sets
    /// a language on `focusin`, it waits for its end.
    fn turn_to(self: &Rc<Self>, data: Rc<Dataset>, pack: &Pack) -> Result<(), JsValue> {
        let old = self.scene();
        let Ok(mut view) = self.view.try_borrow_mut() else {
            let (weak, pack) = (Rc::downgrade(self), pack.clone());
            microtask(&old.window, move || with(&weak, |core| core.turn_to(data, &pack).unwrap_or_default()));
            return Ok(());
        };
        let (widget, window, fill) = (old.widget.clone(), old.window.clone(), old.fill.clone());
        let (scene, fresh) = Scene::anew(self.kind, data, pack, (widget, window, fill))?;
        *self.scene.borrow_mut() = scene;
        *view = fresh;
        drop(view);
        self.read_attributes();
        self.pending.set(self.pending.get() | Dirty::ALL.and_state());
        self.flush(None);
        Ok(())
    }
}

impl Scene {
    /// A scene of its own, and the view of it: the whole widget is put into its place. The element stays, and who listens to it.
    pub(super) fn anew(
        kind: Kind,
        original: Rc<Dataset>,
        pack: &Pack,
        (widget, window, fill): (HtmlElement, Window, Function),
    ) -> Result<(Rc<Self>, Box<dyn View>), JsValue> {
        let (lang, pack) = (pack.lang, pack.clone());
        let data = if lang.is_source() { Rc::clone(&original) } else { Rc::new(lang.translated(&*original)) };
        let holder = dom::made(&window, "div")?;
        let next_focus = RefCell::default();
        let mut scene = Self { data, original, pack, lang, widget: holder.clone(), window, fill, next_focus };
        let tree = (kind.face().tree)(&scene.context(clock::fiscal_year_today()));
        scene.fill(&holder, super::terms::mark(&scene.pack, tree))?;
        scene.widget = dom::find(&holder, ".widget")?;
        // Before anything is swapped: a view that cannot be made costs nothing.
        let view = view_of(kind, &scene)?;
        let fresh = mem::replace(&mut scene.widget, widget);
        scene.take_over(&fresh)?;
        Ok((Rc::new(scene), view))
    }

    /// Puts another tree into the place of what is there.
    fn take_over(&self, fresh: &HtmlElement) -> Result<(), JsValue> {
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
        if let Some(line) = self.line() {
            dom::set_attribute(&line, "lang", self.lang.code())?;
        }
        dom::set_attribute(&self.widget, "lang", self.lang.code())
    }
}
