//! Attributes, a `name=value` a line: what means nothing is told and the default stands in; what is shown can be set again.

use std::fmt::Debug;
use std::path::Path;
use std::sync::LazyLock;

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::library::{CITY, Library};
use shigoto_widgets::id::{Base, CityId, FactorCode, IndustryId, IssueCode, KpiId, MeasureId, NodeCode, StrategyCode};
use shigoto_widgets::locale::Languages;
use shigoto_widgets::publish::folder;
use shigoto_widgets::widget::{Attributes, Dirty, Taken, Widget, kpi, lq, swot};

/// The repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| folder::load(Path::new(ROOT), &Path::new(ROOT).join(CITY)).unwrap());
static DATA: LazyLock<Dataset> = LazyLock::new(|| LIBRARY.dataset.clone());
static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| Languages::new(LIBRARY.languages.clone()).unwrap());

/// The fiscal year of the day.
const TODAY: u16 = 2026;

/// Whether any attribute was understood.
pub fn body(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let pairs: Vec<(&str, Option<&str>)> = text
        .split('\n')
        .map(|line| line.split_once('=').map_or((line, None), |(name, value)| (name, Some(value))))
        .collect();
    for value in pairs.iter().filter_map(|(_, value)| *value) {
        ids(value);
    }
    let taken = [run::<lq::State>(&pairs), run::<kpi::State>(&pairs), run::<swot::State>(&pairs)];
    taken.contains(&true)
}

fn value_of(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone())
}

fn run<S: Widget + Clone + PartialEq + Debug>(pairs: &[(&str, Option<&str>)]) -> bool {
    let (start, mut state, mut is_understood) = (S::loaded(&DATA, TODAY), S::loaded(&DATA, TODAY), false);
    let defaults = start.attributes();
    for (name, value) in pairs {
        let before = state.clone();
        let Taken { dirty, fault } = state.set_attribute(&DATA, name, *value);
        let (old, new) = (before.attributes(), state.attributes());
        let given = value.filter(|value| !value.is_empty());
        for ((own, old), (_, new)) in old.iter().zip(&new) {
            assert!(own == name || old == new, "{name} changed {own}");
        }
        assert_eq!(dirty.is_state(), old != new, "{name}={value:?}: {dirty:?}");
        assert!(state != before || dirty == Dirty::NONE);
        match (value_of(&new, name), fault) {
            (None, fault) => assert!(fault.is_none() && state == before, "{name} is no attribute"),
            (Some(shown), Some(fault)) => {
                assert_eq!((fault.name, Some(fault.value.as_str())), (*name, given));
                assert_eq!(Some(shown), value_of(&defaults, name), "{name}={value:?} is not the default");
                assert!(!fault.allowed.is_empty());
            }
            (Some(shown), None) if given.is_none() => assert_eq!(Some(shown), value_of(&defaults, name)),
            (Some(shown), None) => {
                is_understood = true;
                // Years are clamped; all else is shown as it was given.
                // An industry ranks cities only where they are many; elsewhere it is kept for nobody, but it is not wrong.
                let is_unused = *name == "sort" && shown.is_empty() && given.is_some_and(|text| text.contains(':'));
                assert!(
                    is_unused || *name == "year" || Some(shown.as_str()) == given,
                    "{name}={value:?} is shown as {shown}"
                );
            }
        }
    }
    let mut again = S::loaded(&DATA, TODAY);
    for (name, value) in state.attributes() {
        assert!(
            again.set_attribute(&DATA, name, Some(&value)).fault.is_none(),
            "{name}={value} was shown, and is refused"
        );
    }
    assert_eq!(again.attributes(), state.attributes());
    assert_eq!(again, state, "attributes do not say it all");
    is_understood
}

/// What is read as an id is written as it was read.
fn ids(text: &str) {
    macro_rules! same {
        ($($id:ty),*) => {$(
            if let Ok(id) = text.parse::<$id>() {
                assert_eq!(id.to_string(), text, stringify!($id));
            }
        )*};
    }
    same!(Base, CityId, FactorCode, IndustryId, IssueCode, KpiId, MeasureId, NodeCode, StrategyCode);
    if let Some(lang) = LANGUAGES.find(text) {
        assert_eq!(LANGUAGES.find(lang.tag()), Some(lang));
    }
}
