//! What can be wrong, with what English says of it; `words` has the Japanese and the remedies.

use super::words::short;
use super::{Expected, FaultLang, IdError};

/// One statement in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: String,
    /// Japanese.
    pub ja: String,
}

impl Words {
    /// The same said twice.
    pub fn new(en: impl Into<String>, ja: impl Into<String>) -> Self {
        Self { en: en.into(), ja: ja.into() }
    }
}

/// How quotation marks can be wrong in CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFault {
    /// One stands in a field that does not start with one.
    Inside,
    /// Something follows the closing one.
    After,
    /// The closing one is missing.
    Unclosed,
}

/// How a header differs from that of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherHeader {
    /// What differs.
    pub found: Words,
    /// The form's header line.
    pub form: String,
    /// A row under it, in English and in Japanese.
    pub row: [&'static str; 2],
}

/// Why a table is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was recognised in it, and what is missing.
    pub found: Words,
    /// What to write, with the smallest example.
    pub needed: Words,
}

/// What is wrong. Each kind knows its message and its remedy in both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// There is no such file.
    #[error("is missing")]
    Missing,
    /// The file is not in a known encoding.
    #[error("is not in UTF-8")]
    Encoding,
    /// Nothing in it.
    #[error("holds no data")]
    Empty,
    /// A list that must hold something.
    #[error("holds no record")]
    NoRecords,
    /// HTML, such as a login page or the page of an error 404.
    #[error("is a web page, not data")]
    WebPage,
    /// A spreadsheet's own format.
    #[error("is a workbook (.xlsx, .xls, .ods), not CSV")]
    Workbook,
    /// A ZIP archive or another packed file.
    #[error("is a packed file (.zip), not data")]
    Archive,
    /// A document made for paper.
    #[error("is a PDF, not data")]
    Pdf,
    /// A character that no XML may hold, or that stands for another encoding's letter.
    #[error("holds the control character U+{:04X}", u32::from(*.0))]
    Control(char),
    /// More bytes than are read.
    #[error("{bytes} bytes, {most} at most")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes read at most.
        most: usize,
    },
    /// Neither of the known forms.
    #[error("is none of the files that a widget shows ({})", .0.en)]
    UnknownForm(Words),
    /// A table of another kind than is shown, or one that lacks something.
    #[error("{}", .0.found.en)]
    Unrecognised(Box<Refusal>),
    /// Not JSON.
    #[error("expected {0}")]
    Syntax(&'static str),
    /// Another type of value.
    #[error("expected {}", .0.words(FaultLang::En))]
    Expected(Expected),
    /// A malformed id, code, period or word.
    #[error("{0}")]
    NotA(IdError),
    /// A field nobody knows.
    #[error("unknown field `{}`, expected one of {known}", short(.name))]
    UnknownField {
        /// Its name.
        name: String,
        /// The names known.
        known: String,
    },
    /// A field written twice in one object.
    #[error("field `{}` stands twice", short(.0))]
    RepeatedField(String),
    /// A field that must be there.
    #[error("missing field `{0}`")]
    MissingField(String),
    /// A CSV's header line is almost that of a form.
    #[error("the header differs: {}", .0.found.en)]
    Header(Box<OtherHeader>),
    /// A CSV separated by another character.
    #[error("fields are separated by `{0}`, not by a comma")]
    Separator(char),
    /// A row of another length.
    #[error("{found} fields, {expected} expected")]
    FieldCount {
        /// Fields found.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
    /// Quotation marks of CSV.
    #[error("{}", quote_en(*.0))]
    Quote(QuoteFault),
    /// An empty cell where a text must stand.
    #[error("is empty")]
    Blank,
    /// Not a number.
    #[error("`{}` is not a number", short(.0))]
    NotNumber(String),
    /// Neither a number nor a sign that none is published.
    #[error("`{}` is not a number", short(.0))]
    NotValue(String),
    /// A number that can be read in two ways.
    #[error("`{}` can be read as two different numbers", short(.0))]
    AmbiguousNumber(String),
    /// More digits than are taken.
    #[error("`{}` has more digits than are taken", short(.text))]
    LongNumber {
        /// The cell.
        text: String,
        /// Decimals taken.
        most_decimals: usize,
    },
    /// A level below zero, which no gauge can show.
    #[error("{0} is below zero, where gauges begin")]
    BelowZero(String),
    /// Another spelling of what is meant.
    #[error("`{}` must be written {meant}", short(.found))]
    Spelling {
        /// The cell.
        found: String,
        /// What it should be.
        meant: String,
    },
    /// A number such as 1-1 that a spreadsheet took for a date.
    #[error("`{}` is a date that Excel made of a number such as 1-1", short(.0))]
    Dated(String),
    /// A year, fiscal or not.
    #[error("`{}` can be {fiscal}年度 (April to March) or {calendar}年 (January to December)", short(.found))]
    OpenPeriod {
        /// The cell.
        found: String,
        /// The fiscal year it may be.
        fiscal: u16,
        /// The calendar year it may be.
        calendar: u16,
    },
    /// A text longer than shown.
    #[error("{found} characters, {most} at most")]
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters read at most.
        most: usize,
    },
    /// More records than shown.
    #[error("{found} records, {most} at most")]
    TooMany {
        /// Records found.
        found: usize,
        /// Records read at most.
        most: usize,
    },
    /// Two records share an id.
    #[error("`{}` stands twice", short(.0))]
    Duplicate(String),
    /// Many records share their ids.
    #[error("{count} rows say again what stands above them, the first of them `{}`", short(.first))]
    Repeated {
        /// How many.
        count: usize,
        /// Id of the first.
        first: String,
    },
    /// A link names a record that does not exist.
    #[error("`{}` does not exist", short(.0))]
    Dangling(String),
    /// A number outside what it may be.
    #[error("{value} is outside {range}")]
    OutOfRange {
        /// The value found.
        value: String,
        /// The range allowed.
        range: String,
    },
    /// A list that must be as long as another.
    #[error("{found} values, one for each of {expected} cities expected")]
    Length {
        /// Values found.
        found: usize,
        /// Cities.
        expected: usize,
    },
    /// A field of the matrix that is not there, not even empty.
    #[error("quadrant {0} is missing")]
    MissingQuadrant(&'static str),
    /// Two fields contradict each other.
    #[error("{}", .0.en)]
    Contradiction(Words),
    /// More faults than are listed.
    #[error("and {0} more")]
    More(usize),
}

fn quote_en(fault: QuoteFault) -> &'static str {
    match fault {
        QuoteFault::Inside => "a quotation mark stands inside a field that does not start with one",
        QuoteFault::After => "something stands between a closing quotation mark and the comma",
        QuoteFault::Unclosed => "a quotation mark is opened and never closed",
    }
}

impl From<IdError> for FaultKind {
    fn from(error: IdError) -> Self {
        Self::NotA(error)
    }
}
