//! What may be written on each element and what it says: the one table behind `custom-elements.json` and the guide.
//! Native only. An attribute more is one line here; tests hold it to `src/widget`, `www/elements.js` and the types.

use super::Kind;
use crate::data::Dataset;
use crate::data::language::Choice;
use crate::id::Base;
use crate::widget::kpi::{View as KpiView, span};
use crate::widget::lq::{Headings, View};

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

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which widget it is.
    pub kind: Kind,
    /// What it is, for developers.
    pub about: &'static str,
    /// Its own attributes, in the order of `www/elements.js`.
    pub own: Vec<Attribute>,
    /// Parts of its shadow tree.
    pub parts: Vec<&'static str>,
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

/// The three elements.
pub fn elements(data: &Dataset) -> [Element; 3] {
    let framed = ["header", "toolbar", "figure", "footer"];
    [
        Element {
            kind: Kind::Swot,
            about: "Cross-SWOT matrix: factors, strategies and key issues, and how they connect.",
            own: swot(data),
            parts: framed.into(),
        },
        Element {
            kind: Kind::Lq,
            about: "Location quotients of industries in cities, as a heat table or as dots.",
            own: lq(data),
            parts: ["header", "toolbar", "figure", "table", "footer"].into(),
        },
        Element {
            kind: Kind::Kpi,
            about: "Key performance indicators with baseline, target and the pace of a fiscal year.",
            own: kpi(data),
            parts: framed.into(),
        },
    ]
}

fn swot(data: &Dataset) -> Vec<Attribute> {
    let swot = &data.swot;
    let factors = swot.factors.iter().map(|factor| (factor.code.to_string(), &factor.name));
    let strategies = swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let strategies = strategies.map(|strategy| (strategy.code.to_string(), &strategy.text));
    let issues = swot.issues.iter().map(|issue| (issue.code.to_string(), &issue.name));
    let codes = printed(factors.chain(strategies).chain(issues));
    vec![attribute("select", codes, "", "What is chosen; everything connected with it lights up.")]
}

fn lq(data: &Dataset) -> Vec<Attribute> {
    let cities = printed(data.lq.cities.iter().map(|city| (city.id.to_string(), &city.name)));
    let others = printed(data.lq.cities.iter().map(|city| (city.id.to_string(), &city.name)));
    let sort = Values::Pattern("\"sector\" | `${LqCity}:${\"desc\" | \"asc\"}`");
    vec![
        attribute(
            "base",
            words(Base::ALL.map(Base::as_str)),
            Base::Output.as_str(),
            "What the quotients are computed on.",
        ),
        attribute("city", cities, data.lq.focus_city.as_str(), "Whose values are emphasised."),
        attribute("view", words(View::ALL.map(View::as_str)), "", "How they are shown; without it dots below 600 px."),
        attribute(
            "sort",
            sort,
            "",
            "Order of rows by a city's column, or `sector` for groups; as printed without it. With more than 24 cities these are the rows: then \
             `<city>:desc` orders the industries, which are the columns, and `<industry>:desc` or `name:asc` the cities.",
        ),
        attribute("industry", Values::Pattern("string"), "", "Printed name of the industry whose detail is open."),
        attribute(
            "reading",
            words(Headings::ALL.map(Headings::as_str)),
            Headings::Printed.as_str(),
            "Headings of the doubtful table.",
        ),
        attribute("with", others, "", "Whom the city is compared with in the view `compare`."),
    ]
}

fn kpi(data: &Dataset) -> Vec<Attribute> {
    let span = span(data);
    let years = (span.first..=span.last).map(|year| Value { text: year.to_string(), naming: Naming::Year }).collect();
    let numbers = printed(data.outline.pillars.iter().map(|pillar| (pillar.id.to_string(), &pillar.name)));
    vec![
        attribute(
            "view",
            words(KpiView::ALL.map(KpiView::as_str)),
            "",
            "How they are shown; without it bullets below 600 px.",
        ),
        attribute("pillar", join(words(["all"]), numbers), "all", "Whose indicators are shown."),
        attribute("kpi", Values::Pattern("string"), "", "Id of the indicator whose details are open."),
        attribute("year", Values::Listed(years), "", "Fiscal year of the pace marks; without it the current one."),
    ]
}

fn attribute(name: &'static str, values: Values, default: &str, about: &'static str) -> Attribute {
    Attribute { name, values, default: default.to_owned(), about }
}

/// Values of the code, which the guide's texts name.
fn words<'a>(values: impl IntoIterator<Item = &'a str>) -> Values {
    let value = |text: &str| Value { text: text.to_owned(), naming: Naming::Guide };
    Values::Listed(values.into_iter().map(value).collect())
}

/// Values of the data, which bring their names.
fn printed<'a>(values: impl Iterator<Item = (String, &'a String)>) -> Values {
    Values::Listed(values.map(|(text, name)| Value { text, naming: Naming::Printed(name.clone()) }).collect())
}

fn join(first: Values, second: Values) -> Values {
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
        format!("shigoto-{}", self.kind.name())
    }

    /// What its class and its types are called: `Swot`, `Lq`, `Kpi`.
    pub fn noun(&self) -> &'static str {
        match self.kind {
            Kind::Swot => "Swot",
            Kind::Lq => "Lq",
            Kind::Kpi => "Kpi",
        }
    }
}
