//! `<shigoto-swot>` in the browser.

use wasm_bindgen::JsValue;
use web_sys::{Element, Event, HtmlElement};

use super::canvas::Surface;
use super::clock::Tween;
use super::dom;
use super::view::{Light, Scene, View};
use crate::figure::swot_links::{self, Layout, Link};
use crate::figure::theme::Theme;
use crate::id::NodeCode;
use crate::locale::sentence;
use crate::model::cross_swot::{Reach, reach};
use crate::widget::swot::{Action, State};
use crate::widget::{Attributes, Dirty, Taken, Widget as _};

/// How long the lines take to draw, ms.
const DRAW_MS: f64 = 240.0;
/// From this width the matrix stands in columns and rows, CSS px; the stylesheet breaks at the same.
const WIDE_PX: f64 = 900.0;
/// Middle of the free strip above a row of the matrix, CSS px above it.
const STRIP_PX: f64 = 12.0;

/// The widget.
pub struct SwotView {
    state: State,
    matrix: HtmlElement,
    nodes: Vec<(NodeCode, HtmlElement)>,
    /// What stands below the free strips: the first quadrant of each row.
    rows: [HtmlElement; 2],
    sentence: HtmlElement,
    links: HtmlElement,
    /// Entries of the list of reasons.
    steps: Vec<HtmlElement>,
    clear: HtmlElement,
    /// The way to the reasons, beside the chosen node.
    why: HtmlElement,
    surface: Surface,
    width_px: f64,
    lit: Option<NodeCode>,
    drawing: Option<Tween>,
}

impl SwotView {
    /// Finds the parts of the shadow tree.
    pub fn new(scene: &Scene) -> Result<Self, JsValue> {
        let matrix = dom::find(&scene.widget, ".matrix")?;
        let nodes = dom::find_all(&matrix, "[data-code]")?;
        let view = Self {
            state: State::default(),
            nodes: nodes.into_iter().filter_map(|node| Some((code_of(&node)?, node))).collect(),
            sentence: dom::find(&scene.widget, ".sentence")?,
            steps: dom::find_all(&scene.widget, ".links li")?,
            links: dom::find(&scene.widget, ".links")?,
            clear: dom::find(&scene.widget, "[data-clear]")?,
            why: dom::find(&scene.widget, "[data-why]")?,
            rows: [dom::find(&matrix, "[data-quadrant=SO]")?, dom::find(&matrix, "[data-quadrant=ST]")?],
            surface: Surface::new(dom::find(&matrix, "canvas")?)?,
            matrix,
            width_px: 0.0,
            lit: None,
            drawing: None,
        };
        #[cfg(not(small))]
        super::links::settle(scene)?;
        // A tree that was bound before may still be lit.
        view.light_nodes(None)?;
        Ok(view)
    }

    /// Where the boxes and the free strips between them stand now; nothing where they stand one below the other.
    fn layout(&self, theme: &Theme, pixel_scale: f64) -> Option<Layout> {
        let rect = |element: &HtmlElement| dom::rect_in(element, &self.matrix, pixel_scale);
        let [upper, lower] = &self.rows;
        let strips = [upper, lower].map(|row| rect(row).top - theme.px(STRIP_PX));
        let nodes = || self.nodes.iter().map(|(code, node)| (code.clone(), rect(node))).collect();
        (self.width_px >= WIDE_PX).then(|| Layout { nodes: nodes(), strips })
    }

    /// Lights what is reached and lets the rest recede.
    fn light_nodes(&self, reach: Option<&Reach<'_>>) -> Result<(), JsValue> {
        dom::set_class(&self.matrix, "lit", reach.is_some())?;
        for (code, node) in &self.nodes {
            dom::set_class(node, "on", reach.is_some_and(|reach| reach.nodes.contains(code)))?;
        }
        Ok(())
    }

    /// The element of the chosen node.
    fn chosen(&self) -> Option<&HtmlElement> {
        self.nodes.iter().find(|(code, _)| Some(code) == self.state.select.as_ref()).map(|(_, node)| node)
    }

    /// Opens the list of reasons at those that belong to the selection; without one, closes it with all in it.
    fn show_reasons(&self, reach: Option<&Reach<'_>>) -> Result<(), JsValue> {
        for step in &self.steps {
            let ends = (dom::data(step, "from").unwrap_or_default(), dom::data(step, "to").unwrap_or_default());
            let of = dom::data(step, "of");
            let is_shown = |reach: &Reach<'_>| match &of {
                Some(code) => reach.nodes.iter().any(|node| node.text() == *code),
                None => reach.links(&ends.0, &ends.1),
            };
            step.set_hidden(reach.is_some_and(|reach| !is_shown(reach)));
        }
        self.links.toggle_attribute_with_force("open", reach.is_some()).map(|_| ())
    }
}

fn code_of(node: &Element) -> Option<NodeCode> {
    dom::data(node, "code")?.parse().ok()
}

impl View for SwotView {
    #[cfg(not(small))]
    fn shown(&self) -> Box<dyn crate::takeaway::Takeaway + '_> {
        Box::new(self.state.clone())
    }

    fn attribute(&mut self, scene: &Scene, name: &str, value: Option<&str>) -> Taken {
        self.state.set_attribute(&scene.data, name, value)
    }

    fn event(&mut self, scene: &Scene, event: &Event) -> Dirty {
        let node = || code_of(&dom::closest(event, "[data-code]")?);
        let action = match event.type_().as_str() {
            "scroll" => return Dirty::FIGURE,
            "click" if dom::closest(event, "[data-clear]").is_some() => {
                // The button is about to vanish: the focus goes back to what was chosen.
                if let Some(node) = self.chosen() {
                    scene.focus(node);
                }
                Some(Action::Clear)
            }
            "click" => node().map(Action::Toggle),
            "pointerover" | "focusin" => Some(Action::Preview(node())),
            "pointerout" | "focusout" => Some(Action::Preview(None)),
            _ => None,
        };
        action.map_or(Dirty::NONE, |action| self.state.update(action))
    }

    fn resized(&mut self, width_px: f64) -> Dirty {
        self.width_px = width_px;
        Dirty::FIGURE
    }

    fn attributes(&self) -> Attributes {
        self.state.attributes()
    }

    fn patch(&mut self, scene: &Scene, dirty: Dirty) -> Result<(), JsValue> {
        let data = &scene.data;
        let lit = self.state.lit().map(|code| reach(&data.links, code));
        if self.lit.as_ref() != self.state.lit() {
            self.lit = self.state.lit().cloned();
            self.drawing = Some(Tween::new(DRAW_MS));
            self.light_nodes(lit.as_ref())?;
        }
        if dirty.has(Dirty::WORDS) {
            let select = self.state.select.as_ref();
            let reach = select.map(|code| reach(&data.links, code));
            let text = sentence::swot(scene.lang, &data.swot, select, reach.as_ref().unwrap_or(&Reach::default()));
            scene.say(&self.sentence, &text);
            self.show_reasons(reach.as_ref())?;
            self.clear.set_hidden(select.is_none());
            self.why.set_hidden(select.is_none());
            if let Some(node) = self.chosen() {
                node.insert_adjacent_element("afterend", &self.why)?;
            }
            for (code, node) in &self.nodes {
                dom::set_attribute(node, "aria-pressed", if Some(code) == select { "true" } else { "false" })?;
            }
        }
        Ok(())
    }

    fn paint(&mut self, scene: &Scene, _: Dirty, light: &Light) -> Result<bool, JsValue> {
        let size = (f64::from(self.matrix.client_width()), f64::from(self.matrix.client_height()));
        self.surface.resize(size.0, size.1, light.device_pixel_ratio)?;
        let progress = match (light.frame_ms, &mut self.drawing) {
            (Some(frame_ms), Some(drawing)) => drawing.at(frame_ms),
            _ => 1.0,
        };
        let scale = self.surface.scale;
        let theme = light.theme(scale);
        let steps = self.lit.as_ref().map(|code| reach(&scene.data.links, code).steps).unwrap_or_default();
        let links: Vec<Link> = swot_links::drawn(steps.into_iter().map(|step| (step.from, step.to)));
        let layout = if links.is_empty() { None } else { self.layout(&theme, scale) };
        self.surface.paint(|area| match &layout {
            Some(layout) => swot_links::draw(area, layout, &links, progress, &theme),
            None => Ok(()),
        })?;
        if progress >= 1.0 {
            self.drawing = None;
        }
        Ok(self.drawing.is_some())
    }
}
