//! The bar over every page of a site: its pages, and the same page in the other languages. Native only.

use maud::{Markup, html};

use super::offer::{facts, map};
use crate::locale::{Key, Lang};
use crate::widget::Kind;

/// A page that the bar leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The finding and all widgets: `index.html`.
    Front,
    /// One widget in depth.
    Widget(Kind),
    /// The map of the strategy, under which its measures' pages are.
    Map,
    /// The numbers that the strategy states.
    Facts,
    /// The glossary.
    Glossary,
    /// How the strategy was made.
    About,
    /// Everything, to be searched.
    Search,
}

impl Page {
    /// Every page, in the bar's order.
    pub fn all() -> impl Iterator<Item = Self> {
        let rest = [Self::Map, Self::Facts, Self::Glossary, Self::About, Self::Search];
        std::iter::once(Self::Front).chain(Kind::ALL.map(Self::Widget)).chain(rest)
    }

    /// Its file in a language.
    pub fn file(self, lang: Lang) -> String {
        lang.file(self.stem())
    }

    /// What the bar calls it.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Front => Key::PageFront,
            Self::Widget(kind) => kind.face().button,
            Self::Map => Key::MapPage,
            Self::Facts => Key::PageFacts,
            Self::Glossary => Key::PageGlossary,
            Self::About => Key::PageAbout,
            Self::Search => Key::PageSearch,
        })
    }

    /// Its file without language and type.
    pub fn stem(self) -> &'static str {
        match self {
            Self::Front => "index",
            Self::Widget(kind) => kind.offer().page,
            Self::Map => "strategy",
            Self::Facts => "facts",
            Self::Glossary => "glossary",
            Self::About => "about",
            Self::Search => "search",
        }
    }

    /// The element that it is the page of.
    fn kind(self) -> Option<&'static str> {
        match self {
            Self::Widget(kind) => Some(kind.name()),
            Self::Map => Some(map::NAME),
            Self::Facts => Some(facts::NAME),
            Self::Front | Self::Glossary | Self::About | Self::Search => None,
        }
    }
}

/// The bar of a page of a site. `data-kind` tells the page's script where to look for a widget that is not here.
pub fn bar(lang: Lang, current: Page) -> Markup {
    bar_of(lang, current, current.stem())
}

/// The bar of a page that is the current one, or lies under it: its file without language and type tells.
pub fn bar_of(lang: Lang, current: Page, stem: &str) -> Markup {
    let mark = if stem == current.stem() { "page" } else { "true" };
    html! {
        nav class="page-bar" aria-label=(lang.text(Key::PageSite)) {
            div class="pages" {
                @for page in Page::all() {
                    a href=(page.file(lang)) data-kind=[page.kind()] aria-current=[(page == current).then_some(mark)] { (page.name(lang)) }
                }
            }
            details class="languages" {
                summary { (lang.text(Key::OwnName)) }
                nav aria-label=(lang.text(Key::Language)) {
                    @for (other, file) in lang.elsewhere(stem) {
                        a href=(file) hreflang=(other.code) lang=(other.code) { (other.name) }
                    }
                }
            }
        }
    }
}

/// The bar of the page that is one file: ways within it. Its widgets speak other languages themselves.
pub fn bar_within(lang: Lang) -> Markup {
    html! {
        nav class="page-bar" aria-label=(lang.text(Key::PageContents)) {
            div class="pages" {
                @for page in Page::all() {
                    @if let Page::Widget(kind) = page { a href=(format!("#{}", kind.name())) { (page.name(lang)) } }
                }
            }
        }
    }
}

/// The pages before and after one, with what they find.
pub fn neighbours(lang: Lang, current: Page, finding: impl Fn(Page) -> Option<String>) -> Markup {
    let pages: Vec<Page> = Page::all().filter(|page| *page != Page::Search).collect();
    let place = pages.iter().position(|page| *page == current).unwrap_or_default();
    let near = |place: Option<usize>| place.and_then(|place| pages.get(place)).copied();
    let sides = [("prev", near(place.checked_sub(1))), ("next", near(Some(place + 1)))];
    html! {
        nav class="neighbours" aria-label=(lang.text(Key::PageNeighbours)) {
            @for (rel, page) in sides {
                @if let Some(page) = page {
                    a rel=(rel) href=(page.file(lang)) {
                        span { (page.name(lang)) }
                        @if let Some(finding) = finding(page) { b { (finding) } }
                    }
                }
            }
        }
    }
}
