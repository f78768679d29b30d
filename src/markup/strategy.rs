//! The strategy's page: its map, who does what, what leads to the measures, what KPIs measure, and all of it as an outline.
//! Native only.

mod gaps;
mod issues;
mod map;
mod outline;
mod who;

use maud::{Markup, html};

use super::bar::Page;
use super::body::{Body, Sheet};
use super::crumbs;
use crate::locale::Key;
use crate::locale::body::{counts, finding, special};
use crate::model::tally::Tally;

/// Its parts below the map: where each stands, and what it is called.
const PARTS: [(&str, Key); 4] =
    [("who", Key::WhoTitle), ("issues", Key::IssueTitle), ("gaps", Key::GapTitle), ("outline", Key::OutlineTitle)];

/// The whole page.
pub fn document(body: &Body<'_>) -> Markup {
    let (lang, tally) = (body.lang, Tally::of_all(body.strategy.measures(), body.kpis()));
    let found = finding(lang, body.strategy, body.kpis());
    let lead = special(lang, body.strategy, body.kpis()).unwrap_or_else(|| counts(lang, &tally));
    let head = html! {
        h1 { (found) }
        p class="lead" { (lead) }
    };
    let main = html! {
        (map::section(body))
        nav class="index" aria-label=(lang.text(Key::PageContents)) {
            ul { @for (id, name) in PARTS { li { a href=(format!("#{id}")) { (lang.text(name)) } } } }
        }
        (body.translated(Page::Map.stem()))
        (who::section(body))
        (issues::section(body))
        (gaps::section(body))
        (outline::section(body))
    };
    let title = lang.text(Key::MapTitle);
    let (files, trail) = ([("strategy.csv", Key::DataStrategy)], &crumbs::under_front(lang, title));
    body.document(&Sheet { title, about: &found, stem: Page::Map.stem(), trail, head, main, files: &files })
}
