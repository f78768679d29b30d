//! Readings: `{漢字|かんじ}` in a text becomes `<ruby>` where it is content, the word alone where no markup can stand.

/// Elements whose content is text alone.
pub const PLAIN: [&str; 3] = ["option", "title", "textarea"];

/// Sets the readings in markup made by maud, which escapes `<` and `>` in texts and attributes.
///
/// ```
/// use shigoto_widgets::locale::ruby::set;
/// assert_eq!(set("<b title=\"{市|し}\">{市|し}</b>"), "<b title=\"市\"><ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby></b>");
/// assert_eq!(set("<option>{市|し}</option>{x}"), "<option>市</option>{x}");
/// let attributes = "<b id=\"{a\" title=\"b|c}\">";
/// assert_eq!(set(attributes), attributes);
/// ```
pub fn set(html: &str) -> String {
    written(html, false)
}

/// The words alone.
///
/// ```
/// assert_eq!(shigoto_widgets::locale::ruby::words("{山川|やまかわ}{市|し}は{n}"), "山川市は{n}");
/// ```
pub fn words(text: &str) -> String {
    written(text, true)
}

/// The readings in place of their words: how a text is said, as far as it tells.
///
/// ```
/// assert_eq!(shigoto_widgets::locale::ruby::readings("{山川|やまかわ}{市|し}は{n}"), "やまかわしは{n}");
/// ```
#[cfg(not(small))]
pub fn readings(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        said += before;
        let pair = after.split_once('}').and_then(|(pair, tail)| Some((pair.split_once('|')?.1, tail)));
        let Some((reading, tail)) = pair else {
            said.push('{');
            rest = after;
            continue;
        };
        said += reading;
        rest = tail;
    }
    said + rest
}

/// A brace of one attribute and one of another, as a reader's own data may have them, are no pair.
const BETWEEN: &[u8] = b"\"{<>";

/// Sets readings where markup can stand, else the words alone; everywhere where only `words` are wanted.
fn written(html: &str, words: bool) -> String {
    let (mut text, mut rest) = (String::new(), html);
    // Where the name of the last tag begins, if there was one, and whether that tag has not ended yet.
    let (mut tag, mut is_open) = (usize::MAX, false);
    while let Some((before, after)) = rest.split_once('{') {
        for (place, byte) in before.bytes().enumerate() {
            if byte == b'<' {
                (tag, is_open) = (text.len() + place + 1, true);
            } else if byte == b'>' {
                is_open = false;
            }
        }
        text += before;
        let pair = after.split_once('}').filter(|(pair, _)| !pair.bytes().any(|byte| BETWEEN.contains(&byte)));
        let pair = pair.and_then(|(pair, tail)| Some((pair.split_once('|')?, tail)));
        let Some(((word, reading), tail)) = pair else {
            text.push('{');
            rest = after;
            continue;
        };
        let name = text.get(tag..).unwrap_or_default();
        if words || is_open || PLAIN.iter().any(|plain| name.starts_with(plain)) {
            text += word;
        } else {
            for part in ["<ruby>", word, "<rp>（</rp><rt>", reading, "</rt><rp>）</rp></ruby>"] {
                text += part;
            }
        }
        rest = tail;
    }
    text + rest
}

/// Hands over each text of markup made by maud, which escapes `<` and `>` in texts and attributes, with the tag behind it.
#[cfg(not(small))]
pub fn parts(html: &str, act: &mut dyn FnMut(&str, &str)) {
    for part in html.split_inclusive('>') {
        let content = part.split('<').next().unwrap_or_default();
        act(content, part.get(content.len()..).unwrap_or_default());
    }
}

/// The name in a tag, with the `/` of one that ends an element.
#[cfg(not(small))]
pub fn name_of(tag: &str) -> &str {
    tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default()
}
