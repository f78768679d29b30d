//! The strategy's page and those of its measures hold all of it, each thing at its address, and every way on them leads
//! somewhere.

use std::collections::{BTreeMap, BTreeSet};

use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::strategy::Actor;
use shigoto_widgets::locale::Lang;
use shigoto_widgets::locale::ruby;
use shigoto_widgets::model::doings::Doings;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;

use super::render::kit;
use crate::common::{languages, library, source, town};

/// What languages call themselves.
const OWN_NAMES: [&str; 2] = ["日本語", "やさしい日本語"];

/// Every page of a site by its file.
pub fn pages(library: &Library) -> BTreeMap<String, String> {
    let mut files = Files::default();
    render(library, &kit(), 2026, &mut files).unwrap();
    let pages = files.iter().filter(|(name, _)| name.split('.').next_back() == Some("html"));
    pages.map(|(name, bytes)| (name.to_owned(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

pub fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let before = format!(" {name}=\"");
    page.split(before.as_str()).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// The files of the strategy and its measures in a language.
fn own_files(library: &Library, lang: Lang) -> Vec<String> {
    let measures = library.strategy.measures().map(|measure| lang.file(&format!("measure-{}", measure.id)));
    std::iter::once(lang.file("strategy")).chain(measures).collect()
}

/// A page's words, without tags.
pub fn words(page: &str) -> String {
    let texts = page.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text));
    texts.collect::<String>().replace("&amp;", "&").replace("&quot;", "\"")
}

#[test]
fn every_node_has_one_address() {
    let (library, pages) = (library(), pages(&library()));
    for lang in languages().all() {
        let ids = attributes(&pages[&lang.file("strategy")], "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{}: an id stands twice", lang.tag());
        let pillars = library.strategy.pillars.iter().map(|pillar| pillar.id.to_string());
        let measures = library.strategy.measures().map(|measure| measure.id.to_string());
        let kpis = library.dataset.kpi.kpis.iter().map(|kpi| kpi.id.to_string());
        let items = library.strategy.items().map(|item| item.id());
        for id in pillars.chain(measures).chain(kpis).chain(items) {
            assert!(ids.contains(&id.as_str()), "{}: {id} has no address", lang.tag());
        }
    }
}

#[test]
fn every_way_leads_to_a_place_that_is_there() {
    for library in [library(), town()] {
        let pages = pages(&library);
        let langs: Vec<Lang> = languages().all().collect();
        for file in langs.iter().flat_map(|lang| own_files(&library, *lang)).filter(|file| pages.contains_key(file)) {
            let page = &pages[&file];
            for address in attributes(page, "href")
                .into_iter()
                .filter(|address| address.contains(".html") || address.starts_with('#'))
            {
                let (there, place) = address.split_once('#').unwrap_or((address, ""));
                let there = if there.is_empty() {
                    page
                } else {
                    pages.get(there).unwrap_or_else(|| panic!("{file}: {address}"))
                };
                // A widget's page is led to by its state; an anchor of the glossary is escaped.
                let is_plain = !place.is_empty() && !place.contains(['?', '%']);
                assert!(!is_plain || attributes(there, "id").contains(&place), "{file}: {address}");
            }
        }
    }
}

#[test]
fn a_measures_page_says_all_that_is_printed_under_it() {
    let (library, pages) = (library(), pages(&library()));
    for lang in languages().all() {
        for measure in library.strategy.measures() {
            let page = &pages[&lang.file(&format!("measure-{}", measure.id))];
            // Readings are set, terms are marked, guests in Japanese too: what is left are the words.
            let page = page.replace("<rp>（</rp>", "").replace("<rp>）</rp>", "");
            let page = page.split("<rt>").map(|part| part.split_once("</rt>").map_or(part, |(_, rest)| rest));
            let told = words(&page.collect::<String>());
            let texts = measure.situation.iter().chain(&measure.actions).map(|sentence| &sentence.text);
            let projects = measure.projects.iter().flat_map(|project| [&project.name, &project.text]);
            let works =
                measure.works.iter().flat_map(|work| [&work.name, &work.operator].into_iter().chain(&work.text));
            for text in texts.chain(projects).chain(works).chain([&measure.name]) {
                let text = ruby::words(lang.name(text));
                assert!(told.contains(&text), "{}: {} does not say {text}", lang.tag(), measure.id);
            }
            for kpi in
                library.dataset.kpi.kpis.iter().filter(|kpi| kpi.places.iter().any(|place| place.measure == measure.id))
            {
                for text in [&kpi.name, &kpi.definition] {
                    assert!(
                        told.contains(&ruby::words(lang.name(text))),
                        "{}: {} of {}",
                        lang.tag(),
                        kpi.id,
                        measure.id
                    );
                }
            }
            let gauges = page_gauges(&pages[&lang.file(&format!("measure-{}", measure.id))]);
            let kpis = library.dataset.kpi.kpis.iter();
            let kpis = kpis.filter(|kpi| kpi.places.iter().any(|place| place.measure == measure.id)).count();
            assert_eq!(gauges, kpis, "{}: a gauge for each KPI", measure.id);
        }
    }
}

fn page_gauges(page: &str) -> usize {
    page.matches("<div class=\"face\"><svg ").count()
}

#[test]
fn each_number_of_who_does_what_leads_to_as_many_names() {
    let (library, pages) = (library(), pages(&library()));
    let page = &pages[&source().file("strategy")];
    for actor in Actor::ALL {
        let pillars = library.strategy.pillars.iter().map(|pillar| Some(pillar.id));
        for pillar in pillars.chain([None]) {
            let count = Doings::of(&library.strategy, actor, pillar).count();
            let id = pillar.map_or_else(|| format!("who-{actor}"), |pillar| format!("who-{actor}-{pillar}"));
            let Some((_, list)) = page.split_once(&format!("id=\"{id}\"")) else {
                assert_eq!(count, 0, "{id}");
                continue;
            };
            assert_eq!(list.split("</section>").next().unwrap().matches("<li>").count(), count, "{id}");
        }
    }
}

#[test]
fn easy_japanese_tells_the_reading_of_every_kanji() {
    let (library, pages) = (library(), pages(&library()));
    let lang = languages().find("ja-easy").unwrap();
    for file in own_files(&library, lang) {
        let body = pages[&file].split_once("<body>").unwrap().1;
        let mut parts = body.split("<ruby>");
        let first = parts.next().unwrap().to_owned();
        let bare = parts.fold(first, |text, part| text + part.split_once("</ruby>").unwrap().1);
        for part in bare.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            let has_kanji = text.chars().any(|letter| matches!(letter, '一'..='鿿'));
            assert!(!has_kanji || tag.contains("lang=\"ja\"") || OWN_NAMES.contains(&text), "{file}: {text}");
        }
        assert!(!bare.contains('|'), "{file}: a reading was left unset");
    }
}

#[test]
fn in_english_what_is_japanese_says_so() {
    let (library, pages) = (library(), pages(&library()));
    let lang = languages().find("en").unwrap();
    let is_japanese = |text: &str| text.chars().any(|letter| matches!(letter, 'ぁ'..='ヿ' | '一'..='鿿'));
    for file in own_files(&library, lang) {
        for part in pages[&file].split_once("<body>").unwrap().1.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            assert!(!is_japanese(text) || tag.contains("lang=\"ja"), "{file}: {text}");
        }
    }
}
