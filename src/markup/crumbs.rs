//! Breadcrumbs: the pages over a page, from the front page down, in the page and as data for search engines. Native only.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::bar::Page;
use super::site::SITE;
use crate::locale::{Key, Lang, ruby};

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What it is called.
    pub name: String,
    /// Where it leads: a file, with a place in it or without one; nothing for the page itself.
    pub address: Option<String>,
}

impl Crumb {
    /// A step that leads somewhere.
    pub fn to(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self { name: name.into(), address: Some(address.into()) }
    }

    /// The page itself.
    pub fn here(name: impl Into<String>) -> Self {
        Self { name: name.into(), address: None }
    }

    /// The front page.
    pub fn front(lang: Lang) -> Self {
        Self::to(Page::Front.name(lang), Page::Front.file(lang))
    }
}

/// The way to a page that lies under the front page.
pub fn under_front(lang: Lang, name: impl Into<String>) -> Vec<Crumb> {
    vec![Crumb::front(lang), Crumb::here(name)]
}

/// The steps as links.
pub fn nav(lang: Lang, trail: &[Crumb]) -> Markup {
    html! {
        nav class="crumbs" aria-label=(lang.text(Key::Crumbs)) {
            ol {
                @for crumb in trail {
                    li {
                        @match &crumb.address {
                            Some(address) => a href=(address) { (crumb.name) },
                            None => span aria-current="page" { (crumb.name) },
                        }
                    }
                }
            }
        }
    }
}

/// The steps as schema.org's `BreadcrumbList`.
pub fn data(trail: &[Crumb]) -> Markup {
    let item = |(index, crumb): (usize, &Crumb)| {
        let mut item = json!({ "@type": "ListItem", "position": index + 1, "name": ruby::words(&crumb.name) });
        if let (Some(address), Value::Object(item)) = (&crumb.address, &mut item) {
            item.insert("item".to_owned(), json!(format!("{SITE}{address}")));
        }
        item
    };
    let items: Vec<Value> = trail.iter().enumerate().map(item).collect();
    linked(&json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items }))
}

/// Linked data for a page's head: a block of data, which no policy takes for a script.
pub fn linked(data: &Value) -> Markup {
    // Nothing in it ends the element.
    let text = data.to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}
