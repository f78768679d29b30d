//! The files of a language: what the interface says in it (`interface/<tag>.json`), and what the city's own texts and
//! units are in it (`words/<tag>.json` beside the city's data).

use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Fields, FromJson, Misfit};
use super::json::{Node, Value};
use super::language::{Choice, Language, Name, Unit};
use crate::error::{Expected, Fault, FaultKind, Words};

/// Texts by their key.
pub type Texts = BTreeMap<String, String>;

/// What the interface says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What running widgets say.
    pub live: Texts,
    /// What only pages and the complete module say.
    pub fixed: Texts,
    /// What only pages say.
    pub pages: Texts,
}

/// What the city's own texts are in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CityWords {
    /// Original to translation of what widgets show; none in the source's language.
    pub data: Texts,
    /// The same of what only pages show: no pack carries these.
    pub pages: Texts,
    /// Units by their original: how many ones they are, a space, and how they are written with their `{amount}`.
    pub units: Texts,
    /// Texts of the interface by their key, where the city has a word of its own for what it calls otherwise.
    pub interface: Texts,
}

/// The two files of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its tag.
    pub tag: String,
    /// The interface's file.
    pub interface: Interface,
    /// The city's file.
    pub words: CityWords,
}

impl FromJson for Interface {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        let fields = Fields::new(node, &[("live", false), ("static", false), ("pages", false)])?;
        let group = |name| texts(fields.get(name));
        Ok(Self { live: group("live")?, fixed: group("static")?, pages: group("pages")? })
    }
}

impl FromJson for CityWords {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        let fields = Fields::new(node, &[("data", false), ("pages", true), ("units", true), ("interface", true)])?;
        let or_none = |node: &Node| if node.value == Value::Null { Ok(Texts::new()) } else { texts(node) };
        let or_none = |name| or_none(fields.get(name));
        let (pages, units, interface) = (or_none("pages")?, or_none("units")?, or_none("interface")?);
        Ok(Self { data: texts(fields.get("data"))?, pages, units, interface })
    }
}

fn texts(node: &Node) -> Result<Texts, Box<Misfit>> {
    let Value::Record(entries) = &node.value else {
        return Err(Misfit::new(node, FaultKind::Expected(Expected::Object)));
    };
    let mut texts = Texts::new();
    for (key, value) in entries {
        if texts.insert(key.clone(), String::from_json(value)?).is_some() {
            return Err(Misfit::new(value, FaultKind::RepeatedField(key.clone())));
        }
    }
    Ok(texts)
}

/// Languages of files that fit together; the first is the source's, and says which keys there are.
///
/// # Errors
/// Every fault found.
pub fn languages(spoken: &[Spoken]) -> Result<Vec<Language>, Vec<Fault>> {
    let Some(source) = spoken.first() else { return Ok(Vec::new()) };
    let mut faults = Vec::new();
    let choices: Vec<Choice> = spoken.iter().map(choice).collect();
    let mut languages = Vec::new();
    for own in spoken {
        faults.extend(differences(own, source));
        let twice = own.words.pages.keys().filter(|text| own.words.data.contains_key(*text));
        faults.extend(twice.map(|text| own.fault("data", text, "is translated under `pages` as well", TWICE_JA)));
        let interface = own.interface(&mut faults);
        let units = own.words.units.iter().filter_map(|(unit, how)| {
            let read = read_unit(own, unit, how);
            if read.is_none() {
                faults.push(own.fault("units", unit, "is no number of ones and a text with {amount}", UNIT_JA));
            }
            read
        });
        let units = units.collect();
        languages.push(own.language(&interface, choices.clone(), units));
    }
    if faults.is_empty() { Ok(languages) } else { Err(faults) }
}

/// Texts of the data that only pages show, as any of the languages says.
pub fn only_on_pages(spoken: &[Spoken]) -> BTreeSet<String> {
    spoken.iter().flat_map(|own| own.words.pages.keys().cloned()).collect()
}

const TWICE_JA: &str = "は pages にも訳があります";
const UNIT_JA: &str = "は「1の何倍か」と {amount} の入った文ではありません";

fn choice(spoken: &Spoken) -> Choice {
    let Interface { live, fixed, pages } = &spoken.interface;
    let name = [live, fixed, pages].into_iter().find_map(|texts| texts.get("own_name"));
    Choice { tag: spoken.tag.clone(), code: code_of(&spoken.tag), name: name.cloned().unwrap_or_default() }
}

/// The tag in BCP 47, where `easy` is no word: it stands where private ones do.
fn code_of(tag: &str) -> String {
    tag.replace("-easy", "-x-easy")
}

impl Spoken {
    /// The interface's texts, with the city's own words in them.
    fn interface(&self, faults: &mut Vec<Fault>) -> Interface {
        let mut interface = self.interface.clone();
        for (key, text) in &self.words.interface {
            let Interface { live, fixed, pages } = &mut interface;
            let known = [live, fixed, pages].into_iter().find_map(|texts| texts.get_mut(key));
            match known {
                Some(known) if holes(known) == holes(text) => known.clone_from(text),
                Some(_) => faults.push(self.fault(OWN, key, HOLES, HOLES_JA)),
                None => faults.push(self.fault(OWN, key, SURPLUS, SURPLUS_JA)),
            }
        }
        interface
    }

    fn language(&self, interface: &Interface, choices: Vec<Choice>, units: Vec<Unit>) -> Language {
        let Interface { live, fixed, pages } = interface;
        let names: BTreeMap<&String, &String> = self.words.data.iter().chain(&self.words.pages).collect();
        Language {
            tag: self.tag.clone(),
            code: code_of(&self.tag),
            choices,
            texts: live.values().chain(fixed.values()).chain(pages.values()).cloned().collect(),
            names: (names.into_iter())
                .map(|(original, name)| Name { original: original.clone(), name: name.clone() })
                .collect(),
            units,
        }
    }

    fn fault(&self, group: &str, key: &str, en: &str, ja: &str) -> Fault {
        let folder = if ["data", "units", OWN].contains(&group) { "words" } else { "interface" };
        let kind = FaultKind::Contradiction(Words::new(format!("`{key}` {en}"), format!("「{key}」{ja}")));
        Fault::at(&format!("{folder}/{}.json", self.tag), format!("{group}.{key}"), kind)
    }
}

fn read_unit(own: &Spoken, unit: &str, how: &str) -> Option<Unit> {
    let (ones, text) = how.split_once(' ').filter(|(_, text)| text.contains("{amount}"))?;
    let name = own.words.data.get(unit).map_or(unit, |name| name).to_owned();
    Some(Unit { name, ones: super::decimal::Digits::read(ones)?, text: text.to_owned() })
}

/// Keys that a language lacks, has besides, or whose text is filled in with other names than the source's.
fn differences(own: &Spoken, source: &Spoken) -> Vec<Fault> {
    let groups = [
        ("live", &own.interface.live, &source.interface.live),
        ("static", &own.interface.fixed, &source.interface.fixed),
        ("pages", &own.interface.pages, &source.interface.pages),
    ];
    let mut faults = Vec::new();
    for (group, texts, reference) in groups {
        let keys: BTreeSet<&String> = texts.keys().chain(reference.keys()).collect();
        for key in keys {
            match (texts.get(key), reference.get(key)) {
                (Some(text), Some(other)) if holes(text) == holes(other) => {}
                (Some(_), Some(_)) => {
                    faults.push(own.fault(group, key, HOLES, HOLES_JA));
                }
                (None, _) => faults.push(own.fault(group, key, "has no text in this language", MISSING_JA)),
                (_, None) => faults.push(own.fault(group, key, SURPLUS, SURPLUS_JA)),
            }
        }
    }
    faults
}

/// The group of a city's own words for the interface.
const OWN: &str = "interface";
const HOLES: &str = "is filled in with other names than the source's text";
const SURPLUS: &str = "is no text of the source's language";
const HOLES_JA: &str = "の { } の中が、元の言語のものと違います";
const MISSING_JA: &str = "の文がこの言語にありません";
const SURPLUS_JA: &str = "という文は元の言語にありません";

/// What may be filled in: the names in braces. Those with a `|` are forms, or a word and its reading.
fn holes(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| name).filter(|name| !name.contains('|')).collect()
}
