//! `custom-elements.json`: what the elements offer, in the form editors and documentation tools read.

use serde_json::{Value, json};

use crate::data::Dataset;
use crate::data::language::Choice;
use crate::markup::api::{self, Attribute, Declared};
use crate::markup::offer;

/// Version of the form: the custom-elements manifest of the web components community group.
const SCHEMA_VERSION: &str = "2.1.0";

/// The manifest.
pub fn text(data: &Dataset, languages: &[Choice]) -> String {
    let exports: Vec<Value> = offer::elements().map(export).collect();
    let declarations: Vec<Value> = offer::elements().map(|element| declaration(element, data, languages)).collect();
    let module = json!({
        "kind": "javascript-module",
        "path": "embed.js",
        "summary": "Defines the elements.",
        "declarations": declarations,
        "exports": exports,
    });
    let manifest = json!({ "schemaVersion": SCHEMA_VERSION, "readme": "embed-guide.en.html", "modules": [module] });
    format!("{manifest:#}\n")
}

fn export(element: Declared) -> Value {
    let declaration = json!({ "name": class(element), "module": "embed.js" });
    json!({ "kind": "custom-element-definition", "name": element.tag(), "declaration": declaration })
}

fn class(element: Declared) -> String {
    format!("Shigoto{}Element", element.noun)
}

fn declaration(element: Declared, data: &Dataset, languages: &[Choice]) -> Value {
    let state = format!("{}State", element.noun);
    let typed = |text: &str| json!({ "text": text.replace("{State}", &state) });
    let (common, own) = (api::common(languages), element.own(data));
    let attributes = common.iter().chain(&own).map(attribute);
    let methods = api::METHODS.map(|(name, parameter, takes, gives, about)| {
        let parameters = [json!({ "name": parameter, "type": typed(takes) })];
        json!({ "kind": "method", "name": name, "parameters": parameters, "return": { "type": typed(gives) }, "description": about })
    });
    let fields = api::FIELDS
        .map(|(name, kind, about)| json!({ "kind": "field", "name": name, "type": typed(kind), "description": about }));
    let events =
        api::EVENTS.map(|(name, kind, about)| json!({ "name": name, "type": typed(kind), "description": about }));
    let properties = api::CSS_PROPERTIES.map(|(name, about)| json!({ "name": name, "description": about }));
    let parts = api::PARTS.into_iter().filter(|(name, _)| element.parts.contains(name));
    json!({
        "kind": "class",
        "customElement": true,
        "name": class(element),
        "tagName": element.tag(),
        "superclass": { "name": "HTMLElement" },
        "description": element.about,
        "attributes": attributes.collect::<Vec<_>>(),
        "members": fields.into_iter().chain(methods).collect::<Vec<_>>(),
        "events": events,
        "cssProperties": properties,
        "cssParts": parts.map(|(name, about)| json!({ "name": name, "description": about })).collect::<Vec<_>>(),
    })
}

fn attribute(attribute: &Attribute) -> Value {
    let mut value = json!({
        "name": attribute.name,
        "type": { "text": attribute.type_text() },
        "description": attribute.about,
    });
    if !attribute.default.is_empty()
        && let Some(entries) = value.as_object_mut()
    {
        entries.insert("default".to_owned(), format!("\"{}\"", attribute.default).into());
    }
    value
}
