//! A sheet of cells: one row of headings, rows, and what belongs to all of them below.

use crate::data::cells::{BOM, pasted, record};
use crate::locale::ruby;

/// The sheet. Its texts are words alone: readings are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<[String; 2]>,
}

impl Table {
    /// A sheet with its headings.
    pub fn new<T: AsRef<str>>(head: impl IntoIterator<Item = T>) -> Self {
        Self { head: words(head), ..Self::default() }
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(words(cells));
    }

    /// Says something of the whole, below the rows.
    pub fn note(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.notes.push([name, text].map(ruby::words));
        }
    }

    /// For a file: UTF-8 with BOM, CRLF. The headings come first, or a spreadsheet could neither sort nor filter.
    pub fn csv(&self) -> String {
        BOM.to_owned() + &self.written(|cells| record(cells.iter().map(String::as_str)))
    }

    /// For the clipboard.
    pub fn tsv(&self) -> String {
        self.written(|cells| pasted(cells.iter().map(String::as_str)))
    }

    fn written(&self, write: impl Fn(&[String]) -> String) -> String {
        let rows = std::iter::once(&self.head).chain(&self.rows).map(|row| write(row));
        let notes = self.notes.iter().map(|note| write(note));
        rows.chain(["\r\n".to_owned()]).chain(notes).collect()
    }
}

fn words<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> Vec<String> {
    cells.into_iter().map(|cell| ruby::words(cell.as_ref())).collect()
}
