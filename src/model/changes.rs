//! What changes between two contents of a place, value by value, and what became of the records that hold them.

use std::collections::{HashMap, HashSet};

use crate::data::change::{Change, ChangeKind, ORDER, Part};
use crate::data::library::Library;
use crate::data::statements::{Order, Statement, Statements};

/// Every change from the files of `old` to those of `new`, part by part: what is new or another where it now stands, then
/// what is gone, then lists in another order. Empty if and only if both contents state the same.
pub fn changes(old: &Library, new: &Library) -> Vec<Change> {
    between(&old.statements(), &new.statements())
}

/// The same of what two contents state.
pub fn between(old: &Statements, new: &Statements) -> Vec<Change> {
    let (before, after) = (by_key(old), by_key(new));
    let stated = new.all.iter().filter_map(|now| {
        let then = before.get(&now.key()).copied();
        (then.map(|then| &then.value) != Some(&now.value)).then(|| change(then, Some(now)))?
    });
    let gone =
        old.all.iter().filter(|then| !after.contains_key(&then.key())).filter_map(|then| change(Some(then), None));
    let moved = new.orders.iter().filter_map(|now| reordered(old, now));
    let mut changes: Vec<Change> = stated.chain(gone).chain(moved).collect();
    changes.sort_by_key(|change| change.part);
    changes
}

fn by_key(statements: &Statements) -> HashMap<(Part, &str, &str), &Statement> {
    statements.all.iter().map(|statement| (statement.key(), statement)).collect()
}

fn change(old: Option<&Statement>, new: Option<&Statement>) -> Option<Change> {
    let known = new.or(old)?;
    let value = |statement: Option<&Statement>| statement.map(|statement| statement.value.clone());
    Some(Change {
        part: known.part,
        id: known.id.clone(),
        field: known.field.clone(),
        names: known.names.clone(),
        unit: known.unit.clone(),
        old: value(old),
        new: value(new),
        reason: None,
        source: None,
        date: None,
    })
}

/// The change of a list whose records that stay stand in another order.
fn reordered(old: &Statements, now: &Order) -> Option<Change> {
    let then = old.orders.iter().find(|order| order.part == now.part && order.list == now.list)?;
    let stay = |ids: &[String], others: &[String]| -> Vec<String> {
        let others: HashSet<&String> = others.iter().collect();
        ids.iter().filter(|id| others.contains(id)).cloned().collect()
    };
    let (before, after) = (stay(&then.ids, &now.ids), stay(&now.ids, &then.ids));
    (before != after).then(|| Change {
        part: now.part,
        id: now.list.clone(),
        field: ORDER.to_owned(),
        names: Vec::new(),
        unit: String::new(),
        old: Some(before.join(" ")),
        new: Some(after.join(" ")),
        reason: None,
        source: None,
        date: None,
    })
}

/// The changes of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange<'a> {
    /// What became of the record.
    pub kind: ChangeKind,
    /// Its changes, at least one.
    pub changes: Vec<&'a Change>,
}

/// Changes record by record, in the order of their first ones. A record is new or gone when what makes it one is.
pub fn by_record(changes: &[Change]) -> Vec<RecordChange<'_>> {
    let mut places: HashMap<(Part, &str, bool), usize> = HashMap::new();
    let mut records: Vec<RecordChange> = Vec::new();
    for change in changes {
        let key = (change.part, change.id.as_str(), change.field == ORDER);
        let place = *places.entry(key).or_insert(records.len());
        match records.get_mut(place) {
            Some(record) => record.changes.push(change),
            None => records.push(RecordChange { kind: ChangeKind::Corrected, changes: vec![change] }),
        }
    }
    for record in &mut records {
        record.kind = kind(&record.changes);
    }
    records
}

fn kind(changes: &[&Change]) -> ChangeKind {
    let is_whole = changes.iter().any(|change| change.is_head());
    let all = |kind| is_whole && changes.iter().all(|change| change.kind() == kind);
    let whole = [ChangeKind::Added, ChangeKind::Removed].into_iter().find(|kind| all(*kind));
    whole.unwrap_or(ChangeKind::Corrected)
}

/// How many records of a part came, changed and went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Which part.
    pub part: Part,
    /// Records that are new.
    pub added: usize,
    /// Records of which something is another.
    pub corrected: usize,
    /// Records that are gone.
    pub removed: usize,
}

/// The sums of the parts in which something changed, in the order of [`Part::ALL`].
pub fn sums(changes: &[Change]) -> Vec<Sum> {
    let records = by_record(changes);
    let sum = |part: Part| {
        let count = |kind: ChangeKind| {
            let is_of = |record: &&RecordChange| record.changes.first().is_some_and(|change| change.part == part);
            records.iter().filter(is_of).filter(|record| record.kind == kind).count()
        };
        let [added, corrected, removed] = [ChangeKind::Added, ChangeKind::Corrected, ChangeKind::Removed].map(count);
        Sum { part, added, corrected, removed }
    };
    Part::ALL.into_iter().map(sum).filter(|sum| sum.added + sum.corrected + sum.removed > 0).collect()
}
