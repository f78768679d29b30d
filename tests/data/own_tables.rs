//! Tables as offices have them: counts and quotients, long and wide, with titles, notes, codes, years and totals.

use std::sync::LazyLock;

use crate::common::library;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::own::{self, refusal};
use shigoto_widgets::data::seen::{Counts, Industries, Layout};
use shigoto_widgets::error::FaultLang;
use shigoto_widgets::id::Base;

static OURS: LazyLock<Dataset> = LazyLock::new(|| library().dataset);

fn read(text: &str) -> Dataset {
    own::read("own.csv", text, &OURS).unwrap_or_else(|faults| panic!("{text}: {}", faults[0]))
}

fn seen(data: &Dataset) -> &Industries {
    data.origin.seen.lq.as_ref().unwrap()
}

fn counts(data: &Dataset) -> &Counts {
    data.origin.seen.counts().unwrap()
}

/// The quotients of an industry in every city.
fn row(data: &Dataset, base: Base, industry: &str) -> Vec<Option<f64>> {
    let table = data.lq.table(base).unwrap();
    let row = table.rows.iter().find(|row| row.industry.as_str() == industry).unwrap();
    row.values.iter().map(|value| value.published()).collect()
}

fn cities(data: &Dataset) -> Vec<&str> {
    data.lq.cities.iter().map(|city| city.name.as_str()).collect()
}

/// The one fault of a text.
fn told(text: &str, lang: FaultLang) -> String {
    let faults = own::read("own.csv", text, &OURS).expect_err(text);
    assert_eq!(faults.len(), 1, "{text}: {faults:#?}");
    faults[0].line(lang)
}

/// 農業: A市 20 of 100 against 100 of 1000, B市 10 of 200; 製造業: 30 and 50 against 300.
const QUOTIENTS: [(&str, [Option<f64>; 2]); 2] =
    [("農業", [Some(2.0), Some(0.5)]), ("製造業", [Some(1.0), Some(0.83)])];

fn has_the_quotients(data: &Dataset, base: Base) {
    for (industry, values) in QUOTIENTS {
        assert_eq!(row(data, base, industry), values, "{industry}");
    }
    assert_eq!(cities(data), ["A市", "B市"]);
    assert_eq!(data.lq.reference_area, counts(data).reference.clone().unwrap_or_default());
}

#[test]
fn the_same_counts_are_the_same_quotients_however_they_are_laid_out() {
    let long = "市町村,産業大分類,従業者数\n全国,総数,1000\n全国,農業,100\n全国,製造業,300\nA市,総数,100\nA市,農業,20\nA市,製造業,30\nB市,総数,200\nB市,農業,10\nB市,製造業,50\n";
    let places =
        "市町村名,総数,農業,製造業\n県計,\"1,000\",100,300\nA市,100,20,30\nＢ市,200,10,50\n注：従業者数である。\n";
    let industries = "産業\tB県\tA市\tB市\n総数\t1000\t100\t200\n農業\t100\t20\t10\n製造業\t300\t30\t50\n";
    let merged = "従業者数（平成26年）,,,\nコード,,総数,農業,製造業\n,,人,人,人\n00,全国,1000,100,300\n01,A市,100,20,30\n02,B市,200,10,50\n";
    let years = "area code;area name;industry code;industry;2020;2021\nUK;United Kingdom;T;All industries;9;1000\nUK;United Kingdom;A;農業;9;100\nUK;United Kingdom;C;製造業;9;300\na;A市;T;All industries;9;100\na;A市;A;農業;9;20\na;A市;C;製造業;9;30\nb;B市;T;All industries;9;200\nb;B市;A;農業;9;10\nb;B市;C;製造業;9;50\n";
    for (text, layout, base, reference, period) in [
        (long, Layout::Long, Base::Employees, "全国", None),
        (places, Layout::PlacesInRows, Base::Employees, "県計", None),
        (industries, Layout::IndustriesInRows, Base::Employees, "B県", None),
        (merged, Layout::PlacesInRows, Base::Employees, "全国", Some("平成26年")),
        (years, Layout::Long, Base::Employees, "United Kingdom", Some("2021")),
    ] {
        let data = read(&text.replace('Ｂ', "B"));
        has_the_quotients(&data, base);
        let counts = counts(&data);
        assert_eq!((seen(&data).layout, counts.reference.as_deref()), (layout, Some(reference)), "{text}");
        assert!(counts.has_totals, "{text}");
        assert_eq!(seen(&data).period.as_deref(), period, "{text}");
        assert!(data.lq.tables.iter().all(|table| table.formula.is_empty() && table.note.is_none()), "{text}");
    }
}

#[test]
fn pairs_of_counts_under_merged_headings_are_two_tables_and_sexes_are_left_to_their_total() {
    let text = "事業所・従業者\nコード,,全産業計,,,,農業,,,,製造業,,,\n,,事業所数,従業者数(人),,,事業所数,従業者数(人),,,事業所数,従業者数(人),,\n,,,総数,男,女,,総数,男,女,,総数,男,女\n\
        02,県   計,100,1000,600,400,10,100,60,40,50,300,200,100\n201,A市,10,100,60,40,2,20,10,10,5,30,10,20\n202,B市,20,200,90,110,1,10,5,5,10,50,20,30\n";
    let data = read(text);
    has_the_quotients(&data, Base::Employees);
    assert_eq!(row(&data, Base::Establishments, "農業"), [Some(2.0), Some(0.5)]);
    assert_eq!(row(&data, Base::Establishments, "製造業"), [Some(1.0), Some(1.0)]);
    let bases: Vec<_> = seen(&data).bases.iter().map(|(base, label)| (*base, label.as_deref())).collect();
    assert_eq!(bases, [(Base::Establishments, Some("事業所数")), (Base::Employees, Some("従業者数(人)"))]);
}

#[test]
fn without_a_reference_places_are_compared_with_their_sum_and_without_totals_industries_are_added_up() {
    let text = "year,region,ind_code,ind_name,firms,emp_all,pop\n2015.0,North,B,Mining,1,10,500\n2015.0,North,C,Manufacturing,3,90,500\n2015.0,South,B,Mining,2,50,700\n2015.0,South,C,Manufacturing,2,50,700\n";
    let data = read(text);
    let expected = Counts { reference: None, has_totals: false, below_zero: 0 };
    assert_eq!(*counts(&data), expected);
    // North: 10 of 100 against 60 of 200.
    assert_eq!(row(&data, Base::Employees, "Mining"), [Some(0.33), Some(1.67)]);
    assert_eq!(row(&data, Base::Establishments, "Mining"), [Some(0.67), Some(1.33)]);
    assert_eq!((seen(&data).period.as_deref(), &*seen(&data).left_out), (Some("2015"), &["pop".to_owned()][..]));
}

#[test]
fn what_is_not_published_or_below_zero_has_no_quotient() {
    let text = "産業,全国,A市,B市\n総数,1000,100,200\n農業,100,X,△5\n漁業,…,1,2\n製造業,300,30,***\n";
    let data = read(text);
    assert_eq!(row(&data, Base::Employees, "農業"), [None, None]);
    assert_eq!(row(&data, Base::Employees, "漁業"), [None, None]);
    assert_eq!(row(&data, Base::Employees, "製造業"), [Some(1.0), None]);
    assert_eq!(counts(&data).below_zero, 1);
    // A sum of which a part is not published is not known.
    let summed = "市町村,産業,事業所数\nA市,農業,1\nA市,製造業,-\nB市,農業,3\nB市,製造業,4\nC市,農業,3\nC市,製造業,4\n";
    assert!(told(summed, FaultLang::En).contains("there is no total"), "{}", told(summed, FaultLang::En));
}

#[test]
fn quotients_are_known_by_their_heading_or_by_small_decimals() {
    for (text, label, period) in [
        ("産業,A市,B市\n農業,0.22,0.58\n林業,0.48,-\n", None, None),
        ("特化係数（従業者、2006年）\n産業,A市,B市\n農業,0.22,0.58\n林業,0.48,-\n", Some("従業者"), Some("2006年")),
        (
            "指標,産業,市,特化係数\n従業者数,農業,A市,0.22\n従業者数,農業,B市,0.58\n従業者数,林業,A市,0.48\n",
            Some("従業者数"),
            None,
        ),
        ("city,industry,lq\nA市,農業,0.22\nB市,農業,0.58\nA市,林業,0.48\n", None, None),
    ] {
        let data = read(text);
        assert_eq!(row(&data, Base::Employees, "農業"), [Some(0.22), Some(0.58)], "{text}");
        assert_eq!(row(&data, Base::Employees, "林業"), [Some(0.48), None], "{text}");
        assert_eq!((data.origin.seen.counts(), data.origin.seen.base(Base::Employees)), (None, Some(label)), "{text}");
        assert_eq!(seen(&data).period.as_deref(), period, "{text}");
    }
    // Our own words for a base are our own.
    let data = read("LQ,city,industry,Base\n0.22,A市,農業,employees\n0.5,A市,林業,employees\n");
    assert_eq!(data.origin.seen.base(Base::Employees), None);
}

#[test]
fn a_table_that_is_no_quotient_is_never_called_one() {
    for (text, why) in [
        ("base,industry,city,lq\noutput,農業,A市,16\noutput,林業,A市,2\n", "its numbers are counts"),
        (
            "base,industry,city,lq\noutput,農業,A市,160\noutput,林業,A市,2000\noutput,漁業,A市,3000\noutput,鉱業,A市,4000\n",
            "has no quotient",
        ),
        (
            "base,industry,city,lq\noutput,農業,A市,10.5\noutput,林業,A市,9.5\noutput,漁業,A市,30.0\noutput,鉱業,A市,50.0\n",
            "its numbers are shares",
        ),
        ("産業,A市,B市\n農業,0.1,0.2\n林業,0.2,0.2\n漁業,0.3,0.3\n鉱業,0.4,0.3\n", "its numbers are shares"),
        ("産業,市町村,構成比\n農業,A市,10.5\n", "its numbers are shares"),
        ("産業,A市\n農業,20\n林業,30\n", "there is one place and nothing to compare it with"),
        ("市,産業,従業者数\n全国,農業,20\nA市,農業,30\n", "there is one industry and no total"),
        ("Place,GVA per head,per filled job\nLondon,177,141\nLeeds,84,86\n", "nothing names industries"),
        (
            "SIC_SECTION,year,estimate,CV\nA Agriculture,2014,1700,73\nC Manufacturing,2014,66900,10\n",
            "nothing names places",
        ),
        ("Year,Units,Value\n2019,Percent,5.3\n2018,Percent,6\n", "nothing names industries"),
    ] {
        let told = told(text, FaultLang::En);
        let why = if why == "has no quotient" { "its numbers are counts" } else { why };
        assert!(told.contains(why) && told.contains(" — give counts of industries in places"), "{told}");
        assert!(told.starts_with("own.csv:1:1 (A1"), "{told}");
    }
    let told = told("市町村,人口\nA市,10\nB市,20\n", FaultLang::Ja);
    assert_eq!(
        told,
        "own.csv:1:1 (A1) — 数値の表（地域「A市」「B市」）と読み取りましたが、特化係数に要る産業の名前も、KPIに要る目標値の列もありません — \
         産業と地域ごとの実数を、総数と比べる地域（全国など）も入れて、次の行のように書いてください：「産業,全国,A市」「総数,1000,100」「製造業,200,30」"
    );
}

#[test]
fn a_cell_is_told_by_its_name_in_the_spreadsheet() {
    let bad = told("表題\n産業,全国,A市\n総数,1000,100\n農業,100,二十\n製造業,1,2\n", FaultLang::En);
    assert!(bad.starts_with("own.csv:4:3 (C4 A市) — `二十` is not a number"), "{bad}");
    let twice = told("市,産業,従業者数\n全国,農業,20\nA市,農業,30\nA市,農業,30\nA市,漁業,1\n", FaultLang::En);
    assert!(twice.starts_with("own.csv:4:3 (C4 従業者数) — `農業, A市` stands twice"), "{twice}");
}

/// What a message recommends must work.
#[test]
fn the_smallest_table_that_is_recommended_is_taken() {
    for lines in refusal::COUNTS {
        let data = read(&lines.join("\n"));
        assert_eq!(data.lq.tables[0].rows[0].values[0].published(), Some(1.5));
    }
}

#[test]
fn our_own_table_as_a_widget_saves_it_is_read_back() {
    use shigoto_widgets::takeaway::Takeaway as _;
    use shigoto_widgets::widget::lq::State;
    for base in Base::ALL {
        let mut state = State::new(&OURS.lq);
        state.base = base;
        state.view = Some(shigoto_widgets::widget::lq::View::Table);
        let text = state.cells(&OURS, crate::common::source()).csv();
        let data = read(&text);
        assert!(data.lq.table(base).unwrap() == OURS.lq.table(base).unwrap(), "{base:?}");
        assert_eq!(data.origin.seen.base(base), None, "{base:?} is ours");
    }
}

#[test]
fn factors_are_numbered_by_themselves_however_they_are_listed() {
    let expected = ["S-1 豊かな水", "S-2 祭り", "W-1 雪", "O-1 観光", "T-1 人口減少"];
    for text in [
        "区分,内容\n強み,豊かな水\n,祭り\n弱み,雪\n機会,観光\n脅威,人口減少\n",
        "SWOT分析\n番号,強み,弱み,機会,脅威\n1,豊かな水,雪,観光,人口減少\n2,祭り,,,\n",
        "text;kind\n豊かな水;S\n祭り;Strengths\n雪;W\n観光;Ｏ\n人口減少;threat\n",
        "code,kind,text\nS1,強み,豊かな水\nＳ－２,強み,祭り\nW1,弱み,雪\nO1,機会,観光\nT1,脅威,人口減少\n",
    ] {
        let data = read(text);
        let found: Vec<String> = data.swot.factors.iter().map(|own| format!("{} {}", own.code, own.name)).collect();
        assert_eq!(found, expected, "{text}");
    }
    let only = read("強み\n豊かな水\n祭り\n\n資料：市の会議\n");
    assert_eq!(only.swot.factors.len(), 2);
}

#[test]
fn readings_are_found_by_the_name_of_their_kpi_and_with_years_side_by_side() {
    let kpi = &OURS.kpi.kpis.iter().find(|kpi| kpi.id.as_str() == "startups").unwrap().name;
    for text in [
        format!("id,period,value,source,note\n{kpi},2024年度,85,市,\n{kpi},R7年度,91,市,\n"),
        format!("指標,備考,時期,値,出典\n{kpi},,2024年度,85,市\nstartups,,令和7年度,91,市\n"),
        format!("実績一覧\n指標名,単位,2024年度,2025年度,2026年度\n{kpi},件,85,91,\n"),
    ] {
        let data = read(&text);
        let found: Vec<String> =
            data.actuals.iter().map(|own| format!("{} {} {}", own.id, own.period, own.value)).collect();
        assert_eq!(found, ["startups 2024年度 85", "startups 2025年度 91"], "{text}");
    }
    let unknown = told(&format!("指標名,2024年度\n{kpi},85\n別の指標,3\n"), FaultLang::En);
    assert!(unknown.starts_with("own.csv:3:1 (A3 指標名) — `別の指標` is not"), "{unknown}");
}
