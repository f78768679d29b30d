//! `<shigoto-lq>` with very many cities: they are the rows, of which a script puts those in the document that are seen.

use std::ops::Range;

use maud::{Markup, html};

use super::Context;
use super::frame::{Choice, Frame, segmented};
use super::quotients::{cell_class, footer, legend, quadrant, quotient, unpublished_note, warning};
use crate::data::lq::{Labels, LqRow, LqTable};
use crate::id::IndustryId;
use crate::locale::names::base_name;
use crate::locale::own::reference;
use crate::locale::unpublished::without_rank;
use crate::locale::{Key, Lang};
use crate::model::location_quotient::{published, rank};
use crate::widget::Kind;
use crate::widget::lq::{Headings, State, View};
use crate::widget::lq_many::{By, Selection, prefectures};

/// Cities listed in the detail of an industry.
const TOP: usize = 5;

/// The widget without its rows.
pub fn widget(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let state = State::new(&data.lq);
    let frame = Frame {
        kind: Kind::Lq,
        sentence: "",
        toolbar: Some(toolbar(context, &state)),
        body: html! {
            p class="what" { (lang.fill(Key::LqWhat, &[("reference", reference(lang, data))])) }
            div class="views many alone" data-view="auto" {
                @for table in data.lq.tables.iter().filter(|table| table.labels == Labels::Doubtful) {
                    div data-doubt=(table.base.as_str()) hidden { (warning(lang, table)) }
                }
                (legend(context))
                section class="sheet" {
                    p class="shown" role="status" {}
                    (grid(context))
                    (dots(context))
                    (unpublished_note(context, data.lq.tables.iter().map(LqTable::unpublished).sum()))
                }
                (quadrant(lang))
                div class="compare" {}
            }
            section class="panel" hidden {}
        },
        manner: Some(manner(lang, &state)),
        footer: footer(context, &state),
    };
    frame.render(context)
}

fn toolbar(context: &Context<'_>, state: &State) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let bases = lq.tables.iter().map(|table| Choice {
        value: table.base.as_str(),
        label: base_name(lang, context.data, table.base),
        code: None,
    });
    let prefectures = prefectures(lq);
    html! {
        (segmented("base", lang.text(Key::Base), state.base.as_str(), &bases.collect::<Vec<_>>()))
        label class="field search" {
            span { (lang.text(Key::ManySearch)) }
            input type="search" name="search" autocomplete="off" spellcheck="false";
        }
        @if !prefectures.is_empty() {
            label class="field" {
                span { (lang.text(Key::ManyPrefecture)) }
                select name="prefecture" {
                    option value="" { (lang.text(Key::ManyEverywhere)) }
                    @for prefecture in prefectures { option value=(prefecture) { (prefecture) } }
                }
            }
        }
        label class="field" data-with hidden { span { (lang.text(Key::CompareWith)) } select name="with" {} }
    }
}

fn manner(lang: Lang, state: &State) -> Markup {
    let views = [
        (View::Table, Key::ViewTable),
        (View::Dots, Key::ViewDots),
        (View::Quadrant, Key::ViewQuadrant),
        (View::Compare, Key::ViewCompare),
    ]
    .map(|(view, key)| Choice { value: view.as_str(), label: lang.text(key), code: None });
    html! {
        (segmented("view", lang.text(Key::View), state.view().as_str(), &views))
        button type="button" class="plain" data-unsort hidden { (lang.text(Key::SortPrinted)) }
    }
}

/// A place to scroll in, as tall as all rows; the block with the rows that are seen moves in it.
fn grid(context: &Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        div class="scroll" {
            div class="all" {
                div class="block" {
                    canvas aria-hidden="true" {}
                    table part="table" role="grid" tabindex="0" aria-label=(lang.text(Key::LqTitle)) aria-describedby="keys" {
                        thead {}
                        tbody class="top" {}
                        tbody class="rows" {}
                    }
                }
            }
        }
        p class="key" id="keys" { (lang.text(Key::ManyKeys)) }
    }
}

fn dots(context: &Context<'_>) -> Markup {
    html! {
        div class="dots" part="figure" data-keys="summary" {
            canvas aria-hidden="true" {}
            p class="axis" aria-hidden="true" {}
            ul {}
            p class="key" { (context.lang.text(Key::ManyDensity)) }
        }
    }
}

/// What rows are made from.
#[derive(Clone, Copy)]
pub struct Grid<'a> {
    /// Languages and data.
    pub context: Context<'a>,
    /// What is shown.
    pub state: &'a State,
    /// Which cities.
    pub selection: &'a Selection,
    /// On which base.
    pub table: &'a LqTable,
    /// Industries from left to right: printed row numbers.
    pub columns: &'a [usize],
}

impl<'a> Grid<'a> {
    fn rows(&self) -> impl Iterator<Item = &'a LqRow> {
        let (columns, table) = (self.columns, self.table);
        columns.iter().filter_map(|column| table.rows.get(*column))
    }

    /// The heading in force.
    pub fn industry(&self, row: &'a LqRow) -> &'a IndustryId {
        row.presumed.as_ref().filter(|_| self.state.headings == Headings::Reread).unwrap_or(&row.industry)
    }

    /// The headings: each sorts by its column.
    pub fn head(&self) -> Markup {
        let lang = self.context.lang;
        let order = |by: By| {
            let ranking = self.state.ranking.as_ref().filter(|ranking| ranking.by == by);
            ranking.map_or("none", |ranking| if ranking.is_descending { "descending" } else { "ascending" })
        };
        html! {
            tr aria-rowindex="1" {
                th scope="col" aria-colindex="1" { (lang.text(Key::ManyPin)) }
                th scope="col" aria-colindex="2" aria-sort=(order(By::Name)) {
                    button type="button" tabindex="-1" data-rank="" { (lang.text(Key::ManyCity)) i aria-hidden="true" {} }
                }
                @for (place, row) in self.rows().enumerate() {
                    th scope="col" aria-colindex=(place + 3) aria-sort=(order(By::Industry(row.industry.clone()))) {
                        button type="button" tabindex="-1" data-rank=(row.industry) {
                            (lang.name(self.industry(row).as_str())) i aria-hidden="true" {}
                        }
                    }
                }
            }
        }
    }

    /// Rows of some cities; the first of `cities` is row `first` of the grid, counted from 1 with the headings.
    pub fn body(&self, cities: &[usize], first: usize) -> Markup {
        html! { @for (place, city) in cities.iter().enumerate() { (self.row(*city, first + place)) } }
    }

    fn row(&self, index: usize, place: usize) -> Markup {
        let lq = &self.context.data.lq;
        let Some(city) = lq.cities.get(index) else { return html! {} };
        let is_chosen = city.id == self.state.city;
        let is_pinned = self.selection.pins.contains(&city.id);
        let label = self.context.lang.fill(Key::ManyPinCity, &[("city", &city.name)]);
        html! {
            tr data-row=(index) aria-rowindex=(place) class=[is_chosen.then_some("on")] {
                td aria-colindex="1" {
                    button type="button" tabindex="-1" data-pin aria-pressed=(if is_pinned { "true" } else { "false" }) aria-label=(label) {}
                }
                th scope="row" aria-colindex="2" {
                    button type="button" tabindex="-1" data-choose title=[city.prefecture.as_deref()] { (city.name) }
                }
                @for (column, row) in self.rows().enumerate() {
                    @let value = row.values.get(index).copied().unwrap_or_default();
                    td aria-colindex=(column + 3) class=(cell_class(self.state.heat_step(self.table, value), false)) { (quotient(&self.context, value)) }
                }
            }
        }
    }

    /// One line an industry: where the cities lie, and the chosen one's quotient.
    pub fn lines(&self, chosen: Option<usize>) -> Markup {
        let lang = self.context.lang;
        html! {
            @for (place, row) in self.table.rows.iter().enumerate() {
                li data-row=(place) {
                    details {
                        summary tabindex=[(place > 0).then_some("-1")] {
                            span class="name" { (lang.name(self.industry(row).as_str())) }
                            span class="strip" {}
                            b class="value" { (self.value(row, chosen)) }
                        }
                    }
                }
            }
        }
    }

    /// A city's quotient.
    pub fn value(&self, row: &LqRow, city: Option<usize>) -> Markup {
        let value = city.and_then(|city| row.values.get(city).copied());
        html! { @if let Some(value) = value { (quotient(&self.context, value)) } }
    }
}

/// The chosen city and the highest of an industry: not everyone fits.
pub fn standings(context: &Context<'_>, row: &LqRow, chosen: Option<usize>) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let mut order: Vec<(usize, f64)> = published(&row.values).collect();
    order.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut shown: Vec<usize> = order.into_iter().take(TOP).map(|(index, _)| index).collect();
    shown.extend(chosen.filter(|chosen| !shown.contains(chosen)));
    let place = chosen.and_then(|chosen| rank(&row.values, chosen));
    html! {
        @if let Some(place) = place {
            p {
                (lang.fill(Key::ManyRank, &[
                    ("industry", lang.name(row.industry.as_str())),
                    ("of", &place.of.to_string()),
                    ("place", &place.place.to_string()),
                ]))
                (without_rank(lang, context.data, row.unpublished()))
            }
        }
        dl {
            @for index in shown {
                @if let (Some(city), Some(value)) = (lq.cities.get(index), row.values.get(index)) {
                    div class=[(Some(index) == chosen).then_some("on")] {
                        dt { (city.name) }
                        dd { (quotient(context, *value)) }
                    }
                }
            }
        }
    }
}

/// A part of a list, empty where it does not reach.
pub fn part(list: &[usize], range: Range<usize>) -> &[usize] {
    list.get(range).unwrap_or_default()
}
