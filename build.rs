//! Refuses broken data with file, path and remedy, then hands the library the data packed.

#![allow(dead_code, reason = "the data floor is included whole, the build needs a part of it")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[path = "src/data/mod.rs"]
mod data;
#[path = "src/error.rs"]
mod error;
#[path = "src/publish/folder.rs"]
mod folder;
#[path = "src/id.rs"]
mod id;

use data::decode::{FromJson, decode};
use data::library::CITY;
use data::{Dataset, packed};

/// Files every visit carries, and the fields that only the static page shows: the page carries them already, so that
/// they need not travel to a phone twice.
const EMBEDDED: [(&str, &[&str]); 4] = [
    ("swot", &["detail", "matrix_note", "note", "section"]),
    ("lq", &["formula", "note", "printed", "reread_reason", "section", "sector_note", "title", "warning"]),
    ("kpi", &["definition", "name", "notes", "printed", "section"]),
    ("links", &["note", "reason"]),
];

/// Empties the texts of the named fields wherever they stand.
fn blank(value: &mut serde_json::Value, fields: &[&str]) {
    match value {
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| blank(item, fields)),
        serde_json::Value::Object(entries) => {
            for (name, entry) in entries {
                match entry {
                    serde_json::Value::String(text) if fields.contains(&name.as_str()) => text.clear(),
                    serde_json::Value::Array(items) if fields.contains(&name.as_str()) => items.clear(),
                    _ => blank(entry, fields),
                }
            }
        }
        _ => {}
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rustc-check-cfg=cfg(small)");
    // The module every visitor loads; without `small` the library has everything, natively and in the second module.
    let is_small =
        std::env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" && std::env::var("CARGO_FEATURE_COMPLETE").is_err();
    if is_small {
        println!("cargo::rustc-cfg=small");
    }
    for source in ["src/data", "src/error.rs", "src/id.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let dir = Path::new(CITY);
    let library = match folder::load(Path::new("."), dir) {
        Ok(library) => library,
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error={CITY}/{fault}");
            }
            return Err(format!("{} fault(s) in the data; see `cargo xtask check-data`", faults.len()).into());
        }
    };
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    write_locales(&dir.join("words"), &out, is_small)?;
    let carried = visit(dir, &library.dataset)?;
    std::fs::write(out.join("visit.pack"), packed::pack(&carried))?;
    std::fs::write(out.join("glossary.pack"), packed::pack(&library.glossary))?;
    Ok(std::fs::write(out.join("complete.pack"), packed::pack(&library.dataset))?)
}

/// What the module that every visitor loads carries.
fn visit(dir: &Path, whole: &Dataset) -> Result<Dataset, Box<dyn std::error::Error>> {
    let mut carried = whole.clone();
    carried.outline.pillars.iter_mut().for_each(|pillar| pillar.summary.clear());
    carried.swot = without_unread(dir, "swot")?;
    carried.lq = without_unread(dir, "lq")?;
    carried.kpi = without_unread(dir, "kpi")?;
    carried.links = without_unread(dir, "links")?;
    Ok(carried)
}

fn without_unread<T: FromJson>(dir: &Path, name: &str) -> Result<T, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(dir.join(name).with_extension("json"))?;
    let mut value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let unread = EMBEDDED.iter().find(|(file, _)| *file == name).map_or(&[][..], |(_, unread)| unread);
    blank(&mut value, unread);
    Ok(decode(name, &value.to_string())?)
}

/// What a language calls a unit, how many ones it is, how it is written.
type Unit<'a> = (&'a str, f64, &'a str);

/// One language's file: the texts of the interface in their groups, and what the data's own texts are in it.
struct Language {
    tag: String,
    /// What the running widget says.
    live: BTreeMap<String, String>,
    /// What only the page and the complete module say.
    fixed: BTreeMap<String, String>,
    /// Original text to translation; none in the original's own language.
    data: BTreeMap<String, String>,
    /// Units by their original: how many ones they are, a space, and how they are written with their `{amount}`.
    units: BTreeMap<String, String>,
}

impl Language {
    /// The interface's texts, and from `words` what the city's own are in its language.
    fn read(path: &Path, words: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let mut groups = Self::groups(path)?;
        let words = words.join(&tag).with_extension("json");
        if words.exists() {
            groups.extend(Self::groups(&words)?);
        }
        let mut take = |group: &str| groups.remove(group).unwrap_or_default();
        let language =
            Self { tag, live: take("live"), fixed: take("static"), data: take("data"), units: take("units") };
        match groups.keys().next() {
            Some(group) => Err(format!("{}: unknown group `{group}`", path.display()).into()),
            None => Ok(language),
        }
    }

    fn groups(path: &Path) -> Result<BTreeMap<String, BTreeMap<String, String>>, Box<dyn std::error::Error>> {
        let text = std::fs::read_to_string(path)?;
        Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
    }

    /// How it differs from the language that says which keys there are, and what may be filled in.
    fn faults(&self, reference: &Self) -> Vec<String> {
        let mut faults = Vec::new();
        for (own, other) in [(&self.live, &reference.live), (&self.fixed, &reference.fixed)] {
            faults.extend(other.keys().filter(|key| !own.contains_key(*key)).cloned());
            faults.extend(
                own.iter()
                    .filter(|(key, text)| other.get(*key).map(|t| marks(t)) != Some(marks(text)))
                    .map(|(key, _)| key.clone()),
            );
        }
        faults
    }

    /// Its units.
    fn units(&self) -> Result<Vec<Unit<'_>>, Box<dyn std::error::Error>> {
        let mut units = Vec::new();
        for (original, how) in &self.units {
            let split = how.split_once(' ').filter(|(_, text)| text.contains("{amount}"));
            let (ones, text) = split.ok_or_else(|| format!("words/{}.json: units: {original}", self.tag))?;
            units.push((self.data.get(original).unwrap_or(original).as_str(), ones.parse()?, text));
        }
        Ok(units)
    }

    /// Its texts in the order of the keys. What only the page says need not travel with every visit as well.
    fn texts(&self, is_small: bool) -> Vec<&str> {
        let fixed = self.fixed.values().filter(|_| !is_small);
        self.live.values().chain(fixed).map(String::as_str).collect()
    }
}

/// What may be filled in: the names in braces. Those with a `|` are a word and its reading.
fn marks(text: &str) -> std::collections::BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).filter(|name| !name.contains('|')).collect()
}

/// Writes `Key`, `TAGS`, `TEXTS`, `NAMES` and `UNITS` from `data/interface/*.json` and the city's `words`; Japanese comes first and says which keys there are.
fn write_locales(words: &Path, out: &Path, is_small: bool) -> Result<(), Box<dyn std::error::Error>> {
    let mut languages = Vec::new();
    for entry in std::fs::read_dir("data/interface")? {
        let path = entry?.path();
        if path.is_file() {
            languages.push(Language::read(&path, words)?);
        }
    }
    languages.sort_by_key(|language| (language.tag != "ja", !language.tag.starts_with("ja"), language.tag.clone()));
    let Some(reference) = languages.first() else { return Err("data/interface/ja.json is missing".into()) };
    for language in &languages {
        let faults = language.faults(reference);
        if !faults.is_empty() {
            return Err(
                format!("data/interface/{}.json and ja.json differ in: {}", language.tag, faults.join(", ")).into()
            );
        }
    }
    // The live ones first: the module of every visit has no others.
    let keys: Vec<&String> = reference.live.keys().chain(reference.fixed.keys()).collect();
    let variants: Vec<String> = keys.iter().map(|key| format!("#[doc = \"`{key}`\"] {},", camel_case(key))).collect();
    let tags: Vec<&str> = languages.iter().map(|language| language.tag.as_str()).collect();
    // The module of every visit speaks the source's language.
    let spoken = if is_small { languages.get(..1).unwrap_or_default() } else { &languages };
    let texts: Vec<Vec<&str>> = spoken.iter().map(|language| language.texts(is_small)).collect();
    let names: Vec<Vec<(&String, &String)>> = spoken.iter().map(|language| language.data.iter().collect()).collect();
    let unit = |(name, ones, text): &Unit<'_>| format!("({name:?}, {ones:e}, {text:?}), ");
    let units = spoken.iter().map(Language::units).collect::<Result<Vec<_>, _>>()?;
    let code = format!(
        "/// A text of the interface.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(usize)]\npub enum Key {{{}}}\n\
         /// Tags of the languages, Japanese first.\npub static TAGS: [&str; {}] = {tags:?};\n\
         static TEXTS: [[&str; {}]; {}] = {texts:?};\n\
         #[cfg(not(small))]\nstatic NAMES: [&[(&str, &str)]; {}] = [{}];\n\
         #[cfg(not(small))]\nstatic UNITS: [&[(&str, f64, &str)]; {}] = [{}];\n",
        variants.concat(),
        tags.len(),
        texts.first().map_or(0, Vec::len),
        texts.len(),
        names.len(),
        names.iter().map(|names| format!("&{names:?}")).collect::<Vec<_>>().join(", "),
        units.len(),
        units
            .iter()
            .map(|units| format!("&[{}]", units.iter().map(unit).collect::<String>()))
            .collect::<Vec<_>>()
            .join(", "),
    );
    Ok(std::fs::write(out.join("locale.rs"), code)?)
}

fn camel_case(key: &str) -> String {
    key.split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
