//! Dot rows of very many cities: as dots while they can be told apart, as a density beyond.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::canvas::Surface;
use super::view::{Light, Scene};
use super::{dom, words};
use crate::figure::lq_dots::{self, DotPlot, DotRow, Layout};
use crate::figure::lq_many;
use crate::locale::axis_word;
use crate::markup::lq_many::{Grid, standings};

/// Finds its parts once, then keeps them up to date.
pub struct Dots {
    holder: HtmlElement,
    list: HtmlElement,
    axis: HtmlElement,
    plot: Surface,
    /// What the lines are made for: the table's title and whether it is read anew.
    made: Option<String>,
}

impl Dots {
    /// Finds the parts of a widget.
    pub fn new(scene: &Scene) -> Result<Self, JsValue> {
        let holder = dom::find(&scene.widget, ".dots")?;
        Ok(Self {
            list: dom::find(&holder, "ul")?,
            axis: dom::find(&holder, ".axis")?,
            plot: Surface::new(dom::find(&holder, "canvas")?)?,
            holder,
            made: None,
        })
    }

    /// Brings the lines up to date.
    pub fn renew(&mut self, scene: &Scene, grid: &Grid<'_>) -> Result<(), JsValue> {
        let chosen = scene.data.lq.column(&grid.state.city);
        let wanted = [grid.table.base.as_str(), grid.state.headings.as_str()].concat();
        if self.made.as_ref() != Some(&wanted) {
            scene.fill(&self.list, grid.lines(chosen))?;
            self.made = Some(wanted);
            return Ok(());
        }
        for (row, item) in grid.table.rows.iter().zip(dom::find_all(&self.list, "li")?) {
            scene.fill(&dom::find(&item, ".value")?, grid.value(row, chosen))?;
            if let Ok(detail) = dom::find(&item, ".own-detail") {
                scene.fill(&detail, standings(&grid.context, row, chosen))?;
            }
        }
        Ok(())
    }

    /// Fills a line's detail when it is opened.
    pub fn opened(scene: &Scene, grid: &Grid<'_>, details: &Element) -> Option<()> {
        if dom::find(details, ".own-detail").is_err() {
            let number: usize = dom::data(&details.closest("[data-row]").ok()??, "row")?.parse().ok()?;
            let holder = dom::made(&scene.window, "div").ok()?;
            holder.set_class_name("own-detail");
            let chosen = scene.data.lq.column(&grid.state.city);
            scene.fill(&holder, standings(&grid.context, grid.table.rows.get(number)?, chosen)).ok()?;
            details.append_child(&holder).ok()?;
        }
        Some(())
    }

    /// Paints the picture.
    pub fn paint(
        &mut self,
        scene: &Scene,
        grid: &Grid<'_>,
        light: &Light,
        (shown, pins): (&[usize], &[usize]),
    ) -> Result<(), JsValue> {
        let size = (f64::from(self.holder.client_width()), f64::from(self.holder.client_height()));
        self.plot.resize(size.0, size.1, light.device_pixel_ratio)?;
        let scale = self.plot.scale;
        let theme = light.theme(scale);
        let chosen = scene.data.lq.column(&grid.state.city);
        let mut plot = DotPlot { left: 0.0, right: 0.0, rows: Vec::new(), chosen };
        for (row, strip) in grid.table.rows.iter().zip(dom::find_all(&self.list, ".strip")?) {
            let strip = dom::rect_in(&strip, &self.holder, scale);
            (plot.left, plot.right) = (strip.left, strip.right);
            plot.rows.push(DotRow { y: strip.center().y, quotients: row.values.clone() });
        }
        let is_dense = shown.len() > lq_many::DENSE;
        let dots = if is_dense { DotPlot { rows: Vec::new(), ..plot } } else { few(&plot, shown) };
        let layout = Layout::of_many(dots, &theme);
        words::set(scene, &self.axis, (&layout.words, scale), |says| axis_word(scene.lang, says))?;
        let drawn = self.plot.paint(|area| {
            if is_dense {
                lq_many::density(area, &layout.axis, &plot, shown, &theme)?;
            } else {
                lq_dots::draw(area, &layout, &theme)?;
            }
            lq_many::emphasis(area, &layout.axis, &plot, pins, &theme)
        });
        drawn.map(|_| ())
    }
}

/// The same rows with some of the cities.
fn few(plot: &DotPlot, shown: &[usize]) -> DotPlot {
    let row = |row: &DotRow| DotRow {
        y: row.y,
        quotients: shown.iter().filter_map(|city| row.quotients.get(*city).copied()).collect(),
    };
    DotPlot { rows: plot.rows.iter().map(row).collect(), chosen: None, ..*plot }
}
