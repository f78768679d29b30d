//! What a reader's file says that is not taken: by its place, with the smallest right thing; and what is taken all the same.

use crate::common::{library, source};
use std::sync::LazyLock;

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::own;
use shigoto_widgets::error::FaultLang;
use shigoto_widgets::picture::{Look, swot};
use shigoto_widgets::publish::open_data;
use shigoto_widgets::widget::swot::State;

static LIBRARY: LazyLock<Library> = LazyLock::new(library);

const LQ: &str = "base,industry,city,lq\n";
const KPI: &str = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\n";
const DIRECTED: &str = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target,direction\n";
const READINGS: &str = "id,period,value,source,note\n";
const SWOT: &str = "code,kind,text\n";

fn read(text: &str) -> Result<Dataset, Vec<String>> {
    own::read("own.csv", text, &LIBRARY.dataset)
        .map_err(|faults| faults.iter().map(|fault| fault.line(FaultLang::En)).collect())
}

/// The one fault of a text.
fn told(text: &str) -> String {
    let faults = read(text).expect_err(text);
    assert_eq!(faults.len(), 1, "{text}: {faults:#?}");
    faults[0].clone()
}

#[test]
fn a_heading_that_is_almost_right_is_told_by_what_differs() {
    let lq = " — begin the file with the line base,industry,city,lq and write rows such as output,Manufacturing,Town A,1.25 under it";
    for (text, place, what) in [
        ("city,industry,base,lq\n", "1:1", "the order differs"),
        ("Base,Industry,City,LQ\n", "1:1", "`Base` is base, `Industry` is industry, `City` is city, `LQ` is lq"),
        ("year,base,industry,city,lq\n", "1:1", "not needed: `year`"),
        ("industry,city,lq\n", "1:1", "no column base"),
        ("特化係数の表\n\n2020年,,\nbase,industry,city,lq\n", "4:1", "it stands below 2 other lines"),
        ("表\tA\nbase\tindustry\tcity\tLQ\n", "2:1", "it stands below 1 other lines; `LQ` is lq"),
        (
            "市町村,産業大分類,従業者数\n",
            "1:1",
            "`市町村` is city, `産業大分類` is industry; no column base, lq; not needed: `従業者数`; counts and shares are no quotients",
        ),
    ] {
        assert_eq!(told(text), format!("own.csv:{place} — the header differs: {what}{lq}"));
    }
    // The columns of what is published besides are read, but nobody is asked for them.
    assert_eq!(
        told("Base,industry,city,lq,period,reference_period\n"),
        format!("own.csv:1:1 — the header differs: `Base` is base; not needed: `period`, `reference_pe…`{lq}")
    );
    let placed = told("base,industry,city,prefecture\noutput,農業,A市,B県\n");
    assert!(
        placed.contains("no column lq — begin the file with the line base,industry,city,lq,prefecture and"),
        "{placed}"
    );
    for (text, what, form) in [
        ("ID,Period,Value,Source,Note\n", "`ID` is id, `Period` is period", "id,period,value,source,note"),
        (
            "指標名,単位,現状値（平成24年度）,目標値（平成29年度）\n",
            "`指標名` is name, `単位` is unit, `現状値（平成24年度）` is baseline",
            "id,pillar,measure,name,unit,kind,baseline,baseline_period,target",
        ),
        ("区分,内容\n", "`区分` is kind, `内容` is text; no column code", "code,kind,text"),
    ] {
        let told = told(text);
        let is_right =
            told.contains(&format!("the header differs: {what}")) && told.contains(&format!(" the line {form} and"));
        assert!(is_right, "{told}");
    }
    let faults = own::read("own.csv", "産業,市町村,LQ\n", &LIBRARY.dataset).unwrap_err();
    assert_eq!(
        faults[0].message(FaultLang::Ja),
        "見出しの行が違います：「産業」は「industry」、「市町村」は「city」、「LQ」は「lq」。\
         「base」の列がありません — 1行目を「base,industry,city,lq」とし、その下に「output,製造業,A市,1.25」のように書いてください"
    );
}

#[test]
fn what_is_no_form_at_all_is_told_by_what_was_seen_in_it() {
    for (text, what) in [
        ("産業,青森市,弘前市\n農業,半分,倍\n", "its first line has `産業` = industry, `青森市`, `弘前市`"),
        (
            "表番号：,005\n,,事業所数\n",
            "its first line has `表番号：`, `005`; `事業所数` are counts or shares, no quotients",
        ),
        ("{\"pillars\": [], \"x\": 1}", "its fields are `pillars`, `x`, none of tables, kpis, factors"),
        ("[1]", "no object with fields"),
    ] {
        let told = told(text);
        assert!(
            told.starts_with(&format!("own.csv:1:1 — is none of the files that a widget shows ({what}) — begin a CSV")),
            "{told}"
        );
    }
}

/// What a message recommends must work.
#[test]
fn every_row_that_is_recommended_is_taken() {
    for header in [LQ, "base,industry,city,lq,prefecture\n", KPI, DIRECTED, READINGS, SWOT] {
        let near = format!("{}\n", header.trim_end().to_uppercase());
        let faults = own::read("own.csv", &near, &LIBRARY.dataset).unwrap_err();
        let jobs = read(&format!("{KPI}jobs,1,1-1,創業件数,件,raise,80,2023年度,120\n")).unwrap();
        for lang in [FaultLang::En, FaultLang::Ja] {
            let remedy = faults[0].kind.remedy(lang).into_owned();
            let (header, row) = if lang == FaultLang::En {
                let (_, right) = remedy.split_once("the line ").unwrap();
                right.strip_suffix(" under it").unwrap().split_once(" and write rows such as ").unwrap()
            } else {
                let quoted: Vec<&str> = remedy.split(['「', '」']).collect();
                (quoted[1], quoted[3])
            };
            let text = format!("{header}\n{row}\n");
            own::read("own.csv", &text, &jobs).unwrap_or_else(|faults| panic!("{text}: {}", faults[0]));
        }
    }
}

#[test]
fn a_spelling_is_told_by_the_right_one() {
    for (text, told_as) in [
        (format!("{SWOT}SO1,strategy,水\n"), "2:1 (code) — `SO1` must be written SO-1 — write SO-1"),
        (format!("{SWOT}S-1,weakness,水\n"), "2:2 (kind) — `weakness` is not"),
        (format!("{KPI}a,1,1-1,名,件,増加,1,2023年,2\n"), "2:6 (kind) — `増加` must be written raise"),
        (
            format!("{KPI}a,1,1-1,名,件,raise,1,2014,2\n"),
            "2:8 (baseline_period) — `2014` can be 2014年度 (April to March) or 2014年",
        ),
        (
            format!("{KPI}a,1,1-1,名,件,raise,1,2014/3/31,2\n"),
            "2:8 (baseline_period) — `2014/3/31` can be 2013年度 (April to March) or 2014年",
        ),
        (
            format!("{KPI}a,1,1-1,名,件,raise,1,なし,2\n"),
            "2:8 (baseline_period) — `なし` is not a period such as 2023年度, 令和5年度, FY2023 or 2023年",
        ),
    ] {
        let told = told(&text);
        assert!(told.starts_with(&format!("own.csv:{told_as}")), "{told}");
    }
}

#[test]
fn periods_of_offices_are_read_and_a_bare_year_is_the_kpis() {
    let rows = "visitors,R6,5,,\nstartups,R6,81,,\nstartups,FY2025,82,,\nstartups,令和8年度,83,,\n";
    let own = read(&format!("{READINGS}{rows}")).unwrap();
    let periods: Vec<String> = own.actuals.iter().map(|actual| actual.period.to_string()).collect();
    assert_eq!(periods, ["2024年", "2024年度", "2025年度", "2026年度"]);
}

#[test]
fn rows_that_stand_again_are_told_once_when_they_are_many() {
    let year = |lq: u8| ["農業", "林業", "漁業", "鉱業"].map(|name| format!("output,{name},A市,{lq}\n")).concat();
    let told = told(&[LQ, &year(1), &year(2)].concat());
    let expected = "own.csv:6:3 (city) — 4 rows say again what stands above them, the first of them `output, 農業, A市` — \
        keep one year or kind where the file holds several, and one row for each";
    assert_eq!(told, expected);
}

/// How Excel shows a date of a month and a day.
type Form<'f> = &'f dyn Fn(&str, &str) -> String;

#[test]
fn kpis_come_back_from_excel_which_makes_dates_of_their_measures() {
    let library = &*LIBRARY;
    let published = open_data::all(&library.dataset).into_iter().find(|(file, _)| *file == "kpi.csv").unwrap().1;
    let saved = |form: Form| {
        let rows = published.lines().map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if let Some((month, day)) = cells[2].clone().split_once('-') {
                cells[2] = form(month, day);
            }
            cells.join(",") + "\r\n"
        });
        rows.collect::<String>()
    };
    assert!(!published.contains('"'), "the test splits by commas");
    let months = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun"];
    let forms: [Form; 4] = [
        &|month, day| format!("{month}月{day}日"),
        &|month, day| format!("{day}-{}", months[month.parse::<usize>().unwrap()]),
        &|month, day| format!("2026/{month}/{day}"),
        &|month, day| format!("2026-0{month}-0{day}"),
    ];
    for form in forms {
        let text = saved(form);
        assert_ne!(text, published);
        let own = own::read("kpi.csv", &text, &library.dataset).unwrap_or_else(|faults| panic!("{}", faults[0]));
        assert!(own.kpi == library.dataset.kpi, "{}", text.lines().nth(1).unwrap());
    }
    for (measure, pillar) in [("1月1日", "2"), ("2-Jan", ""), ("13月1日", "13")] {
        let faults = read(&format!("{KPI}x,{pillar},{measure},名,件,raise,1,2023年度,2\n")).unwrap_err();
        let is_dated = faults.iter().any(|line| line.contains("2:3 (measure)") && line.contains("Excel"));
        assert_eq!(is_dated, measure != "13月1日", "{faults:?}");
    }
    let id = read(&format!("{KPI}1月1日,1,1-1,名,件,raise,1,2023年度,2\n")).unwrap_err();
    assert!(id[0].contains("2:1 (id) — `1月1日` is a date that Excel made"), "{id:?}");
}

#[test]
fn controls_are_refused_by_their_cell_and_soft_line_breaks_are_spaces() {
    for letter in ['\u{1}', '\u{c}', '\u{1b}', '\u{1f}', '\u{85}', '\u{fffe}', '\u{ffff}'] {
        let code = format!("holds the control character U+{:04X} — ", u32::from(letter));
        let csv = told(&format!("{LQ}output,農{letter}業,A市,1\n"));
        assert!(csv.starts_with(&format!("own.csv:2:2 (industry) — {code}")), "{csv}");
        let json = told(&format!("{{\"factors\":\n [\"\\u{:04x}\"]}}", u32::from(letter)));
        assert!(json.starts_with(&format!("own.csv:2:3 — {code}")), "{json}");
    }
    let own = read(&format!("{SWOT}S-1,strength,\"水\u{b}と緑\"\n")).unwrap();
    assert_eq!(own.swot.factors[0].name, "水 と緑");
    let escaped = crate::common::file("swot.json").replacen("\"name\": \"", "\"name\": \"水\\u000b", 1);
    assert!(read(&escaped).unwrap().swot.factors[0].name.starts_with("水 "));
}

#[test]
fn names_in_parts_or_of_another_width_are_the_same_names() {
    let library = &*LIBRARY;
    let published = open_data::all(&library.dataset).into_iter().find(|(file, _)| *file == "lq.csv").unwrap().1;
    let parted = published.replace('ビ', "ヒ\u{3099}").replace('が', "か\u{3099}").replace('ガ', "カ\u{3099}");
    assert_ne!(parted, published);
    let own = own::read("lq.csv", &parted, &library.dataset).unwrap();
    assert!(own.lq == library.dataset.lq, "NFD of a Mac");
    let narrow = published.replace("サービス", "ｻｰﾋﾞｽ").replace('・', "･");
    assert_ne!(narrow, published);
    let own = own::read("lq.csv", &narrow, &library.dataset).unwrap();
    assert!(own.lq == library.dataset.lq, "half-width katakana");
    let both = format!("{LQ}output,ガス業,A市,1\noutput,ｶﾞｽ業,Ｂ市,2\noutput,カ\u{3099}ス業,B市,3\n");
    assert!(told(&both).contains(":4:3 (city) — `output, ガス業, B市` stands twice"), "{}", told(&both));
    // JSON of the same names, escaped.
    let json = crate::common::file("lq.json");
    let escaped = json.replace('ビ', "\\u30d2\\u3099");
    assert_ne!(escaped, json);
    assert!(own::read("lq.json", &escaped, &library.dataset).unwrap().lq == library.dataset.lq);
}

proptest! {
    /// Any id that is taken can be looked for: letters, digits and hyphens in quotation marks.
    #[test]
    fn any_kpi_id_that_is_taken_needs_no_escape_in_quotes(id in "[a-z0-9-]{1,12}") {
        let row = if id.starts_with('-') { format!("'{id}") } else { id.clone() };
        let own = read(&format!("{KPI}{row},1,1-1,名,件,raise,1,2023年度,2\n"));
        prop_assert!(own.is_ok_and(|own| own.kpi.kpis[0].id.as_str() == id), "{}", id);
    }

    /// Whatever a text holds, its picture is XML.
    #[test]
    fn no_picture_holds_what_xml_leaves_out(name in "[あ\u{0}-\u{1f}\u{fffe}\u{ffff}<&]{1,20}") {
        let mut data = LIBRARY.dataset.clone();
        data.swot.factors[0].name = name;
        let svg = swot(&Look::published(source()), &data, &State::default()).unwrap();
        let is_outside = |letter: char| (letter < ' ' && !"\t\n\r".contains(letter)) || letter == '\u{fffe}' || letter == '\u{ffff}';
        prop_assert!(!svg.contains(is_outside));
    }
}
