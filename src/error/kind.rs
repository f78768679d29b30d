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

/// What is wrong. Each kind knows its message and its remedy in both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file cannot be read.
    #[error("cannot be read: {}", .0.en)]
    Unreadable(Words),
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
    #[error("is an Excel workbook, not CSV")]
    Workbook,
    /// More bytes than are read.
    #[error("{bytes} bytes, {most} at most")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes read at most.
        most: usize,
    },
    /// Neither of the known forms.
    #[error("is none of the files that a widget shows")]
    UnknownForm,
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
    /// A CSV's header line is another one.
    #[error("the first line must read {0}")]
    Header(String),
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
    /// More digits than can be shown exactly.
    #[error("`{}` has more digits than can be shown exactly", short(.0))]
    LongNumber(String),
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
    /// A table holds another number of records than the source.
    #[error("{found} records, {expected} expected")]
    Count {
        /// Records found.
        found: usize,
        /// Records printed in the source.
        expected: usize,
    },
    /// A list that must be as long as another.
    #[error("{found} values, one for each of {expected} cities expected")]
    Length {
        /// Values found.
        found: usize,
        /// Cities.
        expected: usize,
    },
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
