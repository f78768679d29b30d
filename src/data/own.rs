//! A reader's own file in the form of one of the published ones: read, checked, and put in place of ours.

mod counts;
mod cube;
pub mod grid;
mod indicators;
mod json;
pub mod kpi;
pub mod labels;
mod links;
mod list;
pub mod lq;
pub mod refusal;
pub mod several;
pub mod swot;

use self::cube::Cube;
use self::grid::Grid;
use self::indicators::Columns;
use super::heading::Columns as Form;
use super::letters::tidy;
use super::sheet::Sheet;
use super::{Dataset, actuals};
use crate::error::{Expected, Fault, FaultKind, FaultList, Place};

/// Bytes read at most: 5 MB as file managers count them.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// What a text holds that was read in another encoding.
const GARBLED: [char; 2] = ['\0', char::REPLACEMENT_CHARACTER];

/// Headers of the CSV files, as published.
const FORMS: [Form; 8] = [
    &lq::COLUMNS,
    &lq::PLACED,
    &lq::DATED,
    &lq::DATED_PLACED,
    &kpi::COLUMNS,
    &kpi::DIRECTED,
    &actuals::COLUMNS,
    &swot::COLUMNS,
];

/// As [`read_over`], where nothing has been put in place of ours yet.
///
/// # Errors
/// As [`read_over`].
pub fn read(name: &str, text: &str, ours: &Dataset) -> Result<Dataset, Vec<Fault>> {
    read_over(name, text, ours, ours)
}

/// `current` with the part that `text` holds in place of its own; `name` is the file's, for faults and as the origin.
///
/// What the text is shows in it: an object's fields, a CSV's header. What a CSV does not carry (definitions, sources,
/// sectors) stays as in `print` where a record says the same as there, whatever was read before. Editorial links whose ends are gone or read
/// differently are left out, as are readings of KPIs that are no longer the same.
///
/// # Errors
/// All that is wrong in a CSV, the first misfit of a JSON file or all faults between its records; at most
/// [`FaultList::MOST`], then the number of the others.
pub fn read_over(name: &str, text: &str, current: &Dataset, print: &Dataset) -> Result<Dataset, Vec<Fault>> {
    let text = text.trim_start_matches('\u{feff}');
    refuse(name, text)?;
    if text.trim_start().starts_with(['{', '[']) {
        json::read(name, text, current, print)
    } else {
        read_csv(name, text, current, print)
    }
}

/// Refuses what cannot be data at all.
fn refuse(name: &str, text: &str) -> Result<(), Vec<Fault>> {
    // One search each: a single character is found many bytes at a time.
    let garbled = GARBLED.map(|letter| text.find(letter)).into_iter().flatten().min();
    let start = text.trim_start();
    let kind = if let Some(kind) = other_form(start) {
        kind
    } else if text.len() > MOST_BYTES {
        FaultKind::TooLarge { bytes: text.len(), most: MOST_BYTES }
    } else if start.is_empty() {
        FaultKind::Empty
    } else if garbled.is_some() {
        FaultKind::Encoding
    } else if start.starts_with('<') {
        FaultKind::WebPage
    } else {
        return Ok(());
    };
    let mut faults = FaultList::new(name);
    let before = garbled.filter(|_| kind == FaultKind::Encoding).and_then(|at| text.get(..at)).unwrap_or_default();
    let (line, column) = end_of(before);
    faults.add(Place::Text { line, column, path: String::new() }, kind);
    faults.or(())
}

/// What a file is by the bytes it begins with; those of no text come as Windows-1252.
fn other_form(start: &str) -> Option<FaultKind> {
    const NAMES_IN_WORKBOOKS: [&str; 2] = ["xl/", "opendocument.spreadsheet"];
    if start.starts_with("PK\u{3}\u{4}") && NAMES_IN_WORKBOOKS.iter().any(|name| start.contains(name)) {
        return Some(FaultKind::Workbook);
    }
    let kinds = [
        ("ÐÏ\u{11}à", FaultKind::Workbook),
        ("%PDF-", FaultKind::Pdf),
        ("PK\u{3}", FaultKind::Archive),
        ("PK\u{5}", FaultKind::Archive),
        ("\u{1f}‹", FaultKind::Archive),
        ("7z¼¯", FaultKind::Archive),
        ("Rar!", FaultKind::Archive),
    ];
    kinds.into_iter().find(|(begin, _)| start.starts_with(begin)).map(|(_, kind)| kind)
}

/// Line and column, in characters, just behind a text.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
    (lines, last.chars().count() + 1)
}

fn read_csv(name: &str, text: &str, current: &Dataset, print: &Dataset) -> Result<Dataset, Vec<Fault>> {
    let text = tidy(text);
    match Sheet::open(name, &text, &FORMS) {
        Ok(sheet) => {
            let is_kpi = sheet.columns() == kpi::COLUMNS || sheet.columns() == kpi::DIRECTED;
            read_form(name, sheet, current, print).or_else(|faults| {
                // Our heading over what others write: words for a base, a kind or a KPI, notes below.
                if !is_kpi && !are_of_words(&faults, true) {
                    return Err(faults);
                }
                let recognised = recognise(name, &text, current, print, Vec::new());
                let is_meant = |own: &Dataset| {
                    if is_kpi { indicators::are_read(own, &faults) } else { is_whole(own, &faults) }
                };
                recognised.ok().filter(is_meant).ok_or(faults)
            })
        }
        // Another header than ours is no fault of its own.
        Err(faults)
            if faults.iter().any(|fault| matches!(fault.kind, FaultKind::Header(_) | FaultKind::UnknownForm(_))) =>
        {
            recognise(name, &text, current, print, faults)
        }
        Err(faults) => Err(faults),
    }
}

/// Reads a CSV in one of our own forms.
fn read_form(name: &str, sheet: Sheet, current: &Dataset, print: &Dataset) -> Result<Dataset, Vec<Fault>> {
    let (origin, mut own) = (Some(name.to_owned()), current.clone());
    let columns = sheet.columns();
    if columns.starts_with(&lq::COLUMNS) {
        let line = sheet.line();
        own.lq = lq::read(sheet, &print.lq).map_err(|faults| {
            let are_counts =
                faults.len() > 2 && faults.iter().all(|fault| matches!(fault.kind, FaultKind::OutOfRange { .. }));
            if are_counts { vec![refusal::doubted(name, line, refusal::Nearest::Counts)] } else { faults }
        })?;
        if let Some(nearest) = counts::doubt(&own.lq) {
            return Err(vec![refusal::doubted(name, line, nearest)]);
        }
        own.lq = own.lq.rounded();
        (own.origin.lq, own.origin.seen.lq) = (origin, None);
    } else if columns == kpi::COLUMNS || columns == kpi::DIRECTED {
        own.kpi = kpi::read(name, sheet, print)?;
        own.outline.clone_from(&print.outline);
        (own.origin.kpi, own.origin.seen.kpi) = (origin, None);
        links::keep_readings(&mut own.actuals, &current.kpi, &own.kpi);
    } else if columns == swot::COLUMNS {
        own.swot = swot::read(name, sheet, &print.swot)?;
        own.origin.swot = origin;
    } else {
        (own.actuals, own.origin.unpublished) = actuals::read_sheet(sheet, Some(&current.kpi.kpis), true)?;
        own.origin.actuals = origin;
    }
    own.links = links::kept(print, &own);
    Ok(own)
}

/// Whether what the strict reader minds changes nothing: other words for a base, and notes below the last number.
fn is_whole(own: &Dataset, faults: &[Fault]) -> bool {
    let is_left_out = own.origin.seen.lq.as_ref().is_some_and(|seen| !seen.left_out.is_empty());
    !is_left_out && are_of_words(faults, own.origin.actuals.is_some())
}

/// Whether faults are those of other words and of notes; among readings a word may stand for a KPI, too.
fn are_of_words(faults: &[Fault], are_readings: bool) -> bool {
    let is_word = |fault: &Fault| match &fault.kind {
        FaultKind::Spelling { .. } => true,
        FaultKind::NotA(error) => {
            fault.column() == Some(1)
                && (labels::is_note(&error.found) || (are_readings && error.expected == Expected::KpiId))
        }
        _ => false,
    };
    let notes: Vec<usize> = faults.iter().filter(|fault| is_word(fault)).filter_map(Fault::line_number).collect();
    faults.iter().all(|fault| fault.line_number().is_some_and(|line| notes.contains(&line)))
}

/// Reads a table as an office has it. `unknown` is what is told where nothing is recognised.
fn recognise(
    name: &str,
    text: &str,
    current: &Dataset,
    print: &Dataset,
    unknown: Vec<Fault>,
) -> Result<Dataset, Vec<Fault>> {
    let grid = Grid::read(name, text)?;
    if let Some(columns) = Columns::find(&grid).filter(|columns| columns.have_rows(&grid) || unknown.is_empty()) {
        return indicators::read(name, &grid, &columns, current, print);
    }
    if let Some(sheet) = list::factors(name, &grid).or_else(|| list::readings(name, &grid, &current.kpi.kpis)) {
        return read_form(name, sheet, current, print);
    }
    if list::is_of_indicators(&grid) {
        return Err(unknown);
    }
    let Some(cube) = Cube::find(&grid) else { return Err(unknown) };
    let mut own = current.clone();
    let (table, seen) = counts::read(name, &cube, &print.lq)?;
    own.lq = table;
    (own.origin.lq, own.origin.seen.lq) = (Some(name.to_owned()), Some(Box::new(seen)));
    own.links = links::kept(print, &own);
    Ok(own)
}
