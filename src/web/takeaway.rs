//! What a visitor takes home from a widget: link, code, table, picture. Only in the complete module.

use maud::Markup;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

use super::canvas::Surface;
use super::host::{Core, Host};
use super::{clock, dom};
use crate::figure::qr;
use crate::locale::Key;
use crate::markup::notice::files_of;
use crate::markup::takeaway::{self as words, Allowed, LinkTold};
use crate::picture::Look;
use crate::takeaway::{self, Occasion};

/// Side of a code, CSS px of the design.
const CODE_PX: f64 = 264.0;

#[wasm_bindgen]
impl Host {
    /// Puts the entries at the top of the open menu.
    ///
    /// # Errors
    /// When there is no menu.
    pub fn offer(&self, is_shared: bool, is_public: bool) -> Result<Element, JsValue> {
        let scene = self.core.scene();
        let menu = dom::find(&scene.widget, ".menu > div")?;
        let group = dom::made(&scene.window, "div")?;
        group.set_class_name("take");
        dom::set_attribute(&group, "role", "group")?;
        dom::set_attribute(&group, "aria-label", &scene.plain(scene.lang.text(Key::Take)))?;
        scene.fill(&group, words::entries(scene.lang, Allowed { is_shared, is_public }))?;
        menu.insert_before(&group, menu.first_child().as_ref())?;
        Ok(group.into())
    }

    /// The view's cells: as a file where `is_file`, else as they are pasted.
    ///
    /// # Errors
    /// When the widget is at work.
    pub fn cells(&self, is_file: bool, link: &str) -> Result<String, JsValue> {
        let (scene, view) = (self.core.scene(), self.core.view.try_borrow().map_err(|_| "busy")?);
        let occasion = Occasion { day: clock::today(), link };
        let table = takeaway::table(&*view.shown(), &scene.data, scene.lang, occasion);
        Ok(if is_file { table.csv() } else { table.tsv() })
    }

    /// The view as an SVG picture, in the language and the colours in force.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn svg(&self) -> Result<String, JsValue> {
        let (scene, view) = (self.core.scene(), self.core.view.try_borrow().map_err(|_| "busy")?);
        let look = Look { lang: scene.lang, palette: self.core.palette(), taken_on: Some(clock::today()) };
        view.shown().svg(&scene.data, &look).map_err(|_| "the picture cannot be drawn".into())
    }

    /// Name of a file with what is shown, without its ending.
    ///
    /// # Errors
    /// When the widget is at work.
    #[wasm_bindgen(js_name = fileStem)]
    pub fn file_stem(&self) -> Result<String, JsValue> {
        let view = self.core.view.try_borrow().map_err(|_| "busy")?;
        Ok(takeaway::file_stem(self.core.kind.name(), &view.state(), clock::today()))
    }

    /// Fills a dialog with the link, and its code where asked for.
    ///
    /// # Errors
    /// When it cannot be filled.
    #[wasm_bindgen(js_name = showLink)]
    pub fn show_link(
        &self,
        dialog: &HtmlElement,
        link: &str,
        is_exact: bool,
        is_refused: bool,
        is_coded: bool,
    ) -> Result<(), JsValue> {
        let scene = self.core.scene();
        let code = if is_coded { qr::of_link(link) } else { None };
        let is_own = !files_of(self.core.kind, &scene.original.origin).is_empty();
        let told = LinkTold {
            link,
            is_exact,
            is_own,
            is_refused,
            code: is_coded.then_some(code.as_ref().map(|(_, is_whole)| *is_whole)),
        };
        dom::set_attribute(dialog, "lang", scene.lang.code())?;
        scene.fill(dialog, words::link(scene.lang, told))?;
        let Some((code, _)) = code else { return Ok(()) };
        let mut surface = Surface::new(dom::find(dialog, "canvas")?)?;
        let side_px = CODE_PX * self.core.design_scale();
        surface.resize(side_px, side_px, scene.window.device_pixel_ratio())?;
        surface.paint(|area| qr::draw(area, &code)).map(|_| ())
    }

    /// Says in the dialog whether the link was copied.
    #[wasm_bindgen(js_name = sayCopied)]
    pub fn say_copied(&self, status: &HtmlElement, is_taken: bool) {
        let scene = self.core.scene();
        scene.say(status, scene.lang.text(if is_taken { Key::TookLink } else { Key::TakeRefused }));
    }

    /// Says what became of it: a text of its own, or that a file was made, which a frame may keep from being saved.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over strings by value")]
    pub fn tell(&self, what: &str, file: &str, alone: Option<String>) {
        let scene = self.core.scene();
        let lang = scene.lang;
        match what {
            "link" => self.core.say_done(lang.text(Key::TookLink), words::done(lang, Key::TookLink)),
            "table" => self.core.say_done(lang.text(Key::TookTable), words::done(lang, Key::TookTable)),
            "table-refused" => scene.notice(lang.text(Key::TakeTableRefused)),
            "failed" => scene.notice(lang.text(Key::TakeFailed)),
            _ => {
                let told = lang.fill(Key::TookFile, &[("file", file)]);
                self.core.say_done(&told, words::saved(lang, file, alone.as_deref()));
            }
        }
    }
}

impl Core {
    fn say_done(&self, told: &str, words: Markup) {
        let scene = self.scene();
        if let Ok(notice) = dom::find(&scene.widget, ".notice") {
            scene.fill(&notice, words).ok();
            notice.set_hidden(false);
        }
        scene.tell(told);
    }
}
