//! The table of attributes is that of the code, of the script, of the stylesheet and of the types.

use crate::common::{languages, library, source};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use shigoto_widgets::id::Base;
use shigoto_widgets::markup::api::{self, CSS_PROPERTIES, Element, Values};
use shigoto_widgets::publish::manifest;
use shigoto_widgets::publish::render::shadow;
use shigoto_widgets::publish::types::narrowed;
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::lq::{Headings, View};

/// Own attributes of an element and their listed values, from the table.
fn listed(element: &Element) -> BTreeMap<&str, Vec<String>> {
    let values = |values: &Values| match values {
        Values::Listed(values) => values.iter().map(|value| value.text.clone()).collect(),
        Values::Pattern(_) => Vec::new(),
    };
    element.own.iter().map(|attribute| (attribute.name, values(&attribute.values))).collect()
}

fn owned<const N: usize>(values: [&str; N]) -> Vec<String> {
    values.map(str::to_owned).into()
}

#[test]
fn the_table_has_the_values_of_the_code() {
    let data = library().dataset;
    let elements = api::elements(&data);
    let of = |kind: Kind| listed(elements.iter().find(|element| element.kind == kind).unwrap());
    let lq = of(Kind::Lq);
    assert_eq!(lq["base"], owned(Base::ALL.map(Base::as_str)));
    assert_eq!(lq["view"], owned(View::ALL.map(View::as_str)));
    assert_eq!(lq["reading"], owned(Headings::ALL.map(Headings::as_str)));
    assert_eq!(of(Kind::Kpi)["year"].len(), 10);
    let common = api::common(source().choices());
    let values = |index: usize| common[index].listed().iter().map(|value| value.text.clone()).collect::<Vec<_>>();
    assert_eq!(values(0).iter().map(String::as_str).collect::<BTreeSet<_>>(), languages().tags().into_iter().collect());
    let css = shigoto_widgets::figure::theme::css();
    let mut themes: Vec<String> = css
        .split(":host([theme=")
        .skip(1)
        .map(|part| part.split(')').next().unwrap().trim_end_matches(']').to_owned())
        .collect();
    themes.insert(0, "auto".to_owned());
    assert_eq!(values(1), themes);
    let host = fs::read_to_string("src/web/host.rs").unwrap();
    assert!(host.contains(&format!("= {themes:?};")), "THEMES of src/web/host.rs are not {themes:?}");
}

#[test]
fn every_value_of_the_table_is_taken_and_its_default_is_the_default() {
    let data = library().dataset;
    for element in api::elements(&data) {
        let state = || (element.kind.offer().state)(&data, 2026);
        let own = state().attributes();
        let names: Vec<&str> = own.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            element.own.iter().map(|attribute| attribute.name).collect::<BTreeSet<_>>(),
            names.iter().copied().collect()
        );
        for attribute in &element.own {
            let (_, without) = own.iter().find(|(name, _)| *name == attribute.name).unwrap();
            // The only view there is stands in no attribute; a year depends on the date.
            if without.is_empty() {
                assert!(
                    attribute.default.is_empty() || attribute.listed().len() == 1,
                    "{} {}",
                    element.tag(),
                    attribute.name
                );
            } else if attribute.name != "year" {
                assert_eq!(&attribute.default, without, "{} {}", element.tag(), attribute.name);
            }
            for value in attribute.listed() {
                let taken = |text: &str| state().set_attribute(&data, attribute.name, Some(text));
                assert_eq!(taken(&value.text).fault, None);
                assert!(taken("nonsense").fault.is_some(), "{} {}", element.tag(), attribute.name);
            }
        }
    }
}

/// The lists of `www/elements.js`: own attributes by kind, and those all elements observe.
fn script_lists() -> (BTreeMap<String, Vec<String>>, Vec<String>) {
    let script = fs::read_to_string("www/elements.js").unwrap();
    let strings = |text: &str| text.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let own = script.split_once("const own = {").unwrap().1.split_once("};").unwrap().0;
    let lines = own.split("],").filter_map(|line| line.split_once(": ["));
    let own = lines.map(|(kind, list)| (kind.trim().to_owned(), strings(list))).collect();
    let observed = script.split_once("observedAttributes = [").unwrap().1.split_once("...names").unwrap().0;
    (own, strings(observed))
}

#[test]
fn the_table_has_the_attributes_of_the_script() {
    let (own, observed) = script_lists();
    for element in api::elements(&library().dataset) {
        // What the script observes and the state does not know yet is not promised; the order is the script's.
        let names: Vec<&str> = element.own.iter().map(|attribute| attribute.name).collect();
        let of_script = own[element.kind.name()].iter().map(String::as_str);
        assert_eq!(of_script.filter(|name| names.contains(name)).collect::<Vec<_>>(), names, "{}", element.tag());
    }
    assert_eq!(own.len(), Kind::ALL.len());
    assert_eq!(observed, api::common(source().choices()).iter().map(|attribute| attribute.name).collect::<Vec<_>>());
}

#[test]
fn the_table_has_the_members_of_the_script() {
    let script = fs::read_to_string("www/elements.js").unwrap();
    let class = script.split_once("class extends HTMLElement").unwrap().1;
    let callbacks = [
        "connectedCallback",
        "disconnectedCallback",
        "attributeChangedCallback",
        "upgrade",
        "constructor",
        "handleEvent",
    ];
    let names =
        class.lines().filter(|line| line.starts_with("      ") && !line.starts_with("       ")).filter_map(|line| {
            let line = line.trim().trim_start_matches("async ").trim_start_matches("get ").trim_start_matches("set ");
            let name = line.split(['(', ' ', ';']).next()?;
            let is_public =
                line.starts_with(|letter: char| letter.is_ascii_lowercase()) && !line.starts_with("static ");
            (is_public && !callbacks.contains(&name)).then(|| name.to_owned())
        });
    let fields = api::FIELDS.iter().map(|(name, ..)| *name);
    let members = fields.chain(api::METHODS.iter().map(|(name, ..)| *name));
    let table: BTreeSet<String> = members.map(str::to_owned).collect();
    assert_eq!(names.collect::<BTreeSet<_>>(), table);
}

#[test]
fn the_table_has_the_parts_and_custom_properties_of_the_widgets() {
    let library = library();
    let strings = |text: &str, open: &str, is_end: fn(char) -> bool| -> BTreeSet<String> {
        text.split(open).skip(1).map(|rest| rest.split(is_end).next().unwrap().to_owned()).collect()
    };
    for element in api::elements(&library.dataset) {
        let found =
            strings(&shadow(&library.dataset, source(), element.kind, 2024), " part=\"", |letter| letter == '"');
        assert_eq!(
            found,
            element.kind.offer().parts.iter().map(|part| (*part).to_owned()).collect(),
            "{}",
            element.tag()
        );
    }
    let css = fs::read_to_string("www/widget.css").unwrap();
    let used = strings(&css, "--shigoto-", |letter| !letter.is_ascii_lowercase());
    assert_eq!(used, CSS_PROPERTIES.iter().map(|(name, _)| name.trim_start_matches("--shigoto-").to_owned()).collect());
}

#[test]
fn the_manifest_lists_the_table() {
    let data = library().dataset;
    let manifest: Value = serde_json::from_str(&manifest::text(&data, source().choices())).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    for (declaration, element) in declarations.iter().zip(api::elements(&data)) {
        assert_eq!(declaration["tagName"], element.tag());
        let found: Vec<(&str, &str)> = declaration["attributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|attribute| (attribute["name"].as_str().unwrap(), attribute["type"]["text"].as_str().unwrap()))
            .collect();
        let common = api::common(source().choices());
        let table: Vec<_> =
            common.iter().chain(&element.own).map(|attribute| (attribute.name, attribute.type_text())).collect();
        assert_eq!(found, table.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
        assert_eq!(declaration["events"].as_array().unwrap().len(), api::EVENTS.len());
    }
    assert_eq!(declarations.len(), Kind::ALL.len());
}

/// The body of an interface or the right side of a type in the declarations.
fn declared<'a>(types: &'a str, opening: &str, end: &str) -> &'a str {
    types.split_once(opening).unwrap_or_else(|| panic!("no {opening}")).1.split_once(end).unwrap().0
}

/// The strings of a type, those of named types included.
fn literals(types: &str, text: &str) -> BTreeSet<String> {
    let named = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| word.starts_with("Swot") || word.starts_with("Lq") || word.starts_with("Kpi"));
    let inner = named.flat_map(|name| literals(types, declared(types, &format!("export type {name} ="), ";")));
    text.split('"').skip(1).step_by(2).filter(|word| !word.is_empty()).map(str::to_owned).chain(inner).collect()
}

#[test]
fn the_types_have_the_attributes_of_the_table() {
    let types = narrowed(&fs::read_to_string("www/shigoto-widgets.d.ts").unwrap(), &library().dataset, languages());
    for element in api::elements(&library().dataset) {
        let body = declared(&types, &format!("interface {}State {{", element.kind.offer().noun), "\n}");
        let fields: BTreeMap<&str, &str> = body
            .lines()
            .filter_map(|line| line.trim().split_once(": "))
            .filter(|(name, _)| name.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .collect();
        assert_eq!(
            fields.keys().copied().collect::<BTreeSet<_>>(),
            element.own.iter().map(|attribute| attribute.name).collect()
        );
        for attribute in element.own.iter().filter(|attribute| !attribute.listed().is_empty()) {
            let values = attribute.listed().iter().map(|value| value.text.clone()).collect();
            assert_eq!(literals(&types, fields[attribute.name]), values, "{} {}", element.tag(), attribute.name);
        }
        assert!(types.contains(&format!("\"{}\": Shigoto{}Element;", element.tag(), element.kind.offer().noun)));
    }
    for attribute in api::common(source().choices()).into_iter().filter(|attribute| !attribute.listed().is_empty()) {
        let name = format!("export type Shigoto{}{} =", attribute.name[..1].to_uppercase(), &attribute.name[1..]);
        let values = attribute.listed().iter().map(|value| value.text.clone()).collect();
        assert_eq!(literals(&types, declared(&types, &name, ";")), values);
    }
    let events = declared(&types, "interface ShigotoEventMap<State> {", "\n}");
    assert_eq!(literals(&types, events), api::EVENTS.iter().map(|(name, ..)| (*name).to_owned()).collect());
    let names = api::FIELDS.iter().map(|(name, ..)| *name).chain(api::METHODS.iter().map(|(name, ..)| *name));
    for name in names {
        assert!(types.contains(&format!(" {name}")), "{name}");
    }
}
