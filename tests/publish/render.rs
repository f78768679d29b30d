//! A site is rendered from content and kit alone, into any sink, with the same bytes each time.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use shigoto_widgets::markup::Sheets;
use shigoto_widgets::publish::kit::{File, Kit, policy_with};
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::{Files, Sink as _, Zip};
use shigoto_widgets::publish::site::Folder;
use shigoto_widgets::widget::Kind;

use crate::common::{library, town};

/// A kit without scripts, under the policy that the guide describes.
pub fn kit() -> Kit {
    let file = File { name: "style.css".to_owned(), bytes: b"body{}".to_vec() };
    let policy = fs::read_to_string("xtask/csp.txt").unwrap();
    Kit { css: file.name.clone(), files: vec![file], policy, ..Kit::default() }
}

fn read_folder(dir: &Path, root: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            read_folder(&path, root, into);
        } else {
            into.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap());
        }
    }
}

fn read_zip(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn every_sink_gets_the_same_bytes() {
    let (library, kit) = (library(), kit());
    let mut files = Files::default();
    render(&library, &kit, 2026, &mut files).unwrap();
    let expected: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    for name in ["index.html", "index.en.html", "data/lq.json", "data/lq.csv", "figures/kpi-gauges.svg", "sw.js"] {
        assert!(expected.get(name).is_some_and(|bytes| !bytes.is_empty()), "{name}");
    }
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rendered");
    let _ = fs::remove_dir_all(&dir);
    render(&library, &kit, 2026, &mut Folder::new(&dir)).unwrap();
    let mut found = BTreeMap::new();
    read_folder(&dir, &dir, &mut found);
    assert!(found == expected, "the folder differs");
    let zip = || {
        let mut zip = Zip::new();
        render(&library, &kit, 2026, &mut zip).unwrap();
        zip.finish().unwrap()
    };
    let (first, second) = (zip(), zip());
    assert!(first == second, "the archive differs from one time to the next");
    assert!(read_zip(first) == expected, "the archive differs from the folder");
}

/// Keeps the town's archive for `tests/wasm/compare.mjs`, which renders it again in wasm.
#[test]
fn the_town_is_archived_for_the_comparison_with_wasm() {
    let mut zip = Zip::new();
    render(&town(), &kit(), 2027, &mut zip).unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("town.zip");
    fs::write(&path, zip.finish().unwrap()).unwrap();
    assert!(read_zip(fs::read(path).unwrap()).contains_key("index.html"));
}

#[test]
fn another_year_is_another_page() {
    let rendered = |year| {
        let mut files = Files::default();
        render(&library(), &kit(), year, &mut files).unwrap();
        files.get("index.html").to_vec()
    };
    assert!(rendered(2026) != rendered(2030));
    // Before the plan it is the plan's first year.
    assert!(rendered(1999) == rendered(2024));
}

#[test]
fn a_sink_that_takes_no_more_is_told() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("blocked");
    fs::write(&dir, "a file where the folder would be").unwrap();
    assert!(Folder::new(&dir).put("a.html", b"a").is_err());
}

#[test]
fn a_site_in_a_zip_has_no_time_of_day() {
    let mut zip = Zip::new();
    zip.put("a/b.txt", "字".as_bytes()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.finish().unwrap())).unwrap();
    let file = archive.by_index(0).unwrap();
    assert_eq!((file.name().unwrap(), file.last_modified()), ("a/b.txt".into(), Some(zip::DateTime::default())));
}

/// Texts of the `style` elements of a page.
fn styles(page: &str) -> Vec<&str> {
    page.split("<style>").skip(1).map(|rest| rest.split("</style>").next().unwrap()).collect()
}

#[test]
fn pages_carry_the_rules_they_need_and_the_policy_names_each_text() {
    // Words like these would be given readings and marks of language, and end tags left out.
    let rule = |name: &str| format!(".{name}>li{{color:red}}a{{--a:'漢|x</li>'}}");
    let trees = Kind::ALL.map(|kind| rule(kind.name()));
    let sheets = Sheets { page: rule("page"), trees, missing: rule("missing") };
    let plain = kit();
    let policy = policy_with(&plain.policy, &sheets);
    let (mut inline, mut linked) = (Files::default(), Files::default());
    render(&library(), &Kit { sheets: Some(sheets.clone()), policy, ..kit() }, 2026, &mut inline).unwrap();
    render(&library(), &plain, 2026, &mut linked).unwrap();
    let text = |files: &Files, name: &str| {
        String::from_utf8(files.iter().find(|(file, _)| *file == name).unwrap().1.to_vec()).unwrap()
    };
    let policy = text(&inline, "csp.txt");
    for (name, kinds) in [
        ("index.html", &Kind::ALL[..]),
        ("index.en.html", &Kind::ALL[..]),
        ("index.ja-easy.html", &Kind::ALL[..]),
        ("embed.html", &Kind::ALL[..]),
        ("goals.html", &[Kind::Kpi]),
        ("industries.ja-easy.html", &[Kind::Lq]),
    ] {
        let page = text(&inline, name);
        let found = styles(&page);
        let expected: Vec<String> =
            std::iter::once(sheets.page.clone()).chain(kinds.iter().map(|kind| rule(kind.name()))).collect();
        assert_eq!(found, expected, "{name}");
        assert!(!page.contains("rel=\"stylesheet\""), "{name}");
        for style in found {
            let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{name}");
        }
        let page = text(&linked, name);
        assert!(styles(&page).is_empty(), "{name}");
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), kinds.len() + 1, "{name}");
    }
    // At any address it could name no file.
    assert_eq!(styles(&text(&inline, "404.html")), [&sheets.missing]);
    let hash = STANDARD.encode(Sha256::digest(sheets.missing.as_bytes()));
    assert!(policy.contains(&format!("'sha256-{hash}'")), "404.html");
    assert!(styles(&text(&linked, "404.html")).is_empty());
    assert_eq!(text(&linked, "csp.txt").trim(), plain.policy.trim());
}
