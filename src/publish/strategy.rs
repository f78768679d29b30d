//! Renders the strategy's page and a page for each measure, in every language; and the map's tree for elements that come
//! without a page.

use std::io;

use super::kit::{ContentFolder, Kit};
use super::sink::Files;
use crate::data::Dataset;
use crate::data::library::Library;
use crate::locale::{Lang, Languages};
use crate::markup::bar::Page;
use crate::markup::body::Body;
use crate::markup::offer::map;
use crate::markup::{measure, strategy, text};
use crate::picture::{self, Look, inline};

/// Renders every page of it, for a fiscal year.
pub fn write(
    library: &Library,
    languages: &Languages,
    kit: &Kit,
    folder: &ContentFolder,
    year: u16,
    files: &mut Files,
) {
    let elements = format!("./{}", kit.elements_name(folder));
    for lang in languages.all() {
        let data = lang.translated(&library.dataset);
        let body = Body { css: &kit.strategy_css, elements: &elements, ..body(library, &data, lang, year) };
        files.add(Page::Map.file(lang), text(lang, strategy::document(&body)));
        for (pillar, own) in body.measures() {
            files.add(body.file(&own.id), text(lang, measure::document(&body, pillar, own)));
        }
    }
}

/// The tree of `<shigoto-map>` in a language.
pub fn tree(library: &Library, lang: Lang, year: u16) -> String {
    let data = lang.translated(&library.dataset);
    text(lang, strategy::tree(&body(library, &data, lang, year), None))
}

/// The published picture of the map, by its file name.
///
/// # Errors
/// As [`picture::picture`].
pub fn figure(lang: Lang, library: &Library) -> io::Result<(String, String)> {
    let data = lang.translated(&library.dataset);
    let svg = picture::published_map(&Look::published(lang), &library.strategy, &data)?;
    Ok((format!("{}.svg", map::NAME), svg))
}

/// What pages are written from, before they know their files; `data` are in the language.
pub fn body<'a>(library: &'a Library, data: &'a Dataset, lang: Lang, year: u16) -> Body<'a> {
    let (strategy, glossary) = (&library.strategy, &library.glossary);
    Body { lang, strategy, glossary, data, css: "", elements: "", year, gauge: inline::gauge }
}
