//! What a page is where it is shared and searched for: its address, where the content folder tells it, its picture, the
//! data behind the pages as a catalogue, a map of the site, and the page that is shown where there is none.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::app::ICONS;
use super::csvw::SUFFIX;
use super::kit::Kit;
use super::open_data::{STRATEGY, tables};
use super::sink::Files;
use crate::data::address::Address;
use crate::data::library::{EDITIONS, Library};
use crate::locale::{Key, Lang, Languages, ruby, short_name};
use crate::markup::bar::Page;
use crate::markup::crumbs::linked;
use crate::markup::missing;
use crate::markup::site::{SITE, cited};
use crate::takeaway::facts::{CIRCULATION, MARKET, PROSE};

/// Pages that show what others show, or are for the staff.
const APART: [&str; 5] = ["404.html", "embed.html", "kiosk-guide.html", "kiosk.html", "standalone.html"];
/// The front page of the data's language, which a server sends for the site's address.
const FRONT: &str = "index.html";
/// Shown beside a shared link.
const PICTURE: &str = "any-512.png";

/// Adds all of it to the pages rendered so far, and beside them.
pub fn write(library: &Library, languages: &Languages, kit: &Kit, files: &mut Files) {
    let address = library.brand.address.as_ref();
    for lang in languages.all() {
        let name = Page::About.file(lang);
        let page = String::from_utf8_lossy(files.get(&name)).into_owned();
        files.add(name, in_head(&page, &linked(&catalogue(library, lang)).into_string()));
    }
    let site = address.map_or_else(|| "./".to_owned(), Address::to_string);
    let pages: Vec<String> = files.iter().map(|(name, _)| name.to_owned()).filter(|name| is_page(name)).collect();
    for name in &pages {
        let page = String::from_utf8_lossy(files.get(name)).into_owned();
        let page = match address {
            Some(address) => in_head(&page.replace(&format!("{SITE}{FRONT}"), &site), &placed(address, name)),
            None => page,
        };
        files.add(name, page.replace(SITE, &site));
    }
    if let Some(address) = address {
        files.add("sitemap.xml", sitemap(address, languages, &pages));
        // Read at the root of a host alone.
        if address.is_root() {
            files.add("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address.of("sitemap.xml")));
        }
    }
    let css = kit.sheets.as_ref().map(|sheets| sheets.missing.as_str());
    files.add("404.html", missing::document(languages, &library.strategy.title, address, css).into_string());
}

fn is_page(name: &str) -> bool {
    name.rsplit('.').next() == Some("html") && !name.contains('/') && !APART.contains(&name)
}

/// A page with more at the end of its head.
fn in_head(page: &str, more: &str) -> String {
    page.replacen("</head>", &format!("{more}</head>"), 1)
}

/// The address of a page; the source's front page is that of the site itself.
fn address_of(address: &Address, name: &str) -> String {
    if name == FRONT { address.to_string() } else { address.of(name) }
}

/// What only a known address can say. It holds no letter that HTML would need an escape for.
fn placed(address: &Address, name: &str) -> String {
    let (own, picture) = (address_of(address, name), address.of(&format!("{ICONS}/{PICTURE}")));
    format!(
        "<link rel=\"canonical\" href=\"{own}\"><meta property=\"og:url\" content=\"{own}\"><meta property=\"og:image\" content=\"{picture}\">"
    )
}

/// Every page with the same page in other languages, as <https://www.sitemaps.org/protocol.html> has it.
fn sitemap(address: &Address, languages: &Languages, pages: &[String]) -> String {
    let mut groups: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for name in pages {
        let stem = name.split('.').next().unwrap_or(name);
        if let Some(lang) = languages.all().find(|lang| lang.file(stem) == *name) {
            groups.entry(stem).or_default().push((lang.code(), name));
        }
    }
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            .to_owned();
    for group in groups.values() {
        for (_, name) in group {
            // Writing to a string cannot fail.
            let _ = write!(text, "<url><loc>{}</loc>", address_of(address, name));
            for (code, other) in group.iter().filter(|_| group.len() > 1) {
                let other = address_of(address, other);
                let _ = write!(text, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{other}\"/>");
            }
            text += "</url>\n";
        }
    }
    text + "</urlset>\n"
}

/// The open data as schema.org's `DataCatalog`.
fn catalogue(library: &Library, lang: Lang) -> Value {
    let strategy = lang.translated(&library.strategy);
    let facts = &library.facts;
    let of_pages = [
        Some((STRATEGY.file, STRATEGY.name, (STRATEGY.period)(library))),
        Some((PROSE.file, PROSE.name, None)),
        facts.market.as_ref().map(|_| (MARKET.file, MARKET.name, None)),
        facts.circulation.as_ref().map(|data| (CIRCULATION.file, CIRCULATION.name, Some(data.period.to_string()))),
    ];
    let all = tables().map(|table| (table.file, table.name, None)).chain(of_pages.into_iter().flatten());
    let publisher = json!({ "@type": "Organization", "name": ruby::words(&strategy.publisher) });
    let rights = ruby::words(&lang.fill(Key::DataRights, &[("city", &strategy.city)]));
    let dataset = |(file, name, period): (&str, Key, Option<String>)| {
        let name = ruby::words(short_name(lang.text(name)));
        let cited = cited(lang, &strategy);
        let about = lang.fill(Key::DataAbout, &[("name", &name), ("source", &cited)]);
        let mut dataset = json!({
            "@type": "Dataset", "name": format!("{name}｜{}", ruby::words(&strategy.title)), "description": ruby::words(&about),
            "creator": publisher, "conditionsOfAccess": rights, "isAccessibleForFree": true, "inLanguage": library.brand.languages.first(),
            "distribution": [
                { "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": format!("{SITE}data/{file}") },
                { "@type": "DataDownload", "encodingFormat": "application/csvm+json", "contentUrl": format!("{SITE}data/{file}{SUFFIX}") },
            ],
        });
        if let (Some(period), Value::Object(fields)) = (period, &mut dataset) {
            fields.insert("temporalCoverage".to_owned(), json!(period));
        }
        dataset
    };
    let editions = json!({
        "@type": "Dataset",
        "name": format!("{}｜{}", ruby::words(short_name(lang.text(Key::DataEditions))), ruby::words(&strategy.title)),
        "description": ruby::words(lang.text(Key::EditionsAbout)),
        "creator": publisher, "conditionsOfAccess": rights, "isAccessibleForFree": true, "inLanguage": library.brand.languages.first(),
        "dateModified": library.editions.last().map(|edition| edition.date.to_string()),
        "distribution": [
            { "@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": format!("{SITE}data/{EDITIONS}") },
        ],
    });
    json!({
        "@context": "https://schema.org", "@type": "DataCatalog", "name": ruby::words(&strategy.title), "publisher": publisher,
        "dataset": all.map(dataset).chain([editions]).collect::<Vec<_>>(),
    })
}
