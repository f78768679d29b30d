//! Renders the workshop's page in every language, with the content in it, and the script that carries the kit to it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::fault::RenderError;
use super::kit::{ContentFolder, Kit};
use super::packs;
use super::sink::Files;
use crate::data::library::Library;
use crate::locale::Languages;
use crate::markup::leaf::STUDIO;
use crate::markup::studio::Studio;
use crate::markup::text;

/// The element that carries a content in a page, and its end.
const ELEMENT: [&str; 2] = ["<template data-content-files>", "</template>"];
/// What stands for letters in markup; what it begins with stands last.
const ESCAPED: [(&str, &str); 4] = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];

/// The files of a content as JSON: texts as they are, other bytes in base64 as the one item of a list.
pub fn json<'a>(files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) -> String {
    let value = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(text) => Value::from(text),
        Err(_) => Value::from(vec![STANDARD.encode(bytes)]),
    };
    let files: Map<String, Value> = files.into_iter().map(|(name, bytes)| (name.clone(), value(bytes))).collect();
    Value::Object(files).to_string()
}

/// The files again; `None` where the text is none that [`json`] has written.
pub fn files_of(json: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let files: Map<String, Value> = serde_json::from_str(json).ok()?;
    let bytes = |value: Value| match value {
        Value::String(text) => Some(text.into_bytes()),
        value => STANDARD.decode(value.get(0)?.as_str()?).ok(),
    };
    files.into_iter().map(|(name, value)| Some((name, bytes(value)?))).collect()
}

/// The content that a page carries.
pub fn in_page(page: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let (text, _) = page.split_once(ELEMENT[0])?.1.split_once(ELEMENT[1])?;
    files_of(&ESCAPED.iter().fold(text.to_owned(), |text, (escaped, letter)| text.replace(escaped, letter)))
}

/// The content as an inert element of a page that is not the workshop's: without the interface's texts, for the workshop has
/// its own.
pub fn element(library: &Library) -> Markup {
    inert(library.files.iter().filter(|(name, _)| !name.starts_with("interface/")))
}

fn inert<'a>(files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) -> Markup {
    html! { template data-content-files { (json(files)) } }
}

/// Renders every page of it, and adds the kit.
///
/// # Errors
/// When the kit cannot be packed.
pub fn write(
    library: &Library,
    languages: &Languages,
    kit: &Kit,
    folder: &ContentFolder,
    files: &mut Files,
) -> Result<(), RenderError> {
    let content = inert(&library.files);
    let carried = kit.script()?;
    for lang in languages.all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let page = Studio {
            lang,
            languages: &languages.all().collect::<Vec<_>>(),
            data: &data,
            strategy: &strategy,
            css: &kit.studio.css,
            scripts: [&carried.name, &kit.studio.script],
            told: &folder.json(),
        };
        files.add(lang.file(STUDIO), packs::at_end(&text(lang, page.document()), &content));
    }
    files.add(carried.name, carried.bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ELEMENT, files_of, in_page, json};

    #[test]
    fn a_content_comes_back_to_the_byte() {
        let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        let files: BTreeMap<_, _> = [
            file("a.csv", "\u{feff}市,\"値\"\r\n&amp;<b>\r\n".as_bytes()),
            file("words/b.json", b"{\"</template>\": \"{a|b}\"}\n"),
            file("c.csv", b"\x8e\x73\xff"),
        ]
        .into();
        let text = json(&files);
        assert_eq!(files_of(&text).as_ref(), Some(&files));
        let escaped = maud::html! { (text) }.into_string();
        assert_eq!(in_page(&["<p></p>", ELEMENT[0], &escaped, ELEMENT[1], "</body>"].concat()).as_ref(), Some(&files));
        assert_eq!(files_of("{\"a\": 1}"), None);
        assert_eq!(in_page("<p></p>"), None);
    }
}
