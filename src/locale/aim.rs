//! What a KPI aims at, in a few words: 10 → 30件, 3.0倍, 毎年の水準.

use super::amount::Amounts;
use super::{Key, Lang, fixed, grouped};
use crate::data::kpi::{Kpi, KpiKind};
use crate::model::ambition::{Ambition, ambition};

/// The words of an aim, to be set side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Baseline and target, or the level to hold.
    pub levels: String,
    /// How far that is.
    pub change: String,
    /// What kind of number it is, where the change does not say it.
    pub kind: Option<&'static str>,
}

impl Aim {
    /// Puts a KPI's aim into words.
    pub fn of(lang: Lang, kpi: &Kpi) -> Self {
        let (baseline, target) = (kpi.baseline.value, kpi.target.value);
        let amounts = Amounts::of(lang, kpi, &[baseline, target]);
        let change = match ambition(kpi) {
            Ambition::Times(ratio, decimals) => lang.fill(Key::AimTimes, &[("ratio", &grouped(ratio, decimals))]),
            Ambition::Change(change) => sign(change).to_owned() + &amounts.whole(change.abs()),
            Ambition::Points(points) => {
                let points = sign(points).to_owned() + &fixed(points.abs(), kpi.decimals);
                lang.fill(Key::AimPoints, &[("points", &points)])
            }
            Ambition::Hold => lang.text(Key::AimHold).to_owned(),
        };
        let levels = match kpi.kind {
            KpiKind::Maintain => amounts.whole(target),
            _ => [&amounts.number(baseline), " → ", &amounts.whole(target)].concat(),
        };
        Self { levels, change, kind: kind(kpi.kind).map(|key| lang.text(key)) }
    }
}

fn sign(change: f64) -> &'static str {
    if change < 0.0 { "−" } else { "+" }
}

fn kind(kind: KpiKind) -> Option<Key> {
    match kind {
        KpiKind::Raise => Some(Key::KindLevel),
        KpiKind::Cumulative => Some(Key::KindCumulative),
        KpiKind::Percentage => Some(Key::KindShare),
        KpiKind::Unstated => Some(Key::KindUnstated),
        KpiKind::Maintain => None,
    }
}
