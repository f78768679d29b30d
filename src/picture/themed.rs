//! A picture that stands in a page and follows its colours: custom properties in the place of a palette's.

use crate::figure::theme::{LIGHT, Rgb};

/// The palette a picture must be drawn in to be [`themed`].
pub use crate::figure::theme::LIGHT as DRAWN_IN;

/// The same SVG with the page's colours. One without words is told by those beside it.
///
/// ```
/// use shigoto_widgets::picture::themed;
/// assert_eq!(themed("<svg xmlns=\"x\">\n<rect fill=\"#0A5C8A\"/></svg>"),
///     "<svg aria-hidden=\"true\" xmlns=\"x\">\n<rect fill=\"var(--accent)\"/></svg>");
/// ```
pub fn themed(svg: &str) -> String {
    let is_told = svg.starts_with("<svg role=\"img\" ");
    let svg = if is_told { svg.to_owned() } else { svg.replacen("<svg ", "<svg aria-hidden=\"true\" ", 1) };
    LIGHT
        .named()
        .into_iter()
        .fold(svg, |svg, (name, Rgb(color))| svg.replace(&format!("\"#{color:06X}\""), &format!("\"var(--{name})\"")))
}
