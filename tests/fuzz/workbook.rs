//! Workbooks: a file of any bytes, and any text as the sheet of a sound workbook, are read within their limits or refused.

use std::io::{Cursor, Write as _};

use ::workbook::{Limits, Sheet, sheets};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Small ones, so that they are met.
const LIMITS: Limits = Limits { bytes: 1 << 20, unpacked: 200_000, cells: 2_000, text: 20_000, sheets: 4 };

/// The other parts of a workbook.
const PARTS: [(&str, &str); 5] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    ("xl/workbook.xml", r#"<workbook><sheets><sheet name="a" id="a"/></sheets></workbook>"#),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="c" Type="x/styles" Target="f.xml"/></Relationships>"#,
    ),
    ("xl/t.xml", "<sst><si><t>a,b</t></si><si><t>\"c\"\n</t></si></sst>"),
    (
        "xl/f.xml",
        r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="16"/></cellXfs></styleSheet>"#,
    ),
];

/// Whether it was taken.
pub fn body(bytes: &[u8]) -> bool {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in PARTS.map(|(name, part)| (name, part.as_bytes())).into_iter().chain([("xl/s.xml", bytes)]) {
        zip.start_file(name, options).unwrap();
        zip.write_all(part).unwrap();
    }
    let whole = zip.finish().unwrap().into_inner();
    let is_taken = [bytes, &whole].map(|file| sheets(file, LIMITS).map(|all| check(&all)).is_ok());
    is_taken.contains(&true)
}

/// Within the limits, in order, and as CSV where it stands in the sheet.
fn check(all: &[Sheet]) {
    assert!(all.len() <= LIMITS.sheets);
    let cells = || all.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    assert!(cells().count() <= LIMITS.cells, "cells");
    assert!(cells().map(|cell| cell.text.len()).sum::<usize>() <= LIMITS.text, "text");
    for sheet in all {
        assert!(sheet.rows.is_sorted_by(|one, next| one.number < next.number), "rows");
        assert!(sheet.rows.iter().all(|row| row.cells.is_sorted_by(|one, next| one.column < next.column)), "columns");
        // A few cells may stand far apart.
        if sheet.fields() > 10_000 {
            continue;
        }
        for (index, line) in sheet.csv().lines().enumerate() {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let record = reader.records().next().map(Result::unwrap).unwrap_or_default();
            let row = sheet.rows.iter().find(|row| row.number == index + 1);
            for (column, field) in record.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
                let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.column == column)).expect("a cell");
                let plain = cell.text.replace('\n', " ").replace('\r', "");
                assert!(plain == field, "{cell:?} is {field:?}");
            }
        }
    }
}
