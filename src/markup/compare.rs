//! Two cities side by side: each industry's two quotients as a pair.

use maud::{Markup, html};

use super::pairs::{Lead, Row, body, head, layout};
use super::quotients::unpublished_note;
use super::{Context, frame};
use crate::data::lq::{Labels, LqTable};
use crate::locale::compared::Cities;
use crate::locale::names::base_name;
use crate::locale::{Key, own};
use crate::model::comparison::{Pair, pairs, tally};

/// The table, or why there is none.
pub fn table(context: &Context<'_>, table: &LqTable, cities: Cities<'_>, is_reread: bool) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let Some(pairs) = pairs(table, cities.own.0, cities.other.0, is_reread) else {
        return html! { p { (lang.text(Key::LqDoubtful)) } };
    };
    let values = [("city", cities.own.1), ("other", cities.other.1), ("base", base_name(lang, data, table.base))];
    let rows: Vec<Row<'_>> = pairs.iter().map(|pair| row(context, pair)).collect();
    let layout = layout(&rows);
    let key = [("city", cities.own.1), ("other", cities.other.1), ("near", &own::near_one(lang, data))];
    html! {
        table class="pairs cities" data-figure="compare" data-keys="button" {
            caption {
                (lang.fill(Key::CompareTitle, &values)) " " (lang.fill(Key::CompareKey, &key))
                @if table.labels == Labels::Doubtful { " " (lang.text(Key::ReadingReread)) " " (frame::editorial(lang)) }
            }
            (head(context, &layout, [cities.other.1, cities.own.1]))
            tbody { (body(context, (&rows, &layout), None, Lead::Button)) }
        }
        (unpublished_note(context, tally(&pairs).unpublished))
    }
}

fn row<'a>(context: &Context<'_>, pair: &Pair<'a>) -> Row<'a> {
    let name = context.lang.name(pair.industry.as_str());
    Row { industry: pair.printed, number: pair.number, name, is_exact: true, quotients: [pair.other, pair.own] }
}

/// Every city but the chosen one, to be compared with.
pub fn options(context: &Context<'_>, own: usize, other: usize) -> Markup {
    html! {
        @for (column, city) in context.data.lq.cities.iter().enumerate().filter(|(column, _)| *column != own) {
            option value=(city.id) selected[column == other] { (city.name) }
        }
    }
}
