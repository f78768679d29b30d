//! The embed guide says the same in every language, and names everything that can be chosen.

use crate::common::{file, languages, library, library_with};
use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use shigoto_widgets::data::library::GUIDES;
use shigoto_widgets::publish::guide;

fn policy() -> String {
    fs::read_to_string("xtask/csp.txt").unwrap()
}

fn json(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

/// Every path to a text, and the words in braces and the addresses that the text holds.
fn texts(value: &Value, path: &str, into: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| texts(value, &format!("{path}.{name}"), into)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| texts(value, &format!("{path}[{index}]"), into));
        }
        Value::String(text) => {
            assert!(!text.trim().is_empty(), "{path} is empty");
            let between = |open: &str, close: &str| -> Vec<String> {
                let parts = text.split(open).skip(1);
                parts.filter_map(|part| part.split_once(close)).map(|(inner, _)| inner.to_owned()).collect()
            };
            into.insert(path.to_owned(), [between("{", "}"), between("](", ")")].concat());
        }
        _ => panic!("{path} is no text"),
    }
}

#[test]
fn the_languages_have_the_same_texts() {
    let of = |tag: &str| {
        let mut found = BTreeMap::new();
        texts(&json(&format!("interface/guide/{tag}.json")), tag, &mut found);
        found.into_iter().map(|(path, holds)| (path[tag.len()..].to_owned(), holds)).collect::<BTreeMap<_, _>>()
    };
    let tags: Vec<&str> = GUIDES.to_vec();
    let first = of(tags[0]);
    assert!(first.len() > 150, "{}", first.len());
    for tag in &tags[1..] {
        assert_eq!(of(tag), first, "{tag}");
    }
}

#[test]
fn the_texts_are_whole() {
    let library = library();
    let languages = languages().source().choices();
    assert_eq!(guide::faults(&library.guides, &library.dataset, &policy(), languages), [""; 0]);
}

/// The faults told where the English texts are changed.
fn broken(change: impl Fn(&mut Value)) -> String {
    const FILE: &str = "interface/guide/en.json";
    let mut value = json(FILE);
    change(&mut value);
    match library_with(&[(FILE, Some(value.to_string().as_bytes()))]) {
        Ok(library) => {
            let languages = languages().source().choices();
            guide::faults(&library.guides, &library.dataset, &policy(), languages).join("\n")
        }
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

#[test]
fn a_text_too_few_or_too_many_is_named() {
    let drop_from = |list: &'static str| {
        move |value: &mut Value| drop(value.pointer_mut(list).unwrap().as_array_mut().unwrap().pop())
    };
    assert!(broken(|value| drop(value["copy"].as_object_mut().unwrap().remove("button"))).contains("`button`"));
    let extra = broken(|value| value["copy"]["more"] = "x".into());
    assert!(extra.contains("unknown field `more`"), "{extra}");
    let label = broken(drop_from("/attributes/1/values"));
    assert!(label.contains("value of all theme `contrast` is missing"), "{label}");
    let attribute = broken(drop_from("/attributes"));
    assert!(attribute.contains("attribute `kpi year` is missing"), "{attribute}");
    let directive = broken(|value| value["policy"]["directives"][1]["name"] = "style-src".into());
    assert!(directive.contains("directive `script-src` is missing"), "{directive}");
    let section = broken(drop_from("/sections"));
    assert!(section.contains("sections of the languages differ"), "{section}");
    let block = broken(|value| value["sections"][0]["body"][0]["kind"] = "html".into());
    assert!(block.contains("block `html` is unknown"), "{block}");
}
