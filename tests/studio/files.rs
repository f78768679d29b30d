//! Whole files: of the content by name, saved archives and pages; others are refused and change nothing.

use shigoto_widgets::error::FaultKind;
use shigoto_widgets::publish::archive::packed;
use shigoto_widgets::studio::content::{Offer, Seen};

use crate::{changed, common, desk, take};

#[test]
fn a_file_of_the_content_is_put_in_its_place() {
    let text = common::file("kpi.json").replacen("創業件数", "創業の件数", 1);
    for name in ["kpi.json", "kpi (2).json", "別の名前.json"] {
        let mut desk = desk();
        assert_eq!(take(&mut desk, name, &text), Seen::File("kpi.json".to_owned()), "{name}");
        assert_eq!(changed(&desk), ["kpi.json"]);
    }
}

#[test]
fn a_broken_file_of_the_content_is_told_with_its_places_and_changes_nothing() {
    let mut desk = desk();
    let text = common::file("kpi.json").replacen("\"kind\": \"cumulative\"", "\"kind\": \"later\"", 1);
    let faults = desk.take("kpi.json", Offer::Text(&text)).unwrap_err();
    assert!(faults.iter().all(|fault| fault.file == "kpi.json") && faults[0].line_number().is_some(), "{faults:?}");
    assert!(!desk.has_changed());
}

#[test]
fn an_archive_of_the_content_is_taken_whole_or_in_part_and_never_the_interface() {
    let town = common::town();
    let files = town.files.iter().map(|(name, bytes)| (format!("town/{name}"), bytes.clone()));
    let files: Vec<(String, Vec<u8>)> = files
        .map(|(name, bytes)| if name.contains("interface/ja.json") { (name, b"{}".to_vec()) } else { (name, bytes) })
        .collect();
    let bytes = packed(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))).unwrap();
    let mut desk = desk();
    let seen = desk.take("town.zip", Offer::Bytes(&bytes));
    let count = town.files.keys().filter(|name| !name.starts_with("interface/")).count();
    assert_eq!(seen, Ok(Seen::Content(count)));
    // The town prints no table of a market, and the city's is not left beside its files.
    assert!(desk.now().facts.market.is_none());
    assert_eq!(desk.now().dataset, town.dataset);
    let part = packed([("kpi_actuals.csv", b"id,period,value,source,note\r\n".as_slice())]).unwrap();
    let seen = desk.take("part.zip", Offer::Bytes(&part));
    assert_eq!(seen, Ok(Seen::Content(1)));
}

#[test]
fn what_is_not_ours_is_refused_in_words() {
    let mut desk = desk();
    let foreign = packed([("a.txt", b"a".as_slice())]).unwrap();
    let half = foreign.get(..foreign.len() / 2).unwrap();
    let kinds: Vec<FaultKind> = [foreign.as_slice(), half]
        .into_iter()
        .map(|bytes| desk.take("a.zip", Offer::Bytes(bytes)).unwrap_err().remove(0).kind)
        .collect();
    assert!(matches!(&kinds[..], [FaultKind::Unrecognised(_), FaultKind::Archive]), "{kinds:?}");
    let page = desk.take("a.html", Offer::Text("<!doctype html><p>a</p>")).unwrap_err();
    assert!(matches!(page[0].kind, FaultKind::Unrecognised(_)), "{page:?}");
    let nothing = desk.take("a.csv", Offer::Text("")).unwrap_err();
    assert_eq!(nothing[0].kind, FaultKind::Empty);
    assert!(!desk.has_changed());
}

/// A workbook of sheets by name, each with rows of cells.
fn workbook(sheets: &[(&str, &[[&str; 3]])]) -> Vec<u8> {
    let numbered = || sheets.iter().enumerate();
    let (mut list, mut links) = (String::new(), String::new());
    for (place, (name, _)) in numbered() {
        let target = format!("worksheets/{place}.xml");
        list += &["<sheet name=\"", name, "\" r:id=\"", &target, "\"/>"].concat();
        links +=
            &["<Relationship Id=\"", &target, "\" Type=\"http://x/worksheet\" Target=\"", &target, "\"/>"].concat();
    }
    let root = "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("_rels/.rels".to_owned(), root.to_owned()),
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{list}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{links}</Relationships>")),
    ];
    for (place, (_, rows)) in numbered() {
        let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let row = |row: &[&str; 3]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/{place}.xml"), sheet));
    }
    packed(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))).unwrap()
}

#[test]
fn the_sheets_of_a_workbook_are_tables_and_a_cover_does_not_keep_them_out() {
    let rows = [["KPI", "年度", "実績値"], ["創業件数", "令和7年度", "41"], ["立地事業所数", "令和7年度", "３"]];
    let bytes = workbook(&[("表紙", &[["実績のまとめ", "", ""]]), ("実績", &rows)]);
    let mut desk = desk();
    assert_eq!(desk.take("実績.xlsx", Offer::Bytes(&bytes)), Ok(Seen::Readings(2)));
    assert_eq!(changed(&desk), ["kpi_actuals.csv"]);
    let wrong = workbook(&[("実績", &[rows[0], ["創業件数", "令和7年度", "たくさん"], rows[2]])]);
    let faults = desk.take("実績.xlsx", Offer::Bytes(&wrong)).unwrap_err();
    let places: Vec<_> = faults.iter().map(|fault| (fault.line_number(), fault.column())).collect();
    assert!(places.contains(&(Some(2), Some(3))), "{faults:?}");
    let broken = desk.take("a.xlsx", Offer::Bytes(&bytes[..bytes.len() - 30])).unwrap_err();
    assert_eq!(broken.len(), 1);
}
