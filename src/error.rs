//! Floor 0: what can be wrong with data, said with its place and its remedy in English and Japanese, plain and easy.

use std::fmt;

// By path, because the build script and xtask include this file by path as well.
#[path = "error/easy.rs"]
mod easy;
#[path = "error/expected.rs"]
mod expected;
#[path = "error/kind.rs"]
mod kind;
#[path = "error/list.rs"]
mod list;
#[path = "error/words.rs"]
mod words;

pub use expected::{Expected, IdError};
pub use kind::{FaultKind, OtherHeader, QuoteFault, Refusal, Words};
pub use list::FaultList;

/// The language a fault is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultLang {
    /// English, for developers.
    En,
    /// Japanese, for city staff.
    Ja,
}

/// Where in a file a fault lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// 1-based line and column of a text file, with the path of the field where one is known.
    Text {
        /// 1-based line.
        line: usize,
        /// 1-based column.
        column: usize,
        /// JSON path such as `tables[0].rows[3]`, empty when unknown.
        path: String,
    },
    /// The path of a record, for faults between records.
    Path(String),
    /// The file as a whole.
    File,
}

/// One fault in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// File name, relative to the data directory.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of a record named by its path.
    pub fn at(file: &str, path: impl Into<String>, kind: FaultKind) -> Self {
        Self { file: file.to_owned(), place: Place::Path(path.into()), kind }
    }

    /// One line: `file:line:col or path — fault — what to do`.
    ///
    /// ```
    /// use shigoto_widgets::error::{Fault, FaultKind, FaultLang};
    /// let fault = Fault::at("links.json", "issue_measure[2].to", FaultKind::Dangling("9-9".into()));
    /// assert_eq!(
    ///     fault.line(FaultLang::En),
    ///     "links.json:issue_measure[2].to — `9-9` does not exist — correct the name or add the record it names"
    /// );
    /// assert!(fault.line(FaultLang::Ja).contains("「9-9」は存在しません"));
    /// ```
    pub fn line(&self, lang: FaultLang) -> String {
        let file = &self.file;
        let place = match &self.place {
            Place::Text { line, column, path } if path.is_empty() => format!("{file}:{line}:{column}"),
            Place::Text { line, column, path } => format!("{file}:{line}:{column} ({path})"),
            Place::Path(path) => format!("{file}:{path}"),
            Place::File => file.clone(),
        };
        format!("{} — {}", on_one_line(&place), self.message(lang))
    }

    /// What is wrong and what to do, without the place: `fault — what to do`.
    pub fn message(&self, lang: FaultLang) -> String {
        on_one_line(&format!("{} — {}", self.kind.message(lang), self.kind.remedy(lang)))
    }

    /// 1-based line, where one is known.
    pub fn line_number(&self) -> Option<usize> {
        match self.place {
            Place::Text { line, .. } => Some(line),
            _ => None,
        }
    }

    /// 1-based column, where one is known: characters in JSON, fields in CSV.
    pub fn column(&self) -> Option<usize> {
        match self.place {
            Place::Text { column, .. } => Some(column),
            _ => None,
        }
    }

    /// Path of the field in JSON, its name in CSV; empty when it is the file as a whole.
    pub fn path(&self) -> &str {
        match &self.place {
            Place::Text { path, .. } | Place::Path(path) => path,
            Place::File => "",
        }
    }
}

/// A cell may hold a line break, or turn the direction of what follows; a fault is one legible line all the same.
fn on_one_line(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            letter if letter.is_control() => '␤',
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '␣',
            letter => letter,
        })
        .collect()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(FaultLang::En))
    }
}

impl std::error::Error for Fault {}
