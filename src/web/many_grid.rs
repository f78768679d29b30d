//! The rows of very many cities: those that are seen stand in the document, and their heat with them in one block.

use std::ops::Range;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent};

use super::canvas::Surface;
use super::dom::{self, css_px};
use super::guard::Listener;
use super::view::{Light, Scene};
use crate::data::quotient::Quotient;
use crate::figure::geometry::Rect;
use crate::figure::lq_heat::HeatCell;
use crate::figure::lq_many;
use crate::markup::lq_many::{Grid, part};
use crate::model::window::{Window, reveal};

/// Keys that move within the grid or press what is there.
const KEYS: [&str; 10] =
    ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", "Enter", " "];
/// Height of a row before any was measured, CSS px.
const ROW_PX: f64 = 40.0;
/// Columns before the industries: to keep on top, and the name.
const FIXED: usize = 2;

/// Lengths as laid out, CSS px.
#[derive(Default, PartialEq)]
struct Lengths {
    head: f64,
    top: f64,
    row: f64,
    /// What of the place to scroll in is left beside the headings, names and rows on top.
    room: (f64, f64),
    /// Width of the names and what stands before them.
    names: f64,
    /// Left and right of each industry's column.
    columns: Vec<(f64, f64)>,
}

/// Finds its parts once, then keeps them up to date.
pub struct Rows {
    scroll: HtmlElement,
    all: HtmlElement,
    block: HtmlElement,
    table: HtmlElement,
    head: HtmlElement,
    top: HtmlElement,
    body: HtmlElement,
    heat: Surface,
    /// Cities on top, as rows, and the industries as columns.
    pub order: (Vec<usize>, Vec<usize>, Vec<usize>),
    /// Markup of the headings and of the rows on top.
    made: (String, String),
    /// Rows in the document.
    shown: Range<usize>,
    lengths: Lengths,
    /// Rows for which the place to scroll in is tall enough.
    tall: usize,
    /// Row and column of the cell that keys move from; row 0 is the headings.
    at: (usize, usize),
    _keys: Listener,
}

impl Rows {
    /// Finds the parts of a widget.
    pub fn new(scene: &Scene) -> Result<Self, JsValue> {
        let scroll = dom::find(&scene.widget, ".scroll")?;
        let table = dom::find(&scroll, "table")?;
        // The widget's own listeners are passive.
        let keys = Listener::first(&table, "keydown", |event: Event| {
            if key_of(&event).is_some() {
                event.prevent_default();
            }
        })?;
        Ok(Self {
            all: dom::find(&scroll, ".all")?,
            block: dom::find(&scroll, ".block")?,
            head: dom::find(&table, "thead")?,
            top: dom::find(&table, ".top")?,
            body: dom::find(&table, ".rows")?,
            heat: Surface::new(dom::find(&scroll, "canvas")?)?,
            order: Default::default(),
            made: Default::default(),
            shown: 0..0,
            lengths: Lengths::default(),
            tall: 0,
            at: (0, 1),
            scroll,
            table,
            _keys: keys,
        })
    }

    /// Shows another choice or order of cities, from its beginning where it is another.
    pub fn renew(&mut self, scene: &Scene, grid: &Grid<'_>, top: Vec<usize>, rows: Vec<usize>) -> Result<(), JsValue> {
        // Asked for before anything is written: to answer, the browser lays out what was.
        let mut scroll_px = self.scroll_px();
        if self.order.1 != rows {
            if scroll_px > 0.0 {
                self.scroll.set_scroll_top(0);
                scroll_px = 0.0;
            }
            self.at.0 = self.at.0.min(top.len());
        }
        let count = 1 + top.len() + rows.len();
        self.at = (self.at.0.min(count - 1), self.at.1.min(FIXED + grid.columns.len() - 1));
        dom::set_attribute(&self.table, "aria-rowcount", &count.to_string())?;
        dom::set_attribute(&self.table, "aria-colcount", &(FIXED + grid.columns.len()).to_string())?;
        self.scroll.style().set_property("--n", &grid.columns.len().to_string())?;
        let (head, over) = (grid.head(), grid.body(&top, 2));
        for (part, made, new) in [(&self.head, &mut self.made.0, head), (&self.top, &mut self.made.1, over)] {
            if *made != new.0 {
                made.clone_from(&new.0);
                scene.fill(part, new)?;
            }
        }
        self.order = (top, rows, grid.columns.to_vec());
        self.shown = 0..0;
        // Where the rows fit as they did before, the layout is looked at once, with them in it.
        if self.lengths.row > 0.0 {
            self.show(scene, grid, scroll_px)?;
        }
        self.laid_out(scene, grid)
    }

    /// Measures anew and shows what is seen.
    pub fn laid_out(&mut self, scene: &Scene, grid: &Grid<'_>) -> Result<(), JsValue> {
        if !self.measure()? && !self.is_stale() && self.tall == self.order.1.len() {
            return Ok(());
        }
        self.tall = self.order.1.len();
        self.all.style().set_property("height", &css_px(self.height_px(), 2))?;
        self.top.style().set_property("top", &css_px(self.lengths.head, 2))?;
        let canvas = self.heat.element().style();
        canvas.set_property("top", &css_px(self.lengths.head + self.lengths.top, 2))?;
        canvas.set_property("left", &css_px(self.lengths.columns.first().map_or(0.0, |column| column.0), 2))?;
        self.show(scene, grid, self.scroll_px())
    }

    fn height_px(&self) -> f64 {
        self.lengths.head + self.lengths.top + self.order.1.len() as f64 * self.lengths.row
    }

    /// Reads the layout once for all that follows; whether it is another.
    fn measure(&mut self) -> Result<bool, JsValue> {
        let height = |part: &HtmlElement| dom::rect_in(part, &self.table, 1.0).height();
        let (head, top) = (height(&self.head), height(&self.top));
        let row = if top > 0.0 { top / self.order.0.len().max(1) as f64 } else { ROW_PX };
        let heads = dom::find_all(&self.head, "th")?;
        let names = heads.iter().take(FIXED).map(|head| f64::from(head.offset_width())).sum();
        let columns = heads.iter().skip(FIXED).map(|head| {
            let left = f64::from(head.offset_left());
            (left, left + f64::from(head.offset_width()))
        });
        let columns = columns.collect();
        let room = (f64::from(self.scroll.client_width()) - names, f64::from(self.scroll.client_height()) - head - top);
        let lengths = Lengths { head, top, row, room, names, columns };
        let is_other = self.lengths != lengths;
        self.lengths = lengths;
        Ok(is_other)
    }

    fn window(&self) -> Window {
        Window { count: self.order.1.len(), row_px: self.lengths.row, room_px: self.lengths.room.1 }
    }

    fn scroll_px(&self) -> f64 {
        f64::from(self.scroll.scroll_top())
    }

    /// Whether the rows that should be there are others than those that are.
    pub fn is_stale(&self) -> bool {
        self.window().rows(self.scroll_px()) != self.shown
    }

    /// Brings in the rows that are seen; what stays is not touched.
    fn show(&mut self, scene: &Scene, grid: &Grid<'_>, scroll_px: f64) -> Result<(), JsValue> {
        let (seen, old) = (self.window().rows(scroll_px), self.shown.clone());
        let kept = seen.start.max(old.start)..seen.end.min(old.end);
        if kept.is_empty() {
            scene.fill(&self.body, self.made(grid, seen.clone()))?;
        } else {
            for _ in old.start..kept.start {
                remove(self.body.first_element_child());
            }
            for _ in kept.end..old.end {
                remove(self.body.last_element_child());
            }
            let first = self.body.first_element_child();
            self.bring(scene, self.made(grid, seen.start..kept.start), first.as_ref())?;
            self.bring(scene, self.made(grid, kept.end..seen.end), None)?;
        }
        self.block.style().set_property("top", &css_px(seen.start as f64 * self.lengths.row, 2))?;
        self.shown = seen;
        self.mark()
    }

    fn made(&self, grid: &Grid<'_>, range: Range<usize>) -> maud::Markup {
        let first = 2 + self.order.0.len() + range.start;
        grid.body(part(&self.order.1, range), first)
    }

    fn bring(&self, scene: &Scene, rows: maud::Markup, before: Option<&Element>) -> Result<(), JsValue> {
        if rows.0.is_empty() {
            return Ok(());
        }
        let holder = dom::made(&scene.window, "tbody")?;
        scene.fill(&holder, rows)?;
        while let Some(row) = holder.first_element_child() {
            self.body.insert_before(&row, before.map(AsRef::as_ref))?;
        }
        Ok(())
    }

    /// The cell that keys move from, if its row is in the document.
    fn cell(&self) -> Option<Element> {
        let selector = ["tr[aria-rowindex='", &(self.at.0 + 1).to_string(), "']"].concat();
        self.table.query_selector(&selector).ok()??.children().item(self.at.1 as u32)
    }

    /// Tells assistive technology and the eye which cell that is. The focus itself is the table's: rows that go do not
    /// take it along.
    fn mark(&self) -> Result<(), JsValue> {
        let cell = self.cell();
        let Some(cell) = cell else { return self.table.remove_attribute("aria-activedescendant") };
        // Some engines hear of a change only where another name is told: two take turns.
        let mut id = "at-0";
        for old in dom::find_all(&self.table, ".at")? {
            if cell.is_same_node(Some(&old)) {
                return Ok(());
            }
            if old.id() == id {
                id = "at-1";
            }
            old.remove_attribute("id")?;
            dom::set_class(&old, "at", false)?;
        }
        cell.set_id(id);
        dom::set_class(&cell, "at", true)?;
        dom::set_attribute(&self.table, "aria-activedescendant", id)
    }

    /// Takes the focus to a cell that was pressed.
    pub fn touch(&mut self, part: &Element) -> Result<(), JsValue> {
        let Some(cell) = part.closest("td, th")? else { return Ok(()) };
        let Some(row) = cell.parent_element() else { return Ok(()) };
        let number = |part: &Element, name: &str| part.get_attribute(name).and_then(|text| text.parse::<usize>().ok());
        if let (Some(row), Some(column)) = (number(&row, "aria-rowindex"), number(&cell, "aria-colindex")) {
            self.at = (row - 1, column - 1);
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            self.table.focus_with_options(&options)?;
            self.mark()?;
        }
        Ok(())
    }

    /// Answers a key: goes elsewhere, or gives what is to be pressed.
    pub fn key(&mut self, event: &Event) -> Option<Element> {
        let key = key_of(event)?;
        if key == "Enter" || key == " " {
            let cell = self.cell()?;
            return cell.query_selector("button").ok().flatten().or(Some(cell));
        }
        let is_whole = event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::ctrl_key);
        let last = (self.order.0.len() + self.order.1.len(), FIXED + self.order.2.len() - 1);
        let page = self.window().page();
        let (row, column) = self.at;
        self.at = match &*key {
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => (row + 1, column),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, column + 1),
            "PageUp" => (row.saturating_sub(page), column),
            "PageDown" => (row + page, column),
            "Home" => (if is_whole { 0 } else { row }, 0),
            _ => (if is_whole { last.0 } else { row }, last.1),
        };
        self.at = (self.at.0.min(last.0), self.at.1.min(last.1));
        self.reveal();
        self.mark().ok()?;
        None
    }

    fn reveal(&self) {
        let (row, column) = self.at;
        if let Some(row) = row.checked_sub(1 + self.order.0.len()) {
            let top = self.window().reveal(row, self.scroll_px());
            self.scroll.set_scroll_top(top.ceil() as i32);
        }
        if let Some((left, right)) = column.checked_sub(FIXED).and_then(|column| self.lengths.columns.get(column)) {
            let stretch = (left - self.lengths.names, right - self.lengths.names);
            let left = reveal(stretch, f64::from(self.scroll.scroll_left()), self.lengths.room.0);
            self.scroll.set_scroll_left(left.ceil() as i32);
        }
    }

    /// Paints the heat behind the rows in the document.
    pub fn paint(&mut self, grid: &Grid<'_>, light: &Light) -> Result<(), JsValue> {
        let Some((first, last)) = self.lengths.columns.first().zip(self.lengths.columns.last()) else { return Ok(()) };
        let (left, width) = (first.0, last.1 - first.0);
        let row_px = self.lengths.row;
        self.heat.resize(width, row_px * self.shown.len() as f64, light.device_pixel_ratio)?;
        let scale = self.heat.scale;
        let rows: Vec<&[Quotient]> =
            self.order.2.iter().filter_map(|row| Some(&*grid.table.rows.get(*row)?.values)).collect();
        let mut cells = Vec::with_capacity(self.shown.len() * rows.len());
        for (place, city) in part(&self.order.1, self.shown.clone()).iter().enumerate() {
            let (top, bottom) = (place as f64 * row_px * scale, (place + 1) as f64 * row_px * scale);
            for (values, column) in rows.iter().zip(&self.lengths.columns) {
                let rect = Rect { left: (column.0 - left) * scale, right: (column.1 - left) * scale, top, bottom };
                let quotient = values.get(*city).copied().unwrap_or_default();
                cells.push(HeatCell { rect, step: grid.state.heat_step(grid.table, quotient), is_chosen: false });
            }
        }
        let theme = light.theme(scale);
        self.heat.paint(|area| lq_many::heat(area, &cells, &theme)).map(|_| ())
    }
}

/// The key of an event, if it is one of the grid's and the browser or the system does not want it.
fn key_of(event: &Event) -> Option<String> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let key = event.key();
    (KEYS.contains(&&*key) && !event.alt_key() && !event.meta_key() && !event.shift_key()).then_some(key)
}

fn remove(row: Option<Element>) {
    if let Some(row) = row {
        row.remove();
    }
}
