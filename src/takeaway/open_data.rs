//! Open data: CSV in UTF-8 with BOM and CRLF, numbers as printed without thousands separators.

pub mod strategy;

use crate::data::actuals::COLUMNS;
use crate::data::cells::{BOM, record};
use crate::data::{Dataset, own};
use crate::id::KpiId;
use crate::locale::{Key, decimals_of, fixed};

/// A table that a site publishes of some data: what widgets draw from, or what only pages show.
#[derive(Debug)]
pub struct OpenData<T: 'static = Dataset> {
    /// Its file in `data/`.
    pub file: &'static str,
    /// What it is called.
    pub name: Key,
    /// Its text.
    pub csv: fn(&T) -> String,
}

impl<T> OpenData<T> {
    /// Its file with its text.
    pub fn written(&self, data: &T) -> (&'static str, String) {
        (self.file, (self.csv)(data))
    }
}

/// Every quotient: a row for each industry in each city on each base.
pub fn lq(data: &Dataset) -> String {
    let lq = &data.lq;
    // Where the cities lie is told as well, if it is known: there may be two of a name.
    let is_placed = lq.is_placed() && !lq.cities.is_empty();
    let columns = if is_placed { &own::lq::PLACED[..] } else { &own::lq::COLUMNS };
    let mut text = BOM.to_owned() + &record(columns.iter().copied());
    for table in &lq.tables {
        for row in &table.rows {
            for (city, value) in lq.cities.iter().zip(&row.values) {
                // Nothing, which is what CSV on the web says of a value that is missing.
                let value = value.published().map(|value| fixed(value, lq.decimals)).unwrap_or_default();
                let place = city.prefecture.as_deref().filter(|_| is_placed);
                let fields = [table.base.as_str(), row.industry.as_str(), &city.name, &value];
                text += &record(fields.into_iter().chain(place));
            }
        }
    }
    text
}

/// The KPIs, with pillars and measures by number, as in the attributes and in `strategy.json`.
pub fn kpi(data: &Dataset) -> String {
    let mut text = BOM.to_owned() + &record(own::kpi::COLUMNS);
    for kpi in &data.kpi.kpis {
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

/// The readings of the KPIs.
pub fn actuals(data: &Dataset) -> String {
    let decimals = |id: &KpiId| data.kpi.kpis.iter().find(|kpi| kpi.id == *id).map_or(0, |kpi| kpi.decimals);
    let mut text = BOM.to_owned() + &record(COLUMNS);
    for actual in &data.actuals {
        let value = fixed(actual.value, decimals_of(actual.value, decimals(&actual.id)));
        text += &record([actual.id.as_str(), &actual.period.to_string(), &value, &actual.source, &actual.note]);
    }
    text
}

/// Every box of the matrix.
pub fn swot(data: &Dataset) -> String {
    let swot = &data.swot;
    let mut text = BOM.to_owned() + &record(own::swot::COLUMNS);
    for factor in &swot.factors {
        let note = factor.matrix_note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
        text +=
            &record([&factor.code.to_string(), own::swot::kind_word(factor.code.kind), &(factor.name.clone() + &note)]);
    }
    for strategy in swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies) {
        text += &record([&strategy.code.to_string(), "strategy", &strategy.text]);
    }
    for issue in &swot.issues {
        text += &record([issue.code.as_str(), "issue", &format!("{}　{}", issue.name.trim_start(), issue.text)]);
    }
    text
}
