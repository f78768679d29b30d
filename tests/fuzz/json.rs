//! JSON: read as another reader reads it or refused with a place, written back the same, decoded or refused with a path.

use std::fmt::Write as _;

use shigoto_widgets::data::about::AboutData;
use shigoto_widgets::data::circulation::CirculationData;
use shigoto_widgets::data::decode::{FromJson, decode_tree, tree};
use shigoto_widgets::data::facts::FactsData;
use shigoto_widgets::data::glossary::GlossaryData;
use shigoto_widgets::data::json::{Node, Value, read};
use shigoto_widgets::data::kpi::KpiData;
use shigoto_widgets::data::links::LinkData;
use shigoto_widgets::data::lq::LqData;
use shigoto_widgets::data::market::MarketData;
use shigoto_widgets::data::strategy::StrategyData;
use shigoto_widgets::data::swot::SwotData;

use crate::{fault, lines};

/// Whether it is JSON.
pub fn body(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let node = match tree("own.json", text) {
        Ok(node) => node,
        Err(fault) => {
            fault::check(&fault, text);
            return false;
        }
    };
    let value: serde_json::Value = serde_json::from_str(text).expect("another reader takes it too");
    assert!(agrees(&node, &value), "read as {node:?}, by another as {value}");
    let mut written = String::new();
    write(&node, &mut written);
    let again = read(&written).expect("what is written is read");
    assert!(is_same(&node, &again), "{written}");
    stands_inside(&node, text);
    decodes::<LqData>(&node, text);
    decodes::<KpiData>(&node, text);
    decodes::<SwotData>(&node, text);
    decodes::<LinkData>(&node, text);
    decodes::<GlossaryData>(&node, text);
    decodes::<StrategyData>(&node, text);
    decodes::<FactsData>(&node, text);
    decodes::<MarketData>(&node, text);
    decodes::<CirculationData>(&node, text);
    decodes::<AboutData>(&node, text);
    true
}

fn decodes<T: FromJson>(node: &Node, text: &str) {
    if let Err(fault) = decode_tree::<T>("own.json", node) {
        fault::check(&fault, text);
        assert!(resolves(node, fault.path()), "no `{}`", fault.path());
    }
}

/// Whether a path such as `tables[0].rows[3]` leads somewhere. Names may hold dots themselves: then any prefix will do.
fn resolves(node: &Node, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    match &node.value {
        Value::Record(fields) => fields.iter().any(|(name, node)| {
            path.strip_prefix(name.as_str()).is_some_and(|rest| resolves(node, rest.strip_prefix('.').unwrap_or(rest)))
        }),
        Value::List(nodes) => {
            let Some((index, rest)) = path.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
                return false;
            };
            let node = index.parse::<usize>().ok().and_then(|index| nodes.get(index));
            node.is_some_and(|node| resolves(node, rest.strip_prefix('.').unwrap_or(rest)))
        }
        _ => false,
    }
}

/// Every value stands where it says: at a sign that such a value begins with.
fn stands_inside(node: &Node, text: &str) {
    let lines: Vec<&str> = lines::lines(text);
    let mut nodes = vec![node];
    // Counting columns in a long line for every value would be slow in the square of its length.
    let mut looked = 0;
    while let Some(node) = nodes.pop() {
        let line = lines.get(node.position.line.wrapping_sub(1)).expect("its line is there");
        if looked < 200 {
            looked += 1;
            let first = line.chars().nth(node.position.column.wrapping_sub(1)).expect("its column is there");
            let is_right = match &node.value {
                Value::Null => first == 'n',
                Value::Bool(value) => first == if *value { 't' } else { 'f' },
                Value::Number(_) => first == '-' || first.is_ascii_digit(),
                Value::Text(_) => first == '"',
                Value::List(_) => first == '[',
                Value::Record(_) => first == '{',
            };
            assert!(is_right, "{first} at {:?}", node.position);
        }
        match &node.value {
            Value::List(items) => nodes.extend(items),
            Value::Record(fields) => nodes.extend(fields.iter().map(|(_, node)| node)),
            _ => {}
        }
    }
}

fn agrees(node: &Node, value: &serde_json::Value) -> bool {
    match (&node.value, value) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(own), serde_json::Value::Bool(other)) => own == other,
        (Value::Number(own), serde_json::Value::Number(other)) => {
            other.as_f64().is_some_and(|other| own.total_cmp(&other).is_eq() || (*own == 0.0 && other == 0.0))
        }
        (Value::Text(own), serde_json::Value::String(other)) => own == other,
        (Value::List(own), serde_json::Value::Array(other)) => {
            own.len() == other.len() && own.iter().zip(other).all(|(own, other)| agrees(own, other))
        }
        // The other reader keeps the last of repeated fields; ours tells of them when it decodes.
        (Value::Record(own), serde_json::Value::Object(other)) => other.iter().all(|(name, other)| {
            own.iter().rev().find(|(own, _)| own == name).is_some_and(|(_, own)| agrees(own, other))
        }),
        _ => false,
    }
}

fn write(node: &Node, text: &mut String) {
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => write!(text, "{value}").unwrap(),
        Value::Number(value) => write!(text, "{value:e}").unwrap(),
        Value::Text(value) => text.push_str(&serde_json::to_string(value).unwrap()),
        Value::List(nodes) => {
            text.push('[');
            for (index, node) in nodes.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                write(node, text);
            }
            text.push(']');
        }
        Value::Record(fields) => {
            text.push('{');
            for (index, (name, node)) in fields.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                text.push_str(&serde_json::to_string(name).unwrap());
                text.push(':');
                write(node, text);
            }
            text.push('}');
        }
    }
}

/// The same values, wherever they stand.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Record(one), Value::Record(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|((name, one), (own, other))| name == own && is_same(one, other))
        }
        (one, other) => one == other,
    }
}
