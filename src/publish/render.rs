//! Renders a whole site from its content and its kit: a pure function, the same natively and in a browser. Who writes
//! files, starts programs or asks for the day stands outside it.

use super::kit::{Kit, short_hash};
use super::sink::{Files, Sink};
use super::{app, faces, figures, glossary, guide, offline, open_data, types};
use crate::data::Dataset;
use crate::data::library::Library;
use crate::locale::Lang;
use crate::markup::{Context, Kind, Style, widget};
use crate::widget::kpi::span;

/// What can go wrong while a site is rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A picture cannot be drawn, or a file cannot be kept.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The guide's texts are not whole; a line for each fault.
    #[error("{0}")]
    Guide(String),
}

/// Renders every file into `sink`. `today` is the fiscal year of the day: what a widget shows by default stands in the
/// page already. The same content, kit and year give the same bytes.
///
/// # Errors
/// When the guide's texts are not whole, a picture cannot be drawn, or the sink takes no more.
pub fn render(library: &Library, kit: &Kit, today: u16, sink: &mut dyn Sink) -> Result<(), RenderError> {
    let year = span(&library.dataset).clamp(today);
    let trees = Kind::ALL.map(|kind| (format!("{}.html", kind.name()), shadow(library, kind, year)));
    let shadow = format!("shadow-{}", short_hash(trees.clone().map(|(_, tree)| tree).concat().as_bytes()));
    let mut files = Files::default();
    kit.files.iter().for_each(|file| files.add(&file.name, file.bytes.clone()));
    let types = types::narrowed(&String::from_utf8_lossy(files.get(types::FILE)), &library.dataset);
    files.add(types::FILE, types);
    faces::write(library, kit, &shadow, year, &mut files);
    files.add_all(&shadow, trees);
    files.add_all("figures", figures::all(&library.dataset, year)?);
    files.add_all("data", library.originals.clone());
    files.add_all("data", open_data::all(library));
    guide::write(library, kit, year, &mut files)?;
    glossary::write(library, kit, &mut files);
    app::write(&library.strategy, &mut files)?;
    // Knows all other files: whatever is published is rendered before this.
    offline::write(kit, &mut files);
    files.iter().try_for_each(|(name, bytes)| sink.put(name, bytes))
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
