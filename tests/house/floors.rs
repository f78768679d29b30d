//! Imports point down from floor to floor, as ARCHITECTURE says; the few that look sideways are named here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FLOORS: [&[&str]; 8] = [
    &["error", "id"],
    &["data"],
    &["model"],
    &["locale", "figure", "widget"],
    &["markup", "picture", "takeaway"],
    &["publish"],
    &["studio"],
    &["web"],
];

/// What looks sideways, on purpose.
const SIDEWAYS: [[&str; 2]; 3] = [["id", "error"], ["takeaway", "picture"], ["markup", "takeaway"]];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

pub(super) fn files(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() { files(&entry.path(), into) } else { into.push(entry.path()) }
    }
}

/// The rooms a source file names, within a `use crate::{…}` as well.
fn rooms(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    // Tests within a file may look wherever they like.
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let word =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap().to_owned();
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => found.extend(list.split_once("};").unwrap().0.split(',').map(|part| word(part.trim()))),
            None => drop(found.insert(word(rest))),
        }
    }
    found
}

#[test]
fn imports_point_down() {
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    let mut faults = Vec::new();
    for file in all.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let inner = file.strip_prefix("src").unwrap().to_str().unwrap().to_owned();
        let own = inner.split(['/', '.']).next().unwrap();
        let Some(height) = floor(own) else { continue };
        for room in rooms(&fs::read_to_string(file).unwrap()) {
            let is_sideways = SIDEWAYS.contains(&[own, room.as_str()]);
            if floor(&room).is_some_and(|other| other >= height) && room != own && !is_sideways {
                faults.push(format!("{inner} imports {room}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
