//! Tries to confuse the widgets' states: nonsense in attributes, and actions in any order.

use crate::common::library;
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::select;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::id::{Base, CityId, NodeCode};
use shigoto_widgets::model::groups::Grouping;
use shigoto_widgets::widget::lq::{Headings, Sort, View};
use shigoto_widgets::widget::{Attributes, Dirty, Taken, Widget, kpi, lq, swot};

/// An attribute's name, nonsense for it, and what the fault must name.
type Nonsense<'a> = (&'static str, &'a [&'a str], &'a [&'a str]);

const CITIES: [&str; 7] = ["aomori", "hirosaki", "hachinohe", "morioka", "akita", "yamagata", "fukushima"];
const TODAY: u16 = 2026;

/// Every attribute is taken by a fresh state without complaint, and comes out the same.
fn check_round_trip<S: Widget + Debug>(state: &S, data: &Dataset) {
    let mut other = S::loaded(data, TODAY);
    for (name, value) in state.attributes() {
        assert_eq!(other.set_attribute(data, name, Some(&value)).fault, None, "{state:?}");
        assert_eq!(other.set_attribute(data, name, Some(&value)).dirty, Dirty::NONE, "{name} taken twice");
    }
    assert_eq!(other.attributes(), state.attributes());
}

/// What means nothing leaves the state as it was loaded.
fn check_text<S: Widget + Debug + PartialEq>(data: &Dataset, name: &str, text: &str) {
    let mut state = S::loaded(data, TODAY);
    let taken = state.set_attribute(data, name, Some(text));
    assert!(taken.fault.is_none() || state == S::loaded(data, TODAY));
    check_round_trip(&state, data);
}

fn codes(data: &Dataset) -> Vec<NodeCode> {
    let factors = data.swot.factors.iter().map(|factor| factor.code.to_string());
    let strategies = data.swot.quadrants.iter().flat_map(|q| &q.strategies).map(|s| s.code.to_string());
    let issues = data.swot.issues.iter().map(|issue| issue.code.to_string());
    factors.chain(strategies).chain(issues).map(|code| code.parse().unwrap()).collect()
}

fn city() -> impl Strategy<Value = CityId> {
    select(&CITIES).prop_map(|id| id.parse().unwrap())
}

fn swot_action() -> impl Strategy<Value = swot::Action> {
    let code = || select(codes(&library().dataset));
    prop_oneof![
        code().prop_map(swot::Action::Toggle),
        Just(swot::Action::Clear),
        prop::option::of(code()).prop_map(swot::Action::Preview),
    ]
}

fn lq_action() -> impl Strategy<Value = lq::Action> {
    prop_oneof![
        select(&Base::ALL).prop_map(lq::Action::Base),
        city().prop_map(lq::Action::City),
        city().prop_map(lq::Action::With),
        select(&View::ALL).prop_map(lq::Action::View),
        city().prop_map(lq::Action::SortBy),
        Just(lq::Action::Unsort),
        Just(lq::Action::Group),
        select(&Headings::ALL).prop_map(lq::Action::Headings),
        any::<bool>().prop_map(|is_narrow| lq::Action::Width { is_narrow }),
    ]
}

fn kpi_action() -> impl Strategy<Value = kpi::Action> {
    prop_oneof![
        prop::option::of(1u8..=5).prop_map(kpi::Action::Pillar),
        any::<u16>().prop_map(kpi::Action::Year),
        select(&kpi::View::ALL).prop_map(kpi::Action::View),
        select(&Grouping::ALL).prop_map(kpi::Action::Group),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn any_actions_leave_a_state_that_its_attributes_tell(
        swots in prop::collection::vec(swot_action(), 0..12),
        lqs in prop::collection::vec(lq_action(), 0..16),
        kpis in prop::collection::vec(kpi_action(), 0..8),
    ) {
        let data = library().dataset;
        let mut state = swot::State::default();
        for action in swots {
            let before = (state.clone(), state.attributes());
            let dirty = state.update(action);
            prop_assert_eq!(dirty.is_state(), before.1 != state.attributes());
            prop_assert_eq!(dirty.is_any(), before.0.lit() != state.lit() || before.0.select != state.select);
        }
        check_round_trip(&state, &data);

        let mut state = lq::State::loaded(&data, TODAY);
        for action in lqs {
            let before = (state.attributes(), state.view());
            let dirty = state.update(action);
            prop_assert_eq!([dirty.is_state(), dirty.is_any()], [before != (state.attributes(), state.view()); 2]);
            for table in &data.lq.tables {
                let mut rows = state.row_order(&data.lq, table);
                rows.sort_unstable();
                prop_assert!(rows.into_iter().eq(0..table.rows.len()));
            }
        }
        check_round_trip(&state, &data);

        let mut state = kpi::State::new(&data, TODAY);
        for action in kpis {
            let before = state.attributes();
            let dirty = state.update(action);
            prop_assert!(dirty.is_state() == (before != state.attributes()) && dirty.is_any() == dirty.is_state());
            prop_assert!((2024..=2033).contains(&state.year) && state.readings(&data).len() == data.kpi.kpis.len());
        }
        check_round_trip(&state, &data);
    }

    #[test]
    fn any_text_in_any_attribute_is_survived(
        name in "[a-z]{0,8}|select|base|city|view|sort|reading|pillar|year", text in ".*",
    ) {
        let data = library().dataset;
        check_text::<swot::State>(&data, &name, &text);
        check_text::<lq::State>(&data, &name, &text);
        check_text::<kpi::State>(&data, &name, &text);
    }
}

/// From a state where nothing is default, nonsense, the empty string and removal all lead to the default.
fn check_nonsense<S: Widget + Clone>(changed: &S, nonsense: &[Nonsense<'_>]) {
    let data = library().dataset;
    let defaults = S::loaded(&data, TODAY).attributes();
    for (name, values, allowed) in nonsense {
        let default = &defaults.iter().find(|(known, _)| known == name).unwrap().1;
        let others = |attributes: Attributes| attributes.into_iter().filter(|(n, _)| n != name).collect::<Vec<_>>();
        for value in [None, Some("")].into_iter().chain(values.iter().copied().map(Some)) {
            let mut state = changed.clone();
            let taken = state.set_attribute(&data, name, value);
            let now = state.attributes();
            assert_eq!(&now.iter().find(|(known, _)| known == name).unwrap().1, default, "{name}={value:?}");
            assert_eq!(others(now), others(changed.attributes()));
            assert!(taken.dirty.is_state());
            assert_eq!(taken.fault.is_some(), value.is_some_and(|text| !text.is_empty()), "{name}={value:?}");
            if let Some(told) = taken.fault.map(|fault| fault.text()) {
                assert!(allowed.iter().chain([name, &value.unwrap()]).all(|word| told.contains(word)), "{told}");
            }
        }
    }
}

#[test]
fn nonsense_falls_back_to_the_default() {
    let data = library().dataset;
    let swot = swot::State { select: Some("O-1".parse().unwrap()), preview: None };
    let codes = ["S-4", "T-5", "SO-5", "WT-2", "S-", "s-1", "S-01", " S-1", "dx", "DXX", "S-1-1", "SO", "Ｓ-1", "<b>"];
    check_nonsense(&swot, &[("select", &codes, &["S-1", "SO-1", "issue"])]);

    let mut lq = lq::State::loaded(&data, TODAY);
    let city: CityId = "hachinohe".parse().unwrap();
    lq.update(lq::Action::Base(Base::Employees));
    lq.update(lq::Action::City(city.clone()));
    lq.update(lq::Action::View(View::Dots));
    lq.update(lq::Action::Headings(Headings::Reread));
    lq.update(lq::Action::SortBy(city));
    let sorts =
        ["aomori", "aomori:", "aomori:up", "aomori:desc:asc", ":desc", "tokyo:asc", "aomori:DESC", "青森市:desc"];
    check_nonsense(
        &lq,
        &[
            ("base", &["Output", "outputs", "生産額", "0"], &["output", "establishments", "employees"]),
            ("city", &["tokyo", "Aomori", "青森市", " aomori"], &CITIES),
            ("view", &["Table", "heat", "tables"], &["table", "dots"]),
            ("sort", &sorts, &["<city>:desc", "<city>:asc", "sector"]),
            ("reading", &["print", "true"], &["printed", "reread"]),
        ],
    );

    let mut kpi = kpi::State::new(&data, TODAY);
    kpi.update(kpi::Action::Pillar(Some(3)));
    kpi.update(kpi::Action::Year(2031));
    kpi.update(kpi::Action::Group(Grouping::Pillar));
    let pillar = ("pillar", &["0", "6", "01", "ALL", "3.0", "-1", "３"][..], &["all", "1", "5"][..]);
    let year = ("year", &["now", "2031年度", "2031.5", "２０３１", "0x7EF"][..], &["2024", "2033"][..]);
    let group = ("group", &["Kind", "kinds", "1"][..], &["kind", "pillar"][..]);
    check_nonsense(&kpi, &[pillar, year, group]);
}

#[test]
fn a_year_is_clamped_to_the_plan() {
    let data = library().dataset;
    for (year, expected) in [(0, "2024"), (2023, "2024"), (2028, "2028"), (2034, "2033"), (u16::MAX, "2033")] {
        let mut state = kpi::State::new(&data, TODAY);
        state.update(kpi::Action::Year(year));
        let mut told = kpi::State::new(&data, TODAY);
        assert_eq!(told.set_attribute(&data, "year", Some(&year.to_string())).fault, None);
        for state in [state, told, kpi::State::new(&data, year)] {
            assert!(state.attributes().contains(&("year", expected.to_owned())));
        }
    }
}

#[test]
fn a_year_that_no_u16_holds_is_clamped_too() {
    let data = library().dataset;
    let mut state = kpi::State::new(&data, TODAY);
    assert_eq!((state.set_attribute(&data, "year", Some("70000")).fault, state.year), (None, 2033));
}

#[test]
fn a_heading_pressed_again_sorts_the_other_way_and_then_not_at_all() {
    let data = library().dataset;
    let (aomori, akita): (CityId, CityId) = ("aomori".parse().unwrap(), "akita".parse().unwrap());
    let sort = |city: &CityId, is_descending| Some(Sort { city: city.clone(), is_descending });
    let mut state = lq::State::loaded(&data, TODAY);
    for expected in [sort(&aomori, true), sort(&aomori, false), None, sort(&aomori, true)] {
        let dirty = state.update(lq::Action::SortBy(aomori.clone()));
        assert_eq!(state.sort, expected);
        assert!(dirty.has(Dirty::ROWS) && dirty.is_state());
    }
    state.update(lq::Action::SortBy(akita.clone()));
    assert_eq!(state.sort, sort(&akita, true));

    for table in &data.lq.tables {
        for direction in [true, false] {
            state.sort = sort(&akita, direction);
            let value = |row: usize| table.rows[row].value(4).unwrap();
            for pair in state.row_order(&data.lq, table).windows(2) {
                let (a, b) = (value(pair[0]), value(pair[1]));
                assert!(if direction { a > b } else { a < b } || (a.to_bits() == b.to_bits() && pair[0] < pair[1]));
            }
        }
    }
    assert!(state.update(lq::Action::Unsort).has(Dirty::ROWS));
    assert!(data.lq.tables.iter().all(|table| state.row_order(&data.lq, table).is_sorted()));
}

#[test]
fn what_changes_nothing_leaves_nothing_stale() {
    let data = library().dataset;
    let code = |text: &str| text.parse::<NodeCode>().unwrap();
    let mut state = swot::State::default();
    assert_eq!(state.update(swot::Action::Clear), Dirty::NONE);
    assert_eq!(state.update(swot::Action::Preview(None)), Dirty::NONE);
    let lit = state.update(swot::Action::Preview(Some(code("S-1"))));
    assert!(lit == Dirty::FIGURE && state.attributes() == [("select", String::new())]);
    assert_eq!(state.update(swot::Action::Preview(Some(code("S-1")))), Dirty::NONE);
    assert!(state.update(swot::Action::Toggle(code("S-1"))).is_state());
    assert_eq!(state.update(swot::Action::Preview(None)), Dirty::NONE);
    assert!(state.update(swot::Action::Toggle(code("S-1"))).is_state());
    assert_eq!(state, swot::State::default());

    let mut state = lq::State::loaded(&data, TODAY);
    let city = lq::Action::City("aomori".parse().unwrap());
    let headings = lq::Action::Headings(Headings::Printed);
    let width = lq::Action::Width { is_narrow: false };
    for action in [lq::Action::Base(Base::Output), city, lq::Action::Unsort, headings, width] {
        assert_eq!(state.update(action), Dirty::NONE);
    }
    let mut state = kpi::State::new(&data, TODAY);
    assert_eq!(state.update(kpi::Action::Pillar(None)), Dirty::NONE);
    assert_eq!(state.update(kpi::Action::Year(TODAY)), Dirty::NONE);
    assert_eq!(state.set_attribute(&data, "colour", Some("red")), Taken::default());
}

#[test]
fn industries_stand_by_sector_and_never_by_doubtful_headings() {
    let data = library().dataset;
    let mut state = lq::State::loaded(&data, TODAY);
    assert!(state.update(lq::Action::Group).has(Dirty::ROWS));
    assert!(state.attributes().contains(&("sort", "sector".to_owned())));
    let sectors = |state: &lq::State, base: Base| {
        let groups = state.groups(&data.lq, data.lq.table(base).unwrap());
        groups.into_iter().map(|group| (group.sector, group.rows)).collect::<Vec<_>>()
    };
    // 電気・ガス stands before 建設業 in print; here it comes after.
    let output = sectors(&state, Base::Output);
    assert_eq!(output[..2], [(Some(1), vec![0, 1, 2]), (Some(2), vec![3, 4, 6])]);
    assert_eq!(output[2].1[..2], [5, 7]);
    let employees = sectors(&state, Base::Employees);
    assert_eq!(employees.last(), Some(&(None, vec![19])), "what cannot be classified stands apart");
    for table in [Base::Output, Base::Employees].map(|base| data.lq.table(base).unwrap()) {
        let mut rows = state.row_order(&data.lq, table);
        assert!(rows == state.groups(&data.lq, table).into_iter().flat_map(|group| group.rows).collect::<Vec<_>>());
        rows.sort_unstable();
        assert!(rows.into_iter().eq(0..table.rows.len()));
    }
    let doubtful = data.lq.table(Base::Establishments).unwrap();
    assert!(!state.is_groupable(&data.lq, doubtful) && state.row_order(&data.lq, doubtful).is_sorted());
    state.update(lq::Action::Headings(Headings::Reread));
    let reread = sectors(&state, Base::Establishments);
    assert_eq!(reread[..2], [(Some(1), vec![0, 1]), (Some(2), vec![2, 3, 4])]);
    assert_eq!(reread[2].1.len(), 13);

    state.update(lq::Action::SortBy("akita".parse().unwrap()));
    assert!(!state.is_grouped && state.sort.is_some());
    state.update(lq::Action::Group);
    assert!(state.is_grouped && state.sort.is_none());
    state.update(lq::Action::View(View::Quadrant));
    assert!(!state.is_groupable(&data.lq, data.lq.table(Base::Output).unwrap()));
    state.update(lq::Action::Group);
    assert!(!state.is_grouped);
}
