//! A CSV with a known header: finds which one it is, hands out rows, collects faults by line and column.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use super::amount::{self, Amount};
use super::csv::{Reader, Record};
use super::heading::{self, Columns};
use super::letters::{has_controls, is_control};
use super::spelling;
use crate::error::{Fault, FaultKind, FaultList, IdError, Place};

/// Characters of one text.
pub const MOST_LETTERS: usize = 10_000;

/// Repeated ids that are told one by one.
const MOST_REPEATS: usize = 3;

/// A row brought into the columns of a form, whatever its file calls them.
pub struct Arranged {
    /// 1-based line of the file.
    pub line: usize,
    /// A cell for each column of the form.
    pub cells: Vec<String>,
    /// Where each of them stands in the file: its column, from 1, its name in a spreadsheet and its heading.
    pub places: Vec<(usize, String)>,
}

/// Where rows come from.
enum Rows<'a> {
    Read(Reader<'a>),
    Arranged(std::vec::IntoIter<Arranged>),
}

/// A CSV whose header is read.
pub struct Sheet<'a> {
    columns: Columns,
    rows: Rows<'a>,
    /// Of an arranged row: where its cells stand.
    places: Vec<(usize, String)>,
    record: Record<'a>,
    faults: FaultList,
    /// Whether a control stands anywhere in it.
    has_controls: bool,
    /// Ids that stand again: the first few, and how many they are.
    repeats: Vec<(Place, String)>,
    repeat_count: usize,
}

impl<'a> Sheet<'a> {
    /// Opens a CSV in one of `forms`. A byte order mark and Excel's `sep=,` line are skipped; tabs separate as well.
    ///
    /// # Errors
    /// When there is no header, or another one.
    pub fn open(file: &str, text: &'a str, forms: &[Columns]) -> Result<Self, Vec<Fault>> {
        let text = text.trim_start_matches('\u{feff}');
        let mut faults = FaultList::new(file);
        let separator = separator(text);
        let mut reader = Reader::new(text, separator);
        let mut record = Record::default();
        while reader.read(&mut record) && (is_blank(&record) || is_separator_line(&record)) {}
        let fields = Row { line: record.line, fields: &record.fields }.trimmed();
        let (line, kind) = if is_blank(&record) {
            (record.line, FaultKind::Empty)
        } else if let Some((_, _, quote)) = record.faults.first() {
            (record.line, FaultKind::Quote(*quote))
        } else if let Some(columns) = forms.iter().find(|columns| fields == **columns) {
            let has_controls = has_controls(text);
            let (repeats, repeat_count) = (Vec::new(), 0);
            let (rows, places) = (Rows::Read(reader), Vec::new());
            return Ok(Self { columns, rows, places, record, faults, has_controls, repeats, repeat_count });
        } else {
            header_fault(&mut reader, &mut record, forms)
        };
        faults.add(Place::Text { line, column: 1, path: String::new() }, kind);
        Err(faults.or(()).err().unwrap_or_default())
    }

    /// Rows of a form that were found in a file of another.
    pub fn arranged(file: &str, columns: Columns, rows: Vec<Arranged>) -> Self {
        Self {
            columns,
            rows: Rows::Arranged(rows.into_iter()),
            places: Vec::new(),
            record: Record::default(),
            faults: FaultList::new(file),
            has_controls: true,
            repeats: Vec::new(),
            repeat_count: 0,
        }
    }

    /// Reads the next row; `false` at the end.
    fn next_row(&mut self) -> bool {
        match &mut self.rows {
            Rows::Read(reader) => reader.read(&mut self.record),
            Rows::Arranged(rows) => {
                let Some(Arranged { line, cells, places }) = rows.next() else { return false };
                let fields = cells.into_iter().map(Cow::Owned).collect();
                self.record = Record { line, fields, faults: Vec::new() };
                self.places = places;
                true
            }
        }
    }

    /// The form's column names.
    pub fn columns(&self) -> Columns {
        self.columns
    }

    /// Reads on to the next row of the right length. `false` at the end.
    pub fn advance(&mut self) -> bool {
        while self.next_row() {
            let line = self.record.line;
            let quotes = std::mem::take(&mut self.record.faults);
            for (line, index, quote) in &quotes {
                self.fault(*line, index + 1, FaultKind::Quote(*quote));
            }
            if !quotes.is_empty() || is_blank(&self.record) || self.holds_controls() {
                continue;
            }
            // Excel writes as many fields as its widest row has.
            let expected = self.columns.len();
            let last = self.record.fields.iter().rposition(|field| !field.is_empty()).map_or(0, |index| index + 1);
            let found = if last > expected { last } else { self.record.fields.len().min(expected) };
            if found == expected {
                return true;
            }
            self.fault(line, found, FaultKind::FieldCount { found, expected });
        }
        false
    }

    /// Whether a control stands in the row read last; each is noted.
    fn holds_controls(&mut self) -> bool {
        if !self.has_controls {
            return false;
        }
        let fields = self.record.fields.iter().enumerate();
        let found =
            fields.filter_map(|(index, field)| Some((index + 1, field.chars().find(|letter| is_control(*letter))?)));
        let found: Vec<(usize, char)> = found.collect();
        for (column, letter) in &found {
            self.fault(self.record.line, *column, FaultKind::Control(*letter));
        }
        !found.is_empty()
    }

    /// The row read last.
    pub fn row(&self) -> Row<'a, '_> {
        Row { line: self.record.line, fields: &self.record.fields }
    }

    /// Line of the row read last.
    pub fn line(&self) -> usize {
        self.record.line
    }

    /// Notes a fault; columns count from 1.
    pub fn fault(&mut self, line: usize, column: usize, kind: FaultKind) {
        let place = self.place(line, column);
        self.faults.add(place, kind);
    }

    /// Where a cell stands: by the form's column, in an arranged row by the file's own.
    fn place(&self, line: usize, column: usize) -> Place {
        let index = column.saturating_sub(1);
        if let Some((column, path)) = self.places.get(index).cloned() {
            return Place::Text { line, column, path };
        }
        let path = self.columns.get(index).map_or_else(String::new, |name| (*name).to_owned());
        Place::Text { line, column, path }
    }

    /// Notes a fault of the row read last, or hands out what was read; `column` counts from 1.
    pub fn noted<T, E: Into<FaultKind>>(&mut self, column: usize, read: Result<T, E>) -> Option<T> {
        read.map_err(|kind| self.fault(self.record.line, column, kind.into())).ok()
    }

    /// Notes that an id stands again. Many of them are told as one fault when the sheet is finished.
    pub fn repeated(&mut self, line: usize, column: usize, id: String) {
        self.repeat_count += 1;
        if self.repeats.len() < MOST_REPEATS {
            self.repeats.push((self.place(line, column), id));
        }
    }

    /// A cell that parses into `T`; another spelling is told by the right one.
    pub fn parsed<T: FromStr<Err = IdError> + Display>(&mut self, column: usize) -> Option<T> {
        let cell = self.row().cell(column);
        let read = cell.parse().map_err(|error| {
            if let Some(meant) = spelling::meant::<T>(cell) {
                FaultKind::Spelling { found: cell.to_owned(), meant }
            } else if spelling::month_and_day(cell).is_some() {
                FaultKind::Dated(cell.to_owned())
            } else if cell.is_empty() {
                FaultKind::Blank
            } else {
                FaultKind::NotA(error)
            }
        });
        self.noted(column, read)
    }

    /// A cell that holds a number.
    pub fn amount(&mut self, column: usize, most_decimals: usize) -> Option<Amount> {
        let cell = self.row().cell(column);
        let read = if cell.is_empty() { Err(FaultKind::Blank) } else { amount::read(cell, most_decimals) };
        self.noted(column, read)
    }

    /// A text, which may be empty.
    pub fn text(&mut self, column: usize) -> Option<String> {
        let text = self.row().text(column);
        let found = if text.len() > MOST_LETTERS { text.chars().count() } else { 0 };
        let read = if found > MOST_LETTERS {
            Err(FaultKind::TooLong { found, most: MOST_LETTERS })
        } else {
            Ok(text.into_owned())
        };
        self.noted(column, read)
    }

    /// A text that must say something.
    pub fn words(&mut self, column: usize) -> Option<String> {
        // With and without our mark, behind which a space may stand.
        let is_blank = self.row().cell(column).is_empty() || self.row().text(column).trim().is_empty();
        if is_blank { self.noted(column, Err(FaultKind::Blank)) } else { self.text(column) }
    }

    /// `value`, or all faults noted.
    ///
    /// # Errors
    /// When a fault was noted.
    pub fn finish<T>(mut self, value: T) -> Result<T, Vec<Fault>> {
        let (repeats, count) = (std::mem::take(&mut self.repeats), self.repeat_count);
        let (most, is_few) = if count > MOST_REPEATS { (1, false) } else { (MOST_REPEATS, true) };
        for (place, id) in repeats.into_iter().take(most) {
            let kind = if is_few { FaultKind::Duplicate(id) } else { FaultKind::Repeated { count, first: id } };
            self.faults.add(place, kind);
        }
        self.faults.or(value)
    }

    /// Whether no fault was noted.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.repeats.is_empty()
    }
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'a, 'r> {
    /// 1-based line on which it starts.
    pub line: usize,
    fields: &'r [Cow<'a, str>],
}

impl<'a, 'r> Row<'a, 'r> {
    /// The fields of a row.
    pub fn new(line: usize, fields: &'r [Cow<'a, str>]) -> Self {
        Self { line, fields }
    }

    /// A cell without spaces round it and without our mark, for an id may begin with a minus; columns count from 1.
    pub fn cell(self, column: usize) -> &'r str {
        let cell = self.fields.get(column.saturating_sub(1)).map_or("", |field| field.trim());
        cell.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(cell)
    }

    /// A cell as it is, but for the mark our own CSV files put before what a spreadsheet would take for a formula.
    pub fn text(self, column: usize) -> Cow<'a, str> {
        let field = self.fields.get(column.saturating_sub(1)).cloned().unwrap_or_default();
        match field.strip_prefix('\'') {
            Some(rest) if starts_formula(rest) => Cow::Owned(rest.to_owned()),
            _ => field,
        }
    }

    /// The cells without empty ones at the end.
    fn trimmed(self) -> Vec<&'r str> {
        let last = self.fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |index| index + 1);
        self.fields.iter().take(last).map(|field| field.trim()).collect()
    }
}

/// Whether a spreadsheet may take a text for a formula. Apostrophes before it do not count: each may be a mark of ours.
pub fn starts_formula(text: &str) -> bool {
    let start = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    text.trim_start_matches('\'').starts_with(start)
}

fn is_blank(record: &Record) -> bool {
    record.fields.iter().all(|field| field.trim().is_empty())
}

/// Excel's own line that says what separates fields, split or not.
fn is_separator_line(record: &Record) -> bool {
    record.line == 1 && record.fields.first().is_some_and(|field| field.starts_with("sep="))
}

/// What separates the fields: the one of these that most of the first lines have, for a title above the header has none.
pub fn separator(text: &str) -> char {
    let lines = || text.split(['\r', '\n']).filter(|line| !line.starts_with("sep=")).take(heading::MOST_ROWS);
    let count = |mark: char| lines().filter(|line| line.contains(mark)).count();
    let marks = [',', '\t', ';'].map(|mark| (mark, count(mark)));
    marks.into_iter().reduce(|most, next| if next.1 > most.1 { next } else { most }).map_or(',', |(mark, _)| mark)
}

/// Line and kind of what is wrong with a header that is none of `forms`; `record` is the first that is not blank.
fn header_fault<'a>(reader: &mut Reader<'a>, record: &mut Record<'a>, forms: &[Columns]) -> (usize, FaultKind) {
    let split: Vec<&str> = record.fields.first().map_or("", |field| &**field).split('，').map(str::trim).collect();
    if forms.contains(&split.as_slice()) {
        return (record.line, FaultKind::Separator('，'));
    }
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    loop {
        if !is_blank(record) {
            lines.push(record.line);
            rows.push(Row { line: record.line, fields: &record.fields }.trimmed().into_iter().map(one_line).collect());
        }
        if rows.len() == heading::MOST_ROWS || !reader.read(record) {
            break;
        }
    }
    let (index, kind) = heading::fault(&rows, forms);
    (lines.get(index).copied().unwrap_or(1), kind)
}

/// A cell of a heading may be broken over lines.
fn one_line(cell: &str) -> String {
    cell.split(['\r', '\n']).map(str::trim).collect()
}
