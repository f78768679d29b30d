//! Floor 0: what can be wrong with data, said with its place and its remedy in English and Japanese.

use std::fmt;

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

/// What is wrong. Each kind knows its message and its remedy in both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The file is not in UTF-8.
    #[error("is not in UTF-8")]
    Encoding,
    /// Not the expected form: syntax, unknown or missing field, wrong type, malformed id.
    #[error("{0}")]
    Form(String),
    /// Two records share an id.
    #[error("`{0}` stands twice")]
    Duplicate(String),
    /// A link names a record that does not exist.
    #[error("`{0}` does not exist")]
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
    /// Two fields contradict each other.
    #[error("{0}")]
    Contradiction(String),
}

impl FaultKind {
    fn message_ja(&self) -> String {
        match self {
            Self::Unreadable(why) => format!("読み込めません（{why}）"),
            Self::Encoding => "文字コードがUTF-8ではありません".to_owned(),
            Self::Form(why) => format!("形式が正しくありません（{why}）"),
            Self::Duplicate(id) => format!("「{id}」が重複しています"),
            Self::Dangling(id) => format!("「{id}」は存在しません"),
            Self::OutOfRange { value, range } => format!("{value} は範囲外です（{range}）"),
            Self::Count { found, expected } => format!("{expected}件のはずが{found}件です"),
            Self::Contradiction(why) => format!("内容が食い違っています（{why}）"),
        }
    }

    fn remedy(&self, lang: FaultLang) -> &'static str {
        let (en, ja) = match self {
            Self::Unreadable(_) => ("restore the file or its permissions", "ファイルの有無と権限を確かめてください"),
            Self::Encoding => ("save the file again as UTF-8", "UTF-8で保存し直してください"),
            Self::Form(_) => {
                ("compare with data/schema and mend this place", "data/schema と見比べて、この場所を直してください")
            }
            Self::Duplicate(_) => ("remove or rename one of the two", "どちらかを消すか、別の名前にしてください"),
            Self::Dangling(_) => {
                ("correct the name or add the record it names", "名前を直すか、参照先を追加してください")
            }
            Self::OutOfRange { .. } => ("check the number against the source", "出典の数値を確かめてください"),
            Self::Count { .. } => (
                "restore the missing record, or correct data/counts.json if the source says so",
                "抜けた行を戻すか、出典どおりなら data/counts.json を直してください",
            ),
            Self::Contradiction(_) => ("make the two fields agree", "二つの項目を一致させてください"),
        };
        match lang {
            FaultLang::En => en,
            FaultLang::Ja => ja,
        }
    }
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
        let message = match lang {
            FaultLang::En => self.kind.to_string(),
            FaultLang::Ja => self.kind.message_ja(),
        };
        let remedy = self.kind.remedy(lang);
        let line = match &self.place {
            Place::Text { line, column, path } if path.is_empty() => {
                format!("{}:{line}:{column} — {message} — {remedy}", self.file)
            }
            Place::Text { line, column, path } => {
                format!("{}:{line}:{column} ({path}) — {message} — {remedy}", self.file)
            }
            Place::Path(path) => format!("{}:{path} — {message} — {remedy}", self.file),
            Place::File => format!("{} — {message} — {remedy}", self.file),
        };
        // A cell may hold a line break; a fault is one line all the same.
        line.chars().map(|letter| if letter.is_control() { '␤' } else { letter }).collect()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(FaultLang::En))
    }
}

impl std::error::Error for Fault {}

/// A string that is not the id it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {expected}")]
pub struct IdError {
    /// The string found.
    pub found: String,
    /// What it should have been.
    pub expected: &'static str,
}

impl IdError {
    /// `found` is not `expected`.
    pub fn new(found: &str, expected: &'static str) -> Self {
        Self { found: found.to_owned(), expected }
    }
}
