//! Our JSON reader takes and tells what `serde_json` does, and says where a fault lies.

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use shigoto_widgets::data::about::AboutData;
use shigoto_widgets::data::circulation::CirculationData;
use shigoto_widgets::data::decode::{FromJson, decode};
use shigoto_widgets::data::facts::FactsData;
use shigoto_widgets::data::glossary::GlossaryData;
use shigoto_widgets::data::json::{Node, Position, SyntaxFault, Value, read};
use shigoto_widgets::data::kpi::KpiData;
use shigoto_widgets::data::links::LinkData;
use shigoto_widgets::data::lq::LqData;
use shigoto_widgets::data::market::MarketData;
use shigoto_widgets::data::strategy::StrategyData;
use shigoto_widgets::data::swot::SwotData;
use shigoto_widgets::error::{Fault, Place};

use crate::lines::lines;

/// JSON in the order written, numbers as written.
#[derive(Clone, Debug)]
enum Tree {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Record(Vec<(String, Tree)>),
}

fn text() -> impl Strategy<Value = String> {
    let special = select(&['"', '\\', '/', '\n', '\t', '\r', '\u{8}', '\u{c}', '\0', '\u{1f}', '\u{7f}', '\u{feff}']);
    let letter = prop_oneof![4 => any::<char>(), 2 => special, 2 => select(&['a', '青', '😀', '𠮷', '\u{10ffff}'])];
    prop::collection::vec(letter, 0..12).prop_map(|letters| letters.into_iter().collect())
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        "-?(0|[1-9][0-9]{0,6})(\\.[0-9]{1,8})?([eE][+-]?0{0,2}[0-9])?".prop_map(Tree::Number),
        "-?[1-9][0-9]{0,14}[eE][+-]?(1[0-9]|2[0-2])".prop_map(Tree::Number),
        "-?(0|[1-9][0-9]{0,14}|0\\.0{0,6}[1-9][0-9]{0,14})".prop_map(Tree::Number),
        text().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(8, 64, 6, |inner| {
        let fields = prop::collection::vec((text(), inner.clone()), 0..6);
        // Repeated names are the decoder's to tell.
        let fields = fields.prop_map(|mut fields| {
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            fields.dedup_by(|a, b| a.0 == b.0);
            fields.reverse();
            fields
        });
        prop_oneof![prop::collection::vec(inner, 0..6).prop_map(Tree::List), fields.prop_map(Tree::Record)]
    })
}

/// Writes trees with the whitespace and the escapes that `choices` pick.
struct Writer {
    text: String,
    choices: Vec<u8>,
    next: usize,
}

impl Writer {
    fn choose(&mut self, of: u8) -> u8 {
        self.next += 1;
        self.choices[self.next % self.choices.len()] % of
    }

    fn space(&mut self) {
        let spaces = ["", "", " ", "\n", "\r\n", "\r", "\t", " \n  "];
        let choice = self.choose(7);
        self.text.push_str(spaces[usize::from(choice)]);
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            let short = "\"\"\\\\//\nn\tt\rr\u{8}b\u{c}f".chars().collect::<Vec<_>>();
            let short = short.chunks(2).find(|pair| pair[0] == letter).map(|pair| pair[1]);
            match (self.choose(3), short) {
                (0, Some(short)) => self.text.extend(['\\', short]),
                (1, _) if letter >= ' ' && letter != '"' && letter != '\\' => self.text.push(letter),
                (choice, _) => {
                    for unit in letter.encode_utf16(&mut [0; 2]) {
                        let hex = if choice == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                        self.text.push_str(&hex);
                    }
                }
            }
        }
        self.text.push('"');
    }

    fn tree(&mut self, tree: &Tree) {
        self.space();
        match tree {
            Tree::Null => self.text.push_str("null"),
            Tree::Bool(value) => write!(self.text, "{value}").unwrap(),
            Tree::Number(text) => self.text.push_str(text),
            Tree::Text(text) => self.string(text),
            Tree::List(items) => {
                self.text.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.tree(item);
                }
                self.text.push(']');
            }
            Tree::Record(fields) => {
                self.text.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.space();
                    self.string(name);
                    self.space();
                    self.text.push(':');
                    self.tree(value);
                }
                self.space();
                self.text.push('}');
            }
        }
        self.space();
    }
}

/// Whether a node is the tree that was written, order included.
fn is_tree(node: &Node, tree: &Tree) -> bool {
    match (&node.value, tree) {
        (Value::Null, Tree::Null) => true,
        (Value::Bool(own), Tree::Bool(written)) => own == written,
        (Value::Number(own), Tree::Number(text)) => own.to_bits() == text.parse::<f64>().unwrap().to_bits(),
        (Value::Text(own), Tree::Text(written)) => own == written,
        (Value::List(own), Tree::List(written)) => {
            own.len() == written.len() && own.iter().zip(written).all(|(own, written)| is_tree(own, written))
        }
        (Value::Record(own), Tree::Record(written)) => {
            let mut pairs = own.iter().zip(written);
            own.len() == written.len() && pairs.all(|(own, written)| own.0 == written.0 && is_tree(&own.1, &written.1))
        }
        _ => false,
    }
}

/// Whether both readers say the same. Of a repeated name `serde_json` keeps the last.
fn agrees(node: &Node, value: &serde_json::Value) -> bool {
    match (&node.value, value) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(own), serde_json::Value::Bool(other)) => own == other,
        (Value::Number(own), serde_json::Value::Number(other)) => own.to_bits() == other.as_f64().unwrap().to_bits(),
        (Value::Text(own), serde_json::Value::String(other)) => own == other,
        (Value::List(own), serde_json::Value::Array(other)) => {
            own.len() == other.len() && own.iter().zip(other).all(|(own, other)| agrees(own, other))
        }
        (Value::Record(own), serde_json::Value::Object(other)) => {
            let own: BTreeMap<&String, &Node> = own.iter().map(|(name, node)| (name, node)).collect();
            own.keys().eq(&other.keys().collect::<Vec<_>>()) && own.iter().all(|(n, node)| agrees(node, &other[*n]))
        }
        _ => false,
    }
}

/// The text from a position on.
fn from(text: &str, position: Position) -> &str {
    let start = lines(text).iter().take(position.line - 1).map(|line| line.len()).sum();
    let rest = &text[start..];
    rest.char_indices().nth(position.column - 1).map_or("", |(at, _)| &rest[at..])
}

fn is_inside(text: &str, position: Position) -> bool {
    let lines = lines(text);
    let line = lines.get(position.line.wrapping_sub(1)).map(|line| line.trim_end_matches(['\r', '\n']));
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&position.column))
}

/// What stands where a node says it starts is the node.
fn stands_where_it_says(text: &str, node: &Node) -> bool {
    let mut values = serde_json::Deserializer::from_str(from(text, node.position)).into_iter();
    let inner: Vec<&Node> = match &node.value {
        Value::List(nodes) => nodes.iter().collect(),
        Value::Record(fields) => fields.iter().map(|(_, node)| node).collect(),
        _ => Vec::new(),
    };
    agrees(node, &values.next().unwrap().unwrap()) && inner.iter().all(|node| stands_where_it_says(text, node))
}

/// Whether we refuse on purpose what `serde_json` takes: numbers no double holds as printed, and deep nesting.
fn is_stricter(text: &str, fault: &SyntaxFault) -> bool {
    let rest = from(text, fault.position);
    if fault.expected == "less deeply nested brackets" {
        let before = &text[..text.len() - rest.len()];
        return before.matches(['[', '{']).count() > 32;
    }
    let number = rest.split(|letter: char| !letter.is_ascii_digit() && !"+-.eE".contains(letter)).next().unwrap();
    let (digits, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let count = digits.replace(['-', '.'], "").trim_start_matches('0').len();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| i32::try_from(decimals.len()).unwrap());
    let is_long = count > 15 || (power.parse::<i32>().unwrap() - decimals).abs() > 22;
    fault.expected == "a number of at most 15 digits" && is_long
}

/// Both readers say the same of a text, or we are stricter on purpose.
fn compare(text: &str) -> Result<(), TestCaseError> {
    match (read(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(node), Ok(value)) => prop_assert!(agrees(&node, &value), "{node:?} is not {value}"),
        (Ok(node), Err(error)) => prop_assert!(false, "{node:?} should not be: {error}"),
        (Err(fault), Ok(_)) => prop_assert!(is_stricter(text, &fault), "{fault:?}"),
        (Err(fault), Err(_)) => prop_assert!(is_inside(text, fault.position), "{fault:?}"),
    }
    Ok(())
}

const FILES: [&str; 10] = ["about", "circulation", "ec", "facts", "glossary", "kpi", "links", "lq", "strategy", "swot"];

fn decoded(file: &str, text: &str) -> Result<(), Fault> {
    fn done<T: FromJson>(file: &str, text: &str) -> Result<(), Fault> {
        decode::<T>(file, text).map(drop)
    }
    match file {
        "about" => done::<AboutData>(file, text),
        "circulation" => done::<CirculationData>(file, text),
        "ec" => done::<MarketData>(file, text),
        "facts" => done::<FactsData>(file, text),
        "glossary" => done::<GlossaryData>(file, text),
        "kpi" => done::<KpiData>(file, text),
        "links" => done::<LinkData>(file, text),
        "lq" => done::<LqData>(file, text),
        "strategy" => done::<StrategyData>(file, text),
        "swot" => done::<SwotData>(file, text),
        _ => Ok(()),
    }
}

/// Bytes put in: those that mean something in JSON, and any.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let telling = select(b"{}[]\",:\\/0123456789eE+-.truefalsn \n\r\t\0\x1f\x80\xef".as_slice());
    prop::collection::vec(prop_oneof![4 => telling, 1 => any::<u8>()], 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn trees_are_read_as_written(tree in tree(), choices in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut writer = Writer { text: String::new(), choices, next: 0 };
        writer.tree(&tree);
        let text = writer.text;
        let node = read(&text).map_err(|fault| TestCaseError::fail(format!("{fault:?} in {text}")))?;
        prop_assert!(is_tree(&node, &tree), "{text}");
        prop_assert!(agrees(&node, &serde_json::from_str(&text).unwrap()), "{text}");
        prop_assert!(stands_where_it_says(&text, &node), "{text}");
    }

    #[test]
    fn broken_files_are_taken_only_if_serde_takes_them(
        file in select(&FILES), from in any::<Index>(), gone in 0usize..4, put in bytes(), is_cut in prop::bool::weighted(0.2),
    ) {
        let mut text = crate::common::file(&format!("{file}.json")).into_bytes();
        let from = from.index(text.len());
        let to = if is_cut { text.len() } else { text.len().min(from + gone) };
        text.splice(from..to, put);
        // What is not UTF-8 is refused before it is read.
        let text = String::from_utf8_lossy(&text);
        compare(&text)?;
        if let Err(Fault { place, .. }) = decoded(file, &text) {
            let Place::Text { line, column, .. } = place else { panic!("no line in {place:?}") };
            prop_assert!(is_inside(&text, Position { line, column }), "{place:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn scraps_are_taken_only_if_serde_takes_them(
        text in "[\\[\\]{}\",:]{0,12}|[\\[\\]{},: \n]{0,3}(-?0?[0-9.eE+-]{1,8}|\"[\\\\ud8c0e/n\"あ]{0,14}\"?|null?|true?|false)[\\]} \n]{0,3}",
    ) {
        compare(&text)?;
    }
}
