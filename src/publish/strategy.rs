//! Renders the strategy's page and a page for each measure, in every language.

use super::kit::Kit;
use super::sink::Files;
use crate::data::library::Library;
use crate::locale::Languages;
use crate::markup::bar::Page;
use crate::markup::body::Body;
use crate::markup::{measure, strategy, text};
use crate::picture::inline;

/// Renders every page of it, for a fiscal year.
pub fn write(library: &Library, languages: &Languages, kit: &Kit, year: u16, files: &mut Files) {
    for lang in languages.all() {
        let data = lang.translated(&library.dataset);
        let (strategy, glossary) = (&library.strategy, &library.glossary);
        let body = Body { lang, strategy, glossary, data: &data, css: &kit.strategy_css, year, gauge: inline::gauge };
        files.add(Page::Map.file(lang), text(lang, strategy::document(&body)));
        for (pillar, own) in body.measures() {
            files.add(body.file(&own.id), text(lang, measure::document(&body, pillar, own)));
        }
    }
}
