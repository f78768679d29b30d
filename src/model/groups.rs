//! KPIs in groups: by what kind of number they are, or by pillar.

use super::ambition::{Ambition, ambition};
use crate::data::kpi::{Kpi, KpiKind};
use crate::data::strategy::Outline;
use crate::id::MeasureId;

/// What KPIs are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Kind of number: yearly levels, running totals, shares, what is to be held.
    Kind,
    /// Pillar of the strategy.
    Pillar,
}

impl Grouping {
    /// All groupings; the first is the default.
    pub const ALL: [Self; 2] = [Self::Kind, Self::Pillar];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Pillar => "pillar",
        }
    }
}

/// What the KPIs of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// Their kind, and whether every target lies above its baseline.
    Kind(KpiKind, bool),
    /// Their pillar; `None` of those that belong to none.
    Pillar(Option<u8>),
}

/// KPIs that stand together; at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// What they have in common.
    pub common: Common,
    /// The KPIs in the order shown.
    pub kpis: Vec<&'a Kpi>,
}

/// The order of the kinds: a level whose kind nobody states stands beside the levels.
const KINDS: [KpiKind; 5] =
    [KpiKind::Raise, KpiKind::Unstated, KpiKind::Cumulative, KpiKind::Percentage, KpiKind::Maintain];

/// The KPIs in groups, none of them empty. Within a kind the most ambitious come first, as far as that can be compared;
/// within a pillar the printed order stays.
pub fn groups<'a>(kpis: &'a [Kpi], outline: &Outline, grouping: Grouping) -> Vec<Group<'a>> {
    let of = |common: Common, is_in: &dyn Fn(&Kpi) -> bool| Group {
        common,
        kpis: kpis.iter().filter(|kpi| is_in(kpi)).collect(),
    };
    let mut groups: Vec<Group<'_>> = match grouping {
        Grouping::Kind => {
            KINDS.into_iter().map(|kind| by_ambition(of(Common::Kind(kind, true), &|kpi| kpi.kind == kind))).collect()
        }
        Grouping::Pillar => {
            let known = outline.pillars.iter().map(|pillar| Some(pillar.id));
            let pillar = |kpi: &Kpi| kpi.home().map(MeasureId::pillar);
            known.chain([None]).map(|id| of(Common::Pillar(id), &|kpi| pillar(kpi) == id)).collect()
        }
    };
    groups.retain(|group| !group.kpis.is_empty());
    groups
}

fn by_ambition(mut group: Group<'_>) -> Group<'_> {
    group.kpis.sort_by(|one, other| distance(other).total_cmp(&distance(one)));
    if let Common::Kind(_, rises) = &mut group.common {
        *rises = group.kpis.iter().all(|kpi| kpi.target.value >= kpi.baseline.value);
    }
    group
}

/// How far a target is, where KPIs of one kind can be compared: 3 times as much is as far as a third. Nothing otherwise.
fn distance(kpi: &Kpi) -> f64 {
    match ambition(kpi) {
        Ambition::Times(..) => (kpi.target.value / kpi.baseline.value).ln().abs(),
        Ambition::Points(points) => points.abs(),
        Ambition::Change(_) | Ambition::Hold => 0.0,
    }
}
