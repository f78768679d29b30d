//! Whole files: of the content by name, saved archives and pages; others are refused and change nothing.

use shigoto_widgets::error::FaultKind;
use shigoto_widgets::publish::archive::packed;
use shigoto_widgets::studio::content::{Offer, Seen};

use crate::{changed, common, desk, take};

#[test]
fn a_file_of_the_content_is_put_in_its_place() {
    let text = common::file("kpi.json").replacen("創業件数", "創業の件数", 1);
    for name in ["kpi.json", "kpi (2).json", "別の名前.json"] {
        let mut desk = desk();
        assert_eq!(take(&mut desk, name, &text), Seen::File("kpi.json".to_owned()), "{name}");
        assert_eq!(changed(&desk), ["kpi.json"]);
    }
}

#[test]
fn a_broken_file_of_the_content_is_told_with_its_places_and_changes_nothing() {
    let mut desk = desk();
    let text = common::file("kpi.json").replacen("\"kind\": \"cumulative\"", "\"kind\": \"later\"", 1);
    let faults = desk.take("kpi.json", Offer::Text(&text)).unwrap_err();
    assert!(faults.iter().all(|fault| fault.file == "kpi.json") && faults[0].line_number().is_some(), "{faults:?}");
    assert!(!desk.has_changed());
}

#[test]
fn an_archive_of_the_content_is_taken_whole_or_in_part_and_never_the_interface() {
    let town = common::town();
    let files = town.files.iter().map(|(name, bytes)| (format!("town/{name}"), bytes.clone()));
    let files: Vec<(String, Vec<u8>)> = files
        .map(|(name, bytes)| if name.contains("interface/ja.json") { (name, b"{}".to_vec()) } else { (name, bytes) })
        .collect();
    let bytes = packed(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))).unwrap();
    let mut desk = desk();
    let seen = desk.take("town.zip", Offer::Bytes(&bytes));
    let count = town.files.keys().filter(|name| !name.starts_with("interface/")).count();
    assert_eq!(seen, Ok(Seen::Content(count)));
    // The town prints no table of a market, and the city's is not left beside its files.
    assert!(desk.now().facts.market.is_none());
    assert_eq!(desk.now().dataset, town.dataset);
    let part = packed([("kpi_actuals.csv", b"id,period,value,source,note\r\n".as_slice())]).unwrap();
    let seen = desk.take("part.zip", Offer::Bytes(&part));
    assert_eq!(seen, Ok(Seen::Content(1)));
}

#[test]
fn what_is_not_ours_is_refused_in_words() {
    let mut desk = desk();
    let foreign = packed([("a.txt", b"a".as_slice())]).unwrap();
    let workbook = packed([("xl/workbook.xml", b"<a/>".as_slice())]).unwrap();
    let half = foreign.get(..foreign.len() / 2).unwrap();
    let kinds: Vec<FaultKind> = [foreign.as_slice(), &workbook, half]
        .into_iter()
        .map(|bytes| desk.take("a.zip", Offer::Bytes(bytes)).unwrap_err().remove(0).kind)
        .collect();
    assert!(matches!(&kinds[..], [FaultKind::Unrecognised(_), FaultKind::Workbook, FaultKind::Archive]), "{kinds:?}");
    let page = desk.take("a.html", Offer::Text("<!doctype html><p>a</p>")).unwrap_err();
    assert!(matches!(page[0].kind, FaultKind::Unrecognised(_)), "{page:?}");
    let nothing = desk.take("a.csv", Offer::Text("")).unwrap_err();
    assert_eq!(nothing[0].kind, FaultKind::Empty);
    assert!(!desk.has_changed());
}
