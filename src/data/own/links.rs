//! What of the links and readings still holds when a part was put in place of ours.

use std::collections::{HashMap, HashSet};

use super::super::Dataset;
use super::super::actuals::Actual;
use super::super::kpi::{Kpi, KpiData};
use super::super::links::{Link, LinkData};
use super::super::lq::LqData;
use super::super::swot::SwotData;
use crate::id::{Base, IndustryId, KpiId};

/// The links of the print that hold between the parts now shown.
pub fn kept(print: &Dataset, own: &Dataset) -> LinkData {
    let mut links = print.links.clone();
    keep_crosswalk(&mut links, &own.lq);
    keep_reasons(&mut links, &print.swot, &own.swot);
    // It speaks of lines.
    if links.factor_strategy.is_empty() && links.strategy_issue.is_empty() {
        links.note.clear();
    }
    links
}

/// Keeps the crosswalk between industries that both tables have, and the evidence from rows that are there.
fn keep_crosswalk(links: &mut LinkData, lq: &LqData) {
    let industries = |base| -> HashSet<&IndustryId> {
        lq.table(base).into_iter().flat_map(|table| &table.rows).map(|row| &row.industry).collect()
    };
    let (output, employees) = (industries(Base::Output), industries(Base::Employees));
    links.crosswalk.retain(|link| {
        link.output.iter().all(|industry| output.contains(industry))
            && link.employees.iter().all(|industry| employees.contains(industry))
    });
    links.evidence.retain(|link| industries(link.base).contains(&link.industry));
}

/// Keeps the editorial links whose ends read as before: a reason speaks of wordings, not of codes.
fn keep_reasons(links: &mut LinkData, before: &SwotData, after: &SwotData) {
    let (before, after) = (wordings(before), wordings(after));
    let is_kept = |code: String| after.get(&code).is_some_and(|wording| before.get(&code) == Some(wording));
    retain(&mut links.factor_strategy, |link| is_kept(link.from.to_string()) && is_kept(link.to.to_string()));
    retain(&mut links.strategy_issue, |link| is_kept(link.from.to_string()) && is_kept(link.to.to_string()));
    retain(&mut links.issue_measure, |link| is_kept(link.from.to_string()));
    links.evidence.retain(|link| is_kept(link.factor.to_string()));
}

fn retain<A, B>(links: &mut Vec<Link<A, B>>, is_kept: impl Fn(&Link<A, B>) -> bool) {
    links.retain(is_kept);
}

/// What each code stands for.
fn wordings(swot: &SwotData) -> HashMap<String, &str> {
    (swot.factors.iter().map(|factor| (factor.code.to_string(), factor.name.as_str())))
        .chain(swot.quadrants.iter().flat_map(|q| &q.strategies).map(|s| (s.code.to_string(), s.text.as_str())))
        .chain(swot.issues.iter().map(|issue| (issue.code.to_string(), issue.text.as_str())))
        .collect()
}

/// Keeps the readings of KPIs that still measure the same from the same start.
pub fn keep_readings(actuals: &mut Vec<Actual>, before: &KpiData, after: &KpiData) {
    let by_id = |data: &KpiData| -> HashMap<KpiId, (String, f64, super::super::kpi::KpiKind)> {
        let measured = |kpi: &Kpi| (kpi.id.clone(), (kpi.unit.clone(), kpi.baseline.value, kpi.kind));
        data.kpis.iter().map(measured).collect()
    };
    let (before, after) = (by_id(before), by_id(after));
    actuals.retain(|actual| after.get(&actual.id).is_some_and(|kpi| before.get(&actual.id) == Some(kpi)));
}
