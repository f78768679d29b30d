//! Writes the static faces into Trunk's staging directory: the page, its stylesheet and start script, the open data.

use std::fs;
use std::path::Path;

use super::open_data;
use crate::data::check::{Library, load_dir};
use crate::figure::theme;
use crate::locale::Lang;
use crate::markup::page::{self, Assets};
use crate::markup::{Context, Kind, widget};
use crate::widget::kpi::span;

/// What can go wrong while writing the site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// Trunk left no such file.
    #[error("no {0} in the staging directory; run `cargo xtask build`")]
    Missing(&'static str),
    /// The data are broken.
    #[error("{0} fault(s) in data/; see `cargo xtask check-data`")]
    Data(usize),
}

/// JSON files published as they are.
const JSON: [&str; 6] = ["swot.json", "lq.json", "kpi.json", "links.json", "strategy.json", "glossary.json"];

/// Writes everything into `stage`, where Trunk has put the hashed module and wasm. `root` is the repository.
///
/// # Errors
/// When a file is missing or cannot be written, or the data are broken.
pub fn write(root: &Path, stage: &Path) -> Result<(), SiteError> {
    let library = load_dir(&root.join("data")).map_err(|faults| SiteError::Data(faults.len()))?;
    let css = compact(&(theme::css() + &read(root, "www/page.css")? + &read(root, "www/widget.css")?));
    let stylesheet = format!("style-{}.css", short_hash(&css));
    fs::write(stage.join(&stylesheet), &css)?;

    let files = file_names(stage)?;
    let find = |suffix: &'static str| {
        files.iter().find(|name| name.ends_with(suffix)).cloned().ok_or(SiteError::Missing(suffix))
    };
    let wasm = find("_bg.wasm")?;
    let glue = wasm.replace("_bg.wasm", ".js");
    let module = fs::read_to_string(stage.join(&glue))?;
    fs::write(stage.join(&glue), strip_comments(&module))?;
    let embed = read(root, "www/embed.js")?;
    let embed = strip_comments(&embed).replace("{glue}", &glue).replace("{wasm}", &wasm).replace("{css}", &stylesheet);
    fs::write(stage.join("embed.js"), embed)?;

    let relative = |name: &str| format!("./{name}");
    let assets = Assets {
        stylesheet: relative(&stylesheet),
        embed: relative("embed.js"),
        glue: relative(&glue),
        wasm: relative(&wasm),
    };
    let context = context(&library, Some(&assets.stylesheet));
    fs::write(stage.join("index.html"), page::index(&context, &library.strategy, &assets).into_string())?;
    fs::create_dir_all(stage.join("shadow"))?;
    for kind in Kind::ALL {
        fs::write(stage.join("shadow").join(format!("{}.html", kind.name())), shadow(&library, kind))?;
    }
    write_data(root, stage, &library)
}

/// The static page is the same for everyone: its year is that of the latest reading, the plan's first before any.
fn context<'a>(library: &'a Library, stylesheet: Option<&'a str>) -> Context<'a> {
    let latest = library.dataset.actuals.iter().map(|actual| actual.period.year).max().unwrap_or(0);
    let year = span(&library.dataset).clamp(latest);
    Context { data: &library.dataset, lang: Lang::JA, stylesheet, year }
}

/// Shadow tree of one widget as in the static page, for elements that come without one.
pub fn shadow(library: &Library, kind: Kind) -> String {
    widget(kind, &context(library, None)).into_string()
}

fn write_data(root: &Path, stage: &Path, library: &Library) -> Result<(), SiteError> {
    let dir = stage.join("data");
    fs::create_dir_all(dir.join("schema"))?;
    for file in JSON {
        fs::copy(root.join("data").join(file), dir.join(file))?;
    }
    for file in file_names(&root.join("data/schema"))? {
        fs::copy(root.join("data/schema").join(&file), dir.join("schema").join(&file))?;
    }
    for (file, text) in open_data::all(library) {
        fs::write(dir.join(file), text)?;
    }
    Ok(())
}

fn read(root: &Path, file: &str) -> std::io::Result<String> {
    fs::read_to_string(root.join(file))
}

fn file_names(dir: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// Drops comments, indentation and line ends of a stylesheet of ours; strings in it hold none of these.
fn compact(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    text.push_str(rest);
    text.lines().map(str::trim).collect::<Vec<_>>().concat()
}

/// Drops comment lines and indentation of a script; ours and wasm-bindgen's have no text that spans lines.
fn strip_comments(script: &str) -> String {
    let is_comment =
        |line: &str| line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ") || line == "*/";
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "*" && !is_comment(line));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// FNV-1a: names change with content, nothing more is asked of it.
fn short_hash(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
