//! The key to the heat says each step in words, on the screen and in a picture that is taken home.

use crate::common::{languages, library, source};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::locale::{heat, own};
use shigoto_widgets::model::location_quotient::{HEAT_BORDERS, heat_step};
use shigoto_widgets::picture::Look;
use shigoto_widgets::takeaway::Takeaway as _;
use shigoto_widgets::widget::lq::{Action, Headings, State, View};

/// The decimal numbers in a text.
fn quotients(text: &str) -> Vec<f64> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    runs.filter(|run| run.contains('.')).map(|run| run.parse().unwrap()).collect()
}

#[test]
fn each_step_is_said_by_its_own_borders() {
    for lang in languages().all() {
        let steps = heat::steps(lang).map(|step| words(&step));
        let said = steps.each_ref().map(|step| quotients(step));
        let expected = [&[][..], &[], &[0.9], &[0.9, 1.1], &[1.1], &[1.5], &[]];
        assert_eq!(said, expected, "{steps:?}");
        assert!(steps.iter().all(|step| !step.is_empty() && !step.contains('{')), "{steps:?}");
        let band = words(&own::near_one(lang, &library().dataset));
        assert_eq!(quotients(&band), [0.9, 1.1], "{band}");
    }
    // Half, two thirds as printed, and twice, which have words of their own.
    assert_eq!([HEAT_BORDERS[0], HEAT_BORDERS[1], HEAT_BORDERS[5]], [0.5, 0.67, 2.0]);
    assert_eq!((heat_step(2.0 / 3.0), heat_step(0.68)), (1, 2));
}

#[test]
fn a_picture_of_the_heat_has_the_same_key() {
    for lang in languages().all() {
        let data = lang.translated(&library().dataset);
        let mut state = State::new(&data.lq);
        state.update(Action::View(View::Table));
        let svg = state.svg(&data, &Look::published(lang)).unwrap();
        for step in heat::steps(lang).iter().chain([&heat::compared(lang, &data)]) {
            assert!(svg.contains(&format!(">{}</text>", words(step))), "{step}: {svg}");
        }
    }
}

#[test]
fn doubted_headings_are_marked_in_a_picture_without_heat_and_without_a_key() {
    let data = library().dataset;
    let table = data.lq.table(Base::Establishments).unwrap();
    let mut state = State::new(&data.lq);
    state.update(Action::View(View::Table));
    state.update(Action::Base(Base::Establishments));
    for (headings, is_doubted) in [(Headings::Printed, true), (Headings::Reread, false)] {
        state.update(Action::Headings(headings));
        assert_eq!(state.is_doubted(table), is_doubted);
        let look = Look::published(source());
        let svg = state.svg(&data, &look).unwrap();
        let [coldest, .., hottest] = look.palette.heat.map(|color| format!("#{:06X}", color.0));
        assert_eq!(svg.contains(&coldest) || svg.contains(&hottest), !is_doubted, "{coldest} {hottest}");
        assert_eq!(svg.matches(">?</text>").count(), if is_doubted { table.rows.len() } else { 0 });
        assert_eq!(svg.contains(&heat::compared(source(), &data)), !is_doubted);
    }
}
