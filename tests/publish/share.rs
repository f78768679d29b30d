//! What shared links, search engines and lost readers get: only what is true without the site's address, and with it all.

use std::collections::BTreeSet;

use serde_json::Value;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;

use super::render::kit;
use crate::common::{languages, library, library_with};

const SITE: &str = "https://www.example.jp/shigoto/";

fn rendered(library: &Library) -> Files {
    let mut files = Files::default();
    render(library, &kit(), 2026, &mut files).unwrap();
    files
}

fn placed(address: &str) -> Files {
    let brand = format!(r#"{{"languages": ["ja", "ja-easy", "en"], "address": "{address}"}}"#);
    rendered(&library_with(&[("brand.json", Some(brand.as_bytes()))]).unwrap())
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files.get(name).to_vec()).unwrap()
}

/// The blocks of linked data of a page.
fn linked(page: &str) -> Vec<Value> {
    let parts = page.split("<script type=\"application/ld+json\">").skip(1);
    parts.map(|part| serde_json::from_str(part.split_once("</script>").unwrap().0).unwrap()).collect()
}

fn content<'p>(page: &'p str, property: &str) -> Option<&'p str> {
    Some(page.split_once(&format!("property=\"{property}\" content=\""))?.1.split_once('"')?.0)
}

/// Every page that lies in the site's own folder.
fn pages(files: &Files) -> Vec<String> {
    let names = files.iter().map(|(name, _)| name.to_owned());
    names.filter(|name| name.rsplit('.').next() == Some("html") && !name.contains('/')).collect()
}

#[test]
fn a_link_has_a_face_and_claims_no_address_that_nobody_told() {
    let files = rendered(&library());
    assert!(files.get("sitemap.xml").is_empty() && files.get("robots.txt").is_empty());
    for name in pages(&files) {
        let page = text(&files, &name);
        assert!(!page.contains("rel=\"canonical\"") && !page.contains("og:url") && !page.contains("{site}"), "{name}");
        let has_head = !["404.html", "kiosk-guide.html", "kiosk.html"].contains(&name.as_str());
        let title = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        assert_eq!(content(&page, "og:title"), has_head.then_some(title), "{name}");
        assert_eq!(content(&page, "og:description").is_some_and(|about| !about.is_empty()), has_head, "{name}");
        assert!(!title.contains(['{', '|']), "{name}: {title}");
    }
}

#[test]
fn with_its_address_each_page_says_where_it_is() {
    let files = placed(SITE);
    let map = text(&files, "sitemap.xml");
    let places: BTreeSet<&str> = map.split("<loc>").skip(1).map(|part| part.split_once("</loc>").unwrap().0).collect();
    let apart = ["404.html", "embed.html", "kiosk-guide.html", "kiosk.html", "standalone.html"];
    for name in pages(&files) {
        let page = text(&files, &name);
        let own = if name == "index.html" { SITE.to_owned() } else { format!("{SITE}{name}") };
        let is_own = !apart.contains(&name.as_str());
        assert_eq!(page.contains(&format!("<link rel=\"canonical\" href=\"{own}\">")), is_own, "{name}");
        assert_eq!(content(&page, "og:url"), is_own.then_some(own.as_str()), "{name}");
        assert_eq!(places.contains(own.as_str()), is_own, "{name}");
        let picture = content(&page, "og:image").map(|url| url.strip_prefix(SITE).unwrap());
        assert!(picture.is_none_or(|picture| !files.get(picture).is_empty()), "{name}: {picture:?}");
    }
    assert!(
        text(&files, "facts.html").contains(&format!("\"item\":\"{SITE}\"")),
        "the way up leads to where the front page says it is"
    );
    assert!(map.contains(&format!(
        "<url><loc>{SITE}facts.en.html</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"{SITE}facts.en.html\"/>"
    )));
    assert!(map.contains(&format!("hreflang=\"ja-x-easy\" href=\"{SITE}measure-5-3.ja-easy.html\"")), "{map}");
    // Robots ask the host's root alone.
    assert!(files.get("robots.txt").is_empty());
    assert!(
        text(&placed("https://www.example.jp/"), "robots.txt")
            .ends_with("\nSitemap: https://www.example.jp/sitemap.xml\n")
    );
}

#[test]
fn every_step_to_a_page_is_told_to_readers_and_machines_alike() {
    let files = rendered(&library());
    for lang in languages().all() {
        for (stem, steps) in [("strategy", 2), ("measure-4-2", 4), ("facts", 2), ("about", 2), ("glossary", 2)] {
            let name = lang.file(stem);
            let page = text(&files, &name);
            let crumbs =
                page.split_once("<nav class=\"crumbs\" aria-label=\"").unwrap().1.split_once("</nav>").unwrap().0;
            assert_eq!(crumbs.matches("<li>").count(), steps, "{name}");
            let list = &linked(&page)[0];
            let items = list["itemListElement"].as_array().unwrap();
            assert_eq!((list["@type"].as_str(), items.len()), (Some("BreadcrumbList"), steps), "{name}");
            for item in items {
                assert!(!item["name"].as_str().unwrap().contains(['{', '|']), "{name}: {item}");
                let Some(address) = item["item"].as_str() else { continue };
                let file = address.strip_prefix("./").unwrap().split('#').next().unwrap();
                assert!(
                    !files.get(file).is_empty() && crumbs.contains(&format!("href=\"{}\"", &address[2..])),
                    "{name}: {address}"
                );
            }
        }
        for stem in ["industries", "strengths", "goals"] {
            let page = text(&files, &lang.file(stem));
            assert!(page.contains("<nav class=\"crumbs\"") && page.contains("<span aria-current=\"page\">"), "{stem}");
        }
    }
    assert!(text(&files, "embed-guide.html").contains("<nav class=\"crumbs\""));
    assert!(!text(&files, "index.html").contains("class=\"crumbs\""));
}

#[test]
fn the_open_data_are_a_catalogue_of_files_that_are_there() {
    for (files, site) in [(rendered(&library()), "./"), (placed(SITE), SITE)] {
        for lang in languages().all() {
            let all = linked(&text(&files, &lang.file("about")));
            let catalogue = all.iter().find(|data| data["@type"] == "DataCatalog").unwrap();
            let datasets = catalogue["dataset"].as_array().unwrap();
            let tables = files.iter().filter(|(name, _)| name.rsplit('.').next() == Some("csv")).count();
            assert_eq!(datasets.len(), tables + 1, "and the record of changes");
            for dataset in datasets {
                let about = dataset["description"].as_str().unwrap();
                assert!(about.chars().count() >= 20 && !about.contains(['{', '|']), "{about}");
                for download in dataset["distribution"].as_array().unwrap() {
                    let file = download["contentUrl"].as_str().unwrap().strip_prefix(site).unwrap();
                    assert!(!files.get(file).is_empty(), "{file}");
                }
            }
        }
    }
}

#[test]
fn who_is_lost_finds_the_way_in_every_language_and_at_any_depth() {
    for (files, ways) in
        [(rendered(&library()), ["./index.html", "./index.en.html", "../"]), (placed(SITE), [SITE, SITE, SITE])]
    {
        let page = text(&files, "404.html");
        assert!(page.contains("noindex") && !page.contains("<script") && !page.contains("stylesheet"));
        for lang in languages().all() {
            assert!(page.contains(&format!("<section lang=\"{}\">", lang.code())), "{}", lang.tag());
        }
        assert!(!page.contains(['{', '|']) && page.contains("<ruby>"), "readings are set");
        assert!(ways.iter().all(|way| page.contains(&format!("href=\"{way}"))), "{ways:?}");
        // Nothing else would be found from another folder.
        let addresses = page.split(" href=\"").skip(1).map(|part| part.split_once('"').unwrap().0);
        assert!(addresses.into_iter().all(|address| ways.iter().any(|way| address.starts_with(way))
            || address.starts_with("data:")
            || address == "./index.ja-easy.html"));
    }
}
