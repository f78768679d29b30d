//! Every figure as an SVG picture: bare for the goldens, with words for readers without scripts.

mod bullets;
mod kpi;
mod lq;
mod quadrant;
mod swot;
mod trajectories;

use std::io;

pub use bullets::bullets;
pub use kpi::{gauge, gauges};
pub use lq::{lq_dots, lq_heat};
pub use quadrant::{Quadrant, bare as quadrant_marks, bounds_px as quadrant_bounds_px, lq_quadrant, lq_quadrant_named};
pub use swot::swot_links;
pub use trajectories::trajectory;

use super::SCALE;
use crate::data::Dataset;
use crate::figure::theme::{LIGHT, Palette, Theme};
use crate::id::NodeCode;
use crate::locale::{Key, Lang};

/// Language of the published pictures.
const LANG: Lang = Lang::JA;
/// Palette of the published pictures.
const PALETTE: Palette = LIGHT;
const THEME: Theme = Theme { palette: PALETTE, scale: SCALE };
/// Width of the published pictures, CSS px.
const WIDTH_PX: f64 = 1280.0;
/// Distance of a line's baseline from the middle of its box, at 16 px.
const BASELINE_PX: f64 = 5.5;

/// Every published picture by file name. Pace marks stand at the static page's year.
///
/// # Errors
/// As [`super::picture`].
pub fn all(data: &Dataset) -> io::Result<Vec<(String, String)>> {
    let year = super::site::static_year(data);
    let mut files = vec![
        ("kpi-gauges.svg".to_owned(), kpi::published(data, year)?),
        ("kpi-bullets.svg".to_owned(), bullets::published(data, year)?),
        ("kpi-trajectories.svg".to_owned(), trajectories::published(data, year)?),
        ("lq-quadrant.svg".to_owned(), quadrant::published(data)?),
    ];
    for table in &data.lq.tables {
        let base = table.base.as_str();
        files.push((format!("lq-{base}.svg"), lq::published_heat(data, table)?));
        files.push((format!("lq-{base}-dots.svg"), lq::published_dots(data, table)?));
    }
    files.push(("swot-overview.svg".to_owned(), swot::published(data, None)?));
    for issue in &data.swot.issues {
        let code = NodeCode::Issue(issue.code.clone());
        files.push((format!("swot-{code}.svg"), swot::published(data, Some(&code))?));
    }
    Ok(files)
}

/// Where something was printed, in words.
fn source(data: &Dataset, section: &str) -> String {
    let printed = LANG.fill(Key::PrintedIn, &[("title", &data.outline.title), ("section", section)]);
    format!("{}　{printed}", LANG.text(Key::Source))
}
