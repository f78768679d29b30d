//! `data/kpi_actuals.csv`: readings of the KPIs, the file a city officer keeps.

use serde::{Deserialize, Serialize};

use super::kpi::Period;
use crate::id::KpiId;

/// One reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
}

/// The header line.
pub const COLUMNS: [&str; 5] = ["id", "period", "value", "source", "note"];

/// Reads the CSV, with or without BOM.
///
/// # Errors
/// Every faulty row, by line.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_csv(file: &str, text: &str) -> Result<Vec<Actual>, Vec<crate::error::Fault>> {
    use crate::error::{Fault, FaultKind, Place};

    let fault = |line: u64, kind| Fault {
        file: file.to_owned(),
        place: Place::Text { line: usize::try_from(line).unwrap_or(0), column: 1, path: String::new() },
        kind,
    };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    match reader.headers() {
        Ok(headers) if headers.iter().eq(COLUMNS) => {}
        _ => return Err(vec![fault(1, FaultKind::Form(format!("the first line must read {}", COLUMNS.join(","))))]),
    }
    let (mut actuals, mut faults) = (Vec::new(), Vec::new());
    for row in reader.deserialize::<Actual>() {
        match row {
            Ok(actual) => actuals.push(actual),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.push(fault(line, FaultKind::Form(error.to_string())));
            }
        }
    }
    if faults.is_empty() { Ok(actuals) } else { Err(faults) }
}
