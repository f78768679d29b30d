//! Writes the accessibility report from `data/interface/report/accessibility.json`.

use std::fs;
use std::path::Path;

use super::site::SiteError;
use crate::data::accessibility::AccessibilityData;
use crate::locale::Lang;
use crate::markup::accessibility::{Report, file_of};
use crate::markup::text;

/// Writes the page in each language it has texts in; `css` is the guide's stylesheet.
///
/// # Errors
/// When a file cannot be written.
pub fn write(stage: &Path, data: &AccessibilityData, strategy: &str, css: &str) -> Result<(), SiteError> {
    for (index, texts) in data.texts.iter().enumerate() {
        let lang = Lang::from_tag(&texts.tag).unwrap_or(Lang::JA);
        let strategy = lang.name(strategy);
        let report = Report { lang, data, index, strategy, css };
        fs::write(stage.join(file_of(lang)), text(lang, report.document()))?;
    }
    Ok(())
}
