//! A reader's own file is put in place of ours, whatever spreadsheet wrote it, and what no longer holds goes with ours.

use crate::common::{file, languages, library, library_with};
use cpu_time::ThreadTime;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::lq::{Labels, LqRow, LqTable};
use shigoto_widgets::data::own::several::read_all;
use shigoto_widgets::data::own::{self, MOST_BYTES};
use shigoto_widgets::data::pack::CompletePack;
use shigoto_widgets::data::packed::unpack;
use shigoto_widgets::data::provenance::Origin;
use shigoto_widgets::error::{FaultKind, FaultLang, FaultList};
use shigoto_widgets::id::Base;
use shigoto_widgets::publish::{open_data, packs};

/// Our dataset with a few readings, for `kpi_actuals.csv` is empty so far.
fn ours() -> Dataset {
    let readings =
        "id,period,value,source,note\nvisitors,2024年,5,市,\nstartups,2024年度,81.5,\"=1+1\",\"'@x\n 二行目 \"\n";
    Dataset { origin: Origin::default(), ..own::read("r.csv", readings, &library().dataset).unwrap() }
}

fn published(name: &str, dataset: &Dataset) -> String {
    let library = Library { dataset: dataset.clone(), ..library() };
    open_data::all(&library.dataset).into_iter().find(|(file, _)| *file == name).unwrap().1
}

/// The faults of a text, a line each.
fn told(text: &str) -> Vec<String> {
    let faults = own::read("own.csv", text, &ours()).expect_err(text);
    faults.iter().map(|fault| fault.line(FaultLang::En)).collect()
}

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new("tests/fixtures/own").join(name)).unwrap()
}

#[test]
fn what_is_published_is_read_back_whole() {
    let ours = ours();
    for name in ["lq.json", "kpi.json", "swot.json", "lq.csv", "kpi.csv", "kpi_actuals.csv", "swot.csv"] {
        let text = match name.strip_suffix(".csv") {
            Some(_) => published(name, &ours),
            None => file(name),
        };
        let own = own::read(name, &text, &ours).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let Origin { swot, lq, kpi, actuals, .. } = &own.origin;
        let origins: Vec<&String> = [swot, lq, kpi, actuals].into_iter().flatten().collect();
        assert_eq!(origins, [name], "only the part that was replaced tells another origin");
        let is_right = match name.split('.').next() {
            Some("lq") => lq.is_some(),
            Some("kpi") => kpi.is_some(),
            Some("swot") => swot.is_some(),
            _ => actuals.is_some(),
        };
        assert!(is_right, "{name}: {:?}", own.origin);
        // No `assert_eq`: nobody reads two whole datasets.
        assert!(own.swot == ours.swot, "{name} changes the matrix");
        assert!(own.lq == ours.lq, "{name} changes the quotients");
        assert!(own.kpi == ours.kpi, "{name} changes the KPIs");
        assert!(own.actuals == ours.actuals, "{name} changes the readings");
        assert!(own.links == ours.links && own.outline == ours.outline, "{name} changes links or outline");
    }
}

#[test]
fn a_running_widget_reads_them_as_well() {
    let ours = ours();
    let CompletePack { data: running, .. } = unpack(&packs::complete(languages().source(), &library())).unwrap();
    for name in ["lq.csv", "kpi.csv", "kpi_actuals.csv", "swot.csv"] {
        let own = own::read(name, &published(name, &ours), &running).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert!(own.lq.tables[2].rows == ours.lq.tables[2].rows && own.kpi.kpis.len() == ours.kpi.kpis.len());
        assert!(own.links == running.links, "{name}: links and crosswalk all hold");
        assert!(name != "kpi.csv" || own.kpi.kpis.iter().zip(&ours.kpi.kpis).all(|(own, ours)| own.name == ours.name));
    }
}

#[test]
fn what_excel_writes_is_read() {
    for name in ["excel-utf8.csv", "excel-mac.csv", "excel-unicode-text.txt", "sep-line.csv"] {
        let own = own::read(name, &fixture(name), &ours()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let read: Vec<String> = own.actuals.iter().map(|a| format!("{} {} {}", a.id, a.period, a.value)).collect();
        let expected = ["visitors 2024年 6012345", "startups 2024年度 81", "it-tool-adopters 2024年度 1234"];
        assert_eq!(read, expected, "{name}");
        assert_eq!(own.actuals[0].note, "速報値\n「ねぶた」を含む \"推計\"", "{name}");
        assert_eq!(own.actuals[1].source, "青森市, 新ビジネス支援課", "{name}");
        let line = if name == "sep-line.csv" { 5 } else { 4 };
        assert_eq!(own.actuals[1].line, line, "{name}: lines are those of the file");
    }
}

#[test]
fn a_source_with_shift_jis_is_checked_like_any_other() {
    let read = |bytes: &[u8]| library_with(&[("kpi_actuals.csv", Some(bytes))]).map(|library| library.dataset.actuals);
    let sjis = read(&fs::read("tests/fixtures/own/excel-shift-jis.csv").unwrap()).unwrap();
    let utf8 = read(fixture("excel-utf8.csv").as_bytes()).unwrap();
    assert!(sjis == utf8 && sjis.len() == 3, "{sjis:?}");
    // A damaged UTF-8 file is no Shift_JIS file, even where its bytes could be read as such.
    let text = "id,period,value,source,note\nstartups,2024年度,9,青森市,青森";
    for cut in [1, 2] {
        let faults = read(&text.as_bytes()[..text.len() - cut]).unwrap_err();
        assert!(faults.len() == 1 && faults[0].kind == FaultKind::Encoding, "{faults:?}");
    }
}

#[test]
fn what_is_no_data_is_told_for_what_it_is() {
    let large = "あ".repeat(MOST_BYTES / 3 + 1);
    for (text, told_as) in [
        (fixture("login.html").as_str(), "own.csv:1:1 — is a web page, not data — check the address"),
        ("\u{feff} \n<html>", "own.csv:1:1 — is a web page"),
        ("", "own.csv:1:1 — holds no data"),
        ("\u{feff}\r\n \n", "own.csv:1:1 — holds no data"),
        ("id,period,value,source,note\nvisitors,2024年,1,市,\0", "own.csv:2:20 — is not in UTF-8"),
        ("{\"factors\":\r\n \"\u{fffd}\"}", "own.csv:2:3 — is not in UTF-8"),
        ("{\"factors\":\n \"\\ufffd\"}", "own.csv:2:2 — is not in UTF-8"),
        ("PK\u{3}\u{4}\u{14}\0", "own.csv:1:1 — is a packed file"),
        ("PK\u{3}\u{4}\u{14}\0[Content_Types].xmlxl/workbook.xml", "own.csv:1:1 — is a workbook"),
        ("ÐÏ\u{11}à¡±\u{1a}á\0", "own.csv:1:1 — is a workbook"),
        ("%PDF-1.7\n\0", "own.csv:1:1 — is a PDF"),
        (&large, "own.csv:1:1 — 5242881 bytes, 5242880 at most"),
        ("{\"pillars\": []}", "own.csv:1:1 — is none of the files"),
        ("[]", "own.csv:1:1 — is none of the files"),
        ("名前,値\n青森,1\n", "own.csv:1:1 (A1) — recognised a table of numbers"),
        ("id，period，value，source，note\n", "own.csv:1:1 — fields are separated by `，`"),
        ("id,period,value,source\n", "own.csv:1:1 — the header differs: no column note"),
        ("base,industry,city,lq\n", "own.csv:1:1 (base) — holds no data"),
        ("{\"kpis\": [}", "own.csv:1:11 — expected a value"),
    ] {
        let told = told(text);
        assert!(told.len() == 1 && told[0].starts_with(told_as), "{told:?}");
    }
}

#[test]
fn every_fault_of_a_csv_is_told_up_to_fifty() {
    let header = "id,period,value,source,note\n";
    let text = format!(
        "{header}visitors,令和六年度,5人,市,\nvisitor,2024年,\"0,5\",市,\nvisitors,2024年,1,a\"b,\n\"x\"y,,,,\n\"open"
    );
    let places: Vec<String> = told(&text).iter().map(|line| line.split(" — ").next().unwrap().to_owned()).collect();
    let expected = ["2:2 (period)", "2:3 (value)", "3:3 (value)", "4:4 (source)", "5:1 (id)", "6:1 (id)"];
    assert_eq!(places, expected.map(|place| format!("own.csv:{place}")));
    let told = told(&(header.to_owned() + &"visitors,二〇二四年,1,市,\n".repeat(1000)));
    assert_eq!(told.len(), FaultList::MOST + 1);
    assert!(told[FaultList::MOST].starts_with("own.csv — and 950 more — "), "{}", told[FaultList::MOST]);
}

/// Whatever JSON can say is told apart in the CSV of it too.
#[test]
fn names_that_a_csv_could_not_keep_apart_are_refused_in_json() {
    let lq = file("lq.json");
    for (old, new, told_as) in [
        (r#""農業""#, r#"" 農業""#, "(tables[0].rows[0].industry) — ` 農業` is not an industry's printed name"),
        (r#""name": "弘前市""#, r#""name": " 青森市""#, "(cities[1]) — `青森市` stands twice"),
        (r#""name": "弘前市""#, r#""name": "青森市", "prefecture": "秋田県""#, "(cities[1]) — `青森市` stands twice"),
    ] {
        let told = told(&lq.replacen(old, new, 1));
        assert!(told.len() == 1 && told[0].contains(told_as), "{told:?}");
    }
    // Two of a name are taken where every city tells its prefecture, and are two in the CSV of it.
    let placed =
        lq.replace(r#""name": "弘前市""#, r#""name": "青森市""#).replace("市\" }", "市\", \"prefecture\": \"県\" }");
    let placed = placed.replacen("県", "青森県", 1);
    let dataset = own::read("own.json", &placed, &ours()).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let again = own::read("own.csv", &published("lq.csv", &dataset), &dataset).unwrap();
    assert!(again.lq == dataset.lq, "{:?}", again.lq.cities);
}

/// JSON counts lines as CSV does, whatever ends them.
#[test]
fn a_line_of_json_ends_in_lf_crlf_or_cr() {
    for end in ["\n", "\r\n", "\r"] {
        let told = told(&["{\"kpis\":", "[", " x]}"].join(end));
        assert!(told.len() == 1 && told[0].starts_with("own.csv:3:2 — expected a value"), "{end:?}: {told:?}");
    }
}

#[test]
fn faults_between_records_of_json_have_a_line_too() {
    let text = file("lq.json").replace("9.44", "9440");
    let told = told(&text);
    let line = text[..text.find("9440").unwrap()].lines().count();
    assert!(told.len() == 1 && told[0].starts_with(&format!("own.csv:{line}:")), "{told:?}");
    assert!(told[0].contains("(tables[0].rows[2].values[2]) — 9440 is outside 0 … 1000"), "{told:?}");
}

#[test]
fn faults_of_each_csv_are_told_by_line_and_column() {
    let (lq, swot) = ("base,industry,city,lq\n", "code,kind,text\n");
    let kpi = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\n";
    for (header, rows, expected) in [
        (lq, "outputs,農業,青森市,1", "2:1 (base) — `outputs` is not output, establishments or employees"),
        (lq, "output, ,青森市,1", "2:2 (industry) — is empty"),
        (lq, "output,農業,,1", "2:3 (city) — is empty"),
        (lq, "output,農業,青森市,-1", "2:4 (lq) — -1 is outside 0 … 1000"),
        (lq, "output,農業,青森市,1\noutput,農業,aomori,2", "3:3 (city) — `output, 農業, aomori` stands twice"),
        (lq, "output,農業,a,なし", "2:4 (lq) — `なし` is not a number — write digits alone"),
        (lq, "output,農業,a,…\noutput,林業,a,", "1:1 (base) — holds no data"),
        (kpi, "x,2,1-1,名,件,raise,1,2023年,2", "2:2 (pillar) — measure 1-1 belongs to pillar 1"),
        (kpi, "x,9,9-9,名,件,raise,1,2023年,2", "2:3 (measure) — `9-9` does not exist"),
        (kpi, "x,1,1-1,名,件,maintain,1,2023年,2", "2:6 (kind) — `maintain` means target = baseline"),
        (kpi, "x,1,1-1,名,件,percentage,1,2023年,200", "2:9 (target) — 200 is outside 0 … 100"),
        (kpi, "x,1,1-1,,件,raise,1,2023年,2", "2:4 (name) — is empty"),
        (swot, "X-1,strength,文", "2:1 (code) — `X-1` is not a code of the matrix"),
        (swot, "S-1,weakness,文", "2:2 (kind) — `weakness` is not the kind that goes with the code"),
        (swot, "S-1,strength,文\nS-1,strength,文", "3:1 (code) — `S-1` stands twice"),
        (swot, "S-1,strength,", "2:3 (text) — is empty"),
        (swot, "S-1,strength,\"'\t\"", "2:3 (text) — is empty"),
    ] {
        let told = told(&format!("{header}{rows}\n"));
        assert!(told.len() == 1 && told[0].starts_with(&format!("own.csv:{expected}")), "{told:?}");
    }
}

#[test]
fn another_municipality_brings_its_own_cities_and_industries() {
    let text = "base,industry,city,lq\nemployees,農業，林業,八王子市,0.3\nemployees,農業，林業,sapporo,1.25\nemployees,半導体,八王子市,4\nemployees,半導体,sapporo,0.5\n";
    let own = own::read("hachioji.csv", text, &ours()).unwrap();
    let cities: Vec<(&str, &str)> = own.lq.cities.iter().map(|c| (c.id.as_str(), c.name.as_str())).collect();
    assert_eq!(cities, [("city-7c7dd56647", "八王子市"), ("sapporo", "sapporo")], "ids are the same in every file");
    assert_eq!(own.lq.focus_city.as_str(), "city-7c7dd56647", "the first city, where ours is not among them");
    assert_eq!((own.lq.tables.len(), own.lq.decimals), (1, 2));
    let values = |row: &LqRow| row.values.iter().map(|value| value.published().unwrap()).collect();
    let rows: Vec<(_, Vec<f64>)> = own.lq.tables[0].rows.iter().map(|row| (row.sector, values(row))).collect();
    assert_eq!(rows, [(Some(1), vec![0.3, 1.25]), (None, vec![4.0, 0.5])]);
    assert!(own.links.crosswalk.is_empty(), "no entry joins industries that are not there");
    assert_eq!(own.links.factor_strategy, ours().links.factor_strategy);
    assert_eq!(own.origin.lq.as_deref(), Some("hachioji.csv"));
    let some = published("lq.csv", &ours()).replace(",水産業,", ",漁業・養殖業,");
    let crosswalk = own::read("lq.csv", &some, &ours()).unwrap().links.crosswalk;
    assert_eq!(crosswalk.len() + 1, ours().links.crosswalk.len(), "an industry renamed takes its own entry with it");
}

#[test]
fn doubts_about_the_print_stay_with_the_printed_values() {
    let printed = published("lq.csv", &ours());
    let table =
        |text: &str| own::read("lq.csv", text, &ours()).unwrap().lq.table(Base::Establishments).unwrap().clone();
    assert_eq!(table(&printed).labels, Labels::Doubtful);
    // Another digit behind each value.
    let other: String = printed.replace(",2021年,2021年\r\n", "1,2021年,2021年\r\n");
    assert_eq!(other.len() - printed.len(), 18 * 7);
    let sound = table(&other);
    assert!(
        sound.labels == Labels::Sound && sound.warning.is_none() && sound.rows.iter().all(|r| r.presumed.is_none())
    );
}

#[test]
fn a_file_may_tell_the_periods_of_its_quotients() {
    let printed = published("lq.csv", &ours());
    assert!(printed.starts_with("\u{feff}base,industry,city,lq,period,reference_period\r\n"));
    assert!(printed.contains("\r\noutput,農業,青森市,0.68,2019年度,2019暦年\r\n"), "{printed:.200}");
    let output = |text: &str| own::read("lq.csv", text, &ours()).unwrap().lq.table(Base::Output).unwrap().clone();
    let ours = output(&printed);
    let periods = |table: &LqTable| [table.city_period.clone(), table.reference_period.clone()];
    assert_eq!(periods(&ours), ["2019年度", "2019暦年"]);
    // The print's values of another time are not the print.
    let later = output(&printed.replace("2019年度", "2029年度"));
    assert_eq!(periods(&later), ["2029年度", "2019暦年"]);
    assert!(later.formula.is_empty() && later.title.is_empty() && later.rows == ours.rows);
    // Of a time that is not said they may be.
    assert!(output(&printed.replace("2019年度", "")) == ours);
    let header = "base,industry,city,lq,period,reference_period";
    let own = output(&format!("{header}\noutput,農業,A市,1.5, 2029年度 ,\noutput,林業,A市,0.5,2029年度,\n"));
    assert_eq!(periods(&own), ["2029年度", ""]);
    let placed = format!("{header},prefecture\noutput,農業,A市,1.5,,2029年,B県\noutput,農業,A市,1,,2029年,C県\n");
    let own = own::read("own.csv", &placed, &self::ours()).unwrap();
    assert_eq!(periods(&own.lq.tables[0]), ["", "2029年"]);
    assert_eq!(
        own.lq.cities.iter().map(|city| city.prefecture.as_deref().unwrap()).collect::<Vec<_>>(),
        ["B県", "C県"]
    );
    assert!(
        published("lq.csv", &own)
            .starts_with(&format!("\u{feff}{header},prefecture\r\noutput,農業,A市,1.5,,2029年,B県"))
    );
    let told =
        told(&format!("{header}\noutput,農業,A市,1,2029年,\noutput,農業,B市,1,2028年,x\noutput,農業,C市,1,2027年,\n"));
    assert_eq!(told.len(), 2, "each column is told once: {told:?}");
    let expected =
        "own.csv:3:5 (period) — `output` has another period in line 2, and a table has one — make the two fields agree";
    assert_eq!(told[0], expected);
}

#[test]
fn links_and_readings_that_no_longer_hold_are_left_out() {
    let ours = ours();
    let text = published("swot.csv", &ours).replace("交通アクセスの良さ", "温泉の豊かさ");
    let own = own::read("swot.csv", &text, &ours).unwrap();
    let is_gone = |code: &str| own.links.factor_strategy.iter().all(|link| link.from.to_string() != code);
    assert!(is_gone("S-3") && !is_gone("S-2"), "a reason speaks of a wording, not of a code");
    assert_eq!(own.swot.factors[2].source.section, "swot.csv");
    let one = own::read("swot.csv", "code,kind,text\nS-9,strength,雪（豪雪（特別））\nDX,issue,DX\n", &ours).unwrap();
    let links = &one.links;
    assert!(links.factor_strategy.is_empty() && links.strategy_issue.is_empty() && links.issue_measure.is_empty());
    assert_eq!(
        (one.swot.factors[0].name.as_str(), one.swot.factors[0].matrix_note.as_deref()),
        ("雪", Some("豪雪（特別）"))
    );
    assert_eq!(one.swot.quadrants.len(), 4, "the matrix keeps its four fields");
    let header = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\n";
    let own = own::read("kpi.csv", &format!("{header}visitors,3,3-1,客,人,raise,1,2023年,2.5\n"), &ours).unwrap();
    assert!(own.actuals.is_empty(), "a reading of another KPI is not a reading of this one");
    assert_eq!((own.kpi.kpis.len(), own.kpi.kpis[0].decimals), (1, 1));
}

#[test]
fn texts_are_kept_as_they_are() {
    let hostile = "<img src=x onerror=alert(1)>\u{202e}=HYPERLINK(\"x\")";
    let long = hostile.to_owned() + &"長".repeat(10_000 - hostile.chars().count());
    let quoted = format!("code,kind,text\nS-1,strength,\"{}\"\n", long.replace('"', "\"\""));
    assert_eq!(own::read("a.csv", &quoted, &ours()).unwrap().swot.factors[0].name, long);
    let told = told(&quoted.replace("長長", "長長長"));
    assert!(told[0].starts_with("own.csv:2:3 (text) — ") && told[0].contains(" characters, 10000 at most"), "{told:?}");
}

/// Every municipality of Japan on three bases of twenty industries.
fn country() -> (String, String) {
    let names: Vec<&str> = "農業|林業|水産業|鉱業|製造業|建設業|電気業|ガス・熱供給業|水道業|卸売業|小売業|金融業|保険業|不動産業|運輸業|郵便業|情報通信業|公務|教育|医療，福祉".split('|').collect();
    let mut csv = "base,industry,city,lq\n".to_owned();
    let mut json = serde_json::from_str::<serde_json::Value>(&file("lq.json")).unwrap();
    json["cities"] =
        (0..1741).map(|n| serde_json::json!({ "id": format!("c-{n}"), "name": format!("北海{n}市") })).collect();
    json["focus_city"] = "c-7".into();
    for (table, base) in ["output", "establishments", "employees"].iter().enumerate() {
        json["tables"][table]["labels"] = "sound".into();
        let row = |(row, industry): (usize, &&str)| {
            let quotient = |city: usize| f64::from(u32::try_from((city * 7 + row * 13) % 300).unwrap()) / 100.0;
            for city in 0..1741 {
                writeln!(csv, "{base},{industry},北海{city}市,{:.2}", quotient(city)).unwrap();
            }
            serde_json::json!({ "industry": industry, "values": (0..1741).map(quotient).collect::<Vec<_>>() })
        };
        json["tables"][table]["rows"] = names.iter().enumerate().map(row).collect();
    }
    (csv, json.to_string())
}

#[test]
fn a_whole_country_is_read_quickly() {
    let (csv, json) = country();
    let ours = ours();
    for (name, text) in [("lq.csv", csv), ("lq.json", json)] {
        let times = (0..5).map(|_| {
            let start = ThreadTime::now();
            let own = own::read(name, &text, &ours).unwrap_or_else(|faults| panic!("{faults:#?}"));
            let time = start.elapsed();
            assert_eq!((own.lq.cities.len(), own.lq.tables[2].rows[19].values.len()), (1741, 1741));
            time
        });
        let time = times.min().unwrap();
        println!("{name}: {} bytes in {time:?}", text.len());
        assert!(time < Duration::from_secs(2), "{name} takes {time:?}, even without optimisation");
    }
}

#[test]
fn an_id_that_begins_with_a_minus_comes_back_from_the_mark_before_it() {
    let ours = library().dataset;
    let text =
        "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\n'-x,1,1-1,名,人,raise,10,2023年度,20\n";
    let read = own::read("k.csv", text, &ours).unwrap();
    assert_eq!(read.kpi.kpis[0].id.as_str(), "-x");
}

#[test]
fn names_that_differ_in_the_spaces_round_them_are_one() {
    let text = "base,industry,city,lq\noutput,農業,\"x|\",1\noutput,農業,\"'\tx|\",1\n";
    let faults = own::read("k.csv", text, &ours()).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].to_string().contains(":3"), "the second of one cell: {}", faults[0]);
}

/// A list and the readings of its KPIs come together, in any order; what another widget shows is left to it.
#[test]
fn several_files_are_read_one_on_top_of_the_other_readings_last() {
    let current = Dataset { origin: Origin { lq: Some("before.csv".to_owned()), ..Origin::default() }, ..ours() };
    let list = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\nown,3,3-1,客,人,raise,1,2023年,2.5\n";
    let readings = "id,period,value,source,note\nown,2024年度,2,市,\n";
    let wrong = "id,period,value,source,note\nnone,2024年度,2,市,\n";
    let print = ours();
    let is_kpi = |origin: &Origin| origin.kpi.is_some() || origin.actuals.is_some();
    let read = |files: &[(&str, &str)]| {
        let files: Vec<(String, &str)> = files.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
        read_all(&files, &current, &print, is_kpi)
    };
    for files in [[("l.csv", list), ("r.csv", readings)], [("r.csv", readings), ("l.csv", list)]] {
        let all = read(&files);
        assert_eq!((all.taken, all.refused.len()), (vec!["l.csv".to_owned(), "r.csv".to_owned()], 0));
        let data = all.data.unwrap();
        assert_eq!((data.kpi.kpis.len(), data.actuals.len()), (1, 1));
        let Origin { swot, lq, kpi, actuals, .. } = data.origin;
        let names = [swot, lq, kpi, actuals].map(Option::unwrap_or_default);
        assert_eq!(names, ["", "before.csv", "l.csv", "r.csv"]);
    }
    // A list that comes later takes the readings of others with it, and their file's name.
    let first = read(&[("l.csv", list), ("r.csv", readings)]).data.unwrap();
    let other = [("o.csv".to_owned(), &*list.replace("own", "other"))];
    assert_eq!(read_all(&other, &first, &print, is_kpi).data.unwrap().origin.actuals, None);
    // What is wrong, or another widget's, is told by name and costs the others nothing.
    let swot = published("swot.csv", &current);
    let all = read(&[("w.csv", wrong), ("s.csv", &swot), ("l.csv", list)]);
    assert_eq!((all.taken, all.data.unwrap().kpi.kpis.len()), (vec!["l.csv".to_owned()], 1));
    let refused: Vec<(&str, bool)> = all.refused.iter().map(|(name, faults)| (&**name, faults.is_empty())).collect();
    assert_eq!(refused, [("s.csv", true), ("w.csv", false)]);
    assert!(read(&[("w.csv", wrong)]).data.is_none());
}
