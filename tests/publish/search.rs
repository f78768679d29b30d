//! The page on which everything can be found has all of it, and each entry leads to the thing itself.

use std::collections::BTreeSet;

use shigoto_widgets::data::items::ItemKind;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::locale::{Languages, ruby};

use super::strategy::{attributes, pages, words};
use crate::common::{library, town};

/// The addresses on the page, and what each of them is called.
fn entries(page: &str) -> Vec<(&str, String)> {
    let items = page.split("<li").skip(1).filter_map(|item| Some(item.split_once("</li>")?.0));
    items
        .filter_map(|item| item.split_once("<a href=\"")?.1.split_once("\">"))
        .map(|(url, rest)| (url, words(&format!("<a>{rest}"))))
        .collect()
}

/// Every name that must be found, in the strategy's own words.
fn names(library: &Library) -> BTreeSet<&str> {
    let (strategy, data) = (&library.strategy, &library.dataset);
    let items = strategy.items().filter(|item| !item.is_repeated).map(|item| item.name);
    let pillars = strategy.pillars.iter().map(|pillar| pillar.name.as_str());
    let measures = strategy.measures().map(|measure| measure.name.as_str());
    let kpis = data.kpi.kpis.iter().map(|kpi| kpi.name.as_str());
    let swot = data.swot.factors.iter().map(|factor| factor.name.as_str());
    let swot = swot.chain(data.swot.issues.iter().map(|issue| issue.name.as_str()));
    let industries = data.lq.tables.iter().flat_map(|table| table.rows.iter().map(|row| row.industry.as_str()));
    let facts = library.facts.prose.facts.iter().map(|fact| fact.what.as_str());
    let terms = library.glossary.terms.iter().map(|term| term.term.as_str());
    items.chain(pillars).chain(measures).chain(kpis).chain(swot).chain(industries).chain(facts).chain(terms).collect()
}

#[test]
fn everything_is_found_in_every_language_and_leads_to_a_place_that_is_there() {
    for library in [library(), town()] {
        let pages = pages(&library);
        for lang in Languages::new(library.languages.clone()).unwrap().all() {
            let page = &pages[&lang.file("search")];
            let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
            let found = entries(main);
            let shown: BTreeSet<String> = found.iter().map(|(_, text)| text.replace(char::is_whitespace, "")).collect();
            for name in names(&library) {
                let name = words(&format!("<a>{}", ruby::set(lang.name(name)))).replace(char::is_whitespace, "");
                assert!(shown.iter().any(|text| text.starts_with(&name)), "{}: {name} is not found", lang.tag());
            }
            for (url, text) in &found {
                let (file, place) = url.split_once('#').unwrap_or((url, ""));
                let target = pages.get(file).unwrap_or_else(|| panic!("{text} leads to {file}, which is not there"));
                let place = place.split('?').next().unwrap_or_default();
                let ids = || attributes(target, "id").into_iter().map(ToOwned::to_owned).collect::<Vec<_>>();
                assert!(
                    place.is_empty() || ids().iter().any(|id| id == place),
                    "{text} leads to {url}, where nothing is"
                );
            }
        }
    }
}

#[test]
fn words_are_found_as_they_are_said_and_by_who_acts() {
    let (library, pages) = (library(), pages(&library()));
    let page = &pages["search.html"];
    let measure = library.strategy.measures().find(|measure| measure.id.as_str() == "4-1").unwrap();
    let (_, entry) = page.split_once("<a href=\"measure-4-1.html\">").unwrap();
    assert!(entry.starts_with(&measure.name));
    let (before, _) = page.split_once("<a href=\"measure-4-1.html\">").unwrap();
    let also = before.rsplit_once("data-also=\"").unwrap().1;
    assert!(also.starts_with(|first: char| ('ぁ'..='ん').contains(&first)), "{also}");
    let project =
        library.strategy.items().find(|item| item.kind == ItemKind::Project && !item.actors.is_empty()).unwrap();
    let (_, entry) = page.split_once(&format!("#{}\">", project.id())).unwrap();
    assert!(entry.split_once("</li>").unwrap().0.contains("取組主体"), "{}", project.name);
}
