//! Two cities side by side: rows, counts and sentence agree with the numbers, whatever they are.

use crate::common::{languages, library};

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::lq::{Labels, LqRow};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::compared::{Cities, sentence};
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::locale::{Key, fixed};
use shigoto_widgets::model::comparison::{pairs, tally};
use shigoto_widgets::widget::lq::{Action, State};

fn dataset() -> Dataset {
    library().dataset
}

/// A printed value in hundredths, so that sums in the test are exact.
fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// Where a pair stands: the chosen city over the other; nothing over nothing is as one over one.
fn ratio((own, other): (i64, i64)) -> f64 {
    if own == 0 && other == 0 { 1.0 } else { own as f64 / other as f64 }
}

fn check(data: &Dataset, base: Base, own: usize, other: usize) {
    let table = data.lq.table(base).unwrap();
    let told = pairs(table, own, other, true).unwrap();
    let expected: Vec<((i64, i64), usize)> = (table.rows.iter().enumerate())
        .map(|(index, row)| ((hundredths(row.value(own).unwrap()), hundredths(row.value(other).unwrap())), index))
        .collect();
    let found: Vec<(i64, i64)> = (told.iter())
        .map(|pair| (hundredths(pair.own.published().unwrap()), hundredths(pair.other.published().unwrap())))
        .collect();
    assert_eq!(found.len(), expected.len());
    assert!(found.is_sorted_by(|a, b| ratio(*a) >= ratio(*b) - 1e-9), "{found:?}");
    for pair in &told {
        let heading = |row: &LqRow| {
            if table.labels == Labels::Doubtful { row.presumed.clone() } else { Some(row.industry.clone()) }
        };
        let row = table.rows.iter().find(|row| row.industry == *pair.printed).unwrap();
        assert_eq!(
            (Some(pair.industry), pair.own, pair.other),
            (heading(row).as_ref(), row.values[own], row.values[other])
        );
        let (own, other) = (pair.own.published().unwrap(), pair.other.published().unwrap());
        assert_eq!(pair.ratio(), (own > 0.0 && other > 0.0).then(|| own / other));
    }
    let expected: Vec<(i64, usize)> = expected.iter().map(|((own, other), index)| (own - other, *index)).collect();
    let count = |sign: i64| expected.iter().filter(|(difference, _)| difference.signum() == sign).count();
    let tally = tally(&told);
    assert_eq!([tally.higher, tally.lower, tally.equal], [count(1), count(-1), count(0)]);
    let cities = Cities::find(&data.lq, &data.lq.cities[own].id, &data.lq.cities[other].id).unwrap();
    for lang in languages().all() {
        let data = lang.translated(data);
        let cities = Cities {
            own: (cities.own.0, &data.lq.cities[own].name),
            other: (cities.other.0, &data.lq.cities[other].name),
        };
        let told_text = words(&sentence(lang, &data, data.lq.table(base).unwrap(), cities, true));
        assert!(!told_text.contains(['{', '}']), "{told_text}");
        for number in [table.rows.len(), count(1), count(-1), count(0)] {
            assert!(told_text.contains(&number.to_string()), "{number} in {told_text}");
        }
        let apart = |(own, other): &(i64, i64)| (own * other != 0).then(|| ratio((*own, *other)).ln().abs());
        let most = found.iter().filter_map(apart).fold(0.0, f64::max);
        let is_told = told.iter().zip(&found).any(|(pair, values)| {
            let texts = [pair.own, pair.other].map(|value| fixed(value.published().unwrap(), 2));
            let is_widest = apart(values).is_some_and(|apart| apart > most - 1e-9);
            is_widest
                && told_text.contains(&words(lang.name(pair.industry.as_str())))
                && texts.iter().all(|text| told_text.contains(text))
        });
        assert_eq!(is_told, most > 1e-9, "{told_text}");
    }
}

#[test]
fn every_two_cities_are_told_truly() {
    let data = dataset();
    for base in Base::ALL {
        for (own, other) in
            (0..7).flat_map(|own| (0..7).filter(move |other| *other != own).map(move |other| (own, other)))
        {
            check(&data, base, own, other);
        }
    }
}

#[test]
fn nothing_is_concluded_from_doubtful_headings() {
    let data = dataset();
    let table = data.lq.table(Base::Establishments).unwrap();
    assert_eq!(pairs(table, 0, 1, false), None);
    for lang in languages().all() {
        let data = lang.translated(&data);
        let ids = &data.lq.cities;
        let cities = Cities::find(&data.lq, &ids[0].id, &ids[1].id).unwrap();
        let table = data.lq.table(Base::Establishments).unwrap();
        assert_eq!(sentence(lang, &data, table, cities, false), lang.text(Key::LqDoubtful));
        assert!(sentence(lang, &data, table, cities, true).starts_with(lang.text(Key::LqReread)));
    }
}

#[test]
fn a_city_is_never_compared_with_itself() {
    let lq = dataset().lq;
    let mut state = State::new(&lq);
    for own in &lq.cities {
        state.update(Action::City(own.id.clone()));
        for with in &lq.cities {
            state.update(Action::With(with.id.clone()));
            let other = state.other(&lq).unwrap();
            assert_ne!(*other, own.id);
            assert!(own.id == with.id || *other == with.id);
        }
    }
    let mut alone = lq.clone();
    alone.cities.truncate(1);
    assert_eq!(State::new(&alone).other(&alone), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Ties, zeros and outliers: values from a handful, so that they meet often.
    #[test]
    fn sentences_are_true_of_any_values(values in prop::collection::vec(0usize..6, 18 * 2), base in 0usize..2) {
        const VALUES: [f64; 6] = [0.0, 0.01, 0.99, 1.0, 1.01, 99.99];
        let base = [Base::Output, Base::Establishments][base];
        let mut data = dataset();
        let table = data.lq.tables.iter_mut().find(|table| table.base == base).unwrap();
        for (row, chosen) in table.rows.iter_mut().zip(values.chunks(2)) {
            (row.values[0], row.values[3]) = (VALUES[chosen[0]].into(), VALUES[chosen[1]].into());
        }
        check(&data, base, 0, 3);
    }
}
