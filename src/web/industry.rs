//! The detail of one industry: filled, opened below the view, closed. Only in the complete module.

use wasm_bindgen::JsValue;

use super::dom;
use super::view::Scene;
use crate::data::lq::LqTable;
use crate::markup::industry::{Question, detail};
use crate::widget::lq::{Headings, State};

/// Brings the panel up to date. Where the reader's hand opened it, the focus goes to it, and back to the row when it closes;
/// what the page asks for leaves the focus where it is.
pub fn patch(scene: &Scene, state: &State, table: &LqTable, is_by_hand: bool) -> Result<(), JsValue> {
    let panel = dom::find(&scene.widget, ".panel")?;
    let row = state.industry.as_ref().and_then(|industry| table.rows.iter().find(|row| row.industry == *industry));
    let before = dom::data(&panel, "of");
    let Some(row) = row else {
        if let Some(industry) = before.filter(|_| !panel.hidden()) {
            panel.set_hidden(true);
            panel.remove_attribute("data-of")?;
            if is_by_hand {
                focus_row(scene, table, &industry);
            }
        }
        return Ok(());
    };
    let is_reread = state.headings == Headings::Reread;
    let question = Question { table, row, city: &state.city, is_reread };
    scene.fill(&panel, detail(&scene.context(0), question))?;
    panel.set_hidden(false);
    dom::set_attribute(&panel, "data-of", row.industry.as_str())?;
    if is_by_hand
        && before.as_deref() != Some(row.industry.as_str())
        && let Ok(heading) = dom::find(&panel, "h3")
    {
        scene.focus(&heading);
    }
    Ok(())
}

fn focus_row(scene: &Scene, table: &LqTable, industry: &str) {
    let number = table.rows.iter().position(|row| row.industry.as_str() == industry).unwrap_or_default();
    let selector =
        ["[data-base=", table.base.as_str(), "] tr[data-row='", &number.to_string(), "'] [data-detail]"].concat();
    if let Ok(button) = dom::find(&scene.widget, &selector) {
        scene.focus(&button);
    }
}
