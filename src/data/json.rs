//! Reads JSON into a tree that remembers where everything stood.
//!
//! Faults must name line, column and path in the browser as well, where `serde_json` with `serde_path_to_error`
//! weighs 45 KB compressed for our types; this reader and [`super::decode`] together weigh 6. Tests hold it to
//! `serde_json`, value for value.

use super::decimal::Digits;

/// Where a value starts, 1-based; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// A value and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it starts.
    pub position: Position,
    /// What it is.
    pub value: Value,
}

/// What JSON can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number of at most 15 significant digits, so that it is exactly the printed one.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order written.
    Record(Vec<(String, Node)>),
}

/// A syntax fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxFault {
    /// Where.
    pub position: Position,
    /// What was expected there.
    pub expected: &'static str,
}

/// Deeper nesting than any file of ours; a stack must not overflow on a hostile one.
const MOST_DEPTH: usize = 32;
/// Reads one JSON document.
///
/// ```
/// use shigoto_widgets::data::json::{read, Value};
/// let node = read("{\"lq\": [1.50, 0]}").unwrap();
/// let Value::Record(fields) = node.value else { panic!() };
/// assert_eq!(fields[0].1.position.column, 8);
/// assert_eq!(read("[1,]").unwrap_err().position.column, 4);
/// ```
///
/// # Errors
/// The first thing that is not JSON.
pub fn read(text: &str) -> Result<Node, SyntaxFault> {
    let mut reader = Reader { rest: text, position: Position { line: 1, column: 1 } };
    let node = reader.node(0)?;
    reader.skip_space();
    if reader.rest.is_empty() { Ok(node) } else { Err(reader.fault("the end of the file")) }
}

struct Reader<'a> {
    rest: &'a str,
    position: Position,
}

impl Reader<'_> {
    fn fault(&self, expected: &'static str) -> SyntaxFault {
        SyntaxFault { position: self.position, expected }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        // Lines end in LF, CRLF or CR, as in CSV.
        if letter == '\n' || (letter == '\r' && !self.rest.starts_with('\n')) {
            self.position = Position { line: self.position.line + 1, column: 1 };
        } else {
            self.position.column += 1;
        }
        Some(letter)
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.rest.as_bytes().first() {
            self.next();
        }
    }

    /// Takes `letter` if it comes next.
    fn takes(&mut self, letter: char) -> bool {
        let is_next = self.peek() == Some(letter);
        if is_next {
            self.next();
        }
        is_next
    }

    fn node(&mut self, depth: usize) -> Result<Node, SyntaxFault> {
        self.skip_space();
        let position = self.position;
        if depth > MOST_DEPTH {
            return Err(self.fault("less deeply nested brackets"));
        }
        let value = match self.peek() {
            Some('{') => self.record(depth)?,
            Some('[') => self.list(depth)?,
            Some('"') => Value::Text(self.text()?),
            Some('-' | '0'..='9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Node { position, value })
    }

    fn word(&mut self) -> Result<Value, SyntaxFault> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if self.rest.starts_with(word) {
                for _ in 0..word.len() {
                    self.next();
                }
                return Ok(value);
            }
        }
        Err(self.fault("a value"))
    }

    fn list(&mut self, depth: usize) -> Result<Value, SyntaxFault> {
        self.next();
        self.skip_space();
        let mut nodes = Vec::new();
        if self.takes(']') {
            return Ok(Value::List(nodes));
        }
        loop {
            nodes.push(self.node(depth + 1)?);
            self.skip_space();
            if self.takes(']') {
                return Ok(Value::List(nodes));
            }
            if !self.takes(',') {
                return Err(self.fault("`,` or `]`"));
            }
        }
    }

    fn record(&mut self, depth: usize) -> Result<Value, SyntaxFault> {
        self.next();
        self.skip_space();
        let mut fields = Vec::new();
        if self.takes('}') {
            return Ok(Value::Record(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != Some('"') {
                return Err(self.fault("a field name in quotes"));
            }
            let name = self.text()?;
            self.skip_space();
            if !self.takes(':') {
                return Err(self.fault("`:`"));
            }
            fields.push((name, self.node(depth + 1)?));
            self.skip_space();
            if self.takes('}') {
                return Ok(Value::Record(fields));
            }
            if !self.takes(',') {
                return Err(self.fault("`,` or `}`"));
            }
        }
    }

    fn text(&mut self) -> Result<String, SyntaxFault> {
        self.next();
        let mut text = String::new();
        loop {
            let fault = self.fault("a closing `\"`");
            match self.next() {
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escape()?),
                Some(letter) if letter >= ' ' => text.push(letter),
                _ => return Err(fault),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxFault> {
        const EXPECTED: &str = "an escape such as \\n or \\u3042";
        let fault = self.fault(EXPECTED);
        let letter = match self.next() {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some(letter @ ('"' | '\\' | '/')) => letter,
            Some('u') => self.unit().and_then(|unit| self.character(unit)).ok_or(fault)?,
            _ => return Err(fault),
        };
        Ok(letter)
    }

    /// A character from its first UTF-16 unit, taking the second of a pair.
    fn character(&mut self, unit: u32) -> Option<char> {
        if !(0xD800..0xDC00).contains(&unit) {
            return char::from_u32(unit);
        }
        if !self.takes('\\') || !self.takes('u') {
            return None;
        }
        let low = self.unit().filter(|low| (0xDC00..0xE000).contains(low))?;
        char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    }

    fn unit(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |unit, _| Some(unit * 16 + self.next()?.to_digit(16)?))
    }

    fn number(&mut self) -> Result<f64, SyntaxFault> {
        let fault = self.fault("a number of at most 15 digits");
        let is_negative = self.takes('-');
        let mut digits = Digits::default();
        let has_zero = self.takes('0');
        let whole = self.digits(&mut digits);
        if has_zero == (whole > 0) {
            return Err(fault);
        }
        let mut exponent = 0;
        if self.takes('.') {
            exponent = -self.digits(&mut digits);
            if exponent == 0 {
                return Err(fault);
            }
        }
        if matches!(self.peek(), Some('e' | 'E')) {
            self.next();
            let is_small = self.takes('-');
            if !is_small {
                self.takes('+');
            }
            let mut power = Digits::default();
            if self.digits(&mut power) == 0 || power.count > 2 {
                return Err(fault);
            }
            exponent += if is_small { -(power.value as i32) } else { power.value as i32 };
        }
        let magnitude = digits.times_ten_to(exponent).ok_or(fault)?;
        Ok(if is_negative { -magnitude } else { magnitude })
    }

    /// How many digits were taken.
    fn digits(&mut self, digits: &mut Digits) -> i32 {
        // All at once: a country's file is little else than digits.
        let taken = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (run, rest) = self.rest.split_at(taken);
        run.bytes().for_each(|digit| digits.push(u32::from(digit - b'0')));
        self.rest = rest;
        self.position.column += taken;
        i32::try_from(taken).unwrap_or(i32::MAX)
    }
}
