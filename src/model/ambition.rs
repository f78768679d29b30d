//! How far a target lies from its baseline, in the measure that suits the KPI's kind.

use crate::data::kpi::{Kpi, KpiKind};

/// What a target asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ambition {
    /// This many times the baseline, with so many decimals.
    Times(f64, u8),
    /// So many more, or fewer, in the KPI's unit.
    Change(f64),
    /// So many percentage points.
    Points(f64),
    /// The baseline itself, to be held.
    Hold,
}

/// What a KPI's target asks for. A running total tells what is to be added, not how many times what was counted first; so
/// does a level that starts from zero, falls to zero, or changes by less than a ratio can show.
///
/// ```
/// use shigoto_widgets::model::ambition::{Ambition, times};
/// assert_eq!(times(10.0, 30.0), Some(Ambition::Times(3.0, 1)));
/// assert_eq!(times(1175.0, 1669.0), Some(Ambition::Times(1.42, 2)));
/// assert_eq!([times(0.0, 3.0), times(12.0, 0.0), times(5000.0, 5001.0)], [None; 3]);
/// ```
pub fn ambition(kpi: &Kpi) -> Ambition {
    let (baseline, target) = (kpi.baseline.value, kpi.target.value);
    match kpi.kind {
        KpiKind::Maintain => Ambition::Hold,
        KpiKind::Percentage => Ambition::Points(target - baseline),
        KpiKind::Cumulative => Ambition::Change(target - baseline),
        KpiKind::Raise | KpiKind::Unstated => times(baseline, target).unwrap_or(Ambition::Change(target - baseline)),
    }
}

/// The target as a multiple of the baseline; `None` where there is none, or it would read as nothing or as no change.
pub fn times(baseline: f64, target: f64) -> Option<Ambition> {
    if baseline <= 0.0 {
        return None;
    }
    let ratio = target / baseline;
    let decimals = match ratio {
        ..2.0 => 2,
        2.0..100.0 => 1,
        _ => 0,
    };
    let scale = 10f64.powi(decimals.into());
    let rounded = (ratio * scale).round() / scale;
    let tells = rounded > 0.0 && (rounded - 1.0).abs() > f64::EPSILON;
    tells.then_some(Ambition::Times(rounded, decimals))
}
