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
use crate::markup;
use crate::model::crosswalk::{Pair, pairs, unpublished};
use crate::picture::quadrant_words::list;
use crate::widget::lq::State;

/// Room for the ticks left and below, for names of quadrants above and below, and elsewhere, CSS px of the design.
const ROOM_PX: (f64, f64, f64) = (40.0, 28.0, 10.0);
/// Distance between words, CSS px of the design.
const GAP_PX: f64 = 4.0;

/// Quadrants as they stand: upper left, upper right, lower left, lower right.
const CORNERS: [Standing; 4] = [Standing::Employees, Standing::Both, Standing::Neither, Standing::Output];

/// The sign of a quadrant's marks, and its name.
fn name(standing: Standing) -> (&'static str, Key) {
    match standing {
        Standing::Both => ("● ", Key::QuadrantBoth),
        Standing::Output => ("▲ ", Key::QuadrantOutput),
        Standing::Employees => ("■ ", Key::QuadrantEmployees),
        Standing::Neither => ("◆ ", Key::QuadrantNeither),
    }
}

fn standing(pair: &Pair<'_>) -> Standing {
    Standing::of(pair.output.1, pair.employees.1)
}

fn shown<'a>(view: &'a View, state: &State) -> Vec<Pair<'a>> {
    let column = view.data.lq.column(&state.city).unwrap_or_default();
    pairs(&view.data.lq, &view.data.links, column)
}

/// What the view says of the chosen city.
pub fn lead(view: &View, state: &State) -> String {
    let pairs = shown(view, state);
    let both = pairs.iter().filter(|pair| standing(pair) == Standing::Both).count();
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
    let taken = words.place_corners(&corners, plot.bounds, &theme);
    let items = words.items(&pairs)?;
    let gap = theme.px(GAP_PX);
    let avoided = marks.ones(plot.bounds);
    let scene = Scene { bounds: plot.bounds.grown(-gap / 2.0), taken: &taken, avoided: &avoided, gap };
    let mut placement = place(&labels(&marks, &items, scale), &scene);
    let mut numbered = placement.unplaced.clone();
    // Names without room give theirs to numbers, which may leave none to a name that had some.
    for _ in 0..numbered.len() {
        Words::number(&numbered, &items)?;
        placement = place(&labels(&marks, &items, scale), &scene);
        let before = numbered.len();
        numbered.extend(placement.unplaced.iter().filter(|index| !numbered.contains(index)).collect::<Vec<_>>());
        if numbered.len() == before {
            break;
        }
    }
    for placed in &placement.placed {
        if let Some(item) = items.get(placed.index) {
            words.put(item, placed.rect.left, placed.rect.top)?;
        }
    }
    for item in placement.unplaced.iter().filter_map(|index| items.get(*index)) {
        dom::set_class(item, "unseen", true)?;
    }
    words.missing(state, &numbered, &pairs)?;
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
        let make = |corner| {
            let (span, (sign, key)) = (self.make(&self.axes, "b")?, name(corner));
            self.view.say(&span, &[sign, self.view.lang.text(key)].concat());
            Ok(span)
        };
        CORNERS.into_iter().map(make).collect()
    }

    fn heights(&self, corners: &[HtmlElement]) -> (f64, f64) {
        let tallest = |corners: &[HtmlElement]| {
            corners.iter().map(|corner| f64::from(corner.offset_height()) * self.scale).fold(0.0, f64::max)
        };
        let (upper, lower) = corners.split_at(2.min(corners.len()));
        (tallest(upper), tallest(lower))
    }

    fn place_corners(&self, corners: &[HtmlElement], bounds: Rect, theme: &Theme) -> Vec<Rect> {
        for (index, corner) in corners.iter().enumerate() {
            let (width, height) = (f64::from(corner.offset_width()), f64::from(corner.offset_height()));
            let left = if index % 2 == 0 { bounds.left } else { bounds.right - width * self.scale };
            let top =
                if index < 2 { bounds.top - height * self.scale } else { bounds.bottom + theme.px(ROOM_PX.1 - 2.0) };
            self.put(corner, left, top).ok();
        }
        Vec::new()
    }

    /// A button for each industry, with both quotients in its name, by quadrant; in the order of `pairs`.
    fn items(&self, pairs: &[Pair<'_>]) -> Result<Vec<HtmlElement>, JsValue> {
        let lang = self.view.lang;
        let of = |corner| pairs.iter().enumerate().filter(move |(_, pair)| standing(pair) == corner);
        let lists = maud::html! {
            @for corner in CORNERS.into_iter().filter(|corner| of(*corner).next().is_some()) {
                h3 class="unseen" { (lang.text(name(corner).1)) }
                ul {
                    @for (index, pair) in of(corner) {
                        li data-row=(index) {
                            button type="button" tabindex="-1" data-industry=(pair.output.0) {
                                b {} span { (lang.name(pair.output.0.as_str())) }
                                span class="unseen" { " " (self.told(pair)) }
                            }
                        }
                    }
                }
            }
        };
        self.view.fill(&self.names, lists)?;
        (0..pairs.len())
            .map(|index| dom::find(&self.names, &["[data-row='", &index.to_string(), "']"].concat()))
            .collect()
    }

    /// Both quotients of an industry in words.
    fn told(&self, pair: &Pair<'_>) -> String {
        let decimals = self.view.data.lq.decimals;
        let [output, employees] = [pair.output.1, pair.employees.1].map(|value| fixed(value, decimals));
        self.view.lang.fill(Key::QuadrantPair, &[("output", &output), ("employees", &employees)])
    }

    /// Sets a number where there is no room for a name, which is then only heard.
    fn number(numbered: &[usize], items: &[HtmlElement]) -> Result<(), JsValue> {
        for (number, item) in
            numbered.iter().enumerate().filter_map(|(place, index)| Some((place + 1, items.get(*index)?)))
        {
            dom::find(item, "b")?.set_text_content(Some(&format!("{number} ")));
            let name = dom::find(item, "span")?;
            dom::set_class(&name, "unseen", true)?;
            dom::set_class(item, "number", true)?;
        }
        Ok(())
    }

    /// Names that found no room are told below by their numbers, never dropped, as are industries without a published
    /// value.
    fn missing(&self, state: &State, numbered: &[usize], pairs: &[Pair<'_>]) -> Result<(), JsValue> {
        let told = dom::find(&self.view.widget, ".missing")?;
        let (lang, data) = (self.view.lang, &self.view.data);
        let column = data.lq.column(&state.city).unwrap_or_default();
        let without = list(lang, Key::QuadrantUnpublished, &unpublished(&data.lq, &data.links, column));
        told.set_hidden(numbered.is_empty() && without.is_none());
        let parts = maud::html! {
            @if !numbered.is_empty() { p { (lang.text(Key::QuadrantNumbered)) } }
            ol {
                @for (place, pair) in numbered.iter().filter_map(|index| pairs.get(*index)).enumerate() {
                    li {
                        button type="button" class="plain" data-industry=(pair.output.0) {
                            b { (place + 1) } " " (lang.name(pair.output.0.as_str())) span class="unseen" { " " (self.told(pair)) }
                        }
                    }
                }
            }
            @if let Some(line) = &without { p { (line) } }
        };
        // Whoever stands on one of them stays there.
        if told.inner_html() == markup::text(lang, parts.clone()) { Ok(()) } else { self.view.fill(&told, parts) }
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
