//! Every published picture: the figures as loaded, in the source's language and by day.

use std::io;

use crate::data::Dataset;
use crate::id::NodeCode;
use crate::locale::Lang;
use crate::picture::{self, Look};
use crate::widget::{kpi, lq, swot};

/// Every published picture by file name. Pace marks stand at a fiscal year.
///
/// # Errors
/// As [`picture::picture`].
pub fn all(lang: Lang, data: &Dataset, year: u16) -> io::Result<Vec<(String, String)>> {
    let look = &Look::published(lang);
    let (kpis, quotients) = (kpi::State::new(data, year), lq::State::new(&data.lq));
    let mut files = vec![
        ("kpi-gauges.svg".to_owned(), picture::kpi_gauges(look, data, &kpis)?),
        ("kpi-bullets.svg".to_owned(), picture::kpi_bullets(look, data, &kpis)?),
        ("kpi-trajectories.svg".to_owned(), picture::kpi_trajectories(look, data, &kpis)?),
        ("lq-quadrant.svg".to_owned(), picture::published_quadrant(look, data, &quotients)?),
    ];
    for table in &data.lq.tables {
        let (base, state) = (table.base.as_str(), lq::State { base: table.base, ..quotients.clone() });
        files.push((format!("lq-{base}.svg"), picture::published_heat(look, data, table, &state)?));
        files.push((format!("lq-{base}-dots.svg"), picture::published_dots(look, data, table, &state)?));
    }
    files.push(("swot-overview.svg".to_owned(), picture::swot(look, data, &swot::State::default())?));
    for issue in &data.swot.issues {
        let code = NodeCode::Issue(issue.code.clone());
        let state = swot::State { select: Some(code.clone()), ..swot::State::default() };
        files.push((format!("swot-{code}.svg"), picture::swot(look, data, &state)?));
    }
    Ok(files)
}
