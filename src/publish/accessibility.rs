//! Renders the accessibility report in each language it has texts in.

use super::kit::Kit;
use super::sink::Files;
use crate::data::library::Library;
use crate::locale::Languages;
use crate::markup::accessibility::{Report, file_of};
use crate::markup::text;

/// Renders every page of it.
pub fn write(library: &Library, languages: &Languages, kit: &Kit, files: &mut Files) {
    let data = &library.accessibility;
    let written = data.texts.iter().enumerate();
    let written: Vec<_> = written.filter_map(|(index, texts)| Some((index, languages.find(&texts.tag)?))).collect();
    for (index, lang) in written.iter().copied() {
        let others: Vec<_> = written.iter().map(|(_, other)| *other).filter(|other| *other != lang).collect();
        let strategy = lang.name(&library.strategy.title);
        let report = Report { lang, data, index, others: &others, strategy, css: &kit.guide_css };
        files.add(file_of(lang), text(lang, report.document()));
    }
}
