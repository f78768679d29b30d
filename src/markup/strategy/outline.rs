//! The outline in words: every pillar, measure, bullet, project, work and KPI, each with an address of its own.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::frame::editorial;
use crate::data::items::{Item, ItemKind};
use crate::data::kpi::{Kpi, KpiPlace};
use crate::data::strategy::{Measure, Pillar};
use crate::locale::Key;
use crate::locale::aim::Aim;
use crate::locale::body::{actors, fill, sums};
use crate::model::leads::to_measure;
use crate::model::tally::Tally;

/// Every pillar, open.
pub fn section(body: &Body<'_>) -> Markup {
    html! {
        section id="outline" {
            h2 { (body.lang.text(Key::OutlineTitle)) }
            @for pillar in &body.strategy.pillars { (one(body, pillar)) }
        }
    }
}

fn one(body: &Body<'_>, pillar: &Pillar) -> Markup {
    let (lang, tally) = (body.lang, Tally::of_all(&pillar.measures, body.kpis()));
    html! {
        details class="outline" id=(pillar.id) open {
            summary {
                h3 { (lang.fill(Key::MapPillar, &[("id", &pillar.id.to_string())])) " " (body.say(&pillar.name)) }
                " " span class="sums" { (fill(lang, Key::MapMeasures, &[("count", tally.measures.to_string())])) (lang.text(Key::Dot)) span data-sums=(pillar.id) { (sums(lang, &tally)) } }
            }
            @if let Some(note) = &pillar.note { p class="note" { (editorial(lang)) " " (body.say(note)) } }
            @for sentence in &pillar.summary {
                p { (body.say(&sentence.text)) }
                @if let Some(note) = &sentence.note { p class="note" { (editorial(lang)) " " (body.say(note)) } }
            }
            @if let Some(common) = &pillar.common { p class="view" { (body.say(common)) } }
            @for measure in &pillar.measures { (of_measure(body, measure)) }
        }
    }
}

fn of_measure(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, tally) = (body.lang, Tally::of(measure, body.kpis()));
    let of = |kind| measure.items().filter(move |item| item.kind == kind);
    let bullets = [("situation", tally.situation.printed), ("actions", tally.actions.printed)];
    let bullets = bullets.map(|(name, count)| (name, count.to_string()));
    html! {
        section class="measure" id=(measure.id) {
            h4 { a href=(body.file(&measure.id)) { (lang.fill(Key::MeasurePlace, &[("id", measure.id.as_str()), ("name", body.say(&measure.name))])) } }
            @for lead in to_measure(body.data, &measure.id) {
                p class=(format!("toward k{}", lead.place % 4)) { (lang.fill(Key::MapToward, &[("issue", lead.issue.name.trim())])) " " (editorial(lang)) }
            }
            details {
                summary { (fill(lang, Key::OutlineBullets, &bullets)) " " span class="unseen" { (measure.id) } }
                @for (key, kind) in [(Key::ItemSituation, ItemKind::Situation), (Key::ItemActions, ItemKind::Action)] {
                    h5 { (lang.text(key)) }
                    ul { @for item in of(kind) { li id=(item.id()) data-kind=(kind.as_str()) data-first=[first(body, &item)] { span class="name" { (lang.name(item.name)) } (body.again(&item)) } } }
                }
            }
            div class="lists" {
                @for (key, kind) in [(Key::ItemProjects, ItemKind::Project), (Key::ItemWorks, ItemKind::Work)] {
                    @if of(kind).next().is_some() {
                        div { h5 { (lang.text(key)) } ol { @for item in of(kind) { (entry(body, measure, &item)) } } }
                    }
                }
                @if tally.kpis.printed > 0 { div { h5 { "KPI" } ul { (kpis(body, measure)) } } }
            }
        }
    }
}

/// The id of what an item repeats; `None` where it repeats nothing.
fn first(body: &Body<'_>, item: &Item<'_>) -> Option<String> {
    body.strategy.first(item).filter(|_| item.is_repeated).map(|first| first.id())
}

fn entry(body: &Body<'_>, measure: &Measure, item: &Item<'_>) -> Markup {
    let who = actors(body.lang, &item.actors);
    let words: Vec<String> = item.actors.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts(measure, item).into_iter().map(|text| body.lang.name(text)).collect();
    html! {
        li id=(item.id()) data-kind=(item.kind.as_str()) data-first=[first(body, item)] data-actors=(words.join(" ")) {
            a class="name" href=(body.address(item)) { (body.lang.name(item.name)) }
            @if !who.is_empty() { " " small { (who) } }
            (body.again(item))
            @if !item.is_repeated { (details(body, body.lang.name(item.name), &texts)) }
        }
    }
}

/// What is printed of a project or a work beside its name.
fn texts<'m>(measure: &'m Measure, item: &Item<'_>) -> Vec<&'m str> {
    let projects = measure.projects.iter().filter(|project| usize::from(project.number) == item.number);
    let works = measure.works.iter().filter(|work| usize::from(work.number) == item.number);
    match item.kind {
        ItemKind::Project => projects.map(|project| project.text.as_str()).collect(),
        ItemKind::Work => works.flat_map(|work| &work.text).map(String::as_str).collect(),
        ItemKind::Situation | ItemKind::Action => Vec::new(),
    }
}

fn details(body: &Body<'_>, name: &str, texts: &[&str]) -> Markup {
    html! {
        @if !texts.is_empty() {
            details class="text" {
                summary { (body.lang.text(Key::OutlineText)) " " span class="unseen" { (name) } }
                @for text in texts { p { (text) } }
            }
        }
    }
}

fn kpis(body: &Body<'_>, measure: &Measure) -> Markup {
    let places = body.kpis().iter().flat_map(|kpi| kpi.places.iter().map(move |place| (kpi, place)));
    html! { @for (kpi, place) in places.filter(|(_, place)| place.measure == measure.id) { (indicator(body, kpi, place)) } }
}

/// A KPI; where it is printed again its address begins with the measure's.
fn indicator(body: &Body<'_>, kpi: &Kpi, place: &KpiPlace) -> Markup {
    let id = if place.repeated { format!("{}-{}", place.measure, kpi.id) } else { kpi.id.to_string() };
    let home = kpi.home().filter(|_| place.repeated);
    html! {
        li id=(id) data-kind="kpi" data-first=[home.map(|_| kpi.id.as_str())] {
            a class="name" href=(format!("{}#{}", body.file(&place.measure), kpi.id)) { (kpi.name) } " "
            small { (Aim::of(body.lang, kpi).levels) }
            @if let Some(home) = home {
                @let first = body.lang.fill(Key::ItemMeasure, &[("id", home.as_str())]);
                " " a class="again" href=(format!("{}#{}", body.file(home), kpi.id)) { (body.lang.fill(Key::ItemAgain, &[("place", &first)])) }
            } @else {
                (details(body, &kpi.name, &[kpi.definition.as_str()]))
            }
        }
    }
}
