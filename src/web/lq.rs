//! `<shigoto-lq>` in the browser.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::canvas::Surface;
use super::dom;
use super::view::{Light, Stage, View};
use crate::data::lq::{Labels, LqTable};
use crate::figure::geometry::Rect;
use crate::figure::lq_dots::{DOMAIN, DotPlot, DotRow, TICKS, x_from_quotient};
use crate::figure::lq_heat::HeatCell;
use crate::figure::theme::Theme;
use crate::figure::{lq_dots, lq_heat};
use crate::id::Base;
use crate::locale::{Key, fixed, sentence};
use crate::markup;
use crate::widget::lq::{Action, Headings, NARROW_PX, State, View as Choice};
use crate::widget::{Attributes, Dirty, Taken};

/// One table and its dot rows.
struct Sheet {
    base: Base,
    section: HtmlElement,
    table: HtmlElement,
    heads: Vec<HtmlElement>,
    /// Table rows by printed number.
    rows: Vec<HtmlElement>,
    heat: Surface,
    dots: HtmlElement,
    /// Dot rows by printed number.
    items: Vec<HtmlElement>,
    plot: Surface,
    axis: HtmlElement,
    /// What the canvases show, to spare a repaint when a table comes back unchanged.
    shown: Option<Shown>,
}

/// Everything a sheet's picture depends on.
#[derive(PartialEq)]
struct Shown {
    state: State,
    light: (crate::figure::theme::Palette, f64),
    width_px: f64,
}

/// The widget.
pub struct LqView {
    state: State,
    sheets: Vec<Sheet>,
    views: HtmlElement,
    sentence: HtmlElement,
    unsort: HtmlElement,
    width_px: f64,
    hits: crate::figure::hit::HitMap<(usize, usize)>,
}

impl LqView {
    /// Finds the parts of the shadow tree.
    pub fn new(stage: &Stage) -> Result<Self, JsValue> {
        let sections = dom::find_all(&stage.widget, ".sheet")?;
        let sheets = stage.data.lq.tables.iter().zip(sections);
        Ok(Self {
            state: State::new(&stage.data.lq),
            sheets: sheets.map(|(table, section)| Sheet::new(table.base, section)).collect::<Result<_, _>>()?,
            views: dom::find(&stage.widget, ".views")?,
            sentence: dom::find(&stage.widget, ".sentence")?,
            unsort: dom::find(&stage.widget, "[data-unsort]")?,
            width_px: 0.0,
            hits: crate::figure::hit::HitMap::default(),
        })
    }

    fn changed(&mut self, target: &Element) -> Option<Action> {
        if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
            return select.value().parse().ok().map(Action::City);
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

    fn clicked(&self, event: &Event) -> Option<Action> {
        if let Some(button) = dom::closest(event, "[data-sort]") {
            return dom::data(&button, "sort")?.parse().ok().map(Action::SortBy);
        }
        dom::closest(event, "[data-unsort]").map(|_| Action::Unsort)
    }

    /// Fills a dot row's detail when it is opened.
    fn opened(&self, stage: &Stage, event: &Event) -> Option<()> {
        let details: HtmlElement = dom::closest(event, ".dots details")?.dyn_into().ok()?;
        let sheet = self.sheets.iter().find(|sheet| sheet.section.contains(Some(&details)))?;
        let index: usize = dom::data(&details.closest("li").ok()??, "row")?.parse().ok()?;
        let row = stage.data.lq.table(sheet.base)?.rows.get(index)?;
        if dom::find(&details, "dl").is_err() {
            let holder = stage.window.document()?.create_element("div").ok()?.dyn_into().ok()?;
            stage
                .fill(&holder, markup::lq::row_detail(&stage.context(0), row, stage.data.lq.column(&self.state.city)))
                .ok()?;
            details.append_child(&holder).ok()?;
        }
        Some(())
    }

    fn patch_controls(&self, stage: &Stage) -> Result<(), JsValue> {
        let state = &self.state;
        for (name, value) in
            [("base", state.base.as_str()), ("view", state.view().as_str()), ("reading", state.headings.as_str())]
        {
            for input in dom::find_all(&stage.widget, &format!("input[name={name}]"))? {
                let input: HtmlInputElement = input.dyn_into()?;
                input.set_checked(input.value() == value);
            }
        }
        let select: HtmlSelectElement = dom::find(&stage.widget, "select[name=city]")?.dyn_into()?;
        select.set_value(state.city.as_str());
        let view = state.view.map_or("auto", Choice::as_str);
        dom::set_attribute(&self.views, "data-view", view)?;
        self.unsort.set_hidden(state.sort.is_none());
        for part in dom::find_all(&stage.widget, "footer [data-base]")? {
            part.set_hidden(dom::data(&part, "base").as_deref() != Some(state.base.as_str()));
        }
        Ok(())
    }
}

impl View for LqView {
    fn attribute(&mut self, stage: &Stage, name: &str, value: Option<&str>) -> Taken {
        self.state.set_attribute(&stage.data.lq, name, value)
    }

    fn event(&mut self, stage: &Stage, event: &Event) -> Dirty {
        let action = match event.type_().as_str() {
            "change" => dom::closest(event, "input, select").and_then(|target| self.changed(&target)),
            "click" => self.clicked(event),
            "toggle" => {
                self.opened(stage, event);
                return Dirty::LAYOUT;
            }
            _ => None,
        };
        action.map_or(Dirty::NONE, |action| self.state.update(action))
    }

    fn resized(&mut self, width_px: f64) -> Dirty {
        self.width_px = width_px;
        self.state.update(Action::Width { is_narrow: width_px < NARROW_PX })
    }

    fn attributes(&self) -> Attributes {
        self.state.attributes()
    }

    fn state(&self) -> Attributes {
        let mut attributes = self.state.attributes();
        for (name, value) in &mut attributes {
            if *name == "view" {
                self.state.view().as_str().clone_into(value);
            }
        }
        attributes
    }

    fn patch(&mut self, stage: &Stage, dirty: Dirty) -> Result<(), JsValue> {
        if !dirty.has(Dirty::WORDS | Dirty::ROWS) {
            return Ok(());
        }
        let (data, state) = (&stage.data, &self.state);
        self.patch_controls(stage)?;
        for sheet in &self.sheets {
            let is_shown = sheet.base == state.base;
            sheet.section.set_hidden(!is_shown);
            if let Some(table) = data.lq.table(sheet.base).filter(|_| is_shown) {
                sheet.patch(stage, state, table, dirty)?;
                let is_reread = state.headings == Headings::Reread;
                dom::set_text(&self.sentence, &sentence::lq(stage.lang, data, table, &state.city, is_reread));
            }
        }
        Ok(())
    }

    fn paint(&mut self, stage: &Stage, dirty: Dirty, light: &Light) -> Result<bool, JsValue> {
        let (state, width_px) = (&self.state, self.width_px);
        let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.base == state.base) else { return Ok(false) };
        let Some(table) = stage.data.lq.table(sheet.base) else { return Ok(false) };
        let shown = Shown { state: state.clone(), light: (light.palette, light.device_pixel_ratio), width_px };
        if !dirty.has(Dirty::LAYOUT) && sheet.shown.as_ref() == Some(&shown) {
            return Ok(false);
        }
        match state.view() {
            Choice::Table => sheet.paint_heat(stage, state, table, light)?,
            Choice::Dots => self.hits = sheet.paint_dots(stage, state, table, light)?,
        }
        sheet.shown = Some(shown);
        Ok(false)
    }
}

impl Sheet {
    fn new(base: Base, section: HtmlElement) -> Result<Self, JsValue> {
        let dots = dom::find(&section, ".dots")?;
        Ok(Self {
            base,
            table: dom::find(&section, "table")?,
            heads: dom::find_all(&section, "thead th[data-city]")?,
            rows: dom::find_all(&section, "tbody tr")?,
            heat: Surface::new(dom::find(&section, ".scroll > canvas")?)?,
            items: dom::find_all(&dots, "li")?,
            plot: Surface::new(dom::find(&dots, "canvas")?)?,
            axis: dom::find(&dots, ".axis")?,
            dots,
            section,
            shown: None,
        })
    }

    fn patch(&self, stage: &Stage, state: &State, table: &LqTable, dirty: Dirty) -> Result<(), JsValue> {
        let lq = &stage.data.lq;
        for (city, head) in lq.cities.iter().zip(&self.heads) {
            let sort = state.sort.as_ref().filter(|sort| sort.city == city.id);
            let order = sort.map_or("none", |sort| if sort.is_descending { "descending" } else { "ascending" });
            dom::set_attribute(head, "aria-sort", order)?;
            dom::set_class(head, "on", city.id == state.city)?;
        }
        let chosen = lq.column(&state.city);
        for ((row, tr), item) in table.rows.iter().zip(&self.rows).zip(&self.items) {
            let cells = tr.children();
            for column in 0..lq.cities.len() {
                if let Some(cell) = cells.item(column as u32 + 1) {
                    dom::set_class(&cell, "on", Some(column) == chosen)?;
                }
            }
            let value = chosen.and_then(|column| row.values.get(column));
            dom::set_text(&dom::find(item, ".value")?, &value.map(|v| fixed(*v, lq.decimals)).unwrap_or_default());
            for (column, entry) in dom::find_all(item, "dl > div")?.into_iter().enumerate() {
                dom::set_class(&entry, "on", Some(column) == chosen)?;
            }
        }
        if table.labels == Labels::Doubtful {
            self.patch_headings(state, table)?;
        }
        if dirty.has(Dirty::ROWS | Dirty::WORDS) {
            self.order_rows(&state.row_order(lq, table))?;
        }
        Ok(())
    }

    fn patch_headings(&self, state: &State, table: &LqTable) -> Result<(), JsValue> {
        for ((row, tr), item) in table.rows.iter().zip(&self.rows).zip(&self.items) {
            let presumed = row.presumed.as_ref().filter(|_| state.headings == Headings::Reread);
            let name = presumed.unwrap_or(&row.industry).as_str();
            dom::set_text(&dom::find(tr, "th")?, name);
            dom::set_text(&dom::find(item, ".name")?, name);
        }
        dom::set_class(&self.section, "reread", state.headings == Headings::Reread)
    }

    /// Moves rows only when they do not stand in order already, so that focus and selection stay.
    fn order_rows(&self, order: &[usize]) -> Result<(), JsValue> {
        for list in [&self.rows, &self.items] {
            let sorted: Vec<&HtmlElement> = order.iter().filter_map(|index| list.get(*index)).collect();
            let Some(parent) = sorted.first().and_then(|first| first.parent_element()) else { continue };
            let now = parent.children();
            let in_place = |(place, element): (usize, &&HtmlElement)| {
                now.item(place as u32).is_some_and(|current| current.is_same_node(Some(element)))
            };
            if !sorted.iter().enumerate().all(in_place) {
                for element in sorted {
                    parent.append_child(element)?;
                }
            }
        }
        Ok(())
    }

    fn paint_heat(&mut self, stage: &Stage, state: &State, table: &LqTable, light: &Light) -> Result<(), JsValue> {
        let size = (f64::from(self.table.offset_width()), f64::from(self.table.offset_height()));
        self.heat.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.heat.scale;
        let chosen = stage.data.lq.column(&state.city);
        let columns: Vec<(f64, f64)> =
            self.heads.iter().map(|head| extent(head.offset_left(), head.offset_width(), scale)).collect();
        let mut cells = Vec::new();
        for (row, tr) in table.rows.iter().zip(&self.rows) {
            let (top, bottom) = extent(tr.offset_top(), tr.offset_height(), scale);
            for (index, (quotient, (left, right))) in row.values.iter().zip(&columns).enumerate() {
                let rect = Rect { left: *left, top, right: *right, bottom };
                cells.push(HeatCell { rect, quotient: *quotient, is_chosen: Some(index) == chosen });
            }
        }
        let theme = light.theme(scale);
        self.heat.paint(|area| lq_heat::draw(area, &cells, &theme)).map(|_| ())
    }

    fn paint_dots(
        &mut self,
        stage: &Stage,
        state: &State,
        table: &LqTable,
        light: &Light,
    ) -> Result<crate::figure::hit::HitMap<(usize, usize)>, JsValue> {
        let size = (f64::from(self.dots.client_width()), f64::from(self.dots.client_height()));
        self.plot.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.plot.scale;
        let theme = light.theme(scale);
        let mut plot = DotPlot { left: 0.0, right: 0.0, rows: Vec::new(), chosen: stage.data.lq.column(&state.city) };
        for (row, item) in table.rows.iter().zip(&self.items) {
            let strip = dom::find(item, ".strip")?;
            let strip = dom::rect_in(&strip, &self.dots, scale);
            (plot.left, plot.right) = (strip.left, strip.right);
            plot.rows.push(DotRow { y: strip.center().y, quotients: row.values.clone() });
        }
        self.place_axis(stage, &plot, &theme)?;
        let hits = self.plot.paint(|area| lq_dots::draw(area, &plot, &theme))?;
        Ok(hits.unwrap_or_default())
    }

    /// Tick labels are DOM, set at the axis's own positions.
    fn place_axis(&self, stage: &Stage, plot: &DotPlot, theme: &Theme) -> Result<(), JsValue> {
        let lanes = [
            (0.0, stage.lang.text(Key::ZeroLane).to_owned()),
            (DOMAIN.0 / 2.0, stage.lang.text(Key::SmallLane).to_owned()),
        ];
        let ticks = TICKS.map(|tick| (tick, tick_text(tick)));
        let labels: Vec<(f64, String)> = lanes.into_iter().chain(ticks).collect();
        let spans = if self.axis.child_element_count() == 0 {
            let document = stage.window.document().ok_or("no document")?;
            for (_, label) in &labels {
                let span = document.create_element("span")?;
                span.set_text_content(Some(label));
                self.axis.append_child(&span)?;
            }
            dom::find_all(&self.axis, "span")?
        } else {
            dom::find_all(&self.axis, "span")?
        };
        for ((quotient, _), span) in labels.iter().zip(spans) {
            let x_px = x_from_quotient(*quotient, plot.left, plot.right, theme) / self.plot.scale;
            span.style().set_property("left", &format!("{}px", fixed(x_px, 1)))?;
        }
        Ok(())
    }
}

fn tick_text(tick: f64) -> String {
    fixed(tick, 2).trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn extent(start_px: i32, length_px: i32, scale: f64) -> (f64, f64) {
    (f64::from(start_px) * scale, f64::from(start_px + length_px) * scale)
}
