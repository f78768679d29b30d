//! Renders the page on which everything can be found, in every language.

use super::facts::translated;
use super::kit::Kit;
use super::sink::Files;
use super::strategy::body;
use crate::data::library::Library;
use crate::locale::Languages;
use crate::markup::bar::Page;
use crate::markup::body::Body;
use crate::markup::search::Search;
use crate::markup::text;

/// Renders every page of it, for a fiscal year.
pub fn write(library: &Library, languages: &Languages, kit: &Kit, year: u16, files: &mut Files) {
    let readings = languages.all().find(|lang| lang.has_readings());
    for lang in languages.all() {
        let (data, told) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let facts = translated(lang, &library.facts);
        let body = Body { css: &kit.search.css, ..body(library, &data, lang, year) };
        let page = Search { body, library, told: (&told, &facts), readings, script: &kit.search.script };
        files.add(Page::Search.file(lang), text(lang, page.document()));
    }
}
