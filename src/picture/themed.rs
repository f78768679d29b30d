//! A picture that stands in a page and follows its colours: custom properties in the place of a palette's.

use crate::figure::theme::{LIGHT, Rgb};

/// The palette a picture must be drawn in to be [`themed`].
pub use crate::figure::theme::LIGHT as DRAWN_IN;

/// The same SVG with the page's colours, as HTML writes it: with end tags, which the policy of scripts asks for in trees that
/// are fetched. One without words is told by those beside it.
///
/// ```
/// use shigoto_widgets::picture::themed;
/// assert_eq!(themed("<svg xmlns=\"x\">\n<rect fill=\"#0A5C8A\"/><g xml:lang=\"ja\"><text>a/b</text></g></svg>"),
///     "<svg aria-hidden=\"true\" xmlns=\"x\">\n<rect fill=\"var(--accent)\"></rect><g lang=\"ja\"><text>a/b</text></g></svg>");
/// ```
pub fn themed(svg: &str) -> String {
    let is_told = svg.starts_with("<svg role=\"img\" ");
    let svg = if is_told { svg.to_owned() } else { svg.replacen("<svg ", "<svg aria-hidden=\"true\" ", 1) };
    let colored = LIGHT
        .named()
        .into_iter()
        .fold(svg, |svg, (name, Rgb(color))| svg.replace(&format!("\"#{color:06X}\""), &format!("\"var(--{name})\"")));
    colored.replace(" xml:lang=", " lang=").split('<').map(ended).collect::<Vec<_>>().join("<")
}

/// A tag without its bracket and what follows it; one that closes itself gets an end tag.
fn ended(tag: &str) -> String {
    let Some((inner, rest)) = tag.split_once("/>") else { return tag.to_owned() };
    let name = inner.split_whitespace().next().unwrap_or_default();
    format!("{}></{name}>{rest}", inner.trim_end())
}
