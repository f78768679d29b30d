//! Metadata beside each CSV, as W3C's "Metadata Vocabulary for Tabular Data" has them: `lq.csv-metadata.json` says what the
//! columns of `lq.csv` are, in which unit, where it was printed, and how the file is written.

use serde_json::{Map, Value, json};

use super::open_data::{STRATEGY, tables};
use crate::data::library::Library;
use crate::locale::{Key, Lang, Languages, short_name};
use crate::markup::site::cited;
use crate::takeaway::facts::{CIRCULATION, MARKET, PROSE};
use crate::takeaway::open_data::OpenData;
use crate::takeaway::open_data::columns::{Column, Datatype, SEPARATOR, Unit};

/// Behind the name of a CSV: where who has only the CSV looks first.
pub const SUFFIX: &str = "-metadata.json";

/// The metadata of every CSV, by file name.
pub fn all(library: &Library, languages: &Languages) -> Vec<(String, String)> {
    let writer = Writer { library, languages };
    let (facts, data) = (&library.facts, &library.dataset);
    let of_widgets = tables().map(|table| writer.file(table, data));
    let of_pages = [
        Some(writer.file(&STRATEGY, library)),
        Some(writer.file(&PROSE, &facts.prose)),
        facts.market.as_ref().map(|market| writer.file(&MARKET, market)),
        facts.circulation.as_ref().map(|circulation| writer.file(&CIRCULATION, circulation)),
    ];
    of_widgets.chain(of_pages.into_iter().flatten()).collect()
}

struct Writer<'a> {
    library: &'a Library,
    languages: &'a Languages,
}

impl Writer<'_> {
    fn file<T>(&self, table: &OpenData<T>, data: &T) -> (String, String) {
        (format!("{}{SUFFIX}", table.file), format!("{:#}\n", self.table(table, data)))
    }

    fn table<T>(&self, table: &OpenData<T>, data: &T) -> Value {
        let strategy = &self.library.strategy;
        let publisher = |lang: Lang| lang.name(&strategy.publisher).to_owned();
        let rights = |lang: Lang| lang.fill(Key::DataRights, &[("city", lang.name(&strategy.city))]);
        let mut sections: Vec<&str> = (table.printed)(data).into_iter().map(|source| &*source.section).collect();
        sections.dedup();
        let printed = sections.into_iter().map(|section| {
            self.said(|lang| {
                let cited = cited(lang, &lang.translated(strategy));
                lang.fill(Key::PrintedIn, &[("title", &cited), ("section", lang.name(section))])
            })
        });
        let notes = (table.notes)(data).into_iter().map(|(code, note)| {
            let before = if code.is_empty() { String::new() } else { format!("{code}: ") };
            self.said(|lang| format!("{before}{}", lang.name(note)))
        });
        let columns: Vec<Value> = (table.columns)(data).iter().map(|column| self.column(column)).collect();
        let mut metadata = json!({
            "@context": ["http://www.w3.org/ns/csvw", { "@language": self.languages.source().code() }],
            "url": table.file,
            "dc:title": self.said(|lang| short_name(lang.text(table.name)).to_owned()),
            "dc:publisher": self.said(publisher),
            "dc:issued": strategy.published,
            "dc:rights": self.said(rights),
            "dc:format": "text/csv",
            "dc:description": self.said(|lang| lang.text(Key::DataForm).to_owned()),
            "dialect": {
                "encoding": "utf-8", "lineTerminators": ["\r\n"], "delimiter": ",", "quoteChar": "\"",
                "doubleQuote": true, "header": true, "headerRowCount": 1, "skipBlankRows": false, "trim": false,
            },
            "tableSchema": { "columns": columns, "primaryKey": table.key },
        });
        let rest = [
            ("dc:source", flat(printed)),
            ("dc:temporal", (table.period)(data).map_or(Value::Null, Value::String)),
            ("rdfs:comment", flat(notes)),
        ];
        if let Value::Object(fields) = &mut metadata {
            fields.extend(
                rest.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)),
            );
        }
        metadata
    }

    fn column(&self, column: &Column) -> Value {
        // The heading itself is no language's; readers of CSV on the web look for it among the titles.
        let titles = self.spoken().map(|lang| (lang.code().to_owned(), json!(lang.text(column.title))));
        let titles: Map<String, Value> = titles.chain([("und".to_owned(), json!(column.name))]).collect();
        let mut fields = json!({
            "name": column.name, "titles": titles, "required": column.is_required, "datatype": datatype(column.datatype),
        });
        let unit = match column.unit {
            None => None,
            Some(Unit::Said(key)) => Some(("schema:unitText", self.said(|lang| lang.text(key).to_owned()))),
            Some(Unit::In { file, column }) => {
                let values = [("file", file), ("column", column)];
                Some(("dc:description", self.said(|lang| lang.fill(Key::ColumnUnitIn, &values))))
            }
        };
        let rest = match column.datatype {
            Datatype::Code(codes) => Some(("schema:valueReference", self.codes(codes))),
            Datatype::List => Some(("separator", json!(SEPARATOR))),
            _ => None,
        };
        if let Value::Object(fields) = &mut fields {
            fields.extend([unit, rest].into_iter().flatten().map(|(name, value)| (name.to_owned(), value)));
        }
        fields
    }

    /// What codes mean.
    fn codes(&self, codes: &[(&str, Key)]) -> Value {
        let one = |(code, key): &(&str, Key)| json!({ "schema:value": code, "schema:name": self.said(|lang| lang.text(*key).to_owned()) });
        codes.iter().map(one).collect()
    }

    /// A text in each language.
    fn said(&self, text: impl Fn(Lang) -> String) -> Value {
        self.spoken().map(|lang| json!({ "@value": text(lang), "@language": lang.code() })).collect()
    }

    /// The languages that a text without readings and marks can be in.
    fn spoken(&self) -> impl Iterator<Item = Lang> {
        self.languages.all().filter(|lang| !lang.has_readings())
    }
}

/// The datatype of a column's cells.
fn datatype(datatype: Datatype) -> Value {
    let matching = |pattern: &str| json!({ "base": "string", "format": format!("^({pattern})$") });
    match datatype {
        Datatype::Text | Datatype::List => json!("string"),
        Datatype::Pattern(pattern) => matching(pattern),
        Datatype::Code(codes) => matching(&codes.iter().map(|(code, _)| *code).collect::<Vec<_>>().join("|")),
        Datatype::Decimal => json!("decimal"),
        Datatype::Integer => json!("integer"),
        Datatype::Year => json!("gYear"),
        Datatype::Boolean => json!("boolean"),
    }
}

/// The texts of several things in each language, one after the other; nothing where there is none.
fn flat(said: impl Iterator<Item = Value>) -> Value {
    let texts: Vec<Value> = said.filter_map(|said| said.as_array().cloned()).flatten().collect();
    if texts.is_empty() { Value::Null } else { Value::Array(texts) }
}
