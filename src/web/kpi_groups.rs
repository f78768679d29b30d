//! KPIs in other groups than those they were written in: new sections, the same cards. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::dom;
use super::view::Scene;
use crate::markup::kpi_groups;
use crate::widget::kpi::State;

/// Puts `cards`, in printed order, into the groups asked for. Where they stand so already, nothing moves.
pub fn arrange(scene: &Scene, state: &State, indicators: &HtmlElement, cards: &[&HtmlElement]) -> Result<(), JsValue> {
    let grouping = state.group.as_str();
    if dom::data(indicators, "group").as_deref() == Some(grouping) {
        return Ok(());
    }
    let context = scene.context(state.year);
    let old = dom::find_all(indicators, ".group")?;
    for group in kpi_groups::of(&context, state.group) {
        let holder = dom::made(&scene.window, "div")?;
        scene.fill(&holder, kpi_groups::section(&context, &group, |_| maud::html! {}))?;
        let section = dom::find(&holder, ".group")?;
        let list = dom::find(&section, ".cards")?;
        for kpi in &group.kpis {
            let is_own = |card: &&HtmlElement| dom::data(card, "kpi").as_deref() == Some(kpi.id.as_str());
            if let Some(card) = cards.iter().copied().find(is_own) {
                list.append_child(card)?;
            }
        }
        indicators.append_child(&section)?;
    }
    for section in old {
        section.remove();
    }
    dom::set_attribute(indicators, "data-group", grouping)
}
