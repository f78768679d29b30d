//! Finding out which files of `dist/` a visit to a page loads, from the files' own text.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// `rel` values of links that make the browser load a file.
const LOADING: [&str; 5] = ["stylesheet", "preload", "modulepreload", "icon", "manifest"];

/// A page that is visited.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// What it is called among the budgets.
    pub name: &'static str,
    page: &'static str,
}

/// A visit in the source's language, and one in each other.
pub const VISITS: [Visit; 3] = [
    Visit { name: "visit", page: "index.html" },
    Visit { name: "visit-en", page: "index.en.html" },
    Visit { name: "visit-ja-easy", page: "index.ja-easy.html" },
];

/// Beginnings of files that scripts name but no visit loads, as browser tests see: a module that only runs on demand, and
/// what only a service worker brings, from its own store.
const LEFT: [&str; 2] = ["shigoto-complete-", "offline-"];

/// Every file, relative to `dist`, that a visit loads: what its page's tags name, what those scripts name in their
/// strings (imports, the wasm, the service worker), and the bundle's own wasm and JavaScript.
pub fn loaded_files(dist: &Path, visit: &Visit) -> Result<BTreeSet<String>> {
    let path = dist.join(visit.page);
    let page =
        fs::read_to_string(&path).with_context(|| format!("{}; `cargo xtask build` makes it", path.display()))?;
    let mut files = BTreeSet::from([visit.page.to_owned()]);
    let mut pending = references(&page);
    pending.extend(bundled(dist)?);
    while let Some(name) = pending.pop() {
        let path = dist.join(&name);
        let is_left = LEFT.iter().any(|start| name.starts_with(start));
        if is_left || !path.is_file() || !files.insert(name.clone()) {
            continue;
        }
        if is_followed(&name) {
            let script = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            pending.extend(script_strings(&script).filter_map(|text| resolve(&name, text)));
        }
    }
    Ok(files)
}

/// A module's strings are followed; the service worker's are the list of what it keeps, not of what a visit loads.
fn is_followed(name: &str) -> bool {
    name != "sw.js" && Path::new(name).extension().is_some_and(|extension| extension == "js")
}

/// What Trunk put into the root of `dist`: the wasm, and its JavaScript of the same name.
fn bundled(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".wasm") {
            names.push(format!("{}.js", stem.trim_end_matches("_bg")));
            names.push(name);
        }
    }
    Ok(names)
}

/// Same-origin files named by the loading tags of a page: `script[src]` and the links of [`LOADING`].
///
/// ```
/// let page = r#"<link rel=icon href="data:,"><link rel="stylesheet" href="./a.css"><script src=b.js></script>"#;
/// assert_eq!(xtask::page_refs::references(page), ["a.css", "b.js"]);
/// ```
pub fn references(page: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(attributes) = rest.strip_prefix("script").filter(|text| text.starts_with(is_tag_end)) {
            names.extend(attribute(attributes, "src"));
        } else if let Some(attributes) = rest.strip_prefix("link").filter(|text| text.starts_with(is_tag_end)) {
            let rel = attribute(attributes, "rel").unwrap_or_default();
            if rel.split_whitespace().any(|word| LOADING.contains(&word)) {
                names.extend(attribute(attributes, "href"));
            }
        }
    }
    names.iter().filter_map(|name| resolve("index.html", name)).collect()
}

fn is_tag_end(c: char) -> bool {
    c.is_ascii_whitespace() || c == '>' || c == '/'
}

/// The value of one attribute of the tag whose text after its name is given, quoted or not.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return None;
        }
        let end = rest.find(|c: char| c == '=' || is_tag_end(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        rest = after.trim_start();
        let mut value = "";
        if let Some(text) = rest.strip_prefix('=') {
            (value, rest) = attribute_value(text.trim_start());
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len()))
}

/// String literals of a script that can name a file: quoted, short, on one line, with a dot in them.
fn script_strings(script: &str) -> impl Iterator<Item = &str> {
    let pieces = script.split(['"', '\'', '`', '\n']);
    pieces.filter(|text| text.len() < 200 && text.contains('.') && !text.contains(char::is_whitespace))
}

/// The file, relative to `dist`, that a URL in `from` names; `None` when it leaves the site.
fn resolve(from: &str, url: &str) -> Option<String> {
    let url = url.split(['?', '#']).next().filter(|url| !url.is_empty() && !url.contains(':'))?;
    if url.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in url.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{attribute, references, resolve};

    #[test]
    fn only_loading_tags_count() {
        let page = "<!-- <script src='old.js'></script> --><linked href=x><a href='data/lq.csv'>\
            <link rel=alternate href=feed.xml><link href=./m.webmanifest rel=manifest>\
            <link rel='shortcut icon' href=i.svg />\
            <script type=module src=\"./go.js?v=1\"></script><script src='https://elsewhere.example/x.js'></script>";
        assert_eq!(references(page), ["m.webmanifest", "i.svg", "go.js"]);
    }

    #[test]
    fn attributes_are_read_in_every_form() {
        assert_eq!(attribute(" async SRC = a.js>src=b", "src").as_deref(), Some("a.js"));
        assert_eq!(attribute(" data-src='x' src='a b'>", "src").as_deref(), Some("a b"));
        assert_eq!(attribute(" defer> src=later", "src"), None);
    }

    #[test]
    fn urls_resolve_from_their_file() {
        assert_eq!(resolve("snippets/a/x.js", "../b.js").as_deref(), Some("snippets/b.js"));
        assert_eq!(resolve("index.html", "./a.css#x").as_deref(), Some("a.css"));
        assert_eq!(resolve("index.html", "../outside.js"), None);
        assert_eq!(resolve("index.html", "data:,"), None);
        assert_eq!(resolve("index.html", "/absolute.js"), None);
    }
}
