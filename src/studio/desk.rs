//! The content that is worked on: what was opened, what it has become, and the steps between.

use std::rc::Rc;

use crate::data::change::Change;
use crate::data::editions::{Edition, append};
use crate::data::library::{EDITIONS, Library};
use crate::data::own::{self, swot};
use crate::data::provenance::Origin;
use crate::error::{Fault, FaultKind, IdError};
use crate::model::changes::changes;
use crate::publish::workbook;
use crate::widget::Kind;

use super::content::{Content, Offer, Seen, Taken, read};
use super::{merge, take};

/// A content at one step.
struct Step {
    /// The content as it was last published, with its editions.
    base: Rc<Library>,
    /// What it has become. It holds no editions: what changed since is in none yet.
    now: Rc<Library>,
    /// What differs from what was opened.
    changes: Vec<Change>,
    /// What differs from the base: no edition has recorded it yet.
    unrecorded: Vec<Change>,
}

impl Step {
    /// Compares once, whatever is asked of the step later.
    fn new(opened: &Library, base: Rc<Library>, now: Rc<Library>) -> Self {
        let (changes, unrecorded) = (changes(opened, &now), changes(&base, &now));
        Self { base, now, changes, unrecorded }
    }
}

/// A content with its editions, and without them.
fn opened(content: &Content) -> Result<[Rc<Library>; 2], Vec<Fault>> {
    let base = read(content)?;
    let mut without = content.clone();
    without.remove(EDITIONS);
    Ok([Rc::new(base), Rc::new(read(&without)?)])
}

/// The content that is worked on.
pub struct Desk {
    published: Rc<Library>,
    step: Step,
    before: Vec<Step>,
}

impl Desk {
    /// Opens a content.
    ///
    /// # Errors
    /// Every fault in it.
    pub fn open(content: &Content) -> Result<Self, Vec<Fault>> {
        let [base, published] = opened(content)?;
        let step = Step::new(&published, base, Rc::clone(&published));
        Ok(Self { published, step, before: Vec::new() })
    }

    /// What was opened, without its editions.
    pub fn published(&self) -> &Library {
        &self.published
    }

    /// What it has become, without editions.
    pub fn now(&self) -> &Library {
        &self.step.now
    }

    /// Takes a file: what of it belongs to the content is put in its place. What a table does not mention stays.
    ///
    /// # Errors
    /// Every fault; nothing changes then.
    pub fn take(&mut self, name: &str, offer: Offer<'_>) -> Result<Seen, Vec<Fault>> {
        let now = &self.step.now;
        let taken = match offer {
            Offer::Bytes(bytes) if take::is_workbook(bytes) => return self.workbook(name, bytes),
            Offer::Bytes(bytes) => take::archive(name, bytes, now)?,
            Offer::Text(text) if text.trim_start().starts_with('<') => take::page(name, text, now)?,
            Offer::Text(text) => match take::file(name, text, now) {
                Some(taken) => taken?,
                None => self.table(name, text)?,
            },
        };
        if taken.is_whole {
            let [base, now] = opened(&taken.content)?;
            self.advance(base, now);
        } else {
            self.put(&taken.content)?;
        }
        Ok(taken.seen)
    }

    /// Takes the sheets of a workbook, each as a table of its own; a sheet that is none, such as one that explains the
    /// others, does not keep them out.
    fn workbook(&mut self, name: &str, bytes: &[u8]) -> Result<Seen, Vec<Fault>> {
        let (mut seen, mut faults) = (None, Vec::new());
        for (name, text) in workbook::read(name, bytes)?.files {
            match self.take(&name, Offer::Text(&text)) {
                Ok(found) => seen = seen.filter(|seen| !matches!(seen, Seen::Foreign(_))).or(Some(found)),
                Err(found) => faults.extend(found),
            }
        }
        seen.ok_or(faults)
    }

    /// What a table says, in the content.
    fn table(&self, name: &str, text: &str) -> Result<Taken, Vec<Fault>> {
        let now = &self.step.now;
        let own = own::read(name, text, &now.dataset)?;
        // A list without codes is numbered by the reader: its first strength is not ours.
        let is_coded = own.origin.swot.is_none() || has_codes(text);
        let merged = if is_coded { merge::merged(now, &own) } else { None };
        let (content, seen) = merged.unwrap_or_else(|| (now.files.clone(), Seen::Foreign(shown_in(&own.origin))));
        Ok(Taken::change(content, seen))
    }

    /// Puts a changed content in the place of the one that is worked on.
    ///
    /// # Errors
    /// Every fault; nothing changes then.
    pub fn put(&mut self, content: &Content) -> Result<(), Vec<Fault>> {
        if *content == self.step.now.files {
            return Ok(());
        }
        self.advance(Rc::clone(&self.step.base), Rc::new(read(content)?));
        Ok(())
    }

    fn advance(&mut self, base: Rc<Library>, now: Rc<Library>) {
        let step = Step::new(&self.published, base, now);
        self.before.push(std::mem::replace(&mut self.step, step));
    }

    /// Goes one step back. Tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let before = self.before.pop();
        let is_there = before.is_some();
        if let Some(before) = before {
            self.step = before;
        }
        is_there
    }

    /// Whether there is a step to go back.
    pub fn has_changed(&self) -> bool {
        !self.before.is_empty()
    }

    /// What differs from what was opened.
    pub fn changes(&self) -> &[Change] {
        &self.step.changes
    }

    /// Whether a value, target or text that was published is another now: readers are owed a reason.
    pub fn needs_reason(&self) -> bool {
        self.step.unrecorded.iter().any(Change::needs_reason)
    }

    /// The content with its editions, and one more where something changed. `day` is as in `2026-11-30`.
    ///
    /// # Errors
    /// Every fault, such as a day before that of the last edition.
    pub fn edition(&self, day: &str, reason: &str) -> Result<Library, Vec<Fault>> {
        let (base, changes) = (&self.step.base, self.step.unrecorded.clone());
        let mut content = self.step.now.files.clone();
        if let Some(editions) = base.files.get(EDITIONS) {
            content.insert(EDITIONS.to_owned(), editions.clone());
        }
        if !changes.is_empty() {
            let refused = |error: IdError| vec![Fault::at(EDITIONS, "date", FaultKind::from(error))];
            let date = day.parse().map_err(refused)?;
            let id = day.parse().map_err(refused)?;
            let reason = Some(reason.trim()).filter(|reason| !reason.is_empty()).map(str::to_owned);
            let edition = Edition { id, date, title: None, reason, source: None, changes };
            content.insert(EDITIONS.to_owned(), append(&base.editions, edition).into_bytes());
        }
        read(&content)
    }
}

/// Whether a table of the matrix has our heading, codes in its first column.
fn has_codes(text: &str) -> bool {
    let heading = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    heading.split([',', '\t', ';']).map(|name| name.trim().trim_matches('"')).eq(swot::COLUMNS)
}

/// The widget that shows what a table brought.
fn shown_in(origin: &Origin) -> Kind {
    if origin.lq.is_some() {
        Kind::Lq
    } else if origin.swot.is_some() {
        Kind::Swot
    } else {
        Kind::Kpi
    }
}
