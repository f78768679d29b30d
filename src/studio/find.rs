//! Words of the content: found by a part of them, and corrected where they stand, with their translations.

use super::content::{Content, is_json};
use crate::data::json::{Node, Value, read};
use crate::data::letters::folded;
use crate::data::library::Library;
use crate::data::splice::{Splice, Step};

/// Hits shown at most.
pub const MOST_HITS: usize = 20;
/// Letters of a query at least.
const LEAST_LETTERS: usize = 2;
/// Groups of a file of translations.
const GROUPS: [&str; 2] = ["data", "pages"];

/// A text of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its file.
    pub file: String,
    /// Where in it: names and numbers by turns, such as `kpis/3/name`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// By the tag of each other language, what it says there; empty where it says nothing.
    pub translations: Vec<(String, String)>,
}

/// The texts that hold some words, in the order of the files.
pub fn hits(library: &Library, query: &str) -> Vec<Hit> {
    let asked = folded(query.trim()).to_lowercase();
    if asked.chars().count() < LEAST_LETTERS {
        return Vec::new();
    }
    let vocabularies = vocabularies(library);
    let mut hits = Vec::new();
    for (file, bytes) in &library.files {
        if !is_json(file) || file.contains('/') || file == "brand.json" {
            continue;
        }
        let Some(node) = node_of(bytes) else { continue };
        walk(&node, "", &mut |path, text| {
            if hits.len() < MOST_HITS && folded(text).to_lowercase().contains(&asked) {
                let translations = translations(&vocabularies, text);
                hits.push(Hit { file: file.clone(), path: path.to_owned(), text: text.to_owned(), translations });
            }
        });
    }
    hits
}

fn walk(node: &Node, path: &str, act: &mut dyn FnMut(&str, &str)) {
    match &node.value {
        Value::Text(text) => act(path.trim_start_matches('/'), text),
        Value::List(items) => {
            for (place, item) in items.iter().enumerate() {
                walk(item, &format!("{path}/{place}"), act);
            }
        }
        Value::Record(fields) => {
            for (name, field) in fields {
                walk(field, &format!("{path}/{name}"), act);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn steps(path: &str) -> Vec<Step<'_>> {
    path.split('/').map(|step| step.parse().map_or(Step::Field(step), Step::Item)).collect()
}

fn node_of(bytes: &[u8]) -> Option<Node> {
    read(std::str::from_utf8(bytes).ok()?).ok()
}

/// The files of translations by the tag of each language besides the first; `None` where a language has none.
fn vocabularies(library: &Library) -> Vec<(String, Option<Node>)> {
    let tags = library.brand.languages.iter().skip(1);
    tags.map(|tag| (tag.clone(), words(library, tag).and_then(|words| read(words).ok()))).collect()
}

/// What a text says in each language; empty where it says nothing.
fn translations(vocabularies: &[(String, Option<Node>)], text: &str) -> Vec<(String, String)> {
    let said = |words: &Option<Node>| words.as_ref().and_then(|words| translation(words, text)).unwrap_or_default();
    vocabularies.iter().map(|(tag, words)| (tag.clone(), said(words))).collect()
}

fn translation(words: &Node, text: &str) -> Option<String> {
    let found = GROUPS.iter().find_map(|group| words.at(&[Step::Field(group), Step::Field(text)]))?;
    if let Value::Text(said) = &found.value { Some(said.clone()) } else { None }
}

fn words<'a>(library: &'a Library, tag: &str) -> Option<&'a str> {
    std::str::from_utf8(library.files.get(&format!("words/{tag}.json"))?).ok()
}

/// The content with another text in the place of one, and with its translations; `None` where there is no such text.
/// Where the old text still stands elsewhere, its translation stays, too.
pub fn corrected(library: &Library, hit: &Hit) -> Option<Content> {
    let mut content = library.files.clone();
    let file = std::str::from_utf8(library.files.get(&hit.file)?).ok()?;
    let mut splice = Splice::of(file)?;
    let path = steps(&hit.path);
    let Some(Value::Text(old)) = splice.root().at(&path).map(|node| node.value.clone()) else { return None };
    let vocabularies = vocabularies(library);
    if old == hit.text && hit.translations == translations(&vocabularies, &old) {
        return Some(content);
    }
    splice.say(&path, &hit.text).then_some(())?;
    let file = splice.finish();
    content.insert(hit.file.clone(), file.into_bytes());
    let is_elsewhere = content.iter().any(|(name, bytes)| !name.contains('/') && holds(bytes, &old));
    for (tag, said) in &hit.translations {
        let known = vocabularies.iter().find(|(own, _)| own == tag).and_then(|(_, words)| words.as_ref());
        let (Some(text), Some(_)) = (words(library, tag), known.and_then(|words| translation(words, &old))) else {
            continue;
        };
        let text = with_translation(text, (&old, &hit.text), said, is_elsewhere)?;
        content.insert(format!("words/{tag}.json"), text.into_bytes());
    }
    Some(content)
}

/// Whether a file of the content holds a text of its own.
fn holds(bytes: &[u8], text: &str) -> bool {
    let Some(node) = node_of(bytes) else { return false };
    let mut is_found = false;
    walk(&node, "", &mut |_, own| is_found |= own == text);
    is_found
}

/// A file of translations in which a text has another wording, and its translation.
fn with_translation(text: &str, (old, new): (&str, &str), said: &str, is_elsewhere: bool) -> Option<String> {
    let mut splice = Splice::of(text)?;
    let root = splice.root();
    let is_known = |name: &str| GROUPS.iter().any(|group| root.at(&[Step::Field(group), Step::Field(name)]).is_some());
    let group = *GROUPS.iter().find(|group| root.at(&[Step::Field(group), Step::Field(old)]).is_some())?;
    if new != old && is_known(new) {
        // The wording is there already, and what it says in the language.
        return Some(text.to_owned());
    }
    if is_elsewhere && new != old {
        splice.insert(&[Step::Field(group)], new, said).then_some(())?;
    } else {
        splice.say(&[Step::Field(group), Step::Field(old)], said).then_some(())?;
        if new != old {
            splice.rename(old, new);
        }
    }
    Some(splice.finish())
}
