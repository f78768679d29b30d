//! Floor 4: the view a visitor has before them, to be taken home: as a sheet of cells, and as a picture.

mod kpi;
mod lq;
pub mod open_data;
mod swot;
mod table;

use std::io;

pub use table::Table;

use crate::data::Dataset;
use crate::locale::{Key, Lang};
use crate::model::fiscal::Day;
use crate::picture::{self, Look};
use crate::widget::lq_many::Selection;
use crate::widget::{Attributes, kpi as kpi_state, lq as lq_state, swot as swot_state};

/// What a widget shows.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// Cross-SWOT matrix.
    Swot(&'a swot_state::State),
    /// Location quotients.
    Lq(&'a lq_state::State),
    /// The same of very many cities, and which of them.
    Many(&'a lq_state::State, &'a Selection),
    /// KPI gauges.
    Kpi(&'a kpi_state::State),
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
pub fn table(shown: Shown<'_>, data: &Dataset, lang: Lang, occasion: Occasion<'_>) -> Table {
    let mut table = match shown {
        Shown::Swot(state) => swot::table(data, lang, state),
        Shown::Lq(state) => lq::table(data, lang, state),
        Shown::Many(state, selection) => lq::many(data, lang, state, selection),
        Shown::Kpi(state) => kpi::table(data, lang, state),
    };
    table.note(lang.text(Key::TakenOn), &occasion.day.to_string());
    table.note(lang.text(Key::LinkTitle), occasion.link);
    table
}

/// The view as an SVG picture with its words. `data` are in the look's language.
///
/// # Errors
/// As [`picture::picture`].
pub fn svg(shown: Shown<'_>, data: &Dataset, look: &Look) -> io::Result<String> {
    match shown {
        Shown::Swot(state) => picture::swot(look, data, state),
        Shown::Lq(state) => {
            let table = data.lq.table(state.base).ok_or(io::ErrorKind::NotFound)?;
            match state.view() {
                lq_state::View::Table => picture::published_heat(look, data, table, state),
                lq_state::View::Dots => picture::published_dots(look, data, table, state),
                // Where nothing may be compared, both cities stand among all.
                lq_state::View::Compare => picture::published_compare(look, data, table, state)
                    .unwrap_or_else(|| picture::published_dots(look, data, table, state)),
                lq_state::View::Quadrant => picture::published_quadrant(look, data, state),
            }
        }
        // A picture holds no thousand columns: there the cities are dots.
        Shown::Many(state, _) if state.view() == lq_state::View::Quadrant => {
            picture::published_quadrant(look, data, state)
        }
        Shown::Many(state, _) => {
            picture::published_dots(look, data, data.lq.table(state.base).ok_or(io::ErrorKind::NotFound)?, state)
        }
        Shown::Kpi(state) => match state.view() {
            kpi_state::View::Gauge => picture::kpi_gauges(look, data, state),
            kpi_state::View::Bullet => picture::kpi_bullets(look, data, state),
            kpi_state::View::Trajectory => picture::kpi_trajectories(look, data, state),
        },
    }
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
