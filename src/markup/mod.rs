//! Floor 4: semantic HTML of each widget, written from data and model, never from the picture.
//!
//! Natively these functions make the static page and the shadow trees that elements without a page fetch; in wasm
//! only the small parts that change are used. Whatever can be read is here; scripts add order, light and pictures.

#[cfg(not(small))]
pub mod chain;
#[cfg(not(small))]
pub mod compare;
pub mod dots;
pub mod face;
mod faces;
pub mod frame;
#[cfg(not(small))]
pub mod industry;
#[cfg(not(small))]
pub mod inline;
#[cfg(not(small))]
pub mod kiosk;
pub mod kpi;
pub mod kpi_groups;
#[cfg(not(small))]
pub mod kpi_report;
pub mod lq;
#[cfg(not(small))]
pub mod lq_many;
mod node;
pub mod notice;
pub mod pairs;
#[cfg(not(small))]
pub mod poster;
pub mod quotients;
#[cfg(not(small))]
pub mod spoken;
#[cfg(not(small))]
mod strips;
pub mod swot;
#[cfg(not(small))]
pub mod takeaway;
#[cfg(not(small))]
pub mod terms;

// What only a rendered site has.
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod about;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod accessibility;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod api;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod bar;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod body;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod crumbs;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod facts;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod glossary;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod guide;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod guide_form;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod hero;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod kiosk_guide;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod leaf;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod measure;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod missing;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod offer;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod page;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod plain;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod search;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod site;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod snippet;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod strategy;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod studio;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod tools;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod ways;

use crate::data::Dataset;
use maud::Markup;

use crate::locale::{Lang, ruby};
use crate::model::pace::Reading;
use crate::widget::Kind;

/// The rules of a page and of each shadow tree in it, as texts free of `</style`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(any(not(target_arch = "wasm32"), feature = "render"), derive(serde::Serialize, serde::Deserialize))]
pub struct Sheets {
    /// Around the widgets.
    pub page: String,
    /// Of each widget's tree, in the order of [`Kind::ALL`].
    pub trees: [String; Kind::ALL.len()],
    /// Of the page that is shown where nothing is.
    pub missing: String,
}

impl Sheets {
    /// Every text.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.page).chain(&self.trees).chain([&self.missing]).map(String::as_str)
    }

    /// The text of a widget's tree, or of the page.
    fn of(&self, kind: Option<Kind>) -> &str {
        match kind {
            Some(kind) => Kind::ALL.iter().zip(&self.trees).find(|(own, _)| **own == kind).map_or("", |(_, text)| text),
            None => &self.page,
        }
    }
}

/// Where a page and the shadow trees in it have their stylesheet from.
#[derive(Clone, Copy)]
pub enum Style<'a> {
    /// Whoever shows the markup brings it.
    Brought,
    /// A file.
    Linked(&'a str),
    /// The texts themselves, and the file to have in their place where a policy refuses them.
    Inlined(&'a Sheets, Option<&'a str>),
}

/// What every markup function is given.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The data shown.
    pub data: &'a Dataset,
    /// Language of the interface.
    pub lang: Lang,
    /// Where the stylesheet comes from.
    pub style: Style<'a>,
    /// URL of the folder of pictures shown without scripts; `None` where there is none.
    pub pictures: Option<&'a str>,
    /// Draws a gauge into the page, where it stands before any script.
    pub gauge: Option<fn(&Reading) -> Markup>,
    /// Fiscal year of the pace marks.
    pub year: u16,
    /// Made for a widget at work: with the parts that only scripts fill.
    pub is_live: bool,
}

/// Markup as text, with readings set where the language has them, and Japanese marked where it is another's guest.
pub fn text(lang: Lang, markup: Markup) -> String {
    let text = markup.into_string();
    #[cfg(not(small))]
    if !lang.is_japanese() {
        return spoken::mark(&text);
    }
    if lang.has_readings() { ruby::set(&text) } else { text }
}
