//! The service worker with the build it keeps: which files, in which round, with which hash. `www/sw.js` says why.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::app::{ICONS, MANIFEST};
use super::csvw;
use super::kit::{Kit, hashed, short_hash};
use super::sink::Files;
use crate::locale::{Key, Lang, Languages, ruby};
use crate::markup::accessibility;
use crate::markup::bar::Page;
use crate::markup::site::BUILD;
use crate::widget::Kind;
use crate::widget::kiosk::settings::NAMES;

/// Beginnings of the names of what a visit needs: kept by everyone.
const ALWAYS: [&str; 7] = ["index.html", "elements-", "embed.js", "offline-", "shigoto-widgets-", "style-", MANIFEST];
/// What is kept besides unless data are saved: languages, the complete module, frames, open data.
const USUALLY: [&str; 15] = [
    "about",
    "facts",
    "index.",
    "shigoto-complete-",
    "embed.html",
    "embed-host.js",
    "frame-",
    "glossary",
    "strategy",
    "map-",
    "measure-",
    "search",
    "content-",
    "data/",
    "kiosk",
];
/// What is kept only once it has been asked for, though its name begins like what is usually kept.
const LATE: [&str; 2] = ["data/schema/", "data/editions.json"];
/// What an officer may change: no build has it, and `sw.js` keeps the last one seen.
const CHANGEABLE: &str = "kiosk.json";

/// Names the build of all these files on the pages, and adds `sw.js`. What is rendered later is not kept.
pub fn write(languages: &Languages, kit: &Kit, files: &mut Files) {
    let of = |(name, bytes): (&str, &[u8])| (name.to_owned(), (round(name), integrity(bytes)));
    let mut kept: BTreeMap<_, _> = files.iter().filter(|(name, _)| *name != CHANGEABLE).map(of).collect();
    let build = short_hash(json!(kept).to_string().as_bytes());
    let named = languages.all().map(|lang| accessibility::file_of(lang).to_owned());
    let pages = languages.all().flat_map(|lang| Page::all().map(move |page| page.file(lang)));
    for name in pages.chain(named).collect::<BTreeSet<_>>() {
        let page = String::from_utf8_lossy(files.get(&name)).replace(BUILD, &build);
        kept.extend([of((&name, page.as_bytes()))]);
        files.add(name, page);
    }
    // The list is no part of a visit, as the worker itself is. What it says of a new version has no readings: a script
    // builds that line.
    let say = |lang: Lang, key| ruby::words(lang.text(key));
    let news = |lang: Lang| (lang.code(), [say(lang, Key::NewerVersion), say(lang, Key::NewerAct)]);
    let news: BTreeMap<_, _> = languages.all().map(news).collect();
    let list = format!("Object.assign(self,{});\n", json!({ "files": kept, "settable": NAMES, "news": news }));
    let list_name = hashed("sw-files", list.as_bytes(), "js");
    files.add("sw.js", kit.worker(&build, &list_name));
    files.add(list_name, list);
}

/// When a file is brought: 0 always, 1 unless data are saved, 2 once it is asked for.
fn round(name: &str) -> u8 {
    let is_of = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
    let is_late = is_of(&LATE) || name.ends_with(csvw::SUFFIX);
    if is_of(&ALWAYS) || name.starts_with(ICONS) {
        0
    } else if (is_of(&USUALLY) || is_of(&Kind::ALL.map(|kind| kind.offer().page))) && !is_late {
        1
    } else {
        2
    }
}

/// What a browser checks a file with.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{integrity, round};

    #[test]
    fn files_come_when_they_are_needed() {
        let rounds = |names: &[&str]| names.iter().map(|name| round(name)).collect::<Vec<_>>();
        assert_eq!(
            rounds(&["index.html", "shigoto-widgets-0.wasm", "style-0.css", "icons/any.svg", "embed.js"]),
            [0; 5]
        );
        assert_eq!(
            rounds(&["index.en.html", "goals.html", "shigoto-complete-0.wasm", "data/lq.csv", "embed.html"]),
            [1; 5]
        );
        let late = [
            "figures/a.svg",
            "data/schema/lq.json",
            "data/editions.json",
            "data/lq.csv-metadata.json",
            "standalone.html",
            "embed-guide.html",
        ];
        assert_eq!(rounds(&late), [2; 6]);
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
