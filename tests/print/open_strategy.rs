//! `strategy.csv` holds every row that the source prints, as printed: counts and rows were copied by hand.

use std::collections::BTreeMap;

use shigoto_widgets::publish::open_data;

use crate::common::library;

/// The file's records, each with its cells by column. Cells with line breaks and quotation marks are read as such.
fn records() -> Vec<BTreeMap<String, String>> {
    let text = (open_data::STRATEGY.csv)(&library());
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => assert_eq!(letters.peek(), Some(&'\n'), "CRLF"),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !is_quoted, "the last line ends");
    let head = rows.remove(0);
    assert_eq!(head.join(","), "id,kind,parent,number,name,text,actors,operator,repeated");
    rows.into_iter()
        .map(|row| {
            assert_eq!(row.len(), head.len(), "{row:?}");
            head.iter().cloned().zip(row).collect()
        })
        .collect()
}

#[test]
fn it_has_as_many_rows_of_each_kind_as_the_source_prints() {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for record in records() {
        let [printed, own] = counts.entry(record["kind"].clone()).or_default();
        *printed += 1;
        *own += usize::from(record["repeated"] == "false");
    }
    let expected = [
        ("pillar", [5, 5]),
        ("measure", [13, 13]),
        ("situation", [42, 39]),
        ("action", [31, 31]),
        ("project", [29, 26]),
        ("work", [51, 48]),
        ("kpi", [17, 16]),
    ];
    assert_eq!(counts, expected.map(|(kind, counts)| (kind.to_owned(), counts)).into());
}

#[test]
fn its_rows_say_what_is_printed() {
    let records = records();
    let find = |id: &str, parent: &str| {
        let found = records.iter().find(|record| record["id"] == id && record["parent"] == parent);
        let record = found.unwrap_or_else(|| panic!("{id} of {parent}"));
        ["kind", "number", "name", "actors", "operator", "repeated"].map(|column| record[column].as_str())
    };
    // Copied by hand from the source.
    assert_eq!(find("4", ""), ["pillar", "4", "国内外からの誘客につなげる観光の振興", "", "", "false"]);
    assert_eq!(find("2-3", "2"), ["measure", "3", "経営の安定化・基盤強化", "", "", "false"]);
    assert_eq!(find("1-2-s1", "1-2"), ["situation", "1", "", "", "", "true"]);
    assert_eq!(find("2-1-p4", "2-1"), ["project", "4", "DX推進コミュニティの形成", "産業;学術;金融;行政", "", "false"]);
    assert_eq!(find("3-2-p3", "3-2"), ["project", "3", "高速・高鮮度による高付加価値化", "産業;行政", "", "true"]);
    assert_eq!(
        find("4-1-w3", "4-1"),
        [
            "work",
            "3",
            "青森港クルーズ船寄港促進アクションプランにおける観光案内事業及び受入態勢充実事業など",
            "産業;金融;行政",
            "青森港国際化推進協議会【産業】【金融】【行政】",
            "false"
        ]
    );
    for (parent, repeated) in [("1-1", "false"), ("1-2", "true")] {
        let row = find("offshore-wind-operators", parent);
        assert_eq!(row, ["kpi", "1", "青森港を利用する洋上風力発電事業者数", "", "", repeated]);
    }
    let text = |id: &str| &records.iter().find(|record| record["id"] == id).unwrap()["text"];
    assert_eq!(text("2-1-s4"), "本市においてDXに精通した人材が不足しています。");
    assert_eq!(text("1").matches("。　").count(), 1, "two paragraphs in one line");
}

#[test]
fn every_row_but_a_pillars_stands_under_another() {
    let records = records();
    for record in &records {
        let parent = &record["parent"];
        assert_eq!(parent.is_empty(), record["kind"] == "pillar", "{record:?}");
        assert!(parent.is_empty() || records.iter().any(|other| other["id"] == *parent), "{record:?}");
    }
}
