//! Workbooks as Excel and others write them, and hostile ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "a test may fail loudly")]

use std::io::{Cursor, Write as _};

use workbook::{Area, Cell, Kind, Limits, Refusal, Sheet, sheets};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATED: &str = r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>
    <Relationship Id="rId3" Type="http://x/styles" Target="./styles.xml"/></Relationships>"#;
const STRINGS: &str = r#"<sst count="3" uniqueCount="3"><si><t>産業</t><rPh sb="0" eb="2"><t>サンギョウ</t></rPh></si>
    <si><r><t xml:space="preserve">A &amp; </t></r><r><t>B&#x5E02;</t></r></si><si/></sst>"#;
const STYLES: &str = r##"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0&quot;人&quot;"/><numFmt numFmtId="165" formatCode="m&quot;月&quot;d&quot;日&quot;"/>
    <numFmt numFmtId="166" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="167" formatCode="0.0%"/><numFmt numFmtId="168" formatCode="[Red]-0.00_);General"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="16"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs></styleSheet>"##;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet, some of its parts replaced.
fn book(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATED),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    parts.extend(others.iter().filter(|(_, text)| !text.is_empty()));
    zipped(&parts)
}

fn read(sheet: &str) -> Sheet {
    let all = sheets(&book(sheet, &[]), Limits::default());
    all.unwrap_or_else(|refusal| panic!("{refusal}: {sheet}")).remove(0)
}

fn refused(bytes: &[u8]) -> Refusal {
    sheets(bytes, Limits::default()).unwrap_err()
}

/// The one cell of a sheet.
fn cell(xml: &str) -> (Kind, String) {
    let sheet = read(&format!("<worksheet><sheetData><row r=\"1\">{xml}</row></sheetData></worksheet>"));
    let Cell { kind, text, .. } = sheet.rows[0].cells[0].clone();
    (kind, text)
}

#[test]
fn cells_say_what_a_spreadsheet_shows() {
    for (xml, kind, text) in [
        (r#"<c r="A1" t="s"><v>0</v></c>"#, Kind::Text, "産業"),
        (r#"<c r="A1" t="s"><v>1</v></c>"#, Kind::Text, "A & B市"),
        (r#"<c r="A1" t="inlineStr"><is><t>あ</t><rPh><t>ア</t></rPh></is></c>"#, Kind::Text, "あ"),
        (r#"<c r="A1"><v>1234.5</v></c>"#, Kind::Number, "1234.5"),
        (r#"<c r="A1"><v>0.57999999999999996</v></c>"#, Kind::Number, "0.58"),
        (r#"<c r="A1"><v>1E-3</v></c>"#, Kind::Number, "0.001"),
        (r#"<c r="A1"><v>-0</v></c>"#, Kind::Number, "0"),
        (r#"<c r="A1" s="1"><v>0.37</v></c>"#, Kind::Number, "37%"),
        (r#"<c r="A1" s="7"><v>1.105</v></c>"#, Kind::Number, "110.5%"),
        (r#"<c r="A1" s="4"><v>1007</v></c>"#, Kind::Number, "1007人"),
        (r#"<c r="A1" s="8"><v>1.25</v></c>"#, Kind::Number, "1.25"),
        (r#"<c r="A1" s="2"><v>45382</v></c>"#, Kind::Date, "2024-03-31"),
        (r#"<c r="A1" s="6"><v>45382.75</v></c>"#, Kind::Date, "2024-03-31"),
        (r#"<c r="A1" s="3"><v>46023</v></c>"#, Kind::Date, "1月1日"),
        (r#"<c r="A1" s="5"><v>46023</v></c>"#, Kind::Date, "1月1日"),
        (r#"<c r="A1" s="2"><v>61</v></c>"#, Kind::Date, "1900-03-01"),
        (r#"<c r="A1" s="2"><v>1</v></c>"#, Kind::Date, "1900-01-01"),
        (r#"<c r="A1" t="d"><v>2024-03-31T00:00:00</v></c>"#, Kind::Date, "2024-03-31"),
        (r#"<c r="A1" t="b"><v>1</v></c>"#, Kind::Boolean, "TRUE"),
        (r#"<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, Kind::Error, "#DIV/0!"),
        (r#"<c r="A1"><f>1+1</f><v>2</v></c>"#, Kind::Number, "2"),
        (r#"<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>"#, Kind::Text, "ab"),
        (r#"<c r="A1"><f>SUM(B1:B9)</f></c>"#, Kind::Uncalculated, ""),
    ] {
        assert_eq!(cell(xml), (kind, text.to_owned()), "{xml}");
    }
    let counted = r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>"#;
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" s="2"><v>43920</v></c></row></sheetData></worksheet>"#;
    let all = sheets(&book(sheet, &[("xl/workbook.xml", counted)]), Limits::default()).unwrap();
    assert_eq!(all[0].rows[0].cells[0].text, "2024-03-31");
}

#[test]
fn cells_stand_where_a_spreadsheet_has_them() {
    let sheet = read(
        r#"<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="AA2"><v>1</v></c></row>
        <row r="4" hidden="1"><c r="A4"><v>9</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>a,"b"
c</t></is></c><c r="C5" t="s"><v>2</v></c></row></sheetData>
        <mergeCells><mergeCell ref="B2:D3"/><mergeCell ref="nonsense"/></mergeCells></worksheet>"#,
    );
    let at: Vec<_> = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column))).collect();
    assert_eq!(at, [(2, 1), (2, 26), (4, 0), (5, 0)]);
    assert_eq!(sheet.merged, [Area { rows: (2, 3), columns: (1, 3) }]);
    assert_eq!((sheet.hidden_rows(), sheet.uncalculated()), (1, None));
    assert_eq!(sheet.csv(), format!("\n,産業{}1\n\n\n\"a,\"\"b\"\" c\"\n", ",".repeat(25)));
    // Without names, cells follow one another.
    let bare = read(
        "<worksheet><sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData></worksheet>",
    );
    assert_eq!(bare.csv(), "1,,3\n4\n");
}

#[test]
fn sheets_keep_their_order_and_tell_whether_they_are_hidden() {
    let two = r#"<workbook><sheets><sheet name="二" r:id="rId9"/><sheet name="図" r:id="rId8"/><sheet name="一" state="hidden" r:id="rId1"/></sheets></workbook>"#;
    let related = RELATED.replace("</Relationships>", r#"<Relationship Id="rId9" Type="http://x/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="rId8" Type="http://x/chartsheet" Target="c.xml"/></Relationships>"#);
    let sheet = "<worksheet><sheetData/></worksheet>";
    let bytes = book(
        sheet,
        &[("xl/workbook.xml", two), ("xl/_rels/workbook.xml.rels", &related), ("xl/worksheets/sheet9.xml", sheet)],
    );
    let all = sheets(&bytes, Limits::default()).unwrap();
    assert_eq!(
        all.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden)).collect::<Vec<_>>(),
        [("二", false), ("一", true)]
    );
}

#[test]
fn what_is_no_workbook_is_refused_by_what_it_is() {
    let sheet = "<worksheet><sheetData/></worksheet>";
    let part = |name: &str, text: &str| refused(&book(sheet, &[(name, text)]));
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Refusal::OldOrLocked);
    assert_eq!(refused(b"name,value\n"), Refusal::NoWorkbook);
    assert_eq!(refused(&zipped(&[("word/document.xml", "<document/>")])), Refusal::NoWorkbook);
    assert_eq!(refused(&zipped(&[])), Refusal::NoWorkbook);
    assert_eq!(part("xl/vbaProject.bin", "x"), Refusal::Macros);
    assert_eq!(part("xl/workbook.xml", ""), Refusal::Missing("xl/workbook.xml".to_owned()));
    assert_eq!(part("xl/worksheets/sheet1.xml", ""), Refusal::Missing("xl/worksheets/sheet1.xml".to_owned()));
    assert_eq!(part("xl/workbook.xml", "<workbook><sheets/></workbook>"), Refusal::Missing("worksheet".to_owned()));
    assert_eq!(part("xl/sharedStrings.xml", "<sst><si></t></sst>"), Refusal::Broken("xl/sharedStrings.xml".to_owned()));
    let whole = book(sheet, &[]);
    assert_eq!(refused(&whole[..whole.len() / 2]), Refusal::Broken("ZIP".to_owned()));
    assert_eq!(sheets(&whole, Limits { bytes: 10, ..Limits::default() }), Err(Refusal::TooLarge));
}

#[test]
fn hostile_workbooks_are_refused_before_they_fill_the_memory() {
    // 3 MB of spaces in a few kilobytes, where 1 MB is read.
    let bomb = book("<worksheet/>", &[("xl/sharedStrings.xml", &[&" ".repeat(3_000_000), "<sst/>"].concat())]);
    assert!(bomb.len() < 10_000);
    assert_eq!(sheets(&bomb, Limits { unpacked: 1_000_000, ..Limits::default() }), Err(Refusal::Unpacked));
    // More strings claimed than there is memory for.
    let claim = r#"<sst uniqueCount="18446744073709551615"><si><t>a</t></si></sst>"#;
    assert!(sheets(&book("<worksheet/>", &[("xl/sharedStrings.xml", claim)]), Limits::default()).is_ok());
    // Entities that would grow are not followed.
    let entity = "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    assert!(sheets(&book("<worksheet/>", &[("xl/sharedStrings.xml", entity)]), Limits::default()).is_ok());
    // More rows than are read.
    let rows: Vec<String> = (1..=101).map(|row| format!("<row r=\"{row}\"><c><v>1</v></c></row>")).collect();
    let rows = book(&format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.concat()), &[]);
    assert_eq!(sheets(&rows, Limits { cells: 100, ..Limits::default() }), Err(Refusal::TooManyCells));
    assert!(sheets(&rows, Limits { cells: 101, ..Limits::default() }).is_ok());
    // One long string that every cell repeats.
    let long = format!("<sst><si><t>{}</t></si></sst>", "あ".repeat(10_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(1000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    assert_eq!(refused(&book(&sheet, &[("xl/sharedStrings.xml", &long)])), Refusal::TooManyCells);
    // The last cell that there can be takes no more room than any other.
    let far =
        read(r#"<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#);
    assert_eq!((far.rows[0].number, far.rows[0].cells[0].column), (1_048_576, 16_383));
    for broken in [
        r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#,
        "<c><v>1</v></c>",
        r#"<row r="1048577"><c><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A1"><v>1</v></c></row>"#,
        r#"<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>"#,
        r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#,
        r#"<row r="1"><c t="s"><v>7</v></c></row>"#,
        r#"<row r="1"><c><v>one</v></c></row>"#,
        r#"<row r="1"><c><v>1e999</v></c></row>"#,
    ] {
        let sheet = format!("<worksheet><sheetData>{broken}</sheetData></worksheet>");
        assert_eq!(refused(&book(&sheet, &[])), Refusal::Broken("xl/worksheets/sheet1.xml".to_owned()), "{broken}");
    }
}
