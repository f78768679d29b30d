//! What every widget says of itself holds together: these tests walk the registry and know no widget by name.

use crate::common::{library, source};
use std::collections::BTreeSet;

use shigoto_widgets::data::library::EDITIONS;
use shigoto_widgets::data::own;
use shigoto_widgets::locale::Key;
use shigoto_widgets::markup::notice::files_of;
use shigoto_widgets::markup::plain::Plain;
use shigoto_widgets::markup::{Style, api, snippet};
use shigoto_widgets::model::scenes::Fact;
use shigoto_widgets::publish::figures;
use shigoto_widgets::publish::shown::{context, shadow};
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::kiosk::staging::stage;

/// Any fiscal year of the plan.
const YEAR: u16 = 2026;

#[test]
fn names_and_words_tell_widgets_apart() {
    let word = |key: fn(Kind) -> Key| Kind::ALL.map(|kind| source().text(key(kind)));
    let words = [word(|kind| kind.face().title), word(|kind| kind.face().button), word(|kind| kind.face().question)];
    for names in [Kind::ALL.map(Kind::name), Kind::ALL.map(|kind| kind.offer().noun)].into_iter().chain(words) {
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), Kind::ALL.len(), "{names:?}");
    }
    assert!(Kind::ALL.into_iter().all(|kind| Kind::from_name(kind.name()) == Some(kind)));
}

#[test]
fn every_table_offered_is_a_file_that_its_widget_shows() {
    let data = library().dataset;
    for kind in Kind::ALL {
        for table in kind.offer().tables {
            let shown = own::read(table.file, &(table.csv)(&data), &data);
            let shown = shown.unwrap_or_else(|faults| panic!("{}: {faults:#?}", table.file));
            for other in Kind::ALL {
                let expected: &[&str] = if other == kind { &[table.file] } else { &[] };
                assert_eq!(files_of(other, &shown.origin), expected, "{} as {}", table.file, other.name());
            }
        }
    }
}

#[test]
fn every_picture_is_a_state_of_its_widget_and_has_a_file_of_its_own() {
    let data = library().dataset;
    let mut files = BTreeSet::new();
    for kind in Kind::ALL {
        let pictures = figures::of(kind, &data);
        assert!(pictures.first().is_some_and(|first| first.is_in_guide), "{}: the guide shows none", kind.name());
        for picture in pictures {
            let mut state = (kind.offer().state)(&data, YEAR);
            for (name, value) in &picture.attributes {
                assert_eq!(state.set_attribute(&data, name, Some(value)).fault, None, "{}", picture.file);
                assert!(state.attributes().contains(&(name, value.clone())), "{}: {name}={value}", picture.file);
            }
            assert!(!state.says(&data, source()).is_empty(), "{}", picture.file);
            assert!(files.insert(picture.file.clone()), "{} stands twice", picture.file);
        }
    }
}

#[test]
fn every_scene_is_told_and_shown_by_the_same_widget() {
    let data = library().dataset;
    for kind in Kind::ALL {
        for fact in (kind.face().facts)(&data) {
            assert_eq!(stage(&data, &fact).widget, kind, "{}", fact.name());
            assert!(Fact::NAMES.contains(&fact.name()), "{} has no turn in the loop", fact.name());
        }
    }
}

#[test]
fn every_example_part_and_choice_exists() {
    for element in api::elements(&library().dataset) {
        let (tag, offer) = (element.tag(), element.kind.offer());
        assert_eq!(snippet::example(&element).is_some(), offer.example.is_some(), "{tag}: no such example");
        assert!(offer.example.is_some() || element.own.iter().all(|own| own.listed().is_empty()), "{tag}: no example");
        let has = |name: &str| element.own.iter().any(|attribute| attribute.name == name);
        assert!(offer.part.is_none_or(has), "{tag}: {:?} chooses among pages and is no attribute", offer.part);
        for part in offer.parts {
            assert!(api::PARTS.iter().any(|(name, _)| name == part), "{tag}: nobody says what part {part} is");
        }
    }
}

#[test]
fn the_trees_that_scripts_fetch_are_of_the_form_that_their_policy_lets_pass() {
    let library = library();
    for kind in Kind::ALL {
        let tree = shadow(&library.dataset, source(), kind, YEAR);
        // `www/policy.js`: tags that close themselves, styles and what loads something are refused with all around them.
        for refused in ["/>", "<style", "<link", "<script", " style=\""] {
            assert!(!tree.contains(refused), "{}: {refused}", kind.name());
        }
    }
}

#[test]
fn every_widget_has_plain_html_whole_and_in_the_parts_of_its_attribute() {
    let library = library();
    let context = context(&library.dataset, source(), Style::Brought, None, YEAR);
    let plain = Plain { context, strategy: &library.strategy, texts: &library.guides[0].plain };
    for kind in Kind::ALL {
        let pages = (kind.offer().plain)(&plain);
        let (whole, parts): (Vec<_>, Vec<_>) = pages.iter().partition(|page| page.part.is_none());
        assert_eq!((whole.len(), parts.is_empty()), (1, kind.offer().part.is_none()), "{}", kind.name());
        for part in parts.iter().filter_map(|page| page.part.as_deref()) {
            let mut state = (kind.offer().state)(&library.dataset, YEAR);
            let name = kind.offer().part.unwrap();
            assert_eq!(state.set_attribute(&library.dataset, name, Some(part)).fault, None, "{name}={part}");
        }
    }
}

#[test]
fn every_file_of_a_city_is_published_as_it_is() {
    let library = library();
    let published: Vec<&str> = library.originals().map(|(file, _)| file).collect();
    for entry in std::fs::read_dir("data/aomori").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        // What the publisher alone is told, folders, and what is published in a form of its own.
        if !["brand.json", EDITIONS].contains(&name) && path.extension().is_some_and(|ending| ending == "json") {
            assert!(published.contains(&name), "{name} is not published");
        }
    }
}
