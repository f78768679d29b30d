//! Changes between two contents: none is missed, none is invented, and each is told in words.

use crate::common::{languages, library, library_with, town, town_with};

use serde_json::{Value, json};
use shigoto_widgets::data::change::{Change, ChangeKind, Part};
use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::statements::Statements;
use shigoto_widgets::locale::changes::{sentences, sum};
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::locale::{Lang, Languages};
use shigoto_widgets::model::changes::{between, changes, sums};

/// What no sentence may leave unfilled.
const HOLES: [&str; 7] = ["{what}", "{old}", "{new}", "{place}", "{field}", "{part}", "{text}"];
const HEADER: &str = "id,period,value,source,note\n";

/// The files of a place, each with its name.
fn files(library: &Library) -> Vec<(String, Value)> {
    library.stating().map(|(name, bytes)| (name.to_owned(), serde_json::from_slice(bytes).unwrap())).collect()
}

/// A place in which one file is another. What it states is read off its files, whether they keep the rules or not.
fn with(library: &Library, name: &str, content: &Value) -> Library {
    let mut changed = library.clone();
    *changed.files.get_mut(name).unwrap() = serde_json::to_vec(content).unwrap();
    changed
}

/// What one file of a place states.
fn stated(name: &str, content: &Value) -> Statements {
    let mut statements = Statements::default();
    statements.add(name, &serde_json::to_vec(content).unwrap());
    statements
}

/// Where the values of a tree stand.
fn pointers(at: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(&format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), value, found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                pointers(&format!("{at}/{place}"), value, found);
            }
        }
        _ => {}
    }
    found.push(at.to_owned());
}

fn all_pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointers("", value, &mut found);
    found
}

fn another(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => Some(json!(format!("{text}改"))),
        Value::Number(number) => Some(json!(number.as_f64().unwrap() + 0.5)),
        Value::Bool(is) => Some(json!(!is)),
        _ => None,
    }
}

fn assert_sound(changes: &[Change], what: &str) {
    assert!(!changes.is_empty(), "{what} is no change");
    for change in changes {
        assert_ne!(change.old, change.new, "{what}: {change:?}");
    }
}

#[test]
fn the_same_content_has_no_changes_however_it_is_written() {
    for library in [library(), town()] {
        assert_eq!(changes(&library, &library), []);
        for (name, content) in files(&library) {
            assert_eq!(changes(&library, &with(&library, &name, &content)), [], "{name} written in one line");
        }
    }
}

#[test]
fn no_value_becomes_another_or_goes_unseen() {
    for (name, content) in files(&town()) {
        let before = stated(&name, &content);
        for pointer in all_pointers(&content) {
            let Some(value) = another(content.pointer(&pointer).unwrap()) else { continue };
            for value in [value, Value::Null] {
                let mut changed = content.clone();
                *changed.pointer_mut(&pointer).unwrap() = value;
                assert_sound(&between(&before, &stated(&name, &changed)), &format!("{name}{pointer}"));
            }
        }
    }
}

#[test]
fn no_record_comes_goes_or_moves_unseen() {
    for (name, content) in files(&town()) {
        let before = stated(&name, &content);
        for pointer in all_pointers(&content) {
            let Some(items) = content.pointer(&pointer).unwrap().as_array() else { continue };
            // Behind the last quotient that is published, one that is not is no quotient either.
            for place in (0..items.len()).filter(|place| place + 1 < items.len() || !items[*place].is_null()) {
                let mut changed = content.clone();
                changed.pointer_mut(&pointer).unwrap().as_array_mut().unwrap().remove(place);
                let other = stated(&name, &changed);
                assert_sound(&between(&before, &other), &format!("{name}{pointer} without {place}"));
                assert_sound(&between(&other, &before), &format!("{name}{pointer} with {place}"));
                if place > 0 && items[place - 1] != items[place] {
                    let mut changed = content.clone();
                    changed.pointer_mut(&pointer).unwrap().as_array_mut().unwrap().swap(place - 1, place);
                    let other = stated(&name, &changed);
                    assert_sound(&between(&before, &other), &format!("{name}{pointer} in another order"));
                }
            }
        }
    }
}

#[test]
fn going_back_undoes_every_change() {
    let (town, city) = (town(), library());
    let (there, back) = (changes(&town, &city), changes(&city, &town));
    let key = |change: &Change| (change.part, change.id.clone(), change.field.clone());
    let mut forward: Vec<_> =
        there.iter().map(|change| (key(change), change.old.clone(), change.new.clone())).collect();
    let mut backward: Vec<_> =
        back.iter().map(|change| (key(change), change.new.clone(), change.old.clone())).collect();
    forward.sort();
    backward.sort();
    assert_eq!(forward, backward);
    assert_eq!(there, changes(&town, &city), "and they are always told in the same order");
}

fn readings(rows: &str) -> Vec<u8> {
    [HEADER, rows].concat().into_bytes()
}

fn spoken(lang: Lang, changes: &[Change]) -> Vec<String> {
    sentences(lang, changes).iter().map(|sentence| words(sentence)).collect()
}

#[test]
fn readings_that_come_change_and_go_are_told_in_every_language() {
    let old = readings("startups,2024年度,80,市,\nvisitors,2024年,5000,市,速報\n");
    let new = readings("startups,2024年度,81,市,\nstartups,2025年度,84.5,市,\n");
    let [old, new] = [old, new].map(|rows| library_with(&[("kpi_actuals.csv", Some(&rows))]).unwrap());
    let changes = changes(&old, &new);
    let told = spoken(languages().source(), &changes);
    let name = |id: &str| old.dataset.kpi.kpis.iter().find(|kpi| kpi.id.as_str() == id).unwrap().name.clone();
    let (startups, visitors) = (name("startups"), name("visitors"));
    assert_eq!(
        told,
        [
            format!("KPI「{startups}」（2024年度）の実績値：80件を81件に"),
            format!("KPI「{startups}」（2025年度）の実績値：新しく84.5件"),
            format!("KPI「{visitors}」（2024年）の実績値：5,000千人を削除"),
        ]
    );
    assert_eq!(sum(languages().source(), &changes), "実績：1件を追加、1件を訂正、1件を削除");
    let needing: Vec<&str> = changes.iter().filter(|change| change.needs_reason()).map(|change| &*change.id).collect();
    assert_eq!(
        needing,
        ["startups/2024年度", "visitors/2024年", "visitors/2024年"],
        "values and sources, not what is new"
    );
    let english = languages().find("en").unwrap();
    let told = spoken(english, &changes);
    assert!(told[0].ends_with(" (FY2024), Actual: 80 becomes 81"), "{told:?}");
    assert!(told[1].ends_with(" (FY2025), Actual: new, 84.5"), "{told:?}");
    assert!(told[2].ends_with(" (2024), Actual: 5,000,000 visitors removed"), "{told:?}");
    assert_eq!(sum(english, &changes), "Actuals: 1 added, 1 corrected, 1 removed");
    let easy = spoken(languages().find("ja-easy").unwrap(), &changes);
    assert!(easy[0].ends_with("80件を81件に変える") && easy[1].ends_with("新しく84.5件"), "{easy:?}");
}

#[test]
fn what_was_published_needs_a_reason_and_what_is_ours_does_not() {
    let town = town();
    let cases = [
        ("kpi.json", "/kpis/0/target/value", Part::Kpi, "2030-trees", "target.value", true),
        ("kpi.json", "/kpis/0/kind", Part::Kpi, "2030-trees", "kind", false),
        ("lq.json", "/tables/0/rows/0/values/1", Part::Quotient, "output/漁と養殖/kasumizawa", "lq", true),
        ("lq.json", "/tables/0/rows/0/sector", Part::Quotient, "output/漁と養殖", "sector", false),
        ("swot.json", "/factors/0/name", Part::Swot, "S-1", "name", true),
        ("strategy.json", "/pillars/0/measures/0/projects/0/text", Part::Strategy, "1-1-p1", "text", true),
        ("strategy.json", "/pillars/0/measures/0/situation/0/text", Part::Strategy, "1-1-s1", "text", true),
        ("facts.json", "/facts/0/value", Part::Fact, "visitors-2020", "value", true),
        ("facts.json", "/series/0/name", Part::Fact, "series/visitors", "name", false),
        ("circulation.json", "/areas/0/returned", Part::Table, "港野市", "returned", true),
        ("glossary.json", "/terms/0/text", Part::Term, "海の教室", "text", true),
        ("about.json", "/members/0/affiliation", Part::About, "members/岬 わたる", "affiliation", true),
        ("links.json", "/factor_strategy/0/reason", Part::Link, "factor_strategy/S-1/SO-1", "reason", false),
        ("words/en.json", "/data/木工", Part::Translation, "en/木工", "data", false),
    ];
    for (file, pointer, part, id, field, needs_reason) in cases {
        let mut content = files(&town).into_iter().find(|(name, _)| name == file).unwrap().1;
        let value = content.pointer_mut(pointer).unwrap_or_else(|| panic!("{file}{pointer}"));
        *value = another(value).unwrap();
        let found = changes(&town, &with(&town, file, &content));
        let [change] = found.as_slice() else { panic!("{file}{pointer}: {found:#?}") };
        assert_eq!((change.part, &*change.id, &*change.field), (part, id, field));
        assert_eq!((change.kind(), change.needs_reason()), (ChangeKind::Corrected, needs_reason), "{change:?}");
    }
}

#[test]
fn every_change_has_a_sentence_in_every_language() {
    let (town, city) = (town(), library());
    let all = Languages::new(town.languages.clone()).unwrap();
    for changes in [changes(&town, &city), changes(&city, &town)] {
        let counted: usize = sums(&changes).iter().map(|sum| sum.added + sum.corrected + sum.removed).sum();
        for lang in all.all() {
            let told = sentences(lang, &changes);
            assert!(told.len() >= counted, "{}", lang.tag());
            for sentence in told {
                assert!(HOLES.iter().all(|hole| !sentence.contains(hole)), "{sentence}");
            }
        }
    }
}

#[test]
fn a_new_record_is_one_sentence() {
    let facts = files(&town()).into_iter().find(|(name, _)| name == "glossary.json").unwrap().1;
    let mut more = facts.clone();
    let terms = more.pointer_mut("/terms").unwrap().as_array_mut().unwrap();
    terms.push(json!({ "term": "潮", "group": "さ行", "text": "海の水の満ち引き。" }));
    let more = serde_json::to_vec(&more).unwrap();
    let town = town();
    let source = Languages::new(town.languages.clone()).unwrap().source();
    let untranslated = town_with(&[("glossary.json", Some(&more))]).unwrap();
    let changes = changes(&town, &untranslated);
    assert_eq!(changes.len(), 3);
    assert_eq!(sentences(source, &changes), ["用語「潮」の内容：新しく「海の水の満ち引き。」"]);
    assert_eq!(sum(source, &changes), "用語：1件を追加、0件を訂正、0件を削除");
}
