//! The strategy's page: its map with the outline that it opens, what KPIs measure, who does what, and what leads to the
//! measures. Map, outline and KPIs are the tree of `<shigoto-map>`. Native only.

mod gaps;
mod issues;
mod map;
mod outline;
mod tools;
mod who;

use maud::{Markup, PreEscaped, html};

use super::bar::Page;
use super::body::{Body, Sheet};
use super::crumbs;
use super::offer::map::NAME;
use super::tools::{SHADOW_TREE, TREE};
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
    let index = html! {
        nav class="index" aria-label=(lang.text(Key::PageContents)) {
            ul { @for (id, name) in PARTS { li { a href=(format!("#{id}")) { (lang.text(name)) } } } }
        }
    };
    let main = html! {
        // Not in a shadow tree: every node keeps its address without scripts.
        (PreEscaped(format!("<shigoto-{NAME} id=\"{NAME}\">")))
        (tree(body, Some(&index)))
        (PreEscaped(format!("</shigoto-{NAME}>")))
        (who::section(body))
        (issues::section(body))
        (body.translated(Page::Map.stem()))
    };
    let title = lang.text(Key::MapTitle);
    let (files, trail) = ([("strategy.csv", Key::DataStrategy)], &crumbs::under_front(lang, title));
    body.document(&Sheet {
        title,
        about: &found,
        stem: Page::Map.stem(),
        trail,
        head,
        main,
        elements: Some(body.elements),
        files: &files,
    })
}

/// The tree of the map's element: what filters, the map, how it is shown, on its page the ways to other parts, the outline,
/// what KPIs measure. Without `ways` it is for a shadow tree.
pub fn tree(body: &Body<'_>, ways: Option<&Markup>) -> Markup {
    html! {
        div class=(if ways.is_some() { TREE } else { SHADOW_TREE }) lang=(body.lang.code()) {
            (tools::filters(body))
            (map::section(body))
            (tools::views(body))
            @if let Some(ways) = ways { (ways) }
            div class="result" {
                (tools::told(body))
                (outline::section(body))
            }
            (gaps::section(body))
        }
    }
}
