//! How many of each thing the strategy prints, for a measure, a pillar or all of it: the parts add up to the whole.

use std::iter::Sum;
use std::ops::Add;

use crate::data::items::ItemKind;
use crate::data::kpi::Kpi;
use crate::data::strategy::Measure;

/// How many of one thing are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Every time.
    pub printed: usize,
    /// For the first time: without 再掲.
    pub own: usize,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Measures.
    pub measures: usize,
    /// Bullets of 現状と課題.
    pub situation: Count,
    /// Bullets of 施策の展開.
    pub actions: Count,
    /// Projects.
    pub projects: Count,
    /// Current works.
    pub works: Count,
    /// KPIs.
    pub kpis: Count,
}

impl Count {
    /// Counts what says of itself whether it is printed again.
    fn of(are_repeated: impl IntoIterator<Item = bool>) -> Self {
        let ones = are_repeated.into_iter().map(|is_repeated| Self { printed: 1, own: usize::from(!is_repeated) });
        ones.fold(Self::default(), Add::add)
    }
}

impl Tally {
    /// Counts what stands under a measure.
    pub fn of(measure: &Measure, kpis: &[Kpi]) -> Self {
        let items = |kind| Count::of(measure.items().filter(|item| item.kind == kind).map(|item| item.is_repeated));
        let places = kpis.iter().flat_map(|kpi| &kpi.places).filter(|place| place.measure == measure.id);
        let [situation, actions, projects, works] = ItemKind::ALL.map(items);
        Self { measures: 1, situation, actions, projects, works, kpis: Count::of(places.map(|place| place.repeated)) }
    }

    /// Counts what stands under several.
    pub fn of_all<'a>(measures: impl IntoIterator<Item = &'a Measure>, kpis: &[Kpi]) -> Self {
        measures.into_iter().map(|measure| Self::of(measure, kpis)).sum()
    }
}

impl Add for Count {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { printed: self.printed + other.printed, own: self.own + other.own }
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            measures: self.measures + other.measures,
            situation: self.situation + other.situation,
            actions: self.actions + other.actions,
            projects: self.projects + other.projects,
            works: self.works + other.works,
            kpis: self.kpis + other.kpis,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}
