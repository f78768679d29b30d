//! What a published site has of a widget, in one value: how it is described, embedded, read without scripts and taken as
//! data. Pages, guide, manifest, types and open data walk [`Kind::ALL`] and ask here.

pub mod facts;
mod kpi;
mod lq;
pub mod map;
mod swot;

use super::api::{Declared, Own};
use super::plain::{Page, Plain};
use crate::data::Dataset;
use crate::takeaway::Pictured;
use crate::takeaway::open_data::OpenData;
use crate::widget::{Attributes, Kind, Widget};

/// What is offered of one widget.
#[derive(Debug)]
pub struct Offer {
    /// What its class and its types are called: `Swot` in `ShigotoSwotElement` and `SwotState`.
    pub noun: &'static str,
    /// What it is, for developers.
    pub about: &'static str,
    /// Name of the page that it has for itself, without language and type.
    pub page: &'static str,
    /// Its own attributes.
    pub attributes: &'static [Own],
    /// Parts of its shadow tree, each of `api::PARTS`.
    pub parts: &'static [&'static str],
    /// What the guide's examples choose without scripts, where there is a choice: an attribute, and which of its values.
    pub example: Option<(&'static str, usize)>,
    /// Its pages of plain HTML.
    pub plain: fn(&Plain<'_>) -> Vec<Page>,
    /// The attribute that chooses among those pages, where there are several.
    pub part: Option<&'static str>,
    /// Its state as loaded in a fiscal year, to be pictured.
    pub state: fn(&Dataset, u16) -> Box<dyn Pictured>,
    /// Its published pictures; the guide's default comes first.
    pub pictures: fn(&Dataset) -> Vec<Picture>,
    /// Its tables of open data.
    pub tables: &'static [&'static OpenData],
}

/// A published picture: a file, and the attributes that its widget shows the same with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its file in `figures/`.
    pub file: String,
    /// The widget's attributes; all others have their defaults.
    pub attributes: Attributes,
    /// The guide has code to copy for it.
    pub is_in_guide: bool,
}

impl Picture {
    fn new(file: impl Into<String>, attributes: Attributes) -> Self {
        Self { file: file.into(), attributes, is_in_guide: true }
    }

    /// Kept from the guide.
    fn apart(self) -> Self {
        Self { is_in_guide: false, ..self }
    }
}

/// Elements that need no wasm: their scripts put a tree of the page to work.
pub const PLAIN: [&Declared; 2] = [&map::DECLARED, &facts::DECLARED];

/// Every element: the widgets, then those that need no wasm.
pub fn elements() -> impl Iterator<Item = Declared> {
    Kind::ALL.into_iter().map(Declared::of).chain(PLAIN.map(|element| *element))
}

/// A state as loaded.
fn loaded<S: Pictured + Widget + 'static>(data: &Dataset, year: u16) -> Box<dyn Pictured> {
    Box::new(S::loaded(data, year))
}

impl Kind {
    /// What is offered of it: a widget without an offer does not compile.
    pub fn offer(self) -> &'static Offer {
        match self {
            Self::Swot => &swot::OFFER,
            Self::Lq => &lq::OFFER,
            Self::Kpi => &kpi::OFFER,
        }
    }
}
