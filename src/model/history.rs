//! The whole history of a content: every value, target and text that was ever published, edition by edition.

use std::collections::{HashMap, HashSet};

use crate::data::change::{Change, ORDER, Part, Standing};
use crate::data::editions::{Edition, EditionsData};
use crate::data::library::Library;
use crate::data::statements::Statement;

/// Every edition with all that it published, each change with its date, reason and source. What the first one published is
/// what the content states, less what later ones changed; only readings tell by themselves of no edition, and stand apart
/// where none records them. Ours, such as links and translations, has a history from its first recorded change on.
pub fn history(library: &Library) -> EditionsData {
    let mut editions = library.editions.clone();
    let statements = library.statements();
    let unrecorded = unrecorded(&editions, &statements.all);
    let derived = first(&editions, &statements.all);
    if let Some(first) = editions.first_mut() {
        let listed: HashSet<_> = first.changes.iter().map(Change::key).collect();
        let missing: Vec<Change> = derived.into_iter().filter(|change| !listed.contains(&change.key())).collect();
        first.changes.extend(missing);
        first.changes.sort_by_key(|change| change.part);
    }
    let known: HashMap<_, _> = statements.all.iter().map(|statement| (statement.key(), statement)).collect();
    for edition in &mut editions {
        resolve(edition);
        for change in &mut edition.changes {
            // Whoever writes a change by hand need not say what its record is called.
            if let Some(statement) = known.get(&change.key()).filter(|_| change.names.is_empty()) {
                (change.names, change.unit) = (statement.names.clone(), statement.unit.clone());
            }
        }
    }
    EditionsData { editions, unrecorded }
}

/// What the first edition published beside what it lists.
fn first(editions: &[Edition], stated: &[Statement]) -> Vec<Change> {
    let mut earliest: HashMap<_, &Change> = HashMap::new();
    let later = editions.iter().skip(1).flat_map(|edition| &edition.changes).filter(|change| change.field != ORDER);
    later.clone().for_each(|change| {
        earliest.entry(change.key()).or_insert(change);
    });
    let is_printed =
        |statement: &&Statement| statement.part != Part::Reading && statement.standing == Standing::Published;
    let kept = stated.iter().filter(is_printed).filter_map(|statement| match earliest.get(&statement.key()) {
        Some(change) => change.old.clone().map(|old| Change { new: Some(old), ..appeared(statement) }),
        None => Some(appeared(statement)),
    });
    let now: HashSet<_> = stated.iter().map(Statement::key).collect();
    let mut seen = HashSet::new();
    let gone = later.filter(|change| !now.contains(&change.key()) && seen.insert(change.key())).filter_map(|change| {
        let is_printed = change.part != Part::Reading && change.is_of_print();
        let old = change.old.clone().filter(|_| is_printed)?;
        Some(Change { old: None, new: Some(old), reason: None, source: None, date: None, ..change.clone() })
    });
    kept.chain(gone).collect()
}

/// Readings of which no edition says when they were published.
fn unrecorded(editions: &[Edition], stated: &[Statement]) -> Vec<Change> {
    let recorded: HashSet<_> = editions.iter().flat_map(|edition| &edition.changes).map(Change::key).collect();
    let readings = stated.iter().filter(|statement| statement.part == Part::Reading);
    readings.filter(|statement| !recorded.contains(&statement.key())).map(appeared).collect()
}

fn appeared(statement: &Statement) -> Change {
    Change {
        part: statement.part,
        id: statement.id.clone(),
        field: statement.field.clone(),
        names: statement.names.clone(),
        unit: statement.unit.clone(),
        old: None,
        new: Some(statement.value.clone()),
        reason: None,
        source: None,
        date: None,
    }
}

/// Tells of each change what its edition says of all.
fn resolve(edition: &mut Edition) {
    let Edition { date, reason, source, changes, .. } = edition;
    for change in changes {
        change.date = Some(*date);
        change.reason = change.reason.take().or_else(|| reason.clone());
        change.source = change.source.take().or_else(|| source.clone());
    }
}
