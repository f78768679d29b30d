//! The strict JSON decoder: every file enters through here.

use serde::de::DeserializeOwned;

use crate::error::{Fault, FaultKind, Place};

/// Decodes `text`, the content of `file`.
///
/// # Errors
/// The first fault, with line, column and the path of the field.
pub fn decode<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Fault> {
    let text = text.trim_start_matches('\u{feff}');
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let fault = |error: &serde_json::Error, path: String| Fault {
        file: file.to_owned(),
        place: Place::Text { line: error.line(), column: error.column(), path },
        kind: FaultKind::Form(without_position(&error.to_string())),
    };
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| fault(error.inner(), error.path().to_string()))?;
    deserializer.end().map_err(|error| fault(&error, String::new()))?;
    Ok(value)
}

/// `serde_json` ends its messages with the position, which the fault carries already.
fn without_position(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(text, _)| text).to_owned()
}
