//! Renders a whole site from its content and its kit: a pure function, the same natively and in a browser. Who writes
//! files, starts programs or asks for the day stands outside it.

use super::enough::is_enough;
use super::kit::{ContentFolder, Kit, short_hash};
use super::sink::{Files, Sink};
use super::{app, faces, figures, glossary, guide, offline, open_data, packs, types};
use crate::data::Dataset;
use crate::data::library::Library;
use crate::locale::{Lang, Languages};
use crate::markup::{Context, Style, text};
use crate::widget::Kind;
use crate::widget::kpi::span;

/// What can go wrong while a site is rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A picture cannot be drawn, or a file cannot be kept.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// Texts of the interface are missing, or there are more than this build knows.
    #[error("the interface's texts are those of another build")]
    Languages,
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
    let languages = &Languages::new(library.languages.iter().cloned()).ok_or(RenderError::Languages)?;
    let fetched = fetched(library, languages, year);
    let hash = short_hash(fetched.iter().map(|(_, text)| text.as_str()).collect::<String>().as_bytes());
    let rare = languages.all().filter(|lang| !is_enough(*lang, &library.dataset)).map(Lang::tag).collect();
    let folder = &ContentFolder { name: format!("content-{hash}"), languages: languages.tags(), rare };
    let mut files = Files::default();
    kit.files.iter().for_each(|file| files.add(&file.name, file.bytes.clone()));
    files.add(types::FILE, types::text(&library.dataset, languages.source().choices()));
    faces::write((library, languages), kit, folder, year, &mut files);
    files.add_all(&folder.name, fetched);
    files.add_all("figures", figures::all(languages.source(), &library.dataset, year)?);
    files.add_all("data", library.originals.clone());
    files.add_all("data", open_data::all(&library.dataset));
    guide::write(library, languages, kit, year, &mut files)?;
    glossary::write(library, languages, kit, &mut files);
    app::write(&library.strategy, languages.source(), &mut files)?;
    // Knows all other files: whatever is published is rendered before this.
    offline::write(languages, kit, &mut files);
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

/// What elements fetch: for each language its packs, and a tree for each widget.
fn fetched(library: &Library, languages: &Languages, year: u16) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for lang in languages.all() {
        let data = lang.translated(&library.dataset);
        files.push((packs::visit_name(lang), packs::visit(lang, &data)));
        files.push((packs::complete_name(lang), packs::complete(lang, library)));
        let name = |kind: Kind| format!("{}.{}.html", kind.name(), lang.tag());
        files.extend(Kind::ALL.map(|kind| (name(kind), shadow(&data, lang, kind, year))));
    }
    files
}

/// Shadow tree of one widget as in the static page, for elements that come without one; `data` are in its language.
pub fn shadow(data: &Dataset, lang: Lang, kind: Kind, year: u16) -> String {
    text(lang, (kind.face().tree)(&context(data, lang, Style::Brought, None, year)))
}
