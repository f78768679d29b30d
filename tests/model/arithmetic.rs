//! Tries to break the arithmetic and the links: random numbers, and every node of the city's own matrix.

use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::common::library;
use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::actuals::Actual;
use shigoto_widgets::data::kpi::{Direction, Kpi, KpiKind, Period};
use shigoto_widgets::data::quotient::Quotient;
use shigoto_widgets::data::quotient::from_counts;
use shigoto_widgets::id::{Base, IndustryId, NodeCode};
use shigoto_widgets::model::ambition::{Ambition, ambition};
use shigoto_widgets::model::fiscal::{Span, fiscal_year};
use shigoto_widgets::model::location_quotient::{Side, heat_step, is_split, order, rank, side, spread};
use shigoto_widgets::model::pace::{self, Reading, Status, line, progress};
use shigoto_widgets::model::scale::{MOST, Scale};
use shigoto_widgets::model::{cross_swot::reach, crosswalk, insight};
use shigoto_widgets::widget::swot::exists;

const SPAN: Span = Span { first: 2024, last: 2033 };

/// A part and its total.
fn share() -> impl Strategy<Value = (f64, f64)> {
    (1.0..1e9, 0.0..=1.0).prop_map(|(total, ratio)| (total * ratio, total))
}

/// Printed quotients, few enough that ties are common; some are not published.
fn quotients() -> impl Strategy<Value = Vec<Option<f64>>> {
    let value = (0..30).prop_map(|tenths| f64::from(tenths) / 10.0);
    prop::collection::vec(prop::option::weighted(0.8, value), 1..12)
}

fn row(values: &[Option<f64>]) -> Vec<Quotient> {
    values.iter().copied().map(Quotient::from).collect()
}

fn kpi(kind: KpiKind, baseline: f64, target: f64, year: u16) -> Kpi {
    // Thousands of cases begin with the same one: the library is read once.
    static FIRST: LazyLock<Kpi> = LazyLock::new(|| library().dataset.kpi.kpis.swap_remove(0));
    let mut kpi = FIRST.clone();
    kpi.kind = kind;
    // The test data are in tenths.
    kpi.decimals = 1;
    kpi.direction = (kind == KpiKind::Maintain).then_some(Direction::Raise);
    kpi.baseline.value = baseline;
    kpi.baseline.period = Period { year, is_fiscal: true };
    kpi.target.value = target;
    kpi
}

fn actual(kpi: &Kpi, year: u16, is_fiscal: bool, value: f64) -> Actual {
    let period = Period { year, is_fiscal };
    Actual { id: kpi.id.clone(), period, value, source: String::new(), note: String::new(), line: 2 }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn a_quotient_ignores_the_scale_of_either_area(
        city in share(), country in share(), k in 0.001..1000.0f64, m in 0.001..1000.0f64,
    ) {
        prop_assume!(country.0 > 1e-6 && city.0 > 1e-6);
        let plain = from_counts(city.0, city.1, country.0, country.1).unwrap();
        let scaled = from_counts(city.0 * k, city.1 * k, country.0 * m, country.1 * m).unwrap();
        let own = from_counts(city.0, city.1, city.0 * k, city.1 * k).unwrap();
        prop_assert!((scaled / plain - 1.0).abs() < 1e-9 && (own - 1.0).abs() < 1e-9);
    }

    #[test]
    fn an_impossible_count_has_no_quotient((part, total) in share(), beyond in 1e-3..1e6f64) {
        prop_assume!(part > 0.0);
        for (p, t) in [
            (total + beyond, total), (-beyond, total), (part, 0.0), (part, -total),
            (f64::NAN, total), (part, f64::NAN), (f64::INFINITY, total), (part, f64::NEG_INFINITY),
        ] {
            prop_assert_eq!(from_counts(p, t, part, total), None);
            prop_assert_eq!(from_counts(part, total, p, t), None);
        }
        prop_assert_eq!(from_counts(part, total, 0.0, total), None);
    }

    #[test]
    fn a_rank_is_the_place_in_a_sorted_list(values in quotients(), pick in any::<prop::sample::Index>()) {
        let column = pick.index(values.len());
        let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
        sorted.sort_by(|a, b| b.partial_cmp(a).unwrap());
        prop_assert_eq!(rank(&row(&values), values.len()), None);
        let Some(value) = values[column] else {
            prop_assert_eq!(rank(&row(&values), column), None);
            return Ok(());
        };
        let first = sorted.iter().position(|other| *other == value).unwrap();
        let same = sorted.iter().filter(|other| **other == value).count();
        let own = rank(&row(&values), column).unwrap();
        prop_assert_eq!((own.place, own.tied, own.of), (first + 1, same - 1, sorted.len()));
    }

    #[test]
    fn sorting_rows_loses_none_and_keeps_ties_as_printed(values in quotients(), falls in any::<bool>()) {
        let rows = order(&row(&values), falls);
        prop_assert!(rows.len() == values.len() && (0..values.len()).all(|row| rows.contains(&row)));
        for pair in rows.windows(2) {
            let (a, b) = (values[pair[0]], values[pair[1]]);
            prop_assert!(a == b || b.is_none() || (a.is_some() && (a > b) == falls), "what is not published stands last");
            prop_assert!(a != b || pair[0] < pair[1]);
        }
    }

    #[test]
    fn heat_is_monotone_and_neutral_only_where_it_is_about_the_same(q in 0.001..1000.0f64, more in 1.0..10.0f64) {
        let step = heat_step(q);
        prop_assert!(step <= heat_step(q * more) && step <= 6);
        prop_assert_eq!(step.cmp(&3), if q > 1.1 { Ordering::Greater } else if q < 0.9 { Ordering::Less } else { Ordering::Equal });
    }

    #[test]
    fn spread_and_splits_are_what_a_loop_would_find(values in quotients()) {
        let ends = spread(&row(&values));
        let values: Vec<f64> = values.into_iter().flatten().collect();
        prop_assert_eq!(ends.is_none(), values.is_empty());
        let Some(ends) = ends else { return Ok(()) };
        prop_assert!(values.iter().all(|value| ends.least <= *value && *value <= ends.most));
        prop_assert!(values.contains(&ends.least) && values.contains(&ends.most));
        prop_assert_eq!(is_split(&values), ends.most > 1.1 && ends.least < 0.9);
    }

    #[test]
    fn the_line_runs_straight_from_end_to_end(
        start in 1990u16..2030, years in 1u16..60, from in 0.0..1e9f64, to in 0.0..1e9f64,
    ) {
        let end = start + years;
        let at = |year| line((start, from), (end, to), year);
        prop_assert_eq!((at(0), at(start), at(end), at(u16::MAX)), (from, from, to, to));
        for year in start..end {
            let (now, next) = (at(year), at(year + 1));
            prop_assert!(now == next || (now < next) == (from < to));
            if let Some(done) = progress(from, to, now) {
                prop_assert!((done - f64::from(year - start) / f64::from(years)).abs() < 1e-6);
                prop_assert!((from + (to - from) * done - now).abs() <= 1e-9 * from.max(to));
            }
        }
    }

    #[test]
    fn a_level_printed_exactly_on_the_line_is_on_pace(
        tenths in 0u32..2000, per_year in 1u32..100, base_year in 2020u16..2024, year in 2024u16..2033,
        falls in any::<bool>(),
    ) {
        // In binary, 13.9 misses a line that passes through 13.9.
        let printed = |year: u16| {
            let steps = if falls { 2033 - year } else { year - base_year };
            f64::from(tenths + per_year * u32::from(steps)) / 10.0
        };
        let kpi = kpi(KpiKind::Raise, printed(base_year), printed(2033), base_year);
        let rows = [actual(&kpi, year, true, printed(year))];
        prop_assert_eq!(pace::status(&kpi, &rows, SPAN, year), Status::OnPace);
    }

    #[test]
    fn a_scale_is_linear_from_zero_and_ends_at_the_target_or_the_baseline(
        baseline in -1000.0..1e7f64, target in -1000.0..1e7f64, actual in prop::option::of(-1000.0..1e8f64),
        share in 0.0..1.0f64,
    ) {
        let scale = Scale::of(baseline, target, actual);
        let levels = [Some(baseline), Some(target), actual, Some(0.0)];
        prop_assert!(levels.into_iter().flatten().all(|level| scale.start <= level) && scale.start < scale.end);
        prop_assert_eq!((scale.ratio(scale.start), scale.ratio(scale.end)), (0.0, 1.0));
        // Whatever is not beyond the scale stands where a ruler would have it.
        let level = scale.start + (scale.end - scale.start) * share * MOST;
        prop_assert!((scale.ratio(level) - share * MOST).abs() < 1e-9 && !scale.is_beyond(level * (1.0 - 1e-12)));
        if baseline >= 0.0 && target > 0.0 && actual.is_none_or(|actual| actual >= 0.0) {
            prop_assert_eq!((scale.start, scale.end), (0.0, baseline.max(target)));
            prop_assert_eq!(scale.is_beyond(actual.unwrap_or(baseline)), actual.is_some_and(|level| level / scale.end > MOST));
        }
    }

    #[test]
    fn an_ambition_says_what_the_numbers_say(baseline in 0u32..5000, target in 0u32..5000, decimals in 0u8..2) {
        let scale = 10f64.powi(decimals.into());
        let [from, to] = [baseline, target].map(|level| f64::from(level) / scale);
        for kind in [KpiKind::Raise, KpiKind::Unstated, KpiKind::Cumulative, KpiKind::Percentage] {
            let told = ambition(&Kpi { decimals, ..kpi(kind, from, to, 2023) });
            match told {
                Ambition::Times(ratio, digits) => {
                    prop_assert!(matches!(kind, KpiKind::Raise | KpiKind::Unstated) && ratio != 1.0 && ratio > 0.0);
                    prop_assert!((ratio * from - to).abs() <= from * 0.5001 * 10f64.powi(-i32::from(digits)));
                }
                Ambition::Points(change) | Ambition::Change(change) => {
                    prop_assert!((from + change - to).abs() < 1e-9);
                    prop_assert_eq!(matches!(told, Ambition::Points(_)), kind == KpiKind::Percentage);
                }
                Ambition::Hold => prop_assert!(false, "only what maintains is held"),
            }
        }
    }

    #[test]
    fn a_fiscal_year_starts_in_april(year in 1u16..=u16::MAX, month in 1u8..=12) {
        prop_assert_eq!(fiscal_year(year, month), if [1, 2, 3].contains(&month) { year - 1 } else { year });
        let clamped = SPAN.clamp(year);
        prop_assert!(SPAN.years().any(|known| known == clamped) && SPAN.clamp(clamped) == clamped);
        prop_assert!(SPAN.years().all(|known| year.abs_diff(clamped) <= year.abs_diff(known)));
    }
}

#[test]
fn corners_of_the_quotient() {
    assert_eq!(
        [0.0, 0.89, 0.9, 1.0, 1.1, 1.11].map(side),
        [Side::Below, Side::Below, Side::Near, Side::Near, Side::Near, Side::Above]
    );
    assert_eq!((spread(&[]), rank(&[], 0), order(&[], true)), (None, None, vec![]));
    assert!(!is_split(&[]) && !is_split(&[0.9, 1.1]) && is_split(&[0.89, 1.11]));
}

#[test]
fn numbers_no_table_should_hold() {
    // Infinity lies within `0.0..=total`.
    assert_eq!(from_counts(f64::INFINITY, f64::INFINITY, 1.0, 2.0), None);
}

#[test]
fn a_status_for_every_kind_of_kpi() {
    use KpiKind::{Cumulative, Maintain, Percentage, Raise};
    use Status::{Achieved, Behind, BelowFloor, Held, NoReading, OnPace};
    // Kind, baseline's year, baseline, target; reading's year and level; chosen year, status.
    let cases = [
        ((Raise, 2023, 10.0, 30.0), (2025, 14.0), (2025, OnPace)),
        ((Raise, 2023, 10.0, 30.0), (2025, 99.0), (2025, Achieved)),
        ((Raise, 2023, 10.0, 30.0), (2023, 99.0), (2025, NoReading)),
        ((Raise, 2023, 10.0, 30.0), (2026, 99.0), (2025, NoReading)),
        ((Raise, 2023, 10.0, 30.0), (2036, 30.0), (2033, Achieved)),
        ((Raise, 2023, 10.0, 30.0), (2036, 30.0), (2032, NoReading)),
        ((Raise, 2020, 1175.0, 1669.0), (2022, 1251.0), (2024, OnPace)),
        ((Raise, 2023, 100.0, 50.0), (2028, 75.0), (2028, OnPace)),
        ((Raise, 2023, 100.0, 50.0), (2028, 76.0), (2028, Behind)),
        ((Cumulative, 2023, 0.0, 3.0), (2024, 1.0), (2024, OnPace)),
        ((Maintain, 2023, 80.0, 80.0), (2024, 79.9), (2024, BelowFloor)),
        ((Maintain, 2023, 80.0, 80.0), (2024, 80.0), (2033, Held)),
        ((Percentage, 2023, 8.4, 8.8), (2025, 8.5), (2025, OnPace)),
        // Half way from 8.4 to 8.8 is 8.6, in binary as well.
        ((Percentage, 2023, 8.4, 8.8), (2028, 8.6), (2028, OnPace)),
    ];
    for ((kind, base_year, baseline, target), (at, level), (year, expected)) in cases {
        let kpi = kpi(kind, baseline, target, base_year);
        let reading = Reading::of(&kpi, &[actual(&kpi, at, true, level)], SPAN, (year, false));
        assert_eq!(reading.status, expected, "{kind:?} {at} {level}");
        let actual = (expected != NoReading).then_some(level);
        assert_eq!((reading.actual, reading.level()), (actual, actual.unwrap_or(baseline)));
    }
}

#[test]
fn whole_things_have_a_whole_pace_and_a_handful_has_none() {
    let whole = |baseline, target| Kpi { decimals: 0, ..kpi(KpiKind::Raise, baseline, target, 2023) };
    for (year, pace_of_a_student) in [(2024, 465.0), (2028, 469.0), (2033, 474.0)] {
        assert_eq!(pace::pace(&whole(464.0, 474.0), SPAN, year), pace_of_a_student);
        assert_eq!(pace::pace(&whole(10.0, 13.0), SPAN, year).fract(), 0.0);
    }
    assert!(pace::has_pace(&whole(9.0, 10.0)) && !pace::has_pace(&whole(0.0, 9.0)));
    assert!(!pace::has_pace(&whole(9.0, 3.0)) && !pace::has_pace(&kpi(KpiKind::Maintain, 80.0, 80.0, 2023)));
    // Tenths and per cents are no handful of things.
    assert!(pace::has_pace(&kpi(KpiKind::Raise, 0.9, 0.8, 2023)));
    let share = Kpi { decimals: 0, ..kpi(KpiKind::Percentage, 3.0, 5.0, 2023) };
    assert!(pace::has_pace(&share));
    let few = whole(0.0, 3.0);
    for (level, status) in [(0.0, Status::NotReached), (2.0, Status::NotReached), (3.0, Status::Achieved)] {
        assert_eq!(pace::status(&few, &[actual(&few, 2025, true, level)], SPAN, 2026), status);
    }
}

#[test]
fn a_pace_is_marked_beside_a_reading_or_in_a_chosen_year() {
    let few = Kpi { decimals: 0, ..kpi(KpiKind::Cumulative, 0.0, 3.0, 2023) };
    for (kpi, has_pace) in
        [(kpi(KpiKind::Raise, 10.0, 30.0, 2023), true), (kpi(KpiKind::Maintain, 80.0, 80.0, 2023), false), (few, false)]
    {
        for (is_read, is_chosen) in [(false, false), (false, true), (true, false), (true, true)] {
            let actuals = if is_read { vec![actual(&kpi, 2025, true, 2.0)] } else { vec![] };
            let reading = Reading::of(&kpi, &actuals, SPAN, (2026, is_chosen));
            assert_eq!(reading.is_pace_marked, has_pace && (is_read || is_chosen), "{:?}", kpi.kind);
        }
    }
}

#[test]
fn the_latest_reading_counts_in_whatever_order_the_rows_stand() {
    let kpi = kpi(KpiKind::Raise, 0.0, 100.0, 2023);
    let mut rows: Vec<Actual> = [2026, 2019, 2023, 2025].map(|y| actual(&kpi, y, true, f64::from(y))).into();
    let latest = |rows: &[Actual]| pace::reading(&kpi, rows, SPAN, 2030).unwrap().value;
    assert_eq!((latest(&rows), pace::reading(&kpi, &rows, SPAN, 2024)), (2026.0, None));
    // 2026年 ends before 2026年度 does.
    rows.push(actual(&kpi, 2026, false, 7.0));
    let forwards = latest(&rows);
    rows.reverse();
    assert_eq!((forwards, latest(&rows)), (2026.0, 2026.0));
}

fn nodes(data: &Dataset) -> Vec<NodeCode> {
    let strategies = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let factors = data.swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let issues = data.swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone()));
    factors.chain(strategies.map(|s| NodeCode::Strategy(s.code))).chain(issues).collect()
}

#[test]
fn what_reaches_is_reached() {
    let data = library().dataset;
    let nodes = nodes(&data);
    for a in &nodes {
        let from_a = reach(&data.links, a);
        assert!(from_a.nodes.contains(a) && from_a.nodes.iter().all(|node| exists(&data.swot, node)));
        let ends = || from_a.steps.iter().flat_map(|step| [&step.from, &step.to]);
        assert!(ends().all(|end| from_a.nodes.contains(end)));
        assert!(from_a.measures.iter().all(|(_, measure, _)| data.outline.measure(measure).is_some()));
        assert!(from_a.factors().count() >= 1 && from_a.strategies().count() >= 1, "{a}");
        assert!(from_a.issues().count() >= 1 && !from_a.measures.is_empty(), "{a}");
        for b in nodes.iter().filter(|b| *b != a) {
            let is_same_kind = std::mem::discriminant(a) == std::mem::discriminant(b);
            assert_eq!(from_a.nodes.contains(b), reach(&data.links, b).nodes.contains(a), "{a} and {b}");
            assert!(!(from_a.nodes.contains(b) && is_same_kind), "{a} lights its neighbour {b}");
        }
    }
}

#[test]
fn measures_stand_in_their_own_order() {
    let data = library().dataset;
    for node in nodes(&data) {
        let measures = reach(&data.links, &node).measures;
        assert!(measures.is_sorted_by_key(|(_, measure, _)| *measure), "{node}: {measures:?}");
    }
}

#[test]
fn the_crosswalk_joins_printed_cells() {
    let data = library().dataset;
    let cell = |base, industry: &IndustryId, column: usize| {
        let table = data.lq.table(base).unwrap();
        table.rows.iter().find(|row| row.industry == *industry).unwrap().value(column).unwrap()
    };
    for (column, city) in data.lq.cities.iter().enumerate() {
        let pairs = crosswalk::pairs(&data.lq, &data.links, column);
        assert_eq!(pairs.len(), 15);
        for pair in &pairs {
            assert_eq!(pair.output.1, cell(Base::Output, pair.output.0, column));
            assert_eq!(pair.employees.1, cell(Base::Employees, pair.employees.0, column));
        }
        for split in insight::splits(&data.lq, &data.links, &city.id) {
            assert!(split.is_exact && (split.output.1 - 1.0) * (split.employees.1 - 1.0) < 0.0);
        }
    }
    assert!(crosswalk::pairs(&data.lq, &data.links, 7).is_empty());
    let mut rows = data.lq.tables.iter().flat_map(|table| &table.rows);
    assert!(rows.all(|row| crosswalk::entry(&data.links, Base::Establishments, &row.industry).is_none()));
}
