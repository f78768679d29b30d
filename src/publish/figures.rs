//! Every figure as an SVG picture: bare for the goldens, with words for readers without scripts.

mod bullets;
mod kpi;
mod lq;
mod quadrant;
mod quadrant_words;
mod swot;
mod trajectories;

use std::io;

pub use bullets::bullets;
pub use kpi::{gauge, gauges};
pub use lq::{lq_dots, lq_heat};
pub use quadrant::{Quadrant, bare as quadrant_marks, bounds_px as quadrant_bounds_px, lq_quadrant, lq_quadrant_named};
pub use swot::swot_links;
pub use trajectories::trajectory;

use super::{Label, MARGIN_PX, SCALE, width_em};
use crate::data::Dataset;
use crate::figure::theme::{LIGHT, Palette, Rgb, Theme};
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

// Words of figures the widgets do not show yet: then they move to `data/locale`.
const FLOOR: &str = "保つ水準";

/// One line of marks and what they mean.
fn key_to(marks: &[(&str, &str, Rgb)], y_px: f64) -> Vec<Label> {
    let mut x_px = MARGIN_PX;
    let mut labels = Vec::new();
    for (mark, text, color) in marks {
        labels.push(Label::new(x_px, y_px, *mark).color(*color).bold());
        labels.push(Label::new(x_px + 20.0, y_px, *text).size(14.0).color(PALETTE.ink_2));
        x_px += 20.0 + 14.0 * width_em(text) + 28.0;
    }
    labels
}

/// Where something was printed, in words.
fn source(data: &Dataset, section: &str) -> String {
    let printed = LANG.fill(Key::PrintedIn, &[("title", &data.outline.title), ("section", section)]);
    format!("{}　{printed}", LANG.text(Key::Source))
}
