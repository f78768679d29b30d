//! Where a walk through a file has come to, and what its records say of their own fields.

use super::lists::Naming::{self, Alone, Lettered, Listed, Under, Within};
use crate::data::change::last;
use crate::data::json::{Node, Value};

/// Fields that hold what a record is about.
const NAMES: [&str; 6] = ["name", "what", "term", "category", "area", "industry"];

/// Numbers in the unit of their record.
const AMOUNTS: [&str; 6] = ["value", "market_size", "distribution", "expenditure", "returned", "balance"];

/// More than any value needs.
const MOST_DECIMALS: usize = 17;

/// Where a walk through a file has come to.
#[derive(Clone, Default)]
pub struct Here {
    /// Stands for an empty id.
    pub file: String,
    pub id: String,
    pub field: String,
    pub names: Vec<String>,
    pub unit: String,
    pub decimals: Option<usize>,
    pub is_mended: bool,
}

impl Here {
    pub fn at(&self, name: &str) -> Self {
        let field = if self.field.is_empty() { name.to_owned() } else { [&self.field, ".", name].concat() };
        Self { field, ..self.clone() }
    }

    /// What a record says of its own fields.
    pub fn within(&self, record: &Node) -> Self {
        let mut here = self.clone();
        if let Some(Value::Text(unit)) = field(record, "unit") {
            unit.trim().clone_into(&mut here.unit);
        }
        if let Some(Value::Number(decimals)) = field(record, "decimals") {
            here.decimals = Some((*decimals as usize).min(MOST_DECIMALS));
        }
        here.is_mended = matches!(field(record, "printed"), Some(Value::Text(_)));
        here
    }

    pub fn is_amount(&self) -> bool {
        AMOUNTS.contains(&last(&self.field))
    }

    /// A number as printed: with the decimals that its record tells, or as many as it needs.
    pub fn number(&self, value: f64) -> String {
        let needed = value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let is_percent = self.field.ends_with("_percent");
        let told = match last(&self.field) {
            "value" | "lq" => self.decimals.unwrap_or(0),
            _ if is_percent => self.decimals.unwrap_or(1),
            _ => 0,
        };
        format!("{value:.*}", needed.max(told))
    }

    pub fn record(&self, list: &str, key: &str, naming: Naming, name: Option<String>) -> Self {
        let under =
            |names: &[&str]| names.iter().copied().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("/");
        let (id, field) = match naming {
            Alone => (key.to_owned(), String::new()),
            Under => (under(&[&self.id, &self.field, key]), String::new()),
            Listed => (under(&[&self.id, &self.field, list, key]), String::new()),
            Lettered(letter) => (format!("{}-{letter}{key}", self.id), String::new()),
            Within => (self.id.clone(), format!("{}[{key}]", self.at(list).field)),
        };
        let names = match naming {
            Under => self.names.iter().cloned().chain(name).collect(),
            Within => self.names.clone(),
            _ => name.into_iter().collect(),
        };
        Self { id, field, names, ..self.clone() }
    }
}

/// A field of a record.
pub fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Value> {
    let Value::Record(fields) = &node.value else { return None };
    fields.iter().find(|(own, _)| own == name).map(|(_, node)| &node.value)
}

/// What a record is about.
pub fn name_of(record: &Node) -> Option<String> {
    NAMES.iter().find_map(|name| match field(record, name) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    })
}

/// A text or number that tells a record from others.
pub fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
