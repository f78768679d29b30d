//! Floor 4: semantic HTML of each widget, written from data and model, never from the picture.
//!
//! Natively these functions make the static page and the shadow trees that elements without a page fetch; in wasm
//! only the small parts that change are used. Whatever can be read is here; scripts add order, light and pictures.

#[cfg(not(small))]
pub mod chain;
#[cfg(not(small))]
pub mod compare;
pub mod frame;
#[cfg(not(small))]
pub mod industry;
#[cfg(not(small))]
pub mod kiosk;
#[cfg(not(small))]
pub mod kiosk_guide;
pub mod kpi;
pub mod lq;
#[cfg(not(small))]
pub mod lq_many;
pub mod notice;
pub mod ruby;
#[cfg(not(small))]
pub mod spoken;
pub mod swot;
#[cfg(not(small))]
pub mod takeaway;
#[cfg(not(small))]
pub mod terms;

#[cfg(not(small))]
pub mod accessibility;
#[cfg(not(small))]
pub mod api;
#[cfg(not(small))]
pub mod glossary;
#[cfg(not(small))]
pub mod guide;
#[cfg(not(small))]
mod guide_form;
#[cfg(not(small))]
pub mod inline;
#[cfg(not(small))]
pub mod page;
#[cfg(not(small))]
pub mod plain;
#[cfg(not(small))]
pub mod snippet;

use crate::data::Dataset;
use crate::locale::Lang;

/// The three widgets: registry of what can be embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Cross-SWOT matrix.
    Swot,
    /// Location quotients.
    Lq,
    /// KPI gauges.
    Kpi,
}

impl Kind {
    /// All widgets, in page order.
    pub const ALL: [Self; 3] = [Self::Swot, Self::Lq, Self::Kpi];

    /// Short name, used in tags (`shigoto-lq`), events and marks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Swot => "swot",
            Self::Lq => "lq",
            Self::Kpi => "kpi",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

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

/// The shadow tree of a widget in its state as loaded.
pub fn widget(kind: Kind, context: &Context<'_>) -> maud::Markup {
    match kind {
        Kind::Swot => swot::widget(context),
        Kind::Lq => lq::widget(context),
        Kind::Kpi => kpi::widget(context),
    }
}
