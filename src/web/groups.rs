//! Industries by sector in the browser: a heading before each group of rows, in the table and among the dots. Only in
//! the complete module.

use maud::html;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

use super::dom;
use super::sheet::Sheet;
use super::view::Scene;
use crate::data::lq::LqTable;
use crate::locale::partial::sector_name;
use crate::markup::frame::editorial;
use crate::widget::lq::State;
use crate::widget::lq_groups::Group;

/// Arranges the rows by sector where that is asked for; tells whether it is. Where they stand so already, nothing moves.
pub fn arrange(scene: &Scene, state: &State, table: &LqTable, sheet: &Sheet) -> Result<bool, JsValue> {
    let groups = state.groups(&scene.data.lq, table);
    let rows = |group: &Group| group.rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let order = groups.iter().map(rows).collect::<Vec<_>>().join(";");
    if dom::data(&sheet.section, "groups").unwrap_or_default() == order {
        return Ok(!order.is_empty());
    }
    undo(sheet)?;
    if groups.is_empty() {
        sheet.section.remove_attribute("data-groups")?;
        return Ok(false);
    }
    note(scene, sheet)?;
    let columns = scene.data.lq.cities.len() + 1;
    gather(&sheet.rows, &groups, |holder, group| {
        let head = made(scene, "tr")?;
        let cell = html! { th scope="rowgroup" colspan=(columns) { span { (sector_name(scene.lang, group.sector)) } } };
        scene.fill(&head, cell)?;
        holder.insert_before(&head, holder.first_child().as_ref()).map(drop)
    })?;
    gather(&sheet.items, &groups, |holder, group| {
        let (head, text) = (made(scene, "h3")?, sector_name(scene.lang, group.sector));
        scene.say(&head, text);
        dom::set_attribute(holder, "aria-label", &scene.plain(text))?;
        holder.parent_element().map(|parent| parent.insert_before(&head, Some(holder))).transpose().map(drop)
    })?;
    dom::set_attribute(&sheet.section, "data-groups", &order)?;
    Ok(true)
}

fn made(scene: &Scene, tag: &str) -> Result<HtmlElement, JsValue> {
    let element = dom::made(&scene.window, tag)?;
    element.set_class_name("group");
    Ok(element)
}

/// Who grouped them.
fn note(scene: &Scene, sheet: &Sheet) -> Result<(), JsValue> {
    let (note, lang) = (made(scene, "p")?, scene.lang);
    scene.fill(&note, html! { (scene.data.lq.sector_note) " " (editorial(lang)) })?;
    let scroll = dom::find(&sheet.section, ".scroll")?;
    sheet.section.insert_before(&note, Some(&scroll)).map(drop)
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
fn undo(sheet: &Sheet) -> Result<(), JsValue> {
    for part in dom::find_all(&sheet.section, ".group")? {
        part.remove();
    }
    for list in [&sheet.rows, &sheet.items] {
        let Some(holder) = holder_of(list) else { continue };
        holder.remove_attribute("aria-label")?;
        for row in list {
            holder.append_child(row)?;
        }
    }
    for rest in dom::find_all(&sheet.section, ":is(tbody, .dots > ul):empty")? {
        rest.remove();
    }
    Ok(())
}

fn holder_of(list: &[HtmlElement]) -> Option<HtmlElement> {
    list.first()?.parent_element()?.dyn_into().ok()
}
