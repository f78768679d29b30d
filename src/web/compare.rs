//! Two cities side by side in the browser: the other city's choice, the table with its marks. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::dom;
use super::view::Scene;
use crate::locale::Key;
use crate::locale::compared::{Cities, sentence};
use crate::markup::compare::{options, table};
use crate::widget::lq::{Headings, State, View};

/// Brings the view up to date where it is shown; elsewhere its control is hidden.
pub fn patch(scene: &Scene, state: &State, told: &HtmlElement) -> Result<(), JsValue> {
    let is_shown = state.view() == View::Compare;
    let field = dom::find(&scene.widget, "[data-with]")?;
    field.set_hidden(!is_shown);
    if !is_shown {
        return Ok(());
    }
    let lq = &scene.data.lq;
    let place = dom::find(&scene.widget, ".compare")?;
    let cities = state.other(lq).and_then(|other| Cities::find(lq, &state.city, other));
    let (Some(cities), Some(shown)) = (cities, lq.table(state.base)) else {
        scene.say(told, scene.lang.text(Key::CompareAlone));
        place.set_text_content(None);
        return Ok(());
    };
    let (context, is_reread) = (scene.context(0), state.headings == Headings::Reread);
    scene.fill(&dom::find(&field, "select")?, options(&context, cities.own.0, cities.other.0))?;
    scene.fill(&place, table(&context, shown, cities, is_reread))?;
    scene.say(told, &sentence(scene.lang, &scene.data, shown, cities, is_reread));
    Ok(())
}
