//! A table's rows as dots: what stands beside the canvas, and what a row opens to.

use maud::{Markup, html};

use super::{Context, frame, quotients};
use crate::data::Dataset;
use crate::data::lq::{City, LqRow, LqTable};
use crate::figure::axis::OF_CITIES;
use crate::id::Base;
use crate::locale::names::base_name;
use crate::locale::{Key, Lang, own, short};
use crate::widget::lq::State;

/// The rows of a table as dots; scripts draw them.
pub fn rows(context: &Context<'_>, state: &State, table: &LqTable) -> Markup {
    let (lang, data) = (context.lang, &context.data.lq);
    let column = data.column(&state.city).unwrap_or_default();
    html! {
        div class="dots" part="figure" role="group" aria-label=[data.cities.get(column).map(|city| name(lang, context.data, table.base, city))] data-keys="summary" data-figure=(table.base.as_str()) {
            canvas aria-hidden="true" {}
            p class="key" { (key(context, Some(column))) }
            p class="axis" aria-hidden="true" {}
            p class="beside" aria-hidden="true" {}
            ul {
                @for (index, row) in table.rows.iter().enumerate() {
                    li data-row=(index) {
                        details {
                            summary tabindex=[(index > 0).then_some("-1")] {
                                span class="name" { (lang.name(row.industry.as_str())) }
                                span class="strip" {}
                                b class="value" { (quotients::quotient(context, row.values.get(column).copied().unwrap_or_default())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the marks of the dot rows are: the chosen city's, the others', what lies beyond the axis, and the band around 1.
pub fn key(context: &Context<'_>, chosen: Option<usize>) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let others = lq.cities.len().saturating_sub(1);
    let (first, last) = OF_CITIES;
    html! {
        @if let Some(city) = chosen.and_then(|column| lq.cities.get(column)) { b { i class="on" {} (city.name) } " " }
        @if others > 0 { b { i {} (lang.fill(Key::DotsOthers, &[("count", &others.to_string())])) } " " }
        (lang.fill(Key::DotsAxis, &[("first", &short(first)), ("last", &short(last))])) " "
        span { (own::near_one(lang, context.data)) } " " (frame::editorial(lang))
    }
}

/// Whose dots they are, and of which numbers.
pub fn name(lang: Lang, data: &Dataset, base: Base, city: &City) -> String {
    [base_name(lang, data, base), " ", &city.name].concat()
}

/// What an opened dot row shows: the cities, and the way to the detail.
pub fn opened(context: &Context<'_>, row: &LqRow, chosen: Option<usize>) -> Markup {
    html! {
        (quotients::row_detail(context, row, chosen))
        button type="button" class="plain" data-detail { (context.lang.text(Key::DetailOpen)) }
    }
}
