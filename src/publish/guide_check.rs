//! Whether the texts of the guide are whole: nothing that can be chosen goes unnamed, nothing named is gone.

use std::collections::BTreeSet;

use crate::data::Dataset;
use crate::data::guide::GuideTexts;
use crate::data::language::Choice;
use crate::markup::api::{self, Attribute, Naming};
use crate::widget::Kind;

/// Kinds of block a section may have.
const BLOCKS: [&str; 6] = ["text", "list", "steps", "code", "policy", "attributes"];

/// What must be the same in every language: ids, kinds of block, numbers of items.
pub fn outline(texts: &GuideTexts) -> Vec<(&str, &str, usize)> {
    let blocks = texts.sections.iter().flat_map(|section| section.body.iter().map(move |block| (section, block)));
    blocks.map(|(section, block)| (section.id.as_str(), block.kind.as_str(), block.items.len())).collect()
}

/// What the texts of one language lack or have too much of: widgets, attributes, values, directives, blocks.
pub fn check(texts: &GuideTexts, data: &Dataset, policy: &str, languages: &[Choice]) -> Vec<String> {
    let mut faults = Vec::new();
    let widgets = texts.widgets.iter().map(|widget| widget.name.clone());
    faults.extend(compare("widget", names(Kind::ALL.map(Kind::name)), widgets));
    let wanted = names(policy.split(';').filter_map(|directive| directive.split_whitespace().next()));
    faults.extend(compare("directive", wanted, texts.policy.directives.iter().map(|directive| directive.name.clone())));
    faults.extend(attributes(texts, data, languages));
    let blocks = texts.sections.iter().flat_map(|section| &section.body);
    faults.extend(
        blocks
            .filter(|block| !BLOCKS.contains(&block.kind.as_str()))
            .map(|block| format!("block `{}` is unknown, expected one of {}", block.kind, BLOCKS.join(", "))),
    );
    faults
}

fn attributes(texts: &GuideTexts, data: &Dataset, languages: &[Choice]) -> Vec<String> {
    let elements = api::elements(data);
    let own = elements.iter().flat_map(|element| element.own.iter().map(|attribute| (element.kind.name(), attribute)));
    let common = api::common(languages);
    let all: Vec<(&str, &Attribute)> = common.iter().map(|attribute| ("all", attribute)).chain(own).collect();
    let offered = all.iter().filter(|(_, attribute)| !attribute.listed().is_empty());
    let wanted = offered.map(|(on, attribute)| format!("{on} {}", attribute.name)).collect();
    let mut faults =
        compare("attribute", wanted, texts.attributes.iter().map(|text| format!("{} {}", text.on, text.name)));
    for text in &texts.attributes {
        let Some((_, attribute)) = all.iter().find(|(on, attribute)| *on == text.on && attribute.name == text.name)
        else {
            continue;
        };
        let named = attribute.listed().iter().filter(|value| value.naming == Naming::Guide);
        let wanted = named.map(|value| value.text.clone()).collect();
        let what = format!("value of {} {}", text.on, text.name);
        faults.extend(compare(&what, wanted, text.values.iter().map(|value| value.value.clone())));
        if attribute.default.is_empty() != text.automatic.is_some() {
            faults.push(format!(
                "{} {}: `automatic` says what holds where no value is the default, and only there",
                text.on, text.name
            ));
        }
    }
    faults
}

fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// What is missing, unknown or repeated.
fn compare(what: &str, wanted: Vec<String>, found: impl Iterator<Item = String>) -> Vec<String> {
    let mut missing: BTreeSet<String> = wanted.into_iter().collect();
    let surplus: Vec<String> = found.filter(|name| !missing.remove(name)).collect();
    let missing = missing.iter().map(|name| format!("{what} `{name}` is missing"));
    missing.chain(surplus.iter().map(|name| format!("{what} `{name}` is unknown or stands twice"))).collect()
}
