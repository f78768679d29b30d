//! A reader's own JSON: told apart by its fields, decoded, checked by the same rules as ours.

use std::borrow::Cow;

use super::super::decode::{FromJson, decode_tree, tree};
use super::super::json::{Node, Position, Value};
use super::super::letters::{is_control, tidy};
use super::super::lq::LqData;
use super::super::sheet::MOST_LETTERS;
use super::super::{Dataset, rules};
use super::{GARBLED, links};
use crate::error::{Fault, FaultKind, FaultList, Place, Words};

/// Fields by which a form is known.
const LQ: [&str; 4] = ["tables", "cities", "focus_city", "reference_area"];
const KPI: [&str; 1] = ["kpis"];
const SWOT: [&str; 3] = ["factors", "quadrants", "issues"];

/// Reads a JSON text.
pub fn read(name: &str, text: &str, current: &Dataset, print: &Dataset) -> Result<Dataset, Vec<Fault>> {
    let root = tidied(tree(name, text).map_err(|fault| vec![fault])?);
    check_texts(name, &root)?;
    let (origin, mut own) = (Some(name.to_owned()), current.clone());
    if has_one_of(&root, &LQ) {
        own.lq = checked(name, &root, |lq: &LqData, tell| rules::lq(lq, tell))?.rounded();
        (own.origin.lq, own.origin.seen.lq) = (origin, None);
    } else if has_one_of(&root, &KPI) {
        own.kpi = checked(name, &root, |kpi, tell| rules::kpis(kpi, &print.outline, tell))?;
        own.outline.clone_from(&print.outline);
        (own.origin.kpi, own.origin.seen.kpi) = (origin, None);
        links::keep_readings(&mut own.actuals, &current.kpi, &own.kpi);
    } else if has_one_of(&root, &SWOT) {
        own.swot = checked(name, &root, |swot, tell| rules::swot(swot, tell))?;
        own.origin.swot = origin;
    } else {
        return Err(vec![Fault { file: name.to_owned(), place: place(root.position, ""), kind: unknown(&root) }]);
    }
    own.links = links::kept(print, &own);
    Ok(own)
}

/// What a JSON is that has no field of any form.
fn unknown(root: &Node) -> FaultKind {
    const MOST_NAMED: usize = 4;
    let names = match &root.value {
        Value::Record(fields) => {
            fields.iter().take(MOST_NAMED).map(|(name, _)| name.chars().take(20).collect()).collect()
        }
        _ => Vec::<String>::new(),
    };
    let found = if names.is_empty() {
        Words::new("no object with fields", "項目のある { } ではありません")
    } else {
        Words::new(
            format!("its fields are `{}`, none of tables, kpis, factors", names.join("`, `")),
            format!("項目は「{}」で、「tables」「kpis」「factors」のどれもありません", names.join("」「")),
        )
    };
    FaultKind::UnknownForm(found)
}

/// A tree whose texts are as they are read from CSV.
fn tidied(Node { position, value }: Node) -> Node {
    let value = match value {
        Value::Text(text) => match tidy(&text) {
            Cow::Owned(tidy) => Value::Text(tidy),
            Cow::Borrowed(_) => Value::Text(text),
        },
        Value::List(items) => Value::List(items.into_iter().map(tidied).collect()),
        Value::Record(fields) => Value::Record(fields.into_iter().map(|(name, node)| (name, tidied(node))).collect()),
        other => other,
    };
    Node { position, value }
}

fn place(Position { line, column }: Position, path: &str) -> Place {
    Place::Text { line, column, path: path.to_owned() }
}

fn has_one_of(root: &Node, names: &[&str]) -> bool {
    let Value::Record(fields) = &root.value else { return false };
    fields.iter().any(|(name, _)| names.contains(&name.as_str()))
}

/// Decodes a part and checks it by its rules.
fn checked<T: FromJson>(name: &str, root: &Node, check: impl FnOnce(&T, rules::Tell)) -> Result<T, Vec<Fault>> {
    let part = decode_tree(name, root).map_err(|fault| vec![fault])?;
    let mut faults = FaultList::new(name);
    check(&part, &mut |path, kind| faults.add(place(position_of(root, &path), &path), kind));
    faults.or(part)
}

/// Where the value of a path such as `tables[0].rows[3]` stands, or the last part of the path that there is.
fn position_of(root: &Node, path: &str) -> Position {
    let mut node = root;
    for step in path.split(['.', '[']).map(|step| step.trim_end_matches(']')) {
        let next = match &node.value {
            Value::Record(fields) => fields.iter().find(|(name, _)| name == step).map(|(_, node)| node),
            Value::List(nodes) => step.parse::<usize>().ok().and_then(|index| nodes.get(index)),
            _ => None,
        };
        let Some(next) = next else { break };
        node = next;
    }
    node.position
}

/// Refuses texts longer than a widget shows, and those that an escape makes what no file may hold.
fn check_texts(name: &str, root: &Node) -> Result<(), Vec<Fault>> {
    let mut faults = FaultList::new(name);
    let mut nodes = vec![root];
    while let Some(node) = nodes.pop() {
        match &node.value {
            Value::Text(text) if text.contains(GARBLED) => faults.add(place(node.position, ""), FaultKind::Encoding),
            Value::Text(text) if text.contains(is_control) => {
                let letter = text.chars().find(|letter| is_control(*letter)).unwrap_or_default();
                faults.add(place(node.position, ""), FaultKind::Control(letter));
            }
            Value::Text(text) if text.len() > MOST_LETTERS => {
                let found = text.chars().count();
                if found > MOST_LETTERS {
                    faults.add(place(node.position, ""), FaultKind::TooLong { found, most: MOST_LETTERS });
                }
            }
            Value::List(items) => nodes.extend(items),
            Value::Record(fields) => nodes.extend(fields.iter().map(|(_, node)| node)),
            _ => {}
        }
    }
    faults.or(())
}
