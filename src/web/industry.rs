//! The detail of one industry: filled, opened below the view, closed. Only in the complete module.

use wasm_bindgen::JsValue;

use super::dom;
use super::view::Scene;
use crate::data::lq::{LqRow, LqTable};
use crate::id::Base;
use crate::markup::industry::{Question, detail};
use crate::widget::lq::{Headings, State};

/// Brings the panel up to date. Where the reader's hand opened it, the focus goes to it, and back to the row when it closes;
/// what the page asks for leaves the focus where it is.
pub fn patch(scene: &Scene, state: &State, table: &LqTable, is_by_hand: bool) -> Result<(), JsValue> {
    let panel = dom::find(&scene.widget, ".panel")?;
    let row = state.industry.as_ref().and_then(|industry| table.rows.iter().find(|row| row.industry == *industry));
    let before = dom::data(&panel, "of");
    mark_row(scene, state.base_shown(), row)?;
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

/// Marks the row that the panel is about, in every view that has it.
fn mark_row(scene: &Scene, base: Base, row: Option<&LqRow>) -> Result<(), JsValue> {
    let table = scene.data.lq.table(base);
    let number = row.and_then(|row| table?.rows.iter().position(|other| other.industry == row.industry));
    for part in dom::find_all(&scene.widget, ".pairs [data-row], tr[data-row]")? {
        let is_of = part.closest("[data-base]")?.and_then(|section| dom::data(&section, "base"));
        let is_there = is_of.is_none_or(|own| own == base.as_str());
        let own = dom::data(&part, "row").and_then(|own| own.parse().ok());
        if let Some(tr) = part.closest("tr")? {
            dom::set_class(&tr, "asked", is_there && own.is_some() && own == number)?;
        }
    }
    Ok(())
}

fn focus_row(scene: &Scene, table: &LqTable, industry: &str) {
    let number = table.rows.iter().position(|row| row.industry.as_str() == industry).unwrap_or_default().to_string();
    let of_table = ["[data-base=", table.base.as_str(), "] tr[data-row='", &number, "'] [data-detail]"].concat();
    let of_pairs = [".pairs button[data-row='", &number, "']"].concat();
    // The one that is shown: what is hidden takes no focus.
    let found = dom::find_all(&scene.widget, &[of_table, of_pairs].join(",")).unwrap_or_default();
    if let Some(button) = found.iter().find(|button| button.offset_width() > 0) {
        scene.focus(button);
    }
}
