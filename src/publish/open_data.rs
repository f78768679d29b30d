//! The open data: CSV in UTF-8 with BOM and CRLF, numbers as printed without thousands separators.

use crate::data::actuals::COLUMNS;
use crate::data::cells::{BOM, record};
use crate::data::library::Library;
use crate::data::own;
use crate::id::KpiId;
use crate::locale::{decimals_of, fixed};

/// Every CSV by file name.
pub fn all(library: &Library) -> [(&'static str, String); 4] {
    [
        ("lq.csv", lq(library)),
        ("kpi.csv", kpi(library)),
        ("kpi_actuals.csv", actuals(library)),
        ("swot.csv", swot(library)),
    ]
}

fn lq(library: &Library) -> String {
    let data = &library.dataset.lq;
    // Where the cities lie is told as well, if it is known: there may be two of a name.
    let is_placed = data.is_placed() && !data.cities.is_empty();
    let columns = if is_placed { &own::lq::PLACED[..] } else { &own::lq::COLUMNS };
    let mut text = BOM.to_owned() + &record(columns.iter().copied());
    for table in &data.tables {
        for row in &table.rows {
            for (city, value) in data.cities.iter().zip(&row.values) {
                // Nothing, which is what CSV on the web says of a value that is missing.
                let value = value.published().map(|value| fixed(value, data.decimals)).unwrap_or_default();
                let place = city.prefecture.as_deref().filter(|_| is_placed);
                let fields = [table.base.as_str(), row.industry.as_str(), &city.name, &value];
                text += &record(fields.into_iter().chain(place));
            }
        }
    }
    text
}

/// Pillars and measures by number, as in the attributes and in `strategy.json`.
fn kpi(library: &Library) -> String {
    let mut text = BOM.to_owned() + &record(own::kpi::COLUMNS);
    for kpi in &library.dataset.kpi.kpis {
        let pillar = kpi.home().map(|measure| measure.pillar().to_string()).unwrap_or_default();
        text += &record([
            kpi.id.as_str(),
            &pillar,
            kpi.home().map_or("", |measure| measure.as_str()),
            &kpi.name,
            &kpi.unit,
            kpi.kind.as_str(),
            &fixed(kpi.baseline.value, kpi.decimals),
            &kpi.baseline.period.to_string(),
            &fixed(kpi.target.value, kpi.decimals),
        ]);
    }
    text
}

fn actuals(library: &Library) -> String {
    let decimals = |id: &KpiId| library.dataset.kpi.kpis.iter().find(|kpi| kpi.id == *id).map_or(0, |kpi| kpi.decimals);
    let mut text = BOM.to_owned() + &record(COLUMNS);
    for actual in &library.dataset.actuals {
        let value = fixed(actual.value, decimals_of(actual.value, decimals(&actual.id)));
        text += &record([actual.id.as_str(), &actual.period.to_string(), &value, &actual.source, &actual.note]);
    }
    text
}

fn swot(library: &Library) -> String {
    let data = &library.dataset.swot;
    let mut text = BOM.to_owned() + &record(own::swot::COLUMNS);
    for factor in &data.factors {
        let note = factor.matrix_note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
        text +=
            &record([&factor.code.to_string(), own::swot::kind_word(factor.code.kind), &(factor.name.clone() + &note)]);
    }
    for strategy in data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies) {
        text += &record([&strategy.code.to_string(), "strategy", &strategy.text]);
    }
    for issue in &data.issues {
        text += &record([issue.code.as_str(), "issue", &format!("{}　{}", issue.name.trim_start(), issue.text)]);
    }
    text
}
