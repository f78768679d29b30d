//! Reads the cells of an `.xlsx` workbook: texts as a spreadsheet shows them, by row and column, with what is hidden, merged,
//! a date or a formula without a result.
//!
//! A workbook comes from anywhere. It is read part by part within [`Limits`], whatever it says of its own sizes, and what
//! exceeds them or is broken is one [`Refusal`]. Macros are never run; a workbook that has some is refused.
//!
//! Written on `zip` and `quick-xml`: the workbook crates make room for as many strings as a file claims to have, which ends
//! the program, and do not tell which rows are hidden.

mod archive;
mod dates;
mod format;
mod parts;
mod sheet;

use archive::Archive;

/// How much of a workbook is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes of all parts together when unpacked.
    pub unpacked: u64,
    /// Cells that hold something, of all sheets.
    pub cells: usize,
    /// Bytes of their texts.
    pub text: usize,
    /// Sheets.
    pub sheets: usize,
}

impl Default for Limits {
    /// For a file of 5 MB, as others of a reader's own may have.
    fn default() -> Self {
        Self {
            bytes: 5 * 1024 * 1024,
            unpacked: 64 * 1024 * 1024,
            cells: 1_000_000,
            text: 16 * 1024 * 1024,
            sheets: 100,
        }
    }
}

/// Why a workbook is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than are read.
    #[error("the file is too large")]
    TooLarge,
    /// More bytes than are read when unpacked, as in a file made to fill the memory.
    #[error("the file unpacks to more than is read")]
    Unpacked,
    /// More cells, texts or sheets than are read.
    #[error("the workbook has more cells than are read")]
    TooManyCells,
    /// A workbook of before 2007, or one that opens with a password: their files begin alike.
    #[error("the workbook is of the old form (.xls) or locked with a password")]
    OldOrLocked,
    /// Another file: no archive, or one of something else.
    #[error("the file is no .xlsx workbook")]
    NoWorkbook,
    /// It holds macros.
    #[error("the workbook holds macros")]
    Macros,
    /// A part that must be there is not.
    #[error("the workbook lacks the part {0}")]
    Missing(String),
    /// A part that cannot be read.
    #[error("the workbook's part {0} is broken")]
    Broken(String),
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden in the workbook.
    pub is_hidden: bool,
    /// The rows that hold something, from the top.
    pub rows: Vec<Row>,
    /// Cells that are merged; all but the upper left one are empty.
    pub merged: Vec<Area>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet counts: from 1.
    pub number: usize,
    /// Whether it is hidden, by hand or by a filter.
    pub is_hidden: bool,
    /// The cells that hold something, from the left.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// From 0.
    pub column: usize,
    /// As a spreadsheet shows it, but for digits: all that are stored stand here, without separators.
    pub text: String,
    /// What it is.
    pub kind: Kind,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A number; a share in per cent, or with the unit of its format, where it is shown so.
    Number,
    /// A day, as `2024-03-31`; without its year, as `3月31日`, where it is shown so: Excel makes one of what is typed as 3-31.
    Date,
    /// `TRUE` or `FALSE`.
    Boolean,
    /// An error such as `#DIV/0!`.
    Error,
    /// A formula whose result is not stored. Its text is empty.
    Uncalculated,
}

/// Merged cells: their first and last row, from 1, and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

/// Whether bytes begin as those of a workbook, of any age.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(archive::ZIP) || bytes.starts_with(archive::COMPOUND)
}

/// Reads all sheets of a workbook in their order.
///
/// # Errors
/// See [`Refusal`].
pub fn sheets(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Refusal> {
    let mut archive = Archive::open(bytes, limits)?;
    let book = parts::book(&mut archive)?;
    if book.sheets.len() > limits.sheets {
        return Err(Refusal::TooManyCells);
    }
    let strings = parts::strings(&mut archive, &book)?;
    let formats = parts::formats(&mut archive, &book)?;
    let mut left = sheet::Left { cells: limits.cells, text: limits.text };
    let shared = sheet::Shared { strings: &strings, formats: &formats, is_1904: book.is_1904 };
    let read = |named: &parts::Named| sheet::read(&mut archive, named, &shared, &mut left);
    book.sheets.iter().map(read).collect()
}

impl Sheet {
    /// What is in sight as CSV whose lines and fields stand where the sheet's rows and columns do: hidden rows are empty.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        let mut line = 1;
        for row in self.rows.iter().filter(|row| !row.is_hidden) {
            while line < row.number {
                text.push('\n');
                line += 1;
            }
            let mut column = 0;
            for cell in &row.cells {
                while column < cell.column {
                    text.push(',');
                    column += 1;
                }
                field(&mut text, &cell.text);
            }
        }
        text.push('\n');
        text
    }

    /// Fields of [`Self::csv`], the empty ones among them: a few cells may stand far apart.
    pub fn fields(&self) -> usize {
        let last = |row: &Row| row.cells.last().map_or(0, |cell| cell.column + 1);
        self.rows.iter().map(last).sum::<usize>() + self.rows.last().map_or(0, |row| row.number)
    }

    /// How many rows are hidden.
    pub fn hidden_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.is_hidden).count()
    }

    /// The first formula whose result is not stored: row, from 1, and column, from 0.
    pub fn uncalculated(&self) -> Option<(usize, usize)> {
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell)));
        let mut unknown = cells.filter(|(_, cell)| cell.kind == Kind::Uncalculated);
        unknown.next().map(|(row, cell)| (row, cell.column))
    }
}

/// A field of CSV. Line breaks within a cell are spaces: each row is one line.
fn field(into: &mut String, text: &str) {
    let needs_quotes = text.contains(['"', ',', ';', '\t', '\n', '\r']);
    if !needs_quotes {
        into.push_str(text);
        return;
    }
    into.push('"');
    for letter in text.chars() {
        match letter {
            '"' => into.push_str("\"\""),
            '\n' => into.push(' '),
            '\r' => {}
            other => into.push(other),
        }
    }
    into.push('"');
}
