//! The kiosk's page: writes its shell, and the attributes of the widgets on the stage.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlDialogElement, HtmlElement, Window};

use super::super::canvas::Surface;
use super::super::dom::css_px;
use super::super::{clock, dom};
use crate::data::Dataset;
use crate::figure::qr;
use crate::locale::poster::{from_afar, headline, sections, shown};
use crate::locale::{Key, Lang, Languages, fixed, ruby};
use crate::markup::kiosk::{NAMES, WORDS};
use crate::markup::{self, Context, Style, poster as picture};
use crate::model::posters::{Poster, poster};
use crate::model::scenes::Fact;
use crate::widget::Kind;
use crate::widget::address::query;
use crate::widget::kiosk::staging::Staging;

/// The screen for which lengths are given: the shorter side of 1080p, CSS px.
const SCREEN_PX: f64 = 1080.0;
/// Scale of a widget on it while somebody explores.
const SCALE: f64 = 1.3;
/// By how much type grows for who asks for it.
const LARGER: f64 = 1.5;
/// How far the picture wanders against burn-in, in steps of a pixel of the design.
const WANDER: [(f64, f64); 8] =
    [(0.0, 0.0), (3.0, 1.0), (5.0, 4.0), (3.0, 6.0), (0.0, 7.0), (-3.0, 6.0), (-5.0, 3.0), (-3.0, 1.0)];

/// The page.
pub struct Stage {
    root: HtmlElement,
    window: Window,
    fill: Function,
    lang: Cell<Lang>,
    languages: Languages,
    /// The widget shown; none while a poster is.
    kind: Cell<Option<Kind>>,
    row: Cell<Option<usize>>,
    broken: RefCell<Vec<Kind>>,
    pin: RefCell<String>,
}

impl Stage {
    /// Finds its parts.
    pub fn new(root: HtmlElement, window: Window, fill: Function, languages: Languages) -> Result<Self, JsValue> {
        let stage = Self {
            root,
            window,
            fill,
            lang: Cell::new(languages.source()),
            languages,
            kind: Cell::new(None),
            row: Cell::new(None),
            broken: RefCell::default(),
            pin: RefCell::default(),
        };
        for (selector, _) in WORDS {
            stage.find(selector)?;
        }
        for kind in Kind::ALL {
            stage.find(&button(kind))?;
            let widget = stage.widget(kind)?;
            dom::set_attribute(&widget, "data-kiosk", "")?;
        }
        Ok(stage)
    }

    pub fn root(&self) -> &HtmlElement {
        &self.root
    }

    pub fn lang(&self) -> Lang {
        self.lang.get()
    }

    pub fn kind(&self) -> Option<Kind> {
        self.kind.get()
    }

    /// Whether nothing may move.
    pub fn is_still(&self) -> bool {
        clock::is_motion_reduced(&self.window)
    }

    pub fn is_in_loop(&self) -> bool {
        self.root.get_attribute("data-mode").as_deref() != Some("visit")
    }

    pub fn is_broken(&self, kind: Kind) -> bool {
        self.broken.borrow().contains(&kind)
    }

    pub fn set_broken(&self, kind: Kind) {
        if !self.is_broken(kind) {
            self.broken.borrow_mut().push(kind);
        }
    }

    pub fn mend(&self, kind: Kind) {
        self.broken.borrow_mut().retain(|own| *own != kind);
        let root = self.widget(kind).ok().and_then(|element| element.shadow_root());
        if let Some(widget) = root.and_then(|root| root.query_selector(".widget").ok().flatten()) {
            // Or its new pictures would stay as unseen as those that failed.
            dom::set_class(&widget, "unpainted", false).ok();
        }
    }

    fn find(&self, selector: &str) -> Result<HtmlElement, JsValue> {
        dom::find(&self.root, selector)
    }

    fn dialog(&self, selector: &str) -> Option<HtmlDialogElement> {
        self.find(selector).ok()?.dyn_into().ok()
    }

    fn widget(&self, kind: Kind) -> Result<HtmlElement, JsValue> {
        self.find(&["shigoto-", kind.name()].concat())
    }

    fn write(&self, selector: &str, html: &maud::Markup) {
        if let Ok(element) = self.find(selector) {
            let html = markup::text(self.lang(), html.clone());
            self.fill.call2(&JsValue::NULL, &element, &html.into()).ok();
        }
    }

    fn say_in(&self, element: &HtmlElement, lang: Lang, text: &str) {
        let html = markup::text(lang, maud::html! { (text) });
        if element.inner_html() != html {
            self.fill.call2(&JsValue::NULL, element, &html.into()).ok();
        }
    }

    fn say(&self, selector: &str, text: &str) {
        if let Ok(element) = self.find(selector) {
            self.say_in(&element, self.lang(), text);
        }
    }

    /// The shell in another language.
    pub fn speak(&self, lang: Lang) {
        if self.lang.replace(lang) == lang {
            return;
        }
        let document = self.window.document().and_then(|document| document.document_element());
        if let Some(page) = document {
            dom::set_attribute(&page, "lang", lang.code()).ok();
        }
        for (selector, key) in WORDS {
            self.say(selector, lang.text(key));
        }
        for kind in Kind::ALL {
            self.say(&button(kind), lang.text(kind.face().button));
        }
        for (selector, key) in NAMES {
            if let Ok(element) = self.find(selector) {
                dom::set_attribute(&element, "aria-label", &ruby::words(lang.text(key))).ok();
            }
        }
        let is_paused = self.root.get_attribute("data-mode").as_deref() == Some("paused");
        self.say("[data-act=pause]", lang.text(if is_paused { Key::KioskResume } else { Key::KioskPause }));
        self.press("[data-lang]", "lang", lang.tag());
    }

    /// The widget shown in the language of the shell.
    pub fn say_language(&self) {
        if let Some(Ok(element)) = self.kind().map(|kind| self.widget(kind)) {
            dom::set_attribute(&element, "lang", self.lang().tag()).ok();
        }
    }

    fn press(&self, selector: &str, name: &str, value: &str) {
        for button in dom::find_all(&self.root, selector).unwrap_or_default() {
            let is_on = dom::data(&button, name).as_deref() == Some(value);
            dom::set_attribute(&button, "aria-pressed", if is_on { "true" } else { "false" }).ok();
        }
    }

    /// Puts a fact on the stage, with its headline: as a poster, or as one widget in a state.
    pub fn show(&self, staging: &Staging, part: usize, data: &Dataset, fact: &Fact<'_>) {
        let lang = self.lang();
        let poster = poster(data, fact);
        let words = headline(lang, data, fact);
        let rest = poster.as_ref().and_then(|poster| shown(lang, data, poster));
        self.say("h1", &if poster.is_some() { from_afar(lang, &words.title) } else { words.title });
        self.say(".sub", &[Some(words.sub), rest].into_iter().flatten().collect::<Vec<_>>().join(" "));
        let context =
            Context { data, lang, style: Style::Brought, pictures: None, gauge: None, year: 0, is_live: true };
        self.write(".source", &picture::source(&context, staging.widget, &sections(lang, data, fact)));
        match (poster, staging.parts.get(part)) {
            (Some(poster), _) => self.show_poster(&context, &poster),
            (None, Some(attributes)) => self.show_widget(staging, attributes),
            (None, None) => {}
        }
    }

    /// All widgets wait behind a poster.
    fn show_poster(&self, context: &Context<'_>, poster: &Poster<'_>) {
        for name in ["--shigoto-scale", "--tall"] {
            self.find(".stage").map(|stage| stage.style().remove_property(name).is_ok()).ok();
        }
        self.put(None, &[]);
        self.write(".poster", &picture::picture(context, poster));
        self.row.set(None);
    }

    fn show_widget(&self, staging: &Staging, attributes: &[(&'static str, String)]) {
        let (kind, lang) = (staging.widget, self.lang());
        // A table of long names with readings is no picture.
        let is_long = |name: &str, value: &str| lang.has_readings() && name == "view" && value == "table";
        let value_of = |name: &str, value: &str| if is_long(name, value) { "dots" } else { value }.to_owned();
        let attributes: Vec<(String, String)> =
            attributes.iter().map(|(name, value)| ((*name).to_owned(), value_of(name, value))).collect();
        self.put(Some(kind), &attributes);
        self.set_flag(kind, "data-fit", true);
        self.row.set(staging.row);
        self.tell();
    }

    /// Marks the rows the headline speaks of, as often as the tree is made anew.
    pub fn tell(&self) {
        for kind in Kind::ALL {
            let root = self.widget(kind).ok().and_then(|element| element.shadow_root());
            let Some(widget) = root.and_then(|root| root.query_selector(".widget").ok().flatten()) else { continue };
            for told in dom::find_all(&widget, ".told").unwrap_or_default() {
                told.remove_attribute("class").ok();
            }
            let Some(row) = self.row.get().filter(|_| self.kind() == Some(kind)) else { continue };
            for told in dom::find_all(&widget, &["[data-row='", &row.to_string(), "']"].concat()).unwrap_or_default() {
                dom::set_class(&told, "told", true).ok();
            }
        }
    }

    /// Puts one widget on the stage for somebody to explore.
    pub fn open(&self, kind: Kind, attributes: &[(String, String)]) {
        self.put(Some(kind), attributes);
        self.set_flag(kind, "data-fit", false);
        self.find(".stage").map(|stage| stage.set_scroll_top(0)).ok();
    }

    /// Shows one widget in a state, or the poster.
    fn put(&self, kind: Option<Kind>, attributes: &[(String, String)]) {
        self.kind.set(kind);
        self.press("[data-open]", "open", kind.map_or("", Kind::name));
        let is_poster = kind.is_none();
        dom::set_attribute(&self.root, "data-form", if is_poster { "poster" } else { "widget" }).ok();
        if let Ok(poster) = self.find(".poster") {
            poster.set_hidden(!is_poster);
        }
        for own in Kind::ALL {
            let Ok(element) = self.widget(own) else { continue };
            // Whoever waits behind does so in one and the same state, whatever was shown before.
            let (wanted, lang) =
                if kind == Some(own) { (attributes, self.lang()) } else { (&[][..], self.languages.source()) };
            let lang = ("lang".to_owned(), lang.tag().to_owned());
            write(&element, wanted.iter().chain([&lang]));
            if kind != Some(own) {
                self.set_flag(own, "data-fit", false);
            }
            if let Ok(place) = self.find(&["#", own.name()].concat()) {
                place.set_hidden(kind != Some(own));
            }
        }
    }

    fn set_flag(&self, kind: Kind, name: &str, is_on: bool) {
        let Ok(element) = self.widget(kind) else { return };
        if is_on {
            dom::set_attribute(&element, name, "").ok();
        } else {
            element.remove_attribute(name).ok();
        }
    }

    /// A scene begins: the headline appears, the picture stands a little elsewhere.
    pub fn turn(&self, turn: u64) {
        self.set_mode("loop");
        let even = if turn.is_multiple_of(2) { "even" } else { "odd" };
        dom::set_attribute(&self.root, "data-turn", even).ok();
        let place = usize::try_from(turn).unwrap_or(0) % WANDER.len();
        let (x, y) = WANDER.get(place).copied().unwrap_or_default();
        let px = |length: f64| css_px(length * self.screen(), 1);
        style(&self.root, "translate", &[&px(x), " ", &px(y)].concat());
    }

    fn set_mode(&self, mode: &str) {
        dom::set_attribute(&self.root, "data-mode", mode).ok();
        if let Ok(stage) = self.find(".stage") {
            if mode == "visit" {
                stage.remove_attribute("inert").ok();
            } else {
                dom::set_attribute(&stage, "inert", "").ok();
            }
        }
    }

    /// What is shown is now somebody's.
    pub fn explore(&self, title: &str) {
        self.set_mode("visit");
        if let Some(kind) = self.kind() {
            self.set_flag(kind, "data-fit", false);
        }
        self.row.set(None);
        self.tell();
        self.say("h1", title);
        if let Ok(stage) = self.find(".stage") {
            stage.set_scroll_top(0);
            stage.focus().ok();
        }
    }

    pub fn pause(&self, is_paused: bool) {
        self.set_mode(if is_paused { "paused" } else { "loop" });
        let key = if is_paused { Key::KioskResume } else { Key::KioskPause };
        self.say("[data-act=pause]", self.lang().text(key));
    }

    pub fn warn(&self, left: u64) {
        let text = self.lang().fill(Key::KioskIdle, &[("seconds", &left.to_string())]);
        self.say(".idle .left", &text);
        if let Some(dialog) = self.dialog(".idle").filter(|dialog| !dialog.open()) {
            dialog.show_modal().ok();
        }
    }

    pub fn unwarn(&self) {
        if let Some(dialog) = self.dialog(".idle") {
            dialog.close();
        }
        self.say(".idle .left", "");
    }

    /// Nothing of a visitor stays in the shell.
    pub fn reset(&self) {
        self.unwarn();
        self.close();
        self.enlarge(false);
        let active = self.window.document().and_then(|document| document.active_element());
        if let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
            active.blur().ok();
        }
        for kind in Kind::ALL {
            if let Ok(element) = self.widget(kind) {
                write(&element, std::iter::empty());
            }
        }
        for selector in [".stage", ".log"] {
            if let Ok(element) = self.find(selector) {
                element.set_scroll_top(0);
                element.set_scroll_left(0);
            }
        }
    }

    pub fn dim(&self, is_dim: bool) {
        dom::set_class(&self.root, "dim", is_dim).ok();
    }

    /// Closes what the visitor opened.
    pub fn close(&self) {
        for selector in [".take", ".staff"] {
            if let Some(dialog) = self.dialog(selector) {
                dialog.close();
            }
        }
        self.pin.borrow_mut().clear();
        self.say(".pin", "");
        self.say(".log", "");
        self.say(".url", "");
        if let Ok(canvas) = self.find(".take canvas") {
            for name in ["width", "height", "style", "aria-label"] {
                canvas.remove_attribute(name).ok();
            }
        }
    }

    pub fn ask_pin(&self) {
        for (selector, is_hidden) in [(".ask", false), (".told", true)] {
            self.find(selector).map(|part| part.set_hidden(is_hidden)).ok();
        }
        if let Some(dialog) = self.dialog(".staff").filter(|dialog| !dialog.open()) {
            dialog.show_modal().ok();
        }
    }

    /// One more digit; the right number opens the log, a wrong one begins again.
    pub fn type_pin(&self, digit: &str, right: &str, log: &[String]) {
        let mut pin = self.pin.borrow_mut();
        pin.push_str(digit);
        if *pin == right && !right.is_empty() {
            pin.clear();
            let lines: Vec<&str> = log.iter().rev().map(String::as_str).collect();
            if let Ok(element) = self.find(".log") {
                dom::set_text(&element, &lines.join("\n"));
            }
            for (selector, is_hidden) in [(".ask", true), (".told", false)] {
                self.find(selector).map(|part| part.set_hidden(is_hidden)).ok();
            }
        } else if pin.len() >= right.len() {
            pin.clear();
        }
        let shown = "●".repeat(pin.len());
        drop(pin);
        self.say(".pin", &shown);
    }

    /// The code of the very state, to be opened on the public page.
    pub fn take_home(&self, share: Option<&str>) {
        let (Some(share), Some(kind)) = (share, self.kind()) else { return };
        let Ok(element) = self.widget(kind) else { return };
        let state = attributes_of(&element).into_iter().filter(|(name, _)| is_state(name)).collect::<Vec<_>>();
        let url = [share, "#", kind.name(), "?", &query(&state)].concat();
        if self.draw_code(&url).is_some()
            && let Some(dialog) = self.dialog(".take").filter(|dialog| !dialog.open())
        {
            dialog.show_modal().ok();
        }
        self.say(".url", &url);
    }

    fn draw_code(&self, url: &str) -> Option<()> {
        let code = qr::encode(url)?;
        let modules = code.modules() + 2 * qr::QUIET_MODULES;
        let canvas = self.find(".take canvas").ok()?;
        dom::set_attribute(&canvas, "aria-label", url).ok();
        // Whole device pixels: an edge between two is no edge to a camera.
        let pixel_ratio = self.window.device_pixel_ratio();
        let square = (440.0 * self.screen() * pixel_ratio / f64::from(modules)).floor().max(1.0);
        let side_px = square * f64::from(modules) / pixel_ratio;
        let mut surface = Surface::new(canvas).ok()?;
        surface.resize(side_px, side_px, pixel_ratio).ok()?;
        surface.paint(|area| qr::draw(area, &code)).ok()?
    }

    /// Whether larger type was asked for.
    pub fn is_large(&self) -> bool {
        self.find("[data-act=larger][aria-pressed=true]").is_ok()
    }

    /// Sets larger type while somebody explores, or takes it back.
    pub fn enlarge(&self, is_large: bool) {
        if let Ok(button) = self.find("[data-act=larger]") {
            dom::set_attribute(&button, "aria-pressed", &is_large.to_string()).ok();
        }
    }

    /// Shows the button only where there is somewhere to go.
    pub fn offer_home(&self, has_share: bool) {
        self.find("[data-act=take]").map(|button| button.set_hidden(!has_share)).ok();
    }

    /// The scale of the screen: 1 where its shorter side is that of 1080p.
    fn screen(&self) -> f64 {
        let length = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(SCREEN_PX);
        length(self.window.inner_width()).min(length(self.window.inner_height())) / SCREEN_PX
    }

    /// The largest scale at which the whole widget fits on the stage; a fixed one while it is explored.
    pub fn fit(&self, is_whole: bool) {
        let Some(kind) = self.kind() else { return };
        let (Ok(stage), Ok(element)) = (self.find(".stage"), self.widget(kind)) else { return };
        let base = self.screen() * SCALE;
        let set = |scale: f64| style(&stage, "--shigoto-scale", &fixed(scale, 3));
        if !is_whole {
            set(if self.is_large() { base * LARGER } else { base });
            style(&stage, "--tall", "1");
            return;
        }
        let room_px = f64::from(stage.client_height());
        // A figure needs width as well as type.
        let widest = f64::from(stage.client_width()) / kind.face().loop_px;
        let (mut low, mut high) = (base * 0.35, (base * 2.0).min(widest));
        style(&stage, "--tall", "1");
        for _ in 0..8 {
            let middle = f64::midpoint(low, high);
            set(middle);
            (low, high) = if is_within(&element, room_px) { (middle, high) } else { (low, middle) };
        }
        set(low);
        // Where width was the limit, rows stand further apart.
        if element.get_bounding_client_rect().height() * 1.1 < room_px {
            for tall in ["1.6", "1.4", "1.2", "1"] {
                style(&stage, "--tall", tall);
                if is_within(&element, room_px) {
                    return;
                }
            }
        }
    }
}

/// Whether a widget stands whole within so much height, and nothing in it is wider than its place.
fn is_within(element: &HtmlElement, room_px: f64) -> bool {
    // Not what the place says: a picture painted before may still be wider.
    let tables = element.shadow_root().and_then(|root| root.query_selector(".widget").ok().flatten());
    let tables = tables.and_then(|widget| dom::find_all(&widget, "table").ok()).unwrap_or_default();
    let is_whole =
        |table: &HtmlElement| table.parent_element().is_none_or(|place| table.offset_width() <= place.client_width());
    element.get_bounding_client_rect().height() <= room_px && tables.iter().all(is_whole)
}

fn style(element: &HtmlElement, name: &str, value: &str) {
    element.style().set_property(name, value).ok();
}

/// Whether an attribute is part of what a widget shows.
fn is_state(name: &str) -> bool {
    !["hidden", "class", "style", "theme", "src"].contains(&name) && !name.starts_with("data-")
}

fn attributes_of(element: &HtmlElement) -> Vec<(String, String)> {
    let names = element.get_attribute_names();
    let own = names.iter().filter_map(|name| name.as_string());
    own.filter_map(|name| element.get_attribute(&name).map(|value| (name, value))).collect()
}

/// Sets these attributes of the state, and removes all others.
fn write<'a>(element: &HtmlElement, wanted: impl Iterator<Item = &'a (String, String)>) {
    let wanted: Vec<&(String, String)> = wanted.collect();
    for (name, _) in attributes_of(element).iter().filter(|(name, _)| is_state(name) || name == "src") {
        if !wanted.iter().any(|(own, _)| own == name) {
            element.remove_attribute(name).ok();
        }
    }
    for (name, value) in wanted {
        // Only what a widget shows: a link may name anything.
        if is_state(name) {
            dom::set_attribute(element, name, value).ok();
        }
    }
}

/// Where a widget's button stands.
fn button(kind: Kind) -> String {
    format!("[data-open={}]", kind.name())
}
