//! The map: a row for each pillar, a block for each measure, a dot for each work and a square for each project.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::frame::editorial;
use crate::data::items::ItemKind;
use crate::data::strategy::{Measure, Pillar};
use crate::locale::Key;
use crate::locale::body::{counts, fill, sums};
use crate::model::leads::to_measure;
use crate::model::tally::Tally;

/// The map with its key. Pillars that are a view common to all others stand under these, from side to side.
pub fn section(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    let (beside, common): (Vec<&Pillar>, Vec<&Pillar>) =
        body.strategy.pillars.iter().partition(|pillar| pillar.common.is_none());
    html! {
        section class="map" part="figure" aria-label=(lang.text(Key::MapTitle)) {
            div class=(if common.is_empty() { "rows" } else { "rows carried" }) {
                @for pillar in beside { (row(body, pillar)) }
                @for pillar in common { (row(body, pillar)) }
            }
            (key(body))
        }
    }
}

fn row(body: &Body<'_>, pillar: &Pillar) -> Markup {
    let (lang, tally) = (body.lang, Tally::of_all(&pillar.measures, body.kpis()));
    html! {
        div class=(if pillar.common.is_some() { "row common" } else { "row" }) data-scope=(pillar.id) {
            div class="pillar" {
                a href=(format!("#{}", pillar.id)) data-pick=(pillar.id) {
                    span { (lang.fill(Key::MapPillar, &[("id", &pillar.id.to_string())])) } " "
                    b { (body.say(&pillar.name)) }
                }
                @if pillar.common.is_some() { p class="view" { (lang.text(Key::MapCommon)) } }
                p class="sums" {
                    (fill(lang, Key::MapMeasures, &[("count", tally.measures.to_string())])) (lang.text(Key::Dot)) span data-sums=(pillar.id) { (sums(lang, &tally)) }
                }
            }
            ul class="blocks" { @for measure in &pillar.measures { (block(body, measure)) } }
        }
    }
}

fn block(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, leads) = (body.lang, to_measure(body.data, &measure.id));
    let hue = leads.first().map(|lead| format!("k{}", lead.place % 4));
    html! {
        li class=[hue] data-scope=(measure.id) {
            a href=(body.file(&measure.id)) data-pick=(measure.id) { span { (measure.id) } " " b { (body.say(&measure.name)) } }
            p class="dots" aria-hidden="true" {
                (dots(measure, ItemKind::Work, "work"))
                (dots(measure, ItemKind::Project, "project"))
            }
            p class="sums" { span data-sums=(measure.id) { (sums(lang, &Tally::of(measure, body.kpis()))) } }
            @for lead in &leads { p class="toward" { (lang.fill(Key::MapToward, &[("issue", lead.issue.name.trim())])) } }
        }
    }
}

/// A mark for each item of a kind; those that are printed again are hollow.
fn dots(measure: &Measure, kind: ItemKind, class: &str) -> Markup {
    html! {
        span class=(class) {
            @for item in measure.items().filter(|item| item.kind == kind) { i class=[item.is_repeated.then_some("again")] data-of=(item.id()) {} }
        }
    }
}

fn key(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        div class="key" {
            h2 { (lang.text(Key::MapKey)) }
            ul {
                li { span class="dots" aria-hidden="true" { span class="work" { i {} i class="again" {} } } " " (lang.text(Key::MapKeyWork)) }
                li { span class="dots" aria-hidden="true" { span class="project" { i {} i class="again" {} } } " " (lang.text(Key::MapKeyProject)) }
                li {
                    (lang.text(Key::MapKeyIssue)) " " (editorial(lang)) " "
                    @for (place, issue) in body.data.swot.issues.iter().enumerate() {
                        span class=(format!("hue k{}", place % 4)) {
                            span class="dots" aria-hidden="true" { span class="work" { i {} } } " " (issue.name.trim())
                        } " "
                    }
                    span class="hue" { span class="dots" aria-hidden="true" { span class="work" { i {} } } " " (lang.text(Key::MapKeyNone)) }
                }
            }
            p class="note" { (counts(lang, &Tally::of_all(body.strategy.measures(), body.kpis()))) " " (lang.text(Key::MapApart)) }
        }
    }
}
