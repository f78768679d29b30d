//! `custom-elements.json`: what the elements offer, in the form editors and documentation tools read.

use serde_json::{Value, json};

use crate::data::Dataset;
use crate::data::language::Choice;
use crate::markup::api::{self, Attribute, Element};

/// Version of the form: the custom-elements manifest of the web components community group.
const SCHEMA_VERSION: &str = "2.1.0";

/// The manifest.
pub fn text(data: &Dataset, languages: &[Choice]) -> String {
    let elements = api::elements(data);
    let exports: Vec<Value> = elements.iter().map(export).collect();
    let declarations: Vec<Value> = elements.iter().map(|element| declaration(element, languages)).collect();
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

fn export(element: &Element) -> Value {
    let declaration = json!({ "name": class(element), "module": "embed.js" });
    json!({ "kind": "custom-element-definition", "name": element.tag(), "declaration": declaration })
}

fn class(element: &Element) -> String {
    format!("Shigoto{}Element", element.kind.offer().noun)
}

fn declaration(element: &Element, languages: &[Choice]) -> Value {
    let state = format!("{}State", element.kind.offer().noun);
    let typed = |text: &str| json!({ "text": text.replace("{State}", &state) });
    let common = api::common(languages);
    let attributes = common.iter().chain(&element.own).map(attribute);
    let methods = api::METHODS.map(|(name, parameter, takes, gives, about)| {
        let parameters = [json!({ "name": parameter, "type": typed(takes) })];
        json!({ "kind": "method", "name": name, "parameters": parameters, "return": { "type": typed(gives) }, "description": about })
    });
    let fields = api::FIELDS
        .map(|(name, kind, about)| json!({ "kind": "field", "name": name, "type": typed(kind), "description": about }));
    let events =
        api::EVENTS.map(|(name, kind, about)| json!({ "name": name, "type": typed(kind), "description": about }));
    let properties = api::CSS_PROPERTIES.map(|(name, about)| json!({ "name": name, "description": about }));
    let parts = api::PARTS.into_iter().filter(|(name, _)| element.kind.offer().parts.contains(name));
    json!({
        "kind": "class",
        "customElement": true,
        "name": class(element),
        "tagName": element.tag(),
        "superclass": { "name": "HTMLElement" },
        "description": element.kind.offer().about,
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
