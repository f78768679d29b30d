//! Readings: `{漢字|かんじ}` in a text becomes `<ruby>` where it is content, the word alone where no markup can stand.

/// Elements whose content is text alone.
pub(super) const PLAIN: [&str; 3] = ["option", "title", "textarea"];

/// Sets the readings in markup made by maud, which escapes `<` and `>` in texts and attributes.
///
/// ```
/// use shigoto_widgets::markup::ruby::set;
/// assert_eq!(set("<b title=\"{市|し}\">{市|し}</b>"), "<b title=\"市\"><ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby></b>");
/// assert_eq!(set("<option>{市|し}</option>{x}"), "<option>市</option>{x}");
/// let attributes = "<b id=\"{a\" title=\"b|c}\">";
/// assert_eq!(set(attributes), attributes);
/// ```
pub fn set(html: &str) -> String {
    let (mut text, mut is_plain) = (String::new(), false);
    parts(html, &mut |content, tag| {
        each(content, &mut text, &|text, word, reading| {
            if is_plain {
                text.push_str(word);
            } else {
                for part in ["<ruby>", word, "<rp>（</rp><rt>", reading, "</rt><rp>）</rp></ruby>"] {
                    text.push_str(part);
                }
            }
        });
        each(tag, &mut text, &|text, word, _| text.push_str(word));
        if !tag.is_empty() {
            is_plain = PLAIN.contains(&name_of(tag));
        }
    });
    text
}

/// Hands over each text of markup made by maud, which escapes `<` and `>` in texts and attributes, with the tag behind it.
pub(super) fn parts(html: &str, act: &mut dyn FnMut(&str, &str)) {
    for part in html.split_inclusive('>') {
        let content = part.split('<').next().unwrap_or_default();
        act(content, part.get(content.len()..).unwrap_or_default());
    }
}

/// The name in a tag, with the `/` of one that ends an element.
pub(super) fn name_of(tag: &str) -> &str {
    tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default()
}

/// The words alone.
///
/// ```
/// assert_eq!(shigoto_widgets::markup::ruby::words("{山川|やまかわ}{市|し}は{n}"), "山川市は{n}");
/// ```
pub fn words(text: &str) -> String {
    let mut plain = String::new();
    each(text, &mut plain, &|plain, word, _| plain.push_str(word));
    plain
}

/// Copies `from` to `to`; each word with a reading is handed over instead. A brace of one attribute and one of another,
/// as a reader's own data may have them, are no pair.
fn each(from: &str, to: &mut String, tell: &dyn Fn(&mut String, &str, &str)) {
    let mut rest = from;
    while let Some((before, after)) = rest.split_once('{') {
        to.push_str(before);
        let pair = after.split_once('}').filter(|(pair, _)| !pair.contains(['"', '{']));
        let pair = pair.and_then(|(pair, tail)| Some((pair.split_once('|')?, tail)));
        rest = if let Some(((word, reading), tail)) = pair {
            tell(to, word, reading);
            tail
        } else {
            to.push('{');
            after
        };
    }
    to.push_str(rest);
}
