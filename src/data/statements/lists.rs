//! The lists of a place's files whose records have ids, and how these are made.

/// How the id of a list's record is made of what tells it from the others.
#[derive(Clone, Copy)]
pub enum Naming {
    /// It is unique by itself.
    Alone,
    /// It stands under its parent's: `output/農業`.
    Under,
    /// It stands under its list's name: `meetings/1`.
    Listed,
    /// It is the parent's and a letter with a number, as in `2-1-p3`.
    Lettered(char),
    /// The record belongs to its parent's: `places[1-1].repeated` is a field of that.
    Within,
}

use Naming::{Alone, Lettered, Listed, Under, Within};

/// Lists of records: how they are called, which fields tell their records apart (none: their place from 1), and how ids are
/// made of these.
const LISTS: [(&str, &[&str], Naming); 27] = [
    ("kpis", &["id"], Alone),
    ("earlier", &["id", "period"], Listed),
    ("places", &["measure"], Within),
    ("cities", &["id"], Listed),
    ("tables", &["base"], Alone),
    ("rows", &["industry"], Under),
    ("factors", &["code"], Alone),
    ("quadrants", &["code"], Alone),
    ("strategies", &["code"], Alone),
    ("issues", &["code"], Alone),
    ("pillars", &["id"], Alone),
    ("measures", &["id"], Alone),
    ("situation", &[], Lettered('s')),
    ("actions", &[], Lettered('a')),
    ("projects", &["number"], Lettered('p')),
    ("works", &["number"], Lettered('w')),
    ("facts", &["id"], Alone),
    ("series", &["id"], Listed),
    ("terms", &["term"], Alone),
    ("categories", &["category"], Alone),
    ("years", &["year"], Under),
    ("areas", &["area"], Alone),
    ("meetings", &["number"], Listed),
    ("members", &["name"], Listed),
    ("former", &["name"], Listed),
    ("observers", &["name"], Listed),
    ("articles", &["number"], Listed),
];

/// Lists of links: what they lead from and to tells them apart.
const LINKS: [(&str, &[&str]); 4] = [
    ("factor_strategy", &["from", "to"]),
    ("strategy_issue", &["from", "to"]),
    ("issue_measure", &["from", "to"]),
    ("evidence", &["factor", "base", "industry"]),
];

/// Which fields tell the records of a list apart, and how their ids are made; `None` where their place does.
pub fn known(list: &str, has_links: bool) -> Option<(&'static [&'static str], Naming)> {
    let links = LINKS.iter().filter(|_| has_links).map(|(name, keys)| (*name, *keys, Listed));
    let mut all = LISTS.iter().copied().chain(links);
    all.find(|(name, ..)| *name == list).map(|(_, keys, naming)| (keys, naming))
}
