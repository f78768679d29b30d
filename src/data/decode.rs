//! The strict decoder: every JSON file enters through here. Unknown, missing and mistyped fields are refused with
//! line, column and path, natively and in the browser alike.

use std::str::FromStr;

use super::json::{Node, Position, Value, read};
use crate::error::{Expected, Fault, FaultKind, IdError, Place};

/// What is wrong at one place of a tree. Boxed where it travels: it is rare, and the way of what fits stays short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where it stands.
    pub position: Position,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Misfit {
    /// A misfit of a node.
    #[allow(clippy::unnecessary_box_returns, reason = "it only ever travels boxed, in a `Result`")]
    pub fn new(node: &Node, kind: FaultKind) -> Box<Self> {
        Box::new(Self { position: node.position, kind })
    }
}

/// A type that can be read from JSON.
pub trait FromJson: Sized {
    /// Whether a field of this type may be missing; it then reads as `null`.
    const IS_OPTIONAL: bool = false;

    /// Reads a node.
    ///
    /// # Errors
    /// The first thing that does not fit.
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>>;
}

/// Decodes `text`, the content of `file`.
///
/// # Errors
/// The first fault, with line, column and the path of the field.
pub fn decode<T: FromJson>(file: &str, text: &str) -> Result<T, Fault> {
    decode_tree(file, &tree(file, text)?)
}

/// Reads `text`, the content of `file`, into a tree.
///
/// # Errors
/// The first thing that is not JSON, with line and column.
pub fn tree(file: &str, text: &str) -> Result<Node, Fault> {
    read(text.trim_start_matches('\u{feff}'))
        .map_err(|error| fault(file, error.position, String::new(), FaultKind::Syntax(error.expected)))
}

/// Decodes the tree of `file`.
///
/// # Errors
/// As [`decode`].
pub fn decode_tree<T: FromJson>(file: &str, root: &Node) -> Result<T, Fault> {
    T::from_json(root).map_err(|misfit| fault(file, misfit.position, path_to(root, misfit.position), misfit.kind))
}

fn fault(file: &str, position: Position, path: String, kind: FaultKind) -> Fault {
    let place = Place::Text { line: position.line, column: position.column, path };
    Fault { file: file.to_owned(), place, kind }
}

/// Path from the root to the value that starts at `position`, as in `tables[0].rows[3].values`.
fn path_to(node: &Node, position: Position) -> String {
    let is_before = |node: &Node| (node.position.line, node.position.column) <= (position.line, position.column);
    let mut path = String::new();
    let mut node = node;
    while node.position != position {
        // Values stand in the order of the text: the one sought lies in the last that does not start after it.
        let step = match &node.value {
            Value::List(nodes) => {
                nodes.iter().enumerate().take_while(|(_, node)| is_before(node)).last().map(|(index, node)| {
                    path.push_str(&["[", &index.to_string(), "]"].concat());
                    node
                })
            }
            Value::Record(fields) => {
                fields.iter().take_while(|(_, node)| is_before(node)).last().map(|(name, node)| {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                    node
                })
            }
            _ => None,
        };
        let Some(next) = step else { break };
        node = next;
    }
    path
}

/// What a missing optional field reads as.
static NOTHING: Node = Node { position: Position { line: 0, column: 0 }, value: Value::Null };

/// The fields of an object.
pub struct Fields<'a>(&'a [(String, Node)]);

impl<'a> Fields<'a> {
    /// The fields of `node`, which must be an object of no other fields than `known`, each at most once; those not
    /// marked optional must be there.
    ///
    /// # Errors
    /// When it is no object, or has an unknown, repeated or missing field.
    pub fn new(node: &'a Node, known: &[(&str, bool)]) -> Result<Self, Box<Misfit>> {
        let Value::Record(fields) = &node.value else {
            return Err(Misfit::new(node, FaultKind::Expected(Expected::Object)));
        };
        for (index, (name, value)) in fields.iter().enumerate() {
            if !known.iter().any(|(own, _)| own == name) {
                let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
                let kind = FaultKind::UnknownField { name: name.clone(), known: names.join(", ") };
                return Err(Misfit::new(value, kind));
            }
            if fields.iter().take(index).any(|(earlier, _)| earlier == name) {
                return Err(Misfit::new(value, FaultKind::RepeatedField(name.clone())));
            }
        }
        let fields = Self(fields);
        match known.iter().find(|(name, is_optional)| !is_optional && fields.find(name).is_none()) {
            Some((name, _)) => Err(Misfit::new(node, FaultKind::MissingField((*name).to_owned()))),
            None => Ok(fields),
        }
    }

    fn find(&self, name: &str) -> Option<&'a Node> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// One field, `null` when it is missing.
    pub fn get(&self, name: &str) -> &'a Node {
        self.find(name).unwrap_or(&NOTHING)
    }
}

/// Reads a string that parses into `T`.
///
/// # Errors
/// When it is no string or does not parse.
pub fn parsed<T: FromStr<Err = IdError>>(node: &Node) -> Result<T, Box<Misfit>> {
    text(node)?.parse().map_err(|error| Misfit::new(node, FaultKind::NotA(error)))
}

fn text(node: &Node) -> Result<&str, Box<Misfit>> {
    match &node.value {
        Value::Text(text) => Ok(text),
        _ => Err(Misfit::new(node, FaultKind::Expected(Expected::Text))),
    }
}

impl FromJson for String {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        text(node).map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        match node.value {
            Value::Bool(value) => Ok(value),
            _ => Err(Misfit::new(node, FaultKind::Expected(Expected::Bool))),
        }
    }
}

impl FromJson for f64 {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        match node.value {
            Value::Number(value) => Ok(value),
            _ => Err(Misfit::new(node, FaultKind::Expected(Expected::Number))),
        }
    }
}

fn whole(node: &Node, most: f64) -> Result<f64, Box<Misfit>> {
    let value = f64::from_json(node)?;
    let fits = (0.0..=most).contains(&value) && value.trunc().total_cmp(&value).is_eq();
    if fits { Ok(value) } else { Err(Misfit::new(node, FaultKind::Expected(Expected::Whole))) }
}

macro_rules! whole_number {
    ($($type:ty),*) => {$(
        impl FromJson for $type {
            fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
                whole(node, f64::from(u32::try_from(<$type>::MAX).unwrap_or(u32::MAX))).map(|value| value as $type)
            }
        }
    )*};
}

whole_number!(u8, u16, usize);

impl<T: FromJson> FromJson for Option<T> {
    const IS_OPTIONAL: bool = true;

    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        if node.value == Value::Null { Ok(None) } else { T::from_json(node).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        let Value::List(nodes) = &node.value else {
            return Err(Misfit::new(node, FaultKind::Expected(Expected::List)));
        };
        let mut items = Self::with_capacity(nodes.len());
        for node in nodes {
            items.push(T::from_json(node)?);
        }
        Ok(items)
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(node: &Node) -> Result<Self, Box<Misfit>> {
        Vec::from_json(node)?.try_into().map_err(|_| Misfit::new(node, FaultKind::Expected(Expected::Entries)))
    }
}
