//! The report card: what was published of a KPI for each fiscal year of the plan, and room for what was not.

use std::slice;

use super::fiscal::Span;
use super::pace::{Status, status};
use crate::data::actuals::Actual;
use crate::data::kpi::Kpi;

/// One fiscal year of one KPI.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year<'a> {
    /// The year.
    pub year: u16,
    /// The reading published for it, and how the KPI stood by that reading; `None` where there is none yet.
    pub told: Option<(&'a Actual, Status)>,
}

/// The years of the plan. A calendar year stands at the fiscal year of the same number, whose own reading goes before.
pub fn years<'a>(kpi: &Kpi, actuals: &'a [Actual], span: Span) -> Vec<Year<'a>> {
    let of = |year: u16| {
        let own = actuals.iter().filter(|actual| actual.id == kpi.id && actual.period.year == year);
        let told = own.max_by_key(|actual| actual.period.is_fiscal);
        Year { year, told: told.map(|actual| (actual, status(kpi, slice::from_ref(actual), span, year))) }
    };
    (span.first..=span.last).map(of).collect()
}
