//! `<shigoto-kpi>` in the browser.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::canvas::Surface;
use super::clock::Tween;
#[cfg(not(small))]
use super::course;
use super::dom;
use super::view::{self, Light, Scene, Shade, View};
use crate::data::kpi::Kpi;
#[cfg(not(small))]
use crate::figure::trajectory::Now;
use crate::figure::{bullet, gauge};
use crate::id::{KpiId, digits};
use crate::locale::amount::Amounts;
use crate::locale::{Key, sentence};
use crate::markup;
use crate::model::groups::Grouping;
use crate::model::insight;
use crate::model::marks::Mark;
use crate::model::pace::{self, Reading, Status};
use crate::widget::kpi::{Action, State, View as Choice, span};
use crate::widget::{Attributes, Dirty, Taken, Widget as _};

/// How long the pace marks sweep, ms.
const SWEEP_MS: f64 = 300.0;

/// One KPI's card.
struct Card {
    root: HtmlElement,
    surface: Surface,
    /// Name and value of the pace, of those that have one.
    pace: Option<[HtmlElement; 2]>,
    /// Level in the dial, and status below: they change with the reading that counts in a year.
    level: HtmlElement,
    state: HtmlElement,
    told: Option<(Status, Option<f64>)>,
    /// Where the pace mark stands and where it started, in the KPI's unit.
    shown_pace: f64,
    start_pace: f64,
    /// The same of the chosen year.
    shown_year: f64,
    start_year: f64,
    details: HtmlElement,
    /// The canvas of the course within the details.
    #[cfg(not(small))]
    course: Option<Surface>,
    /// The gauge that the page brought, until the canvas has its own.
    brought: Option<Element>,
    /// What the canvas shows, so that it is drawn anew only when that changes.
    painted: Option<Painted>,
}

/// All that a dial or a bullet depends on, but for what a KPI never changes: what is drawn with, view, size, pace, level,
/// status.
type Painted = (Shade, Choice, (f64, f64), Option<f64>, Option<f64>, Status);

/// The widget.
pub struct KpiView {
    state: State,
    readings: Vec<Reading>,
    cards: Vec<Card>,
    indicators: HtmlElement,
    told_open: Option<KpiId>,
    sentence: HtmlElement,
    /// Entries of the legend that come and go, in the order of [`Mark::PASSING`].
    marks: Vec<HtmlElement>,
    slider: HtmlInputElement,
    output: HtmlElement,
    sweep: Option<Tween>,
}

impl KpiView {
    /// Finds the parts of the shadow tree; `today` is the current fiscal year.
    pub fn new(scene: &Scene, today: u16) -> Result<Self, JsValue> {
        let state = State::new(&scene.data, today);
        let readings = state.readings(&scene.data);
        let cards = readings.iter().map(|reading| Card::new(scene, reading, state.year)).collect::<Result<_, _>>()?;
        Ok(Self {
            state,
            readings,
            cards,
            indicators: dom::find(&scene.widget, ".indicators")?,
            told_open: None,
            sentence: dom::find(&scene.widget, ".sentence")?,
            marks: dom::find_all(&scene.widget, ".marks .some")?,
            slider: dom::find(&scene.widget, "input[name=year]")?.dyn_into()?,
            output: dom::find(&scene.widget, "output")?,
            sweep: None,
        })
    }

    fn read_again(&mut self, scene: &Scene, dirty: Dirty) -> Dirty {
        if dirty.is_any() {
            self.readings = self.state.readings(&scene.data);
            for card in &mut self.cards {
                card.start_pace = card.shown_pace;
                card.start_year = card.shown_year;
            }
            self.sweep = Some(Tween::new(SWEEP_MS));
        }
        dirty
    }

    /// Writes the report card where it is shown.
    #[cfg(not(small))]
    fn report(&self, scene: &Scene) -> Result<(), JsValue> {
        let is_shown = self.state.view() == Choice::Report;
        let report = dom::find(&scene.widget, ".report")?;
        report.set_hidden(!is_shown);
        if is_shown {
            scene.fill(&report, markup::kpi_report::report(&scene.context(self.state.year), &self.state))?;
        }
        Ok(())
    }

    fn changed(event: &Event) -> Option<Action> {
        let input: HtmlInputElement = dom::closest(event, "input")?.dyn_into().ok()?;
        let value = input.value();
        match input.name().as_str() {
            "year" => value.parse().ok().map(Action::Year),
            "pillar" => Some(Action::Pillar(value.parse().ok())),
            "view" => Choice::ALL.into_iter().find(|view| view.as_str() == value).map(Action::View),
            "group" => Grouping::ALL.into_iter().find(|group| group.as_str() == value).map(Action::Group),
            _ => None,
        }
    }

    /// Details were opened or closed.
    fn toggled(event: &Event) -> Option<Action> {
        let details = dom::closest(event, ".more > details")?;
        let id = dom::data(&details.closest("[data-kpi]").ok()??, "kpi")?.parse().ok()?;
        Some(Action::Open(id, details.has_attribute("open")))
    }
}

impl View for KpiView {
    #[cfg(not(small))]
    fn shown(&self) -> Box<dyn crate::takeaway::Takeaway + '_> {
        Box::new(self.state.clone())
    }

    fn attribute(&mut self, scene: &Scene, name: &str, value: Option<&str>) -> Taken {
        let year = self.state.year;
        let taken = self.state.set_attribute(&scene.data, name, value);
        if self.state.year != year {
            self.read_again(scene, taken.dirty);
        }
        taken
    }

    fn event(&mut self, scene: &Scene, event: &Event) -> Dirty {
        let action = match event.type_().as_str() {
            "input" | "change" => Self::changed(event),
            "toggle" => Self::toggled(event),
            _ => None,
        };
        let year = self.state.year;
        let dirty = action.map_or(Dirty::NONE, |action| self.state.update(action));
        if self.state.year == year { dirty } else { self.read_again(scene, dirty) }
    }

    fn resized(&mut self, _: f64) -> Dirty {
        Dirty::FIGURE
    }

    fn attributes(&self) -> Attributes {
        self.state.attributes()
    }

    fn state(&self) -> Attributes {
        view::filled(self.state.attributes(), self.state.view().as_str())
    }

    fn patch(&mut self, scene: &Scene, dirty: Dirty) -> Result<(), JsValue> {
        if !dirty.has(Dirty::WORDS) {
            return Ok(());
        }
        let (data, lang, state) = (&scene.data, scene.lang, &self.state);
        let shown = || {
            let all = data.kpi.kpis.iter().zip(&self.readings);
            all.filter(|(kpi, _)| state.shows(kpi)).map(|(_, reading)| reading)
        };
        scene.say(&self.sentence, &sentence::goals(lang, data, insight::kpi(shown()), state.year));
        dom::set_class(&self.indicators, "moved", shown().any(|reading| reading.is_pace_marked))?;
        for (entry, mark) in self.marks.iter().zip(Mark::PASSING) {
            entry.set_hidden(!shown().any(|reading| mark.is_of(reading)));
        }
        let (year, year_text) = (digits(state.year.into()), sentence::year_text(lang, state.year));
        if self.slider.value() != year {
            self.slider.set_value(&year);
        }
        dom::set_attribute(&self.slider, "aria-valuetext", &scene.plain(&year_text))?;
        scene.say(&self.output, &year_text);
        let pillar = state.pillar.map_or_else(|| "all".to_owned(), |pillar| digits(pillar.into()));
        dom::check_radio(&scene.widget, "pillar", &pillar)?;
        dom::check_radio(&scene.widget, "view", state.view().as_str())?;
        dom::check_radio(&scene.widget, "group", state.group.as_str())?;
        dom::set_attribute(&self.indicators, "data-view", state.view().as_str())?;
        #[cfg(not(small))]
        self.report(scene)?;
        #[cfg(not(small))]
        super::kpi_groups::arrange(
            scene,
            state,
            &self.indicators,
            &self.cards.iter().map(|card| &card.root).collect::<Vec<_>>(),
        )?;
        let pace_label = lang.fill(Key::PaceLabel, &[("year", &year)]);
        for ((kpi, reading), card) in data.kpi.kpis.iter().zip(&self.readings).zip(&mut self.cards) {
            card.tell(scene, kpi, reading, state.year)?;
            card.root.set_hidden(!state.shows(kpi));
            // The one asked for opens; others opened by hand stay open.
            let (is_open, was_open) = (state.open.as_ref() == Some(&kpi.id), self.told_open.as_ref() == Some(&kpi.id));
            if is_open || (was_open && state.open.is_none()) {
                card.open(is_open)?;
            }
            if let Some([name, level]) = &card.pace {
                scene.say(name, &pace_label);
                scene.say(level, &markup::kpi::pace_text(lang, kpi, reading));
            }
        }
        self.told_open.clone_from(&state.open);
        for section in dom::find_all(&self.indicators, ".group")? {
            let count = dom::find_all(&section, ".card:not([hidden])")?.len();
            section.set_hidden(count == 0);
            let count = digits(count as u64);
            dom::set_attribute(&section, "data-count", &count)?;
            dom::set_text(&dom::find(&section, "h3 span")?, &count);
        }
        Ok(())
    }

    fn paint(&mut self, scene: &Scene, _: Dirty, light: &Light) -> Result<bool, JsValue> {
        let ratio = match (light.frame_ms, &mut self.sweep) {
            (Some(frame_ms), Some(sweep)) => sweep.at(frame_ms),
            _ => 1.0,
        };
        let state = &self.state;
        for (reading, card) in self.readings.iter().zip(&mut self.cards) {
            card.advance(reading, state.year, ratio);
            card.paint(scene, reading, state, light)?;
        }
        if ratio >= 1.0 {
            self.sweep = None;
        }
        Ok(self.sweep.is_some())
    }
}

impl Card {
    fn new(scene: &Scene, reading: &Reading, year: u16) -> Result<Self, JsValue> {
        let year = f64::from(year);
        let card = dom::find(&scene.widget, &["[data-kpi=\"", reading.id.as_str(), "\"]"].concat())?;
        Ok(Self {
            surface: Surface::new(dom::find(&card, "canvas")?)?,
            pace: dom::find_all(&card, ".pace-name,.pace")?.try_into().ok(),
            level: dom::find(&card, ".level b")?,
            state: dom::find(&card, ".state")?,
            told: None,
            shown_pace: reading.pace,
            start_pace: reading.pace,
            shown_year: year,
            start_year: year,
            details: dom::find(&card, "details")?,
            #[cfg(not(small))]
            course: dom::find(&card, ".plot canvas").ok().map(Surface::new).transpose()?,
            brought: card.query_selector(".face svg")?,
            painted: None,
            root: card,
        })
    }

    /// Writes level and status where another reading counts now.
    fn tell(&mut self, scene: &Scene, kpi: &Kpi, reading: &Reading, year: u16) -> Result<(), JsValue> {
        let now = Some((reading.status, reading.actual));
        if self.told != now {
            let amounts = Amounts::beside(scene.lang, kpi, reading);
            dom::set_text(&self.level, &amounts.number(reading.level()));
            // Only other languages write larger numbers in other units; Japanese ones may carry a reading.
            #[cfg(not(small))]
            if let Some(unit) = self.level.next_sibling().filter(|_| !scene.lang.is_japanese()) {
                unit.set_text_content(Some(&amounts.unit(reading.level())));
            }
            let actual = pace::reading(kpi, &scene.data.actuals, span(&scene.data), year);
            scene.fill(&self.state, markup::kpi::status(scene.lang, kpi, reading, actual))?;
            self.told = now;
        }
        Ok(())
    }

    /// Shows the details, or closes them.
    fn open(&self, is_open: bool) -> Result<(), JsValue> {
        if self.details.has_attribute("open") != is_open {
            self.details.toggle_attribute_with_force("open", is_open)?;
        }
        Ok(())
    }

    /// Moves the pace mark to `ratio` of its way.
    fn advance(&mut self, reading: &Reading, year: u16, ratio: f64) {
        self.shown_pace = self.start_pace + (reading.pace - self.start_pace) * ratio;
        self.shown_year = self.start_year + (f64::from(year) - self.start_year) * ratio;
    }

    /// Paints the view shown, and the course where the details are open.
    fn paint(&mut self, scene: &Scene, reading: &Reading, state: &State, light: &Light) -> Result<(), JsValue> {
        let Some(dial) = self.surface.element().parent_element() else { return Ok(()) };
        let (width_px, height_px) = (f64::from(dial.client_width()), f64::from(dial.client_height()));
        #[cfg(not(small))]
        let now = Now { year: self.shown_year, pace: self.shown_pace };
        #[cfg(not(small))]
        if let Some(surface) = self.course.as_mut().filter(|_| self.details.has_attribute("open")) {
            course::paint(scene, reading, state, now, (surface, light))?;
        }
        if width_px < 1.0 {
            return Ok(());
        }
        #[cfg(not(small))]
        if state.view() == Choice::Trajectory {
            self.painted = None;
            return course::paint(scene, reading, state, now, (&mut self.surface, light));
        }
        let _ = scene;
        self.surface.resize(width_px, height_px, light.device_pixel_ratio)?;
        let theme = light.theme(self.surface.scale);
        let pace = reading.is_pace_marked.then_some(self.shown_pace);
        let due = Some((light.shade(), state.view(), (width_px, height_px), pace, reading.actual, reading.status));
        if self.painted == due {
            return Ok(());
        }
        let size = (width_px * self.surface.scale, height_px * self.surface.scale);
        if state.view() == Choice::Bullet {
            let layout = bullet::Layout::new(size, reading, pace, &theme);
            self.surface.paint(|area| bullet::draw(area, reading, &layout, &theme))?;
        } else {
            let layout = gauge::Layout::new(size, reading, pace);
            self.surface.paint(|area| gauge::draw(area, reading, &layout, &theme))?;
        }
        self.painted = due;
        if let Some(brought) = self.brought.take() {
            brought.remove();
        }
        Ok(())
    }
}
