//! Words of the glossary where they occur in a widget: marked as buttons, each with a note that explains it.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::frame::editorial;
use crate::data::Dataset;
use crate::data::glossary::GlossaryData;
use crate::locale::own::reference;
use crate::locale::{Key, Lang, fixed};
use crate::widget::address::encoded;

/// Anchor of the location quotient, which is not among the printed terms.
pub const QUOTIENT: &str = "特化係数";
/// In these nothing is marked: they are pressed themselves, are names, or hold no markup.
const CLOSED: [&str; 15] = [
    "a",
    "button",
    "summary",
    "select",
    "label",
    "legend",
    "hgroup",
    "h3",
    "h4",
    "title",
    "textarea",
    "caption",
    "th",
    "output",
    "blockquote",
];
/// Where these begin, a word may be marked anew.
const BLOCKS: [&str; 5] = ["section", "header", "footer", "details", "ul"];

/// File of the glossary's page in a language.
pub fn file_of(lang: Lang) -> String {
    lang.file("glossary")
}

/// The words to be found in texts of a language, longest first, each with the number of its term; the quotient has the
/// number after the last.
pub fn words(lang: Lang, glossary: &GlossaryData) -> Vec<(String, usize)> {
    let mut words = vec![(lang.text(Key::Quotient).to_owned(), glossary.terms.len())];
    for (index, term) in glossary.terms.iter().enumerate() {
        // Easy Japanese explains a word in brackets behind it.
        let name = lang.name(&term.term).split('（').next().unwrap_or_default().trim();
        words.push((name.to_owned(), index));
    }
    words.retain(|(word, _)| !word.is_empty());
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
}

/// Kinds of letters that make up one word with their like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Katakana,
    Kanji,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        _ if letter.is_ascii_alphanumeric() => Script::Latin,
        '゠'..='ヺ' | 'ー' => Script::Katakana,
        '一'..='鿿' | '々' => Script::Kanji,
        _ => Script::Other,
    }
}

/// Whether two neighbours belong to one word.
fn clings(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    script(before) == script(after) && script(before) != Script::Other
}

/// The word that begins at the start of `rest`, if a whole one does. `before` is the letter in front of it.
fn found<'a>(words: &'a [(String, usize)], before: Option<char>, rest: &str) -> Option<(&'a str, usize)> {
    let is_whole = |word: &str| {
        rest.starts_with(word)
            && !clings(before, word.chars().next())
            && !clings(word.chars().next_back(), rest.get(word.len()..).and_then(|tail| tail.chars().next()))
    };
    words.iter().find(|(word, _)| is_whole(word)).map(|(word, index)| (word.as_str(), *index))
}

/// Marks the words in markup made by maud: the first of each in a block, longest match first, never inside another
/// word, never in what is pressed itself.
///
/// ```
/// use shigoto_widgets::markup::terms::mark;
/// let words = [("DX".to_owned(), 0)];
/// assert_eq!(mark("<p>DXのDX<i>GDX</i></p><a>DX</a>", &words),
///     "<p><button type=\"button\" class=\"term\" data-term=\"0\">DX</button>のDX<i>GDX</i></p><a>DX</a>");
/// ```
pub fn mark(html: &str, words: &[(String, usize)]) -> String {
    wrapped(html, words, &|index, word| {
        format!("<button type=\"button\" class=\"term\" data-term=\"{index}\">{word}</button>")
    })
}

/// Marks the words in the shadow trees of a page that has the glossary's page beside it: they lead there, until a script
/// is at work that shows the note.
#[cfg(not(small))]
pub fn link(page: &str, lang: Lang, glossary: &GlossaryData) -> String {
    const TREE: &str = "<template shadowrootmode=\"open\">";
    let (words, leading) = (words(lang, glossary), leading(lang, glossary));
    let mut parts = page.split(TREE);
    let mut linked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tree, rest) = part.split_at(part.find("</template>").unwrap_or(part.len()));
        linked += &[TREE, &wrapped(tree, &words, &leading), rest].concat();
    }
    linked
}

/// Marks the words in what stands on a page itself: they lead to the glossary's page.
#[cfg(not(small))]
pub fn link_in(html: &str, lang: Lang, glossary: &GlossaryData) -> String {
    wrapped(html, &words(lang, glossary), &leading(lang, glossary))
}

/// What leads to a word's place on the glossary's page.
#[cfg(not(small))]
fn leading(lang: Lang, glossary: &GlossaryData) -> impl Fn(usize, &str) -> String {
    let file = file_of(lang);
    move |index, word| {
        let anchor = glossary.terms.get(index).map_or_else(|| QUOTIENT.to_owned(), crate::data::glossary::Term::anchor);
        format!("<a class=\"term\" data-term=\"{index}\" href=\"{file}#{}\">{word}</a>", encoded(&anchor))
    }
}

/// The markup with each word found in it wrapped by its number.
fn wrapped(html: &str, words: &[(String, usize)], wrap: &dyn Fn(usize, &str) -> String) -> String {
    let mut marked = String::with_capacity(html.len());
    let (mut closed, mut told) = (0_usize, BTreeSet::new());
    // What is hidden from assistive technology must hold nothing to press: its name, and how many of that name are open.
    let mut hidden: Option<(&str, usize)> = None;
    for part in html.split_inclusive('>') {
        let (text, tag) = part.find('<').map_or((part, ""), |start| part.split_at(start));
        if closed == 0 && hidden.is_none() {
            mark_text(text, (words, wrap), &mut told, &mut marked);
        } else {
            marked.push_str(text);
        }
        marked.push_str(tag);
        let is_end = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap_or_default();
        hidden = match hidden {
            None if !is_end && tag.contains("aria-hidden=\"true\"") => Some((name, 1)),
            Some((own, depth)) if own == name => Some((own, if is_end { depth - 1 } else { depth + 1 })),
            other => other,
        }
        .filter(|(_, depth)| *depth > 0);
        if CLOSED.contains(&name) {
            closed = if is_end { closed.saturating_sub(1) } else { closed + 1 };
        } else if BLOCKS.contains(&name) && !is_end {
            told.clear();
        }
    }
    marked
}

/// Words, and what is made of each.
type Marks<'a> = (&'a [(String, usize)], &'a dyn Fn(usize, &str) -> String);

fn mark_text(text: &str, (words, wrap): Marks<'_>, told: &mut BTreeSet<usize>, marked: &mut String) {
    let (mut rest, mut before) = (text, None);
    while let Some(letter) = rest.chars().next() {
        let word = found(words, before, rest);
        let length = word.map_or(letter.len_utf8(), |(word, _)| word.len());
        let (here, tail) = rest.split_at(length);
        match word {
            Some((_, index)) if told.insert(index) => marked.push_str(&wrap(index, here)),
            _ => marked.push_str(here),
        }
        before = here.chars().next_back();
        rest = tail;
    }
}

/// The note on a term: what it means, where that is printed, where there is more.
pub fn note(lang: Lang, data: &Dataset, glossary: &GlossaryData, index: usize, has_page: bool) -> Markup {
    let term = glossary.terms.get(index);
    let anchor = term.map_or_else(|| QUOTIENT.to_owned(), crate::data::glossary::Term::anchor);
    let source = &glossary.source;
    let page = source.page.map(|page| page.to_string()).unwrap_or_default();
    let section = lang.name(&source.section);
    html! {
        h3 { (term.map_or_else(|| lang.text(Key::Quotient), |term| lang.name(&term.term))) }
        @if let Some(term) = term {
            @for paragraph in lang.name(&term.text).split('\n') { p { (paragraph) } }
            p class="src" {
                b { (lang.text(Key::Source)) } " " (lang.fill(Key::TermSource, &[("section", section), ("page", &page)]))
                @if !lang.is_source() { " " (editorial(lang)) }
            }
        } @else {
            p { (lang.fill(Key::LqWhat, &[("reference", reference(lang, data))])) }
            @if let Some(example) = example(lang, data, glossary) { p { (example) " " (editorial(lang)) } }
        }
        @if has_page { p { a href=(format!("{}#{}", file_of(lang), encoded(&anchor))) { (lang.text(Key::GlossaryMore)) } } }
        button type="button" class="plain" data-dismiss { (lang.text(Key::Close)) }
    }
}

/// A quotient worked back from what is printed; none where other values are shown.
fn example(lang: Lang, data: &Dataset, glossary: &GlossaryData) -> Option<String> {
    if data.origin.lq.is_some() {
        return None;
    }
    let (lq, example) = (&data.lq, &glossary.example);
    let row = lq.table(example.base)?.rows.iter().find(|row| row.industry == example.industry)?;
    let value = row.value(lq.column(&lq.focus_city)?)?;
    let city = lq.cities.iter().find(|city| city.id == lq.focus_city)?;
    let values = [
        ("city", city.name.as_str()),
        ("industry", lang.name(example.industry.as_str())),
        ("share", &fixed(example.share_percent, 1)),
        ("national", &fixed(example.share_percent / value, 1)),
        ("value", &fixed(value, lq.decimals)),
        ("reference", &lq.reference_area),
    ];
    Some(lang.fill(Key::TermExample, &values))
}
