//! Splits CSV into records and fields, told apart from what only looks like it by line and field.
//!
//! Crates that read CSV forgive a stray quotation mark and then shift every cell after it; a city officer must be told.

use std::borrow::Cow;

use crate::error::QuoteFault;

/// One record. Blank lines are records of one empty field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// 1-based line on which it starts.
    pub line: usize,
    /// Its fields; spaces round an unquoted one are left out.
    pub fields: Vec<Cow<'a, str>>,
    /// Quotation marks gone wrong: line, index of the field, how.
    pub faults: Vec<(usize, usize, QuoteFault)>,
}

/// Reads record after record. Lines end in LF, CRLF or CR.
///
/// ```
/// use shigoto_widgets::data::csv::{Reader, Record};
/// let mut reader = Reader::new("a, b ,\"c,\"\"d\"\"\r\ne\"\r\nf", ',');
/// let mut record = Record::default();
/// assert!(reader.read(&mut record));
/// assert_eq!(record.fields, ["a", "b", "c,\"d\"\r\ne"]);
/// assert!(reader.read(&mut record));
/// assert_eq!((record.line, record.fields.len()), (3, 1));
/// assert!(!reader.read(&mut record));
/// ```
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a str,
    line: usize,
    separator: u8,
}

impl<'a> Reader<'a> {
    /// A reader of `text`; the separator is an ASCII character.
    pub fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, line: 1, separator: u8::try_from(separator).unwrap_or(b',') }
    }

    /// Reads the next record into `record`; `false` at the end of the text.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        record.line = self.line;
        record.fields.clear();
        record.faults.clear();
        if self.rest.is_empty() {
            return false;
        }
        loop {
            let field = self.field(record);
            record.fields.push(field);
            if !self.takes(self.separator) {
                self.end_line();
                return true;
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Takes `count` bytes, which must end on a character's boundary.
    fn take(&mut self, count: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        if is_next {
            self.take(1);
        }
        is_next
    }

    fn end_line(&mut self) {
        let has_cr = self.takes(b'\r');
        if self.takes(b'\n') || has_cr {
            self.line += 1;
        }
    }

    /// Takes everything up to the next separator or line end.
    fn bare(&mut self) -> &'a str {
        let ends = |byte: &u8| *byte == self.separator || matches!(*byte, b'\n' | b'\r');
        let length = self.rest.as_bytes().iter().position(ends).unwrap_or(self.rest.len());
        self.take(length)
    }

    fn field(&mut self, record: &mut Record<'a>) -> Cow<'a, str> {
        let separator = self.separator;
        let is_space = |byte: &u8| matches!(*byte, b' ' | b'\t') && *byte != separator;
        let spaces = self.rest.as_bytes().iter().take_while(|byte| is_space(byte)).count();
        if self.rest.as_bytes().get(spaces) == Some(&b'"') {
            self.take(spaces + 1);
            return self.quoted(record);
        }
        let text = self.bare();
        if text.as_bytes().contains(&b'"') {
            record.faults.push((self.line, record.fields.len(), QuoteFault::Inside));
        }
        Cow::Borrowed(text.trim())
    }

    /// The rest of a field whose opening mark is taken.
    fn quoted(&mut self, record: &mut Record<'a>) -> Cow<'a, str> {
        let (opened, index) = (self.line, record.fields.len());
        let mut text = Cow::Borrowed("");
        loop {
            let Some(length) = self.rest.as_bytes().iter().position(|byte| *byte == b'"') else {
                record.faults.push((opened, index, QuoteFault::Unclosed));
                let rest = self.take(self.rest.len());
                self.line += line_ends(rest);
                return joined(text, rest);
            };
            let piece = self.take(length);
            self.line += line_ends(piece);
            text = joined(text, piece);
            self.take(1);
            if !self.takes(b'"') {
                break;
            }
            text = joined(text, "\"");
        }
        if !self.bare().trim().is_empty() {
            record.faults.push((self.line, index, QuoteFault::After));
        }
        text
    }
}

fn joined<'a>(text: Cow<'a, str>, piece: &'a str) -> Cow<'a, str> {
    if text.is_empty() { Cow::Borrowed(piece) } else { text + piece }
}

/// Line ends in a text: LF, CRLF and CR count one each.
fn line_ends(text: &str) -> usize {
    let mut before = 0;
    let mut count = 0;
    for byte in text.bytes() {
        count += usize::from(byte == b'\r' || (byte == b'\n' && before != b'\r'));
        before = byte;
    }
    count
}
