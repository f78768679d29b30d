//! The strategy's body adds up: counts of parts to the whole, actors to items, whatever is printed again.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;
use shigoto_widgets::data::items::{Item, ItemKind};
use shigoto_widgets::data::kpi::Kpi;
use shigoto_widgets::data::strategy::{Actor, Measure, Pillar, Project, StrategyData, Work};
use shigoto_widgets::id::MeasureId;
use shigoto_widgets::model::doings::{Doings, extremes};
use shigoto_widgets::model::gaps::{Gaps, measures_of, of_measure};
use shigoto_widgets::model::leads;
use shigoto_widgets::model::tally::Tally;

use crate::common::{library, town};

/// An item: who acts (a bit a kind of actor), and which earlier one of its kind it repeats, if any is there.
type Drawn = (u8, Option<prop::sample::Index>);

/// A measure: how many bullets, then projects, works and by which KPI it is measured.
type DrawnMeasure = (usize, Vec<Drawn>, Vec<Drawn>, Option<usize>);

fn actors_of(bits: u8) -> Vec<Actor> {
    Actor::ALL.into_iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, actor)| actor).collect()
}

/// Names an item: that of an earlier one, if it repeats one.
fn named(kind: &str, known: &mut Vec<(String, u8)>, (bits, repeats): &Drawn) -> (String, u8, bool) {
    if let Some(index) = repeats.filter(|_| !known.is_empty()) {
        let (name, bits) = known[index.index(known.len())].clone();
        return (name, bits, true);
    }
    let name = format!("{kind} {}", known.len());
    known.push((name.clone(), *bits));
    (name, *bits, false)
}

/// Puts what was drawn into a strategy of its own.
fn strategy(drawn: &[Vec<DrawnMeasure>]) -> (StrategyData, Vec<Kpi>) {
    static TOWN: OnceLock<(StrategyData, Kpi)> = OnceLock::new();
    let read = || (town().strategy, town().dataset.kpi.kpis[0].clone());
    let (mut strategy, kpi) = TOWN.get_or_init(read).clone();
    let (example_pillar, example) = (strategy.pillars[0].clone(), strategy.pillars[0].measures[0].clone());
    let (project, work): (Project, Work) = (example.projects[0].clone(), example.works[0].clone());
    let mut kpis: Vec<Kpi> = (0..3).map(|_| Kpi { places: Vec::new(), ..kpi.clone() }).collect();
    let (mut projects, mut works) = (Vec::new(), Vec::new());
    let mut measure = |id: MeasureId, (bullets, own_projects, own_works, measured): &DrawnMeasure| -> Measure {
        if let Some(place) = measured {
            let repeated = !kpis[*place].places.is_empty();
            kpis[*place].places.push(shigoto_widgets::data::kpi::KpiPlace {
                measure: id.clone(),
                repeated,
                ..kpi.places[0].clone()
            });
        }
        let project = |(place, drawn): (usize, &Drawn)| {
            let (name, bits, repeated) = named("project", &mut projects, drawn);
            Project { number: place as u8 + 1, name, actors: actors_of(bits), repeated, ..project.clone() }
        };
        let work = |(place, drawn): (usize, &Drawn)| {
            let (name, bits, repeated) = named("work", &mut works, drawn);
            let marks: Vec<String> = actors_of(bits).iter().map(|actor| format!("会【{}】", actor.printed())).collect();
            let operator = marks.join("、");
            Work { number: place as u8 + 1, name, operator, repeated, ..work.clone() }
        };
        Measure {
            id,
            situation: vec![example.situation[0].clone(); *bullets],
            projects: own_projects.iter().enumerate().map(project).collect(),
            works: own_works.iter().enumerate().map(work).collect(),
            ..example.clone()
        }
    };
    let pillar = |(place, drawn): (usize, &Vec<DrawnMeasure>)| {
        let id = place as u8 + 1;
        let measures = drawn.iter().enumerate();
        let measures = measures.map(|(number, drawn)| measure(format!("{id}-{}", number + 1).parse().unwrap(), drawn));
        Pillar { id, measures: measures.collect(), ..example_pillar.clone() }
    };
    strategy.pillars = drawn.iter().enumerate().map(pillar).collect();
    (strategy, kpis.into_iter().filter(|kpi| !kpi.places.is_empty()).collect())
}

fn drawn() -> impl Strategy<Value = Vec<Vec<DrawnMeasure>>> {
    let item = || (0..16u8, prop::option::weighted(0.3, any::<prop::sample::Index>()));
    let items = || prop::collection::vec(item(), 0..4);
    let measure = (0..3usize, items(), items(), prop::option::weighted(0.7, 0..3usize));
    prop::collection::vec(prop::collection::vec(measure, 0..4), 0..5)
}

fn ids<'a>(items: impl IntoIterator<Item = &'a Item<'a>>) -> BTreeSet<String> {
    items.into_iter().map(Item::id).collect()
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(drawn in drawn()) {
        let (strategy, kpis) = strategy(&drawn);
        let whole = Tally::of_all(strategy.measures(), &kpis);
        let by_pillar: Tally = strategy.pillars.iter().map(|pillar| Tally::of_all(&pillar.measures, &kpis)).sum();
        prop_assert_eq!(whole, by_pillar);
        prop_assert_eq!(whole.measures, drawn.iter().map(Vec::len).sum::<usize>());
        prop_assert_eq!(whole.kpis.own, kpis.len());
        let printed = whole.situation.printed + whole.actions.printed + whole.projects.printed + whole.works.printed;
        prop_assert_eq!(printed, strategy.items().count());
        for count in [whole.situation, whole.actions, whole.projects, whole.works, whole.kpis] {
            prop_assert!(count.own <= count.printed);
        }
    }

    #[test]
    fn whatever_is_printed_again_leads_to_its_first_place(drawn in drawn()) {
        let (strategy, _) = strategy(&drawn);
        for item in strategy.items() {
            let first = strategy.first(&item).unwrap();
            prop_assert!(!first.is_repeated && first.kind == item.kind && first.name == item.name);
            prop_assert_eq!(first.id() == item.id(), !item.is_repeated);
        }
    }

    #[test]
    fn everything_somebody_does_is_in_their_list_once(drawn in drawn()) {
        let (strategy, _) = strategy(&drawn);
        for actor in Actor::ALL {
            let all = Doings::of(&strategy, actor, None);
            let own = strategy.items().filter(|item| item.actors.contains(&actor) && !item.is_repeated);
            let own: Vec<Item> = own.collect();
            prop_assert_eq!(ids(all.projects.iter().chain(&all.works)), ids(&own));
            prop_assert_eq!(all.count(), own.len(), "each once");
            let mut found = BTreeSet::new();
            for pillar in &strategy.pillars {
                let doings = Doings::of(&strategy, actor, Some(pillar.id));
                prop_assert!(doings.projects.iter().all(|item| item.kind == ItemKind::Project));
                for item in doings.projects.iter().chain(&doings.works) {
                    prop_assert!(item.measure.pillar() == pillar.id && item.actors.contains(&actor));
                    found.insert(strategy.first(item).unwrap().id());
                }
            }
            prop_assert_eq!(found, ids(&own), "pillars together hold what all hold");
        }
        if let Some([most, least]) = extremes(&strategy) {
            let count = |actor| Doings::of(&strategy, actor, None).projects.len();
            prop_assert!(Actor::ALL.into_iter().all(|actor| (least.1..=most.1).contains(&count(actor))));
            prop_assert!(most.1 > least.1);
        }
    }

    #[test]
    fn a_measure_is_measured_or_among_the_gaps(drawn in drawn()) {
        let (strategy, kpis) = strategy(&drawn);
        let gaps = Gaps::of(&strategy, &kpis);
        for measure in strategy.measures() {
            let own = of_measure(&kpis, &measure.id).count();
            prop_assert_eq!(gaps.unmeasured.contains(&measure), own == 0);
        }
        prop_assert!(gaps.shared.iter().all(|(kpi, measures)| measures.len() > 1 && measures_of(kpi) == *measures));
        prop_assert!(gaps.only_shared.iter().all(|measure| of_measure(&kpis, &measure.id).next().is_some()));
    }
}

#[test]
fn what_leads_to_a_measure_is_what_the_links_say() {
    let data = library().dataset;
    let mut told = 0;
    for measure in data.outline.pillars.iter().flat_map(|pillar| &pillar.measures) {
        for lead in leads::to_measure(&data, &measure.id) {
            told += 1;
            assert!(
                leads::from_issue(&data, lead.issue)
                    .iter()
                    .any(|(id, reason)| **id == measure.id && *reason == lead.reason)
            );
            assert_eq!(data.swot.issues[lead.place], *lead.issue);
            for (strategy, _, factors) in &lead.directions {
                let is_linked = |factor: &str| {
                    data.links
                        .factor_strategy
                        .iter()
                        .any(|link| link.from.to_string() == factor && link.to == strategy.code)
                };
                assert!(factors.iter().all(|factor| is_linked(&factor.code.to_string())));
            }
        }
    }
    assert_eq!(told, data.links.issue_measure.len());
}
