//! What views of quotients share: a value, its colour, their key, notes and sources.

use maud::{Markup, html};

use super::Context;
use super::frame::{Choice, editorial, segmented, source};
use crate::data::lq::{LqRow, LqTable};
use crate::data::quotient::Quotient;
use crate::locale::{Key, Lang, UNPUBLISHED, fixed, heat, own, unpublished};
use crate::widget::Kind;
use crate::widget::lq::{Headings, State};

/// Where each table was printed, and how it is computed.
pub(super) fn footer(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    html! {
        @for table in &context.data.lq.tables {
            p data-base=(table.base.as_str()) hidden[table.base != state.base] {
                (source(context, Kind::Lq, &table.source.section)) br;
                (lang.fill(Key::LqFormula, &[("formula", &own::formula(lang, context.data, table))]))
                @if let Some(note) = &table.note { br; (note) " " (editorial(lang)) }
            }
        }
    }
}

/// The palette's steps, each with its words on its colour.
pub(super) fn legend(context: &Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        div class="legend" role="group" aria-label=(lang.text(Key::Legend)) {
            span { (heat::compared(lang, context.data)) }
            ol { @for (step, words) in heat::steps(lang).iter().enumerate() { li class=(format!("h{step}")) { (words) } } }
        }
    }
}

pub(super) fn warning(lang: Lang, table: &LqTable) -> Markup {
    let readings = [(Headings::Printed, Key::ReadingPrinted), (Headings::Reread, Key::ReadingReread)]
        .map(|(headings, key)| Choice { value: headings.as_str(), label: lang.text(key), code: None });
    html! {
        div class="warning" {
            p { b { (lang.text(Key::DataNote)) } " " (table.warning.as_deref().unwrap_or_default()) " " (editorial(lang)) }
            (segmented("reading", lang.text(Key::Reading), Headings::Printed.as_str(), &readings))
            details {
                summary { (lang.text(Key::RereadReason)) }
                p { (editorial(lang)) " " (table.reread_reason.as_deref().unwrap_or_default()) }
            }
        }
    }
}

/// A quotient as printed, or the sign that it is not published: an image, as it were, with words for who does not see it
/// and nothing but the sign for who copies it.
pub fn quotient(context: &Context<'_>, quotient: Quotient) -> Markup {
    html! {
        @match quotient.published() {
            Some(value) => { (fixed(value, context.data.lq.decimals)) }
            None => { span role="img" aria-label=(context.lang.text(unpublished::key(context.data, Key::Unpublished))) { (UNPUBLISHED) } }
        }
    }
}

/// What the sign for what is not published means, where it stands.
pub(super) fn unpublished_note(context: &Context<'_>, count: usize) -> Markup {
    html! { @if let Some(note) = unpublished::note(context.lang, context.data, count) { p class="key" { (note) } } }
}

/// Classes of a cell: heat step (0 … 6, `z` for none) and the chosen column.
pub(super) fn cell_class(step: Option<usize>, is_chosen: bool) -> String {
    let heat = step.map_or_else(|| "z".to_owned(), |step| format!("h{step}"));
    if is_chosen { heat + " on" } else { heat }
}

/// The quadrants: a plot filled by script, the industries as a list beside it.
pub(super) fn quadrant(lang: Lang) -> Markup {
    html! {
        div class="quadrants" part="figure" {
            p class="axis-y" aria-hidden="true" { (lang.text(Key::QuadrantEmployeesAxis)) }
            div class="field-plot" data-keys="button" tabindex="0" role="group" aria-label=(axes(lang)) {
                canvas aria-hidden="true" {}
                div class="axes" aria-hidden="true" {}
                div class="names" {}
            }
            p class="axis-x" aria-hidden="true" { (lang.text(Key::QuadrantOutputAxis)) }
            div class="missing" hidden {}
            p class="key" { (lang.text(Key::QuadrantHollow)) " " (lang.text(Key::Crosswalk)) " " (editorial(lang)) }
        }
    }
}

/// What the two numbers behind a name are, in their order, for those who do not see the axes.
fn axes(lang: Lang) -> String {
    let [output, employees] =
        [Key::QuadrantOutputAxis, Key::QuadrantEmployeesAxis].map(|key| lang.text(key).trim_matches(['↑', '→', ' ']));
    format!("{}: {output}{}{employees}", lang.text(Key::ViewQuadrant), lang.text(Key::ListSeparator))
}

/// All cities' quotients of one row, shown when a dot row is opened.
pub fn row_detail(context: &Context<'_>, row: &LqRow, chosen: Option<usize>) -> Markup {
    let lq = &context.data.lq;
    html! {
        dl {
            @for (column, (city, value)) in lq.cities.iter().zip(&row.values).enumerate() {
                div class=[(Some(column) == chosen).then_some("on")] {
                    dt { (city.name) }
                    dd { (quotient(context, *value)) }
                }
            }
        }
    }
}
