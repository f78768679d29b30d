//! Open data: CSV in UTF-8 with BOM and CRLF, numbers as printed without thousands separators.

pub mod columns;
pub mod strategy;

use self::columns::{Column, Datatype, MEASURE, PERIOD, Unit};
use crate::data::actuals::COLUMNS;
use crate::data::cells::{BOM, record};
use crate::data::provenance::Source;
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
    /// Its columns.
    pub columns: fn(&T) -> &'static [Column],
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Where it was printed, where no column says so.
    pub printed: fn(&T) -> Vec<&Source>,
    /// Of when it is, where no column says so.
    pub period: fn(&T) -> Option<String>,
    /// Formulas, definitions, warnings: what must be known to use it rightly. Before each the code of the rows that it is
    /// about, empty where it is about all.
    pub notes: fn(&T) -> Vec<(&str, &str)>,
}

/// The quotients.
pub static LQ: OpenData = OpenData {
    file: "lq.csv",
    name: Key::DataLq,
    csv: lq,
    // The last column is there where its prefecture is known of each city.
    columns: |data| {
        if has_prefectures(data) { &LQ_COLUMNS } else { LQ_COLUMNS.split_last().map_or(&[], |(_, rest)| rest) }
    },
    key: &["base", "industry", "city"],
    printed: |data| data.lq.tables.iter().map(|table| &table.source).collect(),
    period: |_| None,
    notes: |data| {
        let tables = data.lq.tables.iter();
        let notes = tables.flat_map(|table| {
            let notes = [Some(&table.formula), table.note.as_ref(), table.warning.as_ref()];
            notes.into_iter().flatten().map(|note| (table.base.as_str(), note.as_str()))
        });
        notes.filter(|(_, note)| !note.is_empty()).collect()
    },
};

/// The KPIs.
pub static KPI: OpenData = OpenData {
    file: "kpi.csv",
    name: Key::DataKpi,
    csv: kpi,
    columns: |_| &KPI_COLUMNS,
    key: &["id"],
    printed: |data| vec![&data.kpi.source],
    period: |_| None,
    notes: |_| Vec::new(),
};

/// The readings of the KPIs.
pub static ACTUALS: OpenData = OpenData {
    file: "kpi_actuals.csv",
    name: Key::DataActuals,
    csv: actuals,
    columns: |_| &ACTUALS_COLUMNS,
    key: &["id", "period"],
    printed: |_| Vec::new(),
    period: |_| None,
    notes: |_| Vec::new(),
};

/// The matrix.
pub static SWOT: OpenData = OpenData {
    file: "swot.csv",
    name: Key::DataSwot,
    csv: swot,
    columns: |_| &SWOT_COLUMNS,
    key: &["code"],
    printed: |data| vec![&data.swot.source],
    period: |_| None,
    notes: |_| Vec::new(),
};

const BASES: Datatype = Datatype::Code(&[
    ("output", Key::BaseOutput),
    ("establishments", Key::BaseEstablishments),
    ("employees", Key::BaseEmployees),
]);
const KPI_KINDS: Datatype = Datatype::Code(&[
    ("raise", Key::KindLevel),
    ("cumulative", Key::KindCumulative),
    ("maintain", Key::AimHold),
    ("percentage", Key::KindShare),
    ("unstated", Key::KindUnstated),
]);
const BOXES: Datatype = Datatype::Code(&[
    ("strength", Key::Strength),
    ("weakness", Key::Weakness),
    ("opportunity", Key::Opportunity),
    ("threat", Key::Threat),
    ("strategy", Key::SheetStrategy),
    ("issue", Key::KeyIssues),
]);
const OF_KPI: Unit = Unit::In { file: "kpi.csv", column: "unit" };

const LQ_COLUMNS: [Column; 7] = [
    Column::new("base", Key::Base, BASES),
    Column::new("industry", Key::Industry, Datatype::Text),
    Column::new("city", Key::City, Datatype::Text),
    Column::new("lq", Key::Quotient, Datatype::Decimal).in_unit(Unit::Said(Key::UnitRatio)).optional(),
    Column::new("period", Key::ColumnPeriod, Datatype::Text).optional(),
    Column::new("reference_period", Key::ColumnReferencePeriod, Datatype::Text).optional(),
    Column::new("prefecture", Key::ManyPrefecture, Datatype::Text),
];
const KPI_COLUMNS: [Column; 9] = [
    Column::new("id", Key::ColumnKpi, Datatype::Text),
    Column::new("pillar", Key::Pillar, Datatype::Integer).optional(),
    Column::new("measure", Key::SheetMeasure, MEASURE).optional(),
    Column::new("name", Key::SheetKpi, Datatype::Text),
    Column::new("unit", Key::SheetUnit, Datatype::Text).optional(),
    Column::new("kind", Key::SheetKind, KPI_KINDS),
    Column::new("baseline", Key::Baseline, Datatype::Decimal).in_unit(OF_KPI),
    Column::new("baseline_period", Key::SheetBaselinePeriod, PERIOD),
    Column::new("target", Key::Target, Datatype::Decimal).in_unit(OF_KPI),
];
const ACTUALS_COLUMNS: [Column; 5] = [
    Column::new("id", Key::ColumnKpi, Datatype::Text),
    Column::new("period", Key::SheetActualPeriod, PERIOD),
    Column::new("value", Key::SheetActual, Datatype::Decimal).in_unit(OF_KPI),
    Column::new("source", Key::SheetActualSource, Datatype::Text).optional(),
    Column::new("note", Key::SheetNote, Datatype::Text).optional(),
];
const SWOT_COLUMNS: [Column; 3] = [
    Column::new("code", Key::SheetCode, Datatype::Text),
    Column::new("kind", Key::SheetKind, BOXES),
    Column::new("text", Key::SheetText, Datatype::Text),
];

/// Whether a column says where the cities lie, if it is known: there may be two of a name.
fn has_prefectures(data: &Dataset) -> bool {
    data.lq.is_placed() && !data.lq.cities.is_empty()
}

impl<T> OpenData<T> {
    /// Its file with its text.
    pub fn written(&self, data: &T) -> (&'static str, String) {
        (self.file, (self.csv)(data))
    }
}

/// Every quotient: a row for each industry in each city on each base, with the periods of numerator and denominator as
/// printed.
pub fn lq(data: &Dataset) -> String {
    let lq = &data.lq;
    let is_placed = has_prefectures(data);
    let columns = if is_placed { &own::lq::DATED_PLACED[..] } else { &own::lq::DATED };
    let mut text = BOM.to_owned() + &record(columns.iter().copied());
    for table in &lq.tables {
        for row in &table.rows {
            for (city, value) in lq.cities.iter().zip(&row.values) {
                // Nothing, which is what CSV on the web says of a value that is missing.
                let value = value.published().map(|value| fixed(value, lq.decimals)).unwrap_or_default();
                let place = city.prefecture.as_deref().filter(|_| is_placed);
                let fields = [table.base.as_str(), row.industry.as_str(), &city.name, &value];
                let fields = fields.into_iter().chain([&*table.city_period, &table.reference_period]);
                text += &record(fields.chain(place));
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
