//! What tests of several floors share.

#![allow(dead_code, reason = "each program of tests uses a part of it")]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::library::{CITY, Library};
use shigoto_widgets::error::Fault;
use shigoto_widgets::locale::{Lang, Languages};
use shigoto_widgets::markup::{Context, Style};
use shigoto_widgets::publish::folder;

/// The text of a file of the city's, or of the product's under `interface/`.
pub fn file(name: &str) -> String {
    fs::read_to_string(folder::path(Path::new("."), Path::new(CITY), name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The checked data that the repository carries.
pub fn library() -> Library {
    folder::load(Path::new("."), Path::new(CITY)).unwrap()
}

/// The invented town, which shares nothing with the city but the form of its data.
pub fn town() -> Library {
    folder::load(Path::new("."), Path::new("data/fixture")).unwrap()
}

/// The city's data with other bytes in the place of some files; no bytes, no file.
pub fn library_with(changed: &[(&str, Option<&[u8]>)]) -> Result<Library, Vec<Fault>> {
    changed_in(CITY, changed)
}

/// The same of the invented town's.
pub fn town_with(changed: &[(&str, Option<&[u8]>)]) -> Result<Library, Vec<Fault>> {
    changed_in("data/fixture", changed)
}

fn changed_in(place: &str, changed: &[(&str, Option<&[u8]>)]) -> Result<Library, Vec<Fault>> {
    let source = folder::source(Path::new("."), Path::new(place));
    Library::read(&|name| match changed.iter().find(|(file, _)| *file == name) {
        Some((_, bytes)) => bytes.map(<[u8]>::to_vec),
        None => source(name),
    })
}

/// What a widget at work is made from, in a fiscal year.
pub fn at_work(data: &Dataset, lang: Lang, year: u16) -> Context<'_> {
    Context { data, lang, style: Style::Brought, pictures: None, gauge: None, year, is_live: true }
}

/// The languages that the repository carries, read once.
pub fn languages() -> &'static Languages {
    static LANGUAGES: OnceLock<Languages> = OnceLock::new();
    LANGUAGES.get_or_init(|| Languages::new(library().languages).unwrap())
}

/// The language of the data.
pub fn source() -> Lang {
    languages().source()
}

/// The city's data, read once.
pub fn ours() -> Dataset {
    static OURS: OnceLock<Dataset> = OnceLock::new();
    OURS.get_or_init(|| library().dataset).clone()
}

/// The city's data with other quotients: `values` are used in turn.
pub fn with_quotients(values: &[f64]) -> Dataset {
    let mut data = ours();
    let mut next = values.iter().cycle();
    for table in &mut data.lq.tables {
        for value in table.rows.iter_mut().flat_map(|row| &mut row.values) {
            *value = Some(*next.next().unwrap()).into();
        }
    }
    data
}
