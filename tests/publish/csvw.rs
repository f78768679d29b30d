//! Beside each CSV lies its metadata: every column in its order, every cell of its datatype, keys that tell rows apart.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::draft202012;
use serde_json::{Value, json};
use shigoto_widgets::data::library::Library;
use shigoto_widgets::locale::Languages;
use shigoto_widgets::publish::csvw::{self, SUFFIX};
use shigoto_widgets::publish::open_data;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;

use super::render::kit;
use crate::common::{library, town};

/// A published CSV with its metadata, read by another reader than ours.
#[derive(Clone)]
pub struct Table {
    pub file: String,
    pub bytes: Vec<u8>,
    pub heading: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub metadata: Value,
}

impl Table {
    /// The metadata of a column.
    pub fn columns(&self) -> &[Value] {
        self.metadata["tableSchema"]["columns"].as_array().unwrap()
    }

    /// The cells of a column, by its place.
    pub fn cells(&self, place: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row[place].as_str())
    }
}

/// Every CSV that a place publishes, in the order of their names.
pub fn tables(library: &Library) -> Vec<Table> {
    let languages = Languages::new(library.languages.iter().cloned()).unwrap();
    let metadata: BTreeMap<String, String> = csvw::all(library, &languages).into_iter().collect();
    let files = open_data::all(&library.dataset).into_iter().chain(open_data::of_pages(library));
    let mut tables: Vec<Table> = files.map(|(file, text)| Table::new(file, &text, &metadata)).collect();
    assert_eq!(tables.len(), metadata.len());
    tables.sort_by(|one, other| one.file.cmp(&other.file));
    tables
}

impl Table {
    fn new(file: &str, text: &str, metadata: &BTreeMap<String, String>) -> Self {
        let (file, bytes) = (file.to_owned(), text.as_bytes().to_vec());
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        let heading = rows.remove(0);
        let metadata = serde_json::from_str(&metadata[&format!("{file}{SUFFIX}")]).unwrap();
        Self { file, bytes, heading, rows, metadata }
    }
}

#[test]
fn every_csv_of_a_site_has_its_metadata_beside_it() {
    for library in [library(), town()] {
        let mut files = Files::default();
        render(&library, &kit(), 2026, &mut files).unwrap();
        let with = |end: &str| -> Vec<String> {
            let names = files.iter().filter_map(|(name, _)| name.strip_suffix(end));
            names.map(str::to_owned).collect()
        };
        let csv: Vec<String> = with(".csv").into_iter().map(|name| name + ".csv").collect();
        assert!(csv.len() >= 6 && csv.iter().all(|name| name.starts_with("data/")), "{csv:?}");
        assert_eq!(csv, with(SUFFIX));
        for table in tables(&library) {
            assert!(files.get(&format!("data/{}", table.file)) == table.bytes, "{}", table.file);
        }
        assert_eq!(csv.len(), tables(&library).len());
    }
}

/// Whether a value is of a datatype of XML Schema, as far as our columns use them.
fn is_of(value: &str, datatype: &Value) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    match datatype.as_str().unwrap_or_else(|| datatype["base"].as_str().unwrap()) {
        "string" => match datatype.get("format") {
            Some(pattern) => draft202012::new(&json!({ "pattern": pattern })).unwrap().is_valid(&json!(value)),
            None => true,
        },
        "decimal" => {
            unsigned.split_once('.').map_or_else(|| digits(unsigned), |(whole, rest)| digits(whole) && digits(rest))
        }
        "integer" => digits(unsigned),
        "gYear" => value.len() == 4 && digits(value),
        "boolean" => ["true", "false"].contains(&value),
        other => panic!("no such datatype here: {other}"),
    }
}

#[test]
fn every_cell_is_of_its_columns_datatype() {
    for table in [library(), town()].iter().flat_map(tables) {
        let file = &table.file;
        assert_eq!(table.metadata["url"], file.as_str());
        let names: Vec<&str> = table.columns().iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(names, table.heading, "{file}");
        for (place, column) in table.columns().iter().enumerate() {
            for cell in table.cells(place) {
                let (name, separator) = (&column["name"], column.get("separator").and_then(Value::as_str));
                assert!(!cell.is_empty() || column["required"] == false, "{file}: {name} is empty");
                let mut values =
                    separator.map_or_else(|| vec![cell], |separator| cell.split(separator).collect()).into_iter();
                assert!(
                    cell.is_empty() || values.all(|value| is_of(value, &column["datatype"])),
                    "{file}: {name} is `{cell}`"
                );
            }
        }
    }
}

#[test]
fn datatypes_are_told_apart() {
    let code = json!({ "base": "string", "format": "^(a|b)$" });
    for (value, datatype, expected) in [
        ("-0.5", json!("decimal"), true),
        ("1,000", json!("decimal"), false),
        ("1.", json!("decimal"), false),
        ("1.5", json!("integer"), false),
        ("2021年", json!("gYear"), false),
        ("TRUE", json!("boolean"), false),
        ("b", code.clone(), true),
        ("ab", code, false),
    ] {
        assert_eq!(is_of(value, &datatype), expected, "{value} as {datatype}");
    }
}

#[test]
fn keys_tell_rows_apart() {
    for table in [library(), town()].iter().flat_map(tables) {
        let key = table.metadata["tableSchema"]["primaryKey"].as_array().unwrap();
        let place = |name: &Value| table.heading.iter().position(|column| *name == column.as_str()).unwrap();
        let places: Vec<usize> = key.iter().map(place).collect();
        let keys: BTreeSet<Vec<&str>> =
            table.rows.iter().map(|row| places.iter().map(|place| row[*place].as_str()).collect()).collect();
        assert!(!places.is_empty() && keys.len() == table.rows.len(), "{}", table.file);
    }
}

#[test]
fn titles_are_told_in_japanese_and_english_and_differ() {
    for table in tables(&library()) {
        let mut told: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for column in table.columns() {
            assert_eq!(column["titles"]["und"], column["name"], "a reader compares it with the heading");
            for lang in ["ja", "en"] {
                let title = column["titles"][lang].as_str().unwrap();
                assert!(!title.is_empty() && !title.contains(['{', '|']), "{title}");
                assert!(told.entry(lang.to_owned()).or_default().insert(title), "{}: {title} stands twice", table.file);
            }
        }
        let text = table.metadata.to_string();
        assert!(text.contains("市の定めに従ってください") && text.contains("UTF-8（BOM付き）"), "{}", table.file);
        assert_eq!(table.metadata["dialect"]["encoding"], "utf-8");
    }
}

#[test]
fn what_must_be_known_is_told() {
    let tables = tables(&library());
    let text = |file: &str| tables.iter().find(|table| table.file == file).unwrap().metadata.to_string();
    let lq = text("lq.csv");
    assert!(lq.contains("各市の2019年度生産額構成割合 ÷ 全国の2019暦年生産額構成割合"), "the formula: {lq}");
    let warning = library().dataset.lq.tables[1].warning.clone().unwrap();
    assert!(lq.contains(&warning), "that headings are in doubt");
    assert!(lq.contains("資料編1(1)③") && lq.contains("\"output\""), "where it was printed, and what codes mean");
    assert!(text("circulation.csv").contains("\"dc:temporal\":\"2018年\""), "{}", text("circulation.csv"));
    assert!(text("ec.csv").contains("\"億円\""));
    assert!(text("kpi_actuals.csv").contains("単位はkpi.csvの列「unit」にあります。"));
}
