//! The service worker with the build it keeps: which files, in which round, with which hash. `www/sw.js` says why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::app::{ICONS, MANIFEST};
use super::kit::{Kit, hashed, short_hash};
use super::site::file_names;
use crate::locale::{Key, Lang};
use crate::markup::page::{BUILD, file_of};
use crate::markup::{accessibility, ruby};
use crate::widget::kiosk::settings::NAMES;

/// Beginnings of the names of what a visit needs: kept by everyone.
const ALWAYS: [&str; 7] = ["index.html", "elements-", "embed.js", "offline-", "shigoto-widgets-", "style-", MANIFEST];
/// What is kept besides unless data are saved: languages, the complete module, frames, open data.
const USUALLY: [&str; 9] =
    ["index.", "shigoto-complete-", "embed.html", "embed-host.js", "frame-", "glossary", "shadow-", "data/", "kiosk"];
/// What is kept only once it has been asked for.
const LATE: [&str; 1] = ["data/schema/"];
/// What an officer may change: no build has it, and `sw.js` keeps the last one seen.
const CHANGEABLE: &str = "kiosk.json";
/// Endings of what nobody asks for by name.
const TWINS: [&str; 2] = [".br", ".gz"];

/// Names the build of everything in `stage` on the pages, and writes `sw.js`. What is written later is not kept.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(stage: &Path, kit: &Kit) -> io::Result<()> {
    let mut files = BTreeMap::new();
    list(stage, "", &mut files)?;
    let build = short_hash(json!(files).to_string().as_bytes());
    let named = Lang::all().map(|lang| accessibility::file_of(lang).to_owned());
    for name in Lang::all().map(file_of).chain(named).collect::<BTreeSet<_>>() {
        let page = fs::read_to_string(stage.join(&name))?.replace(BUILD, &build);
        files.insert(name.clone(), (round(&name), integrity(page.as_bytes())));
        fs::write(stage.join(name), page)?;
    }
    // The list is no part of a visit, as the worker itself is. What it says of a new version has no readings: a script
    // builds that line.
    let say = |lang: Lang, key| ruby::words(lang.text(key));
    let news = |lang: Lang| (lang.code(), [say(lang, Key::NewerVersion), say(lang, Key::NewerAct)]);
    let news: BTreeMap<_, _> = Lang::all().map(news).collect();
    let list = format!("Object.assign(self,{});\n", json!({ "files": files, "settable": NAMES, "news": news }));
    let list_name = hashed("sw-files", list.as_bytes(), "js");
    fs::write(stage.join("sw.js"), kit.worker(&build, &list_name))?;
    fs::write(stage.join(list_name), list)
}

/// Adds every file of a folder, by its name relative to `stage`.
fn list(stage: &Path, folder: &str, files: &mut BTreeMap<String, (u8, String)>) -> io::Result<()> {
    for entry in file_names(&stage.join(folder))? {
        let name = format!("{folder}{entry}");
        if stage.join(&name).is_dir() {
            list(stage, &format!("{name}/"), files)?;
        } else if name != CHANGEABLE && !TWINS.iter().any(|ending| name.ends_with(ending)) {
            let hash = integrity(&fs::read(stage.join(&name))?);
            files.insert(name.clone(), (round(&name), hash));
        }
    }
    Ok(())
}

/// When a file is brought: 0 always, 1 unless data are saved, 2 once it is asked for.
fn round(name: &str) -> u8 {
    let is_of = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
    if is_of(&ALWAYS) || name.starts_with(ICONS) {
        0
    } else if is_of(&USUALLY) && !is_of(&LATE) {
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
        assert_eq!(rounds(&["index.en.html", "shigoto-complete-0.wasm", "data/lq.csv", "embed.html"]), [1; 4]);
        assert_eq!(rounds(&["figures/a.svg", "data/schema/lq.json", "standalone.html", "embed-guide.html"]), [2; 4]);
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
