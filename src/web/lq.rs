//! `<shigoto-lq>` in the browser.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::dom;
use super::sheet::Sheet;
use super::view::{self, Light, Scene, View};
#[cfg(small)]
use crate::data::lq::Labels;
use crate::data::lq::{LqRow, LqTable};
use crate::id::Base;
use crate::locale::{Key, sentence};
#[cfg(not(small))]
use crate::markup;
use crate::widget::lq::{Action, Headings, NARROW_PX, Sort, State, View as Choice};
use crate::widget::{Attributes, Dirty, Taken, Widget as _};

/// The widget.
pub struct LqView {
    state: State,
    pairs: super::pairs::Pairs,
    sheets: Vec<Sheet>,
    views: HtmlElement,
    heading: HtmlElement,
    sentence: HtmlElement,
    unsort: HtmlElement,
    order: HtmlElement,
    group: HtmlElement,
    #[cfg(not(small))]
    quadrant: super::quadrant::Shown,
    width_px: f64,
}

impl LqView {
    /// Finds the parts of the shadow tree.
    pub fn new(scene: &Scene) -> Result<Self, JsValue> {
        let sections = dom::find_all(&scene.widget, ".sheet")?;
        let sheets = scene.data.lq.tables.iter().zip(sections);
        Ok(Self {
            state: State::loaded(&scene.data, 0),
            pairs: super::pairs::Pairs::new(scene),
            sheets: sheets.map(|(table, section)| Sheet::new(table.base, section)).collect::<Result<_, _>>()?,
            views: dom::find(&scene.widget, ".views")?,
            heading: dom::find(&scene.widget, "h2")?,
            sentence: dom::find(&scene.widget, ".sentence")?,
            unsort: dom::find(&scene.widget, "[data-unsort]")?,
            order: dom::find(&scene.widget, ".order")?,
            group: dom::find(&scene.widget, "[data-group]")?,
            #[cfg(not(small))]
            quadrant: super::quadrant::Shown::default(),
            width_px: 0.0,
        })
    }

    pub(super) fn changed(target: &Element) -> Option<Action> {
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            let city = select.value().parse().ok();
            #[cfg(not(small))]
            if select.name() == "with" {
                return city.map(Action::With);
            }
            return city.map(Action::City);
        }
        let input = target.dyn_ref::<HtmlInputElement>()?;
        let value = input.value();
        match input.name().as_str() {
            "base" => value.parse().ok().map(Action::Base),
            "view" => Choice::ALL.into_iter().find(|view| view.as_str() == value).map(Action::View),
            "reading" => Headings::ALL.into_iter().find(|known| known.as_str() == value).map(Action::Headings),
            _ => None,
        }
    }

    /// The row a part of a table or of dot rows belongs to.
    fn row_of<'a>(&self, scene: &'a Scene, part: &Element) -> Option<&'a LqRow> {
        let sheet = self.sheets.iter().find(|sheet| sheet.section.contains(Some(part)))?;
        let index: usize = dom::data(&part.closest("[data-row]").ok()??, "row")?.parse().ok()?;
        scene.data.lq.table(sheet.base)?.rows.get(index)
    }

    fn clicked(&self, scene: &Scene, event: &Event) -> Option<Action> {
        if let Some(button) = dom::closest(event, "[data-detail], tbody [data-row] td") {
            let row = self.row_of(scene, &button)?;
            return Some(Action::Industry(Some(row.industry.clone())));
        }
        if let Some(button) = dom::closest(event, ".pairs [data-row]") {
            let number: usize = dom::data(&button, "row")?.parse().ok()?;
            let row = scene.data.lq.table(self.state.base_shown())?.rows.get(number)?;
            return Some(Action::Industry(Some(row.industry.clone())));
        }
        if let Some(button) = dom::closest(event, "[data-industry]") {
            return Some(Action::Industry(dom::data(&button, "industry")?.parse().ok()));
        }
        if dom::closest(event, "[data-shut]").is_some() {
            return Some(Action::Industry(None));
        }
        if let Some(button) = dom::closest(event, "[data-sort]") {
            return dom::data(&button, "sort")?.parse().ok().map(Action::SortBy);
        }
        if dom::closest(event, "[data-group]").is_some() {
            return Some(Action::Group);
        }
        dom::closest(event, "[data-unsort]").map(|_| Action::Unsort)
    }

    /// Fills a dot row's detail when it is opened.
    #[cfg(not(small))]
    fn opened(&self, scene: &Scene, event: &Event) -> Option<()> {
        let details: HtmlElement = dom::closest(event, ".dots details")?.dyn_into().ok()?;
        let row = self.row_of(scene, &details)?;
        if dom::find(&details, "dl").is_err() {
            let holder = dom::made(&scene.window, "div").ok()?;
            scene
                .fill(&holder, markup::dots::opened(&scene.context(0), row, scene.data.lq.column(&self.state.city)))
                .ok()?;
            details.append_child(&holder).ok()?;
        }
        Some(())
    }

    /// In which order the rows stand.
    fn order_words(&self, scene: &Scene) -> String {
        let (lq, lang) = (&scene.data.lq, scene.lang);
        #[cfg(not(small))]
        if let Some(words) = super::groups::order(scene, &self.state) {
            return words.to_owned();
        }
        let order = self.state.order(lq);
        let city = |sort: &Sort| Some((&*lq.cities.get(lq.column(&sort.city)?)?.name, sort.is_descending));
        sentence::sorted(lang, order.as_ref().and_then(city))
    }

    fn patch_controls(&self, scene: &Scene) -> Result<(), JsValue> {
        let state = &self.state;
        patch_choices(scene, state, &self.views)?;
        let select: HtmlSelectElement = dom::find(&scene.widget, "select[name=city]")?.dyn_into()?;
        select.set_value(state.city.as_str());
        self.unsort.set_hidden(state.sort.is_none());
        let table = scene.data.lq.table(state.base);
        #[cfg(small)]
        let is_groupable = table.is_some_and(|table| table.labels == Labels::Sound) && state.view() == Choice::Table;
        #[cfg(not(small))]
        let is_groupable = table.is_some_and(|table| state.is_groupable(&scene.data.lq, table));
        self.group.set_hidden(!is_groupable);
        scene.say(&self.order, &self.order_words(scene));
        dom::set_attribute(&self.group, "aria-pressed", if state.is_grouped { "true" } else { "false" })
    }
}

/// What stands over the widget: what the city's column says, else what is asked.
pub(super) fn heading(scene: &Scene, state: &State, table: &LqTable) -> String {
    let is_reread = state.headings == Headings::Reread;
    let found = sentence::lq_heading(scene.lang, &scene.data, table, &state.city, is_reread);
    found.unwrap_or_else(|| scene.lang.text(Key::PageLqLead).to_owned())
}

/// The sentence above the table; `None` where two cities are compared, which says its own.
#[cfg_attr(small, allow(clippy::unnecessary_wraps, reason = "the module of every visit compares nothing"))]
fn lead(scene: &Scene, state: &State, table: &LqTable) -> Option<String> {
    #[cfg(not(small))]
    match state.view() {
        Choice::Quadrant => return Some(super::quadrant::lead(scene, state)),
        Choice::Pairs if crate::model::pairs::of(&scene.data, &state.city).is_none() => {
            return Some(super::quadrant::lead(scene, state));
        }
        Choice::Compare => return None,
        Choice::Table | Choice::Pairs | Choice::Dots => {}
    }
    let is_reread = state.headings == Headings::Reread;
    Some(sentence::lq(scene.lang, &scene.data, table, &state.city, is_reread))
}

/// Base, view and reading as chosen, and the footer of the base; however many cities there are.
pub(super) fn patch_choices(scene: &Scene, state: &State, views: &HtmlElement) -> Result<(), JsValue> {
    for (name, value) in
        [("base", state.base.as_str()), ("view", state.view().as_str()), ("reading", state.headings.as_str())]
    {
        dom::check_radio(&scene.widget, name, value)?;
    }
    // Where the width decides, the style sheet does so at once: pairs where it is narrow, if there are any.
    let is_auto = state.view.is_none() && (state.has_pairs || !state.is_narrow);
    dom::set_attribute(views, "data-view", if is_auto { "auto" } else { state.view().as_str() })?;
    let has_two_bases = matches!(state.view(), Choice::Pairs | Choice::Quadrant);
    dom::find(&scene.widget, "[data-control=base]")?.set_hidden(has_two_bases);
    for part in dom::find_all(&scene.widget, "footer [data-base]")? {
        let base = dom::data(&part, "base").and_then(|base| base.parse().ok());
        // The quadrants are drawn from two tables; pairs tell of theirs below them.
        let is_told =
            base == Some(state.base_shown()) || (state.view() == Choice::Quadrant && base == Some(Base::Employees));
        part.set_hidden(!is_told);
    }
    Ok(())
}

impl View for LqView {
    #[cfg(not(small))]
    fn shown(&self) -> Box<dyn crate::takeaway::Takeaway + '_> {
        Box::new(self.state.clone())
    }

    fn attribute(&mut self, scene: &Scene, name: &str, value: Option<&str>) -> Taken {
        self.state.set_attribute(&scene.data, name, value)
    }

    fn event(&mut self, scene: &Scene, event: &Event) -> Dirty {
        let action = match event.type_().as_str() {
            "change" => dom::closest(event, "input, select").and_then(|target| Self::changed(&target)),
            "click" => self.clicked(scene, event),
            #[cfg(not(small))]
            "toggle" => {
                self.opened(scene, event);
                return Dirty::LAYOUT;
            }
            _ => None,
        };
        let (is_sorting, was_sorted) = (matches!(action, Some(Action::SortBy(_))), self.state.sort.is_some());
        let dirty = action.map_or(Dirty::NONE, |action| self.state.update(action));
        if is_sorting || (was_sorted && self.state.sort.is_none()) {
            scene.tell(&self.order_words(scene));
        }
        dirty
    }

    fn resized(&mut self, width_px: f64) -> Dirty {
        self.width_px = width_px;
        self.state.update(Action::Width { is_narrow: width_px < NARROW_PX })
    }

    fn attributes(&self) -> Attributes {
        self.state.attributes()
    }

    fn state(&self) -> Attributes {
        let state = view::filled(self.state.attributes(), self.state.view().as_str());
        // Told for the sake of one form. Were it among the attributes, one meant for the complete module would be emptied.
        #[cfg(small)]
        let state = state.into_iter().chain([("with", String::new())]).collect();
        state
    }

    #[cfg(not(small))]
    fn under(&self, row: usize, x_px: f64) -> Option<(usize, f64)> {
        self.sheets.iter().find(|sheet| sheet.base == self.state.base)?.dots.under(row, x_px)
    }

    fn patch(&mut self, scene: &Scene, dirty: Dirty) -> Result<(), JsValue> {
        if !dirty.has(Dirty::WORDS | Dirty::ROWS) {
            return Ok(());
        }
        let (data, state) = (&scene.data, &self.state);
        self.patch_controls(scene)?;
        for sheet in &mut self.sheets {
            let is_shown = sheet.base == state.base;
            sheet.section.set_hidden(!is_shown);
            if is_shown && let Some(table) = data.lq.table(sheet.base) {
                sheet.patch(scene, state, table)?;
            }
        }
        self.pairs.patch(scene, state)?;
        let Some(table) = scene.data.lq.table(state.base_shown()) else { return Ok(()) };
        scene.say(&self.heading, &heading(scene, state, table));
        if let Some(lead) = lead(scene, state, table) {
            scene.say(&self.sentence, &lead);
        }
        #[cfg(not(small))]
        super::industry::patch(scene, state, table, dirty.has(Dirty::HAND))?;
        #[cfg(not(small))]
        super::compare::patch(scene, state, &self.sentence)?;
        Ok(())
    }

    fn paint(&mut self, scene: &Scene, dirty: Dirty, light: &Light) -> Result<bool, JsValue> {
        let (state, width_px) = (&self.state, self.width_px);
        let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.base == state.base) else {
            return Ok(false);
        };
        let Some(table) = scene.data.lq.table(sheet.base) else { return Ok(false) };
        #[cfg(not(small))]
        if state.view() == Choice::Quadrant {
            return self.quadrant.paint(scene, state, light).map(|()| false);
        }
        if matches!(state.view(), Choice::Compare | Choice::Pairs) {
            return Ok(false);
        }
        sheet.paint(scene, state, table, light, (width_px, dirty.has(Dirty::LAYOUT)))?;
        Ok(false)
    }
}
