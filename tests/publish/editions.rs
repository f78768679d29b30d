//! The record of changes among the open data: it meets its schema, and holds every value of the tables beside it.

use std::collections::BTreeMap;

use jsonschema::draft202012;
use serde_json::Value;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;

use super::csvw::{Table, tables};
use super::render::kit;
use crate::common::{library, town};

fn published(library: &Library) -> Value {
    let mut files = Files::default();
    render(library, &kit(), 2027, &mut files).unwrap();
    serde_json::from_slice(files.get("data/editions.json")).unwrap()
}

/// Every change, those of no edition first: they were out before any that is recorded.
fn changes(record: &Value) -> Vec<&Value> {
    let editions = record["editions"].as_array().unwrap().iter().map(|edition| &edition["changes"]);
    [&record["unrecorded"]].into_iter().chain(editions).flat_map(|changes| changes.as_array().unwrap()).collect()
}

/// The newest value by part, id and field.
fn newest(record: &Value) -> BTreeMap<[&str; 3], &str> {
    let mut newest = BTreeMap::new();
    for change in changes(record) {
        let key = ["part", "id", "field"].map(|name| change[name].as_str().unwrap());
        match change["new"].as_str() {
            Some(new) => drop(newest.insert(key, new)),
            None => drop(newest.remove(&key)),
        }
    }
    newest
}

#[test]
fn the_record_meets_its_schema_and_says_all_of_each_change() {
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string("data/schema/editions.schema.json").unwrap()).unwrap();
    let validator = draft202012::new(&schema).unwrap();
    for library in [library(), town()] {
        let record = published(&library);
        let faults: Vec<String> = validator.iter_errors(&record).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        for change in changes(&record) {
            let mut fields: Vec<&str> = change.as_object().unwrap().keys().map(String::as_str).collect();
            fields.sort_unstable();
            assert_eq!(fields, ["date", "field", "id", "names", "new", "old", "part", "reason", "source", "unit"]);
        }
    }
}

#[test]
fn every_value_of_the_tables_is_on_record() {
    for library in [library(), town()] {
        let record = published(&library);
        let (newest, mut count) = (newest(&record), 0);
        let mut holds = |part: &str, id: &str, field: &str, value: &str| {
            assert_eq!(newest.get(&[part, id, field]).copied().unwrap_or_default(), value, "{part} {id} {field}");
            count += 1;
        };
        let cities: BTreeMap<&str, &str> =
            library.dataset.lq.cities.iter().map(|city| (city.name.as_str(), city.id.as_str())).collect();
        for table in tables(&library) {
            let cell = |row: &'_ Vec<String>, name: &str| row[place(&table, name)].clone();
            for row in &table.rows {
                match table.file.as_str() {
                    "kpi.csv" => {
                        holds("kpi", &cell(row, "id"), "baseline.value", &cell(row, "baseline"));
                        holds("kpi", &cell(row, "id"), "target.value", &cell(row, "target"));
                    }
                    "lq.csv" => {
                        let city = cities[cell(row, "city").as_str()];
                        let id = format!("{}/{}/{city}", cell(row, "base"), cell(row, "industry"));
                        holds("quotient", &id, "lq", &cell(row, "lq"));
                    }
                    "kpi_actuals.csv" => {
                        let id = format!("{}/{}", cell(row, "id"), cell(row, "period"));
                        let recorded: f64 = newest[&["reading", &*id, "value"]].parse().unwrap();
                        assert_eq!(recorded, cell(row, "value").parse::<f64>().unwrap());
                    }
                    // Money is in one unit there.
                    "facts.csv" if newest[&["fact", &*cell(row, "id"), "unit"]] == cell(row, "unit") => {
                        holds("fact", &cell(row, "id"), "value", &cell(row, "value"));
                    }
                    "strategy.csv" if ["project", "measure", "pillar"].contains(&&*cell(row, "kind")) => {
                        assert!(newest.contains_key(&["strategy", &*cell(row, "id"), "name"]), "{row:?}");
                    }
                    _ => {}
                }
            }
        }
        assert!(count > 30, "{count}");
    }
}

fn place(table: &Table, name: &str) -> usize {
    table.heading.iter().position(|own| own == name).unwrap_or_else(|| panic!("{}: no {name}", table.file))
}
