//! Every cell of a text in rows and columns, as a spreadsheet shows it.

use std::borrow::Cow;

use super::super::csv::{Reader, Record};
use super::super::letters::{has_controls, is_control};
use super::super::sheet::{MOST_LETTERS, Row, separator};
use crate::error::{Fault, FaultKind, FaultList, Place};

/// Cells read at most: 24 MB of them.
const MOST_CELLS: usize = 1_000_000;

/// The rows that hold something.
pub struct Grid<'t> {
    rows: Vec<Line<'t>>,
    /// Cells of the widest row.
    pub width: usize,
}

/// One row.
pub struct Line<'t> {
    /// 1-based line of the file on which it starts.
    pub line: usize,
    /// 1-based row in a spreadsheet.
    pub row: usize,
    fields: Vec<Cow<'t, str>>,
}

impl Line<'_> {
    /// A cell without spaces round it; columns count from 0.
    pub fn cell(&self, column: usize) -> &str {
        Row::new(self.line, &self.fields).cell(column + 1)
    }

    /// Columns in which something stands.
    pub fn filled(&self) -> impl Iterator<Item = usize> {
        (0..self.fields.len()).filter(|column| !self.cell(*column).is_empty())
    }
}

impl<'t> Grid<'t> {
    /// Reads a text.
    ///
    /// # Errors
    /// Quotation marks gone wrong, and more cells than are read.
    pub fn read(file: &str, text: &'t str) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(text, separator(text));
        let (mut record, mut faults) = (Record::default(), FaultList::new(file));
        let mut grid = Self { rows: Vec::new(), width: 0 };
        let (mut row, mut cells, has_controls) = (0, 0, has_controls(text));
        while reader.read(&mut record) {
            row += 1;
            for (line, index, quote) in &record.faults {
                faults.add(place(*line, row, *index, ""), FaultKind::Quote(*quote));
            }
            for (index, field) in record.fields.iter().enumerate() {
                if let Some(kind) = illegible(field, has_controls) {
                    faults.add(place(record.line, row, index, ""), kind);
                }
            }
            cells += record.fields.len();
            if cells > MOST_CELLS {
                faults.add(place(record.line, row, 0, ""), FaultKind::TooMany { found: cells, most: MOST_CELLS });
                break;
            }
            let line = Line { line: record.line, row, fields: record.fields.clone() };
            let is_mark = row == 1 && line.cell(0).starts_with("sep=");
            if let Some(last) = line.filled().last().filter(|_| !is_mark) {
                grid.width = grid.width.max(last + 1);
                grid.rows.push(line);
            }
        }
        faults.or(grid)
    }

    /// The rows that hold something; blank ones are left out.
    pub fn rows(&self) -> &[Line<'t>] {
        &self.rows
    }

    /// A cell; columns count from 0.
    pub fn cell(&self, index: usize, column: usize) -> &str {
        self.rows.get(index).map_or("", |row| row.cell(column))
    }
}

/// Why a cell cannot be shown: it holds a control, or more letters than are shown.
fn illegible(field: &str, has_controls: bool) -> Option<FaultKind> {
    let control = if has_controls { field.chars().find(|letter| is_control(*letter)) } else { None };
    let found = if field.len() > MOST_LETTERS { field.chars().count() } else { 0 };
    let is_long = found > MOST_LETTERS;
    control.map(FaultKind::Control).or_else(|| is_long.then_some(FaultKind::TooLong { found, most: MOST_LETTERS }))
}

/// Where a cell stands, with its name in a spreadsheet and its heading; columns count from 0.
pub fn place(line: usize, row: usize, column: usize, heading: &str) -> Place {
    let path = [&cell_name(row, column), heading].join(" ");
    Place::Text { line, column: column + 1, path: path.trim_end().to_owned() }
}

/// What a spreadsheet calls a cell; rows count from 1, columns from 0.
///
/// ```
/// use shigoto_widgets::data::own::grid::cell_name;
/// assert_eq!([cell_name(4, 1), cell_name(1, 25), cell_name(2, 26), cell_name(3, 701)], ["B4", "Z1", "AA2", "ZZ3"]);
/// ```
pub fn cell_name(row: usize, column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.extend(u8::try_from((rest - 1) % 26).map(|letter| char::from(b'A' + letter)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}
