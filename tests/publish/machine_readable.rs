//! The open data keep the Japanese government's 30 rules for machine-readable administrative data (機械可読性のルール),
//! decided on 2026-03-31. Followed is the text that the Digital Agency publishes at
//! <https://www.digital.go.jp/resources/machine-readability-rule>: `machine-readability-rules.json` of
//! <https://github.com/digital-go-jp/machine_readability_rule>, commit 3a76484.

use std::collections::BTreeSet;

use encoding_rs::SHIFT_JIS;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::csvw::{Table, tables};
use crate::common::{library, library_with};

/// What a rule asks of a table: its faults.
type Check = fn(&Table) -> Vec<String>;
/// What breaks a rule.
type Breach = fn(&mut Table);

enum Rule {
    Held(Check),
    /// It speaks of what no CSV has.
    NotOfCsv(&'static str),
}

use Rule::{Held, NotOfCsv};

const RULES: [(&str, Rule); 30] = [
    ("L1-01", Held(is_csv)),
    ("L1-02", Held(has_one_table)),
    ("L1-03", Held(has_no_gaps)),
    ("L1-04", Held(has_nothing_besides)),
    ("L1-05", Held(has_meaningful_names)),
    ("L1-06", Held(has_no_layout)),
    ("L1-07", Held(has_one_datum_a_cell)),
    ("L1-08", Held(has_plain_letters)),
    ("L1-09", Held(tells_nothing_from_zero)),
    ("L1-10", NotOfCsv("no objects lie over its cells")),
    ("L1-11", NotOfCsv("its cells have no format")),
    ("L1-12", NotOfCsv("its cells cannot be merged; that nothing is left out for it, L2-02 holds")),
    ("L1-13", NotOfCsv("no row or column can be hidden")),
    ("L1-14", Held(has_one_record_a_line)),
    ("L1-15", Held(quotes_commas)),
    ("L2-01", Held(has_bare_numbers)),
    ("L2-02", Held(leaves_nothing_out)),
    ("L2-03", Held(has_unique_names)),
    ("L2-04", Held(spells_choices_alike)),
    ("L2-05", Held(has_no_other_choice)),
    // Meant for workbooks; but a spreadsheet would reckon with a cell of a CSV as well.
    ("L2-06", Held(has_no_formulas)),
    ("L3-01", Held(begins_with_names)),
    ("L3-02", Held(explains_codes)),
    ("L3-03", Held(has_no_symbols_among_numbers)),
    ("L3-04", Held(has_units)),
    ("L3-05", Held(tells_years_alike)),
    ("L3-06", Held(has_full_place_names)),
    ("L3-07", Held(keeps_its_columns)),
    ("L3-08", Held(is_described)),
    ("L3-09", Held(is_long)),
];

/// The columns of each file, which stay as they are and where they are from edition to edition; new ones come behind them.
const COLUMNS: [(&str, &str); 8] = [
    ("circulation.csv", "area,distribution,expenditure,return,balance,circulation_percent"),
    ("ec.csv", "category,year,market_size,change_percent,ec_rate_percent"),
    ("facts.csv", "id,what,value,unit,period,approximate,section,quote"),
    ("kpi.csv", "id,pillar,measure,name,unit,kind,baseline,baseline_period,target"),
    ("kpi_actuals.csv", "id,period,value,source,note"),
    ("lq.csv", "base,industry,city,lq,period,reference_period"),
    ("strategy.csv", "id,kind,parent,number,name,text,actors,operator,repeated"),
    ("swot.csv", "code,kind,text"),
];

/// Columns of running text.
const PROSE: [&str; 9] = ["text", "quote", "name", "what", "industry", "operator", "source", "note", "section"];

#[test]
fn every_rule_is_kept_or_cannot_apply() {
    let numbers = [("L1", 15), ("L2", 6), ("L3", 9)];
    let expected =
        numbers.iter().flat_map(|(level, last)| (1..=*last).map(move |number| format!("{level}-{number:02}")));
    assert!(RULES.iter().map(|(id, _)| (*id).to_owned()).eq(expected), "every rule stands here once");
    // The city has published no readings so far: with some, that file is held to the rules as well.
    let readings = "id,period,value,source,note\nstartups,2024年度,0,\"市, 課\",\nstartups,2025年度,81,市,速報\n";
    let library = library_with(&[("kpi_actuals.csv", Some(readings.as_bytes()))]).unwrap();
    let mut faults = Vec::new();
    for table in tables(&library) {
        for (id, rule) in &RULES {
            match rule {
                Held(check) => {
                    faults.extend(check(&table).into_iter().map(|fault| format!("{id} {}: {fault}", table.file)));
                }
                NotOfCsv(reason) => assert!(!reason.is_empty()),
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn fault(is_fault: bool, told: &str) -> Vec<String> {
    if is_fault { vec![told.to_owned()] } else { Vec::new() }
}

/// The cells with which something is wrong.
fn faulty<'t>(table: &'t Table, is_wrong: impl Fn(&Value, &'t str) -> bool) -> Vec<String> {
    let columns = table.columns().iter().enumerate();
    let cells = columns.flat_map(|(place, column)| table.cells(place).map(move |cell| (column, cell)));
    let wrong = cells.filter(|(column, cell)| is_wrong(column, cell));
    wrong.map(|(column, cell)| format!("{} is `{cell}`", name(column))).collect()
}

fn name(column: &Value) -> &str {
    column["name"].as_str().unwrap()
}

fn is_number(column: &Value) -> bool {
    column["datatype"] == "decimal"
}

/// The codes of a column, each with what it means.
fn codes(column: &Value) -> &[Value] {
    column["schema:valueReference"].as_array().map_or(&[], Vec::as_slice)
}

fn text(table: &Table) -> &str {
    std::str::from_utf8(&table.bytes).unwrap().strip_prefix('\u{feff}').unwrap()
}

fn is_csv(table: &Table) -> Vec<String> {
    // It was read as such by another reader than ours.
    fault(table.file.rsplit('.').next() != Some("csv") || table.metadata["dc:format"] != "text/csv", "is no CSV")
}

fn has_one_table(table: &Table) -> Vec<String> {
    // The reader refuses rows of another length.
    fault(table.rows.contains(&table.heading), "has a second heading")
}

fn has_no_gaps(table: &Table) -> Vec<String> {
    let is_empty = |row: &Vec<String>| row.iter().all(String::is_empty);
    let empty_column = (0..table.heading.len()).any(|place| table.cells(place).all(str::is_empty));
    [fault(table.rows.iter().any(is_empty), "has an empty row"), fault(empty_column, "has an empty column")].concat()
}

fn has_nothing_besides(table: &Table) -> Vec<String> {
    let lines = text(table).matches("\r\n").count();
    fault(lines != table.rows.len() + 1 || !text(table).ends_with("\r\n"), "has lines that are no records")
}

fn has_meaningful_names(table: &Table) -> Vec<String> {
    let has_name = |column: &Value| !name(column).is_empty() && column["titles"]["ja"].is_string();
    fault(!table.columns().iter().all(has_name), "has a column that nobody names")
}

fn has_no_layout(table: &Table) -> Vec<String> {
    faulty(table, |_, cell| {
        cell.trim() != cell || cell.contains(['\n', '\r', '\t']) || cell.contains("  ") || cell.contains("　　")
    })
}

/// Several in one cell: who acts, in the order printed, with the separator that the metadata tell; the name of an issue
/// before its text, which others rely on to stand in the three columns that there are.
fn has_one_datum_a_cell(table: &Table) -> Vec<String> {
    faulty(table, |column, cell| {
        let is_told = column.get("separator").is_some() || PROSE.contains(&name(column));
        !is_told && cell.contains([';', '；', '/', '／', '|', '\n'])
    })
}

/// Letters beyond JIS X 0208 have other codes, or none, on other systems: what vendors added to `Shift_JIS`, half-width
/// katakana, private use. The section of a source is cited as it is printed, with its number in a circle; the wave dash of a
/// proper name (雪だるま〜る) is a letter of JIS X 0208, of which Windows makes another.
fn has_plain_letters(table: &Table) -> Vec<String> {
    let is_dependent = |letter: char| {
        let letter = letter.to_string();
        let (bytes, _, is_lossy) = SHIFT_JIS.encode(&letter);
        is_lossy || matches!(*bytes, [0x87 | 0xED | 0xEE | 0xF0.., _] | [0xA1..=0xDF])
    };
    assert!(
        ['①', '㈱', '髙', 'ｱ', '\u{e000}'].into_iter().all(is_dependent)
            && !['あ', '～', 'A'].into_iter().any(is_dependent)
    );
    let is_cited = |column: &Value, letter: char| match name(column) {
        "section" => ('①'..='⑳').contains(&letter),
        "text" => letter == '〜',
        _ => false,
    };
    faulty(table, |column, cell| cell.chars().any(|letter| is_dependent(letter) && !is_cited(column, letter)))
}

fn tells_nothing_from_zero(table: &Table) -> Vec<String> {
    let told = table.metadata["dc:description"].to_string().contains("空欄は")
        && table.metadata.to_string().contains("0ではありません");
    let is_zero = |cell: &str| !cell.is_empty() && cell.trim_matches(['0', '.']).is_empty();
    // Zeros are among the quotients, or this would hold nothing.
    let has_zero = |place: usize| table.cells(place).any(is_zero);
    let is_bare = table.heading.iter().position(|name| name == "lq").is_some_and(|place| !has_zero(place));
    [fault(!told, "does not tell what an empty cell is"), fault(is_bare, "has no zero")].concat()
}

fn has_one_record_a_line(table: &Table) -> Vec<String> {
    fault(text(table).lines().count() != table.rows.len() + 1, "has a record of several lines")
}

fn quotes_commas(table: &Table) -> Vec<String> {
    faulty(table, |_, cell| cell.contains(',') && !text(table).contains(&format!("\"{}\"", cell.replace('"', "\"\""))))
}

fn has_bare_numbers(table: &Table) -> Vec<String> {
    faulty(table, |column, cell| {
        let is_bare = cell.strip_prefix('-').unwrap_or(cell).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (is_number(column) || column["datatype"] == "integer") && !is_bare
    })
}

fn leaves_nothing_out(table: &Table) -> Vec<String> {
    let key = table.metadata["tableSchema"]["primaryKey"].as_array().unwrap();
    // Over a pillar is nothing.
    faulty(table, |column, cell| {
        cell.is_empty() && name(column) != "parent" && (key.contains(&column["name"]) || column["required"] == true)
    })
}

fn has_unique_names(table: &Table) -> Vec<String> {
    let names: BTreeSet<&String> = table.heading.iter().collect();
    fault(names.len() != table.heading.len(), "has two columns of one name")
}

fn spells_choices_alike(table: &Table) -> Vec<String> {
    let mut faults = faulty(table, |column, cell| {
        !codes(column).is_empty() && codes(column).iter().all(|code| code["schema:value"] != cell)
    });
    // Names that several rows repeat, too.
    for (place, column) in table.columns().iter().enumerate().filter(|(_, column)| !PROSE[..4].contains(&name(column)))
    {
        let written: BTreeSet<&str> = table.cells(place).collect();
        let plain: BTreeSet<String> =
            written.iter().map(|cell| cell.nfkc().collect::<String>().to_lowercase()).collect();
        faults.extend(fault(plain.len() != written.len(), &format!("{} has one thing in two spellings", name(column))));
    }
    faults
}

fn has_no_other_choice(table: &Table) -> Vec<String> {
    faulty(table, |column, cell| !codes(column).is_empty() && (cell.contains("その他") || cell.contains("other")))
}

fn has_no_formulas(table: &Table) -> Vec<String> {
    faulty(table, |column, cell| !is_number(column) && cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']))
}

fn begins_with_names(table: &Table) -> Vec<String> {
    fault(!text(table).starts_with(&(table.heading.join(",") + "\r\n")), "does not begin with its columns")
}

fn explains_codes(table: &Table) -> Vec<String> {
    let columns = table.columns().iter().filter(|column| ["base", "kind"].contains(&name(column)));
    let is_explained = |column: &Value| {
        let languages = |code: &Value| code["schema:name"].as_array().map_or(0, Vec::len);
        !codes(column).is_empty() && codes(column).iter().all(|code| languages(code) == 2)
    };
    columns.filter(|column| !is_explained(column)).map(|column| format!("{} has no code table", name(column))).collect()
}

fn has_no_symbols_among_numbers(table: &Table) -> Vec<String> {
    // What is not published is an empty cell, and the metadata say so: see L1-09.
    faulty(table, |column, cell| is_number(column) && !cell.is_empty() && cell.parse::<f64>().is_err())
}

fn has_units(table: &Table) -> Vec<String> {
    let has_unit = |column: &Value| {
        column.get("schema:unitText").is_some() || column["dc:description"].to_string().contains("単位は")
    };
    let columns = table.columns().iter().filter(|column| is_number(column) && !has_unit(column));
    columns.map(|column| format!("{} has no unit", name(column))).collect()
}

fn tells_years_alike(table: &Table) -> Vec<String> {
    let of_when = |column: &Value| name(column).ends_with("period") || name(column) == "year";
    let is_western = |cell: &str| {
        cell.split('～').all(|part| part.is_empty() || part.get(..4).is_some_and(|year| year.parse::<u16>().is_ok()))
    };
    let is_era = |cell: &str| ["令和", "平成", "昭和"].iter().any(|era| cell.contains(era));
    faulty(table, |column, cell| of_when(column) && (!is_western(cell) || is_era(cell)))
}

fn has_full_place_names(table: &Table) -> Vec<String> {
    faulty(table, |column, cell| {
        ["city", "area"].contains(&name(column)) && !cell.ends_with(['市', '町', '村', '県', '都', '道', '府'])
    })
}

fn keeps_its_columns(table: &Table) -> Vec<String> {
    let kept = COLUMNS.iter().find(|(file, _)| *file == table.file).map_or("", |(_, columns)| columns);
    fault(kept.is_empty() || !table.heading.join(",").starts_with(kept), "has other columns than before")
}

/// One edition was published so far: its date is told, and there is no history to tell.
fn is_described(table: &Table) -> Vec<String> {
    let metadata = &table.metadata;
    let is_plain = |name: &String| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let has_source =
        metadata.get("dc:source").is_some() || table.heading.iter().any(|name| name == "section" || name == "source");
    [
        fault(!table.heading.iter().all(is_plain), "has names that scripts cannot use"),
        fault(
            !table.bytes.starts_with(b"\xEF\xBB\xBF") || metadata["dialect"]["encoding"] != "utf-8",
            "is not written as told",
        ),
        fault(
            !metadata["dc:description"].to_string().contains("UTF-8（BOM付き）"),
            "does not tell its byte order mark",
        ),
        fault(!has_source, "does not tell where it was printed"),
        fault(metadata["dc:issued"].as_str().is_none_or(str::is_empty), "does not tell when it was published"),
        fault(
            table.file == "lq.csv" && !metadata["rdfs:comment"].to_string().contains('÷'),
            "does not tell its formula",
        ),
    ]
    .concat()
}

fn is_long(table: &Table) -> Vec<String> {
    let is_of_one = |name: &String| name.bytes().any(|byte| byte.is_ascii_digit()) || name.contains(['年', '市']);
    fault(table.heading.iter().any(is_of_one), "has a column for each year or place")
}

/// A check that finds nothing in anything would hold nothing.
#[test]
fn each_rule_is_broken_by_something() {
    let good = tables(&library()).into_iter().find(|table| table.file == "lq.csv").unwrap();
    let broken = |change: Breach| {
        let mut table = good.clone();
        change(&mut table);
        let text = |row: &Vec<String>| row.join(",") + "\r\n";
        if table.bytes == good.bytes {
            let lines: String = std::iter::once(&table.heading).chain(&table.rows).map(text).collect();
            table.bytes = format!("\u{feff}{lines}").into_bytes();
        }
        let found = RULES.iter().filter(|(_, rule)| matches!(rule, Held(check) if !check(&table).is_empty()));
        found.map(|(id, _)| *id).collect::<Vec<_>>()
    };
    let cases: [(&str, Breach); 26] = [
        ("L1-01", |table| "lq.pdf".clone_into(&mut table.file)),
        ("L1-02", |table| table.rows.push(table.heading.clone())),
        ("L1-03", |table| table.rows.push(vec![String::new(); 6])),
        ("L1-04", |table| table.bytes.extend(b"note\r\n")),
        ("L1-05", |table| table.metadata["tableSchema"]["columns"][0]["titles"] = Value::Null),
        ("L1-06", |table| "農　　業".clone_into(&mut table.rows[0][1])),
        ("L1-07", |table| "青森市；弘前市".clone_into(&mut table.rows[0][2])),
        ("L1-08", |table| "㈱".clone_into(&mut table.rows[0][1])),
        ("L1-09", |table| table.metadata["dc:description"] = Value::Null),
        ("L1-14", |table| "農\n業".clone_into(&mut table.rows[0][1])),
        ("L1-15", |table| "農,業".clone_into(&mut table.rows[0][1])),
        ("L2-01", |table| "0.68倍".clone_into(&mut table.rows[0][3])),
        ("L2-02", |table| table.rows[1][1].clear()),
        ("L2-03", |table| "city".clone_into(&mut table.heading[1])),
        ("L2-04", |table| "Output".clone_into(&mut table.rows[0][0])),
        ("L2-05", |table| "その他（生産）".clone_into(&mut table.rows[0][0])),
        ("L2-06", |table| "=A1".clone_into(&mut table.rows[0][1])),
        ("L3-01", |table| table.bytes = "\u{feff}表\r\n".as_bytes().to_vec()),
        ("L3-02", |table| table.metadata["tableSchema"]["columns"][0]["schema:valueReference"] = Value::Null),
        ("L3-03", |table| "X".clone_into(&mut table.rows[0][3])),
        ("L3-04", |table| {
            drop(table.metadata["tableSchema"]["columns"][3].as_object_mut().unwrap().remove("schema:unitText"));
        }),
        ("L3-05", |table| "令和元年度".clone_into(&mut table.rows[0][4])),
        ("L3-06", |table| "青森".clone_into(&mut table.rows[0][2])),
        ("L3-07", |table| table.heading.swap(0, 1)),
        ("L3-08", |table| drop(table.metadata.as_object_mut().unwrap().remove("dc:source"))),
        ("L3-09", |table| "lq2019".clone_into(&mut table.heading[3])),
    ];
    for (id, change) in cases {
        assert!(broken(change).contains(&id), "{id} is not broken: {:?}", broken(change));
    }
    let held: Vec<&str> = RULES.iter().filter(|(_, rule)| matches!(rule, Held(_))).map(|(id, _)| *id).collect();
    assert_eq!(cases.map(|(id, _)| id).to_vec(), held);
}
