//! Floor 4: the view a visitor has before them, to be taken home: as a sheet of cells, and as a picture.

#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod facts;
mod kpi;
mod lq;
pub mod open_data;
mod swot;
mod table;

use std::fmt::Debug;
use std::io;

pub use lq::Many;
pub use table::Table;

use crate::data::Dataset;
use crate::locale::{Key, Lang};
use crate::model::fiscal::Day;
use crate::picture::Look;
use crate::widget::{Attributes, Widget};

/// A view that can be taken home.
pub trait Takeaway: Debug {
    /// As cells with what they rest on. `data` are in the language.
    fn cells(&self, data: &Dataset, lang: Lang) -> Table;
    /// As an SVG picture with its words. `data` are in the look's language.
    ///
    /// # Errors
    /// As [`crate::picture::picture`].
    fn svg(&self, data: &Dataset, look: &Look) -> io::Result<String>;
}

/// A widget's state, of which a site publishes pictures.
pub trait Pictured: Widget + Takeaway {
    /// The sentence above its figure. `data` are in the language.
    fn says(&self, data: &Dataset, lang: Lang) -> String;
}

/// When something is taken, and the link under which it is found again.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The day.
    pub day: Day,
    /// The link.
    pub link: &'a str,
}

/// The view as cells: headings, rows, and below them what it is, says and rests on. `data` are in the language.
pub fn table(shown: &dyn Takeaway, data: &Dataset, lang: Lang, occasion: Occasion<'_>) -> Table {
    let mut table = shown.cells(data, lang);
    table.note(lang.text(Key::TakenOn), &occasion.day.to_string());
    table.note(lang.text(Key::LinkTitle), occasion.link);
    table
}

/// Name of a file without its ending: the widget, its state, the day. Letters every system takes.
pub fn file_stem(kind: &str, attributes: &Attributes, day: Day) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let plain = |value: &String| value.replace(':', "-");
    let values = attributes.iter().map(|(_, value)| plain(value));
    let values: Vec<String> = values.filter(|value| !value.is_empty() && value.chars().all(is_plain)).collect();
    format!("shigoto-{kind}-{}-{day}", values.join("-")).replace("--", "-")
}

/// Where something was printed, or the reader's own file it is from.
fn source(data: &Dataset, lang: Lang, section: &str, file: Option<&str>) -> String {
    match file {
        Some(file) => lang.fill(Key::OwnSource, &[("file", file)]),
        None => lang.fill(Key::PrintedIn, &[("title", &data.outline.title), ("section", section)]),
    }
}
