//! A workbook of a reader's own, sheet by sheet to the reader of tables.

use std::io::{Cursor, Write as _};

use shigoto_widgets::data::own::several::read_all;
use shigoto_widgets::error::FaultLang;
use shigoto_widgets::publish::workbook::{Book, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::common::library;

const ROOT: &str =
    r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook of sheets by name, state and rows; a cell in XML, or a text.
fn book(sheets: &[(&str, &str, &[&[&str]])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    part("_rels/.rels", ROOT);
    let (mut names, mut related) = (String::new(), String::new());
    for (index, (name, state, rows)) in sheets.iter().enumerate() {
        names.extend([format!("<sheet name=\"{name}\" state=\"{state}\" id=\"r{index}\"/>")]);
        related.extend([format!("<Relationship Id=\"r{index}\" Type=\"x/worksheet\" Target=\"s{index}.xml\"/>")]);
        let cell = |text: &&str| match text.strip_prefix('<') {
            Some(_) => (*text).to_owned(),
            None => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        };
        let row = |row: &&[&str]| {
            ["<row>".to_owned()]
                .into_iter()
                .chain(row.iter().map(cell))
                .chain(["</row>".to_owned()])
                .collect::<String>()
        };
        let rows: String = rows.iter().map(row).collect();
        part(&format!("xl/s{index}.xml"), &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    }
    part("xl/workbook.xml", &format!("<workbook><sheets>{names}</sheets></workbook>"));
    part("xl/_rels/workbook.xml.rels", &format!("<Relationships>{related}</Relationships>"));
    zip.finish().unwrap().into_inner()
}

const KPIS: &[&[&str]] = &[
    &["成果指標一覧"],
    &["指標名", "単位", "現状値（R5年度）", "目標値（R10年度）"],
    &["相談件数", "件", "<c><v>943</v></c>", "<c><v>1000</v></c>"],
];
const FACTORS: &[&[&str]] = &[&["強み", "弱み"], &["港", "雪"]];

fn given(bytes: &[u8]) -> Book {
    read("計画.xlsx", bytes).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

#[test]
fn each_sheet_in_sight_is_a_table_of_its_own() {
    let ours = library().dataset;
    let book = given(&book(&[("KPI", "visible", KPIS), ("古い", "hidden", KPIS), ("SWOT", "visible", FACTORS)]));
    assert_eq!(book.hidden_sheets, ["古い"]);
    let files: Vec<(String, &str)> = book.files.iter().map(|(name, text)| (name.clone(), text.as_str())).collect();
    let all = read_all(&files, &ours, &ours, |_| true);
    assert!(all.refused.is_empty(), "{:?}", all.refused);
    let data = all.data.unwrap();
    assert_eq!((data.kpi.kpis[0].target.value, data.swot.factors[0].name.as_str()), (1000.0, "港"));
    assert_eq!(data.origin.kpi.as_deref(), Some("計画.xlsx › KPI"));
    // What is wrong is told by the sheet and its cell.
    let wrong = given(&self::book(&[
        ("KPI", "visible", &[KPIS[1], &["", "件", "<c><v>1</v></c>", "<c><v>2</v></c>"]]),
        ("SWOT", "visible", FACTORS),
    ]));
    let faults = shigoto_widgets::data::own::read(&wrong.files[0].0, &wrong.files[0].1, &ours).unwrap_err();
    assert!(
        faults[0].line(FaultLang::Ja).starts_with("計画.xlsx › KPI:2:1 (A2 指標名)"),
        "{}",
        faults[0].line(FaultLang::Ja)
    );
}

#[test]
fn a_workbook_that_is_not_read_says_what_to_do() {
    let far = "<c r=\"XFD1\"><v>1</v></c>";
    for (bytes, told) in [
        (
            book(&[("a", "visible", &[&["産業", "<c><f>SUM(A1)</f></c>"]])]),
            "計画.xlsx:1:2 (B1) — 計算式の結果が保存されていません — ブックをExcelで開いて",
        ),
        (vec![0xd0, 0xcf, 0x11, 0xe0], "計画.xlsx:1:1 — 古い形式（.xls）か、パスワードのかかったブックです — "),
        (book(&[("a", "hidden", KPIS)]), "計画.xlsx:1:1 — データがありません"),
        (book(&[("a", "visible", KPIS)]).split_off(40), "計画.xlsx:1:1 — "),
        (b"PK\x03\x04".to_vec(), "計画.xlsx:1:1 — 壊れたブックです（「ZIP」を読めません） — "),
    ] {
        let faults = read("計画.xlsx", &bytes).unwrap_err();
        assert!(
            faults.len() == 1 && faults[0].line(FaultLang::Ja).starts_with(told),
            "{}",
            faults[0].line(FaultLang::Ja)
        );
    }
    assert_eq!(given(&book(&[("a", "visible", &[&[far]])])).files[0].1.len(), 16_385);
}
