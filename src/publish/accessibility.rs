//! Renders the accessibility report in each language it has texts in.

use super::kit::Kit;
use super::sink::Files;
use crate::data::library::Library;
use crate::locale::Lang;
use crate::markup::accessibility::{Report, file_of};
use crate::markup::text;

/// Renders every page of it.
pub fn write(library: &Library, kit: &Kit, files: &mut Files) {
    let data = &library.accessibility;
    for (index, texts) in data.texts.iter().enumerate() {
        let lang = Lang::from_tag(&texts.tag).unwrap_or(Lang::JA);
        let strategy = lang.name(&library.strategy.title);
        let report = Report { lang, data, index, strategy, css: &kit.guide_css };
        files.add(file_of(lang), text(lang, report.document()));
    }
}
