//! `editions.json`: the editions of a place's content, each with what it changed, when, why and by whose word.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::change::{Change, EditionDate, ORDER, Part};
use super::record::{records, text_values};
use super::rules::{self, Tell};
use super::splice::quoted;
use super::statements::Statements;
use super::strategy::StrategyData;
use crate::error::{FaultKind, Words};
use crate::id::EditionId;

records! {
    /// The editions of a content.
    pub struct EditionsData {
        /// The editions, the first first. That one need not list what it published: it follows from the content and from what
        /// later ones changed.
        pub editions: Vec<Edition>,
        /// Readings, and what is mended in our wording, of which no edition says when they were published. Written for readers
        /// of the open data, and left alone.
        pub unrecorded: Vec<Change> = <Vec<Change>>::default(),
    }
}

records! {
    /// One edition.
    pub struct Edition {
        /// Unique.
        pub id: EditionId,
        /// When it was published.
        pub date: EditionDate,
        /// What it is called.
        pub title: Option<String>,
        /// Why it changed what it changed.
        pub reason: Option<String>,
        /// By whose word.
        pub source: Option<String>,
        /// What it changed.
        pub changes: Vec<Change> = <Vec<Change>>::default(),
    }
}

text_values!(EditionId, EditionId::none(););

impl Edition {
    /// The first edition of a content that has recorded none: that in which the strategy was published; `None` where its
    /// month is no date.
    pub fn first(strategy: &StrategyData) -> Option<Self> {
        let (id, date) = (strategy.published.parse().ok()?, strategy.published.parse().ok()?);
        Some(Self { id, date, title: None, reason: None, source: Some(strategy.title.clone()), changes: Vec::new() })
    }

    /// Why it makes one of its changes.
    pub fn reason_of<'a>(&'a self, change: &'a Change) -> Option<&'a str> {
        change.reason.as_deref().or(self.reason.as_deref())
    }

    /// By whose word.
    pub fn source_of<'a>(&'a self, change: &'a Change) -> Option<&'a str> {
        change.source.as_deref().or(self.source.as_deref())
    }
}

/// Rules of the editions by themselves: one after another, each change of one thing, with a reason where something that was
/// published becomes another, and each beginning where the one before it ended.
pub fn rules(data: &EditionsData, tell: Tell) {
    let editions = &data.editions;
    if editions.is_empty() {
        tell("editions".to_owned(), FaultKind::NoRecords);
    }
    rules::unique("editions", editions.iter().map(|edition| &edition.id), tell);
    let mut states: HashMap<(Part, &str, &str), Option<&str>> = HashMap::new();
    for (place, edition) in editions.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| editions.get(before));
        if before.is_some_and(|before| before.date > edition.date) {
            let why = Words::new("editions stand by date, the first first", "版は、日付の古い順に並べます");
            tell(format!("editions[{place}].date"), FaultKind::Contradiction(why));
        }
        let mut seen = HashSet::new();
        for (number, change) in edition.changes.iter().enumerate() {
            let mut refuse = |field: &str, en: String, ja: String| {
                let path = format!("editions[{place}].changes[{number}]{field}");
                tell(path, FaultKind::Contradiction(Words::new(en, ja)));
            };
            if !seen.insert(change.key()) {
                let ja = "は、この版に二度出てきます".to_owned();
                refuse("", "stands twice in this edition".to_owned(), ja);
            }
            for (en, ja, field) in misfits(edition, change) {
                refuse(field, en.to_owned(), ja.to_owned());
            }
            let known = states.insert(change.key(), change.new.as_deref());
            let known = if place == 0 { Some(None) } else { known };
            if let Some(known) = known.filter(|known| *known != change.old.as_deref() && change.field != ORDER) {
                let (en, ja) = (said(known, "nothing"), said(known, "なし"));
                refuse(".old", format!("before this edition it was {en}"), format!("この版の前の値は{ja}です"));
            }
        }
    }
}

fn said(value: Option<&str>, nothing: &str) -> String {
    value.map_or_else(|| nothing.to_owned(), |value| format!("`{value}`"))
}

/// What is wrong with a change in itself.
fn misfits(edition: &Edition, change: &Change) -> Vec<(&'static str, &'static str, &'static str)> {
    let mut found = Vec::new();
    if change.old == change.new {
        found.push(("old and new are the same", "old と new が同じです", ".new"));
    }
    if change.date.is_some_and(|date| date != edition.date) {
        found.push(("the edition has another date", "版の日付と違います", ".date"));
    }
    let is_said = edition.reason_of(change).is_some_and(|reason| !reason.trim().is_empty());
    if change.needs_reason() && !is_said {
        let ja = "公表した値や文を変えるときは、理由が必要です（この変更か、版の reason に書きます）";
        found.push(("what was published is changed for a reason, told here or by the edition", ja, ".reason"));
    }
    found
}

/// Whether any edition records what it changed.
pub fn has_changes(editions: &[Edition]) -> bool {
    editions.iter().any(|edition| !edition.changes.is_empty())
}

/// Whether what was recorded last of each thing is what the content states.
pub fn agree(editions: &[Edition], statements: &Statements, tell: Tell) {
    let stated: HashMap<_, _> =
        statements.all.iter().map(|statement| (statement.key(), statement.value.as_str())).collect();
    let mut seen = HashSet::new();
    for (place, edition) in editions.iter().enumerate().rev() {
        for (number, change) in edition.changes.iter().enumerate() {
            let is_last = change.field != ORDER && seen.insert(change.key());
            let now = stated.get(&change.key()).copied();
            if is_last && now != change.new.as_deref() {
                let (en, ja) = (said(now, "nothing"), said(now, "なし"));
                let why = Words::new(
                    format!("the content says {en} now: record that change in a further edition"),
                    format!("今の内容は{ja}です。その変更を、新しい版に記録してください"),
                );
                tell(format!("editions[{place}].changes[{number}].new"), FaultKind::Contradiction(why));
            }
        }
    }
}

/// The text of the file with one more edition. Its id is its date, with a number where that is taken. A content that was edited
/// is read without the file until that edition is in it: before, the two would disagree.
pub fn append(editions: &[Edition], mut edition: Edition) -> String {
    let is_taken = |id: &EditionId| editions.iter().any(|other| other.id == *id);
    let ids = std::iter::once(edition.date.to_string()).chain((2..).map(|number| format!("{}-{number}", edition.date)));
    if let Some(id) = ids.filter_map(|id| id.parse().ok()).find(|id| !is_taken(id)) {
        edition.id = id;
    }
    let all: Vec<Edition> = editions.iter().cloned().chain([edition]).collect();
    written(&EditionsData { editions: all, unrecorded: Vec::new() }, false)
}

/// The text of the file, a change a line: the same editions give the same bytes. What is optional and absent is left out, or
/// written as `null` where the text is `full`.
pub fn written(data: &EditionsData, full: bool) -> String {
    let mut text = "{\n  \"editions\": [".to_owned();
    for (place, edition) in data.editions.iter().enumerate() {
        text += if place > 0 { ",\n    {\n" } else { "\n    {\n" };
        let Edition { id, date, title, reason, source, changes } = edition;
        let fields = [
            ("id", Some(id.to_string())),
            ("date", Some(date.to_string())),
            ("title", title.clone()),
            ("reason", reason.clone()),
            ("source", source.clone()),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| full || value.is_some()) {
            let _ = writeln!(text, "      \"{name}\": {},", json(value.as_deref()));
        }
        text += "      \"changes\": ";
        list(&mut text, changes, "      ", full);
        text += "\n    }";
    }
    text += "\n  ]";
    if full || !data.unrecorded.is_empty() {
        text += ",\n  \"unrecorded\": ";
        list(&mut text, &data.unrecorded, "  ", full);
    }
    text + "\n}\n"
}

fn list(text: &mut String, changes: &[Change], margin: &str, full: bool) {
    text.push('[');
    for (number, change) in changes.iter().enumerate() {
        let _ = write!(text, "{}\n{margin}  {}", if number > 0 { "," } else { "" }, record(change, full));
    }
    if !changes.is_empty() {
        let _ = write!(text, "\n{margin}");
    }
    text.push(']');
}

fn record(change: &Change, full: bool) -> String {
    let text = quoted;
    let mut fields =
        vec![("part", text(change.part.as_str())), ("id", text(&change.id)), ("field", text(&change.field))];
    if full || !change.names.is_empty() {
        let names: Vec<String> = change.names.iter().map(|name| text(name)).collect();
        fields.push(("names", format!("[{}]", names.join(", "))));
    }
    if full || !change.unit.is_empty() {
        fields.push(("unit", text(&change.unit)));
    }
    let date = change.date.map(|date| date.to_string());
    let rest = [
        ("old", change.old.as_deref()),
        ("new", change.new.as_deref()),
        ("date", date.as_deref()),
        ("reason", change.reason.as_deref()),
        ("source", change.source.as_deref()),
    ];
    let rest = rest.into_iter().filter(|(_, value)| full || value.is_some());
    fields.extend(rest.map(|(name, value)| (name, json(value))));
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{ {} }}", fields.join(", "))
}

fn json(value: Option<&str>) -> String {
    value.map_or_else(|| "null".to_owned(), quoted)
}
