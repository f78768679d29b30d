//! Every way of breaking the data that we could think of is told by its place.

use crate::common::library_with;
use crate::japanese::is_japanese;
use serde_json::Value;
use shigoto_widgets::data::json;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::error::{Fault, FaultKind, FaultLang, Place};
use shigoto_widgets::locale::{Key, Languages};

const HEADER: &str = "id,period,value,source,note\n";

/// Names of the files that a city's folder holds.
const FILES: [&str; 12] = [
    "swot.json",
    "lq.json",
    "kpi.json",
    "links.json",
    "strategy.json",
    "glossary.json",
    "brand.json",
    "facts.json",
    "ec.json",
    "circulation.json",
    "about.json",
    "kpi_actuals.csv",
];

/// Files of tables that not every strategy prints.
const DISPENSABLE: [&str; 2] = ["ec.json", "circulation.json"];

/// The data with some files broken. They have no readings of their own.
struct Copy(Vec<(&'static str, Option<Vec<u8>>)>);

impl Copy {
    fn new() -> Self {
        Self(vec![("kpi_actuals.csv", Some(HEADER.into()))])
    }

    fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(file, Some(content.as_ref().to_vec()))
    }

    fn without(self, file: &str) -> Self {
        self.put(file, None)
    }

    fn put(mut self, file: &str, bytes: Option<Vec<u8>>) -> Self {
        let file = FILES.into_iter().find(|known| *known == file).unwrap();
        self.0.insert(0, (file, bytes));
        self
    }

    fn read(&self) -> Result<Library, Vec<Fault>> {
        library_with(&self.0.iter().map(|(file, bytes)| (*file, bytes.as_deref())).collect::<Vec<_>>())
    }

    /// The faults, each of them told in one line of three parts in both languages.
    fn faults(&self) -> Vec<Fault> {
        let faults = self.read().err().unwrap_or_default();
        for fault in &faults {
            for lang in [FaultLang::En, FaultLang::Ja] {
                let line = fault.line(lang);
                let parts: Vec<&str> = line.split(" — ").collect();
                assert!(parts.len() == 3 && parts.iter().all(|part| !part.trim().is_empty()), "{line}");
                let place = parts[0].strip_prefix(&fault.file).unwrap();
                assert!(place.is_empty() == (fault.place == Place::File), "{line}");
                assert!(place.is_empty() || place.len() > 1 && place.starts_with(':'), "{line}");
                assert_eq!(parts[2].is_ascii(), lang == FaultLang::En, "{line}");
                assert!(lang == FaultLang::En || is_japanese(&parts[1..].join("")), "{line}");
                assert!(!line.contains(['\n', '\r']), "a line is one line: {line:?}");
            }
        }
        faults
    }
}

/// The copy's faults after one value was replaced or added, or removed.
fn broken(file: &str, pointer: &str, value: &str) -> Vec<Fault> {
    let mut json: Value = serde_json::from_str(&crate::common::file(file)).unwrap();
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
fn each_fault_is_told_once_by_its_place() {
    // File, pointer, new value; then the place and the fault told. Between records no line is known.
    let cases = r#"lq.json /tables/1/rows/2/colour 1 => (tables[1].rows[2].colour) — unknown field `colour`, expected one of industry, 
        kpi.json /kpis/3/unit (removed) => (kpis[3]) — missing field `unit` —
        lq.json /tables/0/rows/4/values/6 "0.74" => (tables[0].rows[4].values[6]) — expected a number, or null where it is not published —
        lq.json /tables/0/title 1 => (tables[0].title) — expected a string —
        links.json /crosswalk/0/exact "true" => (crosswalk[0].exact) — expected true or false —
        swot.json /issues {} => (issues) — expected a list —
        swot.json /source "資料編1" => (source) — expected an object —
        swot.json /source/page 70000 => (source.page) — expected a whole number in range —
        kpi.json /kpis/0/baseline/period "2023" => (kpis[0].baseline.period) — `2023` is not a period
        kpi.json /kpis/0/kind "lower" => (kpis[0].kind) — `lower` is not raise, cumulative, maintain, percentage or unstated —
        lq.json /tables/0/labels "good" => (tables[0].labels) — `good` is not sound or doubtful —
        swot.json /factors/0/code "X-1" => (factors[0].code) — `X-1` is not a factor's code
        links.json /issue_measure/0/to "2_1" => (issue_measure[0].to) — `2_1` is not a measure id
        lq.json /tables/2/rows/4/values/0 -0.01 => :tables[2].rows[4].values[0] — -0.01 is outside 0 … 1000 —
        lq.json /tables/2/rows/4/values/0 -0.0 => :tables[2].rows[4].values[0] — -0 is outside 0 … 1000 —
        lq.json /tables/2/rows/4/values/0 1001 => :tables[2].rows[4].values[0] — 1001 is outside 0 … 1000 —
        lq.json /tables/2/rows/4/values/0 0.625 => :tables[2].rows[4].values[0] — `decimals` is 2, which does not show 0.625 —
        lq.json /tables/2/rows/4/values/0 (removed) => :tables[2].rows[4].values — 6 values, one for each of 7 cities expected
        lq.json /tables/0/rows/4/sector 4 => :tables[0].rows[4].sector — 4 is outside 1 … 3
        lq.json /tables/2/rows/19/industry "漁業" => :tables[2].rows[19] — `漁業` stands twice
        lq.json /tables/1/rows/0/presumed (removed) => :tables[1].rows[0] — `presumed` goes with doubtful labels
        lq.json /tables/1/warning (removed) => :tables[1] — doubtful labels need `warning` and `reread_reason` —
        lq.json /cities/1/id "aomori" => :cities[1] — `aomori` stands twice
        lq.json /cities/0/name "" => :cities[0].name — is empty —
        lq.json /cities/0/prefecture "　" => :cities[0].prefecture — is empty —
        swot.json /factors/0/name "" => :factors[0].name — is empty —
        swot.json /quadrants/1/strategies/0/text "" => :quadrants[1].strategies[0].text — is empty —
        swot.json /issues/0/name " " => :issues[0].name — is empty —
        facts.json /facts/0/period "2019" => (facts[0].period) — `2019` is not a time such as
        facts.json /facts/0/id "A" => (facts[0].id) — `A` is not a number's id
        facts.json /facts/2/id "purpose-output" => :facts[2] — `purpose-output` stands twice
        facts.json /facts/0/quote "" => :facts[0].quote — is empty —
        facts.json /series/0/kind "line" => (series[0].kind) — `line` is not years or beside —
        facts.json /series/0/facts/0 "nothing" => :series[0].facts — `nothing` does not exist
        facts.json /series/0/facts/0 "workers-2005" => :series[0].facts — the numbers of a series are of one unit
        facts.json /series/1/facts ["purpose-primary"] => :series[1].facts — a series has two numbers or more
        facts.json /series/0/facts ["output-2019", "output-2011"] => :series[0].facts — along an axis each number has a year of its own
        ec.json /total/years/0/market_size 132858 => :total.years[0].market_size — the categories make 132864, not 132858
        ec.json /categories/1/years/1/change_percent 3.9 => :categories[1].years[1].change_percent — 3.9 % does not follow from 24584 and 25528
        ec.json /categories/1/years/1/year 2021 => :categories[1].years — every category has the same years
        circulation.json /areas/1/circulation_percent 93.2 => :areas[1].circulation_percent — 9693 of 10408 is 93.1 %, not 93.2
        circulation.json /areas/1/balance -717 => :areas[1].balance — 9693 − 10408 is not -717
        circulation.json /focus "東京" => :focus — `東京` does not exist
        about.json /meetings/0/date "2023-13-01" => (meetings[0].date) — `2023-13-01` is not a day such as
        about.json /meetings/1/date "2023-08-01" => :meetings[1] — meetings are numbered from 1, by date
        about.json /observers/0/last 8 => :observers[0].last — `8` does not exist
        lq.json /focus_city "tokyo" => :focus_city — `tokyo` does not exist
        kpi.json /kpis/1/id "startups" => :kpis[2] — `startups` stands twice
        kpi.json /kpis/0/name " " => :kpis[0].name — is empty —
        kpi.json /kpis/0/places/0/measure "9-9" => :kpis[0].places[0].measure — `9-9` does not exist
        kpi.json /kpis/0/places/1/repeated false => :kpis[0].places[1].repeated — a further place is a repeated one —
        kpi.json /kpis/1/places/0/repeated true => :kpis[1].places — the first place must be one that is not repeated —
        kpi.json /kpis/2/target/value 81 => :kpis[2] — `maintain` means target = baseline, and only that
        kpi.json /kpis/3/target/value 91 => :kpis[3] — `maintain` means target = baseline, and only that
        kpi.json /kpis/15/target/value 100.5 => :kpis[15].target.value — 100.5 is outside 0 … 100
        kpi.json /kpis/15/target/value 8.85 => :kpis[15].decimals — `decimals` is 1, which does not show 8.85 —
        kpi.json /kpis/4/baseline/value -1 => :kpis[4].baseline.value — -1 is below zero, where gauges begin —
        links.json /factor_strategy/0/from "S-9" => :factor_strategy[0].from — `S-9` does not exist
        links.json /factor_strategy/0/to "SO-9" => :factor_strategy[0].to — `SO-9` does not exist
        links.json /factor_strategy/0/from "W-1" => :factor_strategy[0] — W-1 is not a side of SO-1
        links.json /strategy_issue/1/from "ST-9" => :strategy_issue[1].from — `ST-9` does not exist
        links.json /strategy_issue/1/to "gx" => :strategy_issue[1].to — `gx` does not exist
        links.json /issue_measure/2/from "AI" => :issue_measure[2].from — `AI` does not exist
        links.json /issue_measure/8/to "5-9" => :issue_measure[8].to — `5-9` does not exist
        links.json /issue_measure/0/to "2-3" => :issue_measure — sorted by measure, because readers meet them in that order —
        links.json /strategy_issue/0/reason " 　" => :strategy_issue[0].reason — every editorial link says why
        links.json /crosswalk/3/employees/0 "製造" => :crosswalk[3] — `製造` does not exist
        links.json /crosswalk/0/reason "" => :crosswalk[0] — a crosswalk entry has two sides and a reason —
        links.json /crosswalk/16/employees [] => :crosswalk[16] — a crosswalk entry has two sides and a reason —
        links.json /evidence/0/factor "S-9" => :evidence[0] — `S-9` does not exist
        links.json /evidence/1/industry "通信" => :evidence[1] — `通信` does not exist
        links.json /evidence/2/reason "" => :evidence[2] — evidence says why, and comes from a table
        brand.json /languages [] => :languages — holds no record —
        brand.json /address "www.example.jp" => `www.example.jp` is not an address of a folder such as https://www.example.jp/shigoto/
        strategy.json /pillars/0/measures/1/projects/2/name "風" => :1-2-p3 — is said to be printed before, and is not
        strategy.json /pillars/1/measures/0/works/1/operator "市【行 政】" => :2-1-w2 — 【行 政】 is no kind of actor
        strategy.json /pillars/1/measures/0/projects/1/number 1 => :items[43] — `2-1-p1` stands twice
        strategy.json /last_fiscal_year 2024 => :last_fiscal_year — the plan must end after it starts —"#;
    for case in cases.lines().map(str::trim_start) {
        let (change, expected) = case.split_once(" => ").unwrap();
        let words: Vec<&str> = change.splitn(3, ' ').collect();
        let faults = broken(words[0], words[1], words[2]);
        assert!(faults.len() == 1 && faults[0].file == words[0], "{case}: {faults:#?}");
        assert!(faults[0].to_string().contains(expected), "{case}: {}", faults[0]);
    }
}

#[test]
fn decimals_that_cannot_show_every_printed_digit_are_refused() {
    for (file, pointer, value, place) in [
        ("kpi.json", "/kpis/15/decimals", "0", ":kpis[15].decimals — `decimals` is 0, which does not show 8.4 —"),
        ("kpi.json", "/kpis/15/decimals", "12", ":kpis[15].decimals — `decimals` is 12"),
        ("lq.json", "/decimals", "1", ":tables[0].rows[0].values[0] — `decimals` is 1, which does not show 0.68 —"),
        ("lq.json", "/decimals", "12", ":tables[0].rows[0].values[0] — `decimals` is 12"),
    ] {
        let faults = broken(file, pointer, value);
        assert!(faults[0].to_string().contains(place), "{}", faults[0]);
    }
}

#[test]
fn what_is_no_number_is_told_where_it_starts() {
    let text = crate::common::file("lq.json");
    let before = &text[..text.find("9.44").unwrap()];
    let column = before.lines().last().unwrap().chars().count() + 1;
    let place = format!("lq.json:{}:{column} — expected a", before.lines().count());
    for wrong in ["NaN", "1e999", "-", "09.44", "９.44", "nine", ".44", "+9.44", "9.4400000000000001", "9."] {
        let faults = Copy::new().with("lq.json", text.replacen("9.44", wrong, 1)).faults();
        assert!(faults.len() == 1 && faults[0].to_string().starts_with(&place), "{faults:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for file in FILES {
        let (missing, foreign) = (Copy::new().without(file), Copy::new().with(file, b"\xff\xfe{\0}"));
        for (copy, is_encoding) in [(missing, false), (foreign, true)] {
            let faults = copy.faults();
            if !is_encoding && DISPENSABLE.contains(&file) {
                assert!(faults.is_empty(), "{faults:?}");
                continue;
            }
            let is_whole = faults.len() == 1 && faults[0].place == Place::File && faults[0].file == file;
            let is_kind = match faults[0].kind {
                FaultKind::Missing => !is_encoding,
                FaultKind::Encoding => is_encoding,
                _ => false,
            };
            assert!(is_whole && is_kind, "{faults:?}");
        }
    }
    let lq = crate::common::file("lq.json").into_bytes();
    for cut in [0, 1, lq.len() / 3, lq.len() - 3] {
        let cut = (0..=cut).rev().find(|cut| std::str::from_utf8(&lq[..*cut]).is_ok()).unwrap();
        let faults = Copy::new().with("lq.json", &lq[..cut]).faults();
        let line = lq[..cut].split(|byte| *byte == b'\n').count();
        let told = faults.iter().map(ToString::to_string).collect::<String>();
        let is_told = told.starts_with(&format!("lq.json:{line}:")) && told.contains(" — expected ");
        assert!(faults.len() == 1 && is_told, "{told}");
    }
    let faults = Copy::new().with("lq.json", "{}").with("kpi.json", "[]").with("swot.json", "").faults();
    assert_eq!(faults.len(), 3, "every broken file is told at once");
}

#[test]
fn good_readings_are_read() {
    let text = "\u{feff}id,period,value,source,note\r\nstartups,2024年度,99,\"市, 経済部\",\"「創業」\"\"速報\"\"\r\n2行目\"\r\n\
                winter-visitors,2024年,1650.5,市,\r\nstartups,2025年度,0,市,\r\n";
    let copy = Copy::new().with("kpi_actuals.csv", text);
    let actuals = copy.read().unwrap().dataset.actuals;
    let told: Vec<String> = actuals.iter().map(|a| format!("{} {} {}", a.id, a.period, a.value)).collect();
    assert_eq!(told, ["startups 2024年度 99", "winter-visitors 2024年 1650.5", "startups 2025年度 0"]);
    assert_eq!((actuals[0].source.as_str(), actuals[0].note.as_str()), ("市, 経済部", "「創業」\"速報\"\r\n2行目"));
}

#[test]
fn bad_readings_are_told_by_line_and_column() {
    let period = ["startups,24,9,市,", "startups,2024年度末,9,市,", "startups,,9,市,", "startups,+2024年度,9,市,"];
    let rows = |values: &str| -> Vec<String> {
        values.split('|').map(|value| format!("startups,2024年度,{value},市,")).collect()
    };
    let no_numbers = rows("多数|NaN|inf|1e5|５百|0x10|--5|+5|1.2.3|5.|.5|5 %|▲5|--|\",\"");
    let no_numbers: Vec<&str> = no_numbers.iter().map(String::as_str).collect();
    let ambiguous =
        rows("\"1,23\"|\"12,34,567\"|\"1,2345\"|\",123\"|\"0,5\"|\"1.234,5\"|\"1,,234\"|\"1,234,\"|１，２３");
    let ambiguous: Vec<&str> = ambiguous.iter().map(String::as_str).collect();
    let long = rows("1.1234567|1234567890123456|0.1234567890123456");
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    for (place, cause, rows) in [
        (":4:2 (period) —", "2023年度", &period[..]),
        (":4:3 (value) —", "` is not a number —", &no_numbers[..]),
        (":4:3 (value) —", "` can be read as two different numbers —", &ambiguous[..]),
        (":4:3 (value) —", "` has more digits than are taken — round it: 6 decimals and 15 digits in all", &long[..]),
        (":4:3 (value) —", " — is empty — fill it in", &["startups,2024年度,,市,"]),
        (":4:4 (source) —", "4 fields, 5 expected", &["startups,2024年度,9,市"]),
        (":4:6 —", "6 fields, 5 expected", &["startups,2024年度,9,市,,余り"]),
        (":4:1 (id) —", "a KPI id", &["Startups!,2024年度,9,市,"]),
        (":4:1 (id) —", "is empty", &[",2024年度,9,市,"]),
        (":4:1 (id) —", "`Startups` must be written startups", &["Startups,2024年度,9,市,"]),
        (":4:1 (id) —", "`star␤tups` is not a KPI id", &["\"star\ntups\",2024年度,9,市,"]),
        (":4:1 (id) —", "`starts` does not exist", &["starts,2024年度,9,市,"]),
        (":4:3 (value) —", "is outside 0 … 1000000000000 —", &["startups,2024年度,－0,市,"]),
        (":4:3 (value) —", "-1 is below zero, where gauges begin —", &["startups,2024年度,-1,市,"]),
        (":4:3 (value) —", "1000000000001 is outside 0 …", &["startups,2024年度,1000000000001,市,"]),
        (":4:3 (value) —", "840 is outside 0 … 100 —", &["livable-work-share,2024年度,840,市,"]),
        (":4:2 (period) —", "`startups, 2023年度` stands twice", &["startups,2023年度,8,市,"]),
    ] {
        for row in rows {
            let faults = csv_faults(&format!("startups,2023年度,9,市,\"二\n行\"\n{row}"));
            let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            assert!(faults.len() == 1 && told.contains(place) && told.contains(cause), "{row}: {told}");
        }
    }
    for header in ["", "id,period,value\n", "period,id,value,source,note\n", "\n\n"] {
        let faults = Copy::new().with("kpi_actuals.csv", header).faults();
        assert!(faults.len() == 1 && faults[0].to_string().contains("id,period,value,source,note"), "{faults:?}");
    }
}

#[test]
fn every_bad_row_is_told() {
    let faults = csv_faults("startups,24,9,市,\nstartups,2024年度,多,市,\n,2024年度,9,市,\nstartups,2024年度,9,市,");
    let places: Vec<String> = faults.iter().map(|f| f.to_string().split(" — ").next().unwrap().to_owned()).collect();
    assert_eq!(places, ["2:2 (period)", "3:3 (value)", "4:1 (id)"].map(|place| format!("kpi_actuals.csv:{place}")));
}

#[test]
fn a_row_is_numbered_as_in_the_file() {
    // Blank lines count, and CRLF counts once.
    let lines = ["startups,2024年度,9,市,\r\nstartups,x,9,市,\r\n", "\nstartups,x,9,市,"].map(csv_faults);
    assert!(lines.iter().all(|faults| faults[0].to_string().starts_with("kpi_actuals.csv:3:2 ")), "{lines:#?}");
    // Between records too lines are counted, not records.
    let lines = ["\nstarts,2024年度,99,市,", "startups,2024年度,9,市,\r\nstarts,2024年度,9,市,\r\n"].map(csv_faults);
    assert!(lines.iter().all(|faults| faults[0].to_string().starts_with("kpi_actuals.csv:3:1 ")), "{lines:#?}");
}

#[test]
fn what_excel_writes_is_read() {
    let rows = "visitors,2024年,\"5,000\",市,\nvisitors,2025年,５１００,市,\nvisitors,2026年,\"５，２００．５\",市,\n";
    let copy = Copy::new().with("kpi_actuals.csv", HEADER.to_owned() + rows);
    let values: Vec<f64> = copy.read().unwrap().dataset.actuals.iter().map(|actual| actual.value).collect();
    assert_eq!(values, [5000.0, 5100.0, 5200.5]);
}

#[test]
fn a_decimal_comma_is_no_thousands_separator() {
    // One half to some, five hundred to others: refused rather than guessed.
    assert_eq!(csv_faults("visitors,2024年,\"0,500\",市,").len(), 1);
}

#[test]
fn a_reading_that_is_accepted_can_be_embedded() {
    // The build writes 17 digits, of which the reader in the browser takes 15: such readings must be refused.
    for value in ["1.1234567890123456", "0.30000000000000004", "99999999999.12345678", "0.00000000000000000000001"] {
        let copy = Copy::new().with("kpi_actuals.csv", format!("{HEADER}startups,2024年度,{value},市,\n"));
        let Ok(library) = copy.read() else { continue };
        let embedded = serde_json::to_string(&library.dataset.actuals[0].value).unwrap();
        assert!(json::read(&embedded).is_ok(), "{embedded}");
    }
}

#[test]
fn a_text_that_widgets_show_is_not_translated_for_pages_as_well() {
    let words = r#"{"data": {"全国": "Japan", "青森県": "x"}, "pages": {"海": "sea", "全国": "all"}}"#;
    let faults = library_with(&[("words/en.json", Some(words.as_bytes()))]).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!((faults[0].file.as_str(), &faults[0].place), ("words/en.json", &Place::Path("data.全国".to_owned())));
}

#[test]
fn a_citys_own_words_for_the_interface_are_taken_or_refused_by_their_key() {
    let read = |text: Option<&str>| library_with(&[("words/ja.json", text.map(str::as_bytes))]);
    let said = |library: Library| Languages::new(library.languages).unwrap().source().text(Key::SwotMeasures);
    assert_eq!(said(read(None).unwrap()), "重要課題を受け持つ施策とKPI");
    assert_eq!(said(library_with(&[]).unwrap()), "重要課題を受け持つ共創施策とKPI");
    let own = r#"{"data": {}, "interface": {"swot_measures": "取り組みとKPI"}}"#;
    assert_eq!(said(read(Some(own)).unwrap()), "取り組みとKPI");
    let wrong = r#"{"data": {}, "interface": {"no_such_text": "x", "swot_issue": "{name}と{nobody}"}}"#;
    let faults = read(Some(wrong)).unwrap_err();
    let places: Vec<(&str, String)> =
        faults.iter().map(|fault| (fault.file.as_str(), fault.path().to_owned())).collect();
    let place = |key: &str| ("words/ja.json", format!("interface.{key}"));
    assert_eq!(places, [place("no_such_text"), place("swot_issue")], "{faults:#?}");
    assert!(faults.iter().all(|fault| fault.message(FaultLang::Ja).contains("元の言語")), "{faults:#?}");
}
