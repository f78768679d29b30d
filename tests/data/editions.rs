//! Editions: what is recorded is what was stated, each slip is told with its place, and the file is always written alike.

use crate::common::{library, library_with, town, town_with};

use serde_json::{Value, json};
use shigoto_widgets::data::decode::decode;
use shigoto_widgets::data::editions::{EditionsData, written};
use shigoto_widgets::data::library::EDITIONS;
use shigoto_widgets::error::FaultLang;

fn file() -> Value {
    serde_json::from_str(&std::fs::read_to_string("data/fixture/editions.json").unwrap()).unwrap()
}

/// What is wrong with the town once `pointer` of its editions holds `value`.
fn faults(pointer: &str, value: Value) -> Vec<String> {
    let mut content = file();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match content.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
        Value::Array(items) if name == "-" => items.push(value),
        items => items[name.parse::<usize>().unwrap()] = value,
    }
    let bytes = serde_json::to_vec(&content).unwrap();
    let faults = town_with(&[(EDITIONS, Some(&bytes))]).err().unwrap_or_default();
    faults.iter().map(|fault| fault.line(FaultLang::En)).collect()
}

#[test]
fn each_slip_is_told_with_its_place() {
    let last = file().pointer("/editions/1/changes/5").unwrap().clone();
    let cases = [
        ("/editions", json!([]), "editions.json:editions — holds no record"),
        ("/editions/1/id", json!("2026-04"), "editions.json:editions[1] — "),
        ("/editions/1/date", json!("2026-03"), "editions.json:editions[1].date — editions stand by date"),
        ("/editions/1/changes/-", last.clone(), "editions.json:editions[1].changes[6] — stands twice"),
        (
            "/editions/1/changes/5/old",
            json!("900"),
            "editions.json:editions[1].changes[5].new — old and new are the same",
        ),
        ("/editions/1/changes/5/date", json!("2027-07"), "editions.json:editions[1].changes[5].date — "),
        (
            "/editions/1/changes/5/new",
            json!("901"),
            "editions.json:editions[1].changes[5].new — the content says `900` now",
        ),
        (
            "/editions/0/changes",
            json!([last]),
            "editions.json:editions[0].changes[0].old — before this edition it was nothing",
        ),
        (
            "/editions/1/changes/0/id",
            json!("3/2025年度"),
            "editions.json:editions[1].changes[0].new — the content says nothing",
        ),
    ];
    for (pointer, value, expected) in cases {
        let told = faults(pointer, value);
        assert!(told.iter().any(|line| line.starts_with(expected)), "{pointer}: {told:#?}");
    }
}

#[test]
fn what_was_published_is_changed_for_a_reason() {
    // The edition has one as well.
    assert_eq!(faults("/editions/1/changes/5/reason", json!(null)), [""; 0]);
    let mut edition = file().pointer("/editions/1").unwrap().clone();
    edition["reason"] = json!(" ");
    assert_eq!(faults("/editions/1", edition.clone()), [""; 0], "the change has its own");
    edition["changes"][5]["reason"] = json!(null);
    let told = faults("/editions/1", edition);
    let [only] = told.as_slice() else { panic!("what is new needs none: {told:#?}") };
    assert!(
        only.starts_with("editions.json:editions[1].changes[5].reason — what was published is changed for a reason")
    );
}

#[test]
fn an_edition_goes_on_where_the_one_before_it_ended() {
    let third = |old: &str| {
        json!({ "id": "third", "date": "2028-06", "changes": [
            { "part": "reading", "id": "2030-trees/2026年度", "field": "value", "old": old, "new": "150", "reason": "誤記" }
        ] })
    };
    assert!(faults("/editions/-", third("151"))[0].contains("changes[0].old — before this edition it was `150`"));
}

#[test]
fn files_are_written_as_the_writer_writes_them() {
    for place in ["aomori", "fixture"] {
        let text = std::fs::read_to_string(format!("data/{place}/editions.json")).unwrap();
        let data: EditionsData = decode(EDITIONS, &text).unwrap();
        assert_eq!(written(&data, false), text, "{place}");
        for full in [false, true] {
            assert_eq!(decode::<EditionsData>(EDITIONS, &written(&data, full)), Ok(data.clone()), "{place}");
        }
    }
}

#[test]
fn a_place_that_records_none_has_the_edition_in_which_its_strategy_was_published() {
    let library = library_with(&[(EDITIONS, None)]).unwrap();
    let [first] = library.editions.as_slice() else { panic!("{:?}", library.editions) };
    assert_eq!((first.date.to_string(), first.title.as_deref()), (library.strategy.published.clone(), None));
}

#[test]
fn the_towns_in_the_repository_have_theirs() {
    assert_eq!(library().editions.len(), 1);
    assert_eq!(town().editions.len(), 2);
}
