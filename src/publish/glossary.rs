//! Writes the glossary's page in every language.

use std::path::Path;
use std::{fs, io};

use super::kit::Kit;
use crate::data::library::Library;
use crate::locale::Lang;
use crate::markup::glossary::{Glossary, file_of};
use crate::markup::text;

/// Writes everything into `stage`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(stage: &Path, library: &Library, kit: &Kit) -> io::Result<()> {
    for lang in Lang::all() {
        let (terms, data) = (lang.translated(&library.glossary), lang.translated(&library.dataset));
        let page = Glossary { lang, terms: &terms, originals: &library.glossary, data: &data, css: &kit.glossary_css };
        fs::write(stage.join(file_of(lang)), text(lang, page.document()))?;
    }
    Ok(())
}
