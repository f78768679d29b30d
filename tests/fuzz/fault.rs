//! What must hold of every fault: told in both languages, at a place that the text has.

use shigoto_widgets::error::{Fault, FaultLang, Place};

/// Asserts that line and column are inside the text, or just behind a line's end. Columns of CSV count fields.
pub fn check(fault: &Fault, text: &str) {
    let Place::Text { line, column, path } = &fault.place else {
        assert!(fault.place == Place::File, "no line in {fault:?}");
        return;
    };
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let lines: Vec<&str> = text.split(['\r', '\n']).collect();
    assert!((1..=lines.len()).contains(line), "line {line} of {}: {fault:?}", lines.len());
    let widest = lines[*line - 1].chars().count() + 1;
    // A record over several lines names the line on which it starts; its fields may stand on later ones.
    let is_inside = (1..=widest).contains(column) || *column <= text.chars().count() + 1 && !path.is_empty();
    assert!(is_inside, "column {column} of {widest}: {fault:?}");
    for lang in [FaultLang::En, FaultLang::Ja] {
        let (whole, message) = (fault.line(lang), fault.message(lang));
        assert!(whole.ends_with(&message) && message.contains(" — "), "{whole:?}");
        assert!(!whole.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{whole:?}");
    }
}
