//! No file needs one that needs it in turn, directly or by way of others: each can be understood after those below it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::floors::files;

type Needs = BTreeMap<String, BTreeSet<String>>;

/// Source files by the path of their module (`markup::lq`), without comments and without their own tests.
fn modules() -> BTreeMap<String, String> {
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    let sources = all.iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let module = |file: &Path| {
        let inner = file.strip_prefix("src").unwrap().with_extension("");
        let inner = if inner.ends_with("mod") { inner.parent().unwrap().to_owned() } else { inner };
        inner.to_str().unwrap().replace('/', "::")
    };
    let code = |text: String| {
        let lines = text.lines().map(|line| line.split("//").next().unwrap());
        lines.collect::<Vec<_>>().join("\n").split("#[cfg(test)]").next().unwrap().to_owned()
    };
    sources.map(|file| (module(file), code(fs::read_to_string(file).unwrap()))).collect()
}

/// The paths that a `use` names: `a::{b, c::{d, e}}` are three.
fn expanded(tree: &str, before: &str, into: &mut Vec<String>) {
    let Some((head, list)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap().trim();
        into.push(before.to_owned() + name);
        return;
    };
    let (mut depth, mut start) = (0, 0);
    let list = &list[..list.rfind('}').unwrap()];
    let before = before.to_owned() + head.trim();
    for (place, letter) in list.char_indices().chain([(list.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = list[start..place].trim();
                start = (place + 1).min(list.len());
                if !part.is_empty() {
                    expanded(part, &before, into);
                }
            }
            _ => {}
        }
    }
}

/// Every path of this crate that a file names; what it offers to others under another name (`pub use`) is no need of it.
fn named(module: &str, code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        match statement.rfind("use ").filter(|place| {
            let lead = statement[..*place].trim_end();
            lead.is_empty() || lead.ends_with([';', '}', ']', ')', '{']) || lead.ends_with("pub")
        }) {
            Some(place) => {
                let lead = statement[..place].trim_end();
                rest += lead;
                if !lead.ends_with("pub") && !lead.ends_with("pub(super)") && !lead.ends_with("pub(crate)") {
                    expanded(statement[place + 4..].trim_end_matches(';'), "", &mut paths);
                }
            }
            None => rest += statement,
        }
    }
    for root in ["crate::", "super::"] {
        for (place, _) in rest.match_indices(root) {
            let is_whole =
                !rest[..place].ends_with(|letter: char| letter.is_alphanumeric() || letter == ':' || letter == '_');
            let path: String = rest[place..]
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || matches!(letter, ':' | '_'))
                .collect();
            if is_whole {
                paths.push(path);
            }
        }
    }
    paths.into_iter().filter_map(|path| absolute(module, &path)).collect()
}

fn absolute(module: &str, path: &str) -> Option<String> {
    if let Some(inner) = path.strip_prefix("crate::") {
        return Some(inner.to_owned());
    }
    let mut base: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    while let Some(inner) = rest.strip_prefix("super::") {
        base.pop();
        rest = inner;
    }
    (rest != path).then(|| base.into_iter().chain([rest]).collect::<Vec<_>>().join("::"))
}

/// Which file needs which.
fn needs(modules: &BTreeMap<String, String>) -> Needs {
    let file_of = |path: &str| {
        let parts: Vec<&str> = path.split("::").collect();
        (1..=parts.len()).rev().map(|count| parts[..count].join("::")).find(|known| modules.contains_key(known))
    };
    let of = |(module, code): (&String, &String)| {
        let found = named(module, code).into_iter().filter_map(|path| file_of(&path)).filter(|other| other != module);
        (module.clone(), found.collect())
    };
    modules.iter().map(of).collect()
}

/// What a file needs, and what that needs, and so on.
fn reached(from: &str, needs: &Needs) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&String> = needs[from].iter().collect();
    while let Some(next) = open.pop() {
        if seen.insert(next.clone()) {
            open.extend(&needs[next]);
        }
    }
    seen
}

/// Files that need themselves by way of others.
fn circles(needs: &Needs) -> Vec<&String> {
    needs.keys().filter(|module| reached(module, needs).contains(*module)).collect()
}

#[test]
fn no_file_needs_itself() {
    let needs = needs(&modules());
    let known = needs.values().map(BTreeSet::len).sum::<usize>();
    assert!(known > needs.len(), "{known} imports found: the reading of `use` has failed");
    assert_eq!(circles(&needs), Vec::<&String>::new());
}

#[test]
fn a_circle_is_found() {
    let code = |text: &str| text.to_owned();
    let modules = BTreeMap::from([
        ("a".to_owned(), code("use crate::{b::{self, One}, c};\npub fn one() {}")),
        ("b".to_owned(), code("pub use crate::a::one;\nfn two() { super::d::three() }")),
        ("c".to_owned(), code("")),
        ("d".to_owned(), code("use super::a;\n")),
        ("e".to_owned(), code("use crate::a;\n")),
    ]);
    assert_eq!(circles(&needs(&modules)), ["a", "b", "d"]);
}
