//! Very many cities: how they are ranked, found and kept on top, and that a file may say where they lie.

use crate::common::library;
use std::fmt::Write as _;

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::lq::LqData;
use shigoto_widgets::data::own;
use shigoto_widgets::widget::Widget as _;
use shigoto_widgets::widget::lq::{Action, State};
use shigoto_widgets::widget::lq_many::{By, MANY, Ranking, Selection, is_many, prefectures};

fn ours() -> Dataset {
    library().dataset
}

/// `count` cities of three prefectures; those of the last have the names of the first's.
fn many(count: usize) -> LqData {
    let mut csv = "base,industry,city,lq,prefecture\n".to_owned();
    for (industry, factor) in [("農業", 7), ("漁業", 13)] {
        for city in 0..count {
            let (third, value) = (city * 3 / count, (city * factor) % 50);
            let name = if third == 2 { city - count * 2 / 3 } else { city };
            writeln!(csv, "output,{industry},架空{name:03}市,{value}.5,架空{third}県").unwrap();
        }
    }
    own::read("many.csv", &csv, &ours()).unwrap_or_else(|faults| panic!("{faults:#?}")).lq
}

#[test]
fn cities_of_one_name_in_two_prefectures_are_two() {
    let data = many(60);
    assert_eq!(data.cities.len(), 60);
    assert_eq!(prefectures(&data), ["架空0県", "架空1県", "架空2県"]);
    assert_eq!(data.cities[0].name, data.cities[40].name);
    assert_ne!(data.cities[0].id, data.cities[40].id);
    assert!(own::read("x.csv", "base,industry,city,lq,prefecture\noutput,農業,架空市,1.0,\n", &ours()).is_err());
}

#[test]
fn from_how_many_on() {
    assert!(!is_many(&ours().lq) && !is_many(&many(MANY)) && is_many(&many(MANY + 1)));
}

#[test]
fn a_heading_ranks_then_reverses_then_lets_go() {
    let (data, by) = (many(30), By::Industry("農業".parse().unwrap()));
    let whole = Dataset { lq: data.clone(), ..ours() };
    let mut state = State::new(&data);
    let sort = |state: &State| state.attributes().into_iter().find(|(name, _)| *name == "sort").unwrap().1;
    for (by, texts) in [(by, ["農業:desc", "農業:asc", ""]), (By::Name, ["name:asc", "name:desc", ""])] {
        for text in texts {
            assert!(state.update(Action::Rank(by.clone())).is_state());
            assert_eq!(sort(&state), text);
            if !text.is_empty() {
                assert_eq!(Ranking::read(&data, text), state.ranking);
            }
        }
    }
    for (value, is_fault) in [("漁業:asc", false), ("林業:asc", true), ("漁業", true), ("name:up", true)] {
        let taken = state.set_attribute(&whole, "sort", Some(value));
        assert_eq!(taken.fault.is_some(), is_fault, "{value}");
    }
    let city = format!("{}:desc", data.cities[3].id);
    assert!(state.set_attribute(&whole, "sort", Some(&city)).fault.is_none());
    assert!(state.ranking.is_none() && sort(&state) == city);
    state.update(Action::Rank(By::Name));
    assert_eq!(sort(&state), "name:asc", "one order at a time");
    // With few cities an industry's name is no mistake, and has no effect.
    let few = ours().lq;
    let mut state = State::new(&few);
    assert!(state.set_attribute(&ours(), "sort", Some("農業:desc")).fault.is_none() && sort(&state).is_empty());
}

#[test]
fn what_is_typed_and_chosen_holds_together() {
    let data = many(90);
    let (state, table) = (State::new(&data), &data.tables[0]);
    let found = |selection: &Selection| selection.rows(&data, table, state.ranking.as_ref());
    let mut selection = Selection { query: " 架空00 ".to_owned(), ..Selection::default() };
    assert_eq!(found(&selection).len(), 20, "of the first prefecture, and their namesakes");
    selection.prefecture = Some("架空2県".to_owned());
    assert_eq!(found(&selection), (60..70).collect::<Vec<_>>());
    selection.query = "1県".to_owned();
    assert!(found(&selection).is_empty());
}

#[test]
fn the_chosen_city_is_on_top_and_four_more() {
    let data = many(30);
    let state = State::new(&data);
    let mut selection = Selection::default();
    for index in [0, 5, 6, 7, 8] {
        selection.pin(&data.cities[index].id);
    }
    assert_eq!(selection.top(&data, &state.city), [0, 5, 6, 7, 8]);
    selection.pin(&data.cities[6].id);
    assert_eq!(selection.top(&data, &state.city), [0, 5, 7, 8]);
}

proptest! {
    #[test]
    fn ranks_are_in_order_and_ties_as_in_the_file(count in 25_usize..200, is_descending in any::<bool>()) {
        let data = many(count);
        let table = &data.tables[0];
        let mut state = State::new(&data);
        state.ranking = Some(Ranking { by: By::Industry("漁業".parse().unwrap()), is_descending });
        let rows = Selection::default().rows(&data, table, state.ranking.as_ref());
        prop_assert_eq!(rows.len(), count);
        for pair in rows.windows(2) {
            let (a, b) = (table.rows[1].value(pair[0]).unwrap(), table.rows[1].value(pair[1]).unwrap());
            let is_in_order = if is_descending { a >= b } else { a <= b };
            prop_assert!(is_in_order);
            prop_assert!((a - b).abs() > 0.0 || pair[0] < pair[1]);
        }
    }
}
