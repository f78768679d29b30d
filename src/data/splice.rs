//! Changes values of a JSON file where they stand. Everything else stays as it was written.

use super::json::{Node, Position, Value, read};

/// One step from a value to one within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An element of a list, from 0.
    Item(usize),
}

impl Node {
    /// The value at the end of a path; `None` where there is none.
    pub fn at(&self, path: &[Step<'_>]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| match (step, &node.value) {
            (Step::Field(name), Value::Record(fields)) => {
                fields.iter().find(|(own, _)| own == name).map(|(_, node)| node)
            }
            (Step::Item(place), Value::List(items)) => items.get(*place),
            _ => None,
        })
    }
}

/// Changes of one file, done all at once.
pub struct Splice<'a> {
    text: &'a str,
    root: Node,
    /// Bytes that go, and what comes in their place.
    edits: Vec<(usize, usize, String)>,
}

impl<'a> Splice<'a> {
    /// A file to change; `None` where it is no JSON.
    pub fn of(text: &'a str) -> Option<Self> {
        Some(Self { text, root: read(text).ok()?, edits: Vec::new() })
    }

    /// The file's value.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// Puts a number, as it is written, or `null` in place of a number, a text or `null`. Tells whether there was one.
    pub fn write(&mut self, path: &[Step<'_>], token: &str) -> bool {
        let found = self.root.at(path).filter(|node| !matches!(node.value, Value::List(_) | Value::Record(_)));
        let Some(start) = found.and_then(|node| offset(self.text, node.position)) else { return false };
        let rest = self.text.get(start..).unwrap_or_default();
        self.edits.push((start, start + token_length(rest), token.to_owned()));
        true
    }

    /// Puts a text in place of another. Tells whether there was one.
    pub fn say(&mut self, path: &[Step<'_>], text: &str) -> bool {
        self.write(path, &quoted(text))
    }

    /// Gives every field of a name another one.
    pub fn rename(&mut self, name: &str, new: &str) {
        let (old, new) = (quoted(name), quoted(new));
        let places: Vec<usize> = self.text.match_indices(&old).map(|(start, _)| start).collect();
        for start in places {
            let end = start + old.len();
            let is_key = self.text.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'));
            // A quotation mark within a text has a backslash before it.
            let is_whole = !self.text.get(..start).is_some_and(|before| before.ends_with('\\'));
            if is_key && is_whole {
                self.edits.push((start, end, new.clone()));
            }
        }
    }

    /// Adds a field with a text before the first of an object. Tells whether there is such an object, with a field.
    pub fn insert(&mut self, path: &[Step<'_>], name: &str, text: &str) -> bool {
        let found =
            self.root.at(path).filter(|node| matches!(&node.value, Value::Record(fields) if !fields.is_empty()));
        let Some(start) = found.and_then(|node| offset(self.text, node.position)) else { return false };
        let inner = self.text.get(start + 1..).unwrap_or_default();
        // As the field behind it stands.
        let space: String = inner.chars().take_while(|letter| letter.is_whitespace()).collect();
        self.edits.push((start + 1, start + 1, format!("{space}{}: {},", quoted(name), quoted(text))));
        true
    }

    /// The changed file.
    pub fn finish(mut self) -> String {
        self.edits.sort_by_key(|(start, ..)| *start);
        let (mut changed, mut done) = (String::new(), 0);
        for (start, end, token) in &self.edits {
            changed += self.text.get(done..*start).unwrap_or_default();
            changed += token;
            done = *end;
        }
        changed + self.text.get(done..).unwrap_or_default()
    }
}

/// Byte at which a value starts.
fn offset(text: &str, place: Position) -> Option<usize> {
    let (mut line, mut column) = (1, 1);
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if (line, column) == (place.line, place.column) {
            return Some(start);
        }
        let is_crlf = letter == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n');
        if matches!(letter, '\n' | '\r') && !is_crlf {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
    }
    None
}

/// Bytes of the number, word or text that a text begins with.
fn token_length(text: &str) -> usize {
    let Some(inner) = text.strip_prefix('"') else {
        return text.find([',', ']', '}', ' ', '\t', '\r', '\n']).unwrap_or(text.len());
    };
    let mut is_escaped = false;
    let end = inner.find(|letter| {
        let is_end = letter == '"' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 2)
}

/// A text as JSON writes it.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::Step::{Field, Item};
    use super::{Splice, quoted};

    const TEXT: &str = "{\r\n  \"市\": { \"値\": [1.50, null, \"a\\\"b\"] },\n  \"値\": \"値\"\n}\n";

    fn splice() -> Splice<'static> {
        Splice::of(TEXT).unwrap_or_else(|| unreachable!("it is JSON"))
    }

    #[test]
    fn nothing_else_changes() {
        let mut text = splice();
        assert!(text.write(&[Field("市"), Field("値"), Item(0)], "0.70"));
        assert!(text.write(&[Field("市"), Field("値"), Item(1)], "2.00"));
        assert!(text.say(&[Field("市"), Field("値"), Item(2)], "c\"\n"));
        assert!(!text.write(&[Field("市"), Field("値"), Item(3)], "1"));
        assert!(!text.write(&[Field("市")], "1"));
        let expected = TEXT.replace("1.50, null, \"a\\\"b\"", "0.70, 2.00, \"c\\\"\\n\"");
        assert_eq!(text.finish(), expected);
        assert_eq!(splice().finish(), TEXT);
    }

    #[test]
    fn a_field_is_added_as_the_others_stand() {
        let mut text = splice();
        assert!(text.insert(&[], "数", "1") && text.insert(&[Field("市")], "名", "a"));
        assert!(!text.insert(&[Field("値")], "a", "b"));
        let expected = "{\r\n  \"数\": \"1\",\r\n  \"市\": { \"名\": \"a\", \"値\"";
        assert!(text.finish().starts_with(expected));
    }

    #[test]
    fn fields_get_another_name_and_texts_do_not() {
        let mut text = splice();
        text.rename("値", "数");
        let expected = TEXT.replace("\"値\":", "\"数\":");
        assert_eq!(text.finish(), expected);
    }

    #[test]
    fn a_text_is_read_as_it_was_written() {
        for text in ["", "\"", "\\", "a\nb\tc\r", "\u{1}", "市"] {
            let value = super::read(&quoted(text)).map(|node| node.value);
            assert_eq!(value, Ok(super::Value::Text(text.to_owned())));
        }
    }
}
