//! What no KPI measures, and which KPIs several measures share. KPIs are printed for measures: none stands for a project or
//! a work alone.

use crate::data::kpi::Kpi;
use crate::data::strategy::{Measure, StrategyData};
use crate::id::MeasureId;

/// What is measured, and what is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps<'a> {
    /// Measures without a KPI.
    pub unmeasured: Vec<&'a Measure>,
    /// Measures whose KPIs are all printed for another measure as well.
    pub only_shared: Vec<&'a Measure>,
    /// KPIs that several measures share, each with those.
    pub shared: Vec<(&'a Kpi, Vec<&'a MeasureId>)>,
}

impl<'a> Gaps<'a> {
    /// Looks for them.
    pub fn of(strategy: &'a StrategyData, kpis: &'a [Kpi]) -> Self {
        let mut gaps = Self::default();
        for measure in strategy.measures() {
            let own: Vec<&Kpi> = of_measure(kpis, &measure.id).collect();
            if own.is_empty() {
                gaps.unmeasured.push(measure);
            } else if own.iter().all(|kpi| measures_of(kpi).len() > 1) {
                gaps.only_shared.push(measure);
            }
        }
        let all = kpis.iter().map(|kpi| (kpi, measures_of(kpi)));
        gaps.shared = all.filter(|(_, measures)| measures.len() > 1).collect();
        gaps
    }
}

/// The KPIs printed for a measure.
pub fn of_measure<'a>(kpis: &'a [Kpi], measure: &MeasureId) -> impl Iterator<Item = &'a Kpi> {
    kpis.iter().filter(move |kpi| kpi.places.iter().any(|place| place.measure == *measure))
}

/// The measures that a KPI is printed for.
pub fn measures_of(kpi: &Kpi) -> Vec<&MeasureId> {
    kpi.places.iter().map(|place| &place.measure).collect()
}
