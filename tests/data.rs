//! The data say what the source prints, and every way of breaking them that we could think of is told by its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use shigoto_widgets::data::check::{check_dir, load_dir};
use shigoto_widgets::embedded::dataset;
use shigoto_widgets::error::{Fault, FaultKind, FaultLang, Place};

const HEADER: &str = "id,period,value,source,note\n";

fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// A copy of the data to break, removed when dropped. It has no readings of its own.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("shigoto-data-{}-{number}", std::process::id()));
        fs::create_dir(&dir).unwrap();
        for entry in fs::read_dir(real()).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
            fs::copy(entry.path(), dir.join(entry.file_name())).unwrap();
        }
        fs::write(dir.join("kpi_actuals.csv"), HEADER).unwrap();
        Self(dir)
    }

    fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(file), content).unwrap();
        self
    }

    /// The faults, each of them told in one line of three parts in both languages.
    fn faults(&self) -> Vec<Fault> {
        let faults = check_dir(&self.0);
        for fault in &faults {
            for lang in [FaultLang::En, FaultLang::Ja] {
                let line = fault.line(lang);
                let parts: Vec<&str> = line.split(" — ").collect();
                assert!(parts.len() == 3 && parts.iter().all(|part| !part.trim().is_empty()), "{line}");
                let place = parts[0].strip_prefix(&fault.file).unwrap();
                assert!(place.is_empty() == (fault.place == Place::File), "{line}");
                assert!(place.is_empty() || place.len() > 1 && place.starts_with(':'), "{line}");
                assert_eq!(parts[2].is_ascii(), lang == FaultLang::En, "{line}");
                assert!(!line.contains(['\n', '\r']), "a line is one line: {line:?}");
            }
        }
        faults
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// The copy's faults after one value was replaced or added, or removed.
fn broken(file: &str, pointer: &str, value: &str) -> Vec<Fault> {
    let mut json: Value = serde_json::from_str(&fs::read_to_string(real().join(file)).unwrap()).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (json.pointer_mut(parent).unwrap(), value) {
        (Value::Array(items), "(removed)") => drop(items.remove(key.parse().unwrap())),
        (Value::Array(items), _) => items[key.parse::<usize>().unwrap()] = serde_json::from_str(value).unwrap(),
        (Value::Object(fields), "(removed)") => drop(fields.remove(key).unwrap()),
        (Value::Object(fields), _) => drop(fields.insert(key.to_owned(), serde_json::from_str(value).unwrap())),
        _ => panic!("{pointer} leads nowhere"),
    }
    Copy::new().with(file, json.to_string()).faults()
}

fn csv_faults(rows: &str) -> Vec<Fault> {
    let header = if rows.contains('\r') { HEADER.replace('\n', "\r\n") } else { HEADER.to_owned() };
    Copy::new().with("kpi_actuals.csv", header + rows).faults()
}

#[test]
fn the_real_data_are_sound_and_embedded_unchanged() {
    let (read, built) = (load_dir(&real()).unwrap().dataset, dataset().unwrap());
    assert_eq!(check_dir(&real()), []);
    assert_eq!(format!("{read:?}"), format!("{built:?}"));
}

#[test]
fn quotients_stand_as_printed() {
    // Copied by hand from the source: table, printed heading, then city and quotient.
    let printed = "0 農業 青森市 0.68 弘前市 4.79|0 水産業 八戸市 9.44 弘前市 0.00|0 鉱業 秋田市 3.52|0 製造業 盛岡市 0.19
        0 電気・ガス・水道・廃棄物処理業 山形市 1.78|0 建設業 八戸市 1.00|0 卸売・小売業 青森市 1.23 福島市 0.81
        0 情報通信業 青森市 1.50 弘前市 0.34|0 金融・保険業 山形市 1.71|0 教育 弘前市 2.91|0 その他のサービス 福島市 1.00
        1 林業 八戸市 2.57 弘前市 0.00|1 農業 弘前市 1.25|1 水産業 盛岡市 1.76|1 電気・ガス・水道・廃棄物処理業 青森市 1.29
        1 宿泊・飲食サービス業 盛岡市 1.60|1 情報通信業 青森市 1.00|1 保健衛生・社会事業 盛岡市 0.67|1 その他のサービス 福島市 1.22
        2 農業，林業 弘前市 4.15|2 漁業 八戸市 2.42 弘前市 0.01|2 鉱業，採石業，砂利採取業 八戸市 3.85|2 情報通信業 青森市 0.63
        2 運輸業，郵便業 青森市 1.14|2 卸売業，小売業 青森市 1.21 盛岡市 1.22|2 医療，福祉 福島市 1.10
        2 公務（他に分類されるものを除く） 青森市 1.87 福島市 1.88|2 分類不能の産業 弘前市 1.59 福島市 1.22";
    let lq = load_dir(&real()).unwrap().dataset.lq;
    for row in printed.split(['|', '\n']) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let table = &lq.tables[words[0].parse::<usize>().unwrap()];
        let found = table.rows.iter().find(|row| row.industry.as_str() == words[1]).expect(row);
        for pair in words[2..].chunks(2) {
            let column = lq.cities.iter().position(|city| city.name == pair[0]).unwrap();
            assert_eq!(format!("{:.2}", found.values[column]), pair[1], "{row}");
        }
    }
}

#[test]
fn kpis_stand_as_printed() {
    // Copied by hand from the source: measure, baseline, period, target and unit, then the start of the name.
    let printed = "1-1 0 2023年度 3 件 青森港を利用する洋上風力発電事業者数|1-2 0 2023年度 3 件 青森港を利用する洋上風力発電事業者数
        1-2 3 2023年度 3 件 立地事業所数|1-3 80 2023年度 80 件 創業件数|2-1 91 2023年度 631 件 ITツール等導入事業者数
        2-1 10 2023年度 30 件 スマート農業機器導入件数|2-2 67 2023年度 67 件 ふるさと納税返礼品の新規登録商品数
        2-3 329 2023年度 329 人 AOMORI|3-1 1175 2020年 1669 億円 製造品出荷額等|3-2 37356 2023年度 52356 千円 AoMoLink～赤坂～売上額
        4-1 1109980 2023年 1490000 人泊 主要宿泊施設宿泊客数|4-1 102569 2023年 263000 人泊 主要宿泊施設外国人宿泊客数
        4-2 4616 2022年 6220 千人 観光入込客数|4-2 1634 2023年 1876 千人 冬季観光入込客数|5-1 209 2023年度 209 件 地元就職に関する相談件数
        5-2 464 2023年度 474 人 ビジネススクールの受講者数|5-3 8.4 2023年度 8.8 % 青森市が継続的に働ける場";
    let kpis = load_dir(&real()).unwrap().dataset.kpi.kpis;
    let rows: Vec<&str> = printed.split(['|', '\n']).map(str::trim).collect();
    assert_eq!(rows.len(), 17);
    let in_data = kpis.iter().flat_map(|kpi| kpi.places.iter().map(move |place| (kpi, place)));
    let mut told: Vec<String> = in_data
        .map(|(k, place)| {
            let (from, to) = (k.baseline.value, k.target.value);
            format!("{} {from} {} {to} {} {}", place.measure, k.baseline.period, k.unit, k.name)
        })
        .collect();
    for row in rows {
        let found = told.iter().position(|told| told.starts_with(row)).unwrap_or_else(|| panic!("{row}: {told:#?}"));
        told.remove(found);
    }
}

#[test]
fn each_fault_is_told_once_by_its_place() {
    // File, pointer, new value; then the place and the fault told. Between records no line is known.
    let cases = r#"lq.json /tables/1/rows/2/colour 1 => (tables[1].rows[2].colour) — unknown field `colour`
        kpi.json /kpis/3/unit (removed) => (kpis[3]) — missing field `unit`
        lq.json /tables/0/rows/4/values/6 "0.74" => (tables[0].rows[4].values[6]) — invalid type: string
        lq.json /tables/0/rows/4/values/6 null => (tables[0].rows[4].values[6]) — invalid type: null
        kpi.json /kpis/0/baseline/period "2023" => (kpis[0].baseline.period) — `2023` is not a period
        kpi.json /kpis/0/kind "lower" => (kpis[0].kind) — unknown variant `lower`
        swot.json /factors/0/code "X-1" => (factors[0].code) — `X-1` is not a factor's code
        links.json /issue_measure/0/to "2_1" => (issue_measure[0].to) — `2_1` is not a measure id
        counts.json /factors/0 (removed) => (factors) — invalid length 3
        lq.json /tables/2/rows/4/values/0 -0.01 => :tables[2].rows[4].values[0] — -0.01 is outside 0 … 1000
        lq.json /tables/2/rows/4/values/0 1001 => :tables[2].rows[4].values[0] — 1001 is outside 0 … 1000
        lq.json /tables/2/rows/4/values/0 (removed) => :tables[2].rows[4].values — 6 records, 7 expected
        lq.json /tables/0/rows/4/sector 4 => :tables[0].rows[4].sector — 4 is outside 1 … 3
        lq.json /tables/2/rows/19/industry "漁業" => :tables[2].rows[19] — `漁業` stands twice
        lq.json /tables/1/rows/0 (removed) => :tables[1].rows — 17 records, 18 expected
        lq.json /cities/1/id "aomori" => :cities[1] — `aomori` stands twice
        lq.json /focus_city "tokyo" => :focus_city — `tokyo` does not exist
        kpi.json /kpis/1/id "startups" => :kpis[2] — `startups` stands twice
        kpi.json /kpis/0/places/0/measure "9-9" => :kpis[0].places[0].measure — `9-9` does not exist
        kpi.json /kpis/0/places/1 (removed) => :kpis[*].places — 16 records, 17 expected
        kpi.json /kpis/2/target/value 81 => :kpis[2] — `maintain` means target = baseline, and only that
        kpi.json /kpis/3/target/value 91 => :kpis[3] — `maintain` means target = baseline, and only that
        kpi.json /kpis/15/target/value 100.5 => :kpis[15].target.value — 100.5 is outside 0 … 100
        kpi.json /kpis/4/baseline/value -1 => :kpis[4].baseline.value — -1 is outside 0 …
        links.json /factor_strategy/0/from "S-9" => :factor_strategy[0].from — `S-9` does not exist
        links.json /factor_strategy/0/to "SO-9" => :factor_strategy[0].to — `SO-9` does not exist
        links.json /factor_strategy/0/from "W-1" => :factor_strategy[0] — W-1 is not a side of SO-1
        links.json /strategy_issue/1/from "ST-9" => :strategy_issue[1].from — `ST-9` does not exist
        links.json /strategy_issue/1/to "gx" => :strategy_issue[1].to — `gx` does not exist
        links.json /issue_measure/2/from "AI" => :issue_measure[2].from — `AI` does not exist
        links.json /issue_measure/2/to "5-9" => :issue_measure[2].to — `5-9` does not exist
        links.json /strategy_issue/0/reason " 　" => :strategy_issue[0].reason — every editorial link says why
        links.json /crosswalk/3/employees/0 "製造" => :crosswalk[3] — `製造` does not exist
        glossary.json /terms/7 (removed) => :terms — 50 records, 51 expected"#;
    for case in cases.lines().map(str::trim_start) {
        let (change, expected) = case.split_once(" => ").unwrap();
        let words: Vec<&str> = change.splitn(3, ' ').collect();
        let faults = broken(words[0], words[1], words[2]);
        assert!(faults.len() == 1 && faults[0].file == words[0], "{case}: {faults:#?}");
        assert!(faults[0].to_string().contains(expected), "{case}: {}", faults[0]);
    }
    let text = fs::read_to_string(real().join("lq.json")).unwrap();
    let place = format!("lq.json:{}:", text[..text.find("9.44").unwrap()].lines().count());
    for nan in ["NaN", "1e999", "-", "09.44", "９.44", "nine"] {
        let faults = Copy::new().with("lq.json", text.replacen("9.44", nan, 1)).faults();
        assert!(faults.len() == 1 && faults[0].to_string().starts_with(&place), "{faults:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for file in fs::read_dir(real()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let file = file.file_name().unwrap().to_str().unwrap();
        let (missing, foreign) = (Copy::new(), Copy::new().with(file, b"\xff\xfe{\0}"));
        fs::remove_file(missing.0.join(file)).unwrap();
        for copy in [missing, foreign] {
            let faults = copy.faults();
            assert!(matches!(&faults[..], [Fault { place: Place::File, kind: FaultKind::Unreadable(_), .. }]));
            assert_eq!(faults[0].file, file);
        }
    }
    let lq = fs::read(real().join("lq.json")).unwrap();
    for cut in [0, 1, lq.len() / 3, lq.len() - 3] {
        let cut = (0..=cut).rev().find(|cut| std::str::from_utf8(&lq[..*cut]).is_ok()).unwrap();
        let faults = Copy::new().with("lq.json", &lq[..cut]).faults();
        assert!(faults.len() == 1 && faults[0].to_string().contains("EOF"), "{faults:?}");
    }
    let faults = Copy::new().with("lq.json", "{}").with("kpi.json", "[]").with("swot.json", "").faults();
    assert_eq!(faults.len(), 3, "every broken file is told at once");
}

#[test]
fn good_readings_are_read() {
    let text = "\u{feff}id,period,value,source,note\r\nstartups,2024年度,99,\"市, 経済部\",\"「創業」\"\"速報\"\"\r\n2行目\"\r\n\
                winter-visitors,2024年,1650.5,市,\r\nstartups,2025年度,0,市,\r\n";
    let copy = Copy::new().with("kpi_actuals.csv", text);
    let actuals = load_dir(&copy.0).unwrap().dataset.actuals;
    let told: Vec<String> = actuals.iter().map(|a| format!("{} {} {}", a.id, a.period, a.value)).collect();
    assert_eq!(told, ["startups 2024年度 99", "winter-visitors 2024年 1650.5", "startups 2025年度 0"]);
    assert_eq!((actuals[0].source.as_str(), actuals[0].note.as_str()), ("市, 経済部", "「創業」\"速報\"\r\n2行目"));
}

#[test]
fn bad_readings_are_told_by_row() {
    let period = ["startups,2024,9,市,", "startups,2024年度末,9,市,", "startups,,9,市,", "startups,+2024年度,9,市,"];
    let value = ["startups,2024年度,-1,市,", "startups,2024年度,NaN,市,", "startups,2024年度,inf,市,"];
    for (place, cause, rows) in [
        (":4:1", "2023年度", &period[..]),
        (":4:1", "float", &["startups,2024年度,多数,市,", "startups,2024年度,,市,"]),
        (":4:1", "fields", &["startups,2024年度,9,市", "startups,2024年度,9,市,,"]),
        (":4:1", "a KPI id", &["Startups!,2024年度,9,市,", ",,,,"]),
        (":row 3", "`starts` does not exist", &["starts,2024年度,9,市,"]),
        (":row 3", "is outside 0 … 1e12", &value[..]),
        (":rows[1]", "`startups, 2023年度` stands twice", &["startups,2023年度,8,市,"]),
    ] {
        for row in rows {
            let faults = csv_faults(&format!("startups,2023年度,9,市,\"二\n行\"\n{row}"));
            let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            assert!(faults.len() == 1 && told.contains(place) && told.contains(cause), "{row}: {told}");
        }
    }
    for header in ["", "id,period,value\n", "period,id,value,source,note\n", "id;period;value;source;note\n", "\n\n"] {
        let faults = Copy::new().with("kpi_actuals.csv", header).faults();
        assert!(faults.len() == 1 && faults[0].to_string().contains("id,period,value,source,note"), "{faults:?}");
    }
}

#[test]
fn holes_in_the_net() {
    let readings = csv_faults("livable-work-share,2024年度,840,市,");
    let mut holes: Vec<&str> =
        readings.is_empty().then_some("BUG: a percentage's readings may exceed 100").into_iter().collect();
    for (file, pointer, value, hole) in [
        ("links.json", "/crosswalk/0/reason", "\"\"", "BUG: check_crosswalk does not ask for a reason"),
        ("links.json", "/crosswalk/16/employees", "[]", "BUG: a side of the crosswalk may be empty"),
        ("kpi.json", "/kpis/15/decimals", "12", "BUG: more decimals than `locale::fixed` can write (9)"),
        ("lq.json", "/decimals", "12", "BUG: the same for quotients"),
        ("kpi.json", "/kpis/15/decimals", "0", "BUG: fewer decimals than printed, 8.4 would be shown as 8"),
        ("lq.json", "/tables/0/rows/2/values/1", "-0.0", "BUG: −0 is taken, and sorts below 0"),
        ("kpi.json", "/kpis/0/name", "\"\"", "BUG: a KPI may lack a name"),
        ("lq.json", "/cities/0/name", "\"\"", "BUG: a city may lack a name"),
        ("kpi.json", "/kpis/0/places/1/repeated", "false", "BUG: only the first place's `repeated` is looked at"),
    ] {
        holes.extend(broken(file, pointer, value).is_empty().then_some(hole));
    }
    assert!(holes.is_empty(), "{holes:#?}");
}

#[test]
fn a_fault_in_a_text_with_a_line_break_is_still_one_line() {
    // BUG: the message repeats the offending text with its line break.
    csv_faults("\"star\ntups\",2024年度,99,市,");
}

#[test]
fn a_row_is_numbered_as_in_the_file() {
    // BUG: `csv::Position` stands before the CRLF or blank line that precedes a record; Excel writes CRLF.
    let lines = ["startups,2024年度,9,市,\r\nstartups,x,9,市,\r\n", "\nstartups,x,9,市,"].map(csv_faults);
    assert!(lines.iter().all(|faults| faults[0].to_string().starts_with("kpi_actuals.csv:3:")), "{lines:#?}");
    // BUG: records are counted, not lines: the blank line makes row 3 of the file "row 2".
    assert!(csv_faults("\nstarts,2024年度,99,市,")[0].to_string().contains('3'));
}

#[test]
fn what_excel_writes_is_read() {
    // BUG: CONTRACT §6 has `1,234` and full-width digits read; both are refused.
    assert_eq!(csv_faults("visitors,2024年,\"5,000\",市,\nvisitors,2025年,５１００,市,"), []);
}
