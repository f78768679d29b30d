//! What KPIs measure, and what they do not: counted, not judged.

use maud::{Markup, html};

use super::super::body::Body;
use crate::data::items::{Item, ItemKind};
use crate::data::kpi::Kpi;
use crate::data::strategy::Measure;
use crate::id::MeasureId;
use crate::locale::Key;
use crate::locale::body::fill;
use crate::locale::names::things;
use crate::model::gaps::{Gaps, measures_of, of_measure};
use crate::model::tally::Tally;

/// What is found in words, then each measure with its KPIs and with what has none.
pub fn section(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        section id="gaps" {
            h2 { (lang.text(Key::GapTitle)) }
            ul class="found" { @for sentence in sentences(body) { li { (sentence) } } }
            p class="note" { (lang.text(Key::GapNote)) }
            table class="gaps" part="table" {
                caption { (lang.text(Key::GapTable)) }
                thead {
                    tr { @for key in [Key::GapMeasure, Key::GapKpis, Key::GapUnmeasured] { th scope="col" { (lang.text(key)) } } }
                }
                tbody { @for measure in body.strategy.measures() { (row(body, measure)) } }
            }
        }
    }
}

/// What is counted, a sentence each.
fn sentences(body: &Body<'_>) -> Vec<String> {
    let (lang, gaps) = (body.lang, Gaps::of(body.strategy, body.kpis()));
    let tally = Tally::of_all(body.strategy.measures(), body.kpis());
    let names = |measures: &[&Measure]| {
        let ids: Vec<&str> = measures.iter().map(|measure| measure.id.as_str()).collect();
        ids.join(lang.text(Key::ListComma))
    };
    let of = ("of", tally.measures.to_string());
    let mut told = vec![if gaps.unmeasured.is_empty() {
        fill(lang, Key::GapNone, &[of])
    } else {
        let count = ("count", things(lang, gaps.unmeasured.len()));
        fill(lang, Key::GapMeasures, &[of, count, ("names", names(&gaps.unmeasured))])
    }];
    if !gaps.shared.is_empty() {
        let values = [("of", body.kpis().len().to_string()), ("count", things(lang, gaps.shared.len()))];
        told.push(fill(lang, Key::GapShared, &values));
    }
    if !gaps.only_shared.is_empty() {
        told.push(fill(lang, Key::GapOnlyShared, &[("names", names(&gaps.only_shared))]));
    }
    let values = [("projects", tally.projects.own.to_string()), ("works", tally.works.own.to_string())];
    told.push(fill(lang, Key::GapItems, &values));
    told
}

fn row(body: &Body<'_>, measure: &Measure) -> Markup {
    let lang = body.lang;
    let of = |kind| measure.items().filter(move |item| item.kind == kind && !item.is_repeated);
    let [projects, works] = [ItemKind::Project, ItemKind::Work].map(|kind| of(kind).count());
    let values = [("projects", projects.to_string()), ("works", works.to_string())];
    html! {
        tr data-scope=(measure.id) {
            th scope="row" { a href=(body.file(&measure.id)) { (measure.id) " " (body.say(&measure.name)) } }
            td { ul { @for kpi in of_measure(body.kpis(), &measure.id) { (measured(body, measure, kpi)) } } }
            td {
                details {
                    summary { (fill(lang, Key::WhoSums, &values)) " " span class="unseen" { (measure.id) } }
                    ul { @for item in of(ItemKind::Project).chain(of(ItemKind::Work)) { (name(body, &item)) } }
                }
            }
        }
    }
}

fn measured(body: &Body<'_>, measure: &Measure, kpi: &Kpi) -> Markup {
    let others: Vec<&MeasureId> = measures_of(kpi).into_iter().filter(|id| **id != measure.id).collect();
    let names: Vec<&str> = others.iter().map(|id| id.as_str()).collect();
    let names = names.join(body.lang.text(Key::ListComma));
    html! {
        li {
            a href=(format!("{}#{}", body.file(&measure.id), kpi.id)) { (kpi.name) }
            @if !others.is_empty() { " " small { (body.lang.fill(Key::GapWith, &[("measures", &names)])) } }
        }
    }
}

fn name(body: &Body<'_>, item: &Item<'_>) -> Markup {
    let kind = if item.kind == ItemKind::Project { Key::ItemProject } else { Key::ItemWork };
    html! { li { small { (body.lang.text(kind)) } " " (body.lang.name(item.name)) } }
}
