//! `<shigoto-lq>`: a table and dot rows for each base, switched by `hidden`.

use maud::{Markup, html};

use super::Context;
use super::face::Face;
use super::frame::{Choice, Frame, segmented, source};
use crate::data::lq::{City, Labels, LqRow, LqTable};
use crate::data::quotient::Quotient;
use crate::id::Base;
use crate::locale::sentence::{self, base_name};
use crate::locale::{Key, Lang, UNPUBLISHED, fixed, heat, own, unpublished};
use crate::model::location_quotient::heat_step;
use crate::model::scenes;
use crate::widget::Kind;
use crate::widget::lq::{Headings, State, View};

/// The quotients as everything else sees them.
pub static FACE: Face = Face {
    title: Key::LqTitle,
    tree: widget,
    files: |origin| [origin.lq.as_deref(), None],
    unpublished: |lang, data| unpublished::values(lang, data.lq.tables.iter().map(LqTable::unpublished).sum()),
    button: Key::KioskLq,
    facts: scenes::quotients,
    loop_px: 620.0,
};

/// The widget in its state as loaded.
pub fn widget(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    #[cfg(not(small))]
    if crate::widget::lq_many::is_many(&data.lq) {
        return super::lq_many::widget(context);
    }
    let state = State::new(&data.lq);
    let chosen = data.lq.table(state.base);
    let sentence = chosen.map(|table| sentence::lq(lang, data, table, &state.city, false)).unwrap_or_default();
    // What a cell's colour says, for the keys that lead to it.
    let level = |key| context.is_live.then(|| lang.fill(key, &[("reference", own::reference(lang, &data.lq))]));
    let frame = Frame {
        kind: Kind::Lq,
        title: lang.text(FACE.title),
        sentence: &sentence,
        toolbar: Some(toolbar(context, &state)),
        body: html! {
            p class="what" { (lang.fill(Key::LqWhat, &[("reference", own::reference(lang, &data.lq))])) (explained(context)) }
            div class="views" data-view="auto" data-less=[level(Key::LegendLess)] data-near=[level(Key::LegendNear)] data-more=[level(Key::LegendMore)] {
                (legend(context))
                span id="sort" hidden { (lang.text(Key::SortHint)) }
                span id="more" hidden { (lang.text(Key::DetailHint)) }
                @for table in &data.lq.tables { (sheet(context, &state, table)) }
                @if context.is_live { (quadrant(lang)) div class="compare" {} }
            }
            @if context.is_live { section class="panel" hidden {} }
        },
        footer: footer(context, &state),
    };
    frame.render(context)
}

/// Where the words are explained, in a page that has such a page beside it.
fn explained(context: &Context<'_>) -> Markup {
    #[cfg(not(small))]
    if context.pictures.is_some() {
        let (lang, href) = (
            context.lang,
            super::terms::file_of(context.lang) + "#" + &crate::widget::address::encoded(super::terms::QUOTIENT),
        );
        return html! { " " a href=(href) { (lang.text(Key::Glossary)) } };
    }
    let _ = context;
    html! {}
}

/// Where each table was printed, and how it is computed.
pub(super) fn footer(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    html! {
        @for table in &context.data.lq.tables {
            p data-base=(table.base.as_str()) hidden[table.base != state.base] {
                (source(context, Kind::Lq, &table.source.section)) br;
                (lang.fill(Key::LqFormula, &[("formula", own::formula(lang, table))]))
                @if let Some(note) = &table.note { br; (note) " " (super::frame::editorial(lang)) }
            }
        }
    }
}

fn toolbar(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    let bases: Vec<Choice<'_>> = (context.data.lq.tables.iter())
        .map(|table| Choice { value: table.base.as_str(), label: base_name(lang, table.base), code: None })
        .collect();
    let views = [
        (View::Table, Key::ViewTable),
        (View::Dots, Key::ViewDots),
        (View::Quadrant, Key::ViewQuadrant),
        (View::Compare, Key::ViewCompare),
    ]
    .map(|(view, key)| Choice { value: view.as_str(), label: lang.text(key), code: None });
    html! {
        (segmented("base", lang.text(Key::Base), state.base.as_str(), &bases))
        label class="field" {
            span { (lang.text(Key::City)) }
            select name="city" {
                @for city in &context.data.lq.cities {
                    option value=(city.id) selected[city.id == state.city] { (city.name) }
                }
            }
        }
        (segmented("view", lang.text(Key::View), state.view().as_str(), &views))
        @if context.is_live {
            label class="field" data-with hidden { span { (lang.text(Key::CompareWith)) } select name="with" {} }
        }
        button type="button" class="plain" data-group aria-pressed="false" { (lang.text(Key::GroupSectors)) }
        button type="button" class="plain" data-unsort hidden { (lang.text(Key::SortPrinted)) }
    }
}

/// The palette's steps, each with its words on its colour.
pub(super) fn legend(context: &Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        div class="legend" role="group" aria-label=(lang.text(Key::Legend)) {
            span { (heat::compared(lang, &context.data.lq)) }
            ol { @for (step, words) in heat::steps(lang).iter().enumerate() { li class=(format!("h{step}")) { (words) } } }
        }
    }
}

fn sheet(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    html! {
        // Styles take the colours from a doubtful table until it is `reread`.
        section class=(if table.labels == Labels::Doubtful { "sheet doubtful" } else { "sheet" }) data-base=(table.base.as_str()) hidden[table.base != state.base] {
            @if table.labels == Labels::Doubtful { (warning(context.lang, table)) }
            (heat_table(context, state, table))
            (dots(context, state, table))
            (unpublished_note(context.lang, table.unpublished()))
        }
    }
}

pub(super) fn warning(lang: Lang, table: &LqTable) -> Markup {
    let readings = [(Headings::Printed, Key::ReadingPrinted), (Headings::Reread, Key::ReadingReread)]
        .map(|(headings, key)| Choice { value: headings.as_str(), label: lang.text(key), code: None });
    html! {
        div class="warning" {
            p { b { (lang.text(Key::DataNote)) } " " (table.warning.as_deref().unwrap_or_default()) " " (super::frame::editorial(lang)) }
            (segmented("reading", lang.text(Key::Reading), Headings::Printed.as_str(), &readings))
            details {
                summary { (lang.text(Key::RereadReason)) }
                p { (super::frame::editorial(lang)) " " (table.reread_reason.as_deref().unwrap_or_default()) }
            }
        }
    }
}

fn heat_table(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let title = own::title(lang, context.data, table);
    let caption = lang.fill(Key::LqCaption, &[("title", &title), ("period", own::formula(lang, table))]);
    html! {
        div class="scroll" data-keys="button, td" data-figure=(table.base.as_str()) role="region" tabindex="0" aria-label=(lang.fill(Key::ScrollTable, &[("title", &title)])) {
            canvas aria-hidden="true" {}
            table part="table" {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" { (lang.text(Key::Industry)) }
                        @for city in &lq.cities {
                            th scope="col" data-city=(city.id) aria-sort="none" class=[(city.id == state.city).then_some("on")] {
                                button type="button" tabindex="-1" data-sort=(city.id) aria-describedby="sort" { (city.name) i aria-hidden="true" {} }
                            }
                        }
                    }
                }
                tbody {
                    @for (index, row) in table.rows.iter().enumerate() { (heat_row(context, state, index, row)) }
                }
            }
        }
    }
}

fn heat_row(context: &Context<'_>, state: &State, index: usize, row: &LqRow) -> Markup {
    let lq = &context.data.lq;
    html! {
        tr data-row=(index) {
            th scope="row" { button type="button" tabindex="-1" data-detail aria-describedby="more" { (context.lang.name(row.industry.as_str())) } }
            @for (city, value) in lq.cities.iter().zip(&row.values) {
                td class=(cell_class(value.published().map(heat_step), city.id == state.city)) { (quotient(context, *value)) }
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
            None => { span role="img" aria-label=(context.lang.text(Key::Unpublished)) { (UNPUBLISHED) } }
        }
    }
}

/// What the sign for what is not published means, where it stands.
pub(super) fn unpublished_note(lang: Lang, count: usize) -> Markup {
    html! { @if let Some(note) = unpublished::note(lang, count) { p class="key" { (note) } } }
}

/// Classes of a cell: heat step (0 … 6, `z` for none) and the chosen column.
pub(super) fn cell_class(step: Option<usize>, is_chosen: bool) -> String {
    let heat = step.map_or_else(|| "z".to_owned(), |step| format!("h{step}"));
    if is_chosen { heat + " on" } else { heat }
}

fn dots(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let column = lq.column(&state.city).unwrap_or_default();
    html! {
        div class="dots" part="figure" role="group" aria-label=[lq.cities.get(column).map(|city| dots_name(lang, table.base, city))] data-keys="summary" data-figure=(table.base.as_str()) {
            canvas aria-hidden="true" {}
            p class="axis" aria-hidden="true" {}
            ul {
                @for (index, row) in table.rows.iter().enumerate() {
                    li data-row=(index) {
                        details {
                            summary tabindex=[(index > 0).then_some("-1")] {
                                span class="name" { (lang.name(row.industry.as_str())) }
                                span class="strip" {}
                                b class="value" { (quotient(context, row.values.get(column).copied().unwrap_or_default())) }
                            }
                        }
                    }
                }
            }
            p class="key" { (lang.text(Key::AxisLabel)) " " span { (own::near_one(lang, lq)) } " " (super::frame::editorial(lang)) }
        }
    }
}

/// Whose dots they are, and of which numbers.
pub fn dots_name(lang: Lang, base: Base, city: &City) -> String {
    [base_name(lang, base), " ", &city.name].concat()
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
            p class="key" { (lang.text(Key::QuadrantHollow)) " " (lang.text(Key::Crosswalk)) " " (super::frame::editorial(lang)) }
        }
    }
}

/// What the two numbers behind a name are, in their order, for those who do not see the axes.
fn axes(lang: Lang) -> String {
    let [output, employees] =
        [Key::QuadrantOutputAxis, Key::QuadrantEmployeesAxis].map(|key| lang.text(key).trim_matches(['↑', '→', ' ']));
    format!("{}: {output}{}{employees}", lang.text(Key::ViewQuadrant), lang.text(Key::ListSeparator))
}

/// What an opened dot row shows: the cities, and the way to the detail.
pub fn opened(context: &Context<'_>, row: &LqRow, chosen: Option<usize>) -> Markup {
    html! {
        (row_detail(context, row, chosen))
        button type="button" class="plain" data-detail { (context.lang.text(Key::DetailOpen)) }
    }
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
