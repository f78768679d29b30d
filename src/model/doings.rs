//! Who does what: the projects and works of the strategy by kind of actor.

use crate::data::items::{Item, ItemKind};
use crate::data::strategy::{Actor, Measure, StrategyData};

/// Projects that an actor takes part in, and works that it carries out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doings<'a> {
    /// Projects, in printed order.
    pub projects: Vec<Item<'a>>,
    /// Works, in printed order.
    pub works: Vec<Item<'a>>,
}

impl<'a> Doings<'a> {
    /// What an actor does under one pillar, or under all. Each project and work counts once, at its first place among
    /// those looked at; one that two pillars print is done under both.
    pub fn of(strategy: &'a StrategyData, actor: Actor, pillar: Option<u8>) -> Self {
        let mut doings = Self::default();
        let measures = strategy.measures().filter(|measure| pillar.is_none_or(|id| measure.id.pillar() == id));
        for item in measures.flat_map(Measure::items).filter(|item| item.actors.contains(&actor)) {
            let list = match item.kind {
                ItemKind::Project => &mut doings.projects,
                ItemKind::Work => &mut doings.works,
                ItemKind::Situation | ItemKind::Action => continue,
            };
            let first = |item: &Item<'a>| strategy.first(item).map(|first| first.id());
            if !list.iter().any(|known| first(known) == first(&item)) {
                list.push(item);
            }
        }
        doings
    }

    /// How many they are together.
    pub fn count(&self) -> usize {
        self.projects.len() + self.works.len()
    }
}

/// The actors with the most and with the fewest projects of their own, with how many these are; `None` where all take part
/// in as many, or there are no projects.
pub fn extremes(strategy: &StrategyData) -> Option<[(Actor, usize); 2]> {
    let count = |actor| (actor, Doings::of(strategy, actor, None).projects.len());
    let counts = Actor::ALL.map(count);
    let most = counts.into_iter().reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    let least = counts.into_iter().reduce(|least, next| if next.1 < least.1 { next } else { least })?;
    let is_alone = |found: (Actor, usize)| counts.iter().filter(|(_, count)| *count == found.1).count() == 1;
    (is_alone(most) && is_alone(least)).then_some([most, least])
}
