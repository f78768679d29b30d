//! `<shigoto-lq>` in the browser with very many cities. Only in the complete module.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::lq::{LqView, patch_choices};
use super::many_dots::Dots;
use super::many_grid::Rows;
use super::view::{self, Light, Scene, View};
use super::{compare, dom, industry, quadrant};
use crate::data::lq::LqTable;
use crate::id::IndustryId;
use crate::locale::{Key, grouped, sentence, unpublished};
use crate::markup::lq_many::Grid;
use crate::model::{insight, location_quotient::rank};
use crate::takeaway::{Many, Takeaway};
use crate::widget::lq::{Action, Headings, NARROW_PX, State, View as Choice};
use crate::widget::lq_many::{By, Ranking, Selection};
use crate::widget::{Attributes, Dirty, Taken, Widget as _};

/// The widget.
pub struct ManyView {
    state: State,
    selection: Selection,
    rows: Rows,
    dots: Dots,
    quadrant: quadrant::Shown,
    views: HtmlElement,
    shown: HtmlElement,
    heading: HtmlElement,
    sentence: HtmlElement,
    unsort: HtmlElement,
}

/// What rows and lines are made from.
fn grid<'a>(
    scene: &'a Scene,
    (state, selection): (&'a State, &'a Selection),
    table: &'a LqTable,
    columns: &'a [usize],
) -> Grid<'a> {
    Grid { context: scene.context(0), state, selection, table, columns }
}

impl ManyView {
    /// Finds the parts of the shadow tree.
    pub fn new(scene: &Scene) -> Result<Self, JsValue> {
        Ok(Self {
            state: State::new(&scene.data.lq),
            selection: Selection::default(),
            rows: Rows::new(scene)?,
            dots: Dots::new(scene)?,
            quadrant: quadrant::Shown::default(),
            views: dom::find(&scene.widget, ".views")?,
            shown: dom::find(&scene.widget, ".shown")?,
            heading: dom::find(&scene.widget, "h2")?,
            sentence: dom::find(&scene.widget, ".sentence")?,
            unsort: dom::find(&scene.widget, "[data-unsort]")?,
        })
    }

    /// What was typed or chosen above.
    fn changed(&mut self, target: &Element) -> Dirty {
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            self.selection.prefecture = Some(select.value()).filter(|value| !value.is_empty());
            return Dirty::ROWS | Dirty::WORDS | Dirty::FIGURE;
        }
        if let Some(input) = target.dyn_ref::<HtmlInputElement>().filter(|input| input.name() == "search") {
            let query = input.value();
            if query == self.selection.query {
                return Dirty::NONE;
            }
            self.selection.query = query;
            return Dirty::ROWS | Dirty::WORDS | Dirty::FIGURE;
        }
        LqView::changed(target).map_or(Dirty::NONE, |action| self.state.update(action))
    }

    /// What a part that was pressed asks for.
    fn pressed(&mut self, scene: &Scene, part: &Element) -> Option<Dirty> {
        let near = |selector: &str| part.closest(selector).ok().flatten();
        if near("[data-shut]").is_some() {
            return Some(self.state.update(Action::Industry(None)));
        }
        if near("[data-unsort]").is_some() {
            return Some(self.state.update(Action::Unsort));
        }
        if let Some(button) = near("[data-industry]") {
            return Some(self.state.update(Action::Industry(dom::data(&button, "industry")?.parse().ok())));
        }
        if let Some(button) = near("[data-rank]") {
            let industry = dom::data(&button, "rank").filter(|name| !name.is_empty());
            let by = industry.map_or(Some(By::Name), |name| name.parse().ok().map(By::Industry))?;
            return Some(self.state.update(Action::Rank(by)));
        }
        let row = near("table tr[data-row]")?;
        let city = scene.data.lq.cities.get(dom::data(&row, "row")?.parse::<usize>().ok()?)?.id.clone();
        if near("[data-pin]").is_some() {
            self.selection.pin(&city);
            return Some(Dirty::ROWS | Dirty::WORDS | Dirty::FIGURE);
        }
        let dirty = self.state.update(Action::City(city));
        let column = near("td")?.get_attribute("aria-colindex")?.parse::<usize>().ok()?;
        Some(dirty | self.state.update(Action::Industry(Some(self.industry_at(scene, column)?))))
    }

    fn industry_at(&self, scene: &Scene, column: usize) -> Option<IndustryId> {
        let row = self.rows.order.2.get(column.checked_sub(3)?)?;
        Some(scene.data.lq.table(self.state.base)?.rows.get(*row)?.industry.clone())
    }

    /// Tells by which industry the cities are sorted now; by their names, the heading says it.
    fn tell_ranking(&self, scene: &Scene) {
        let by = match &self.state.ranking {
            Some(Ranking { by: By::Name, .. }) => return,
            Some(Ranking { by: By::Industry(industry), is_descending }) => {
                Some((scene.lang.name(industry.as_str()), *is_descending))
            }
            None => None,
        };
        scene.tell(&sentence::sorted(scene.lang, by));
    }

    fn patch_controls(&self, scene: &Scene) -> Result<(), JsValue> {
        let state = &self.state;
        patch_choices(scene, state, &self.views)?;
        self.unsort.set_hidden(state.ranking.is_none() && state.sort.is_none());
        for part in dom::find_all(&scene.widget, "[data-doubt]")? {
            part.set_hidden(dom::data(&part, "doubt").as_deref() != Some(state.base.as_str()));
        }
        Ok(())
    }

    /// The sentence, and the chosen city's place in the industry sorted by, or in its strongest one.
    fn lead(&self, scene: &Scene, table: &LqTable) -> String {
        let (state, data) = (&self.state, &scene.data);
        let is_reread = state.headings == Headings::Reread;
        let said = sentence::lq(scene.lang, data, table, &state.city, is_reread);
        let facts = insight::lq(&data.lq, table, &state.city, is_reread);
        let Some(top) = facts.as_ref().and_then(|facts| facts.tops.first()) else { return said };
        let ranked = state.ranking.as_ref().and_then(|ranking| match &ranking.by {
            By::Industry(industry) => Some(industry),
            By::Name => None,
        });
        let industry = ranked.unwrap_or(top.0);
        let row = table.rows.iter().find(|row| row.industry == *industry || row.presumed.as_ref() == Some(industry));
        let place = row.zip(data.lq.column(&state.city)).and_then(|(row, city)| Some((row, rank(&row.values, city)?)));
        let Some((row, place)) = place else { return said };
        let values = [
            ("industry", scene.lang.name(industry.as_str())),
            ("of", &grouped(place.of as f64, 0)),
            ("place", &grouped(place.place as f64, 0)),
        ];
        said + &scene.lang.fill(Key::ManyRank, &values)
            + &unpublished::without_rank(scene.lang, &scene.data, row.unpublished())
    }

    fn patch_rows(&mut self, scene: &Scene, table: &LqTable) -> Result<(), JsValue> {
        let (lq, state) = (&scene.data.lq, &self.state);
        let rows = self.selection.rows(lq, table, state.ranking.as_ref());
        let values = [("of", grouped(lq.cities.len() as f64, 0)), ("count", grouped(rows.len() as f64, 0))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        scene.say(&self.shown, &scene.lang.fill(Key::ManyShown, &values));
        let columns = state.row_order(lq, table);
        let grid = grid(scene, (state, &self.selection), table, &columns);
        match state.view() {
            Choice::Table | Choice::Pairs => self.rows.renew(scene, &grid, self.selection.top(lq, &state.city), rows),
            Choice::Dots => self.dots.renew(scene, &grid),
            Choice::Quadrant | Choice::Compare => Ok(()),
        }
    }

    /// Only where things stand has changed, or which rows are seen.
    fn patch_layout(&mut self, scene: &Scene) -> Result<(), JsValue> {
        let Some(table) = scene.data.lq.table(self.state.base).filter(|_| self.state.view() == Choice::Table) else {
            return Ok(());
        };
        let columns = self.rows.order.2.clone();
        self.rows.laid_out(scene, &grid(scene, (&self.state, &self.selection), table, &columns))
    }
}

impl View for ManyView {
    fn shown(&self) -> Box<dyn Takeaway + '_> {
        Box::new(Many { state: &self.state, selection: &self.selection })
    }

    fn attribute(&mut self, scene: &Scene, name: &str, value: Option<&str>) -> Taken {
        self.state.set_attribute(&scene.data, name, value)
    }

    fn event(&mut self, scene: &Scene, event: &Event) -> Dirty {
        let target = dom::closest(event, "*");
        match event.type_().as_str() {
            "scroll" => {
                let is_stale = self.state.view() == Choice::Table && self.rows.is_stale();
                if is_stale { Dirty::LAYOUT } else { Dirty::NONE }
            }
            "input" | "change" => target.map_or(Dirty::NONE, |target| self.changed(&target)),
            "click" => {
                let Some(target) = target else { return Dirty::NONE };
                let ranking = self.state.ranking.clone();
                let dirty = self.pressed(scene, &target).unwrap_or(Dirty::NONE);
                if self.state.ranking != ranking {
                    self.tell_ranking(scene);
                }
                if dirty.is_any() {
                    self.rows.touch(&target).ok();
                }
                dirty
            }
            "keydown" if dom::closest(event, "table").is_some() => match self.rows.key(event) {
                Some(part) => self.pressed(scene, &part).unwrap_or(Dirty::NONE),
                None => Dirty::LAYOUT,
            },
            "toggle" => {
                if let Some(details) = dom::closest(event, ".dots details")
                    && let Some(table) = scene.data.lq.table(self.state.base)
                {
                    Dots::opened(scene, &grid(scene, (&self.state, &self.selection), table, &[]), &details);
                }
                Dirty::LAYOUT
            }
            _ => Dirty::NONE,
        }
    }

    fn resized(&mut self, width_px: f64) -> Dirty {
        self.state.update(Action::Width { is_narrow: width_px < NARROW_PX })
    }

    fn attributes(&self) -> Attributes {
        self.state.attributes()
    }

    fn state(&self) -> Attributes {
        view::filled(self.state.attributes(), self.state.view().as_str())
    }

    fn patch(&mut self, scene: &Scene, dirty: Dirty) -> Result<(), JsValue> {
        if !dirty.has(Dirty::WORDS | Dirty::ROWS) {
            return if dirty.has(Dirty::LAYOUT) { self.patch_layout(scene) } else { Ok(()) };
        }
        self.patch_controls(scene)?;
        let Some(table) = scene.data.lq.table(self.state.base) else { return Ok(()) };
        let lead = if self.state.view() == Choice::Quadrant {
            quadrant::lead(scene, &self.state)
        } else {
            self.lead(scene, table)
        };
        scene.say(&self.heading, &super::lq::heading(scene, &self.state, table));
        scene.say(&self.sentence, &lead);
        self.patch_rows(scene, table)?;
        compare::patch(scene, &self.state, &self.sentence)?;
        industry::patch(scene, &self.state, table, dirty.has(Dirty::HAND))
    }

    fn paint(&mut self, scene: &Scene, _: Dirty, light: &Light) -> Result<bool, JsValue> {
        let Some(table) = scene.data.lq.table(self.state.base) else { return Ok(false) };
        let grid = grid(scene, (&self.state, &self.selection), table, &[]);
        match self.state.view() {
            Choice::Table | Choice::Pairs => self.rows.paint(&grid, light)?,
            Choice::Dots => {
                let lq = &scene.data.lq;
                let shown = self.selection.rows(lq, table, self.state.ranking.as_ref());
                self.dots.paint(scene, &grid, light, (&shown, &self.selection.top(lq, &self.state.city)))?;
            }
            Choice::Quadrant => self.quadrant.paint(scene, &self.state, light)?,
            Choice::Compare => {}
        }
        Ok(false)
    }
}
