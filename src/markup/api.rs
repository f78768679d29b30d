//! What may be written on elements and what they say, behind `custom-elements.json` and the guide: what all of them have
//! stands here, each one's own attributes in its `Offer`.

use crate::data::Dataset;
use crate::data::language::Choice;
use crate::widget::Kind;

/// Who says what a value is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The guide's texts.
    Guide,
    /// The data, in the language of the print.
    Printed(String),
    /// Nobody need: it is a fiscal year.
    Year,
}

/// One value an attribute may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As written in the attribute.
    pub text: String,
    /// What it is called.
    pub naming: Naming,
}

/// The values an attribute may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// These and no others.
    Listed(Vec<Value>),
    /// What fits a type of TypeScript; the guide offers no choice.
    Pattern(&'static str),
}

/// One attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub values: Values,
    /// What holds without it; empty where that depends on width, date or page.
    pub default: String,
    /// What it does, for developers.
    pub about: &'static str,
}

/// One of its own attributes as a widget declares it, before there are data.
#[derive(Debug)]
pub struct Own {
    /// Its name.
    pub name: &'static str,
    /// What it does, for developers.
    pub about: &'static str,
    /// What it may be.
    pub values: fn(&Dataset) -> Values,
    /// What holds without it; empty where that depends on width, date or page.
    pub default: fn(&Dataset) -> String,
    /// The types of the content that its values are of.
    pub types: &'static [&'static ContentType],
    /// Whether it is empty in a state where nothing is chosen.
    pub is_optional: bool,
}

impl Own {
    /// Its type in the declarations of a state.
    pub fn state_type(&self, data: &Dataset) -> String {
        let values = (self.values)(data);
        let quoted = |value: &Value| format!("\"{}\"", value.text);
        let mut parts: Vec<String> = self.is_optional.then(|| "\"\"".to_owned()).into_iter().collect();
        match values {
            Values::Listed(values) => {
                parts.extend(values.iter().filter(|value| value.naming == Naming::Guide).map(quoted));
                parts.extend(self.types.iter().map(|named| named.name.to_owned()));
            }
            Values::Pattern(text) => parts.push(text.to_owned()),
        }
        parts.join(" | ")
    }
}

/// A type of the declarations whose values are those of the content.
#[derive(Debug)]
pub struct ContentType {
    /// Its name.
    pub name: &'static str,
    /// What its values are, for developers.
    pub about: &'static str,
    /// The values there are.
    pub values: fn(&Dataset) -> Vec<String>,
}

/// An element as scripts and tools know it, before there are data.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// What its tag has after `shigoto-`.
    pub name: &'static str,
    /// What its class and its types are called: `Swot` in `ShigotoSwotElement` and `SwotState`.
    pub noun: &'static str,
    /// What it is, for developers.
    pub about: &'static str,
    /// Its own attributes.
    pub attributes: &'static [Own],
    /// Parts of its tree, each of [`PARTS`].
    pub parts: &'static [&'static str],
}

impl Declared {
    /// A widget.
    pub fn of(kind: Kind) -> Self {
        let offer = kind.offer();
        let (noun, about, attributes, parts) = (offer.noun, offer.about, offer.attributes, offer.parts);
        Self { name: kind.name(), noun, about, attributes, parts }
    }

    /// Its tag.
    pub fn tag(&self) -> String {
        format!("shigoto-{}", self.name)
    }

    /// Its own attributes, with the values that they have with some data.
    pub fn own(&self, data: &Dataset) -> Vec<Attribute> {
        let of = |own: &Own| attribute(own.name, (own.values)(data), &(own.default)(data), own.about);
        self.attributes.iter().map(of).collect()
    }
}

/// One widget's element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which widget it is.
    pub kind: Kind,
    /// Its own attributes.
    pub own: Vec<Attribute>,
}

/// Events of all elements, which bubble out of shadow trees: name, type (`{State}` is the element's own), what it says.
pub const EVENTS: [(&str, &str, &str); 4] = [
    ("shigoto-ready", "CustomEvent<{State}>", "The element answers from now on; the detail is its state."),
    ("shigoto-change", "CustomEvent<{State}>", "The state changed; the detail is the new one."),
    ("shigoto-painted", "CustomEvent<ShigotoPainted>", "A picture stands complete; the detail says how long it took."),
    ("shigoto-error", "CustomEvent<ShigotoError>", "Something went wrong; what was shown before stays."),
];

/// Properties of all elements beside their attributes: name, type, what it is.
pub const FIELDS: [(&str, &str, &str); 2] = [
    ("state", "Partial<{State}>", "The element's own attributes as a plain object; setting it sets those it names."),
    ("ready", "Promise<void>", "Resolves when the element answers."),
];

/// Methods of all elements: name, parameter, its type, type of the result, what it does.
pub const METHODS: [(&str, &str, &str, &str, &str); 1] = [(
    "load",
    "data",
    "object | string | Blob",
    "Promise<void>",
    "Shows other data: an object, the text of a JSON or CSV file, or a file. Rejects with code and faults; what was \
     shown before then stays.",
)];

/// Custom properties all elements read: name, what it sets.
pub const CSS_PROPERTIES: [(&str, &str); 6] = [
    ("--shigoto-font", "Font family."),
    ("--shigoto-ink", "Colour of text."),
    ("--shigoto-paper", "Colour of the ground; that of the theme in force without it."),
    ("--shigoto-accent", "Colour of controls, of the chosen city and of the focus ring."),
    ("--shigoto-radius", "Radius of corners."),
    ("--shigoto-scale", "Factor on all sizes, for large screens; 1 without it."),
];

/// What each part is.
pub const PARTS: [(&str, &str); 5] = [
    ("header", "Title and sentence."),
    ("toolbar", "The controls."),
    ("figure", "Each picture, with the words on it."),
    ("table", "Each table."),
    ("footer", "Sources and notes."),
];

/// Themes, the default first.
const THEMES: [&str; 4] = ["auto", "light", "dark", "contrast"];

/// Attributes of all elements.
pub fn common(languages: &[Choice]) -> Vec<Attribute> {
    vec![
        attribute(
            "lang",
            words(languages.iter().map(|language| &*language.tag)),
            "",
            "Language of the interface; without it that of the nearest ancestor.",
        ),
        attribute(
            "theme",
            words(THEMES),
            "auto",
            "Colours; `auto` follows the page's `color-scheme`, light where it has none.",
        ),
        attribute(
            "src",
            Values::Pattern("string"),
            "",
            "URL of data in the form of `data/*.json` or `data/*.csv`, shown in place of the city's.",
        ),
    ]
}

/// Every widget's element, with the values that its attributes have with some data.
pub fn elements(data: &Dataset) -> [Element; Kind::ALL.len()] {
    Kind::ALL.map(|kind| Element { kind, own: Declared::of(kind).own(data) })
}

fn attribute(name: &'static str, values: Values, default: &str, about: &'static str) -> Attribute {
    Attribute { name, values, default: default.to_owned(), about }
}

/// Values of the code, which the guide's texts name.
pub fn words<'a>(values: impl IntoIterator<Item = &'a str>) -> Values {
    let value = |text: &str| Value { text: text.to_owned(), naming: Naming::Guide };
    Values::Listed(values.into_iter().map(value).collect())
}

/// Values of the data, which bring their names.
pub fn printed<'a>(values: impl Iterator<Item = (String, &'a String)>) -> Values {
    Values::Listed(values.map(|(text, name)| Value { text, naming: Naming::Printed(name.clone()) }).collect())
}

/// Values of the code, then those of the data.
pub fn join(first: Values, second: Values) -> Values {
    match (first, second) {
        (Values::Listed(first), Values::Listed(second)) => Values::Listed(first.into_iter().chain(second).collect()),
        (first, _) => first,
    }
}

impl Attribute {
    /// The values one can choose from.
    pub fn listed(&self) -> &[Value] {
        match &self.values {
            Values::Listed(values) => values,
            Values::Pattern(_) => &[],
        }
    }

    /// Its type in TypeScript.
    pub fn type_text(&self) -> String {
        match &self.values {
            Values::Listed(values) => {
                values.iter().map(|value| format!("\"{}\"", value.text)).collect::<Vec<_>>().join(" | ")
            }
            Values::Pattern(text) => (*text).to_owned(),
        }
    }
}

impl Element {
    /// Its tag.
    pub fn tag(&self) -> String {
        Declared::of(self.kind).tag()
    }
}
