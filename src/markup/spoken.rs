//! Japanese inside a text of another language is said to be Japanese, so that the right voice reads it and the right
//! glyphs show it. Set where markup is written out, so that no place that shows a text knows of it.

use super::ruby::PLAIN;

/// Elements whose content is no prose: what is in them is code.
const CODE: [&str; 2] = ["script", "style"];

/// Wraps runs of Japanese in the texts of markup made by maud, which escapes `<` and `>` in texts and attributes. Where
/// the element around a text names its language itself, nothing is added.
///
/// ```
/// use shigoto_widgets::markup::spoken::mark;
/// assert_eq!(mark("<p title=\"市\">about しごと、市 (2024)</p>"),
///     "<p title=\"市\">about <span lang=\"ja\">しごと、市</span> (2024)</p>");
/// assert_eq!(mark("<a lang=\"ja\">市</a><option>市</option>"), "<a lang=\"ja\">市</a><option>市</option>");
/// ```
pub fn mark(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_open = true;
    for part in html.split_inclusive('>') {
        let (content, tag) = part.find('<').map_or((part, ""), |start| part.split_at(start));
        if is_open {
            wrap(content, &mut text);
        } else {
            text.push_str(content);
        }
        text.push_str(tag);
        let name = tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
        is_open = !(PLAIN.contains(&name) || CODE.contains(&name) || tag.contains(" lang=\""));
    }
    text
}

/// Whether a text holds Japanese at all.
pub fn is_needed(text: &str) -> bool {
    text.chars().any(is_letter)
}

fn is_letter(letter: char) -> bool {
    matches!(letter, '々' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '一'..='鿿' | 'ｦ'..='ﾝ')
}

/// What stands inside a run and neither begins nor ends it.
fn is_inside(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '、' | '。' | '・' | '「' | '」' | '『' | '』' | '（' | '）' | '～' | '　')
}

fn wrap(content: &str, out: &mut String) {
    let mut rest = content;
    while let Some(start) = rest.find(is_letter) {
        let (before, run) = rest.split_at(start);
        let own = run.find(|letter| !is_letter(letter) && !is_inside(letter)).unwrap_or(run.len());
        let end = run
            .char_indices()
            .take_while(|(place, _)| *place < own)
            .filter(|(_, letter)| is_letter(*letter))
            .last()
            .map_or(own, |(place, letter)| place + letter.len_utf8());
        let (japanese, tail) = run.split_at(end);
        out.push_str(before);
        out.push_str("<span lang=\"ja\">");
        out.push_str(japanese);
        out.push_str("</span>");
        rest = tail;
    }
    out.push_str(rest);
}
