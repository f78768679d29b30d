//! Output against employees quotients in the browser: the plot, its words, its list. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::dom::{self, css_px};
use super::view::{Light, Scene as View};
use crate::figure::geometry::Rect;
use crate::figure::labels::{Label, Scene, place};
use crate::figure::lq_quadrant::{Axis, Layout, QuadrantPlot, Quotients, Standing, draw, layout};
use crate::figure::theme::Theme;
use crate::locale::own::reference;
use crate::locale::{Key, fixed};
use crate::model::crosswalk::{Pair, pairs, unpublished};
use crate::picture::quadrant_words::list;
use crate::widget::lq::State;

/// Room for the ticks left and below, for names of quadrants above and below, and elsewhere, CSS px of the design.
const ROOM_PX: (f64, f64, f64) = (40.0, 28.0, 10.0);
/// Distance between words, CSS px of the design.
const GAP_PX: f64 = 4.0;

/// Name of a quadrant, with the sign of its marks.
fn name(view: &View, standing: Standing) -> String {
    let (sign, key) = match standing {
        Standing::Both => ("● ", Key::QuadrantBoth),
        Standing::Output => ("▲ ", Key::QuadrantOutput),
        Standing::Employees => ("■ ", Key::QuadrantEmployees),
        Standing::Neither => ("◆ ", Key::QuadrantNeither),
    };
    [sign, view.lang.text(key)].concat()
}

fn shown<'a>(view: &'a View, state: &State) -> Vec<Pair<'a>> {
    let column = view.data.lq.column(&state.city).unwrap_or_default();
    pairs(&view.data.lq, &view.data.links, column)
}

/// What the view says of the chosen city.
pub fn lead(view: &View, state: &State) -> String {
    let pairs = shown(view, state);
    let both = pairs.iter().filter(|pair| Standing::of(pair.output.1, pair.employees.1) == Standing::Both).count();
    let city = view.data.lq.cities.iter().find(|city| city.id == state.city).map_or("", |city| city.name.as_str());
    if pairs.is_empty() {
        return view.lang.fill(Key::QuadrantNone, &[("city", city)]);
    }
    let values = [
        ("city", city),
        ("of", &pairs.len().to_string()),
        ("both", &both.to_string()),
        ("reference", reference(view.lang, &view.data.lq)),
    ];
    view.lang.fill(Key::QuadrantLead, &values)
}

/// Paints the plot and sets every word beside it.
pub fn paint(view: &View, state: &State, light: &Light) -> Result<(), JsValue> {
    let field = dom::find(&view.widget, ".field-plot")?;
    let (width_px, height_px) = (f64::from(field.client_width()), f64::from(field.client_height()));
    if width_px < 1.0 {
        return Ok(());
    }
    let mut surface = Surface::new(dom::find(&field, "canvas")?)?;
    surface.resize(width_px, height_px, light.device_pixel_ratio)?;
    let (scale, theme) = (surface.scale, light.theme(surface.scale));
    let words = Words { view, scale, names: dom::find(&field, ".names")?, axes: dom::find(&field, ".axes")? };
    let pairs = shown(view, state);
    let mut plot = QuadrantPlot {
        bounds: Rect {
            left: theme.px(ROOM_PX.0),
            top: theme.px(ROOM_PX.2),
            right: width_px * scale - theme.px(ROOM_PX.2),
            bottom: height_px * scale - theme.px(ROOM_PX.1),
        },
        industries: pairs.iter().map(quotients).collect(),
        chosen: state.industry.as_ref().and_then(|own| pairs.iter().position(|pair| pair.output.0 == own)),
    };
    let corners = words.corners()?;
    // A narrow plot has no room for names of quadrants: they stand above and below.
    let (above, below) = words.heights(&corners);
    plot.bounds.top += above;
    plot.bounds.bottom -= below;
    let marks = layout(&plot, &theme);
    let taken = words.place_corners(&corners, plot.bounds);
    let items = words.items(&pairs)?;
    let gap = theme.px(GAP_PX);
    let avoided = marks.ones(plot.bounds);
    let scene = Scene { bounds: plot.bounds.grown(-gap / 2.0), taken: &taken, avoided: &avoided, gap };
    let placement = place(&labels(&marks, &items, scale), &scene);
    for placed in &placement.placed {
        if let Some(item) = items.get(placed.index) {
            words.put(item, placed.rect.left, placed.rect.top)?;
        }
    }
    words.missing(state, &placement.unplaced, &pairs, &items)?;
    words.ticks(&marks, plot.bounds, &theme)?;
    let leaders: Vec<_> = placement.placed.iter().filter_map(|placed| placed.leader).collect();
    surface.paint(|area| draw(area, &plot, &leaders, &theme)).map(|_| ())
}

fn quotients(pair: &Pair<'_>) -> Quotients {
    Quotients { output: pair.output.1, employees: pair.employees.1, is_exact: pair.is_exact }
}

fn labels(marks: &Layout, items: &[HtmlElement], scale: f64) -> Vec<Label> {
    let size = |item: &HtmlElement| (f64::from(item.offset_width()) * scale, f64::from(item.offset_height()) * scale);
    let label = |(dot, item): (&crate::figure::lq_quadrant::Dot, &HtmlElement)| Label {
        point: dot.center,
        radius: dot.radius,
        size: size(item),
    };
    marks.dots.iter().zip(items).map(label).collect()
}

/// The words of the plot.
struct Words<'a> {
    view: &'a View,
    scale: f64,
    names: HtmlElement,
    axes: HtmlElement,
}

impl Words<'_> {
    fn make(&self, holder: &HtmlElement, tag: &str) -> Result<HtmlElement, JsValue> {
        let element = dom::made(&self.view.window, tag)?;
        holder.append_child(&element)?;
        Ok(element)
    }

    /// Sets an element at a place in backend px.
    fn put(&self, element: &HtmlElement, left: f64, top: f64) -> Result<(), JsValue> {
        let style = element.style();
        style.set_property("left", &css_px(left / self.scale, 1))?;
        style.set_property("top", &css_px(top / self.scale, 1))
    }

    /// Names of the quadrants, not yet in place: upper left, upper right, lower left, lower right.
    fn corners(&self) -> Result<Vec<HtmlElement>, JsValue> {
        self.axes.set_text_content(None);
        let order = [Standing::Employees, Standing::Both, Standing::Neither, Standing::Output];
        let make = |standing| {
            let span = self.make(&self.axes, "b")?;
            self.view.say(&span, &name(self.view, standing));
            Ok(span)
        };
        order.into_iter().map(make).collect()
    }

    fn heights(&self, corners: &[HtmlElement]) -> (f64, f64) {
        let tallest = |corners: &[HtmlElement]| {
            corners.iter().map(|corner| f64::from(corner.offset_height()) * self.scale).fold(0.0, f64::max)
        };
        let (upper, lower) = corners.split_at(2.min(corners.len()));
        (tallest(upper), tallest(lower))
    }

    fn place_corners(&self, corners: &[HtmlElement], bounds: Rect) -> Vec<Rect> {
        for (index, corner) in corners.iter().enumerate() {
            let (width, height) = (f64::from(corner.offset_width()), f64::from(corner.offset_height()));
            let left = if index % 2 == 0 { bounds.left } else { bounds.right - width * self.scale };
            let top = if index < 2 { bounds.top - height * self.scale } else { bounds.bottom + 26.0 * self.scale };
            self.put(corner, left, top).ok();
        }
        Vec::new()
    }

    /// A button for each industry, with both quotients in its name.
    fn items(&self, pairs: &[Pair<'_>]) -> Result<Vec<HtmlElement>, JsValue> {
        let lang = self.view.lang;
        let decimals = self.view.data.lq.decimals;
        let list = maud::html! {
            @for pair in pairs {
                li {
                    button type="button" tabindex="-1" data-industry=(pair.output.0) {
                        (lang.name(pair.output.0.as_str()))
                        span class="nowhere" { " " (fixed(pair.output.1, decimals)) " × " (fixed(pair.employees.1, decimals)) }
                    }
                }
            }
        };
        self.view.fill(&self.names, list)?;
        dom::find_all(&self.names, "li")
    }

    /// Names that found no room are told below, never dropped, as are industries without a published value.
    fn missing(
        &self,
        state: &State,
        unplaced: &[usize],
        pairs: &[Pair<'_>],
        items: &[HtmlElement],
    ) -> Result<(), JsValue> {
        let told = dom::find(&self.view.widget, ".missing")?;
        let (lang, data) = (self.view.lang, &self.view.data);
        let column = data.lq.column(&state.city).unwrap_or_default();
        let names = unplaced.iter().filter_map(|index| pairs.get(*index)).map(|pair| pair.output.0);
        let lists = [
            (Key::QuadrantMissing, names.collect()),
            (Key::QuadrantUnpublished, unpublished(&data.lq, &data.links, column)),
        ];
        let lines = lists.map(|(key, names)| list(lang, key, &names)).into_iter().flatten();
        let lines: Vec<String> = lines.collect();
        for item in unplaced.iter().filter_map(|index| items.get(*index)) {
            dom::set_class(item, "nowhere", true)?;
        }
        told.set_hidden(lines.is_empty());
        self.view.fill(
            &told,
            maud::html! { @for (index, line) in lines.iter().enumerate() { @if index > 0 { br; } (line) } },
        )
    }

    fn ticks(&self, marks: &Layout, bounds: Rect, theme: &Theme) -> Result<(), JsValue> {
        let lang = self.view.lang;
        let lanes = |axis: &Axis| {
            let lanes = [(axis.zero, Key::ZeroLane), (axis.small, Key::SmallLane)];
            lanes.into_iter().filter_map(|(place, key)| Some((lang.text(key).to_owned(), place?))).collect::<Vec<_>>()
        };
        let places = |axis: &Axis| {
            let ticks = axis.ticks.iter().map(|(tick, place)| (tick.to_string(), *place));
            ticks.chain(lanes(axis)).collect::<Vec<_>>()
        };
        for (text, x) in places(&marks.x) {
            self.tick("x", &text, (x, bounds.bottom))?;
        }
        for (text, y) in places(&marks.y) {
            self.tick("y", &text, (bounds.left - theme.px(1.0), y))?;
        }
        Ok(())
    }

    fn tick(&self, class: &str, text: &str, (x, y): (f64, f64)) -> Result<(), JsValue> {
        let span = self.make(&self.axes, "span")?;
        span.set_class_name(class);
        span.set_text_content(Some(text));
        self.put(&span, x, y)
    }
}
