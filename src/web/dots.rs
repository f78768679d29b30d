//! A table's rows as dots in the browser. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::view::{Light, Scene};
use super::{dom, words};
use crate::data::lq::LqTable;
use crate::figure::lq_dots::{self, DotPlot, DotRow, Layout};
use crate::figure::theme::Theme;
use crate::locale::{axis_word, beside};
use crate::markup;
use crate::picture::width_em;
use crate::widget::lq::State;

/// The dot rows of a table.
pub struct Dots {
    holder: HtmlElement,
    /// Dot rows by printed number.
    pub items: Vec<HtmlElement>,
    plot: Surface,
    axis: HtmlElement,
    /// What stands beside the dots.
    beside: HtmlElement,
    /// Where the dots stand that are painted.
    layout: Option<Layout>,
}

impl Dots {
    /// Finds the parts of a section.
    pub fn new(section: &HtmlElement) -> Result<Self, JsValue> {
        let holder = dom::find(section, ".dots")?;
        Ok(Self {
            items: dom::by_number(&holder, "li")?,
            plot: Surface::new(dom::find(&holder, "canvas")?)?,
            axis: dom::find(&holder, ".axis")?,
            beside: dom::find(&holder, ".beside")?,
            holder,
            layout: None,
        })
    }

    /// Brings names and the chosen city's values up to date.
    pub fn patch(&self, scene: &Scene, state: &State, table: &LqTable) -> Result<(), JsValue> {
        let lq = &scene.data.lq;
        let chosen = lq.column(&state.city);
        if let Some(city) = chosen.and_then(|column| lq.cities.get(column)) {
            let name = markup::dots::name(scene.lang, &scene.data, table.base, city);
            dom::set_attribute(&self.holder, "aria-label", &scene.plain(&name))?;
            scene.fill(&dom::find(&self.holder, ".key")?, markup::dots::key(&scene.context(0), chosen))?;
        }
        for (row, item) in table.rows.iter().zip(&self.items) {
            for (column, entry) in dom::find_all(item, "dl > div")?.into_iter().enumerate() {
                dom::set_class(&entry, "on", Some(column) == chosen)?;
            }
            let value = chosen.and_then(|column| row.value(column));
            scene.fill(&dom::find(item, ".value")?, markup::quotients::quotient(&scene.context(0), value.into()))?;
            scene.say(&dom::find(item, ".name")?, scene.lang.name(state.heading(row).as_str()));
        }
        Ok(())
    }

    /// Paints the dots.
    pub fn paint(&mut self, scene: &Scene, state: &State, table: &LqTable, light: &Light) -> Result<(), JsValue> {
        let size = (f64::from(self.holder.client_width()), f64::from(self.holder.client_height()));
        self.plot.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.plot.scale;
        let theme = light.theme(scale);
        let mut plot = DotPlot { left: 0.0, right: 0.0, rows: Vec::new(), chosen: scene.data.lq.column(&state.city) };
        for (row, item) in table.rows.iter().zip(&self.items) {
            let strip = dom::find(item, ".strip")?;
            let strip = dom::rect_in(&strip, &self.holder, scale);
            (plot.left, plot.right) = (strip.left, strip.right);
            plot.rows.push(DotRow { y: strip.center().y, quotients: row.values.clone() });
        }
        let layout = Layout::new(plot, &theme);
        words::set(scene, &self.axis, (&layout.words, scale), |says| axis_word(scene.lang, says))?;
        self.put_words(scene, state, &layout, (scale, &theme))?;
        self.plot.paint(|area| lq_dots::draw(area, &layout, &theme))?;
        self.layout = Some(layout);
        Ok(())
    }

    /// What stands beside the dots: stacks, and where the rows are wide the cities with the least and the most.
    fn put_words(
        &self,
        scene: &Scene,
        state: &State,
        layout: &Layout,
        (scale, theme): (f64, &Theme),
    ) -> Result<(), JsValue> {
        /// Size of the type, CSS px.
        const TYPE_PX: f64 = 13.0;
        let lq = &scene.data.lq;
        let width = |column: usize| {
            let city = lq.cities.get(column).filter(|_| !state.is_narrow)?;
            Some(theme.px(TYPE_PX) * width_em(&city.name))
        };
        let row_words = layout.row_words(theme, width);
        words::set(scene, &self.beside, (&row_words, scale), |says| beside::word(lq, says, !state.is_narrow))
    }

    /// The dot of a row nearest to a place in the window, CSS px from its left: its column and its own place.
    pub fn under(&self, row: usize, x_px: f64) -> Option<(usize, f64)> {
        let left = self.holder.get_bounding_client_rect().left();
        let scale = self.plot.scale / dom::zoom_of(&self.holder);
        let (column, x) = self.layout.as_ref()?.under(row, (x_px - left) * scale)?;
        Some((column, left + x / scale))
    }
}
