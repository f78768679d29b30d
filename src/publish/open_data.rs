//! The open data of a site: every table that a widget offers, and those of what only pages show.

use crate::data::Dataset;
use crate::data::facts::{Moment, When};
use crate::data::kpi::Period;
use crate::data::library::Library;
use crate::data::strategy::StrategyData;
use crate::locale::Key;
use crate::takeaway::facts::{CIRCULATION, MARKET, PROSE};
use crate::takeaway::open_data::OpenData;
use crate::takeaway::open_data::strategy::{COLUMNS, strategy};
use crate::widget::Kind;

/// The strategy's body.
pub static STRATEGY: OpenData<Library> = OpenData {
    file: "strategy.csv",
    name: Key::DataStrategy,
    csv: |library| strategy(&library.strategy, &library.dataset.kpi.kpis),
    columns: |_| &COLUMNS,
    // A KPI stands under each measure that it is printed under.
    key: &["id", "parent"],
    printed: |library| library.strategy.pillars.iter().map(|pillar| &pillar.source).collect(),
    period: |library| {
        let moment = |year| Moment { period: Period { year, is_fiscal: true }, month: None };
        let StrategyData { first_fiscal_year, last_fiscal_year, .. } = library.strategy;
        Some(When::Span(moment(first_fiscal_year), Some(moment(last_fiscal_year))).to_string())
    },
    notes: |_| Vec::new(),
};

/// Every table of a widget, in the order of the widgets.
pub fn tables() -> impl Iterator<Item = &'static OpenData> {
    Kind::ALL.into_iter().flat_map(|kind| kind.offer().tables.iter().copied())
}

/// Every CSV of a widget by file name.
pub fn all(data: &Dataset) -> Vec<(&'static str, String)> {
    tables().map(|table| table.written(data)).collect()
}

/// Every CSV of what only pages show, as far as the place has it.
pub fn of_pages(library: &Library) -> Vec<(&'static str, String)> {
    let facts = &library.facts;
    let tables = [
        Some(STRATEGY.written(library)),
        Some(PROSE.written(&facts.prose)),
        facts.market.as_ref().map(|market| MARKET.written(market)),
        facts.circulation.as_ref().map(|circulation| CIRCULATION.written(circulation)),
    ];
    tables.into_iter().flatten().collect()
}
