//! Renders the glossary's page in every language.

use super::kit::Kit;
use super::sink::Files;
use crate::data::library::Library;
use crate::locale::Languages;
use crate::markup::glossary::{Glossary, file_of};
use crate::markup::text;

/// Renders every page of it.
pub fn write(library: &Library, languages: &Languages, kit: &Kit, files: &mut Files) {
    for lang in languages.all() {
        let (terms, data) = (lang.translated(&library.glossary), lang.translated(&library.dataset));
        let page = Glossary { lang, terms: &terms, originals: &library.glossary, data: &data, css: &kit.glossary_css };
        files.add(file_of(lang), text(lang, page.document()));
    }
}
