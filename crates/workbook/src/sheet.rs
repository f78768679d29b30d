//! The cells of a sheet.

use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::dates::day;
use super::format::Format;
use super::parts::{Named, append, attribute, each, is_set};
use super::{Area, Cell, Kind, Refusal, Row, Sheet};

/// Rows and columns of a sheet at most.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;
/// Merged areas that are kept.
const MOST_MERGED: usize = 10_000;

/// What cells refer to.
pub struct Shared<'a> {
    /// Strings by their number.
    pub strings: &'a [String],
    /// Formats by the number of a style.
    pub formats: &'a [Format],
    /// Whether days count from 1904.
    pub is_1904: bool,
}

/// What may still be read.
pub struct Left {
    /// Cells.
    pub cells: usize,
    /// Bytes of text.
    pub text: usize,
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    at: Option<(usize, usize)>,
    kind: String,
    style: usize,
    has_formula: bool,
    value: Option<String>,
    words: Option<String>,
}

/// Which text is read now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Value,
    Words,
    Nothing,
}

/// Reads a sheet.
pub fn read(archive: &mut Archive<'_>, named: &Named, shared: &Shared<'_>, left: &mut Left) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet { name: named.name.clone(), is_hidden: named.is_hidden, ..Sheet::default() };
    let broken = || Refusal::Broken(named.part.clone());
    let (mut open, mut within, mut readings) = (Open::default(), Within::Nothing, 0usize);
    let (mut row, mut column) = (Row::default(), 0);
    each(archive, &named.part, |event| {
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let is_empty = matches!(event, Event::Empty(_));
                match element.local_name().into_inner() {
                    "row" => {
                        let number = attribute(element, "r").map_or(Some(row.number + 1), |number| number.parse().ok());
                        let before = std::mem::replace(&mut row, begun(element, number).ok_or_else(broken)?);
                        keep(&mut sheet, before).ok_or_else(broken)?;
                        column = 0;
                    }
                    "c" if row.number == 0 => return Err(broken()),
                    "c" => {
                        let at = match attribute(element, "r") {
                            Some(name) => Some(position(&name).ok_or_else(broken)?),
                            None => Some((row.number, column)),
                        };
                        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or_default();
                        open = Open { at, kind: attribute(element, "t").unwrap_or_default(), style, ..Open::default() };
                        column = at.map_or(column, |(_, column)| column) + 1;
                    }
                    "f" => open.has_formula = true,
                    "v" if !is_empty => {
                        within = Within::Value;
                        open.value = Some(String::new());
                    }
                    "t" if !is_empty && readings == 0 && open.at.is_some() => {
                        within = Within::Words;
                        open.words.get_or_insert_default();
                    }
                    "rPh" if !is_empty => readings += 1,
                    "mergeCell" if sheet.merged.len() < MOST_MERGED => {
                        sheet.merged.extend(attribute(element, "ref").and_then(|name| area(&name)));
                    }
                    _ => {}
                }
            }
            Event::End(element) => match element.local_name().into_inner() {
                "v" | "t" => within = Within::Nothing,
                "rPh" => readings = readings.saturating_sub(1),
                "c" => {
                    let done = std::mem::take(&mut open);
                    let Some((number, column)) = done.at else { return Ok(()) };
                    if number != row.number || column >= MOST_COLUMNS {
                        return Err(broken());
                    }
                    let cell = closed(done, column, shared).ok_or_else(broken)?;
                    if cell.text.is_empty() && cell.kind != Kind::Uncalculated {
                        return Ok(());
                    }
                    if row.cells.last().is_some_and(|before| before.column >= column) {
                        return Err(broken());
                    }
                    left.cells = left.cells.checked_sub(1).ok_or(Refusal::TooManyCells)?;
                    left.text = left.text.checked_sub(cell.text.len()).ok_or(Refusal::TooManyCells)?;
                    row.cells.push(cell);
                }
                _ => {}
            },
            other => match within {
                Within::Value => append(open.value.get_or_insert_default(), other),
                Within::Words => append(open.words.get_or_insert_default(), other),
                Within::Nothing => {}
            },
        }
        Ok(())
    })?;
    keep(&mut sheet, row).ok_or_else(broken)?;
    Ok(sheet)
}

/// A row that begins.
fn begun(element: &BytesStart<'_>, number: Option<usize>) -> Option<Row> {
    let number = number.filter(|number| (1..=MOST_ROWS).contains(number))?;
    Some(Row { number, is_hidden: is_set(element, "hidden"), cells: Vec::new() })
}

/// Keeps a row that holds something; `None` where it does not stand below the one before.
fn keep(sheet: &mut Sheet, row: Row) -> Option<()> {
    if row.cells.is_empty() {
        return Some(());
    }
    let is_below = sheet.rows.last().is_none_or(|before| before.number < row.number);
    is_below.then(|| sheet.rows.push(row))
}

/// What a cell shows; `None` where it refers to what is not there.
fn closed(open: Open, column: usize, shared: &Shared<'_>) -> Option<Cell> {
    let Open { kind, style, has_formula, value, words, .. } = open;
    let cell = |kind: Kind, text: String| Cell { column, text, kind };
    let text = value.unwrap_or_default();
    if has_formula && text.is_empty() && words.is_none() && kind != "str" {
        return Some(cell(Kind::Uncalculated, String::new()));
    }
    Some(match &*kind {
        "s" if text.is_empty() => cell(Kind::Text, String::new()),
        "s" => cell(Kind::Text, shared.strings.get(text.trim().parse::<usize>().ok()?)?.clone()),
        "inlineStr" => cell(Kind::Text, words.unwrap_or_default()),
        "str" => cell(Kind::Text, text),
        "b" => cell(Kind::Boolean, if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
        "e" => cell(Kind::Error, text),
        "d" => cell(Kind::Date, text.split('T').next().unwrap_or_default().to_owned()),
        _ if text.trim().is_empty() => cell(Kind::Text, String::new()),
        _ => {
            let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite())?;
            let (kind, text) = shown(number, shared.formats.get(style).unwrap_or(&Format::Plain), shared.is_1904);
            cell(kind, text)
        }
    })
}

/// A number as its format shows it.
fn shown(number: f64, format: &Format, is_1904: bool) -> (Kind, String) {
    let plain = || (Kind::Number, digits(number));
    match format {
        Format::Plain | Format::Time => plain(),
        Format::Percent => (Kind::Number, digits(number * 100.0) + "%"),
        Format::Unit(unit) => (Kind::Number, digits(number) + unit),
        Format::Day => day(number, is_1904)
            .map_or_else(plain, |(year, month, day)| (Kind::Date, format!("{year:04}-{month:02}-{day:02}"))),
        Format::DayOfYear => {
            day(number, is_1904).map_or_else(plain, |(_, month, day)| (Kind::Date, format!("{month}月{day}日")))
        }
    }
}

/// A number with the fifteen significant digits that a spreadsheet shows: what is stored beyond is an error of its arithmetic.
fn digits(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    // `-0` is no number that anyone typed.
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    if (1e-12..1e21).contains(&rounded.abs()) || rounded == 0.0 { rounded.to_string() } else { format!("{rounded:e}") }
}

/// Row, from 1, and column, from 0, of a cell's name.
fn position(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = name.split_at(letters);
    if letters == 0 || letters > 3 || row.len() > 7 || !row.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = |letter: u8| usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().fold(0, |sum, letter| sum * 26 + value(letter));
    let row = row.parse().ok()?;
    ((1..=MOST_ROWS).contains(&row) && column <= MOST_COLUMNS).then_some((row, column - 1))
}

/// Merged cells by their name, such as `A1:C2`.
fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    (top <= bottom && left <= right).then_some(Area { rows: (top, bottom), columns: (left, right) })
}
