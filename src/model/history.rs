//! The whole history of a content: every value, target and text that was ever published, edition by edition.

use std::collections::{HashMap, HashSet};

use crate::data::change::{Change, ORDER, Part, Standing};
use crate::data::editions::{Edition, EditionsData};
use crate::data::library::Library;
use crate::data::statements::Statement;

/// Every edition with all that it published, each change with its date, reason and source. What the first one published is
/// what the content states, less what later ones changed. Readings, and what is mended in our wording, were not part of it:
/// they stand apart where no edition records them. Ours, such as links and translations, has a history from its first recorded
/// change on.
pub fn history(library: &Library) -> EditionsData {
    let mut editions = library.editions.clone();
    let statements = library.statements();
    let (first, unrecorded) = origins(&editions, &statements.all);
    if let Some(edition) = editions.first_mut() {
        edition.changes.extend(first);
        edition.changes.sort_by_key(|change| change.part);
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

/// What was published before any edition records it: in the first edition, and at a time that nobody recorded.
fn origins(editions: &[Edition], stated: &[Statement]) -> (Vec<Change>, Vec<Change>) {
    let mut earliest: HashMap<_, &Change> = HashMap::new();
    let recorded = editions.iter().flat_map(|edition| &edition.changes).filter(|change| change.field != ORDER);
    recorded.clone().for_each(|change| {
        earliest.entry(change.key()).or_insert(change);
    });
    let now: HashSet<_> = stated.iter().map(Statement::key).collect();
    let kept = stated.iter().filter_map(|statement| {
        let first = earliest.get(&statement.key());
        let value = first.map_or_else(|| Some(statement.value.clone()), |change| change.old.clone());
        Some((statement.standing, Change { new: Some(value?), ..appeared(statement) }))
    });
    let mut seen = HashSet::new();
    let gone = recorded.filter(|change| !now.contains(&change.key()) && seen.insert(change.key()));
    let gone = gone.filter_map(|change| {
        let old = change.old.clone()?;
        let origin = Change { old: None, new: Some(old), reason: None, source: None, date: None, ..change.clone() };
        Some((change.standing(), origin))
    });
    let published = kept.chain(gone).filter(|(standing, _)| *standing != Standing::Editorial);
    let is_first =
        |(standing, change): &(Standing, Change)| *standing == Standing::Published && change.part != Part::Reading;
    let (first, later): (Vec<_>, Vec<_>) = published.partition(is_first);
    let changes = |found: Vec<(Standing, Change)>| found.into_iter().map(|(_, change)| change).collect();
    (changes(first), changes(later))
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
