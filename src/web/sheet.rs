//! One table of `<shigoto-lq>` with its heat.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::dom;
#[cfg(not(small))]
use super::dots::Dots;
use super::view::{Light, Scene, Shade};
use crate::data::lq::{Labels, LqTable};
use crate::figure::geometry::Rect;
use crate::figure::lq_heat::{self, HeatCell};
use crate::id::{Base, CityId};
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
    /// The same rows as dots.
    #[cfg(not(small))]
    pub(super) dots: Dots,
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
        Ok(Self {
            base,
            table: dom::find(&section, "table")?,
            heads: dom::find_all(&section, "thead th[data-city]")?,
            rows: dom::by_number(&section, "tbody tr")?,
            heat: Surface::new(dom::find(&section, ".scroll > canvas")?)?,
            #[cfg(not(small))]
            dots: Dots::new(&section)?,
            section,
            said: None,
            shown: None,
        })
    }

    /// Brings texts, classes and the order of rows up to date.
    pub fn patch(&mut self, scene: &Scene, state: &State, table: &LqTable) -> Result<(), JsValue> {
        let lq = &scene.data.lq;
        let said = Some((state.city.clone(), state.order(lq), state.is_grouped, state.headings));
        if self.said == said {
            return Ok(());
        }
        for (city, head) in lq.cities.iter().zip(&self.heads) {
            let sort = state.sort.as_ref().filter(|sort| sort.city == city.id);
            let order = sort.map_or("none", |sort| if sort.is_descending { "descending" } else { "ascending" });
            dom::set_attribute(head, "aria-sort", order)?;
            dom::set_class(head, "on", city.id == state.city)?;
        }
        let chosen = lq.column(&state.city);
        #[cfg(not(small))]
        self.dots.patch(scene, state, table)?;
        for tr in &self.rows {
            let cells = tr.children();
            for column in 0..lq.cities.len() {
                if let Some(cell) = cells.item(column as u32 + 1) {
                    dom::set_class(&cell, "on", Some(column) == chosen)?;
                }
            }
        }
        if table.labels == Labels::Doubtful {
            self.patch_headings(scene, state, table)?;
        }
        #[cfg(not(small))]
        let is_arranged = super::groups::arrange(scene, state, table, &self.lists())?;
        #[cfg(small)]
        let is_arranged = false;
        if !is_arranged {
            self.order_rows(&state.row_order(lq, table))?;
        }
        self.said = said;
        Ok(())
    }

    fn patch_headings(&self, scene: &Scene, state: &State, table: &LqTable) -> Result<(), JsValue> {
        for (row, tr) in table.rows.iter().zip(&self.rows) {
            scene.say(&dom::find(tr, "th button")?, scene.lang.name(state.heading(row).as_str()));
        }
        dom::set_class(&self.section, "reread", state.headings == Headings::Reread)
    }

    /// What `groups` arranges.
    #[cfg(not(small))]
    fn lists(&self) -> super::groups::Lists<'_> {
        super::groups::Lists { section: &self.section, rows: &self.rows, dots: &self.dots.items }
    }

    /// Moves rows only when they do not stand in order already, so that focus and selection stay.
    fn order_rows(&self, order: &[usize]) -> Result<(), JsValue> {
        #[cfg(small)]
        let lists = [&self.rows];
        #[cfg(not(small))]
        let lists = [&self.rows, &self.dots.items];
        for list in lists {
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
            #[cfg(not(small))]
            View::Dots => self.dots.paint(scene, state, table, light)?,
            _ => {}
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
}

fn extent(start_px: i32, length_px: i32, scale: f64) -> (f64, f64) {
    (f64::from(start_px) * scale, f64::from(start_px + length_px) * scale)
}
