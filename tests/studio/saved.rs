//! What is saved can be opened again, and is what the command line publishes.

use shigoto_widgets::publish::archive::unpacked;
use shigoto_widgets::publish::kit::{File, Kit};
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;
use shigoto_widgets::studio::content::{Offer, Seen};
use shigoto_widgets::studio::desk::Desk;
use shigoto_widgets::studio::save;

use crate::{changed, common, take};

fn kit() -> Kit {
    let file = File { name: "style.css".to_owned(), bytes: b"body{}".to_vec() };
    let policy = std::fs::read_to_string("xtask/csp.txt").unwrap();
    Kit { css: file.name.clone(), files: vec![file], policy, studio_wasm: b"wasm".to_vec(), ..Kit::default() }
}

const READING: &str = "id,period,value,source,note\r\n2030-trees,2027年度,7,町,\r\n";

#[test]
fn a_site_an_archive_of_data_and_a_page_are_gone_on_from() {
    let town = common::town();
    let mut desk = Desk::open(&town.files).unwrap();
    take(&mut desk, "a.csv", READING);
    assert_eq!(changed(&desk), ["kpi_actuals.csv"]);
    assert!(!desk.needs_reason());
    let library = desk.edition("2028-01-31", "").unwrap();
    assert_eq!(library.editions.len(), town.editions.len() + 1);
    let own = library.files.keys().filter(|name| !name.starts_with("interface/")).count();
    let archives = [("site.zip", save::site(&library, &kit(), 2026)), ("data.zip", save::data(&library, &kit(), 2026))];
    for (name, bytes) in archives {
        let mut other = Desk::open(&town.files).unwrap();
        assert_eq!(other.take(name, Offer::Bytes(&bytes.unwrap())), Ok(Seen::Content(own)), "{name}");
        assert_eq!(other.edition("", "").unwrap().files, library.files, "{name}");
    }
    let page = String::from_utf8(save::page(&library, &kit(), 2026).unwrap()).unwrap();
    let mut other = Desk::open(&town.files).unwrap();
    assert_eq!(take(&mut other, "standalone.html", &page), Seen::Content(own));
    assert_eq!(other.edition("", "").unwrap().files, library.files);
}

#[test]
fn the_site_saved_is_the_one_published_with_the_kit_that_it_carries() {
    let town = common::town();
    let mut published = Files::default();
    render(&town, &kit(), 2026, &mut published).unwrap();
    let site = unpacked(&save::site(&town, &kit(), 2026).unwrap()).unwrap();
    assert_eq!(site.len(), published.iter().count());
    for (name, bytes) in published.iter() {
        assert_eq!(site[name], bytes, "{name}");
    }
    let script = site.iter().find(|(name, _)| name.starts_with("studio-kit-")).unwrap().1;
    assert_eq!(*script, kit().script().unwrap().bytes);
}

#[test]
fn what_was_published_changes_with_a_reason_and_stays_in_the_record() {
    let town = common::town();
    let mut desk = Desk::open(&town.files).unwrap();
    take(&mut desk, "a.csv", READING);
    let first = desk.edition("2028-01-31", "").unwrap();
    // Another day, from what was published then.
    let mut desk = Desk::open(&first.files).unwrap();
    take(&mut desk, "b.csv", &READING.replace(",7,", ",8,"));
    assert!(desk.needs_reason());
    let second = desk.edition("2028-02-28", "数え直し").unwrap();
    let last = second.editions.last().unwrap();
    assert_eq!(last.reason.as_deref(), Some("数え直し"));
    let change = last.changes.iter().find(|change| change.field == "value").unwrap();
    assert_eq!((change.old.as_deref(), change.new.as_deref()), (Some("7"), Some("8")));
    // A day before the last edition is refused by its place.
    let faults = desk.edition("2026-01-01", "a").map(|_| ()).unwrap_err();
    assert!(faults.iter().all(|fault| fault.file == "editions.json"), "{faults:?}");
    // Back to what it was: nothing to record.
    assert!(desk.undo() && !desk.needs_reason() && desk.changes().is_empty());
    assert_eq!(desk.edition("", "").unwrap().files, first.files);
}
