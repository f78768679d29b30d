//! `search.html`: everything that can be found, each with its place in the strategy. A script leaves what holds the words
//! that are looked for; without it the page is the index of the site. Native only.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::bar::Page;
use super::body::Body;
use super::facts::place;
use super::leaf::{Leaf, foot};
use super::{page, site};
use crate::data::items::ItemKind;
use crate::data::library::{Facts, Library};
use crate::data::strategy::StrategyData;
use crate::id::FactorKind;
use crate::locale::body::actors;
use crate::locale::names::{kind_name, our_base};
use crate::locale::{Key, Lang, ruby};
use crate::widget::Kind;
use crate::widget::address::{encoded, query};

/// What the page is written from.
pub struct Search<'a> {
    /// The strategy's body, and the data in the language of the page.
    pub body: Body<'a>,
    /// The content in its own words.
    pub library: &'a Library,
    /// The strategy and the numbers in the language of the page.
    pub told: (&'a StrategyData, &'a Facts),
    /// The language that tells readings, where there is one.
    pub readings: Option<Lang>,
    /// File of the script.
    pub script: &'a str,
}

/// One thing to find.
struct Entry {
    /// What it is called.
    name: String,
    /// Where it stands.
    place: String,
    /// Its address.
    url: String,
    /// Other words for it: those of the strategy where the page speaks another language, and how they are read.
    also: String,
}

/// What stands under one heading.
struct Group {
    name: &'static str,
    entries: Vec<Entry>,
}

impl Search<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let Body { lang, css, .. } = self.body;
        let (page, groups) = (Page::Search, self.groups());
        let count = groups.iter().map(|group| group.entries.len()).sum::<usize>().to_string();
        let lead = lang.fill(Key::SearchLead, &[("count", &count)]);
        let strategy = &*self.body.data.outline.title;
        let name = lang.text(Key::SearchTitle);
        let shell = Leaf { strategy, lead: &lead, css, ..Leaf::of(lang, page, name) };
        let head = html! {
            p class="topic" { (site::topic(lang, self.told.0)) }
            h1 { (name) }
            p class="lead" { (lead) }
            (form(lang))
        };
        let main = html! { @for group in &groups { (section(group)) } };
        let rest = html! { (foot(lang, self.told.0, &[])) script src=(self.script) defer {} };
        shell.document(&head, &main, &rest)
    }

    fn groups(&self) -> Vec<Group> {
        let text = |key: Key| self.body.lang.text(key);
        let groups = [
            (text(Key::SearchPages), self.pages()),
            (text(Key::SearchBody), self.measures()),
            (text(Key::ItemProjects), self.items(ItemKind::Project)),
            (text(Key::ItemWorks), self.items(ItemKind::Work)),
            ("KPI", self.indicators()),
            (text(Key::SearchDirections), self.directions()),
            (text(Key::SearchFactors), self.factors()),
            (text(Key::Industry), self.industries()),
            (text(Key::FactsList), self.numbers()),
            (text(Key::Glossary), self.terms()),
            (text(Key::ItemSituation), self.items(ItemKind::Situation)),
            (text(Key::ItemActions), self.items(ItemKind::Action)),
        ];
        let groups = groups.into_iter().map(|(name, entries)| Group { name, entries });
        groups.filter(|group| !group.entries.is_empty()).collect()
    }

    /// What is called `original` in the strategy.
    fn entry(&self, original: &str, place: String, url: String) -> Entry {
        let lang = self.body.lang;
        let own = Some(original).filter(|_| !lang.is_source());
        let said = self.readings.map(|easy| ruby::readings(easy.name(original)));
        let also = own.map(str::to_owned).into_iter().chain(said.filter(|said| said != original));
        Entry { name: lang.name(original).to_owned(), place, url, also: also.collect::<Vec<_>>().join(" ") }
    }

    fn pages(&self) -> Vec<Entry> {
        let (lang, data) = (self.body.lang, self.body.data);
        let pages = Page::all().filter(|page| *page != Page::Search);
        pages
            .map(|page| Entry {
                name: page.name(lang).to_owned(),
                place: page::found(lang, data, self.told, page).unwrap_or_default(),
                url: page.file(lang),
                also: String::new(),
            })
            .collect()
    }

    /// A pillar's name, as the place of what stands under it.
    fn pillar(&self, id: u8) -> String {
        self.body.lang.fill(Key::MapPillar, &[("id", &id.to_string())])
    }

    fn measures(&self) -> Vec<Entry> {
        let (body, lang) = (&self.body, self.body.lang);
        let map = Page::Map.file(lang);
        let pillars = body.strategy.pillars.iter().flat_map(|pillar| {
            let own = self.entry(&pillar.name, self.pillar(pillar.id), format!("{map}#{}", pillar.id));
            let measures = pillar.measures.iter().map(|measure| {
                let place = lang.fill(Key::ItemMeasure, &[("id", measure.id.as_str())]);
                self.entry(&measure.name, place, body.file(&measure.id))
            });
            std::iter::once(own).chain(measures.collect::<Vec<_>>())
        });
        pillars.collect()
    }

    /// The items of a kind, each where it is printed first.
    fn items(&self, kind: ItemKind) -> Vec<Entry> {
        let items = self.body.strategy.items().filter(|item| item.kind == kind && !item.is_repeated);
        items
            .map(|item| {
                let (lang, who) = (self.body.lang, actors(self.body.lang, &item.actors));
                let who = Some(lang.fill(Key::ItemActors, &[("actors", &who)])).filter(|_| !who.is_empty());
                let place = [Some(self.under(item.measure.as_str())), who].into_iter().flatten().collect::<Vec<_>>();
                self.entry(item.name, place.join(lang.text(Key::Dot)), self.body.address(&item))
            })
            .collect()
    }

    /// A measure by number and name.
    fn under(&self, measure: &str) -> String {
        let lang = self.body.lang;
        let found = self.body.measures().find(|(_, own)| own.id.as_str() == measure);
        let name = found.map_or("", |(_, own)| self.body.say(&own.name));
        lang.fill(Key::MeasurePlace, &[("id", measure), ("name", name)])
    }

    fn indicators(&self) -> Vec<Entry> {
        let kpis = self.library.dataset.kpi.kpis.iter().filter_map(|kpi| Some((kpi, kpi.home()?)));
        kpis.map(|(kpi, home)| {
            let url = format!("{}#{}", self.body.file(home), kpi.id);
            self.entry(&kpi.name, self.under(home.as_str()), url)
        })
        .collect()
    }

    /// The address of the matrix with something chosen in it.
    fn chosen(&self, code: &str) -> String {
        let kind = Kind::Swot;
        format!("{}#{}?select={}", Page::Widget(kind).file(self.body.lang), kind.name(), encoded(code))
    }

    fn directions(&self) -> Vec<Entry> {
        let (lang, swot) = (self.body.lang, &self.library.dataset.swot);
        let issues = swot.issues.iter().map(|issue| {
            let url = self.chosen(issue.code.as_str());
            self.entry(&issue.name, lang.text(Key::KeyIssues).to_owned(), url)
        });
        let strategies = swot.quadrants.iter().flat_map(|quadrant| {
            quadrant.strategies.iter().map(|strategy| {
                let code = strategy.code.to_string();
                let place = format!("{code} {}", lang.name(&quadrant.heading));
                self.entry(&strategy.text, place, self.chosen(&code))
            })
        });
        issues.chain(strategies).collect()
    }

    fn factors(&self) -> Vec<Entry> {
        let lang = self.body.lang;
        let kind = |kind: FactorKind| kind_name(lang, kind);
        let factors = self.library.dataset.swot.factors.iter();
        factors
            .map(|factor| {
                let code = factor.code.to_string();
                let place = format!("{code} {}", kind(factor.code.kind));
                self.entry(&factor.name, place, self.chosen(&code))
            })
            .collect()
    }

    /// Every name of an industry, in the first table that has it.
    fn industries(&self) -> Vec<Entry> {
        let (lang, page) = (self.body.lang, Page::Widget(Kind::Lq).file(self.body.lang));
        let mut names = BTreeSet::new();
        let rows =
            self.library.dataset.lq.tables.iter().flat_map(|table| table.rows.iter().map(|row| (table.base, row)));
        rows.filter(|(_, row)| names.insert(row.industry.as_str()))
            .map(|(base, row)| {
                let state = [("base", base.as_str()), ("industry", row.industry.as_str())];
                let state = query(&state.map(|(name, value)| (name.to_owned(), value.to_owned())));
                let base = lang.fill(Key::Bracketed, &[("text", our_base(lang, base))]);
                let place = lang.text(Kind::Lq.face().title).to_owned() + &base;
                self.entry(row.industry.as_str(), place, format!("{page}#{}?{state}", Kind::Lq.name()))
            })
            .collect()
    }

    fn numbers(&self) -> Vec<Entry> {
        let (lang, file) = (self.body.lang, Page::Facts.file(self.body.lang));
        let facts = self.library.facts.prose.facts.iter().zip(&self.told.1.prose.facts);
        facts
            .map(|(fact, told)| self.entry(&fact.what, place(lang, &told.source), format!("{file}#{}", fact.id)))
            .collect()
    }

    fn terms(&self) -> Vec<Entry> {
        let (lang, file) = (self.body.lang, Page::Glossary.file(self.body.lang));
        let terms = self.library.glossary.terms.iter();
        terms
            .map(|term| {
                let text = lang.name(&term.text).split('\n').next().unwrap_or_default().to_owned();
                self.entry(&term.term, text, format!("{file}#{}", term.anchor()))
            })
            .collect()
    }
}

/// Where words are typed. It shows where scripts run.
fn form(lang: Lang) -> Markup {
    html! {
        form role="search" hidden data-found=(lang.text(Key::SearchFound)) data-none=(lang.text(Key::SearchNone)) {
            label for="q" { (lang.text(Key::SearchLabel)) }
            input id="q" type="search" name="q" autocomplete="off" enterkeyhint="search" aria-describedby="hint";
            p id="hint" class="note" { (lang.text(Key::SearchHint)) }
            p role="status" {}
        }
    }
}

fn section(group: &Group) -> Markup {
    html! {
        section class="found" {
            h2 { (group.name) " " small { (group.entries.len()) } }
            ul {
                @for Entry { name, place, url, also } in &group.entries {
                    li data-also=[(!also.is_empty()).then_some(also)] { a href=(url) { (name) } " " small { (place) } }
                }
            }
        }
    }
}
