//! Rows of dots: where a few cities stand, what is said beside them, and in which order their rows are.

use crate::common::{library, source};

use proptest::prelude::*;
use shigoto_widgets::data::quotient::Quotient;
use shigoto_widgets::figure::axis::{Axis as _, OF_CITIES};
use shigoto_widgets::figure::lq_dots::{BEYOND_PX, DotPlot, DotRow, Layout};
use shigoto_widgets::figure::theme::{LIGHT, Theme};
use shigoto_widgets::figure::words::{Side, Word};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::beside;
use shigoto_widgets::model::location_quotient::{RowMark, ends, published};
use shigoto_widgets::picture::Look;
use shigoto_widgets::takeaway::Takeaway as _;
use shigoto_widgets::widget::Widget as _;
use shigoto_widgets::widget::lq::{Action, Sort, State, View};

const THEME: Theme = Theme { palette: LIGHT, scale: 2.0 };

/// A layout of rows between two places, 80 px high each.
fn layout((left, right): (f64, f64), rows: &[Vec<Option<f64>>], chosen: usize) -> Layout {
    let row = |(index, row): (usize, &Vec<Option<f64>>)| DotRow {
        y: 40.0 + 80.0 * index as f64,
        quotients: row.iter().copied().map(Quotient::from).collect(),
    };
    let rows = rows.iter().enumerate().map(row).collect();
    Layout::new(DotPlot { left, right, rows, chosen: Some(chosen) }, &THEME)
}

/// The state in which dots are shown.
fn dots() -> State {
    let mut state = State::loaded(&library().dataset, 2026);
    state.update(Action::View(View::Dots));
    state
}

#[test]
fn four_values_of_five_have_half_of_the_width() {
    let data = library().dataset;
    for width in [248.0, 284.0, 340.0, 755.0, 1200.0] {
        let layout = layout((0.0, width), &[], 0);
        let (half, twice) = (layout.axis.at(0.5), layout.axis.at(2.0));
        assert!((twice - half) / width >= 0.5 - 1.0 / width, "{half} to {twice} of {width}");
        for table in &data.lq.tables {
            let all: Vec<f64> = table.rows.iter().flat_map(|row| published(&row.values)).map(|(_, own)| own).collect();
            let inside = all.iter().filter(|own| (half..=twice).contains(&layout.axis.at(own.max(0.01)))).count();
            assert!(inside * 5 >= all.len() * 4, "{:?}: {inside} of {}", table.base, all.len());
        }
    }
}

#[test]
fn what_lies_beyond_the_axis_is_stacked_at_its_end_and_said() {
    let data = library().dataset;
    // Fishery by output, as printed.
    let row = [1.2, 0.0, 9.44, 0.03, 0.03, 0.01, 0.02].map(Some).to_vec();
    let layout = layout((100.0, 900.0), &[row, vec![Some(0.19), Some(1.0)]], 0);
    let words = layout.row_words(&THEME, |_| Some(60.0));
    let said = |is_named| words.iter().map(|word| beside::word(&data.lq, word.says, is_named)).collect::<Vec<_>>();
    assert_eq!(said(true), ["◂ 弘前市 0–0.03", "八戸市 9.44 ▸", "◂ 青森市 0.19", "弘前市"]);
    assert_eq!(said(false), ["◂ 0–0.03", "9.44 ▸", "◂ 0.19", "弘前市"]);
    let at = |column: usize| (0..1000).find_map(|x| layout.under(0, f64::from(x)).filter(|(own, _)| *own == column));
    let [zero, least, most, giant] = [1, 5, 3, 2].map(|column| at(column).unwrap().1);
    assert!(
        zero < least && least < most && most < layout.axis.ends.0,
        "farther out, the smaller: {zero} {least} {most}"
    );
    assert!(giant > layout.axis.ends.1);
    assert_eq!(at(0).unwrap().1, layout.axis.at(1.2));
}

#[test]
fn a_finger_finds_the_nearest_dot_of_its_row() {
    let rows = [vec![Some(0.5), Some(4.0), None], vec![Some(1.0), Some(1.0), Some(0.0)], vec![None; 3]];
    for chosen in [0, 1] {
        let layout = layout((0.0, 800.0), &rows, chosen);
        let at = |quotient| layout.axis.at(quotient);
        assert_eq!(layout.under(0, at(0.6)), Some((0, at(0.5))));
        assert_eq!([at(3.0), 850.0].map(|x| layout.under(0, x)), [Some((1, at(4.0))); 2]);
        assert_eq!(layout.under(1, at(1.1)), Some((chosen, at(1.0))), "the chosen city's dot lies on top");
        assert_eq!(layout.under(1, -20.0).map(|(column, _)| column), Some(2), "zero has a place");
        assert_eq!([2, 3].map(|row| layout.under(row, at(1.0))), [None, None]);
    }
}

/// From where to where a word reaches.
fn extent(word: &Word<RowMark>, width: f64) -> (f64, f64) {
    let gap = THEME.px(10.0);
    match word.side {
        Side::Left => (word.at.x - gap - width, word.at.x - gap),
        Side::Right => (word.at.x + gap, word.at.x + gap + width),
        Side::AboveStart => (word.at.x, word.at.x + width),
        _ => (word.at.x - width, word.at.x),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn every_published_city_has_its_dot_and_no_name_leaves_the_strip(
        row in prop::collection::vec(
            prop::option::of(prop_oneof![Just(0.0), Just(1.0), 0.0..0.3f64, 0.5..2.0f64, 3.5..30.0f64]), 0..9),
        width in 200.0..2000.0f64,
    ) {
        let (left, right) = (100.0, 100.0 + width);
        let layout = layout((left, right), std::slice::from_ref(&row), 0);
        let beyond = THEME.px(BEYOND_PX);
        for (column, own) in row.iter().enumerate().filter_map(|(column, own)| Some((column, (*own)?))) {
            let (low, high) = OF_CITIES;
            let expected = if own < low { left - beyond..left } else if own > high { right..right + beyond }
                else { layout.axis.at(own) - 1e-6..layout.axis.at(own) + 1e-6 };
            // Whatever place of the expected part is asked for, a dot of it is the answer.
            let middle = f64::midpoint(expected.start, expected.end);
            let (found, x) = layout.under(0, middle).unwrap();
            let same = row[found].unwrap();
            prop_assert!(expected.contains(&x), "{own} of {column} at {x}, not in {expected:?}");
            prop_assert!((same < low) == (own < low) && (same > high) == (own > high));
        }
        let quotients: Vec<Quotient> = row.iter().copied().map(Quotient::from).collect();
        let (least, most) = ends(&quotients);
        for word in layout.row_words(&THEME, |_| Some(80.0)) {
            match word.says {
                RowMark::City(city) => {
                    let (from, to) = extent(&word, 80.0);
                    prop_assert!(left <= from && to <= right, "{from} to {to}");
                    prop_assert_eq!(Some(city), if word.side == Side::Left { least } else { most });
                }
                RowMark::Stack { least, most, is_low, .. } => {
                    let is_beyond = if is_low { most < OF_CITIES.0 } else { least > OF_CITIES.1 };
                    prop_assert!(least <= most && is_beyond);
                }
            }
        }
        prop_assert!(layout.row_words(&THEME, |_| Some(width + 1.0)).iter().all(|word| !matches!(word.says, RowMark::City(_))));
    }
}

#[test]
fn rows_are_sorted_by_the_chosen_city_unless_another_order_is_asked_for() {
    let data = library().dataset;
    let table = data.lq.table(Base::Output).unwrap();
    let values = |state: &State, column: usize| -> Vec<f64> {
        state.row_order(&data.lq, table).iter().map(|row| table.rows[*row].value(column).unwrap()).collect()
    };
    let mut state = dots();
    for (column, city) in data.lq.cities.iter().enumerate() {
        state.update(Action::City(city.id.clone()));
        assert!(values(&state, column).is_sorted_by(|a, b| a >= b), "{}", city.name);
    }
    state.update(Action::SortBy(data.lq.cities[0].id.clone()));
    assert!(values(&state, 0).is_sorted_by(|a, b| a >= b));
    assert_eq!(state.order(&data.lq), Some(Sort { city: data.lq.cities[0].id.clone(), is_descending: true }));
    state.update(Action::Group);
    assert_eq!(state.order(&data.lq), None, "by sector");
    state.update(Action::Group);
    state.update(Action::View(View::Table));
    assert_eq!(state.row_order(&data.lq, table), (0..table.rows.len()).collect::<Vec<_>>(), "a table as printed");
}

/// The city's data with other quotients, of so many cities and industries.
fn quotients(
    cities: usize,
    industries: usize,
    value: impl Fn(usize, usize) -> Option<f64>,
) -> shigoto_widgets::data::Dataset {
    let mut data = library().dataset;
    data.lq.cities.truncate(cities);
    for table in &mut data.lq.tables {
        table.rows.truncate(industries);
        for (row, line) in table.rows.iter_mut().enumerate() {
            line.values = (0..cities).map(|column| value(row, column).into()).collect();
        }
    }
    data
}

#[test]
fn a_picture_stands_whatever_the_quotients_are() {
    type Values<'a> = &'a dyn Fn(usize, usize) -> Option<f64>;
    let cases: [(&str, usize, usize, Values<'_>); 6] = [
        ("one city", 1, 18, &|row, _| Some(row as f64 / 4.0)),
        ("one industry", 7, 1, &|_, column| Some(column as f64)),
        ("all about 1", 7, 18, &|row, column| Some(0.95 + (row + column) as f64 / 500.0)),
        ("ties", 7, 18, &|_, _| Some(1.2)),
        ("zeros", 7, 18, &|_, _| Some(0.0)),
        ("nothing published", 7, 18, &|_, _| None),
    ];
    for (name, cities, industries, value) in cases {
        let data = quotients(cities, industries, value);
        let svg = dots().svg(&data, &Look::published(source())).unwrap();
        let dots: usize = svg.matches("<circle").count();
        let published = (0..industries).flat_map(|row| (0..cities).map(move |column| (row, column)));
        let published = published.filter(|(row, column)| value(*row, *column).is_some()).count();
        assert_eq!(dots, published * 2, "{name}: each dot with the ground behind it");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{name}");
        assert_eq!(svg.contains(">◂ 0</text>"), name == "zeros" || name == "one city", "{name}");
    }
}
