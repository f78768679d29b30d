//! Blank forms: tables of the content with what is known filled in and a place for what is not.

use crate::data::Dataset;
use crate::data::actuals::COLUMNS;
use crate::data::cells::{BOM, record};
use crate::takeaway::open_data;

/// A form by its file: for readings a row for each KPI and nothing measured; other tables as they are published, to be
/// written over. Empty where there is no such form.
pub fn blank(data: &Dataset, file: &str) -> String {
    match file {
        "kpi_actuals.csv" => {
            let rows = data.kpi.kpis.iter().map(|kpi| {
                let note = format!("{}（{}）", kpi.name, kpi.unit);
                record([kpi.id.as_str(), "", "", "", note.trim_end_matches("（）")])
            });
            BOM.to_owned() + &record(COLUMNS) + &rows.collect::<String>()
        }
        "kpi.csv" => open_data::kpi(data),
        "lq.csv" => open_data::lq(data),
        "swot.csv" => open_data::swot(data),
        _ => String::new(),
    }
}

/// A table of the readings with one row: KPI, period, value, source, note.
pub fn reading(cells: [&str; 5]) -> String {
    record(COLUMNS) + &record(cells.map(str::trim))
}
