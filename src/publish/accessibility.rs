//! Writes the accessibility report from `data/interface/report/accessibility.json`.

use std::fs;
use std::path::Path;

use super::site::SiteError;
use crate::data::accessibility::AccessibilityData;
use crate::data::check::INTERFACE;
use crate::data::decode::decode;
use crate::locale::Lang;
use crate::markup::accessibility::{Report, file_of};
use crate::markup::text;

/// File of the report's texts.
const FILE: &str = "report/accessibility.json";

/// The report's texts.
///
/// # Errors
/// When the file cannot be read or decoded.
pub fn read(root: &Path) -> Result<AccessibilityData, SiteError> {
    let text = fs::read_to_string(root.join(INTERFACE).join(FILE))?;
    decode(FILE, &text).map_err(|fault| SiteError::Guide(fault.to_string()))
}

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
