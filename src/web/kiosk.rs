//! Binds the kiosk's clockwork to its page: browser events in, effects out, one timer. Only in the complete module.

mod stage;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Event as DomEvent, HtmlElement, Window};

use super::guard::{Frames, Listener, Timer};
use super::pack::Pack;
use super::{clock, dom};
use crate::data::{Dataset, own};
use crate::error::FaultLang;
use crate::locale::Languages;
use crate::markup;
use crate::markup::kiosk::facts;
use crate::model::scenes::Fact;
use crate::widget::Kind;
use crate::widget::kiosk::settings::{self, Settings};
use crate::widget::kiosk::{Effect, Event, Now, Plan, Scheduler, staging};
use stage::Stage;

const EVENTS: [&str; 10] = [
    "click",
    "pointerdown",
    "pointerup",
    "pointermove",
    "keydown",
    "wheel",
    "cancel",
    "shigoto-error",
    "shigoto-change",
    "shigoto-painted",
];
/// How long the corner must be pressed.
const PRESS_MS: u64 = 2500;
/// How long a scene that failed is left out.
const RETRY_MS: u64 = 3_600_000;
/// How often a widget is made anew while somebody explores it.
const MOST_RENEWALS: u32 = 3;

thread_local! {
    /// Left behind only by what never returned.
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the kiosk itself stopped in the middle of its work.
#[wasm_bindgen(js_name = kioskStopped)]
pub fn kiosk_stopped() -> bool {
    IS_RUNNING.get()
}

/// The kiosk of a page.
#[wasm_bindgen]
pub struct Kiosk(Rc<Core>);

struct Core {
    stage: Stage,
    window: Window,
    /// Asks the script for what takes time: `ask(what, value)`.
    ask: Function,
    settings: Settings,
    languages: Languages,
    /// The city's own data.
    city: Rc<Dataset>,
    scheduler: RefCell<Scheduler>,
    queue: RefCell<VecDeque<Event>>,
    /// Data in force, and lying ready.
    data: RefCell<Rc<Dataset>>,
    offered: RefCell<Option<Rc<Dataset>>>,
    scene: Cell<usize>,
    turn: Cell<u64>,
    pressed_ms: Cell<Option<u64>>,
    renewals: Cell<u32>,
    log: RefCell<Vec<String>>,
    guards: RefCell<Option<Guards>>,
}

struct Guards {
    _listeners: Vec<Listener>,
    timer: Timer,
    frames: Frames,
}

#[wasm_bindgen]
impl Kiosk {
    /// Reads the settings. `address` holds names and values in turn, `log` what was noted before; `packs` are those of the
    /// languages it speaks, the source's first.
    ///
    /// # Errors
    /// When the page is not the kiosk's.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over arrays by value")]
    pub fn new(
        root: HtmlElement,
        set_html: Function,
        ask: Function,
        json: &str,
        address: Array,
        log: &str,
        packs: Vec<Pack>,
    ) -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let data = packs.first().map(|pack| Rc::clone(&pack.data)).ok_or("no language")?;
        let languages = Languages::of(packs.iter().map(|pack| pack.lang)).ok_or("no language")?;
        let address: Vec<String> = address.iter().filter_map(|text| text.as_string()).collect();
        let pairs: Vec<(String, String)> =
            address.chunks_exact(2).filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect();
        let (settings, told) = settings::read(json, &pairs, &Fact::NAMES, &languages.tags());
        let stage = Stage::new(root, window.clone(), set_html, languages.clone())?;
        let core = Rc::new(Core {
            scheduler: RefCell::new(Scheduler::new(plan(&settings, parts(&data, &settings, stage.is_still())))),
            stage,
            window,
            ask,
            settings,
            languages,
            city: Rc::clone(&data),
            queue: RefCell::default(),
            data: RefCell::new(data),
            offered: RefCell::default(),
            scene: Cell::new(0),
            turn: Cell::new(0),
            pressed_ms: Cell::new(None),
            renewals: Cell::new(0),
            log: RefCell::new(log.lines().map(str::to_owned).collect()),
            guards: RefCell::new(None),
        });
        core.guard()?;
        core.stage.offer_home(core.settings.share.is_some());
        for nonsense in &told {
            core.note(&nonsense.to_string());
        }
        Ok(Self(core))
    }

    /// Shows the first scene.
    pub fn start(&self) {
        self.0.note("開始");
        self.0.happen(Event::Start);
    }

    /// Notes a line in the log.
    pub fn note(&self, text: &str) {
        self.0.note(text);
    }

    /// How many scenes were shown.
    pub fn turn(&self) -> f64 {
        self.0.turn.get() as f64
    }

    /// Something went wrong that no widget has told of.
    pub fn fault(&self, text: &str) {
        self.0.note(text);
        self.0.happen(Event::Failed);
    }

    /// A new version lies ready, whole.
    pub fn version(&self) {
        self.0.note("新しい版の準備ができました");
        self.0.happen(Event::NewVersion);
    }

    /// Newer data lie ready; returns the widget they are for.
    ///
    /// # Errors
    /// When they cannot be used: what is shown stays.
    pub fn offer(&self, name: &str, text: &str) -> Result<String, JsValue> {
        let core = &self.0;
        let current = core.offered.borrow().clone().unwrap_or_else(|| core.data());
        let data = own::read_over(name, text, &current, &core.city).map_err(|faults| {
            let first = faults.first().map(|fault| fault.message(FaultLang::Ja)).unwrap_or_default();
            JsValue::from_str(&format!("{name}：{}件の誤り。{first}", faults.len()))
        })?;
        let kind = Kind::ALL.into_iter().find(|kind| markup::notice::files_of(*kind, &data.origin).contains(&name));
        let kind = kind.ok_or("no widget shows these data")?;
        *core.offered.borrow_mut() = Some(Rc::new(data));
        core.note(&format!("新しいデータ {name} を読みました"));
        core.happen(Event::NewData);
        Ok(kind.name().to_owned())
    }

    /// Opens the view a link within the page leads to, as in `kpi?pillar=2`.
    pub fn follow(&self, link: &str) {
        let (kind, query) = link.split_once('?').unwrap_or((link, ""));
        if let Some(kind) = Kind::from_name(kind) {
            let pairs: Vec<(String, String)> = query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .filter_map(|(name, value)| {
                    let value = js_sys::decode_uri_component(value).ok()?;
                    Some((name.to_owned(), value.into()))
                })
                .collect();
            self.0.open(kind, &pairs);
        }
    }
}

/// Scenes wanted, in their order, as places among the facts.
fn order(facts: &[Fact<'_>], settings: &Settings) -> Vec<usize> {
    let find = |name: &String| facts.iter().position(|fact| fact.name() == name);
    if settings.scenes.is_empty() {
        (0..facts.len()).collect()
    } else {
        settings.scenes.iter().filter_map(find).collect()
    }
}

/// Into how many parts each scene's time is divided.
fn parts(data: &Dataset, settings: &Settings, is_still: bool) -> Vec<u8> {
    let facts = facts(data);
    let count = |fact: &Fact<'_>| u8::try_from(staging::stage(data, fact).parts.len()).unwrap_or(1);
    let all = order(&facts, settings).into_iter().filter_map(|index| facts.get(index));
    all.map(|fact| if is_still { 1 } else { count(fact) }).collect()
}

fn plan(settings: &Settings, scenes: Vec<u8>) -> Plan {
    Plan {
        scenes,
        languages: settings.languages.len(),
        scene_ms: settings.seconds * 1000,
        idle_ms: settings.idle * 1000,
        warning_ms: settings.warning * 1000,
        retry_ms: RETRY_MS,
        version_ms: settings.version_minutes * 60_000,
        data_ms: settings.data.as_ref().map(|_| settings.data_minutes * 60_000),
        night: settings.night,
    }
}

/// Runs while the kiosk is there.
fn with(weak: &Weak<Core>, act: impl FnOnce(&Rc<Core>)) {
    if let Some(core) = weak.upgrade() {
        act(&core);
    }
}

impl Core {
    fn guard(self: &Rc<Self>) -> Result<(), JsValue> {
        let mut listeners = Vec::new();
        for name in EVENTS {
            let weak = Rc::downgrade(self);
            let listen = move |event: DomEvent| with(&weak, |core| core.event(&event));
            listeners.push(Listener::new(self.stage.root(), name, listen)?);
        }
        for (name, is_online) in [("online", true), ("offline", false)] {
            let weak = Rc::downgrade(self);
            let listen = move |_| with(&weak, |core| core.happen(Event::Online(is_online)));
            listeners.push(Listener::new(&self.window, name, listen)?);
        }
        let weak = Rc::downgrade(self);
        let resized = move |_| with(&weak, |core| core.fit_soon());
        listeners.push(Listener::new(&self.window, "resize", resized)?);
        let (weak, ticked) = (Rc::downgrade(self), Rc::downgrade(self));
        let frames = Frames::new(&self.window, move |_| with(&weak, |core| core.frame()));
        let timer = Timer::new(&self.window, move || with(&ticked, |core| core.happen(Event::Tick)));
        *self.guards.borrow_mut() = Some(Guards { _listeners: listeners, timer, frames });
        Ok(())
    }

    fn data(&self) -> Rc<Dataset> {
        Rc::clone(&self.data.borrow())
    }

    fn now(&self) -> Now {
        let date = js_sys::Date::new_0();
        let minute = u16::try_from(date.get_hours() * 60 + date.get_minutes()).unwrap_or(0);
        Now { ms: clock::now_ms(&self.window) as u64, minute }
    }

    /// Takes events one after the other: what an effect sets off waits its turn. Then sets the one timer.
    fn happen(self: &Rc<Self>, event: Event) {
        self.queue.borrow_mut().push_back(event);
        if IS_RUNNING.replace(true) {
            return;
        }
        loop {
            let Some(event) = self.queue.borrow_mut().pop_front() else { break };
            let effects = self.scheduler.borrow_mut().step(self.now(), event);
            for effect in effects {
                self.carry_out(effect);
            }
        }
        if let Some(guards) = &*self.guards.borrow() {
            guards.timer.set(self.scheduler.borrow().wait_ms()).ok();
        }
        IS_RUNNING.set(false);
    }

    fn carry_out(self: &Rc<Self>, effect: Effect) {
        let stage = &self.stage;
        match effect {
            Effect::Show { scene, language, turn } => {
                self.scene.set(scene);
                self.turn.set(turn);
                let lang = self.settings.languages.get(language).and_then(|tag| self.languages.find(tag));
                stage.speak(lang.unwrap_or(self.languages.source()));
                self.show(0);
                stage.turn(turn);
            }
            Effect::Part(part) => self.show(part),
            Effect::Explore => {
                self.renewals.set(0);
                self.open_scene();
                stage.explore(&self.data().outline.title);
            }
            Effect::Paused(is_paused) => stage.pause(is_paused),
            Effect::Warn(left) => stage.warn(left),
            Effect::Unwarn => stage.unwarn(),
            Effect::Reset => {
                stage.reset();
                for kind in Kind::ALL {
                    self.renew(kind);
                }
            }
            Effect::Renew => self.renew_after_failure(),
            Effect::Dim(is_dim) => stage.dim(is_dim),
            Effect::CheckVersion => self.ask("version", ""),
            Effect::CheckData => self.ask("data", self.settings.data.as_deref().unwrap_or_default()),
            Effect::TakeData => self.take_data(),
            Effect::Swap => self.ask("reload", ""),
            Effect::Dropped(scene) => self.note(&format!("場面{}を外しました", scene + 1)),
            Effect::Retried(scene) => self.note(&format!("場面{}をもう一度試します", scene + 1)),
            Effect::Network(is_online) => {
                self.note(if is_online { "通信が戻りました" } else { "通信が切れました" });
            }
        }
        self.fit_soon();
    }

    /// The data in the language spoken.
    fn told(&self) -> Rc<Dataset> {
        let (lang, own) = (self.stage.lang(), self.data());
        if lang.is_source() { own } else { Rc::new(lang.translated(&*own)) }
    }

    /// Behind a poster, opens the widget that shows its fact.
    fn open_scene(&self) {
        let data = self.data();
        let facts = facts(&data);
        let fact = order(&facts, &self.settings).get(self.scene.get()).and_then(|index| facts.get(*index));
        let Some(staging) = fact.filter(|_| self.stage.kind().is_none()).map(|fact| staging::stage(&data, fact)) else {
            return;
        };
        let part = staging.parts.into_iter().next().unwrap_or_default();
        let attributes: Vec<_> = part.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        self.stage.open(staging.widget, &attributes);
    }

    /// Shows a part of the scene at hand.
    fn show(&self, part: u8) {
        let data = self.told();
        let facts = facts(&data);
        let fact = order(&facts, &self.settings).get(self.scene.get()).and_then(|index| facts.get(*index));
        let Some(fact) = fact else { return };
        let staging = staging::stage(&data, fact);
        // Where nothing may move, its end is shown.
        let part = if self.stage.is_still() { staging.parts.len().saturating_sub(1) } else { usize::from(part) };
        if self.stage.is_broken(staging.widget) {
            self.renew(staging.widget);
        }
        self.stage.show(&staging, part, &data, fact);
    }

    /// A visitor turns to a widget.
    fn open(self: &Rc<Self>, kind: Kind, attributes: &[(String, String)]) {
        if self.scheduler.borrow().is_looping() {
            self.happen(Event::Touch);
        }
        if self.stage.is_broken(kind) {
            self.renew(kind);
        }
        self.stage.open(kind, attributes);
        self.fit_soon();
    }

    fn renew(&self, kind: Kind) {
        self.stage.mend(kind);
        self.ask("renew", kind.name());
    }

    /// In the loop the next scene comes anyway, and this widget is made anew when it is wanted again.
    fn renew_after_failure(&self) {
        let Some(kind) = self.stage.kind() else { return };
        self.stage.set_broken(kind);
        if !self.scheduler.borrow().is_looping() && self.renewals.get() < MOST_RENEWALS {
            self.renewals.set(self.renewals.get() + 1);
            self.renew(kind);
        }
    }

    fn take_data(&self) {
        let Some(data) = self.offered.borrow_mut().take() else { return };
        let scenes = parts(&data, &self.settings, self.stage.is_still());
        *self.data.borrow_mut() = data;
        self.scheduler.borrow_mut().replan(scenes);
        self.ask("take", "");
        self.note("新しいデータに替えました");
    }

    fn ask(&self, what: &str, value: &str) {
        self.ask.call2(&JsValue::NULL, &what.into(), &value.into()).ok();
    }

    fn note(&self, text: &str) {
        const MOST_LINES: usize = 200;
        let date = js_sys::Date::new_0();
        let two = |number: u32| format!("{number:02}");
        let day = [date.get_full_year().to_string(), two(date.get_month() + 1), two(date.get_date())].join("-");
        let clock = [two(date.get_hours()), two(date.get_minutes())].join(":");
        let line = [&day, &clock, &text.replace('\n', " ")].map(String::as_str).join(" ");
        self.ask("log", &line);
        let mut log = self.log.borrow_mut();
        let surplus = (log.len() + 1).saturating_sub(MOST_LINES);
        log.drain(..surplus);
        log.push(line);
    }

    fn event(self: &Rc<Self>, event: &DomEvent) {
        match event.type_().as_str() {
            "click" => self.click(event),
            "shigoto-error" => self.failed(event),
            "shigoto-change" => self.fit_soon(),
            "shigoto-painted" => self.stage.tell(),
            "pointerdown" => {
                let is_corner = dom::closest(event, "[data-corner]").is_some();
                self.pressed_ms.set(is_corner.then(|| self.now().ms));
                self.happen(Event::Active);
            }
            "pointerup" => {
                let is_long = |start_ms| self.now().ms >= start_ms + PRESS_MS;
                if self.pressed_ms.take().is_some_and(is_long) && self.settings.pin.is_some() {
                    self.happen(Event::Touch);
                    self.stage.ask_pin();
                }
            }
            _ => self.happen(Event::Active),
        }
    }

    fn click(self: &Rc<Self>, event: &DomEvent) {
        let of =
            |name: &str| dom::closest(event, &["[data-", name, "]"].concat()).and_then(|own| dom::data(&own, name));
        if let Some(kind) = of("open").and_then(|name| Kind::from_name(&name)) {
            self.open(kind, &[]);
        } else if let Some(lang) = of("lang").and_then(|tag| self.languages.find(&tag)) {
            if self.scheduler.borrow().is_looping() {
                self.happen(Event::Touch);
            }
            self.stage.speak(lang);
            self.stage.say_language();
            self.fit_soon();
        } else if let Some(digit) = of("digit") {
            let pin = self.settings.pin.as_deref().unwrap_or_default();
            self.stage.type_pin(&digit, pin, &self.log.borrow());
        } else {
            match of("act").as_deref() {
                Some("touch") => self.happen(Event::Touch),
                Some("pause") => self.happen(Event::Pause),
                Some("larger") => {
                    self.stage.enlarge(!self.stage.is_large());
                    self.fit_soon();
                }
                Some("leave") => self.happen(Event::Leave),
                Some("take") => self.stage.take_home(self.settings.share.as_deref()),
                Some("close") => self.stage.close(),
                Some("restart") => self.ask("reload", ""),
                _ => {}
            }
        }
    }

    /// A widget could not draw, or stopped. Only what is on the stage costs its scene.
    fn failed(self: &Rc<Self>, event: &DomEvent) {
        let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
        let text = |name: &str| Reflect::get(&event.detail(), &name.into()).ok().and_then(|value| value.as_string());
        let code = text("code").unwrap_or_default();
        let of = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let kind = of.and_then(|own| Kind::from_name(own.local_name().strip_prefix("shigoto-")?));
        let Some(kind) = kind else { return };
        self.note(&[kind.name(), " ", &code, " ", &text("message").unwrap_or_default()].concat());
        if !["draw", "panic", "unsupported"].contains(&code.as_str()) {
            return;
        }
        self.stage.set_broken(kind);
        if self.stage.kind() == Some(kind) {
            self.happen(Event::Failed);
        }
    }

    fn fit_soon(&self) {
        if let Some(guards) = &*self.guards.borrow() {
            guards.frames.request().ok();
        }
    }

    fn frame(&self) {
        if let Some(guards) = &*self.guards.borrow() {
            guards.frames.began();
        }
        let is_looping = self.stage.is_in_loop();
        self.stage.fit(is_looping);
    }
}
