//! What pages, running widgets and the kiosk must know of a widget, in one value beside its markup. Whatever concerns
//! every widget walks [`Kind::ALL`](crate::widget::Kind::ALL) and asks its face; what only a published site has of it stands in its `Offer`.

use maud::Markup;

use super::Context;
use crate::data::Dataset;
use crate::data::provenance::Origin;
use crate::locale::{Key, Lang};
use crate::model::scenes::Fact;

/// One widget as everything else sees it.
#[derive(Debug)]
pub struct Face {
    /// What it is called.
    pub title: Key,
    /// What it asks of its data: its heading where it finds nothing.
    pub question: Key,
    /// What it finds in its data: its heading, and the words of the way that leads to it.
    pub finding: fn(Lang, &Dataset) -> Option<String>,
    /// Its shadow tree in its state as loaded.
    pub tree: fn(&Context<'_>) -> Markup,
    /// The reader's own files that it shows: in place of what was printed, and of what was published since.
    pub files: fn(&Origin) -> [Option<&str>; 2],
    /// How many of the values in these files are not published, in words; empty where all are.
    pub unpublished: fn(Lang, &Dataset) -> String,
    /// What was recognised in them, in words; empty where they are in our own form.
    pub recognised: fn(Lang, &Dataset) -> String,
    /// Its button in the kiosk.
    pub button: Key,
    /// What is worth showing of its data from afar: its scenes in the kiosk.
    pub facts: for<'a> fn(&'a Dataset) -> Vec<Fact<'a>>,
    /// Width its figure is designed for in the kiosk's loop, CSS px: no narrower, however much height there is.
    pub loop_px: f64,
}

impl Face {
    /// What stands over the widget: what it finds in `data`, else what it asks. `data` are in the language already, see
    /// [`Lang::translated`].
    pub fn heading(&self, lang: Lang, data: &Dataset) -> String {
        (self.finding)(lang, data).unwrap_or_else(|| lang.text(self.question).to_owned())
    }
}
