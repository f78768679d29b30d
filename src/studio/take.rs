//! What of a file belongs to the content: an archive or a page that was saved before, or one of the content's own files.

use std::collections::BTreeMap;

use super::content::{Content, Offer, Seen, Taken, is_json, read};
use crate::data::library::{EDITIONS, Library, OPTIONAL};
use crate::error::{Fault, FaultKind, Place, Refusal, Words};
use crate::markup::leaf::STUDIO;
use crate::publish::archive::unpacked;
use crate::publish::studio::in_page;

/// What the product itself says: the workshop brings its own, whatever a file holds.
const INTERFACE: &str = "interface/";

/// A content that has these is a whole one.
const WHOLE: [&str; 4] = ["brand.json", "strategy.json", "kpi.json", "kpi_actuals.csv"];

type Result = std::result::Result<Taken, Vec<Fault>>;

/// Whether a packed file is a workbook: the names of its parts stand in it as they are.
pub fn is_workbook(bytes: &[u8]) -> bool {
    let part = b"xl/workbook.xml";
    bytes.windows(part.len()).any(|bytes| bytes == part)
}

/// Whether places in a file are cells.
pub fn is_table(offer: Offer<'_>) -> bool {
    match offer {
        Offer::Text(text) => !text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[', '<']),
        Offer::Bytes(bytes) => is_workbook(bytes),
    }
}

/// What a packed file brings.
pub(super) fn archive(name: &str, bytes: &[u8], now: &Library) -> Result {
    let Ok(files) = unpacked(bytes) else { return refused(name, FaultKind::Archive) };
    let is_ours = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with(STUDIO));
    let mut pages = files.iter().filter(|(path, _)| is_ours(path));
    if let Some(content) = pages.find_map(|(_, page)| in_page(std::str::from_utf8(page).ok()?)) {
        return Ok(over(now, content));
    }
    let own = |path: &str| own_name(path, now);
    let named = files.iter().filter(|(path, _)| !path.starts_with("data/"));
    let content: Content = named.filter_map(|(path, bytes)| Some((own(path)?, bytes.clone()))).collect();
    if content.is_empty() { foreign(name, "archive", "圧縮ファイル") } else { Ok(over(now, content)) }
}

/// What the content calls a file of an archive. Whoever packs a folder has its name before each file's.
fn own_name(path: &str, now: &Library) -> Option<String> {
    let is_own = |own: &str| path == own || path.strip_suffix(own).is_some_and(|folder| folder.ends_with('/'));
    if let Some(own) = now.files.keys().map(String::as_str).chain(OPTIONAL).find(|own| is_own(own)) {
        return Some(own.to_owned());
    }
    // A language that the content that is worked on does not speak.
    let mut names = path.rsplit('/');
    let (file, folder) = (names.next()?, names.next()?);
    (folder == "words" && is_json(file)).then(|| format!("{folder}/{file}"))
}

/// What a page brings that was saved before.
pub(super) fn page(name: &str, text: &str, now: &Library) -> Result {
    in_page(text).map_or_else(|| foreign(name, "web page", "ウェブページ"), |content| Ok(over(now, content)))
}

/// A file of the content, by its name; one of the files of several that fits, by what is in it. `None` where it is no such
/// file.
pub(super) fn file(name: &str, text: &str, now: &Library) -> Option<Result> {
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return None;
    }
    let plain = plain_name(name);
    let is_named = |file: &&String| file.rsplit('/').next() == Some(&plain) && !file.starts_with(INTERFACE);
    let named: Vec<&String> = now.files.keys().filter(is_named).collect();
    let tried: Vec<&String> = if named.is_empty() {
        now.files.keys().filter(|file| is_json(file) && !file.starts_with(INTERFACE)).collect()
    } else {
        named.clone()
    };
    let put = |file: &String| {
        let mut content = now.files.clone();
        content.insert(file.clone(), text.trim_start_matches('\u{feff}').as_bytes().to_vec());
        read(&content).map(|_| Taken::change(content, Seen::File(file.clone())))
    };
    let mut results: Vec<_> = tried.into_iter().map(put).collect();
    if let Some(sound) = results.iter().position(std::result::Result::is_ok) {
        return Some(results.swap_remove(sound));
    }
    // A text that fits nowhere is told by the readers of tables, which know what comes near.
    if named.is_empty() { None } else { results.into_iter().min_by_key(|result| result.as_ref().err().map(Vec::len)) }
}

/// A name as it was before a browser or an office told copies apart: `kpi (1).json` is `kpi.json`.
fn plain_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some((stem, ending)) = name.rsplit_once('.') else { return name.to_owned() };
    let is_copy = |mark: &str| mark.chars().all(|letter| letter.is_ascii_digit());
    let bare = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('(')).filter(|(_, mark)| is_copy(mark));
    format!("{}.{ending}", bare.map_or(stem, |(stem, _)| stem.trim_end()))
}

/// A whole content in the place of the one that is worked on, or some files of one in theirs.
fn over(now: &Library, content: BTreeMap<String, Vec<u8>>) -> Taken {
    let (mut all, mut count) = (now.files.clone(), 0);
    let is_whole = WHOLE.iter().all(|file| content.contains_key(*file));
    if is_whole {
        all.retain(|name, _| name.starts_with(INTERFACE));
    }
    for (name, bytes) in content {
        // Editions are those of a whole content.
        if !name.starts_with(INTERFACE) && (is_whole || name != EDITIONS) {
            all.insert(name, bytes);
            count += 1;
        }
    }
    Taken { content: all, seen: Seen::Content(count), is_whole }
}

fn refused(name: &str, kind: FaultKind) -> Result {
    Err(vec![Fault { file: name.to_owned(), place: Place::File, kind }])
}

/// A packed file or a page that holds nothing of ours.
fn foreign(name: &str, en: &str, ja: &str) -> Result {
    let found = Words::new(
        format!("this is another {en}: no content of this site is in it"),
        format!("別の{ja}です。このサイトの内容は入っていません"),
    );
    let needed = Words::new(
        "choose a site.zip, data.zip or page that was saved here, or a table",
        "ここで保存した site.zip・data.zip・ページか、表のファイルを選んでください",
    );
    refused(name, FaultKind::Unrecognised(Box::new(Refusal { found, needed })))
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn copies_have_the_name_of_what_they_copy() {
        for name in ["kpi.json", "kpi (1).json", "kpi(12).json", "C:\\data\\kpi.json", "a/kpi.json"] {
            assert_eq!(plain_name(name), "kpi.json");
        }
        assert_eq!(plain_name("kpi (old).json"), "kpi (old).json");
        assert_eq!(plain_name("kpi"), "kpi");
    }
}
