//! What the strategy's body comes to, in words: the finding over its map, counts that say of how many, names of actors.

use super::names::things;
use super::{Key, Lang};
use crate::data::items::Item;
use crate::data::kpi::Kpi;
use crate::data::strategy::{Actor, StrategyData};
use crate::id::digits;
use crate::model::doings::extremes;
use crate::model::tally::{Count, Tally};

/// A number in digits.
fn number(count: usize) -> String {
    digits(count as u64)
}

/// What the strategy has: pillars, measures and works of their own.
pub fn finding(lang: Lang, strategy: &StrategyData, kpis: &[Kpi]) -> String {
    let tally = Tally::of_all(strategy.measures(), kpis);
    let values = [
        ("pillars", things(lang, strategy.pillars.len())),
        ("measures", number(tally.measures)),
        ("works", number(tally.works.own)),
    ];
    fill(lang, Key::MapFinding, &values)
}

/// Who takes part in most projects and who in fewest, where these are one each.
pub fn special(lang: Lang, strategy: &StrategyData, kpis: &[Kpi]) -> Option<String> {
    let of = Tally::of_all(strategy.measures(), kpis).projects.own;
    let [most, least] = extremes(strategy)?;
    let values = [
        ("of", number(of)),
        ("most", actor(lang, most.0).to_owned()),
        ("many", things(lang, most.1)),
        ("least", actor(lang, least.0).to_owned()),
        ("few", things(lang, least.1)),
    ];
    Some(fill(lang, if most.1 == of { Key::MapSpecialAll } else { Key::MapSpecial }, &values))
}

/// Of how many printed ones how many are of their own.
pub fn counts(lang: Lang, tally: &Tally) -> String {
    let values = [
        ("projects", number(tally.projects.own)),
        ("projects_all", number(tally.projects.printed)),
        ("works", number(tally.works.own)),
        ("works_all", number(tally.works.printed)),
        ("kpis", number(tally.kpis.own)),
        ("kpis_all", number(tally.kpis.printed)),
    ];
    fill(lang, Key::MapCounts, &values)
}

/// How many projects, works and KPIs are printed, and how many of these again.
pub fn sums(lang: Lang, tally: &Tally) -> String {
    let part = |count: Count| number(count.printed);
    let values = [("projects", part(tally.projects)), ("works", part(tally.works)), ("kpis", part(tally.kpis))];
    let again = [tally.projects, tally.works, tally.kpis].map(|count| count.printed - count.own).iter().sum();
    let sums = fill(lang, Key::MapSums, &values);
    if again == 0 {
        return sums;
    }
    sums + &lang.fill(Key::Bracketed, &[("text", &fill(lang, Key::MapAgain, &[("count", number(again))]))])
}

/// What an actor is called.
pub fn actor(lang: Lang, actor: Actor) -> &'static str {
    lang.text(match actor {
        Actor::Industry => Key::ActorIndustry,
        Actor::Academia => Key::ActorAcademia,
        Actor::Finance => Key::ActorFinance,
        Actor::Government => Key::ActorGovernment,
    })
}

/// Several actors in one line.
pub fn actors(lang: Lang, actors: &[Actor]) -> String {
    let names: Vec<&str> = actors.iter().map(|one| actor(lang, *one)).collect();
    names.join(lang.text(Key::ListComma))
}

/// Where an item that is printed again stands first.
pub fn again(lang: Lang, first: &Item<'_>) -> String {
    let place = fill(lang, Key::ItemMeasure, &[("id", first.measure.to_string())]);
    fill(lang, Key::ItemAgain, &[("place", place)])
}

/// A text filled in with values of its own.
pub fn fill(lang: Lang, key: Key, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    lang.fill(key, &values)
}
