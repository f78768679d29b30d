//! The parts that all sheets share: which sheets there are, strings, formats of numbers.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::Refusal;
use super::archive::{Archive, Part};
use super::format::Format;

/// A sheet by the part that holds it.
pub struct Named {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Its part.
    pub part: String,
}

/// What the workbook itself says.
pub struct Book {
    /// Its sheets of cells, in their order.
    pub sheets: Vec<Named>,
    /// Whether days count from 1904.
    pub is_1904: bool,
    /// The part of the strings, and of the formats.
    strings: Option<String>,
    formats: Option<String>,
}

/// Hands each event of a part to `take`, with the elements that are open, until its end.
pub fn each(
    archive: &mut Archive<'_>,
    name: &str,
    mut take: impl FnMut(&Event<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let left = archive.left();
    let mut part: Part<'_> = archive.needed(name)?;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match part.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(&event)?,
            Err(_) => return Err(Archive::why(left.get(), name)),
        }
    }
}

/// An attribute without its prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|own| own.key.local_name().into_inner() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Whether an attribute says yes.
pub fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Adds what an event says to a text.
pub fn append(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => {
            let letter = match &**reference {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => reference.resolve_char_ref().ok().flatten(),
            };
            text.extend(letter);
        }
        _ => {}
    }
}

/// The end of a relationship's address as a part's name.
fn resolved(base: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { [base, target].join("/") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Id, kind (the last step of its type) and part of each relationship of a part.
fn relationships(archive: &mut Archive<'_>, part: &str) -> Result<Vec<(String, String, String)>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = [folder, "/_rels/", file, ".rels"].concat();
    let mut all = Vec::new();
    each(archive, name.trim_start_matches('/'), |event| {
        if let Event::Start(element) | Event::Empty(element) = event
            && element.local_name().into_inner() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Type"), attribute(element, "Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            all.push((id, kind, resolved(folder, &target)));
        }
        Ok(())
    })?;
    Ok(all)
}

/// Reads what the workbook says of its sheets.
pub fn book(archive: &mut Archive<'_>) -> Result<Book, Refusal> {
    let roots = relationships(archive, "").map_err(|refusal| match refusal {
        Refusal::Missing(_) => Refusal::NoWorkbook,
        other => other,
    })?;
    let part =
        roots.into_iter().find(|(_, kind, part)| kind == "officeDocument" && part.to_lowercase().ends_with(".xml"));
    let part = part.map(|(_, _, part)| part).ok_or(Refusal::NoWorkbook)?;
    let related = relationships(archive, &part)?;
    let by_id: HashMap<&str, (&str, &str)> =
        related.iter().map(|(id, kind, part)| (id.as_str(), (kind.as_str(), part.as_str()))).collect();
    let (mut sheets, mut is_1904, mut is_book) = (Vec::new(), false, false);
    each(archive, &part, |event| {
        let (Event::Start(element) | Event::Empty(element)) = event else { return Ok(()) };
        match element.local_name().into_inner() {
            "workbook" => is_book = true,
            "workbookPr" => is_1904 = is_set(element, "date1904"),
            "sheet" => {
                let id = attribute(element, "id").unwrap_or_default();
                // Charts have sheets, too.
                if let Some(("worksheet", part)) = by_id.get(id.as_str()) {
                    let is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
                    sheets.push(Named {
                        name: attribute(element, "name").unwrap_or_default(),
                        is_hidden,
                        part: (*part).to_owned(),
                    });
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    if !is_book {
        return Err(Refusal::NoWorkbook);
    }
    if sheets.is_empty() {
        return Err(Refusal::Missing("worksheet".to_owned()));
    }
    let related = |wanted: &str| related.iter().find(|(_, kind, _)| kind == wanted).map(|(_, _, part)| part.clone());
    Ok(Book { sheets, is_1904, strings: related("sharedStrings"), formats: related("styles") })
}

/// The strings that cells refer to, without the readings that Excel keeps of Japanese.
pub fn strings(archive: &mut Archive<'_>, book: &Book) -> Result<Vec<String>, Refusal> {
    let mut strings = Vec::new();
    let Some(part) = &book.strings else { return Ok(strings) };
    let (mut text, mut is_text, mut readings) = (String::new(), false, 0);
    each(archive, part, |event| {
        match event {
            Event::Start(element) => match element.local_name().into_inner() {
                "si" => text.clear(),
                "t" => is_text = readings == 0,
                "rPh" => readings += 1,
                _ => {}
            },
            Event::End(element) => match element.local_name().into_inner() {
                "si" => strings.push(std::mem::take(&mut text)),
                "t" => is_text = false,
                "rPh" => readings = usize::saturating_sub(readings, 1),
                _ => {}
            },
            Event::Empty(element) if element.local_name().into_inner() == "si" => strings.push(String::new()),
            other if is_text => append(&mut text, other),
            _ => {}
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The format of each style of cells.
pub fn formats(archive: &mut Archive<'_>, book: &Book) -> Result<Vec<Format>, Refusal> {
    let mut styles = Vec::new();
    let Some(part) = &book.formats else { return Ok(styles) };
    let (mut own, mut is_cells): (HashMap<String, Format>, bool) = (HashMap::new(), false);
    each(archive, part, |event| {
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().into_inner() {
                "numFmt" => {
                    let code = attribute(element, "formatCode").unwrap_or_default();
                    own.insert(attribute(element, "numFmtId").unwrap_or_default(), Format::of(&code));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = attribute(element, "numFmtId").unwrap_or_default();
                    styles.push(own.get(&id).cloned().unwrap_or_else(|| Format::built_in(&id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().into_inner() == "cellXfs" => is_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}
