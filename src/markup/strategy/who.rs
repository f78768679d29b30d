//! Who does what: how many projects and works each kind of actor has under each pillar; each number leads to their names.

use maud::{Markup, html};

use super::super::body::Body;
use crate::data::items::Item;
use crate::data::strategy::{Actor, Pillar};
use crate::locale::Key;
use crate::locale::body::{actor as name_of, fill};
use crate::model::doings::Doings;

/// The table, and below it a list for each of its numbers: the one that was asked for shows.
pub fn section(body: &Body<'_>) -> Markup {
    let (lang, pillars) = (body.lang, &body.strategy.pillars);
    html! {
        section id="who" {
            h2 { (lang.text(Key::WhoTitle)) }
            p { (lang.text(Key::WhoLead)) }
            table class="who" {
                caption { (lang.text(Key::WhoCaption)) }
                thead {
                    tr {
                        th scope="col" { (lang.text(Key::WhoActor)) }
                        @for pillar in pillars {
                            th scope="col" { (lang.fill(Key::MapPillar, &[("id", &pillar.id.to_string())])) " " span { (body.say(&pillar.name)) } }
                        }
                        th scope="col" { (lang.text(Key::WhoAll)) }
                    }
                }
                tbody {
                    @for actor in Actor::ALL {
                        tr {
                            th scope="row" { (name_of(lang, actor)) }
                            @for pillar in pillars { td { (cell(body, actor, Some(pillar))) } }
                            td class="all" { (cell(body, actor, None)) }
                        }
                    }
                }
            }
            @for actor in Actor::ALL {
                @for pillar in pillars { (list(body, actor, Some(pillar))) }
                (list(body, actor, None))
            }
        }
    }
}

/// Where the list of an actor stands.
fn anchor(actor: Actor, pillar: Option<&Pillar>) -> String {
    match pillar {
        Some(pillar) => format!("who-{actor}-{}", pillar.id),
        None => format!("who-{actor}"),
    }
}

fn cell(body: &Body<'_>, actor: Actor, pillar: Option<&Pillar>) -> Markup {
    let count = Doings::of(body.strategy, actor, pillar.map(|pillar| pillar.id)).count();
    html! {
        @if count == 0 { "0" } @else {
            a href=(format!("#{}", anchor(actor, pillar))) aria-label=(format!("{}: {count}", heading(body, actor, pillar))) { (count) }
        }
    }
}

fn heading(body: &Body<'_>, actor: Actor, pillar: Option<&Pillar>) -> String {
    let actor = name_of(body.lang, actor);
    match pillar {
        Some(Pillar { id, name, .. }) => {
            let values = [("actor", actor), ("id", &id.to_string()), ("name", body.lang.name(name))];
            body.lang.fill(Key::WhoUnder, &values)
        }
        None => body.lang.fill(Key::WhoEverywhere, &[("actor", actor)]),
    }
}

fn list(body: &Body<'_>, actor: Actor, pillar: Option<&Pillar>) -> Markup {
    let (lang, doings) = (body.lang, Doings::of(body.strategy, actor, pillar.map(|pillar| pillar.id)));
    let sums = [("projects", doings.projects.len().to_string()), ("works", doings.works.len().to_string())];
    let groups = [(Key::ItemProjects, &doings.projects), (Key::ItemWorks, &doings.works)];
    html! {
        @if doings.count() > 0 {
            section class=(if pillar.is_some() { "list part" } else { "list" }) id=(anchor(actor, pillar)) {
                h3 { (heading(body, actor, pillar)) }
                p { (fill(lang, Key::WhoSums, &sums)) }
                @for (name, items) in groups.into_iter().filter(|(_, items)| !items.is_empty()) {
                    h4 { (lang.text(name)) }
                    ul { @for item in items { (entry(body, item)) } }
                }
                p class="back" { a href="#who" { (lang.text(Key::WhoBack)) } }
            }
        }
    }
}

fn entry(body: &Body<'_>, item: &Item<'_>) -> Markup {
    html! {
        li {
            a href=(body.address(item)) { (body.lang.name(item.name)) } " "
            small { (body.lang.fill(Key::ItemMeasure, &[("id", item.measure.as_str())])) }
        }
    }
}
