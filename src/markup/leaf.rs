//! A page of a site without the widgets of the front page: head, bar, heading, what it says, the ways on. Native only.

use maud::{DOCTYPE, Markup, html};

use super::bar::{Page, bar_of};
use super::crumbs::{self, Crumb};
use super::site;
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang};

/// What such a page is made of.
pub struct Leaf<'a> {
    /// Its language.
    pub lang: Lang,
    /// The page of the bar under which it stands.
    pub page: Page,
    /// Its file without language and type.
    pub stem: &'a str,
    /// What it is called, in its title.
    pub name: &'a str,
    /// Title of the strategy.
    pub strategy: &'a str,
    /// The pages over it.
    pub trail: Vec<Crumb>,
    /// What it is about, in a sentence.
    pub lead: &'a str,
    /// Name of its stylesheet.
    pub css: &'a str,
    /// Name of the script that defines the elements on it; `None` where it has none.
    pub elements: Option<&'a str>,
}

impl<'a> Leaf<'a> {
    /// A page of the bar under the front page; what it is about and how it looks is for the caller to say.
    pub fn of(lang: Lang, page: Page, name: &'a str) -> Self {
        let trail = crumbs::under_front(lang, name);
        Self { lang, page, stem: page.stem(), name, trail, strategy: "", lead: "", css: "", elements: None }
    }

    /// The whole page: `head` stands in its header, `rest` after its `main`.
    pub fn document(&self, head: &Markup, main: &Markup, rest: &Markup) -> Markup {
        let lang = self.lang;
        html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                head {
                    (site::head(&site::title(self.name, self.strategy), self.lead))
                    link rel="stylesheet" href=(self.css);
                    (crumbs::data(&self.trail))
                    @if let Some(script) = self.elements { script type="module" src=(script) {} }
                }
                body {
                    a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
                    (bar_of(lang, self.page, self.stem))
                    header class="page-head" { (crumbs::nav(lang, &self.trail)) (head) }
                    main id="main" data-deep-links[self.elements.is_some()] data-build=[self.elements.map(|_| site::BUILD)] { (main) }
                    (rest)
                }
            }
        }
    }
}

/// File of the workshop, without language and type.
pub const STUDIO: &str = "studio";

/// The foot of such a page: its data, ways to what explains it, and whose it all is. `strategy` is in the language.
pub fn foot(lang: Lang, strategy: &StrategyData, files: &[(&str, Key)]) -> Markup {
    html! {
        footer class="page-foot" {
            h2 { (lang.text(Key::PageLinks)) }
            ul {
                @for (file, name) in files { li { a href=(format!("./data/{file}")) download=(file) { (lang.text(*name)) } } }
                li { a href=(super::terms::file_of(lang)) { (lang.text(Key::Glossary)) } }
                li { a href=(super::accessibility::file_of(lang)) { (lang.text(Key::Accessibility)) } }
                li { a href=(lang.file(STUDIO)) { (lang.text(Key::StudioTitle)) } }
            }
            p { b { (lang.text(Key::Source)) } " " (site::cited(lang, strategy)) }
            p { (lang.fill(Key::PageRights, &[("city", &strategy.city)])) }
        }
    }
}
