//! Floor 4: semantic HTML of each widget, written from data and model, never from the picture.
//!
//! Natively these functions make the static page and the shadow trees that elements without a page fetch; in wasm
//! only the small parts that change are used. Whatever can be read is here; scripts add order, light and pictures.

#[cfg(not(small))]
pub mod chain;
#[cfg(not(small))]
pub mod compare;
pub mod face;
pub mod frame;
#[cfg(not(small))]
pub mod industry;
#[cfg(not(small))]
pub mod inline;
#[cfg(not(small))]
pub mod kiosk;
pub mod kpi;
pub mod lq;
#[cfg(not(small))]
pub mod lq_many;
pub mod notice;
#[cfg(not(small))]
pub mod spoken;
pub mod swot;
#[cfg(not(small))]
pub mod takeaway;
#[cfg(not(small))]
pub mod terms;

// What only a rendered site has.
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod accessibility;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod api;
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
pub mod offer;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod page;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod plain;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod snippet;

use crate::data::Dataset;
use crate::locale::{Lang, ruby};

/// Where a page and the shadow trees in it have their stylesheet from.
#[derive(Clone, Copy)]
pub enum Style<'a> {
    /// Whoever shows the markup brings it.
    Brought,
    /// A file.
    Linked(&'a str),
    /// The text itself.
    Inlined(&'a str),
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
    /// Fiscal year of the pace marks.
    pub year: u16,
    /// Made for a widget at work: with the parts that only scripts fill.
    pub is_live: bool,
}

/// Markup as text, with readings set where the language has them, and Japanese marked where it is another's guest.
pub fn text(lang: Lang, markup: maud::Markup) -> String {
    let text = markup.into_string();
    #[cfg(not(small))]
    if !lang.is_japanese() {
        return spoken::mark(&text);
    }
    if lang.has_readings() { ruby::set(&text) } else { text }
}
