//! One table of `<shigoto-lq>` with its dot rows and both pictures.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::view::{Light, Scene, Shade};
use super::{dom, words};
use crate::data::lq::{Labels, LqTable};
use crate::figure::geometry::Rect;
use crate::figure::lq_dots::{self, DotPlot, DotRow, Layout};
use crate::figure::lq_heat::{self, HeatCell};
use crate::id::{Base, CityId, digits};
use crate::locale::{axis_word, fixed};
use crate::markup;
use crate::widget::lq::{Headings, Sort, State, View};

/// One table and its dot rows.
pub struct Sheet {
    /// What is counted.
    pub base: Base,
    /// The part of the page it fills.
    pub section: HtmlElement,
    pub(super) table: HtmlElement,
    heads: Vec<HtmlElement>,
    /// Table rows by printed number.
    pub(super) rows: Vec<HtmlElement>,
    heat: Surface,
    dots: HtmlElement,
    /// Dot rows by printed number.
    pub(super) items: Vec<HtmlElement>,
    plot: Surface,
    axis: HtmlElement,
    /// Where the dots stand that are painted.
    layout: Option<Layout>,
    /// What the texts and rows say, and what the canvases show: a table that comes back unchanged is left alone.
    said: Option<Said>,
    shown: Option<Shown>,
}

/// Everything a sheet's texts, classes and order of rows depend on.
type Said = (CityId, Option<Sort>, bool, Headings);

/// Everything a sheet's picture depends on.
#[derive(PartialEq)]
struct Shown {
    state: State,
    shade: Shade,
    width_px: f64,
}

impl Sheet {
    /// Finds the parts of a section.
    pub fn new(base: Base, section: HtmlElement) -> Result<Self, JsValue> {
        let dots = dom::find(&section, ".dots")?;
        Ok(Self {
            base,
            table: dom::find(&section, "table")?,
            heads: dom::find_all(&section, "thead th[data-city]")?,
            rows: by_number(&section, "tbody tr")?,
            heat: Surface::new(dom::find(&section, ".scroll > canvas")?)?,
            items: by_number(&dots, "li")?,
            plot: Surface::new(dom::find(&dots, "canvas")?)?,
            axis: dom::find(&dots, ".axis")?,
            dots,
            layout: None,
            section,
            said: None,
            shown: None,
        })
    }

    /// Brings texts, classes and the order of rows up to date.
    pub fn patch(&mut self, scene: &Scene, state: &State, table: &LqTable) -> Result<(), JsValue> {
        let said = Some((state.city.clone(), state.sort.clone(), state.is_grouped, state.headings));
        if self.said == said {
            return Ok(());
        }
        let lq = &scene.data.lq;
        for (city, head) in lq.cities.iter().zip(&self.heads) {
            let sort = state.sort.as_ref().filter(|sort| sort.city == city.id);
            let order = sort.map_or("none", |sort| if sort.is_descending { "descending" } else { "ascending" });
            dom::set_attribute(head, "aria-sort", order)?;
            dom::set_class(head, "on", city.id == state.city)?;
        }
        let chosen = lq.column(&state.city);
        if let Some(city) = chosen.and_then(|column| lq.cities.get(column)) {
            let name = markup::lq::dots_name(scene.lang, table.base, city);
            dom::set_attribute(&self.dots, "aria-label", &scene.plain(&name))?;
        }
        for ((row, tr), item) in table.rows.iter().zip(&self.rows).zip(&self.items) {
            let cells = tr.children();
            for column in 0..lq.cities.len() {
                if let Some(cell) = cells.item(column as u32 + 1) {
                    dom::set_class(&cell, "on", Some(column) == chosen)?;
                }
            }
            for (column, entry) in dom::find_all(item, "dl > div")?.into_iter().enumerate() {
                dom::set_class(&entry, "on", Some(column) == chosen)?;
            }
            say_value(scene, &dom::find(item, ".value")?, chosen.and_then(|column| row.value(column)))?;
        }
        if table.labels == Labels::Doubtful {
            self.patch_headings(scene, state, table)?;
        }
        #[cfg(not(small))]
        let is_arranged = super::groups::arrange(scene, state, table, self)?;
        #[cfg(small)]
        let is_arranged = false;
        if !is_arranged {
            self.order_rows(&state.row_order(lq, table))?;
        }
        self.said = said;
        Ok(())
    }

    fn patch_headings(&self, scene: &Scene, state: &State, table: &LqTable) -> Result<(), JsValue> {
        for ((row, tr), item) in table.rows.iter().zip(&self.rows).zip(&self.items) {
            let name = scene.lang.name(state.heading(row).as_str());
            scene.say(&dom::find(tr, "th button")?, name);
            scene.say(&dom::find(item, ".name")?, name);
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

    /// Paints the picture of the view shown, unless it stands there already and nothing moved.
    pub fn paint(
        &mut self,
        scene: &Scene,
        state: &State,
        table: &LqTable,
        light: &Light,
        (width_px, has_moved): (f64, bool),
    ) -> Result<(), JsValue> {
        let shown = Shown { state: state.clone(), shade: light.shade(), width_px };
        if !has_moved && self.shown.as_ref() == Some(&shown) {
            return Ok(());
        }
        match state.view() {
            View::Table => self.paint_heat(scene, state, table, light)?,
            View::Dots => self.paint_dots(scene, state, table, light)?,
            View::Quadrant | View::Compare => {}
        }
        self.shown = Some(shown);
        Ok(())
    }

    fn paint_heat(&mut self, scene: &Scene, state: &State, table: &LqTable, light: &Light) -> Result<(), JsValue> {
        let size = (f64::from(self.table.offset_width()), f64::from(self.table.offset_height()));
        self.heat.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.heat.scale;
        let chosen = scene.data.lq.column(&state.city);
        let columns: Vec<(f64, f64)> =
            self.heads.iter().map(|head| extent(head.offset_left(), head.offset_width(), scale)).collect();
        let mut cells = Vec::new();
        for (row, tr) in table.rows.iter().zip(&self.rows) {
            let (top, bottom) = extent(tr.offset_top(), tr.offset_height(), scale);
            for (index, (quotient, (left, right))) in row.values.iter().zip(&columns).enumerate() {
                let rect = Rect { left: *left, top, right: *right, bottom };
                let step = state.heat_step(table, *quotient);
                cells.push(HeatCell { rect, step, is_chosen: Some(index) == chosen });
            }
        }
        let theme = light.theme(scale);
        self.heat.paint(|area| lq_heat::draw(area, &cells, &theme)).map(|_| ())
    }

    fn paint_dots(&mut self, scene: &Scene, state: &State, table: &LqTable, light: &Light) -> Result<(), JsValue> {
        let size = (f64::from(self.dots.client_width()), f64::from(self.dots.client_height()));
        self.plot.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.plot.scale;
        let theme = light.theme(scale);
        let mut plot = DotPlot { left: 0.0, right: 0.0, rows: Vec::new(), chosen: scene.data.lq.column(&state.city) };
        for (row, item) in table.rows.iter().zip(&self.items) {
            let strip = dom::find(item, ".strip")?;
            let strip = dom::rect_in(&strip, &self.dots, scale);
            (plot.left, plot.right) = (strip.left, strip.right);
            plot.rows.push(DotRow { y: strip.center().y, quotients: row.values.clone() });
        }
        let layout = Layout::new(plot, &theme);
        words::set(scene, &self.axis, (&layout.words, scale), |says| axis_word(scene.lang, says))?;
        self.plot.paint(|area| lq_dots::draw(area, &layout, &theme))?;
        self.layout = Some(layout);
        Ok(())
    }

    /// The dot of a row nearest to a place in the window, CSS px from its left: its column and its own place.
    pub fn under(&self, row: usize, x_px: f64) -> Option<(usize, f64)> {
        let (left, scale) = (self.dots.get_bounding_client_rect().left(), self.plot.scale / dom::zoom_of(&self.dots));
        let (column, x) = self.layout.as_ref()?.under(row, (x_px - left) * scale)?;
        Some((column, left + x / scale))
    }
}

/// Writes a city's quotient, or that it is not published.
#[cfg_attr(small, allow(clippy::unnecessary_wraps, reason = "the module of every visit has nothing to fill in"))]
fn say_value(scene: &Scene, place: &HtmlElement, value: Option<f64>) -> Result<(), JsValue> {
    #[cfg(not(small))]
    if value.is_none() {
        return scene.fill(place, markup::lq::quotient(&scene.context(0), value.into()));
    }
    dom::set_text(place, &value.map(|value| fixed(value, scene.data.lq.decimals)).unwrap_or_default());
    Ok(())
}

/// Rows in printed order, in whatever order they stand: an element taken from one place to another keeps its rows sorted.
fn by_number(root: &HtmlElement, selector: &str) -> Result<Vec<HtmlElement>, JsValue> {
    (0..dom::find_all(root, selector)?.len())
        .map(|number| dom::find(root, &[selector, "[data-row='", &digits(number as u64), "']"].concat()))
        .collect()
}

fn extent(start_px: i32, length_px: i32, scale: f64) -> (f64, f64) {
    (f64::from(start_px) * scale, f64::from(start_px + length_px) * scale)
}
