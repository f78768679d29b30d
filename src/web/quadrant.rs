//! Output against employees quotients in the browser: the plot, its words, its list. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::dom::{self, css_px};
use super::view::{Light, Scene as View};
use super::words;
use crate::figure::geometry::Rect;
use crate::figure::labels::Scene;
use crate::figure::lq_names::Names;
use crate::figure::lq_quadrant::{Layout, QuadrantPlot, Quotients, Standing, draw};
use crate::figure::theme::Theme;
use crate::id::IndustryId;
use crate::locale::partial::both_above;
use crate::locale::unpublished::key as without_value;
use crate::locale::{Key, axis_word, fixed};
use crate::markup;
use crate::model::crosswalk::{Pair, pairs, unpublished};
use crate::picture::quadrant_words::{apart, list, name};
use crate::widget::lq::State;

/// Room for the ticks left and below, for names of quadrants above and below, and elsewhere, CSS px of the design.
const ROOM_PX: (f64, f64, f64) = (40.0, 28.0, 10.0);
/// Distance between words, CSS px of the design.
const GAP_PX: f64 = 4.0;

/// Quadrants as they stand: upper left, upper right, lower left, lower right.
const CORNERS: [Standing; 4] = [Standing::Employees, Standing::Both, Standing::Neither, Standing::Output];

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
    both_above(view.lang, city, pairs.len(), both)
}

/// The quadrants of a widget, from the first time they are shown.
#[derive(Default)]
pub struct Shown(Option<Quadrant>);

impl Shown {
    /// Paints the plot and sets every word beside it.
    pub fn paint(&mut self, view: &View, state: &State, light: &Light) -> Result<(), JsValue> {
        let mut quadrant = match self.0.take() {
            Some(quadrant) => quadrant,
            None => Quadrant::new(view)?,
        };
        let painted = quadrant.paint(view, state, light);
        self.0 = Some(quadrant);
        painted
    }
}

/// The plot with its words. Its parts are found and made once.
struct Quadrant {
    field: HtmlElement,
    surface: Surface,
    axes: HtmlElement,
    /// Names of the quadrants: upper left, upper right, lower left, lower right.
    corners: Vec<HtmlElement>,
    holder: HtmlElement,
    /// An entry for each industry of `listed`, in the order of the pairs.
    items: Vec<HtmlElement>,
    listed: Vec<(IndustryId, Quotients)>,
    names: Names,
    /// The industries shown by number, in the order of their numbers.
    numbered: Vec<usize>,
    missing: HtmlElement,
}

impl Quadrant {
    /// Finds the parts of a widget.
    fn new(view: &View) -> Result<Self, JsValue> {
        let field = dom::find(&view.widget, ".field-plot")?;
        let axes = dom::find(&field, ".axes")?;
        let corner = |standing| -> Result<_, JsValue> {
            let corner = dom::made(&view.window, "b")?;
            view.say(&corner, name(view.lang, standing));
            axes.append_child(&corner)?;
            Ok(corner)
        };
        Ok(Self {
            surface: Surface::new(dom::find(&field, "canvas")?)?,
            corners: CORNERS.into_iter().map(corner).collect::<Result<_, _>>()?,
            axes,
            holder: dom::find(&field, ".names")?,
            field,
            items: Vec::new(),
            listed: Vec::new(),
            names: Names::default(),
            numbered: Vec::new(),
            missing: dom::find(&view.widget, ".missing")?,
        })
    }

    fn paint(&mut self, view: &View, state: &State, light: &Light) -> Result<(), JsValue> {
        let (width_px, height_px) = (f64::from(self.field.client_width()), f64::from(self.field.client_height()));
        if width_px < 1.0 {
            return Ok(());
        }
        self.surface.resize(width_px, height_px, light.device_pixel_ratio)?;
        let scale = self.surface.scale;
        let theme = light.theme(scale);
        let pairs = shown(view, state);
        self.list(view, &pairs)?;
        // A narrow plot has no room for names of quadrants: they stand above and below.
        let (above, below) = self.corner_heights(scale);
        let bounds = Rect {
            left: theme.px(ROOM_PX.0),
            top: theme.px(ROOM_PX.2) + above,
            right: width_px * scale - theme.px(ROOM_PX.2),
            bottom: height_px * scale - theme.px(ROOM_PX.1) - below,
        };
        let layout = Layout::new(&QuadrantPlot { bounds, industries: pairs.iter().map(quotients).collect() }, &theme);
        self.put_corners(bounds, (scale, &theme))?;
        self.put_names(&layout, (scale, &theme), state.is_narrow)?;
        self.tell_missing(view, state, &pairs)?;
        words::set(view, &self.axes, (&layout.words, scale), |says| axis_word(view.lang, says))?;
        let chosen = state.industry.as_ref().and_then(|own| pairs.iter().position(|pair| pair.output.0 == own));
        let leaders = self.names.placement.leaders();
        self.surface.paint(|area| draw(area, &layout, chosen, &leaders, &theme)).map(|_| ())
    }

    fn corner_heights(&self, scale: f64) -> (f64, f64) {
        let tallest = |corners: &[HtmlElement]| {
            corners.iter().map(|corner| f64::from(corner.offset_height()) * scale).fold(0.0, f64::max)
        };
        let (upper, lower) = self.corners.split_at(2.min(self.corners.len()));
        (tallest(upper), tallest(lower))
    }

    fn put_corners(&self, bounds: Rect, (scale, theme): (f64, &Theme)) -> Result<(), JsValue> {
        for (index, corner) in self.corners.iter().enumerate() {
            let (width, height) = size(corner, scale);
            let left = if index % 2 == 0 { bounds.left } else { bounds.right - width };
            let top = if index < 2 { bounds.top - height } else { bounds.bottom + theme.px(ROOM_PX.1 - 2.0) };
            put(corner, (left, top), scale)?;
        }
        Ok(())
    }

    /// Lists the industries, unless they stand there: whoever has the focus on one keeps it.
    fn list(&mut self, view: &View, pairs: &[Pair<'_>]) -> Result<(), JsValue> {
        let listed: Vec<_> = pairs.iter().map(|pair| (pair.output.0.clone(), quotients(pair))).collect();
        if self.listed == listed {
            return Ok(());
        }
        view.fill(&self.holder, lists(view, pairs))?;
        let item = |index: usize| dom::find(&self.holder, &["[data-row='", &index.to_string(), "']"].concat());
        self.items = (0..pairs.len()).map(item).collect::<Result<_, _>>()?;
        self.listed = listed;
        Ok(())
    }

    /// Names beside their dots, and numbers where there is no room for a name, which is then only heard: for all of them
    /// where the plot is narrow, so that no name stands in another quadrant than its dot.
    fn put_names(&mut self, layout: &Layout, (scale, theme): (f64, &Theme), are_numbers: bool) -> Result<(), JsValue> {
        let items = &self.items;
        for (number, item) in (1..).zip(items) {
            set_number(item, are_numbers.then_some(number))?;
            dom::set_class(item, "unseen", false)?;
        }
        let labels = layout.labels(items.iter().map(|item| size(item, scale)));
        let (gap, avoided) = (theme.px(GAP_PX), layout.ones());
        let scene = Scene { bounds: layout.bounds.grown(-gap / 2.0), taken: &[], avoided: &avoided, gap };
        self.names.place(labels, &scene, |number, index| {
            let is_number = |item: &&HtmlElement| are_numbers || set_number(item, Some(number)).is_ok();
            let numbered = items.get(index).filter(is_number);
            numbered.map_or((0.0, 0.0), |item| size(item, scale))
        });
        self.numbered = if are_numbers { (0..items.len()).collect() } else { self.names.numbered.clone() };
        for (number, item) in (1..).zip(self.numbered.iter().filter_map(|index| items.get(*index))) {
            set_number(item, Some(number))?;
        }
        for (index, item) in items.iter().enumerate() {
            dom::set_class(item, "unseen", self.names.placement.unplaced.contains(&index))?;
        }
        for placed in &self.names.placement.placed {
            if let Some(item) = items.get(placed.index) {
                put(item, (placed.rect.left, placed.rect.top), scale)?;
            }
        }
        Ok(())
    }

    /// Names that stand as numbers are told below, never dropped, as are industries that are not drawn: those without a
    /// published value, and those without one counterpart.
    fn tell_missing(&self, view: &View, state: &State, pairs: &[Pair<'_>]) -> Result<(), JsValue> {
        let (lang, data, numbered) = (view.lang, &view.data, &self.numbered);
        let column = data.lq.column(&state.city).unwrap_or_default();
        let without =
            list(lang, without_value(data, Key::QuadrantUnpublished), &unpublished(&data.lq, &data.links, column));
        let apart = apart(lang, data);
        self.missing.set_hidden(numbered.is_empty() && without.is_none() && apart.is_none());
        let parts = maud::html! {
            @if !numbered.is_empty() { p { (lang.text(Key::QuadrantNumbered)) } }
            ol {
                @for (place, pair) in numbered.iter().filter_map(|index| pairs.get(*index)).enumerate() {
                    li {
                        button type="button" class="plain" data-industry=(pair.output.0) {
                            b { (place + 1) } " " (lang.name(pair.output.0.as_str())) span class="unseen" { " " (told(view, pair)) }
                        }
                    }
                }
            }
            @for line in [&without, &apart].into_iter().flatten() { p { (line) } }
        };
        // Whoever stands on one of them stays there.
        let stands = self.missing.inner_html() == markup::text(lang, parts.clone());
        if stands { Ok(()) } else { view.fill(&self.missing, parts) }
    }
}

fn quotients(pair: &Pair<'_>) -> Quotients {
    Quotients { output: pair.output.1, employees: pair.employees.1, is_exact: pair.is_exact }
}

/// Width and height of an element in backend px.
fn size(element: &HtmlElement, scale: f64) -> (f64, f64) {
    (f64::from(element.offset_width()) * scale, f64::from(element.offset_height()) * scale)
}

/// Sets an element at a place in backend px.
fn put(element: &HtmlElement, (left, top): (f64, f64), scale: f64) -> Result<(), JsValue> {
    let style = element.style();
    style.set_property("left", &css_px(left / scale, 1))?;
    style.set_property("top", &css_px(top / scale, 1))
}

/// A button for each industry, with both quotients in its name, by quadrant.
fn lists(view: &View, pairs: &[Pair<'_>]) -> maud::Markup {
    let lang = view.lang;
    let of = |corner| pairs.iter().enumerate().filter(move |(_, pair)| standing(pair) == corner);
    maud::html! {
        @for corner in CORNERS.into_iter().filter(|corner| of(*corner).next().is_some()) {
            h3 class="unseen" { (name(lang, corner)) }
            ul {
                @for (index, pair) in of(corner) {
                    li data-row=(index) {
                        button type="button" tabindex="-1" data-industry=(pair.output.0) {
                            b {} span { (lang.name(pair.output.0.as_str())) }
                            span class="unseen" { " " (told(view, pair)) }
                        }
                    }
                }
            }
        }
    }
}

/// Both quotients of an industry in words.
fn told(view: &View, pair: &Pair<'_>) -> String {
    let decimals = view.data.lq.decimals;
    let [output, employees] = [pair.output.1, pair.employees.1].map(|value| fixed(value, decimals));
    view.lang.fill(Key::QuadrantPair, &[("output", &output), ("employees", &employees)])
}

/// Shows a number in place of an industry's name, or the name.
fn set_number(item: &HtmlElement, number: Option<usize>) -> Result<(), JsValue> {
    let text = number.map(|number| format!("{number} ")).unwrap_or_default();
    dom::set_text(&dom::find(item, "b")?, &text);
    let name = dom::find(item, "span")?;
    dom::set_class(&name, "unseen", number.is_some())?;
    dom::set_class(item, "number", number.is_some())
}
