//! Every data file meets its JSON Schema, and the schemas refuse what the types refuse.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::{Validator, draft202012};

use serde_json::{Value, json};
use shigoto_widgets::data::about::AboutData;
use shigoto_widgets::data::accessibility::AccessibilityData;
use shigoto_widgets::data::brand::Brand;
use shigoto_widgets::data::circulation::CirculationData;
use shigoto_widgets::data::decode::{FromJson, decode};
use shigoto_widgets::data::editions::EditionsData;
use shigoto_widgets::data::facts::FactsData;
use shigoto_widgets::data::glossary::GlossaryData;
use shigoto_widgets::data::kpi::KpiData;
use shigoto_widgets::data::links::LinkData;
use shigoto_widgets::data::lq::LqData;
use shigoto_widgets::data::market::MarketData;
use shigoto_widgets::data::strategy::StrategyData;
use shigoto_widgets::data::swot::SwotData;

type Decoder = fn(&Value) -> bool;

/// The data files, each with the type that reads it and the folder where it lies.
const FILES: [(&str, &str, Decoder); 13] = [
    ("interface/report", "accessibility", decodes::<AccessibilityData>),
    ("aomori", "about", decodes::<AboutData>),
    ("aomori", "brand", decodes::<Brand>),
    ("aomori", "circulation", decodes::<CirculationData>),
    ("aomori", "ec", decodes::<MarketData>),
    ("fixture", "editions", decodes::<EditionsData>),
    ("aomori", "facts", decodes::<FactsData>),
    ("aomori", "glossary", decodes::<GlossaryData>),
    ("aomori", "kpi", decodes::<KpiData>),
    ("aomori", "links", decodes::<LinkData>),
    ("aomori", "lq", decodes::<LqData>),
    ("aomori", "strategy", decodes::<StrategyData>),
    ("aomori", "swot", decodes::<SwotData>),
];

struct File {
    name: &'static str,
    data: Value,
    schema: Value,
    validator: Validator,
    decoder: Decoder,
}

fn decodes<T: FromJson>(data: &Value) -> bool {
    decode::<T>("mutation", &data.to_string()).is_ok()
}

fn data_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files() -> impl Iterator<Item = File> {
    FILES.into_iter().map(|(folder, name, decoder)| {
        let data = read(&data_dir().join(folder).join(format!("{name}.json")));
        let schema = read(&data_dir().join(format!("schema/{name}.schema.json")));
        let validator = draft202012::new(&schema).unwrap_or_else(|error| panic!("{name}.schema.json: {error}"));
        File { name, data, schema, validator, decoder }
    })
}

fn names_in(dir: &Path, suffix: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter_map(|name| name.strip_suffix(suffix).map(str::to_owned)).collect()
}

/// One JSON pointer to each kind of place in a document: places that differ only in an array index are one kind.
fn places(data: &Value) -> Vec<String> {
    fn collect(value: &Value, pointer: &str, kind: &str, found: &mut BTreeMap<String, String>) {
        found.entry(kind.to_owned()).or_insert_with(|| pointer.to_owned());
        match value {
            Value::Object(fields) => {
                for (name, child) in fields {
                    collect(child, &format!("{pointer}/{name}"), &format!("{kind}/{name}"), found);
                }
            }
            Value::Array(items) => {
                for (index, child) in items.iter().enumerate() {
                    collect(child, &format!("{pointer}/{index}"), &format!("{kind}/*"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    collect(data, "", "", &mut found);
    found.into_values().collect()
}

fn replaced(data: &Value, place: &str, value: Value) -> Value {
    let mut mutation = data.clone();
    *mutation.pointer_mut(place).unwrap() = value;
    mutation
}

/// The document with one more field at `place`, if an object stands there.
fn with_unknown_field(data: &Value, place: &str) -> Option<Value> {
    let mut mutation = data.clone();
    mutation.pointer_mut(place)?.as_object_mut()?.insert("unknown".to_owned(), json!("x"));
    Some(mutation)
}

/// The document without the field at `place`, if it is a field.
fn without_field(data: &Value, place: &str) -> Option<Value> {
    let mut mutation = data.clone();
    let (parent, name) = place.rsplit_once('/')?;
    mutation.pointer_mut(parent)?.as_object_mut()?.remove(name)?;
    Some(mutation)
}

/// A value of another type.
fn misfit(value: &Value) -> Value {
    match value {
        Value::Object(_) => json!([]),
        Value::Array(_) => json!({}),
        Value::String(_) => json!(0),
        Value::Null | Value::Bool(_) | Value::Number(_) => json!("x"),
    }
}

#[test]
fn each_data_file_has_a_schema_and_each_schema_a_data_file() {
    let expected: BTreeSet<String> = FILES.iter().map(|(_, name, _)| (*name).to_owned()).collect();
    let found = ["aomori", "interface/report"].map(|folder| names_in(&data_dir().join(folder), ".json"));
    assert_eq!(found.into_iter().flatten().collect::<BTreeSet<_>>(), expected);
    assert_eq!(names_in(&data_dir().join("schema"), ".schema.json"), expected);
}

#[test]
fn schemas_are_named_after_their_file_and_describe_every_property() {
    for File { name, schema, .. } in files() {
        assert!(draft202012::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$id"], json!(format!("{name}.schema.json")));
        for place in places(&schema).iter().filter(|place| place.ends_with("/properties")) {
            for (property, rules) in schema.pointer(place).unwrap().as_object().unwrap() {
                assert!(rules["description"].is_string(), "{name}: {place}/{property} has no description");
            }
        }
    }
}

#[test]
fn data_files_meet_their_schemas() {
    for File { name, data, validator, .. } in files() {
        let faults: Vec<String> =
            validator.iter_errors(&data).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{name}.json: {faults:#?}");
    }
}

#[test]
fn an_unknown_field_is_refused_in_every_object() {
    for File { name, data, validator, .. } in files() {
        for place in places(&data) {
            if let Some(mutation) = with_unknown_field(&data, &place) {
                assert!(!validator.is_valid(&mutation), "{name}.json passes with an unknown field in {place:?}");
            }
        }
    }
}

/// What a reader's own file, or another place's, need not have.
const OPTIONAL: [(&str, &str); 11] = [
    ("about", "former"),
    ("about", "observers"),
    ("about", "rule"),
    ("circulation", "definitions"),
    ("circulation", "notes"),
    ("ec", "notes"),
    ("ec", "repeated"),
    ("editions", "unrecorded"),
    ("facts", "series"),
    ("kpi", "earlier"),
    ("kpi", "source"),
];

#[test]
fn a_missing_field_is_refused() {
    for File { name, data, validator, .. } in files() {
        for field in data.as_object().unwrap().keys().filter(|field| !OPTIONAL.contains(&(name, field))) {
            let mutation = without_field(&data, &format!("/{field}")).unwrap();
            assert!(!validator.is_valid(&mutation), "{name}.json passes without {field}");
        }
    }
}

#[test]
fn a_wrong_type_is_refused_everywhere() {
    for File { name, data, validator, .. } in files() {
        for place in places(&data) {
            let mutation = replaced(&data, &place, misfit(data.pointer(&place).unwrap()));
            assert!(!validator.is_valid(&mutation), "{name}.json passes with a wrong type in {place:?}");
        }
    }
}

#[test]
fn schemas_and_types_agree() {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(300),
        json!(70_000),
        json!(""),
        json!("x"),
        json!([]),
        json!({}),
    ];
    for File { name, data, validator, decoder, .. } in files() {
        for place in places(&data) {
            let changed = values.iter().map(|value| replaced(&data, &place, value.clone()));
            let mutations = changed.chain(with_unknown_field(&data, &place)).chain(without_field(&data, &place));
            for mutation in mutations {
                let found = mutation.pointer(&place);
                assert_eq!(
                    validator.is_valid(&mutation),
                    decoder(&mutation),
                    "{name}.json: schema (left) and type (right) disagree on {place:?} = {found:?}"
                );
            }
        }
    }
}
