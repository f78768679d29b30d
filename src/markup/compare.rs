//! Two cities side by side: a row for each industry, widest difference first.

use maud::{Markup, html};

use super::{Context, frame};
use crate::data::lq::{Labels, LqTable};
use crate::locale::compared::{Cities, signed};
use crate::locale::sentence::base_name;
use crate::locale::{Key, fixed};
use crate::model::comparison::{Pair, pairs};

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
        p class="key" { (lang.text(Key::CompareNote)) " " (frame::editorial(lang)) }
    }
}

fn row(context: &Context<'_>, pair: &Pair<'_>) -> Markup {
    let decimals = context.data.lq.decimals;
    let side = if pair.difference > 0.0 {
        "more"
    } else if pair.difference < 0.0 {
        "less"
    } else {
        "same"
    };
    html! {
        tr class=(side) {
            th scope="row" { (context.lang.name(pair.industry.as_str())) }
            td { (fixed(pair.own, decimals)) }
            td { (fixed(pair.other, decimals)) }
            td { b { (signed(pair.difference, decimals)) } i aria-hidden="true" data-size=(pair.difference.abs()) {} }
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
