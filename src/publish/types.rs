//! `shigoto-widgets.d.ts`: what the elements offer to TypeScript, from the same table as their manifest, with the names of
//! one content.

use crate::data::Dataset;
use crate::data::language::Choice;
use crate::markup::api::{self, Attribute, ContentType, Declared, Own};
use crate::markup::offer;

/// File of the types.
pub const FILE: &str = "shigoto-widgets.d.ts";

/// What depends neither on widgets nor on content.
const SHARED: &str = include_str!("types/shared.d.ts");

/// What stands first.
const OPENING: &str =
    "// Types of the elements that embed.js defines. Attributes are the elements' public state: read and set them as
// attributes or all at once through `state`; they are no properties of their own. In a state, an empty text means that
// nothing is chosen, and `view` is the view in force.
//
//   import type { LqState } from \"./shigoto-widgets\";
//   document.querySelector(\"shigoto-lq\")?.addEventListener(\"shigoto-change\", ({ detail }) => detail.base);
";

/// The types.
pub fn text(data: &Dataset, languages: &[Choice]) -> String {
    let common = api::common(languages);
    let mut parts = vec![OPENING.to_owned()];
    parts.push(named(
        "Which element it is, as in its tag.",
        "ShigotoWidget",
        offer::elements().map(|element| element.name),
    ));
    parts.extend(common.iter().filter(|attribute| !attribute.listed().is_empty()).map(common_type));
    parts.extend(content_types().into_iter().map(|own| named(own.about, own.name, (own.values)(data))));
    parts.extend(offer::elements().map(|element| state(element, data)));
    parts.push(settings(&common));
    parts.push(events());
    parts.push(SHARED.to_owned());
    parts.extend(offer::elements().map(element));
    parts.push(global());
    parts.join("\n")
}

/// A type of certain texts; of any where there are none.
fn named(about: &str, name: &str, values: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| format!("{:?}", value.as_ref())).collect();
    let union = if values.is_empty() { "string".to_owned() } else { values.join(" | ") };
    format!("/** {about} */\nexport type {name} = {union};\n")
}

/// What the type of an attribute of all elements is called.
fn common_name(attribute: &Attribute) -> String {
    let (first, rest) = attribute.name.split_at_checked(1).unwrap_or_default();
    format!("Shigoto{}{rest}", first.to_ascii_uppercase())
}

fn common_type(attribute: &Attribute) -> String {
    let about = format!("Attribute `{}` of every element. {}", attribute.name, attribute.about);
    named(&about, &common_name(attribute), attribute.listed().iter().map(|value| &value.text))
}

/// Each type of the content once, in the order of the attributes that have it.
fn content_types() -> Vec<&'static ContentType> {
    let own = offer::elements().flat_map(|element| element.attributes).flat_map(|own| own.types.iter().copied());
    own.fold(Vec::new(), |mut all, own| {
        if all.iter().all(|known: &&ContentType| known.name != own.name) {
            all.push(own);
        }
        all
    })
}

/// An interface of such lines.
fn interface(about: &str, opening: &str, lines: impl IntoIterator<Item = String>) -> String {
    format!("/** {about} */\nexport interface {opening} {{\n{}}}\n", lines.into_iter().collect::<String>())
}

fn state(element: Declared, data: &Dataset) -> String {
    let about = format!("What `<{}>` shows: its own attributes.", element.tag());
    let line = |own: &Own| format!("  /** {} */\n  {}: {};\n", own.about, own.name, own.state_type(data));
    interface(&about, &format!("{}State", element.noun), element.attributes.iter().map(line))
}

fn settings(common: &[Attribute]) -> String {
    let line = |attribute: &Attribute| {
        let is_named = !attribute.listed().is_empty();
        let of = if is_named { common_name(attribute) } else { attribute.type_text() };
        format!("  /** {} */\n  {}?: {of};\n", attribute.about, attribute.name)
    };
    interface("Attributes of every element that are no part of its state.", "ShigotoSettings", common.iter().map(line))
}

fn events() -> String {
    let line = |(name, detail, about): (&str, &str, &str)| {
        format!("  /** {about} */\n  \"{name}\": {};\n", detail.replace("{State}", "State"))
    };
    let about = "The events of an element. They bubble and leave shadow trees.";
    interface(about, "ShigotoEventMap<State>", api::EVENTS.map(line))
}

fn element(Declared { name, noun, about, .. }: Declared) -> String {
    let extends = format!("Shigoto{noun}Element extends ShigotoElement<{noun}State>");
    format!("/** `<shigoto-{name}>`. {about} */\nexport interface {extends} {{}}\n")
}

fn global() -> String {
    let tag = |element: Declared| format!("    \"{}\": Shigoto{}Element;\n", element.tag(), element.noun);
    let states = offer::elements().map(|element| format!("{}State", element.noun)).collect::<Vec<_>>().join(" | ");
    let tags: String = offer::elements().map(tag).collect();
    format!(
        "declare global {{\n  interface HTMLElementTagNameMap {{\n{tags}  }}\n\n  \
         // For listeners further up: an event may come from any of them.\n  \
         interface GlobalEventHandlersEventMap extends ShigotoEventMap<{states}> {{}}\n}}\n"
    )
}
