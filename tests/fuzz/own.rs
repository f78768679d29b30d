//! A reader's own file: taken whole or refused with reasons; what is taken can be shown, packed, published and read again.

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use shigoto_widgets::data::library::{CITY, Library};
use shigoto_widgets::data::packed::{pack, unpack};
use shigoto_widgets::data::provenance::Origin;
use shigoto_widgets::data::seen::Seen;
use shigoto_widgets::data::{Dataset, own};
use shigoto_widgets::locale::Languages;
use shigoto_widgets::model::fiscal::Day;
use shigoto_widgets::picture::Look;
use shigoto_widgets::publish::{folder, open_data, shown};
use shigoto_widgets::takeaway::{Occasion, table};
use shigoto_widgets::widget::Kind;

use crate::fault;

/// The repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| folder::load(Path::new(ROOT), &Path::new(ROOT).join(CITY)).unwrap());

static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| Languages::new(LIBRARY.languages.clone()).unwrap());

/// The published CSV files.
pub fn published() -> Vec<Vec<u8>> {
    open_data::all(&LIBRARY.dataset).into_iter().map(|(_, text)| text.into_bytes()).collect()
}

/// Whether the file was taken.
pub fn body(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let before = &LIBRARY.dataset;
    match own::read("own", &text, before) {
        Ok(dataset) => {
            check_taken(dataset, bytes.len());
            true
        }
        Err(faults) => {
            assert!(!faults.is_empty() && faults.len() <= 51, "{} faults", faults.len());
            for one in &faults {
                fault::check(one, &text);
            }

            false
        }
    }
}

fn check_taken(dataset: Dataset, length: usize) {
    let before = &LIBRARY.dataset;
    if dataset.origin.seen.kpi.is_some() {
        return check_list(&dataset, length);
    }
    // One part is the reader's, and the others are still ours.
    let Origin { lq, kpi, swot, actuals, .. } = &dataset.origin;
    let places = [lq, kpi, swot, actuals].map(Option::is_some);
    let index = places.iter().position(|is_own| *is_own).expect("it is told what is the reader's");
    assert_eq!(places.iter().filter(|is_own| **is_own).count(), 1);
    assert!(index == 0 || dataset.lq == before.lq, "lq");
    assert!(index == 1 || dataset.kpi == before.kpi, "kpi");
    assert!(index == 2 || dataset.swot == before.swot, "swot");
    // What was recognised is told beside the data, and in no pack.
    let mut bare = dataset.clone();
    bare.origin.seen = Seen::default();
    let packed = pack(&dataset);
    assert!(has_separator(&bare) || unpack::<Dataset>(&packed).as_ref() == Ok(&bare), "not unpacked as packed");
    let is_shown = length.is_multiple_of(8);
    let library = Library { dataset, ..LIBRARY.clone() };
    if is_shown {
        for kind in Kind::ALL {
            assert!(shown::shadow(&library.dataset, LANGUAGES.source(), kind, 2024).contains("</"), "no markup");
        }
    }
    let name = ["lq.csv", "kpi.csv", "swot.csv", "kpi_actuals.csv"][index];
    let published = |data: &Dataset| open_data::all(data).into_iter().find(|(file, _)| *file == name).unwrap().1;
    let text = published(&library.dataset);
    match own::read("own", &text, &library.dataset) {
        Ok(again) => {
            assert_eq!(text, published(&again), "{name} is another when read again");
        }
        Err(faults) => panic!("{name} as published is refused: {}", faults[0]),
    }
}

/// A list of KPIs of any plan: all that it holds is finite, of its own sections and shown, and its table is such a list again.
fn check_list(dataset: &Dataset, length: usize) {
    let before = &LIBRARY.dataset;
    assert!(dataset.lq == before.lq && dataset.swot == before.swot, "other parts");
    let seen = dataset.origin.seen.kpi.as_ref().unwrap();
    assert!(!dataset.kpi.kpis.is_empty() || !seen.worded.is_empty(), "nothing in it");
    for kpi in &dataset.kpi.kpis {
        assert!(kpi.baseline.value.is_finite() && kpi.target.value.is_finite() && kpi.decimals <= 6, "{kpi:?}");
        let is_home = |id: u8| dataset.outline.pillars.iter().any(|pillar| pillar.id == id);
        assert!(kpi.home().is_none_or(|home| is_home(home.pillar())), "{kpi:?}");
    }
    let ids: HashSet<_> = dataset.kpi.kpis.iter().map(|kpi| &kpi.id).collect();
    assert_eq!(ids.len(), dataset.kpi.kpis.len(), "ids");
    assert!(dataset.actuals.iter().all(|actual| ids.contains(&actual.id)), "a reading of no KPI");
    if !length.is_multiple_of(4) {
        return;
    }
    for year in [1999, 2026, 2199] {
        assert!(shown::shadow(dataset, LANGUAGES.source(), Kind::Kpi, year).contains("</"), "no markup");
    }
    let state = (Kind::Kpi.offer().state)(dataset, 2026);
    let day = Day { year: 2026, month: 11, day: 30 };
    let sheet = table(&*state, dataset, LANGUAGES.source(), Occasion { day, link: "https://example.jp/" }).csv();
    assert!(state.svg(dataset, &Look::published(LANGUAGES.source())).unwrap().contains("</svg>"), "no picture");
    match own::read("own", &sheet, before) {
        Ok(again) => {
            let values = |data: &Dataset| -> Vec<_> {
                data.kpi.kpis.iter().map(|kpi| (kpi.baseline.value, kpi.target.value)).collect()
            };
            assert_eq!(values(&again), values(dataset), "the sheet is another list when read again: {sheet}");
        }
        Err(faults) => panic!("the sheet is refused: {}: {sheet}", faults[0]),
    }
}

/// A text that holds what stands between packed values; there is a space in its place then.
fn has_separator(dataset: &Dataset) -> bool {
    format!("{dataset:?}").contains("\\t")
}
