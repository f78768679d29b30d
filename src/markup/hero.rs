//! The beginning of a site: a finding, and the pairs of the city that it stands out from.

use maud::{Markup, html};

use super::Context;
use super::pairs::{Lead, rows, table};
use super::site::topic;
use crate::data::strategy::StrategyData;
use crate::locale::{Key, finding};
use crate::model::pairs;
use crate::widget::Kind;

/// Rows of the picture that a phone shows, see `www/hero.css`.
const FIRST: usize = 8;

/// The finding and the picture beside it; the finding alone where no industry stands in both tables.
pub fn hero(context: &Context<'_>, strategy: &StrategyData) -> Markup {
    let Context { data, lang, .. } = *context;
    let pairs = pairs::of(data, &data.lq.focus_city);
    let found = finding::hero(lang, data, pairs.as_ref());
    html! {
        div class="found" {
            p class="topic" { (topic(lang, strategy)) }
            h1 { (found.title) }
            p class="lead" { (found.sub) }
        }
        @if let Some(pairs) = pairs {
            @let rows = rows(lang, &data.lq, Some(&pairs));
            (table(context, &rows, finding::marked(data, &pairs), Lead::Link))
            // A phone shows the first rows only: `hero.css`.
            @if rows.len() > FIRST { p class="rest" { a href=(["#", Kind::Lq.name()].concat()) { (lang.fill(Key::HeroRest, &[("count", &rows.len().to_string())])) } } }
        }
    }
}
