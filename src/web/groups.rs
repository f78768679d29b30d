//! Industries by sector in the browser: a heading before each group of rows, in the table and among the dots. Only in
//! the complete module.

use maud::html;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

use super::dom;
use super::view::Scene;
use crate::data::lq::LqTable;
use crate::locale::Key;
use crate::locale::partial::sector_name;
use crate::markup::frame::editorial;
use crate::widget::lq::State;
use crate::widget::lq_groups::Group;

/// What is arranged: a table's rows and the dots of the same industries, in their section.
pub struct Lists<'a> {
    /// Around both.
    pub section: &'a HtmlElement,
    /// Rows of the table, in printed order.
    pub rows: &'a [HtmlElement],
    /// Rows of dots, in printed order.
    pub dots: &'a [HtmlElement],
}

/// Arranges the rows by sector where that is asked for; tells whether it is. Where they stand so already, nothing moves.
pub fn arrange(scene: &Scene, state: &State, table: &LqTable, lists: &Lists<'_>) -> Result<bool, JsValue> {
    let groups = state.groups(&scene.data.lq, table);
    let rows = |group: &Group| group.rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let order = groups.iter().map(rows).collect::<Vec<_>>().join(";");
    if dom::data(lists.section, "groups").unwrap_or_default() == order {
        return Ok(!order.is_empty());
    }
    undo(lists)?;
    if groups.is_empty() {
        lists.section.remove_attribute("data-groups")?;
        return Ok(false);
    }
    note(scene, lists)?;
    let columns = scene.data.lq.cities.len() + 1;
    gather(lists.rows, &groups, |holder, group| {
        let head = made(scene, "tr")?;
        let cell = html! { th scope="rowgroup" colspan=(columns) { span { (sector_name(scene.lang, group.sector)) } } };
        scene.fill(&head, cell)?;
        holder.insert_before(&head, holder.first_child().as_ref()).map(drop)
    })?;
    gather(lists.dots, &groups, |holder, group| {
        let (head, text) = (made(scene, "h3")?, sector_name(scene.lang, group.sector));
        scene.say(&head, text);
        dom::set_attribute(holder, "aria-label", &scene.plain(text))?;
        holder.parent_element().map(|parent| parent.insert_before(&head, Some(holder))).transpose().map(drop)
    })?;
    dom::set_attribute(lists.section, "data-groups", &order)?;
    Ok(true)
}

/// The order of the rows in words, where they stand by sector.
pub fn order(scene: &Scene, state: &State) -> Option<&'static str> {
    let lq = &scene.data.lq;
    let is_grouped = !state.groups(lq, lq.table(state.base)?).is_empty();
    is_grouped.then(|| scene.lang.text(Key::GroupSectors))
}

fn made(scene: &Scene, tag: &str) -> Result<HtmlElement, JsValue> {
    let element = dom::made(&scene.window, tag)?;
    element.set_class_name("group");
    Ok(element)
}

/// Who grouped them.
fn note(scene: &Scene, lists: &Lists<'_>) -> Result<(), JsValue> {
    let (note, lang) = (made(scene, "p")?, scene.lang);
    scene.fill(&note, html! { (scene.data.lq.sector_note) " " (editorial(lang)) })?;
    let scroll = dom::find(lists.section, ".scroll")?;
    lists.section.insert_before(&note, Some(&scroll)).map(drop)
}

/// Gives each group's rows a parent of their own, the first the one there is.
fn gather(
    list: &[HtmlElement],
    groups: &[Group],
    mut head: impl FnMut(&HtmlElement, &Group) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let Some(mut holder) = holder_of(list) else { return Ok(()) };
    for (place, group) in groups.iter().enumerate() {
        if place > 0 {
            let next: HtmlElement = holder.clone_node()?.dyn_into()?;
            if let Some(parent) = holder.parent_element() {
                parent.insert_before(&next, holder.next_sibling().as_ref())?;
            }
            holder = next;
        }
        for row in group.rows.iter().filter_map(|row| list.get(*row)) {
            holder.append_child(row)?;
        }
        head(&holder, group)?;
    }
    Ok(())
}

/// All rows under one parent again, in printed order, and no headings.
fn undo(lists: &Lists<'_>) -> Result<(), JsValue> {
    for part in dom::find_all(lists.section, ".group")? {
        part.remove();
    }
    for list in [lists.rows, lists.dots] {
        let Some(holder) = holder_of(list) else { continue };
        holder.remove_attribute("aria-label")?;
        for row in list {
            holder.append_child(row)?;
        }
    }
    for rest in dom::find_all(lists.section, ":is(tbody, .dots > ul):empty")? {
        rest.remove();
    }
    Ok(())
}

fn holder_of(list: &[HtmlElement]) -> Option<HtmlElement> {
    list.first()?.parent_element()?.dyn_into().ok()
}
