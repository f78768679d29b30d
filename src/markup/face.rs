//! What pages, running widgets and the kiosk must know of a widget, in one value beside its markup. Whatever concerns
//! every widget walks [`Kind::ALL`] and asks here; what only a published site has of it stands in its `Offer`.

use maud::Markup;

use super::{Context, kpi, lq, swot};
use crate::data::Dataset;
use crate::data::provenance::Origin;
use crate::locale::{Key, Lang};
use crate::model::scenes::Fact;
use crate::widget::Kind;

/// One widget as everything else sees it.
#[derive(Debug)]
pub struct Face {
    /// What it is called.
    pub title: Key,
    /// Its shadow tree in its state as loaded.
    pub tree: fn(&Context<'_>) -> Markup,
    /// The reader's own files that it shows: in place of what was printed, and of what was published since.
    pub files: fn(&Origin) -> [Option<&str>; 2],
    /// How many of the values in these files are not published, in words; empty where all are.
    pub unpublished: fn(Lang, &Dataset) -> String,
    /// Its button in the kiosk.
    pub button: Key,
    /// What is worth showing of its data from afar: its scenes in the kiosk.
    pub facts: for<'a> fn(&'a Dataset) -> Vec<Fact<'a>>,
    /// Width its figure is designed for in the kiosk's loop, CSS px: no narrower, however much height there is.
    pub loop_px: f64,
}

impl Kind {
    /// What is known of it: a widget without a face does not compile.
    pub fn face(self) -> &'static Face {
        match self {
            Self::Swot => &swot::FACE,
            Self::Lq => &lq::FACE,
            Self::Kpi => &kpi::FACE,
        }
    }
}
