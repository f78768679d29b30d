//! Writes the accessibility report from `data/accessibility.json`.

use std::fs;
use std::path::Path;

use super::site::SiteError;
use crate::data::accessibility::AccessibilityData;
use crate::data::decode::decode;
use crate::locale::Lang;
use crate::markup::accessibility::{Report, file_of};
use crate::markup::text;

/// Where it is written down.
pub const FILE: &str = "data/accessibility.json";

/// Reads the report.
///
/// # Errors
/// When it is missing or cannot be decoded.
pub fn read(root: &Path) -> Result<AccessibilityData, SiteError> {
    let whole = fs::read_to_string(root.join(FILE))?;
    decode(FILE, &whole).map_err(|fault| SiteError::Guide(fault.to_string()))
}

/// Writes the page in each language it has texts in; `css` is the guide's stylesheet.
///
/// # Errors
/// When a file is missing, cannot be decoded or cannot be written.
pub fn write(root: &Path, stage: &Path, strategy: &str, css: &str) -> Result<(), SiteError> {
    let data = read(root)?;
    for (index, texts) in data.texts.iter().enumerate() {
        let lang = Lang::from_tag(&texts.tag).unwrap_or(Lang::JA);
        let strategy = lang.name(strategy);
        let report = Report { lang, data: &data, index, strategy, css };
        fs::write(stage.join(file_of(lang)), text(lang, report.document()))?;
    }
    Ok(())
}
