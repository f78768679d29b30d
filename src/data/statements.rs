//! Everything that a place's content states, value by value, as printed: what histories and comparisons are made of. It is
//! read off the files themselves, so that no field can be forgotten.

mod here;
mod lists;

use std::collections::HashMap;

use super::actuals::Actual;
use super::change::{Part, Standing, standing};
use super::decode::tree;
use super::json::{Node, Value};
use super::kpi::Kpi;
use here::{Here, field, name_of, scalar};
use lists::Naming::Under;
use lists::known;

/// One statement. No two have the same `part`, `id` and `field`.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What kind of thing is stated.
    pub part: Part,
    /// Which record states it, see [`super::change::Change::id`].
    pub id: String,
    /// Which field of the record.
    pub field: String,
    /// What is stated, as printed.
    pub value: String,
    /// What the record is about, from the general to the particular.
    pub names: Vec<String>,
    /// Unit of the value as printed; empty where there is none.
    pub unit: String,
    /// Whose statement it is.
    pub standing: Standing,
}

impl Statement {
    /// What it is a statement of.
    pub fn key(&self) -> (Part, &str, &str) {
        (self.part, &self.id, &self.field)
    }
}

/// In which order the records of a list stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What kind of thing they state.
    pub part: Part,
    /// Which list.
    pub list: String,
    /// Their ids.
    pub ids: Vec<String>,
}

/// All statements of a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    /// The statements, file by file, in the order written.
    pub all: Vec<Statement>,
    /// The lists whose records have ids.
    pub orders: Vec<Order>,
}

/// The file of the readings, whose rows are one list.
const READINGS: &str = "kpi_actuals.csv";

impl Statements {
    /// What the readings of a place state, with the KPIs that they are of.
    pub fn of_readings(kpis: &[Kpi], actuals: &[Actual]) -> Self {
        let mut statements = Self::default();
        statements.readings(kpis, actuals);
        statements
    }

    /// Adds what a file of the place states. One that is no JSON is a statement as a whole.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        let (start, part) = (self.all.len(), part_of(file));
        match tree(file, &text) {
            Ok(root) => self.file(file, &root),
            Err(_) => self.state(Part::File, &Here { id: file.to_owned(), ..Here::default() }, text.into_owned()),
        }
        self.number_repeated(start, part);
    }

    fn readings(&mut self, kpis: &[Kpi], actuals: &[Actual]) {
        let mut ids = Vec::new();
        for actual in actuals {
            let kpi = kpis.iter().find(|kpi| kpi.id == actual.id);
            let here = Here {
                id: format!("{}/{}", actual.id, actual.period),
                names: kpi.map(|kpi| kpi.name.clone()).into_iter().collect(),
                unit: kpi.map(|kpi| kpi.unit.trim().to_owned()).unwrap_or_default(),
                decimals: kpi.map(|kpi| kpi.decimals.into()),
                ..Here::default()
            };
            let value = here.at("value");
            self.state(Part::Reading, &value, value.number(actual.value));
            for (field, text) in [("source", &actual.source), ("note", &actual.note)] {
                if !text.is_empty() {
                    self.state(Part::Reading, &here.at(field), text.clone());
                }
            }
            ids.push(here.id);
        }
        self.orders.push(Order { part: Part::Reading, list: READINGS.to_owned(), ids });
    }

    fn file(&mut self, file: &str, root: &Node) {
        let part = part_of(file);
        let cities = if part == Part::Quotient { cities(root) } else { Vec::new() };
        let mut walk = Walk { part, cities, statements: self };
        match file.strip_prefix("words/").and_then(|name| name.strip_suffix(".json")) {
            Some(tag) => walk.words(tag, root),
            None if part == Part::File => walk.value(&Here { id: file.to_owned(), ..Here::default() }, root),
            // Tables share a kind: what the file itself states goes by its name.
            None if part == Part::Table => walk.value(&Here { file: file.to_owned(), ..Here::default() }, root),
            None => walk.value(&Here::default(), root),
        }
    }

    fn state(&mut self, part: Part, here: &Here, value: String) {
        let field = here.field.clone();
        let id = if here.id.is_empty() { here.file.clone() } else { here.id.clone() };
        let standing = standing(part, &id, &field, here.is_mended);
        let unit = if here.is_amount() {
            here.unit.clone()
        } else if field.ends_with("_percent") {
            "%".to_owned()
        } else {
            String::new()
        };
        self.all.push(Statement { part, id, field, value, names: here.names.clone(), unit, standing });
    }

    /// Tells records of one id apart by their place, so that none hides another. Only tables share a part with other files.
    fn number_repeated(&mut self, start: usize, part: Part) {
        let start = if part == Part::Table { 0 } else { start };
        let mut counts: HashMap<(Part, String, String), usize> = HashMap::new();
        for statement in self.all.iter_mut().skip(start) {
            let key = (statement.part, statement.id.clone(), statement.field.clone());
            let count = counts.entry(key).or_default();
            *count += 1;
            if *count > 1 {
                statement.id = format!("{}#{count}", statement.id);
            }
        }
    }
}

fn part_of(file: &str) -> Part {
    match file {
        "kpi.json" => Part::Kpi,
        "lq.json" => Part::Quotient,
        "swot.json" => Part::Swot,
        "strategy.json" => Part::Strategy,
        "facts.json" => Part::Fact,
        "ec.json" | "circulation.json" => Part::Table,
        "glossary.json" => Part::Term,
        "about.json" => Part::About,
        "links.json" => Part::Link,
        "brand.json" => Part::Site,
        _ if file.starts_with("words/") => Part::Translation,
        _ => Part::File,
    }
}

/// Id and name of each city of a file of quotients.
fn cities(root: &Node) -> Vec<(String, String)> {
    let Some(Value::List(cities)) = field(root, "cities") else { return Vec::new() };
    let text = |city, name| if let Some(Value::Text(text)) = field(city, name) { text.clone() } else { String::new() };
    cities.iter().map(|city| (text(city, "id"), text(city, "name"))).collect()
}

struct Walk<'a> {
    part: Part,
    cities: Vec<(String, String)>,
    statements: &'a mut Statements,
}

impl Walk<'_> {
    fn value(&mut self, here: &Here, node: &Node) {
        let text = match &node.value {
            Value::Null => return,
            Value::Bool(value) => value.to_string(),
            Value::Number(value) => here.number(*value),
            Value::Text(text) => text.clone(),
            Value::List(nodes) => return self.places(here, nodes),
            Value::Record(fields) => {
                let mut here = here.within(node);
                // What stands in a record without being one of a list's, such as a table's total.
                here.names.extend(name_of(node).filter(|name| !here.field.is_empty() && !here.names.contains(name)));
                for (name, node) in fields {
                    match &node.value {
                        Value::List(nodes) => self.list(&here, name, nodes),
                        _ => self.value(&here.at(name), node),
                    }
                }
                return;
            }
        };
        self.statements.state(self.part, here, text);
    }

    /// A list whose items are told apart by their place alone, from 0 as faults count them.
    fn places(&mut self, here: &Here, nodes: &[Node]) {
        for (place, node) in nodes.iter().enumerate() {
            self.value(&Here { field: format!("{}[{place}]", here.field), ..here.clone() }, node);
        }
    }

    fn list(&mut self, here: &Here, list: &str, nodes: &[Node]) {
        if self.part == Part::Quotient && list == "values" {
            return self.quotients(here, nodes);
        }
        let is_record = |node: &Node| matches!(node.value, Value::Record(_));
        let (Some((keys, naming)), true) = (known(list, self.part == Part::Link), nodes.iter().all(is_record)) else {
            return self.places(&here.at(list), nodes);
        };
        let mut ids = Vec::new();
        for (place, node) in nodes.iter().enumerate() {
            let told: Vec<String> = keys.iter().filter_map(|key| scalar(field(node, key)?)).collect();
            let key = if told.is_empty() { (place + 1).to_string() } else { told.join("/") };
            let record = here.record(list, &key, naming, name_of(node));
            ids.push(key);
            self.value(&record, node);
        }
        if !keys.is_empty() {
            let list = here.at(list);
            let id = [list.id.as_str(), &list.field].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            self.statements.orders.push(Order { part: self.part, list: id.join("/"), ids });
        }
    }

    fn quotients(&mut self, here: &Here, nodes: &[Node]) {
        for (place, node) in nodes.iter().enumerate() {
            let (id, name) = self.cities.get(place).cloned().unwrap_or_else(|| (place.to_string(), String::new()));
            let city = here.record("values", &id, Under, Some(name).filter(|name| !name.is_empty()));
            self.value(&city.at("lq"), node);
        }
    }

    /// The translations of a language: each original is a record.
    fn words(&mut self, tag: &str, root: &Node) {
        let Value::Record(groups) = &root.value else { return };
        for (group, node) in groups {
            let Value::Record(texts) = &node.value else { continue };
            for (original, text) in texts {
                let names = vec![original.clone()];
                let here = Here { id: [tag, "/", original].concat(), field: group.clone(), names, ..Here::default() };
                self.value(&here, text);
            }
        }
    }
}
