//! One value, target or text of a place's content that became another.

use std::fmt;
use std::str::FromStr;

use super::about::Date;
use super::record::{records, text_values};
use crate::error::{Expected, IdError};

records! {
    /// A statement before and after. At least one of `old` and `new` is there, and they differ.
    pub struct Change {
        /// What kind of thing is stated.
        pub part: Part,
        /// Which record states it, as in `startups/2025年度`, `output/農業/hinode`, `S-1` or `2-1-p3`; empty where the file
        /// itself does.
        pub id: String,
        /// Which field of the record, as in `target.value`.
        pub field: String,
        /// What the record is about, from the general to the particular, in the source's language.
        pub names: Vec<String> = <Vec<String>>::default(),
        /// Unit of both values as printed; empty where there is none.
        pub unit: String = String::new(),
        /// What was stated, as printed; `None` where nothing was.
        pub old: Option<String>,
        /// What is stated now, as printed; `None` where nothing is.
        pub new: Option<String>,
        /// Why, where that is not the reason of the whole edition.
        pub reason: Option<String>,
        /// Who states it, where that is not the source of the whole edition.
        pub source: Option<String>,
        /// When it was published; its edition says so, too.
        pub date: Option<EditionDate>,
    }
}

/// The day on which an edition was published, or its month where no day is known: `2025-02`, `2026-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionDate {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: Option<u8>,
}

impl FromStr for EditionDate {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError::new(text, Expected::EditionDate);
        let whole = if text.len() == "2025-02".len() { [text, "-01"].concat() } else { text.to_owned() };
        let Date { year, month, day } = whole.parse().map_err(|_| error())?;
        Ok(Self { year, month, day: (whole == text).then_some(day) })
    }
}

impl fmt::Display for EditionDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// What kind of thing is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A reading of a KPI.
    Reading,
    /// A KPI: its baseline, its target, its words.
    Kpi,
    /// A location quotient, or a table of them.
    Quotient,
    /// A factor, strategy or key issue of the cross-SWOT matrix.
    Swot,
    /// A text of the strategy's body.
    Strategy,
    /// A number stated in prose.
    Fact,
    /// A number of another table.
    Table,
    /// A term of the glossary.
    Term,
    /// How the strategy was made.
    About,
    /// An editorial link.
    Link,
    /// A translation.
    Translation,
    /// What the site itself is called, and which languages it speaks.
    Site,
    /// Any other file.
    File,
}

impl Part {
    /// All kinds, in the order in which changes are told.
    pub const ALL: [Self; 13] = [
        Self::Reading,
        Self::Kpi,
        Self::Quotient,
        Self::Swot,
        Self::Strategy,
        Self::Fact,
        Self::Table,
        Self::Term,
        Self::About,
        Self::Link,
        Self::Translation,
        Self::Site,
        Self::File,
    ];

    /// The word of the data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Kpi => "kpi",
            Self::Quotient => "quotient",
            Self::Swot => "swot",
            Self::Strategy => "strategy",
            Self::Fact => "fact",
            Self::Table => "table",
            Self::Term => "term",
            Self::About => "about",
            Self::Link => "link",
            Self::Translation => "translation",
            Self::Site => "site",
            Self::File => "file",
        }
    }
}

impl FromStr for Part {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::ALL.into_iter().find(|part| part.as_str() == text).ok_or_else(|| IdError::new(text, Expected::Part))
    }
}

text_values! {
    Part, Part::File;
    EditionDate, EditionDate { year: 0, month: 1, day: None };
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What became of a statement, or of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is another.
    Corrected,
    /// It is gone.
    Removed,
}

/// Whose a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Printed in the strategy, or published as a reading.
    Published,
    /// Published in our wording: mended, or shortened.
    Worded,
    /// Ours: order, references, notes, links, translations.
    Editorial,
}

/// The pseudo-field of a list whose records stand in another order; its `id` is the list.
pub const ORDER: &str = "order";

/// Fields that identify a record, refer, or say what is ours about it.
const EDITORIAL: [&str; 25] = [
    "id",
    "code",
    "number",
    "base",
    "year",
    "kind",
    "decimals",
    "direction",
    "measure",
    "repeated",
    "section",
    "page",
    "notes",
    "note",
    "sector",
    "sector_note",
    "presumed",
    "labels",
    "warning",
    "reread_reason",
    "focus",
    "focus_city",
    "exact",
    "prefecture",
    ORDER,
];

/// Lists in which we put together what is printed apart.
const EDITORIAL_LISTS: [&str; 1] = ["series"];

/// Our own wording of what is printed.
const WORDED: [&str; 1] = ["what"];

/// Fields whose coming or going is that of their record.
const HEADS: [&str; 17] = [
    "value",
    "lq",
    "baseline.value",
    "name",
    "text",
    "what",
    "term",
    "heading",
    "affiliation",
    "market_size",
    "distribution",
    "date",
    "reason",
    "data",
    "pages",
    "units",
    "interface",
];

/// Whose a field is; its record may say that a text of it was mended.
pub fn standing(part: Part, id: &str, field: &str, is_mended: bool) -> Standing {
    let last = last(field);
    let is_listed = EDITORIAL_LISTS.iter().any(|list| id.starts_with(&[*list, "/"].concat()));
    if matches!(part, Part::Link | Part::Translation | Part::Site | Part::File)
        || EDITORIAL.contains(&last)
        || is_listed
    {
        Standing::Editorial
    } else if WORDED.contains(&last) || (is_mended && ["name", "title", "text", "affiliation"].contains(&last)) {
        Standing::Worded
    } else {
        Standing::Published
    }
}

/// The last name of a field's path, without the number in a list.
///
/// ```
/// use shigoto_widgets::data::change::last;
/// assert_eq!([last("target.value"), last("text[1]"), last("notes")], ["value", "text", "notes"]);
/// ```
pub fn last(field: &str) -> &str {
    let name = field.rsplit('.').next().unwrap_or(field);
    name.split_once('[').map_or(name, |(name, _)| name)
}

impl Change {
    /// What it is a change of: no two changes of an edition have the same.
    pub fn key(&self) -> (Part, &str, &str) {
        (self.part, &self.id, &self.field)
    }

    /// What became of the statement.
    pub fn kind(&self) -> ChangeKind {
        match (&self.old, &self.new) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Corrected,
        }
    }

    /// Whether a value, target or text that was published becomes another, so that readers are owed a reason.
    pub fn needs_reason(&self) -> bool {
        self.kind() != ChangeKind::Added && self.is_of_print()
    }

    /// Whether it is of something that was published, not of what is ours.
    pub fn is_of_print(&self) -> bool {
        self.standing() != Standing::Editorial
    }

    /// Whose the statement is. A mended text counts as published: what changes in it is owed a reason, too.
    pub fn standing(&self) -> Standing {
        standing(self.part, &self.id, &self.field, false)
    }

    /// Whether its record comes or goes with it.
    pub fn is_head(&self) -> bool {
        HEADS.contains(&self.field.as_str())
    }
}
