//! Writes everything that is published into Trunk's staging directory.

use std::fs;
use std::path::Path;

use super::faces::{self, Parts};
use super::{figures, guide, open_data, twins};
use crate::data::Dataset;
use crate::data::check::{Library, load_dir};
use crate::locale::Lang;
use crate::markup::{Context, Kind, Style, widget};
use crate::widget::kpi::span;

/// What can go wrong while writing the site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// Trunk left no such file.
    #[error("no {0} in the staging directory; run `cargo xtask build`")]
    Missing(&'static str),
    /// The data are broken.
    #[error("{0} fault(s) in data/; see `cargo xtask check-data`")]
    Data(usize),
    /// The guide's texts are not whole; a line for each fault.
    #[error("{0}")]
    Guide(String),
}

/// JSON files published as they are.
const JSON: [&str; 6] = ["swot.json", "lq.json", "kpi.json", "links.json", "strategy.json", "glossary.json"];

/// Writes everything into `stage`, where Trunk has put the hashed module and wasm. `root` is the repository.
///
/// # Errors
/// When a file is missing or cannot be written, or the data are broken.
pub fn write(root: &Path, stage: &Path) -> Result<(), SiteError> {
    let library = load_dir(&root.join("data")).map_err(|faults| SiteError::Data(faults.len()))?;
    let parts = Parts::gather(root, stage)?;
    faces::write(&library, &parts, stage)?;
    write_all(&stage.join("shadow"), Kind::ALL.map(|kind| (format!("{}.html", kind.name()), shadow(&library, kind))))?;
    write_all(&stage.join("figures"), figures::all(&library.dataset)?)?;
    write_data(root, stage, &library)?;
    guide::write(root, stage, &library)?;
    Ok(twins::write(stage)?)
}

/// Fiscal year of the static page and pictures, the same for everyone: that of the latest reading, the plan's first
/// before any.
pub fn static_year(data: &Dataset) -> u16 {
    let latest = data.actuals.iter().map(|actual| actual.period.year).max().unwrap_or(0);
    span(data).clamp(latest)
}

/// What the markup is given.
pub fn context<'a>(data: &'a Dataset, lang: Lang, style: Style<'a>, pictures: Option<&'a str>) -> Context<'a> {
    let year = static_year(data);
    Context { data, lang, style, pictures, year, is_live: false }
}

/// Shadow tree of one widget as in the static page, for elements that come without one.
pub fn shadow(library: &Library, kind: Kind) -> String {
    widget(kind, &context(&library.dataset, Lang::JA, Style::Brought, None)).into_string()
}

/// Writes files into a directory, which is made.
///
/// # Errors
/// When it cannot be written.
pub fn write_all(dir: &Path, files: impl IntoIterator<Item = (String, String)>) -> std::io::Result<()> {
    fs::create_dir_all(dir)?;
    files.into_iter().try_for_each(|(file, text)| fs::write(dir.join(file), text))
}

fn write_data(root: &Path, stage: &Path, library: &Library) -> std::io::Result<()> {
    let (from, to) = (root.join("data"), stage.join("data"));
    fs::create_dir_all(to.join("schema"))?;
    let schemas = file_names(&from.join("schema"))?;
    for file in JSON.map(str::to_owned).into_iter().chain(schemas.into_iter().map(|file| format!("schema/{file}"))) {
        fs::copy(from.join(&file), to.join(&file))?;
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
