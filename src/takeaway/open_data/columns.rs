//! What the columns of open data are: their titles, datatypes and units, from which the metadata beside each CSV are made.

use crate::locale::Key;

/// A period as the data write it: `2023年度`, `2023年`.
pub const PERIOD: Datatype = Datatype::Pattern(r"[0-9]{4}年度?");
/// A period of a number in prose: a [`PERIOD`] or a month, or from one to another, which may be open.
pub const WHEN: Datatype = Datatype::Pattern(r"[0-9]{4}年(度|[0-9]{1,2}月)?(～([0-9]{4}年(度|[0-9]{1,2}月)?)?)?");
/// The number of a measure: `1-2`.
pub const MEASURE: Datatype = Datatype::Pattern(r"[0-9]+-[0-9]+");

/// Between the values of a [`Datatype::List`].
pub const SEPARATOR: &str = ";";

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// As in the heading.
    pub name: &'static str,
    /// What it is called.
    pub title: Key,
    /// What its cells hold.
    pub datatype: Datatype,
    /// What its numbers count.
    pub unit: Option<Unit>,
    /// Whether no cell is empty.
    pub is_required: bool,
}

/// What cells hold.
#[derive(Clone, Copy, Debug)]
pub enum Datatype {
    /// Any text.
    Text,
    /// A text that a regular expression matches as a whole.
    Pattern(&'static str),
    /// One of some codes, each with what it means.
    Code(&'static [(&'static str, Key)]),
    /// Texts with [`SEPARATOR`] between them.
    List,
    /// Digits with a point, without thousands separators.
    Decimal,
    /// Digits alone.
    Integer,
    /// A calendar year.
    Year,
    /// `true` or `false`.
    Boolean,
}

/// What numbers count.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    /// The same in each row.
    Said(Key),
    /// What a column of a file says, of the same row or of the row with the same id.
    In {
        /// The file.
        file: &'static str,
        /// The column.
        column: &'static str,
    },
}

impl Column {
    /// A column in which no cell is empty.
    pub const fn new(name: &'static str, title: Key, datatype: Datatype) -> Self {
        Self { name, title, datatype, unit: None, is_required: true }
    }

    /// The same where a cell may be empty: nothing is published, printed or known there.
    pub const fn optional(self) -> Self {
        Self { is_required: false, ..self }
    }

    /// The same with a unit.
    pub const fn in_unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }
}
