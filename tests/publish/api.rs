//! The table of attributes is that of the code and of the stylesheet, and what is generated from it is whole. That the
//! elements and TypeScript agree is asked of a browser and of TypeScript: `tests/browser/{elements,types}.test.mjs`.

use super::render::kit;
use crate::common::{languages, library, source};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use shigoto_widgets::id::Base;
use shigoto_widgets::markup::api::{self, CSS_PROPERTIES, Element, Naming, Values};
use shigoto_widgets::markup::offer;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::shown::shadow;
use shigoto_widgets::publish::sink::Files;
use shigoto_widgets::publish::{manifest, types};
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
    let mut files = Files::default();
    render(&library, &kit(), 2026, &mut files).unwrap();
    for element in offer::PLAIN {
        let name = format!("/{}.ja.html", element.name);
        let tree = files.iter().find(|(file, _)| file.ends_with(&name)).unwrap().1;
        let found = strings(&String::from_utf8_lossy(tree), " part=\"", |letter| letter == '"');
        assert_eq!(found, element.parts.iter().map(|part| (*part).to_owned()).collect(), "{}", element.tag());
    }
    let css = ["host", "widget"].map(|name| fs::read_to_string(format!("www/{name}.css")).unwrap()).concat();
    let used = strings(&css, "--shigoto-", |letter| !letter.is_ascii_lowercase());
    assert_eq!(used, CSS_PROPERTIES.iter().map(|(name, _)| name.trim_start_matches("--shigoto-").to_owned()).collect());
}

#[test]
fn the_manifest_lists_the_table() {
    let data = library().dataset;
    let manifest: Value = serde_json::from_str(&manifest::text(&data, source().choices())).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    for (declaration, element) in declarations.iter().zip(offer::elements()) {
        assert_eq!(declaration["tagName"], element.tag());
        let found: Vec<(&str, &str)> = declaration["attributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|attribute| (attribute["name"].as_str().unwrap(), attribute["type"]["text"].as_str().unwrap()))
            .collect();
        let (common, own) = (api::common(source().choices()), element.own(&data));
        let table: Vec<_> =
            common.iter().chain(&own).map(|attribute| (attribute.name, attribute.type_text())).collect();
        assert_eq!(found, table.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
        assert_eq!(declaration["events"].as_array().unwrap().len(), api::EVENTS.len());
    }
    assert_eq!(declarations.len(), offer::elements().count());
}

#[test]
fn the_types_of_an_attribute_hold_its_values_and_no_others() {
    let data = library().dataset;
    for element in offer::elements() {
        for (own, attribute) in element.attributes.iter().zip(element.own(&data)) {
            let listed = attribute.listed();
            if listed.is_empty() {
                continue;
            }
            let of_code = listed.iter().filter(|value| value.naming == Naming::Guide).map(|value| value.text.clone());
            let of_content = own.types.iter().flat_map(|named| (named.values)(&data));
            let values: BTreeSet<String> = listed.iter().map(|value| value.text.clone()).collect();
            assert_eq!(of_code.chain(of_content).collect::<BTreeSet<_>>(), values, "{} {}", element.tag(), own.name);
        }
    }
}

#[test]
fn a_content_without_names_of_a_kind_leaves_their_type_open() {
    let mut data = library().dataset;
    data.swot.issues.clear();
    let text = types::text(&data, source().choices());
    assert!(text.contains("export type SwotIssue = string;") && text.contains("export type SwotFactor = \"S-1\" | "));
    assert!(text.contains("  select: \"\" | SwotFactor | SwotStrategy | SwotIssue;\n"));
}
