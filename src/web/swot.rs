//! `<shigoto-swot>` in the browser.

use wasm_bindgen::JsValue;
use web_sys::{Event, HtmlElement};

use super::canvas::Surface;
use super::clock::Tween;
use super::dom;
use super::view::{Light, Stage, View};
use crate::figure::swot_links::{self, Curve, Port};
use crate::figure::theme::Theme;
use crate::id::{FactorKind, NodeCode};
use crate::locale::sentence;
use crate::model::cross_swot::{Reach, Step, reach};
use crate::widget::swot::{Action, State};
use crate::widget::{Attributes, Dirty, Taken};

/// How long the curves take to draw, ms.
const DRAW_MS: f64 = 240.0;
/// From this width the matrix stands in columns and rows, CSS px; the stylesheet breaks at the same.
const WIDE_PX: f64 = 900.0;

/// The widget.
pub struct SwotView {
    state: State,
    matrix: HtmlElement,
    nodes: Vec<(NodeCode, HtmlElement)>,
    sentence: HtmlElement,
    links: HtmlElement,
    /// Entries of the list of reasons.
    steps: Vec<HtmlElement>,
    clear: HtmlElement,
    surface: Surface,
    width_px: f64,
    lit: Option<NodeCode>,
    drawing: Option<Tween>,
}

impl SwotView {
    /// Finds the parts of the shadow tree.
    pub fn new(stage: &Stage) -> Result<Self, JsValue> {
        let matrix = dom::find(&stage.widget, ".matrix")?;
        let nodes = dom::find_all(&matrix, "[data-code]")?;
        Ok(Self {
            state: State::default(),
            nodes: nodes.into_iter().filter_map(|node| Some((code_of(&node)?, node))).collect(),
            sentence: dom::find(&stage.widget, ".sentence")?,
            steps: dom::find_all(&stage.widget, ".links li")?,
            links: dom::find(&stage.widget, ".links")?,
            clear: dom::find(&stage.widget, "[data-clear]")?,
            surface: Surface::new(dom::find(&matrix, "canvas")?)?,
            matrix,
            width_px: 0.0,
            lit: None,
            drawing: None,
        })
    }

    fn curves(&self, steps: &[Step<'_>], scale: f64) -> Vec<Curve> {
        let rect = |code: &NodeCode| {
            let (_, node) = self.nodes.iter().find(|(own, _)| own == code)?;
            Some(dom::rect_in(node, &self.matrix, scale))
        };
        let is_wide = self.width_px >= WIDE_PX;
        steps
            .iter()
            .filter_map(|step| {
                let (from, to) = (rect(&step.from)?, rect(&step.to)?);
                let (leaves, enters, kind) = ports(step, is_wide);
                Some(Curve { from: (from, leaves), to: (to, enters), kind })
            })
            .collect()
    }

    /// Lights what is reached and lets the rest recede.
    fn light_nodes(&self, reach: Option<&Reach<'_>>) -> Result<(), JsValue> {
        dom::set_class(&self.matrix, "lit", reach.is_some())?;
        for (code, node) in &self.nodes {
            dom::set_class(node, "on", reach.is_some_and(|reach| reach.nodes.contains(code)))?;
        }
        Ok(())
    }
}

impl SwotView {
    /// Opens the list of reasons at those that belong to the selection; without one, closes it with all in it.
    fn show_reasons(&self, reach: Option<&Reach<'_>>) -> Result<(), JsValue> {
        for step in &self.steps {
            let ends = (dom::data(step, "from").unwrap_or_default(), dom::data(step, "to").unwrap_or_default());
            step.set_hidden(reach.is_some_and(|reach| !reach.links(&ends.0, &ends.1)));
        }
        self.links.toggle_attribute_with_force("open", reach.is_some()).map(|_| ())
    }
}

fn code_of(node: &HtmlElement) -> Option<NodeCode> {
    dom::data(node, "code")?.parse().ok()
}

/// Where a curve leaves and enters: through the gutters when the matrix is wide, along the left edge when stacked.
fn ports(step: &Step<'_>, is_wide: bool) -> (Port, Port, Option<FactorKind>) {
    match &step.from {
        NodeCode::Factor(code) => {
            let is_internal = matches!(code.kind, FactorKind::Strength | FactorKind::Weakness);
            let ports = match (is_wide, is_internal) {
                (true, true) => (Port::Right, Port::Right),
                (true, false) => (Port::Right, Port::Left),
                (false, _) => (Port::Left, Port::Left),
            };
            (ports.0, ports.1, Some(code.kind))
        }
        _ if is_wide => (Port::Right, Port::Top, None),
        _ => (Port::Right, Port::Right, None),
    }
}

impl View for SwotView {
    fn attribute(&mut self, stage: &Stage, name: &str, value: Option<&str>) -> Taken {
        self.state.set_attribute(&stage.data.swot, name, value)
    }

    fn event(&mut self, _: &Stage, event: &Event) -> Dirty {
        let node = || {
            let element = dom::closest(event, "[data-code]")?;
            dom::data(&element, "code")?.parse().ok()
        };
        let action = match event.type_().as_str() {
            "click" if dom::closest(event, "[data-clear]").is_some() => Some(Action::Clear),
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

    fn patch(&mut self, stage: &Stage, dirty: Dirty) -> Result<(), JsValue> {
        let data = &stage.data;
        let lit = self.state.lit().map(|code| reach(&data.links, code));
        if self.lit.as_ref() != self.state.lit() {
            self.lit = self.state.lit().cloned();
            self.drawing = Some(Tween::new(DRAW_MS));
            self.light_nodes(lit.as_ref())?;
        }
        if dirty.has(Dirty::WORDS) {
            let select = self.state.select.as_ref();
            let reach = select.map(|code| reach(&data.links, code));
            let text = sentence::swot(stage.lang, &data.swot, select, reach.as_ref().unwrap_or(&Reach::default()));
            dom::set_text(&self.sentence, &text);
            self.show_reasons(reach.as_ref())?;
            self.clear.set_hidden(select.is_none());
            for (code, node) in &self.nodes {
                dom::set_attribute(node, "aria-pressed", if Some(code) == select { "true" } else { "false" })?;
            }
        }
        Ok(())
    }

    fn paint(&mut self, stage: &Stage, _: Dirty, light: &Light) -> Result<bool, JsValue> {
        let size = (f64::from(self.matrix.client_width()), f64::from(self.matrix.client_height()));
        self.surface.resize(size.0, size.1, light.device_pixel_ratio)?;
        let progress = match (light.frame_ms, &mut self.drawing) {
            (Some(frame_ms), Some(drawing)) => drawing.at(frame_ms),
            _ => 1.0,
        };
        let scale = self.surface.scale;
        let theme = Theme { palette: light.palette, scale };
        let steps = self.lit.as_ref().map(|code| reach(&stage.data.links, code).steps).unwrap_or_default();
        let curves = self.curves(&steps, scale);
        self.surface.paint(|area| swot_links::draw(area, &curves, progress, &theme))?;
        if progress >= 1.0 {
            self.drawing = None;
        }
        Ok(self.drawing.is_some())
    }
}
