//! What must hold of every fault: told in both languages, at a place that the text has.

use shigoto_widgets::error::{Fault, FaultLang, Place};

use crate::lines::lines;

/// Asserts that line and column are inside the text, or just behind an end. Columns of CSV count fields.
pub fn check(fault: &Fault, text: &str) {
    let Place::Text { line, column, .. } = &fault.place else {
        assert!(fault.place == Place::File, "no line in {fault:?}");
        return;
    };
    let text = text.trim_start_matches('\u{feff}');
    assert!(is_inside(*line, *column, text), "{line}:{column} is not in it: {fault:?}");
    for lang in [FaultLang::En, FaultLang::Ja] {
        let (whole, message) = (fault.line(lang), fault.message(lang));
        assert!(whole.ends_with(&message) && message.contains(" — "), "{whole:?}");
        assert!(!whole.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{whole:?}");
    }
}

fn is_inside(line: usize, column: usize, text: &str) -> bool {
    if line == 0 || column == 0 {
        return false;
    }
    if text.trim_start().starts_with(['{', '[']) {
        let line = lines(text).get(line - 1).map(|line| line.trim_end_matches(['\r', '\n']));
        return line.is_some_and(|line| column <= line.chars().count() + 1);
    }
    // Columns count fields, and the fields of a record may stand on other lines than the one a fault is told on.
    line <= lines(text).len() && column <= text.chars().count() + 1
}
