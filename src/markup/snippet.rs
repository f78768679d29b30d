//! The code one copies, as templates that the guide's script fills with what was chosen. Native only.

use maud::html;

use super::api::Element;
use crate::widget::Kind;

/// A published picture and what is to be said instead of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Whose figure it is.
    pub kind: Kind,
    /// Attributes it belongs to, as in a query; empty for the picture of a widget as it opens.
    pub when: String,
    /// Its file in `figures/`.
    pub file: String,
    /// What it shows, in words.
    pub alt: String,
    /// Its width and height as markup, `width="1280" height="900"`.
    pub size: String,
}

/// The attribute and value of a widget's example.
pub fn example(element: &Element) -> Option<(&'static str, String)> {
    let (name, index) = element.kind.offer().example?;
    let attribute = element.own.iter().find(|attribute| attribute.name == name)?;
    Some((name, attribute.listed().get(index)?.text.clone()))
}

/// Custom element. What stands in it shows until it is upgraded, or for ever without scripts.
pub fn element(kind: Kind, title: &str, page: &str) -> String {
    let (name, title) = (kind.name(), html! { (title) }.into_string());
    format!(
        "<script type=\"module\" src=\"{{base}}embed.js\"></script>\n\
         <shigoto-{name}{{attributes}}><a href=\"{{base}}{page}{{hash}}\">{title}</a></shigoto-{name}>"
    )
}

/// Iframe. Its script stands first, so that it hears what the frame says.
pub fn frame(kind: Kind, title: &str) -> String {
    let (name, title) = (kind.name(), html! { (title) }.into_string());
    format!(
        "<script type=\"module\" src=\"{{base}}embed-host.js\"></script>\n\
         <iframe src=\"{{base}}embed.html?widget={name}{{query}}\" title=\"{title}\" width=\"100%\" height=\"900\"></iframe>"
    )
}

/// Picture.
pub fn picture(picture: &Picture) -> String {
    let Picture { file, size, .. } = picture;
    let alt = html! { (picture.alt) }.into_string();
    format!("<img src=\"{{base}}figures/{file}\" {size} alt=\"{alt}\">")
}

/// Fills a template as the guide's script does, for values that need no escaping.
///
/// ```
/// use shigoto_widgets::markup::snippet;
/// use shigoto_widgets::widget::Kind;
/// let filled = snippet::fill("<x{attributes}> {base}{query} {hash}", "./", Kind::Lq, &[("base", "output")]);
/// assert_eq!(filled, "<x base=\"output\"> ./&amp;base=output #lq?base=output");
/// ```
pub fn fill(template: &str, base: &str, kind: Kind, pairs: &[(&str, &str)]) -> String {
    let joined = |write: &dyn Fn(&str, &str) -> String| -> String {
        pairs.iter().map(|(name, value)| write(name, value)).collect()
    };
    let query = joined(&|name, value| format!("&amp;{name}={value}"));
    let hash = query.strip_prefix("&amp;").map(|query| format!("?{query}")).unwrap_or_default();
    template
        .replace("{base}", base)
        .replace("{attributes}", &joined(&|name, value| format!(" {name}=\"{value}\"")))
        .replace("{query}", &query)
        .replace("{hash}", &format!("#{}{hash}", kind.name()))
}
