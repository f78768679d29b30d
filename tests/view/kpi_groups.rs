//! KPIs in groups, and their report card: each stands once, in an order that is told, and only what was published is.

use crate::common::{languages, library, source, town};

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::actuals::Actual;
use shigoto_widgets::data::kpi::{KpiKind, Period};
use shigoto_widgets::id::MeasureId;
use shigoto_widgets::locale::{group, ruby};
use shigoto_widgets::model::fiscal::Span;
use shigoto_widgets::model::groups::{Common, Group, Grouping, groups};
use shigoto_widgets::model::pace::Status;
use shigoto_widgets::model::report::years;

fn of(data: &Dataset, grouping: Grouping) -> Vec<Group<'_>> {
    groups(&data.kpi.kpis, &data.outline, grouping)
}

#[test]
fn every_kpi_stands_in_one_group_of_its_kind_or_its_pillar() {
    for data in [library().dataset, town().dataset] {
        for grouping in Grouping::ALL {
            let groups = of(&data, grouping);
            let mut ids: Vec<&str> = groups.iter().flat_map(|group| &group.kpis).map(|kpi| kpi.id.as_str()).collect();
            ids.sort_unstable();
            let mut all: Vec<&str> = data.kpi.kpis.iter().map(|kpi| kpi.id.as_str()).collect();
            all.sort_unstable();
            assert_eq!(ids, all);
            for Group { common, kpis } in &groups {
                assert!(!kpis.is_empty());
                let fits = kpis.iter().all(|kpi| match common {
                    Common::Kind(kind, rises) => {
                        kpi.kind == *kind && (!rises || kpi.target.value >= kpi.baseline.value)
                    }
                    Common::Pillar(id) => kpi.home().map(MeasureId::pillar) == *id,
                });
                assert!(fits, "{common:?}");
            }
        }
    }
}

#[test]
fn the_largest_multiple_comes_first_and_pillars_keep_the_printed_order() {
    let data = library().dataset;
    let raised = of(&data, Grouping::Kind).swap_remove(0);
    assert_eq!(raised.common, Common::Kind(KpiKind::Raise, true));
    let times: Vec<f64> = raised.kpis.iter().map(|kpi| kpi.target.value / kpi.baseline.value).collect();
    assert!(times.len() == 7 && times.is_sorted_by(|one, other| one >= other), "{times:?}");
    let printed: Vec<&str> = data.kpi.kpis.iter().map(|kpi| kpi.id.as_str()).collect();
    for group in of(&data, Grouping::Pillar) {
        let places = group.kpis.iter().map(|kpi| printed.iter().position(|id| *id == kpi.id.as_str()));
        assert!(places.is_sorted());
    }
}

#[test]
fn a_group_is_called_raised_only_where_nothing_in_it_is_to_fall() {
    let mut data = library().dataset;
    let first = |data: &Dataset| group::title(source(), data, of(data, Grouping::Kind)[0].common, 7);
    assert_eq!(first(&data), "毎年の水準を上げる　7");
    let falling = data.kpi.kpis.iter_mut().find(|kpi| kpi.kind == KpiKind::Raise).unwrap();
    falling.target.value = falling.baseline.value / 2.0;
    assert_eq!(first(&data), "毎年の水準　7");
    for lang in languages().all() {
        for grouping in Grouping::ALL {
            for Group { common, kpis } in of(&data, grouping) {
                let title = ruby::words(&group::title(lang, &data, common, kpis.len()));
                assert!(title.ends_with(&kpis.len().to_string()) && !title.contains(['{', '|']), "{title}");
            }
        }
    }
    for kpi in &mut data.kpi.kpis {
        kpi.places.clear();
    }
    assert_eq!(of(&data, Grouping::Pillar)[0].common, Common::Pillar(None));
}

#[test]
fn the_report_card_has_a_cell_for_each_year_and_what_was_published_in_it() {
    let data = library().dataset;
    let kpi = data.kpi.kpis.iter().find(|kpi| kpi.id.as_str() == "it-tool-adopters").unwrap();
    let reading = |year, is_fiscal, value| {
        let (source, note) = (String::new(), String::new());
        Actual { id: kpi.id.clone(), period: Period { year, is_fiscal }, value, source, note, line: 0 }
    };
    let actuals = [reading(2025, false, 90.0), reading(2025, true, 200.0), reading(2026, true, 631.0)];
    let told = years(kpi, &actuals, Span { first: 2024, last: 2033 });
    assert_eq!(told.iter().map(|year| year.year).collect::<Vec<_>>(), (2024..=2033).collect::<Vec<_>>());
    let values: Vec<_> = told.iter().filter_map(|year| Some((year.year, year.told?.0.value, year.told?.1))).collect();
    assert_eq!(values, [(2025, 200.0, Status::OnPace), (2026, 631.0, Status::Achieved)]);
    let other = data.kpi.kpis.iter().find(|other| other.id != kpi.id).unwrap();
    assert!(years(other, &actuals, Span { first: 2024, last: 2033 }).iter().all(|year| year.told.is_none()));
}
