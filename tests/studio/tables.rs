//! Tables: what they say is put into the content's files, what they do not mention stays.

use shigoto_widgets::studio::content::{Offer, Seen};
use shigoto_widgets::studio::forms;
use shigoto_widgets::takeaway::open_data;
use shigoto_widgets::widget::Kind;

use crate::{changed, common, desk, take, text};

const HEADER: &str = "id,period,value,source,note\r\n";

#[test]
fn readings_are_added_and_corrected_and_none_is_lost() {
    let mut desk = desk();
    let first = format!("{HEADER}startups,2025年度,41,青森市,\r\nnew-business-sites,2025年度,3,青森市,速報\r\n");
    assert_eq!(take(&mut desk, "kpi_actuals.csv", &first), Seen::Readings(2));
    let second = format!("{HEADER}startups,2025年度,42,青森市,訂正\r\n");
    assert_eq!(take(&mut desk, "追加.csv", &second), Seen::Readings(1));
    assert_eq!(changed(&desk), ["kpi_actuals.csv"]);
    let now = text(&desk, "kpi_actuals.csv");
    assert_eq!(
        now,
        "\u{feff}id,period,value,source,note\r\nstartups,2025年度,42,青森市,訂正\r\nnew-business-sites,2025年度,3,青森市,速報\r\n"
    );
    assert!(desk.undo());
    assert!(text(&desk, "kpi_actuals.csv").contains("startups,2025年度,41"));
    assert!(desk.undo() && !desk.undo());
    assert_eq!(changed(&desk), [""; 0]);
}

#[test]
fn a_reading_that_is_there_is_no_change() {
    let mut desk = desk();
    take(&mut desk, "a.csv", &format!("{HEADER}startups,2025年度,41,青森市,\r\n"));
    let before = text(&desk, "kpi_actuals.csv");
    assert_eq!(take(&mut desk, "b.csv", &format!("{HEADER}startups,2025年度,41,,\r\n")), Seen::Readings(1));
    assert_eq!(text(&desk, "kpi_actuals.csv"), before);
}

#[test]
fn a_typed_reading_is_read_as_a_table_is() {
    let mut desk = desk();
    let typed = forms::reading(["startups", "令和7年度", "1,234", "=市", ""]);
    assert_eq!(take(&mut desk, "typed", &typed), Seen::Readings(1));
    let reading = desk.now().dataset.actuals[0].clone();
    assert_eq!((reading.value, reading.period.year, reading.period.is_fiscal), (1234.0, 2025, true));
    let wrong = forms::reading(["startups", "2025年度", "たくさん", "", ""]);
    let faults = desk.take("typed", Offer::Text(&wrong)).unwrap_err();
    assert_eq!((faults.len(), faults[0].line_number(), faults[0].column()), (1, Some(2), Some(3)));
    assert_eq!(desk.now().dataset.actuals.len(), 1);
}

#[test]
fn every_published_table_comes_back_without_a_change() {
    let data = common::ours();
    let tables = [
        ("lq.csv", open_data::lq(&data)),
        ("kpi.csv", open_data::kpi(&data)),
        ("swot.csv", open_data::swot(&data)),
        ("kpi_actuals.csv", open_data::actuals(&data)),
    ];
    for (name, table) in tables {
        let mut desk = desk();
        let seen = take(&mut desk, name, &table);
        assert!(!matches!(seen, Seen::Foreign(_)), "{name}");
        assert_eq!(changed(&desk), [""; 0], "{name}");
    }
}

#[test]
fn one_changed_value_is_one_changed_place() {
    let data = common::ours();
    let cases = [
        ("lq.json", open_data::lq(&data).replace("output,情報通信業,青森市,1.50,", "output,情報通信業,青森市,1.55,")),
        ("kpi.json", open_data::kpi(&data).replacen(",30\r\n", ",35\r\n", 1)),
        ("swot.json", open_data::swot(&data).replacen("基幹産業としての", "基幹となる", 1)),
    ];
    for (file, table) in cases {
        let mut desk = desk();
        take(&mut desk, "changed.csv", &table);
        assert_eq!(changed(&desk), [file]);
        let (old, new) = (common::file(file), text(&desk, file));
        let differing = old.lines().zip(new.lines()).filter(|(old, new)| old != new).count();
        assert_eq!((differing, old.lines().count()), (1, new.lines().count()), "{file}");
    }
}

#[test]
fn a_part_of_a_table_changes_that_part() {
    let mut desk = desk();
    let seen = take(&mut desk, "lq.csv", "base,industry,city,lq\r\noutput,情報通信業,青森市,1.60\r\n");
    assert_eq!(seen, Seen::Quotients(1));
    assert_eq!(text(&desk, "lq.json").len(), common::file("lq.json").len());
    assert_eq!(changed(&desk), ["lq.json"]);
}

#[test]
fn tables_of_others_can_be_looked_at_and_change_nothing() {
    let others = [
        (Kind::Lq, "base,industry,city,lq\r\noutput,情報通信業,日の出市,1.60\r\n"),
        (Kind::Lq, "industry,A市,B市,県計\r\n農業,10,20,100\r\n製造業,30,10,200\r\n総数,40,30,300\r\n"),
        (
            Kind::Swot,
            "code,kind,text\r\nS-1,strength,a\r\nS-9,strength,b\r\nW-1,weakness,c\r\nO-1,opportunity,d\r\nT-1,threat,e\r\n",
        ),
        // Numbered by the reader, as ours are by hand: the first strength of another town.
        (Kind::Swot, "強み,海に近い\r\n弱み,雪が多い\r\n機会,鉄道が延びる\r\n脅威,人が減る\r\n"),
        (Kind::Kpi, "指標,単位,基準値,目標値\r\n市民講座の数,回,10,20\r\n公園の数,か所,3,5\r\n"),
    ];
    for (kind, table) in others {
        let mut desk = desk();
        assert_eq!(take(&mut desk, "other.csv", table), Seen::Foreign(kind), "{table}");
        assert_eq!(changed(&desk), [""; 0]);
        assert!(!desk.has_changed());
    }
}

#[test]
fn the_blank_form_filled_in_is_readings() {
    let mut desk = desk();
    let form = forms::blank(&desk.now().dataset, "kpi_actuals.csv");
    assert_eq!(form.lines().count(), 1 + desk.now().dataset.kpi.kpis.len());
    let filled: String = form
        .split_inclusive("\r\n")
        .enumerate()
        .filter(|(line, _)| *line < 3)
        .map(|(line, row)| if line == 0 { row.to_owned() } else { row.replacen(",,,", ",2026年度,5,市", 1) })
        .collect();
    assert_eq!(take(&mut desk, "form.csv", &filled), Seen::Readings(2));
}

#[test]
fn a_list_of_another_plan_changes_nothing_here() {
    let mut desk = desk();
    for text in [
        "指標名,単位,現状値（R5年度）,目標値（R10年度）\n甲,件,10,20\n",
        "指標名,単位,R4年度,R5年度,目標値\n甲,件,10,12,20\n乙,,なし,なし,設置\n",
    ] {
        assert_eq!(take(&mut desk, "plan.csv", text), Seen::Foreign(Kind::Kpi), "{text}");
        assert!(!desk.has_changed());
    }
}
