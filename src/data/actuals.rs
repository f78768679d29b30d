//! `data/kpi_actuals.csv`: readings of the KPIs, the file a city officer keeps.

#[cfg(not(target_arch = "wasm32"))]
use super::decimal;
use super::kpi::Period;
use super::record::records;
use crate::id::KpiId;

records! {
    /// One reading.
    pub struct Actual {
        /// Which KPI.
        pub id: KpiId,
        /// When.
        pub period: Period,
        /// In the KPI's unit.
        pub value: f64,
        /// Who published it.
        pub source: String,
        /// Remark, may be empty.
        pub note: String,
        /// Line of the file it stands on.
        pub line: usize,
    }
}

/// The header line.
pub const COLUMNS: [&str; 5] = ["id", "period", "value", "source", "note"];

/// Reads the CSV, with or without BOM.
///
/// # Errors
/// The first faulty field of every faulty row, by line and column; columns count fields.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_csv(file: &str, text: &str) -> Result<Vec<Actual>, Vec<crate::error::Fault>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let (mut actuals, mut faults) = (Vec::new(), Vec::new());
    for (index, record) in reader.records().enumerate() {
        let read = match record {
            Ok(record) if index == 0 => header(&record),
            Ok(record) => row(&record, text).map(|actual| actuals.push(actual)),
            Err(error) => Err((1, 1, error.to_string())),
        };
        if let Err((line, column, why)) = read {
            faults.push(crate::error::Fault {
                file: file.to_owned(),
                place: crate::error::Place::Text { line, column, path: column_name(column) },
                kind: crate::error::FaultKind::Form(why),
            });
        }
    }
    if text.trim().is_empty() {
        let why = format!("the first line must read {}", COLUMNS.join(","));
        faults.push(crate::error::Fault::at(file, "1", crate::error::FaultKind::Form(why)));
    }
    if faults.is_empty() { Ok(actuals) } else { Err(faults) }
}

/// Line, column and message of a fault in one row.
#[cfg(not(target_arch = "wasm32"))]
type RowFault = (usize, usize, String);

/// Name of a column, counted from 1.
#[cfg(not(target_arch = "wasm32"))]
pub fn column_name(column: usize) -> String {
    COLUMNS.get(column.saturating_sub(1)).map_or_else(String::new, |name| (*name).to_owned())
}

#[cfg(not(target_arch = "wasm32"))]
fn header(record: &csv::StringRecord) -> Result<(), RowFault> {
    if record.iter().map(str::trim).eq(COLUMNS) {
        return Ok(());
    }
    Err((1, 1, format!("the first line must read {}", COLUMNS.join(","))))
}

#[cfg(not(target_arch = "wasm32"))]
fn row(record: &csv::StringRecord, text: &str) -> Result<Actual, RowFault> {
    let line = line_of(record, text);
    if record.len() != COLUMNS.len() {
        return Err((line, record.len(), format!("{} fields, {} expected", record.len(), COLUMNS.len())));
    }
    let field = |column: usize| record.get(column).unwrap_or_default().trim();
    let fault = |column: usize| move |error: crate::error::IdError| (line, column + 1, error.to_string());
    Ok(Actual {
        id: field(0).parse().map_err(fault(0))?,
        period: field(1).parse().map_err(fault(1))?,
        value: amount(field(2)).ok_or_else(|| (line, 3, format!("`{}` is not a number", field(2))))?,
        source: field(3).to_owned(),
        note: field(4).to_owned(),
        line,
    })
}

/// Decimals that can be shown.
#[cfg(not(target_arch = "wasm32"))]
const MOST_DECIMALS: usize = 6;

/// A number as officers write it: full-width digits and thousands separators in the right places are understood. What
/// is ambiguous, or longer than can be shown exactly, is refused.
#[cfg(not(target_arch = "wasm32"))]
fn amount(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .map(|letter| match letter {
            '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter),
            '．' => '.',
            '，' => ',',
            '－' => '-',
            _ => letter,
        })
        .collect();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    // `0,500` is half of something to some, five hundred to others.
    let head = first.trim_start_matches('-');
    let is_first_right = !is_grouped || ((1..=3).contains(&head.len()) && !head.starts_with('0'));
    if !is_first_right || groups.any(|group| group.len() != 3) {
        return None;
    }
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.replace(',', "");
    if !is_digits(digits.trim_start_matches('-')) || rest.is_some_and(|rest| !is_digits(rest)) {
        return None;
    }
    let significant = (digits + rest.unwrap_or_default()).trim_start_matches(['-', '0']).len();
    let is_exact = significant <= decimal::MOST_DIGITS && rest.is_none_or(|rest| rest.len() <= MOST_DECIMALS);
    if is_exact { plain.replace(',', "").parse().ok() } else { None }
}

/// The line a record starts on; the reader's own position stands before the line ends that precede it.
#[cfg(not(target_arch = "wasm32"))]
fn line_of(record: &csv::StringRecord, text: &str) -> usize {
    let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let ends = text.as_bytes().iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    1 + text.as_bytes().iter().take(start + ends).filter(|byte| **byte == b'\n').count()
}
