//! Two cities side by side: a row for each industry, widest difference first.

use std::cmp::Ordering;

use maud::{Markup, html};

use super::lq::{quotient, unpublished_note};
use super::{Context, frame};
use crate::data::lq::{Labels, LqTable};
use crate::data::quotient::Quotient;
use crate::locale::Key;
use crate::locale::compared::{Cities, signed};
use crate::locale::sentence::base_name;
use crate::model::comparison::{Pair, pairs, tally};

/// The table, or why there is none.
pub fn table(context: &Context<'_>, table: &LqTable, cities: Cities<'_>, is_reread: bool) -> Markup {
    let (lang, lq) = (context.lang, &context.data.lq);
    let Some(pairs) = pairs(table, cities.own.0, cities.other.0, lq.decimals, is_reread) else {
        return html! { p { (lang.text(Key::LqDoubtful)) } };
    };
    let values = [("city", cities.own.1), ("other", cities.other.1), ("base", base_name(lang, table.base))];
    html! {
        table {
            caption {
                (lang.fill(Key::CompareTitle, &values))
                @if table.labels == Labels::Doubtful { " " (lang.text(Key::ReadingReread)) " " (frame::editorial(lang)) }
            }
            thead {
                tr {
                    th scope="col" { (lang.text(Key::Industry)) }
                    th scope="col" { (cities.own.1) }
                    th scope="col" { (cities.other.1) }
                    th scope="col" { (lang.fill(Key::CompareDifference, &values)) }
                }
            }
            tbody { @for pair in &pairs { (row(context, pair)) } }
        }
        (unpublished_note(lang, tally(&pairs).unpublished))
        p class="key" { (lang.text(Key::CompareNote)) " " (frame::editorial(lang)) }
    }
}

fn row(context: &Context<'_>, pair: &Pair<'_>) -> Markup {
    let decimals = context.data.lq.decimals;
    let side = match pair.difference.map(|difference| difference.total_cmp(&0.0)) {
        Some(Ordering::Greater) => "more",
        Some(Ordering::Less) => "less",
        _ => "same",
    };
    html! {
        tr class=(side) {
            th scope="row" { (context.lang.name(pair.industry.as_str())) }
            td { (quotient(context, pair.own)) }
            td { (quotient(context, pair.other)) }
            td {
                @match pair.difference {
                    Some(apart) => { b { (signed(apart, decimals)) } i aria-hidden="true" data-size=(apart.abs()) {} }
                    None => { (quotient(context, Quotient::UNPUBLISHED)) }
                }
            }
        }
    }
}

/// Every city but the chosen one, to be compared with.
pub fn options(context: &Context<'_>, own: usize, other: usize) -> Markup {
    html! {
        @for (column, city) in context.data.lq.cities.iter().enumerate().filter(|(column, _)| *column != own) {
            option value=(city.id) selected[column == other] { (city.name) }
        }
    }
}
