//! `kpi_actuals.csv`: readings of the KPIs, the file a city officer keeps.

use super::kpi::Period;
use super::record::records;
use crate::id::KpiId;

#[cfg(not(small))]
use std::collections::{HashMap, HashSet};

#[cfg(not(small))]
pub use super::periods::read_period;
#[cfg(not(small))]
use super::{amount, kpi::Kpi, rules, sheet::Sheet};
#[cfg(not(small))]
use crate::error::{Fault, FaultKind};

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

/// Decimals that can be shown.
#[cfg(not(small))]
pub const MOST_DECIMALS: usize = 6;

/// Reads the CSV, with or without BOM, for the KPIs there are, where these are known.
///
/// # Errors
/// Every faulty field, by line and column; columns count fields.
#[cfg(not(small))]
pub fn read_csv(file: &str, text: &str, kpis: Option<&[Kpi]>) -> Result<Vec<Actual>, Vec<Fault>> {
    read_sheet(Sheet::open(file, text, &[&COLUMNS])?, kpis, false).map(|(actuals, _)| actuals)
}

/// Reads a CSV that has this file's header; tells how many rows are left out, for their value is not published. In a
/// reader's own file an empty cell says so too; in the city's it is taken for a slip, for nobody would be told.
///
/// # Errors
/// As [`read_csv`].
#[cfg(not(small))]
pub fn read_sheet(mut sheet: Sheet, kpis: Option<&[Kpi]>, is_own: bool) -> Result<(Vec<Actual>, usize), Vec<Fault>> {
    let by_id: Option<HashMap<&KpiId, &Kpi>> = kpis.map(|kpis| kpis.iter().map(|kpi| (&kpi.id, kpi)).collect());
    let (mut actuals, mut unpublished, mut seen) = (Vec::new(), 0, HashSet::new());
    while sheet.advance() {
        let id = sheet.parsed::<KpiId>(1);
        let kpi = id.as_ref().and_then(|id| by_id.as_ref()?.get(id));
        // A bare year is one of the kind that the KPI's baseline is.
        let period = period(&mut sheet, 2, kpi.map(|kpi| kpi.baseline.period.is_fiscal));
        let cell = sheet.row().cell(3);
        let is_slip = cell.is_empty() && !is_own;
        let read = if is_slip { Err(FaultKind::Blank) } else { amount::published(cell, MOST_DECIMALS) };
        let value = sheet.noted(3, read).map(|amount| amount.map(|amount| amount.value));
        let (source, note) = (sheet.text(4), sheet.text(5));
        let (Some(id), Some(period), Some(value), Some(source), Some(note)) = (id, period, value, source, note) else {
            continue;
        };
        let line = sheet.line();
        match by_id.as_ref().map(|by_id| by_id.get(&id)) {
            None => {}
            Some(None) => sheet.fault(line, 1, FaultKind::Dangling(id.to_string())),
            Some(Some(kpi)) => drop(value.map(|value| sheet.noted(3, rules::reading(kpi, value)))),
        }
        if !seen.insert((id.clone(), period.year, period.is_fiscal)) {
            sheet.repeated(line, 2, format!("{id}, {period}"));
        }
        match value {
            Some(value) => actuals.push(Actual { id, period, value, source, note, line }),
            None => unpublished += 1,
        }
    }
    sheet.finish((actuals, unpublished))
}

/// A cell that holds a period.
#[cfg(not(small))]
pub fn period(sheet: &mut Sheet, column: usize, is_fiscal: Option<bool>) -> Option<Period> {
    let read = read_period(sheet.row().cell(column), is_fiscal);
    sheet.noted(column, read)
}
