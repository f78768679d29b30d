//! The page of one measure: situation, what shall be done, projects, KPIs with their gauges, works, who acts, and what leads
//! here. Native only.

mod indicators;
mod leads;

use maud::{Markup, PreEscaped, html};

use super::bar::Page;
use super::body::{Body, Sheet, stem};
use super::crumbs::Crumb;
use super::frame::editorial;
use super::terms;
use crate::data::items::{Item, ItemKind};
use crate::data::provenance::Sentence;
use crate::data::strategy::{Actor, Measure, Pillar, Project, Work};
use crate::id::MeasureId;
use crate::locale::Key;
use crate::locale::body::{actor, actors, sums};
use crate::model::tally::Tally;

/// The whole page.
pub fn document(body: &Body<'_>, pillar: &Pillar, measure: &Measure) -> Markup {
    let (lang, name) = (body.lang, body.say(&measure.name));
    let (stem, title) = (stem(&measure.id), format!("{} {name}", measure.id));
    let counted = sums(lang, &Tally::of(measure, body.kpis()));
    let head = html! {
        h1 { (name) }
        p class="lead" { (counted) }
        (body.translated(&stem))
    };
    let main = html! {
        (bullets(body, measure, "situation", ItemKind::Situation))
        (bullets(body, measure, "actions", ItemKind::Action))
        (projects(body, measure))
        (indicators::section(body, measure))
        (works(body, measure))
        (who(body, measure))
        (leads::section(body, measure))
        (source(body, measure))
        (neighbours(body, &measure.id))
    };
    let main = PreEscaped(terms::link_in(&main.into_string(), lang, body.glossary));
    let files = [("strategy.csv", Key::DataStrategy), ("kpi.csv", Key::DataKpi)];
    let trail = &trail(body, pillar, measure);
    body.document(&Sheet {
        title: &title,
        about: &counted,
        stem: &stem,
        trail,
        head,
        main,
        elements: None,
        files: &files,
    })
}

/// Front page, map, pillar, and where the measure stands on the map.
fn trail(body: &Body<'_>, pillar: &Pillar, measure: &Measure) -> [Crumb; 4] {
    let (lang, map) = (body.lang, Page::Map.file(body.lang));
    let of_pillar =
        format!("{} {}", lang.fill(Key::MapPillar, &[("id", &pillar.id.to_string())]), body.say(&pillar.name));
    let of_measure = lang.fill(Key::ItemMeasure, &[("id", measure.id.as_str())]);
    [
        Crumb::front(lang),
        Crumb::to(lang.text(Key::MapTitle), &map),
        Crumb::to(of_pillar, format!("{map}#{}", pillar.id)),
        Crumb::to(of_measure, format!("{map}#{}", measure.id)),
    ]
}

/// What was mended or is doubtful, and how it is printed.
fn notes(body: &Body<'_>, note: Option<&String>, printed: Option<&String>) -> Markup {
    let lang = body.lang;
    html! {
        @if let Some(note) = note { p class="note" { (editorial(lang)) " " (lang.name(note)) } }
        @if let Some(printed) = printed {
            details { summary { (lang.text(Key::GlossaryPrinted)) } blockquote { @for line in printed.split('\n') { p lang="ja" { (line) } } } }
        }
    }
}

fn bullets(body: &Body<'_>, measure: &Measure, id: &str, kind: ItemKind) -> Markup {
    let (key, sentences): (_, &[Sentence]) = match kind {
        ItemKind::Situation => (Key::ItemSituation, &measure.situation),
        _ => (Key::ItemActions, &measure.actions),
    };
    let items = measure.items().filter(|item| item.kind == kind);
    html! {
        @if !sentences.is_empty() {
            section id=(id) {
                h2 { (body.lang.text(key)) }
                ul {
                    @for (item, sentence) in items.zip(sentences) {
                        li id=(item.id()) {
                            (body.lang.name(&sentence.text)) (body.again(&item))
                            (notes(body, sentence.note.as_ref(), sentence.printed.as_ref()))
                        }
                    }
                }
            }
        }
    }
}

/// Projects or works with what tells of each, in an article under its name.
fn articles<'a, T: 'a>(
    body: &Body<'_>,
    (id, key): (&str, Key),
    items: impl Iterator<Item = (Item<'a>, &'a T)>,
    tell: impl Fn(&T) -> Markup,
) -> Markup {
    let items: Vec<_> = items.collect();
    html! {
        @if !items.is_empty() {
            section id=(id) {
                h2 { (body.lang.text(key)) }
                @for (item, told) in &items {
                    article id=(item.id()) {
                        h3 { span { (item.number) } " " (body.lang.name(item.name)) }
                        (tell(told))
                        (body.again(item))
                    }
                }
            }
        }
    }
}

fn projects(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, items) = (body.lang, measure.items().filter(|item| item.kind == ItemKind::Project));
    articles(body, ("projects", Key::ItemProjects), items.zip(&measure.projects), |project: &Project| {
        html! {
            p { (lang.name(&project.text)) }
            p class="by" { (lang.fill(Key::ItemActors, &[("actors", &actors(lang, &project.actors))])) }
            (notes(body, project.note.as_ref(), project.printed.as_ref()))
        }
    })
}

fn works(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, items) = (body.lang, measure.items().filter(|item| item.kind == ItemKind::Work));
    articles(body, ("works", Key::ItemWorks), items.zip(&measure.works), |work: &Work| {
        html! {
            @for text in &work.text { p { (lang.name(text)) } }
            p class="by" { (lang.fill(Key::ItemOperator, &[("operator", lang.name(&work.operator))])) }
            (notes(body, work.note.as_ref(), work.printed.as_ref()))
        }
    })
}

/// Each kind of actor with its projects and works here.
fn who(body: &Body<'_>, measure: &Measure) -> Markup {
    let lang = body.lang;
    let of = |actor| measure.items().filter(move |item| item.actors.contains(&actor));
    html! {
        @if Actor::ALL.into_iter().any(|actor| of(actor).next().is_some()) {
            section id="who" {
                h2 { (lang.text(Key::MeasureWho)) }
                dl {
                    @for one in Actor::ALL.into_iter().filter(|one| of(*one).next().is_some()) {
                        div {
                            dt { (actor(lang, one)) }
                            dd { ul { @for item in of(one) {
                                @let kind = if item.kind == ItemKind::Project { Key::ItemProject } else { Key::ItemWork };
                                li { small { (lang.text(kind)) } " " a href=(format!("#{}", item.id())) { (lang.name(item.name)) } }
                            } } }
                        }
                    }
                }
            }
        }
    }
}

fn source(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, source) = (body.lang, &measure.source);
    let section = lang.name(&source.section);
    let place = match source.page {
        Some(page) => lang.fill(Key::TermSource, &[("section", section), ("page", &page.to_string())]),
        None => section.to_owned(),
    };
    html! { p class="src" { b { (lang.text(Key::Source)) } " " (body.data.outline.title) "　" (place) } }
}

/// The measures before and after, through all pillars.
fn neighbours(body: &Body<'_>, own: &MeasureId) -> Markup {
    let measures: Vec<&Measure> = body.measures().map(|(_, measure)| measure).collect();
    let place = measures.iter().position(|measure| measure.id == *own).unwrap_or_default();
    let near = |place: Option<usize>| place.and_then(|place| measures.get(place));
    let sides = [("prev", near(place.checked_sub(1))), ("next", near(Some(place + 1)))];
    html! {
        nav class="neighbours" aria-label=(body.lang.text(Key::PageNeighbours)) {
            @for (rel, measure) in sides {
                @if let Some(measure) = measure {
                    a rel=(rel) href=(body.file(&measure.id)) {
                        span { (body.lang.fill(Key::ItemMeasure, &[("id", measure.id.as_str())])) }
                        b { (body.lang.name(&measure.name)) }
                    }
                }
            }
        }
    }
}
