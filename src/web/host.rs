//! `Host`: binds one custom element to its widget. Created by the shim in `www/elements.js`, freed when it leaves.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, HtmlElement, HtmlInputElement};

use super::guard::{Frames, Listener, SizeObserver, microtask};
use super::pack::Pack;
use super::say::{self, Detail};
use super::view::{Scene, View};
use super::{clock, dom, kpi, lq, swot};
use crate::figure::theme::{LIGHT, Palette};
use crate::locale::Key;
use crate::widget::Dirty;
use crate::widget::Kind;

/// Events a widget may answer.
#[cfg(small)]
const EVENTS: [&str; 11] = [
    "click",
    "change",
    "input",
    "toggle",
    "pointerover",
    "pointerout",
    "focusin",
    "focusout",
    "scroll",
    "contextlost",
    "contextrestored",
];

/// Events a widget may answer, the keys of a long table among them.
#[cfg(not(small))]
const EVENTS: [&str; 12] = [
    "click",
    "change",
    "input",
    "toggle",
    "pointerover",
    "pointerout",
    "focusin",
    "focusout",
    "scroll",
    "contextlost",
    "contextrestored",
    "keydown",
];

/// Values of `theme`.
const THEMES: [&str; 4] = ["auto", "light", "dark", "contrast"];

thread_local! {
    /// The elements being worked on, each within the work on the one before; what never returned leaves its own behind.
    static AT_WORK: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// One widget at work on one element.
#[wasm_bindgen]
pub struct Host {
    pub(super) core: Rc<Core>,
}

pub(super) struct Core {
    pub(super) kind: Kind,
    pub(super) element: HtmlElement,
    pub(super) scene: RefCell<Rc<Scene>>,
    pub(super) view: RefCell<Box<dyn View>>,
    pub(super) pending: Cell<Dirty>,
    is_queued: Cell<bool>,
    is_reflecting: Cell<bool>,
    is_focusing: Cell<bool>,
    is_alive: Cell<bool>,
    pub(super) has_painted: Cell<bool>,
    has_failed: Cell<bool>,
    pub(super) is_on_paper: Cell<bool>,
    /// Size of the widget when it was last laid out for drawing, CSS px.
    pub(super) drawn_px: Cell<(f64, f64)>,
    /// What the page enlarges it by, found then.
    pub(super) zoom: Cell<f64>,
    /// As [`Self::measured_scale`] found it then.
    pub(super) design_scale: Cell<f64>,
    /// Colours in force then.
    pub(super) palette: Cell<Palette>,
    /// How often canvases came back without what had been drawn on them.
    pub(super) epoch: Cell<u32>,
    /// Hears when the device pixels a CSS pixel are no longer these.
    pub(super) density: RefCell<Option<(f64, Listener)>>,
    guards: RefCell<Option<Guards>>,
}

/// What is done when an event comes.
type Answer = fn(&Rc<Core>, &Event);

/// Dropped together: nothing calls back afterwards.
struct Guards {
    _listeners: Vec<Listener>,
    _size: SizeObserver,
    frames: Frames,
}

#[wasm_bindgen]
impl Host {
    /// Binds `element`, whose shadow tree the page or the shim has brought. `fill` puts markup into a node; `pack` is what
    /// it says and shows.
    ///
    /// # Errors
    /// When the element cannot be bound; its static content then stays.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, kind: &str, fill: js_sys::Function, pack: &Pack) -> Result<Self, JsValue> {
        let kind = Kind::from_name(kind).ok_or("unknown widget")?;
        let window = web_sys::window().ok_or("no window")?;
        let root = element.shadow_root().ok_or("no shadow tree")?;
        #[cfg(not(small))]
        super::styles::bring(&root);
        let widget = root.query_selector(".widget")?.ok_or("no widget")?.dyn_into()?;
        #[cfg(small)]
        let Pack { lang, data } = pack.clone();
        #[cfg(small)]
        let scene = Rc::new(Scene { data, lang, widget, window, fill, next_focus: RefCell::default() });
        #[cfg(small)]
        let view = view_of(kind, &scene)?;
        #[cfg(not(small))]
        let (scene, view) = Scene::anew(kind, Rc::clone(&pack.data), pack, (widget, window, fill))?;
        let core = Rc::new(Core {
            kind,
            element,
            scene: RefCell::new(scene),
            view: RefCell::new(view),
            pending: Cell::new(Dirty::NONE),
            is_queued: Cell::new(false),
            is_reflecting: Cell::new(false),
            is_focusing: Cell::new(false),
            is_alive: Cell::new(true),
            has_painted: Cell::new(false),
            has_failed: Cell::new(false),
            is_on_paper: Cell::new(false),
            drawn_px: Cell::default(),
            zoom: Cell::new(1.0),
            design_scale: Cell::new(1.0),
            palette: Cell::new(LIGHT),
            epoch: Cell::default(),
            density: RefCell::default(),
            guards: RefCell::new(None),
        });
        core.guard()?;
        Ok(Self { core })
    }

    /// Reads the element's attributes, shows the first picture and says `shigoto-ready`, unless it `is_ready` already.
    /// Where it was the reader's hand that asked for what the attributes say, it may take the focus.
    pub fn start(&self, is_ready: bool, is_by_hand: bool) {
        at_work(&self.core.element, || {
            self.core.has_painted.set(is_ready);
            self.core.read_attributes();
            let hand = if is_by_hand { Dirty::HAND } else { Dirty::NONE };
            self.core.pending.set(Dirty::ALL | Dirty::REFLECT | hand);
            self.core.flush(None);
            if !is_ready && let Ok(state) = self.core.state() {
                say::dispatch(&self.core.element, "shigoto-ready", &state);
            }
        });
    }

    /// Takes an attribute's new value, `undefined` when it was removed. Tells whether the widget has written it itself.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over strings by value")]
    pub fn attribute(&self, name: &str, value: Option<String>) -> bool {
        let is_own = self.core.is_reflecting.get();
        if !is_own {
            at_work(&self.core.element, || self.core.attribute(name, value.as_deref()));
        }
        is_own
    }

    /// The complete module could not be loaded: says so, and that what is there stays.
    #[wasm_bindgen(js_name = isShort)]
    pub fn is_short(&self, why: &str) {
        let scene = self.core.scene();
        scene.notice(scene.lang.text(Key::Beyond));
        self.core.say_error("unsupported", why);
    }

    /// What is painted in a row nearest to a place in the window, CSS px from its left: the place of its middle and the
    /// column whose cell says it in words. `undefined` where nothing is.
    pub fn under(&self, row: usize, x_px: f64) -> Option<js_sys::Array> {
        let (column, x_px) = self.core.view.try_borrow().ok()?.under(row, x_px)?;
        Some(js_sys::Array::of2(&x_px.into(), &(column as f64).into()))
    }

    /// The public state as a plain object.
    ///
    /// # Errors
    /// None in practice: names and values are strings.
    pub fn state(&self) -> Result<JsValue, JsValue> {
        self.core.state()
    }
}

/// Finds the parts of a widget's shadow tree.
pub(super) fn view_of(kind: Kind, scene: &Scene) -> Result<Box<dyn View>, JsValue> {
    Ok(match kind {
        #[cfg(not(small))]
        Kind::Lq if crate::widget::lq_many::is_many(&scene.data.lq) => Box::new(super::many::ManyView::new(scene)?),
        Kind::Swot => Box::new(swot::SwotView::new(scene)?),
        Kind::Lq => Box::new(lq::LqView::new(scene)?),
        Kind::Kpi => Box::new(kpi::KpiView::new(scene, clock::fiscal_year_today())?),
    })
}

impl Drop for Host {
    fn drop(&mut self) {
        self.core.is_alive.set(false);
        self.core.guards.take();
        self.core.density.take();
    }
}

impl Core {
    pub(super) fn scene(&self) -> Rc<Scene> {
        Rc::clone(&self.scene.borrow())
    }

    /// Starts listening. Every callback holds the core weakly.
    fn guard(self: &Rc<Self>) -> Result<(), JsValue> {
        let scene = self.scene();
        let paper: EventTarget = scene.window.match_media("print")?.ok_or("no media queries")?.into();
        let heard: [(&EventTarget, &[_], Answer); 4] = [
            (&scene.widget, &EVENTS, Self::event),
            (&scene.window, &["beforeprint", "afterprint"], Self::print),
            (&paper, &["change"], Self::print),
            // The probes' colours changed, whatever made them: the system, the page, an attribute.
            (&self.element, &["transitionrun"], Self::relit),
        ];
        let mut listeners = Vec::new();
        for (target, names, answer) in heard {
            for name in names {
                listeners.push(self.listen(target, name, answer)?);
            }
        }
        let weak = Rc::downgrade(self);
        let resized = Weak::clone(&weak);
        let size = SizeObserver::new(&scene.widget, move || with(&resized, Self::resized))?;
        let frames = Frames::new(&scene.window, move |ms| with(&weak, |core| core.frame(ms)));
        *self.guards.borrow_mut() = Some(Guards { _listeners: listeners, _size: size, frames });
        Ok(())
    }

    /// Listens for as long as the listener is kept; a function apart for each event would be larger.
    pub(super) fn listen(
        self: &Rc<Self>,
        target: &EventTarget,
        name: &'static str,
        answer: Answer,
    ) -> Result<Listener, JsValue> {
        let weak = Rc::downgrade(self);
        Listener::new(target, name, move |event| with(&weak, |core| answer(core, &event)))
    }

    /// Takes every attribute there is, and the width.
    pub(super) fn read_attributes(self: &Rc<Self>) {
        for name in self.element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let value = self.element.get_attribute(&name);
            self.attribute(&name, value.as_deref());
        }
        let width_px = self.width_px();
        if let Ok(mut view) = self.view.try_borrow_mut() {
            view.resized(width_px);
        }
    }

    pub(super) fn attribute(self: &Rc<Self>, name: &str, value: Option<&str>) {
        if name == "theme" {
            let is_known = value.is_none_or(|theme| theme.is_empty() || THEMES.contains(&theme));
            if !is_known {
                self.warn(&["theme=\"", value.unwrap_or_default(), "\" is not one of: ", &THEMES.join(", ")].concat());
            }
            self.mark(Dirty::FIGURE | Dirty::LAYOUT);
            return;
        }
        let Ok(mut view) = self.view.try_borrow_mut() else {
            #[cfg(not(small))]
            self.take_later(name);
            return;
        };
        let taken = view.attribute(&self.scene(), name, value);
        drop(view);
        if let Some(fault) = taken.fault {
            self.warn(&fault.text());
        }
        self.mark(taken.dirty | Dirty::REFLECT);
    }

    /// Tells the page's maker, once for each mistake.
    fn warn(&self, message: &str) {
        web_sys::console::warn_1(&["<shigoto-", self.kind.name(), ">: ", message].concat().into());
    }

    fn event(self: &Rc<Self>, event: &Event) {
        let kind = event.type_();
        if kind.starts_with("context") {
            self.pictured(kind == "contextrestored");
            return;
        }
        if self.is_focusing.get() {
            return;
        }
        if kind == "click" && dom::closest(event, "[data-close]").is_some() {
            if let Ok(notice) = dom::find(&self.scene().widget, ".notice") {
                notice.set_hidden(true);
            }
            return;
        }
        #[cfg(not(small))]
        if super::terms::answer(&self.scene(), event) {
            return;
        }
        if kind == "change"
            && let Some(input) = dom::closest(event, "[name=lang]")
            && let Ok(input) = input.dyn_into::<HtmlInputElement>()
        {
            self.element.set_attribute("lang", &input.value()).ok();
            return;
        }
        let Ok(mut view) = self.view.try_borrow_mut() else { return };
        let dirty = view.event(&self.scene(), event);
        drop(view);
        self.give_focus();
        self.mark(if dirty.is_state() { dirty | Dirty::HAND } else { dirty });
    }

    /// Moves the focus where the view wants it. That it comes there is no wish of the reader's to preview anything.
    fn give_focus(&self) {
        if let Some(element) = self.scene().next_focus.take() {
            self.is_focusing.set(true);
            element.focus().ok();
            self.is_focusing.set(false);
        }
    }

    /// What the figures were laid out for.
    pub(super) fn size_px(&self) -> (f64, f64) {
        let bounds = self.scene().widget.get_bounding_client_rect();
        (bounds.width(), bounds.height())
    }

    /// Unrounded, as the stylesheet sees it.
    fn width_px(&self) -> f64 {
        let widget = &self.scene().widget;
        widget.get_bounding_client_rect().width() / dom::zoom_of(widget)
    }

    fn resized(self: &Rc<Self>) {
        // Rows that came or went with a change of state were there when it was drawn.
        let size_px = self.size_px();
        if self.drawn_px.replace(size_px) == size_px {
            return;
        }
        let width_px = self.width_px();
        let Ok(mut view) = self.view.try_borrow_mut() else { return };
        let dirty = view.resized(width_px);
        drop(view);
        self.mark(dirty | Dirty::LAYOUT);
    }

    /// Paints what is shown for paper, or for the screen again. Chromium has laid out for paper when the media query says
    /// so; elsewhere nothing can be painted by then, and the stylesheet stands in for the paper's width.
    fn print(self: &Rc<Self>, event: &Event) {
        let is_announced = event.type_() == "beforeprint";
        let scene = self.scene();
        let is_laid_out = clock::matches(&scene.window, "print");
        let is_on_paper = is_laid_out || is_announced;
        dom::set_class(&scene.widget, "paper", is_on_paper).ok();
        self.is_on_paper.set(is_on_paper);
        let width_px = self.width_px();
        let Ok(mut view) = self.view.try_borrow_mut() else { return };
        // What a narrow screen shows by itself is shown on wider paper too.
        let shown = view.state().into_iter().find(|(name, _)| is_on_paper && *name == "view").map(|(_, view)| view);
        view.attribute(&scene, "view", shown.or_else(|| self.element.get_attribute("view")).as_deref());
        view.resized(width_px);
        drop(view);
        self.mark(Dirty::ALL);
    }

    /// Notes what is stale; one microtask then brings everything up to date.
    pub(super) fn mark(self: &Rc<Self>, dirty: Dirty) {
        if !dirty.is_any() {
            return;
        }
        self.pending.set(self.pending.get() | dirty);
        if !self.is_queued.replace(true) {
            let weak = Rc::downgrade(self);
            microtask(&self.scene().window, move || {
                with(&weak, |core| {
                    core.is_queued.set(false);
                    core.flush(None);
                });
            });
        }
    }

    fn frame(self: &Rc<Self>, frame_ms: f64) {
        if let Some(guards) = &*self.guards.borrow() {
            guards.frames.began();
        }
        self.pending.set(self.pending.get() | Dirty::FIGURE);
        self.flush(Some(frame_ms));
    }

    /// The one place where DOM and canvases are written.
    pub(super) fn flush(self: &Rc<Self>, frame_ms: Option<f64>) {
        let dirty = self.pending.replace(Dirty::NONE);
        if !self.is_alive.get() || !dirty.is_any() {
            return;
        }
        let scene = self.scene();
        let start_ms = clock::now_ms(&scene.window);
        if dirty.is_state() || dirty.has(Dirty::REFLECT) {
            self.reflect(dirty.is_state());
        }
        if dirty == Dirty::REFLECT {
            return;
        }
        let Ok(mut view) = self.view.try_borrow_mut() else { return };
        let result = view.patch(&scene, dirty).and_then(|()| {
            let is_painting = !self.has_failed.get();
            if dirty != Dirty::FIGURE {
                self.measure(dirty);
            }
            is_painting.then(|| view.paint(&scene, dirty, &self.light(frame_ms))).transpose()
        });
        drop(view);
        self.give_focus();
        match result {
            Ok(None) => {}
            Ok(Some(is_moving)) => {
                self.painted(start_ms);
                if is_moving && let Some(guards) = &*self.guards.borrow() {
                    guards.frames.request().ok();
                }
            }
            Err(error) => self.fail(&error),
        }
        if dirty.is_state()
            && let Ok(state) = self.state()
        {
            say::dispatch(&self.element, "shigoto-change", &state);
        }
    }

    /// Writes the public state back to the attributes that differ from it; to those not there only when it changed.
    fn reflect(&self, is_changed: bool) {
        let Ok(view) = self.view.try_borrow() else { return };
        let attributes = view.attributes();
        drop(view);
        self.is_reflecting.set(true);
        for (name, value) in attributes {
            let current = self.element.get_attribute(name);
            let is_due = current.is_some() || (is_changed && !value.is_empty());
            if is_due && current.as_deref().unwrap_or_default() != value {
                self.element.set_attribute(name, &value).ok();
            }
        }
        self.is_reflecting.set(false);
    }

    fn state(&self) -> Result<JsValue, JsValue> {
        let state = self.view.try_borrow().map_err(|_| "busy")?.state();
        say::object(state.iter().map(|(name, value)| (*name, Detail::Text(value))))
    }

    /// Marks the first complete paint, and says each one.
    fn painted(&self, start_ms: f64) {
        let scene = self.scene();
        let window = &scene.window;
        if !self.has_painted.replace(true) {
            dom::set_class(&scene.widget, "painted", true).ok();
            if let Some(performance) = window.performance() {
                performance.mark(&["shigoto-", self.kind.name(), "-painted"].concat()).ok();
            }
        }
        let ms = clock::now_ms(window) - start_ms;
        say::send(
            &self.element,
            "shigoto-painted",
            &[("widget", Detail::Text(self.kind.name())), ("ms", Detail::Number(ms))],
        );
    }

    /// A failed draw shows the widget's text, never a blank box; from then on only words are kept up to date.
    pub(super) fn fail(&self, error: &JsValue) {
        self.has_failed.set(true);
        let scene = self.scene();
        dom::set_class(&scene.widget, "unpainted", true).ok();
        scene.notice(scene.lang.text(Key::LoadingFailed));
        let of = |error| js_sys::Reflect::get(error, &"message".into()).ok()?.as_string();
        let message = error.as_string().or_else(|| of(error)).unwrap_or_default();
        self.say_error("draw", &message);
    }

    fn say_error(&self, code: &str, message: &str) {
        let detail = [("code", Detail::Text(code)), ("message", Detail::Text(message)), ("faults", Detail::Nothing)];
        say::send(&self.element, "shigoto-error", &detail);
    }
}

/// Every call back from the browser comes through here.
pub(super) fn with(weak: &Weak<Core>, act: impl FnOnce(&Rc<Core>)) {
    if let Some(core) = weak.upgrade() {
        at_work(&core.element, || act(&core));
    }
}

/// Work on an element. What the page does meanwhile, in a listener of its own, may be work on another one, and may stop.
pub(super) fn at_work<T>(element: &HtmlElement, act: impl FnOnce() -> T) -> T {
    let place = begun(element);
    let result = act();
    ended(place);
    result
}

#[inline(never)]
fn begun(element: &HtmlElement) -> usize {
    AT_WORK.with_borrow_mut(|stack| {
        stack.push(element.clone());
        stack.len() - 1
    })
}

/// What lies above has stopped: its order does not matter.
#[inline(never)]
fn ended(place: usize) {
    AT_WORK.with_borrow_mut(|stack| {
        if place < stack.len() {
            stack.swap_remove(place);
        }
    });
}

/// An element during whose work the wasm stopped, once; the script then shows its static content. To be asked when
/// nothing is at work.
#[wasm_bindgen(js_name = stoppedAt)]
pub fn stopped_at() -> Option<HtmlElement> {
    AT_WORK.with_borrow_mut(Vec::pop)
}
