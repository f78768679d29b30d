//! The history of a content: going back edition by edition ends with nothing, and nothing that was published is missing.

use crate::common::{library, library_with, town, town_with};

use std::collections::BTreeMap;

use shigoto_widgets::data::change::{Change, Part, Standing};
use shigoto_widgets::data::editions::{Edition, append, written};
use shigoto_widgets::data::library::{EDITIONS, Library};
use shigoto_widgets::model::changes::changes;
use shigoto_widgets::model::history::history;

type Values = BTreeMap<(Part, String, String), String>;

/// What a place states that was published, its readings and its own wording among it.
fn stated(library: &Library) -> Values {
    let statements = library.statements().all.into_iter();
    let published = statements.filter(|statement| statement.standing != Standing::Editorial);
    published.map(|statement| ((statement.part, statement.id, statement.field), statement.value)).collect()
}

/// What editions come to, one after another.
fn replayed<'a>(changes: impl Iterator<Item = &'a Change>) -> Values {
    let mut values = Values::new();
    for change in changes.filter(|change| change.is_of_print()) {
        let key = (change.part, change.id.clone(), change.field.clone());
        let before = match &change.new {
            Some(new) => values.insert(key, new.clone()),
            None => values.remove(&key),
        };
        assert_eq!(before, change.old, "{change:?}");
    }
    values
}

#[test]
fn every_value_that_was_published_has_its_date_and_its_source() {
    for library in [library(), town()] {
        let history = history(&library);
        let all = || history.editions.iter().flat_map(|edition| &edition.changes);
        assert_eq!(
            replayed(history.unrecorded.iter().chain(all())),
            stated(&library),
            "all editions end with the content"
        );
        for edition in &history.editions {
            assert!(edition.changes.iter().all(|change| change.date == Some(edition.date)), "{}", edition.id);
            assert!(edition.changes.iter().all(|change| change.source.is_some()), "{}", edition.id);
        }
    }
}

#[test]
fn the_first_edition_holds_what_was_before_later_ones() {
    let history = history(&town());
    let target = |edition: &Edition| {
        let changes = edition.changes.iter();
        changes.filter(|change| (&*change.id, &*change.field) == ("3", "target.value")).cloned().collect::<Vec<_>>()
    };
    let [first, second] = history.editions.as_slice() else { panic!("{:?}", history.editions) };
    let [then, now] = [target(first), target(second)].map(|found| found.into_iter().next().unwrap());
    assert_eq!((then.old, then.new.as_deref()), (None, Some("800")));
    assert_eq!((now.old.as_deref(), now.new.as_deref()), (Some("800"), Some("900")));
    assert_eq!(now.reason.as_deref(), Some("教室の回数を増やすため"), "its own, not that of the edition");
    assert!(first.changes.iter().all(|change| change.part != Part::Reading), "readings came later");
    let readings = history.unrecorded.iter().filter(|change| change.part == Part::Reading);
    let unrecorded: Vec<&str> = readings.map(|change| &*change.id).collect();
    assert_eq!(unrecorded, ["3/2026年度", "3/2026年度"], "no edition says when");
}

#[test]
fn the_open_data_are_read_back_and_say_the_same() {
    let whole = history(&town());
    let text = written(&whole, true);
    let again = town_with(&[(EDITIONS, Some(text.as_bytes()))]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(history(&again), whole);
}

#[test]
fn what_changes_between_two_contents_becomes_an_edition_of_the_second() {
    let kpi = crate::common::file("kpi.json").replacen("\"value\": 3", "\"value\": 4", 1);
    let rows = "id,period,value,source,note\nstartups,2025年度,84,市,\n";
    let files = [("kpi.json", Some(kpi.as_bytes())), ("kpi_actuals.csv", Some(rows.as_bytes()))];
    let (old, new) = (library(), library_with(&files).unwrap());
    let found = changes(&old, &new);
    let edition = Edition {
        id: "any".parse().unwrap(),
        date: "2026-06-30".parse().unwrap(),
        title: None,
        reason: Some("見直し".to_owned()),
        source: Some("市".to_owned()),
        changes: found.clone(),
    };
    let text = append(&old.editions, edition.clone());
    let files = [files[0], files[1], (EDITIONS, Some(text.as_bytes()))];
    let recorded = library_with(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let [_, last] = recorded.editions.as_slice() else { panic!("{:?}", recorded.editions) };
    assert_eq!((&*last.id.to_string(), &last.changes), ("2026-06-30", &found));
    let unrecorded = history(&recorded).unrecorded;
    assert!(unrecorded.iter().all(|change| change.part != Part::Reading), "every reading is recorded");
    // A second one on the same day has an id of its own.
    let third = append(&recorded.editions, Edition { changes: Vec::new(), ..edition });
    assert!(third.contains("\"id\": \"2026-06-30-2\""), "{third}");
}

#[test]
fn a_reading_that_nobody_recorded_is_on_record_once_it_is_corrected_or_gone() {
    let rows = "id,period,value,source,note\nstartups,2025年度,84,市,\n";
    let recorded = |new: &str| {
        format!(
            "{{\"editions\": [{{\"id\": \"one\", \"date\": \"2025-02\"}}, {{\"id\": \"two\", \"date\": \"2026-07\", \"reason\": \"誤記\", \
             \"changes\": [{{\"part\": \"reading\", \"id\": \"startups/2025年度\", \"field\": \"value\", \"old\": \"80\"{new}}}]}}]}}"
        )
    };
    for (rows, new) in [(rows, ", \"new\": \"84\""), ("id,period,value,source,note\n", "")] {
        let text = recorded(new);
        let files = [("kpi_actuals.csv", Some(rows.as_bytes())), (EDITIONS, Some(text.as_bytes()))];
        let library = library_with(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let history = history(&library);
        let found =
            history.unrecorded.iter().find(|change| change.id == "startups/2025年度" && change.field == "value");
        assert_eq!(found.unwrap().new.as_deref(), Some("80"), "it was out before, nobody knows since when");
        let all = history.unrecorded.iter().chain(history.editions.iter().flat_map(|edition| &edition.changes));
        assert_eq!(replayed(all), stated(&library));
    }
}
