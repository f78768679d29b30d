//! The little markup that texts of the guide may hold: `` `code` ``, `**strong**` and `[label](address)`. Native only.

use maud::{Markup, html};

/// What opens, parts and closes each kind of markup; without a middle there is only one part.
const MARKS: [(&str, Option<&str>, &str); 3] = [("`", None, "`"), ("**", None, "**"), ("[", Some("]("), ")")];

/// Text with its markup; everything else is escaped, and what does not close is text.
///
/// ```
/// use shigoto_widgets::markup::inline::inline;
/// assert_eq!(inline("a `<b>` **c** [d](e.html)").into_string(),
///     r#"a <code>&lt;b&gt;</code> <strong>c</strong> <a href="e.html">d</a>"#);
/// assert_eq!(inline("2 [3 `4").into_string(), "2 [3 `4");
/// ```
pub fn inline(text: &str) -> Markup {
    let found = MARKS.iter().filter_map(|mark| split(text, *mark)).min_by_key(|found| found.before.len());
    let Some(Found { before, first, second, after, open }) = found else { return html! { (text) } };
    html! {
        (before)
        @match open {
            "`" => code { (first) },
            "**" => strong { (first) },
            _ => a href=(second) { (first) },
        }
        (inline(after))
    }
}

struct Found<'a> {
    before: &'a str,
    first: &'a str,
    second: &'a str,
    after: &'a str,
    open: &'static str,
}

fn split<'a>(text: &'a str, (open, middle, close): (&'static str, Option<&str>, &str)) -> Option<Found<'a>> {
    let (before, rest) = text.split_once(open)?;
    let (first, rest) = middle.map_or(Some(("", rest)), |middle| rest.split_once(middle))?;
    let (last, after) = rest.split_once(close)?;
    let (first, second) = if middle.is_some() { (first, last) } else { (last, "") };
    Some(Found { before, first, second, after, open })
}
