//! KPI lists of any plan as offices have them: their headings, years, units, words, sections, directions.

use std::sync::LazyLock;

use crate::common::library;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::kpi::{Direction, Kpi, Period};
use shigoto_widgets::data::own;
use shigoto_widgets::data::own::several::read_all;
use shigoto_widgets::data::seen::{Indicators, Worded};
use shigoto_widgets::error::FaultLang;
use shigoto_widgets::model::fiscal::Span;
use shigoto_widgets::model::pace::{Status, has_pace, pace, status};

static OURS: LazyLock<Dataset> = LazyLock::new(|| library().dataset);

fn read(text: &str) -> Dataset {
    own::read("own.csv", text, &OURS).unwrap_or_else(|faults| panic!("{text}: {}", faults[0]))
}

fn seen(data: &Dataset) -> &Indicators {
    data.origin.seen.kpi.as_ref().unwrap()
}

/// A KPI in a line: name, baseline with its period, target with its period, unit, kind.
fn line(kpi: &Kpi) -> String {
    let period = |period: Option<&Period>| period.map_or_else(|| "?".to_owned(), ToString::to_string);
    let start = Some(&kpi.baseline.period).filter(|period| period.is_stated());
    let (from, to) = (kpi.baseline.value, kpi.target.value);
    format!(
        "{} {from} {} → {to} {} [{}] {}",
        kpi.name,
        period(start),
        period(kpi.due.stated.as_ref()),
        kpi.unit,
        kpi.kind
    )
}

fn lines(data: &Dataset) -> Vec<String> {
    data.kpi.kpis.iter().map(line).collect()
}

fn sections(data: &Dataset) -> Vec<Option<&str>> {
    let name = |kpi: &Kpi| {
        let id = kpi.home()?.pillar();
        data.outline.pillars.iter().find(|pillar| pillar.id == id).map(|pillar| pillar.name.as_str())
    };
    data.kpi.kpis.iter().map(name).collect()
}

#[test]
fn the_same_list_is_read_however_its_headings_stand() {
    let expected =
        ["相談件数 943 2014年度 → 1000 2019年度 [件] unstated", "保育所 3 2014年度 → 3 2019年度 [カ所] maintain"];
    for text in [
        "指標名,単位,現状値（平成26年度）,目標値（令和元年度）\n相談件数,件,943,\"1,000\"\n保育所,カ所,3,3\n",
        "架空市総合計画\n成果指標一覧\n\nコード,目標（R1年度）,基準値（FY2014）,指標,単位\n1,１，０００,９４３,相談件数,件\n2,3,3,保育所,カ所\n注：末尾の注\n",
        "指標,現状,,目標,\n,年度,値,年度,値\n相談件数,H26年度,943件,R1年度,\"1,000件\"\n保育所,H26年度,3カ所,R1年度,3カ所\n",
        "Indicator\tUnit\tBaseline\tBaseline year\tTarget\tTarget year\n相談件数\t件\t943\tFY2014\t1000\tFY2019\n保育所\tカ所\t3\tFY2014\t3\tFY2019\n",
        "No.;目標項目;現状値\u{3000}（2015年3月末）;目標値（2020年3月末）;単位;担当課\n1;相談 件数;943;1000;件;甲課\n2;保育所;3;3;カ所;乙課\n",
    ] {
        let data = read(text);
        assert_eq!(
            lines(&data).iter().map(|line| line.replace("相談 件数", "相談件数")).collect::<Vec<_>>(),
            expected,
            "{text}"
        );
        assert!(
            data.outline.pillars.is_empty() && seen(&data).sections.is_none() && seen(&data).worded.is_empty(),
            "{text}"
        );
        assert_eq!((data.origin.kpi.as_deref(), data.origin.actuals), (Some("own.csv"), None));
    }
}

#[test]
fn periods_that_are_not_stated_are_not_made_up_and_end_no_pace() {
    let data = read("目標（指標）名,単位,現状,目標（平成31年度）\n待つ人,人,0,0\n園,カ所,1,30\n");
    assert_eq!(lines(&data), ["待つ人 0 ? → 0 2019年度 [人] maintain", "園 1 ? → 30 2019年度 [カ所] unstated"]);
    assert!(data.kpi.kpis.iter().all(|kpi| !has_pace(kpi)));
    assert_eq!(Span::of(&data), Span { first: 2019, last: 2019 });
    assert_eq!((seen(&data).has_undated, seen(&data).dues), (true, (2, 0)));

    // A list that states both: the pace ends in the target's own year. One that does not: in the plan's last.
    let data = read("指標,単位,基準値（2020年度）,目標値,目標年度\n甲,人,100,200,2030\n乙,人,100,200,\n");
    let span = Span::of(&data);
    assert_eq!(span, Span { first: 2021, last: 2033 });
    let [ours, theirs] = &data.kpi.kpis[..] else { panic!() };
    assert_eq!([2020, 2025, 2030, 2033].map(|year| pace(ours, span, year)), [100.0, 150.0, 200.0, 200.0]);
    assert_eq!((pace(theirs, span, 2033), pace(theirs, span, 2030)), (200.0, 177.0));
    assert_eq!(seen(&data).dues, (1, 1));
}

#[test]
fn years_side_by_side_are_a_baseline_and_readings() {
    let text = "架空市成果指標\nコード,成果指標,平成12年,平成13年実績,平成14年実績,平成15年9月30日現在,平成15年末見込,5か年目標\n\
        1,協議会の設置,なし,なし,なし,なし,なし,設置\n2,修了者数,なし,\"1,007人\",448人,196人,279人,\"1,400人\"\n3,貸出し数,2.77点,2.86点,…,2点,3点,3点\n4,実施率,37%,40%,なし,なし,なし,44%\n";
    let data = read(text);
    assert_eq!(
        lines(&data),
        [
            "修了者数 1007 2001年 → 1400 ? [人] unstated",
            "貸出し数 2.77 2000年 → 3 ? [点] unstated",
            "実施率 37 2000年 → 44 ? [%] percentage"
        ]
    );
    let readings: Vec<_> =
        data.actuals.iter().map(|own| (own.id.as_str(), own.period.to_string(), own.value)).collect();
    assert_eq!(
        readings,
        [
            ("kpi-1", "2002年".to_owned(), 448.0),
            ("kpi-2", "2001年".to_owned(), 2.86),
            ("kpi-3", "2001年".to_owned(), 40.0)
        ]
    );
    let told = seen(&data);
    assert_eq!(
        told.worded,
        [Worded {
            name: "協議会の設置".to_owned(),
            baseline: "なし".to_owned(),
            target: "設置".to_owned(),
            ..Worded::default()
        }]
    );
    // A day within a year and a forecast are no readings.
    assert_eq!(told.left_out, ["コード", "平成15年9月30日現在", "平成15年末見込"]);
    assert_eq!((told.baseline.as_deref(), data.origin.actuals.as_deref()), (None, Some("own.csv")));
}

#[test]
fn what_is_no_number_is_kept_as_written() {
    for (baseline, target) in [
        ("減少", "増加"),
        ("100%", "100%を維持"),
        ("5件", "10件以上"),
        ("10", "20～30"),
        ("5", "3割減"),
        ("-", "100"),
        ("5", ""),
        ("5", "2027年度"),
        ("約100人", "120人"),
        ("5人", "6世帯"),
        ("5", "＜script＞"),
    ] {
        let data = read(&format!("指標名,現状値,目標値\n甲,{baseline},{target}\n乙,1,2\n"));
        let written = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
        let worded =
            Worded {
                name: "甲".to_owned(), baseline: written(baseline), target: written(target), ..Worded::default()
            };
        assert_eq!(seen(&data).worded, [worded], "{baseline} {target}");
        assert_eq!(lines(&data), ["乙 1 ? → 2 ? [] unstated"]);
    }
    let alone = read("指標名,現状値,目標値\n条例,なし,制定\n");
    assert!(alone.kpi.kpis.is_empty() && seen(&alone).worded.len() == 1);
}

#[test]
fn numbers_below_zero_falling_targets_and_levels_to_keep_are_what_they_are() {
    let text = "指標名,単位,現状値（R5年度）,目標値（R10年度）,方向性\n社会増減,人,△512,▲300,増加\n事故,件,273,256,↓\n普及率,％,98.5,105,\n利用率,%,98,95,維持\n負担,円,−5,0,\n";
    let data = read(text);
    assert_eq!(
        lines(&data),
        [
            "社会増減 -512 2023年度 → -300 2028年度 [人] unstated",
            "事故 273 2023年度 → 256 2028年度 [件] unstated",
            "普及率 98.5 2023年度 → 105 2028年度 [％] percentage",
            "利用率 98 2023年度 → 95 2028年度 [%] maintain",
            "負担 -5 2023年度 → 0 2028年度 [円] unstated",
        ]
    );
    let directions: Vec<_> = data.kpi.kpis.iter().map(Kpi::direction).collect();
    assert_eq!(
        directions,
        [Some(Direction::Raise), Some(Direction::Lower), Some(Direction::Raise), None, Some(Direction::Raise)]
    );
    let names: Vec<&str> = data.kpi.kpis.iter().map(|kpi| kpi.name.as_str()).collect();
    let rows = names.iter().zip(["-400", "270", "120", "95", "-7"]).map(|(name, value)| [name, value].join(","));
    let readings = "指標名,R7年度\n".to_owned() + &rows.collect::<Vec<_>>().join("\n");
    let told = own::read_over("readings.csv", &readings, &data, &OURS).unwrap();
    let standing: Vec<_> = told.kpi.kpis.iter().map(|kpi| status(kpi, &told.actuals, Span::of(&told), 2028)).collect();
    assert_eq!(standing, [Status::OnPace, Status::Behind, Status::Achieved, Status::Held, Status::Behind]);
    let contrary = own::read("own.csv", "指標名,現状値,目標値,方向性\n甲,1,2,減少\n", &OURS).unwrap_err();
    assert!(
        contrary[0].to_string().starts_with("own.csv:2:4 (D2 方向性) — `direction` is raise towards a higher target"),
        "{}",
        contrary[0]
    );
}

#[test]
fn sections_are_the_lists_own() {
    let column = read("基本目標,施策,指標名,現状値,目標値\n①育てる,保育,甲,1,2\n,,乙,1,2\n②稼ぐ,産業,丙,1,2\n");
    assert_eq!(sections(&column), [Some("①育てる"), Some("①育てる"), Some("②稼ぐ")]);
    assert_eq!(
        (seen(&column).sections.as_deref(), &*seen(&column).left_out),
        (Some("基本目標"), &["施策".to_owned()][..])
    );
    let rows = read("指標名,単位,現状値,目標値\n育てる\n甲,人,1,2\n稼ぐ\n乙,人,1,増加\n丙,人,1,2\n");
    assert_eq!((sections(&rows), seen(&rows).sections.as_deref()), (vec![Some("育てる"), Some("稼ぐ")], Some("")));
    assert_eq!(seen(&rows).worded[0].section.as_deref(), Some("稼ぐ"));
    // The city's own list comes back with the city's own pillars.
    let published =
        shigoto_widgets::publish::open_data::all(&OURS).into_iter().find(|(name, _)| *name == "kpi.csv").unwrap().1;
    let again = own::read_over("kpi.csv", &published, &rows, &OURS).unwrap();
    assert!(again.kpi == OURS.kpi && again.outline == OURS.outline && again.origin.seen.kpi.is_none());
}

#[test]
fn our_own_form_is_another_plans_where_none_of_its_measures_is_ours() {
    let head = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\n";
    let foreign =
        read(&format!("{head}1,1,①子育て,待つ人,人,増加,0,平成26年度,0\n2,1,①子育て,園,カ所,増加,1,平成26年度,3\n"));
    assert_eq!((lines(&foreign).len(), sections(&foreign)), (2, vec![Some("①子育て"); 2]));
    // One row of several is a slip.
    let slip =
        own::read("own.csv", &format!("{head}a,1,1-1,名,件,raise,1,2023年,2\nb,9,9-9,名,件,raise,1,2023年,2\n"), &OURS);
    assert!(slip.unwrap_err()[0].to_string().starts_with("own.csv:3:3 (measure) — `9-9` does not exist"));
    // Units and signs within our own cells, and words.
    let units = read(&format!(
        "{head}it,1,1-1,修了者,人,raise,\"1,007人\",2001年度,\"1,400人\"\nnet,1,1-1,増減,人,raise,△512,2023年度,△300\n"
    ));
    assert!(units.origin.seen.kpi.is_none(), "it is our form");
    assert_eq!(units.kpi.kpis.iter().map(|kpi| kpi.baseline.value).collect::<Vec<_>>(), [1007.0, -512.0]);
    let words = read(&format!("{head}council,1,1-1,協議会,,raise,なし,2000年度,設置\n"));
    assert_eq!(seen(&words).worded.len(), 1);
    let slip = own::read("own.csv", &format!("{head}a,1,1-1,名,件,raise,1,2023年,1２O\n"), &OURS).unwrap_err();
    assert!(slip[0].to_string().starts_with("own.csv:2:9 (target) — `1２O` is not a number"), "{}", slip[0]);
}

#[test]
fn what_a_list_lacks_is_told_by_its_cell() {
    for (text, told) in [
        ("指標名,単位,現状値,目標値\n甲,人,1,2\n,人,3,4\n", "own.csv:3:1 (A3 指標名) — is empty"),
        ("架空市\n指標名,単位,現状値,目標値\n", "own.csv:2:1 — the header differs"),
    ] {
        let faults = own::read("own.csv", text, &OURS).expect_err(text);
        assert!(faults.len() == 1 && faults[0].line(FaultLang::En).starts_with(told), "{}", faults[0]);
    }
    let many = "指標名,現状値,目標値\n".to_owned() + &"甲,1,2\n".repeat(501);
    assert!(own::read("own.csv", &many, &OURS).unwrap_err()[0].to_string().contains("501 records, 500 at most"));
}

/// A list with its readings and a file of more readings, in any order.
#[test]
fn readings_find_the_kpis_of_a_list_by_their_names() {
    let list = ("list.csv".to_owned(), "指標名,現状値（R5年度）,目標値（R10年度）\n甲,10,20\n甲乙,30,40\n");
    let readings = ("readings.csv".to_owned(), "指標名,R6年度,R7年度\n甲,12,14\n甲乙,31,\n");
    for files in [[list.clone(), readings.clone()], [readings, list]] {
        let all = read_all(&files, &OURS, &OURS, |origin| origin.kpi.is_some() || origin.actuals.is_some());
        assert!(all.refused.is_empty(), "{:?}", all.refused);
        let data = all.data.unwrap();
        assert_eq!((data.kpi.kpis.len(), data.actuals.len()), (2, 3));
        assert_eq!(
            (data.origin.kpi.as_deref(), data.origin.actuals.as_deref()),
            (Some("list.csv"), Some("readings.csv"))
        );
    }
}
