//! A city's pairs in the browser: the rows that the page brought, or those of another city.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::dom;
use super::view::Scene;
use crate::id::CityId;
use crate::markup::pairs::{Lead, axis, body, layout, rows};
use crate::model::pairs;
use crate::widget::lq::{State, View};

/// The table, and whose rows stand in it.
pub struct Pairs {
    table: Option<HtmlElement>,
    city: CityId,
}

impl Pairs {
    /// Finds the table, which is there where industries can be paired.
    pub fn new(scene: &Scene) -> Self {
        Self { table: dom::find(&scene.widget, ".views>.pairs").ok(), city: scene.data.lq.focus_city.clone() }
    }

    /// Brings rows and axis up to date where they are shown.
    pub fn patch(&mut self, scene: &Scene, state: &State) -> Result<(), JsValue> {
        let Some(table) = self.table.as_ref().filter(|_| state.view() == View::Pairs) else { return Ok(()) };
        if self.city != state.city {
            let (context, found) = (scene.context(0), pairs::of(&scene.data, &state.city));
            let rows = rows(scene.lang, &scene.data.lq, found.as_ref());
            let layout = layout(&rows);
            let subject = found.and_then(|found| found.subject);
            scene.fill(&dom::find(table, "thead td")?, axis(&context, &layout))?;
            scene.fill(&dom::find(table, "tbody")?, body(&context, (&rows, &layout), subject, Lead::Button))?;
            self.city = state.city.clone();
        }
        Ok(())
    }
}
