//! `<shigoto-lq>`: a table and dot rows for each base, switched by `hidden`.

use maud::{Markup, html};

use super::Context;
use super::face::Face;
use super::frame::{Choice, Frame, segmented};
use super::pairs::Lead;
use super::quotients::{cell_class, footer, legend, quadrant, quotient, unpublished_note, warning};
use crate::data::lq::{Labels, LqRow, LqTable};
use crate::locale::names::base_name;
use crate::locale::sentence;
use crate::locale::{Key, finding, own, unpublished};
use crate::model::location_quotient::heat_step;
use crate::model::{pairs, scenes};
use crate::widget::lq::{State, View};
use crate::widget::{Kind, Widget as _};

/// The quotients as everything else sees them.
pub static FACE: Face = Face {
    title: Key::LqTitle,
    question: Key::PageLqLead,
    finding: finding::quotients,
    tree: widget,
    files: |origin| [origin.lq.as_deref(), None],
    unpublished: |lang, data| unpublished::values(lang, data),
    recognised: own::recognised,
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
    let state = State::loaded(data, context.year);
    let chosen = data.lq.table(state.base);
    let sentence = chosen.map(|table| sentence::lq(lang, data, table, &state.city, false)).unwrap_or_default();
    // What a cell's colour says, for the keys that lead to it.
    let level = |key| context.is_live.then(|| lang.fill(key, &[("reference", own::reference(lang, data))]));
    let frame = Frame {
        kind: Kind::Lq,
        sentence: &sentence,
        toolbar: Some(toolbar(context, &state)),
        body: html! {
            p class="what" { (lang.fill(Key::LqWhat, &[("reference", own::reference(lang, data))])) (explained(context)) }
            div class="stage" {
                div class=(if state.has_pairs { "views" } else { "views alone" }) data-view="auto" data-less=[level(Key::LegendLess)] data-near=[level(Key::LegendNear)] data-more=[level(Key::LegendMore)] {
                    (legend(context))
                    p class="what order" { (sentence::sorted(lang, None)) }
                    span id="sort" hidden { (lang.text(Key::SortHint)) }
                    span id="more" hidden { (lang.text(Key::DetailHint)) }
                    @for table in &data.lq.tables { (sheet(context, &state, table)) }
                    (paired(context, &state))
                    @if context.is_live { (quadrant(lang)) div class="compare" {} }
                }
                @if context.is_live { section class="panel" hidden {} }
            }
        },
        manner: Some(manner(context, &state)),
        footer: footer(context, &state),
    };
    frame.render(context)
}

/// The city's pairs, where industries can be paired at all.
fn paired(context: &Context<'_>, state: &State) -> Markup {
    let found = pairs::of(context.data, &state.city);
    let (rows, subject) =
        (super::pairs::rows(context.lang, &context.data.lq, found.as_ref()), found.and_then(|found| found.subject));
    html! { @if state.has_pairs { (super::pairs::table(context, &rows, subject, Lead::Button)) } }
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

/// Of which count and which city the quotients are.
fn toolbar(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    let bases: Vec<Choice<'_>> = (context.data.lq.tables.iter())
        .map(|table| Choice {
            value: table.base.as_str(),
            label: base_name(lang, context.data, table.base),
            code: None,
        })
        .collect();
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
        @if context.is_live {
            label class="field" data-with hidden { span { (lang.text(Key::CompareWith)) } select name="with" {} }
        }
    }
}

/// As which picture, and in which order.
fn manner(context: &Context<'_>, state: &State) -> Markup {
    let lang = context.lang;
    let cities = lang.fill(Key::ViewCities, &[("cities", &context.data.lq.cities.len().to_string())]);
    let views = [
        (View::Pairs, lang.text(Key::ViewPairs)),
        (View::Dots, &cities),
        (View::Table, lang.text(Key::ViewTable)),
        (View::Compare, lang.text(Key::ViewCompare)),
        (View::Quadrant, lang.text(Key::ViewQuadrant)),
    ];
    let views = views.into_iter().filter(|(view, _)| state.has_pairs || *view != View::Pairs);
    let views = views.map(|(view, label)| Choice { value: view.as_str(), label, code: None });
    html! {
        (segmented("view", lang.text(Key::View), state.view().as_str(), &views.collect::<Vec<_>>()))
        button type="button" class="plain" data-group aria-pressed="false" { (lang.text(Key::GroupSectors)) }
        button type="button" class="plain" data-unsort hidden { (lang.text(Key::SortPrinted)) }
    }
}

fn sheet(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    html! {
        // Styles take the colours from a doubtful table until it is `reread`.
        section class=(if table.labels == Labels::Doubtful { "sheet doubtful" } else { "sheet" }) data-base=(table.base.as_str()) hidden[table.base != state.base] {
            @if table.labels == Labels::Doubtful { (warning(context.lang, table)) }
            (heat_table(context, state, table))
            @if context.is_live { (super::dots::rows(context, state, table)) }
            (unpublished_note(context, table.unpublished()))
        }
    }
}

fn heat_table(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let title = own::title(lang, context.data, table);
    let caption = lang.fill(Key::LqCaption, &[("title", &title), ("period", &own::formula(lang, context.data, table))]);
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
