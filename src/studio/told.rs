//! What the workshop says of a file, as markup.

use maud::{Markup, html};

use super::content::Seen;
use super::find::{Hit, MOST_HITS};
use crate::data::change::Change;
use crate::error::{Fault, FaultKind, Place};
use crate::locale::{Key, Lang, changes as changed, ruby};
use crate::markup::notice::fault_lang;

/// Faults listed at most; their number is told.
const MOST_FAULTS: usize = 200;

/// What a file was recognised as, and that nothing is wrong with it.
pub fn seen(lang: Lang, file: &str, seen: &Seen) -> Markup {
    let count = |key: Key, count: usize| lang.fill(key, &[("file", file), ("count", &count.to_string())]);
    let told = match seen {
        Seen::Content(files) => count(Key::StudioSeenContent, *files),
        Seen::File(part) => lang.fill(Key::StudioSeenFile, &[("file", file), ("part", part)]),
        Seen::Readings(rows) => count(Key::StudioSeenReadings, *rows),
        Seen::Quotients(values) => count(Key::StudioSeenQuotients, *values),
        Seen::Kpis(kpis) => count(Key::StudioSeenKpis, *kpis),
        Seen::Matrix(texts) => count(Key::StudioSeenMatrix, *texts),
        Seen::Foreign(_) => lang.fill(Key::StudioSeenForeign, &[("file", file)]),
    };
    html! { p { (told) } p { (lang.text(Key::StudioNoFaults)) } }
}

/// That a file is not taken.
pub fn refused(lang: Lang, file: &str, faults: &[Fault]) -> Markup {
    html! { p { (lang.fill(Key::StudioFaults, &[("file", file), ("count", &count_of(faults).to_string())])) } }
}

/// That a file could not even be read: `code` says why.
pub fn unread(lang: Lang, file: &str, code: &str) -> Markup {
    let key = match code {
        "too-large" => Key::TooLarge,
        "encoding" => Key::Encoding,
        _ => Key::Unreachable,
    };
    html! { li data-rule=(code) data-cell="" { (lang.fill(key, &[("file", file)])) } }
}

/// That the last step was taken back.
pub fn undone(lang: Lang) -> Markup {
    html! { p { (lang.text(Key::StudioUndone)) } }
}

/// A line that the page's script fills in, by its name there; without readings, for it is no markup.
pub fn line(lang: Lang, name: &str, values: &[(&str, &str)]) -> String {
    let key = match name {
        "saving" => Key::StudioSaving,
        "saved" => Key::StudioSaved,
        "not-saved" => Key::StudioNotSaved,
        "reason" => Key::StudioReasonMissing,
        "typed" => Key::StudioReading,
        _ => Key::StudioPasted,
    };
    ruby::words(&lang.fill(key, values))
}

/// How many faults a list tells of.
fn count_of(faults: &[Fault]) -> usize {
    faults.iter().map(|fault| if let FaultKind::More(more) = fault.kind { more } else { 1 }).sum()
}

/// An item for each fault: where, what, and what to do. `is_table` tells whether columns count fields.
pub fn faults(lang: Lang, faults: &[Fault], is_table: bool) -> Markup {
    let told_in = fault_lang(lang);
    html! {
        @for fault in faults.iter().take(MOST_FAULTS) {
            @let cell = cell(fault, is_table);
            @let (rule, is_official) = rule(&fault.kind);
            li data-rule=(rule) data-cell=(cell) {
                @if !cell.is_empty() { b { (cell) } " " }
                (fault.message(told_in))
                @if is_official { " " small { (lang.fill(Key::StudioRule, &[("rule", rule)])) } }
            }
        }
    }
}

/// Where a fault lies: the cell as a spreadsheet names it, else line and column or the path.
pub fn cell(fault: &Fault, is_table: bool) -> String {
    match &fault.place {
        Place::Text { line, column, .. } if is_table => format!("{}{line}", letters(*column)),
        Place::Text { line, column, path } if path.is_empty() => format!("{line}:{column}"),
        Place::Text { path, .. } | Place::Path(path) => path.clone(),
        Place::File => String::new(),
    }
}

/// A column's letters: 1 is A, 27 is AA.
fn letters(column: usize) -> String {
    let Some(rest) = column.checked_sub(1) else { return String::new() };
    let letter = u8::try_from(rest % 26).map_or('?', |place| char::from(b'A' + place));
    letters(rest / 26) + &letter.to_string()
}

/// The rule that a fault breaks, and whether it is one of the government's rules for machine-readable data
/// (機械可読性のルール, 2026-03-31).
fn rule(kind: &FaultKind) -> (&'static str, bool) {
    match kind {
        FaultKind::Workbook | FaultKind::WebPage | FaultKind::Pdf => ("L1-01", true),
        FaultKind::Control(_) => ("L1-08", true),
        FaultKind::NotNumber(_) | FaultKind::NotValue(_) | FaultKind::AmbiguousNumber(_) => ("L2-01", true),
        FaultKind::Blank => ("L2-02", true),
        FaultKind::RepeatedField(_) => ("L2-03", true),
        FaultKind::Spelling { .. } => ("L2-04", true),
        FaultKind::Header(_) => ("L3-01", true),
        FaultKind::OpenPeriod { .. } => ("L3-05", true),
        FaultKind::Missing => ("missing", false),
        FaultKind::Encoding => ("encoding", false),
        FaultKind::Empty | FaultKind::NoRecords => ("empty", false),
        FaultKind::Archive => ("archive", false),
        FaultKind::TooLarge { .. } | FaultKind::TooLong { .. } | FaultKind::TooMany { .. } => ("too-large", false),
        FaultKind::UnknownForm(_) | FaultKind::Unrecognised(_) => ("unrecognised", false),
        FaultKind::Syntax(_) | FaultKind::Quote(_) | FaultKind::Separator(_) => ("syntax", false),
        FaultKind::FieldCount { .. } | FaultKind::Length { .. } => ("length", false),
        FaultKind::UnknownField { .. } | FaultKind::MissingField(_) | FaultKind::MissingQuadrant(_) => ("field", false),
        FaultKind::Duplicate(_) | FaultKind::Repeated { .. } => ("duplicate", false),
        FaultKind::Dangling(_) => ("dangling", false),
        FaultKind::Dated(_) => ("dated", false),
        FaultKind::LongNumber { .. } | FaultKind::BelowZero(_) | FaultKind::OutOfRange { .. } => ("range", false),
        FaultKind::Expected(_) | FaultKind::NotA(_) => ("type", false),
        FaultKind::Contradiction(_) => ("contradiction", false),
        FaultKind::More(_) => ("more", false),
    }
}

/// How much changed.
pub fn sum(lang: Lang, changes: &[Change]) -> Markup {
    html! { (if changes.is_empty() { lang.text(Key::StudioNoChange).to_owned() } else { changed::sum(lang, changes) }) }
}

/// An item for each change.
pub fn changes(lang: Lang, changes: &[Change]) -> Markup {
    html! { @for sentence in changed::sentences(lang, changes) { li { (sentence) } } }
}

/// A form for each text that was found. The texts stand in it as they are written, readings included: what is said around
/// them has none.
pub fn hits(lang: Lang, languages: &[Lang], query: &str, hits: &[Hit]) -> Markup {
    let [count, most] = [hits.len(), MOST_HITS].map(|number| number.to_string());
    let key = if hits.is_empty() { Key::StudioFoundNone } else { Key::StudioFoundCount };
    let name = |tag: &str| languages.iter().find(|lang| lang.tag() == tag).map_or("", |lang| lang.text(Key::OwnName));
    html! {
        p { (ruby::words(&lang.fill(key, &[("query", query), ("count", &count), ("most", &most)]))) }
        @for (place, hit) in hits.iter().enumerate() {
            form data-correct=(place) {
                p class="note" { (hit.file) " " (hit.path) }
                label for=(format!("hit-{place}")) { (ruby::words(lang.text(Key::StudioOriginal))) }
                textarea id=(format!("hit-{place}")) name="text" rows="2" { (hit.text) }
                @for (tag, said) in &hit.translations {
                    @if !said.is_empty() {
                        label for=(format!("hit-{place}-{tag}")) { (ruby::words(name(tag))) }
                        textarea id=(format!("hit-{place}-{tag}")) name=(tag) rows="2" lang=(tag) { (said) }
                    }
                }
                button { (ruby::words(lang.text(Key::StudioApply))) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        let columns = [1, 3, 26, 27, 52, 53, 703].map(letters);
        assert_eq!(columns, ["A", "C", "Z", "AA", "AZ", "BA", "AAA"]);
    }
}
