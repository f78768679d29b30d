//! Writes everything that is published into Trunk's staging directory.

use std::fs;
use std::path::Path;

use super::kit::{Kit, short_hash};
use super::{app, faces, figures, folder, glossary, guide, offline, open_data, twins};
use crate::data::Dataset;
use crate::data::library::{CITY, Library, Source};
use crate::locale::Lang;
use crate::markup::{Context, Kind, Style, widget};
use crate::widget::kpi::span;

/// What can go wrong while writing the site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The data are broken.
    #[error("{0} fault(s) in {CITY}; see `cargo xtask check-data`")]
    Data(usize),
    /// The guide's texts are not whole; a line for each fault.
    #[error("{0}")]
    Guide(String),
}

/// JSON files published as they are.
const JSON: [&str; 6] = ["swot.json", "lq.json", "kpi.json", "links.json", "strategy.json", "glossary.json"];

/// Writes everything into `stage`, where Trunk has put the hashed module and wasm. `root` is the repository, `today`
/// the fiscal year of the day: what a widget shows by default stands in the page already.
///
/// # Errors
/// When a file is missing or cannot be written, or the data are broken.
pub fn write(root: &Path, stage: &Path, today: u16) -> Result<(), SiteError> {
    let source = folder::source(root, &root.join(CITY));
    let library = Library::read(&source).map_err(|faults| SiteError::Data(faults.len()))?;
    let year = span(&library.dataset).clamp(today);
    let trees = Kind::ALL.map(|kind| (format!("{}.html", kind.name()), shadow(&library, kind, year)));
    let shadow = format!("shadow-{}", short_hash(trees.clone().map(|(_, tree)| tree).concat().as_bytes()));
    let kit = Kit::gather(root, stage)?;
    kit.files.iter().try_for_each(|file| fs::write(stage.join(&file.name), &file.bytes))?;
    faces::write(&library, &kit, &shadow, year, stage)?;
    write_all(&stage.join(shadow), trees)?;
    write_all(&stage.join("figures"), figures::all(&library.dataset, year)?)?;
    write_data(root, &source, stage, &library)?;
    guide::write(stage, &library, &kit, year)?;
    glossary::write(stage, &library, &kit)?;
    app::write(stage, &library.strategy)?;
    // Knows all other files: whatever is published is written before this.
    offline::write(stage, &kit)?;
    Ok(twins::write(stage)?)
}

/// Fiscal year where no day is known: that of the latest reading, the plan's first before any.
pub fn static_year(data: &Dataset) -> u16 {
    let latest = data.actuals.iter().map(|actual| actual.period.year).max().unwrap_or(0);
    span(data).clamp(latest)
}

/// What the markup is given for a page that stands for a fiscal year.
pub fn context<'a>(
    data: &'a Dataset,
    lang: Lang,
    style: Style<'a>,
    pictures: Option<&'a str>,
    year: u16,
) -> Context<'a> {
    Context { data, lang, style, pictures, year, is_live: false }
}

/// Shadow tree of one widget as in the static page, for elements that come without one.
pub fn shadow(library: &Library, kind: Kind, year: u16) -> String {
    widget(kind, &context(&library.dataset, Lang::JA, Style::Brought, None, year)).into_string()
}

/// Writes files into a directory, which is made.
///
/// # Errors
/// When it cannot be written.
pub fn write_all(dir: &Path, files: impl IntoIterator<Item = (String, String)>) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    files.into_iter().try_for_each(|(file, text)| fs::write(dir.join(file), text))
}

fn write_data(root: &Path, source: Source<'_>, stage: &Path, library: &Library) -> std::io::Result<()> {
    let (schemas, to) = (root.join("data/schema"), stage.join("data"));
    fs::create_dir_all(to.join("schema"))?;
    for file in JSON {
        fs::write(to.join(file), source(file).unwrap_or_default())?;
    }
    for file in file_names(&schemas)? {
        fs::copy(schemas.join(&file), to.join("schema").join(&file))?;
    }
    write_all(&to, open_data::all(library).map(|(file, text)| (file.to_owned(), text)))
}

/// Names in a directory, in order.
///
/// # Errors
/// When it cannot be read.
pub fn file_names(dir: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}
