//! Writes the glossary's page in every language, with its stylesheet.

use std::path::Path;
use std::{fs, io};

use super::faces::{compact, short_hash};
use crate::data::check::Library;
use crate::figure::theme;
use crate::locale::Lang;
use crate::markup::glossary::{Glossary, file_of};
use crate::markup::text;

/// Writes everything into `stage`.
///
/// # Errors
/// When a file is missing or cannot be written.
pub fn write(root: &Path, stage: &Path, library: &Library) -> io::Result<()> {
    let www = |file: &str| fs::read_to_string(root.join("www").join(file));
    let sheet = compact(&(theme::css() + &www("page.css")? + &www("glossary.css")?));
    let css = format!("glossary-{}.css", short_hash(sheet.as_bytes()));
    for lang in Lang::all() {
        let (terms, data) = (lang.translated(&library.glossary), lang.translated(&library.dataset));
        let page = Glossary { lang, terms: &terms, originals: &library.glossary, data: &data, css: &css };
        fs::write(stage.join(file_of(lang)), text(lang, page.document()))?;
    }
    fs::write(stage.join(css), sheet)
}
