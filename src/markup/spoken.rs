//! Japanese inside a text of another language is said to be Japanese, so that the right voice reads it and the right
//! glyphs show it. Set where markup is written out, so that no place that shows a text knows of it.

use crate::locale::ruby::{PLAIN, name_of, parts};

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
    let (mut text, mut is_open) = (String::new(), true);
    parts(html, &mut |content, tag| {
        if is_open {
            wrap(content, &mut text);
        } else {
            text.push_str(content);
        }
        text.push_str(tag);
        let name = name_of(tag);
        let is_named = tag.split(' ').any(|attribute| attribute.starts_with("lang=\""));
        is_open = !(PLAIN.contains(&name) || CODE.contains(&name) || is_named);
    });
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
    // From the first letter of a run: what may yet be inside it, and what is behind it.
    let (mut is_run, mut rest) = (false, String::new());
    for letter in content.chars() {
        if is_letter(letter) {
            if !is_run {
                out.push_str("<span lang=\"ja\">");
            }
            is_run = true;
            out.push_str(&std::mem::take(&mut rest));
            out.push(letter);
        } else if is_run && is_inside(letter) {
            rest.push(letter);
        } else {
            if std::mem::take(&mut is_run) {
                out.push_str("</span>");
                out.push_str(&std::mem::take(&mut rest));
            }
            out.push(letter);
        }
    }
    if is_run {
        out.push_str("</span>");
    }
    out.push_str(&rest);
}
