//! A fact as a poster, to be read from three metres: one idea, at most seven rows of marks, each with its number.

use super::cross_swot::{Reach, reach, toward};
use super::crosswalk::Pair;
use super::scenes::{Fact, Quotient};
use crate::data::Dataset;
use crate::data::kpi::{Earlier, Kpi, KpiKind};
use crate::data::lq::City;
use crate::data::strategy::PillarName;
use crate::data::swot::Issue;
use crate::id::{Base, IndustryId, NodeCode};

/// As many rows as an eye takes in at a glance.
pub const MOST_ROWS: usize = 7;
/// Names of industries are long: fewer of them have room.
const MOST_INDUSTRIES: usize = 3;
/// As many tiles as a row has room for.
pub const MOST_TILES: usize = 24;

/// What a poster draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Poster<'a> {
    /// Bars from zero on one scale.
    Bars {
        /// One a row, the largest first where they are compared.
        bars: Vec<Bar<'a>>,
        /// The value at the end of the scale.
        end: f64,
        /// Whether a line stands at 1, the value of the reference area.
        has_one: bool,
    },
    /// Rows of tiles, one for each thing that is counted.
    Tiles(Vec<Pile<'a>>),
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<'a> {
    /// What it is of.
    pub name: Name<'a>,
    /// Its value; `None` where it is not published.
    pub value: Option<f64>,
    /// Whether it is what the poster is about.
    pub is_subject: bool,
    /// Whether it is aimed at, not yet there.
    pub is_aim: bool,
    /// The other end of a difference that the poster is about.
    pub gap: Option<f64>,
}

/// Tiles of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Pile<'a> {
    /// What they have in common.
    pub name: Name<'a>,
    /// How many there are.
    pub count: usize,
    /// Whether it is what the poster is about.
    pub is_subject: bool,
}

/// What a row is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Name<'a> {
    /// A city.
    City(&'a City),
    /// An industry.
    Industry(&'a IndustryId),
    /// What quotients are of.
    Base(Base),
    /// A KPI's value before its baseline.
    Earlier(&'a Earlier),
    /// A KPI's baseline.
    Baseline(&'a Kpi),
    /// A KPI's target.
    Target(&'a Kpi),
    /// A key issue.
    Issue(&'a Issue),
    /// A pillar.
    Pillar(&'a PillarName),
    /// KPIs to raise.
    ToRaise,
    /// KPIs to lower.
    ToLower,
    /// KPIs to maintain.
    ToHold,
    /// Factors of the matrix.
    Factors,
    /// Directions of the matrix.
    Directions,
    /// Measures.
    Measures,
}

/// The poster of a fact; `None` where it has none, or its numbers have no place on one.
pub fn poster<'a>(data: &'a Dataset, fact: &Fact<'a>) -> Option<Poster<'a>> {
    match fact {
        Fact::AloneAbove(cell) | Fact::Largest(cell) | Fact::Zero(cell) => by_city(data, cell),
        Fact::Top(cell, _) => by_industry(data, cell),
        Fact::Split(_, pair) => Some(by_base(pair)),
        Fact::Goals { raise, lower, maintain } => {
            let kinds = [(Name::ToRaise, *raise), (Name::ToLower, *lower), (Name::ToHold, *maintain)];
            tiles(kinds.into_iter().filter(|(_, count)| *count > 0), None)
        }
        Fact::Maintain(kpi) => held(data, kpi),
        Fact::Furthest(kpi) => furthest(kpi),
        Fact::Years => None,
        Fact::Factor(_, reach) => by_issue(data, |issue| steps_to(reach, issue), None),
        Fact::Issue(_, reach) => {
            let counts = [
                (Name::Factors, reach.factors().count()),
                (Name::Directions, reach.strategies().count()),
                (Name::Measures, reach.measures.len()),
            ];
            tiles(counts.into_iter(), None)
        }
        Fact::Directions { most, .. } => by_issue(data, |issue| toward(&data.links, &issue.code), *most),
        Fact::Works { .. } => tiles(pillars(data, |pillar| pillar.works), None),
        Fact::Measures { .. } => tiles(pillars(data, |pillar| pillar.measures.len()), None),
    }
}

fn pillars(data: &Dataset, count: impl Fn(&PillarName) -> usize) -> impl Iterator<Item = (Name<'_>, usize)> {
    data.outline.pillars.iter().map(move |pillar| (Name::Pillar(pillar), count(pillar)))
}

/// Rows of tiles, where all have room.
fn tiles<'a>(counts: impl Iterator<Item = (Name<'a>, usize)>, subject: Option<&Issue>) -> Option<Poster<'a>> {
    let is_subject = |name: &Name<'_>| matches!((name, subject), (Name::Issue(one), Some(other)) if *one == other);
    let piles: Vec<Pile<'a>> =
        counts.map(|(name, count)| Pile { is_subject: is_subject(&name), name, count }).collect();
    let has_room = (1..=MOST_ROWS).contains(&piles.len()) && piles.iter().all(|pile| pile.count <= MOST_TILES);
    (has_room && piles.iter().any(|pile| pile.count > 0)).then_some(Poster::Tiles(piles))
}

/// Directions by the key issue they lead to, the issue that most lead to first.
fn by_issue<'a>(data: &'a Dataset, count: impl Fn(&Issue) -> usize, subject: Option<&Issue>) -> Option<Poster<'a>> {
    let mut counts: Vec<_> = data.swot.issues.iter().map(|issue| (Name::Issue(issue), count(issue))).collect();
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    tiles(counts.into_iter(), subject)
}

/// How many of the directions reached lead to an issue.
fn steps_to(reach: &Reach<'_>, issue: &Issue) -> usize {
    let to = NodeCode::Issue(issue.code.clone());
    reach.steps.iter().filter(|step| step.to == to).count()
}

/// How many directions lead to more than one key issue.
pub fn shared(data: &Dataset) -> usize {
    let codes = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies).map(|strategy| strategy.code);
    codes.filter(|code| reach(&data.links, &NodeCode::Strategy(*code)).issues().count() > 1).count()
}

fn bar(name: Name<'_>, value: Option<f64>, is_subject: bool) -> Bar<'_> {
    Bar { name, value, is_subject, is_aim: false, gap: None }
}

/// Bars of quotients with the reference area's line.
fn quotients(bars: Vec<Bar<'_>>) -> Poster<'_> {
    let end = bars.iter().filter_map(|bar| bar.value).fold(1.0, f64::max);
    Poster::Bars { bars, end, has_one: true }
}

/// One industry in several cities, the largest quotient first. Where there are more cities than rows, the subject stays.
fn by_city<'a>(data: &'a Dataset, cell: &Quotient<'a>) -> Option<Poster<'a>> {
    let row = data.lq.table(cell.base)?.rows.iter().find(|row| row.industry == *cell.industry)?;
    let of = |(city, value): (&'a City, &crate::data::quotient::Quotient)| {
        bar(Name::City(city), value.published(), city.id == cell.city.id)
    };
    let mut bars: Vec<Bar<'a>> = data.lq.cities.iter().zip(&row.values).map(of).collect();
    bars.sort_by(|one, other| descending(one.value, other.value));
    while bars.len() > MOST_ROWS {
        let last = bars.iter().rposition(|bar| !bar.is_subject)?;
        bars.remove(last);
    }
    Some(quotients(bars))
}

/// A city's industries with the largest quotients.
fn by_industry<'a>(data: &'a Dataset, cell: &Quotient<'a>) -> Option<Poster<'a>> {
    let (table, column) = (data.lq.table(cell.base)?, data.lq.column(&cell.city.id)?);
    let mut bars: Vec<Bar<'a>> = table
        .rows
        .iter()
        .map(|row| bar(Name::Industry(&row.industry), row.value(column), row.industry == *cell.industry))
        .collect();
    bars.sort_by(|one, other| descending(one.value, other.value));
    bars.truncate(MOST_INDUSTRIES);
    Some(quotients(bars))
}

/// The larger first; what is not published last.
fn descending(one: Option<f64>, other: Option<f64>) -> std::cmp::Ordering {
    let value = |value: Option<f64>| value.unwrap_or(f64::NEG_INFINITY);
    value(other).total_cmp(&value(one))
}

fn by_base<'a>(pair: &Pair<'a>) -> Poster<'a> {
    let of = |base, value, is_subject| bar(Name::Base(base), Some(value), is_subject);
    quotients(vec![of(Base::Output, pair.output.1, true), of(Base::Employees, pair.employees.1, false)])
}

/// Baseline and target, and the way between them.
fn furthest(kpi: &Kpi) -> Option<Poster<'_>> {
    let (baseline, target) = (kpi.baseline.value, kpi.target.value);
    let aim = Bar { is_aim: true, gap: Some(baseline), ..bar(Name::Target(kpi), Some(target), false) };
    levels(vec![bar(Name::Baseline(kpi), Some(baseline), false), aim])
}

/// The level to be held, after the value of an earlier year where one is known.
fn held<'a>(data: &'a Dataset, kpi: &'a Kpi) -> Option<Poster<'a>> {
    let earlier = earlier(data, kpi);
    let before = earlier.map(|earlier| bar(Name::Earlier(earlier), Some(earlier.value), false));
    let gap = earlier.map(|earlier| earlier.value);
    let baseline = Bar { gap, ..bar(Name::Baseline(kpi), Some(kpi.baseline.value), false) };
    let aim = Bar { is_aim: true, ..bar(Name::Target(kpi), Some(kpi.target.value), false) };
    levels(before.into_iter().chain([baseline, aim]).collect())
}

/// A KPI's value before its baseline, where it was another one.
pub fn earlier<'a>(data: &'a Dataset, kpi: &Kpi) -> Option<&'a Earlier> {
    let differs = |earlier: &&Earlier| earlier.id == kpi.id && (earlier.value - kpi.baseline.value).abs() > 0.0;
    data.kpi.earlier.iter().find(differs).filter(|_| kpi.kind == KpiKind::Maintain)
}

/// Bars of a KPI's levels: none may be negative, for they begin at zero.
fn levels(bars: Vec<Bar<'_>>) -> Option<Poster<'_>> {
    let end = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
    let is_drawn = end > 0.0 && bars.iter().all(|bar| bar.value.is_none_or(|value| value >= 0.0));
    is_drawn.then_some(Poster::Bars { bars, end, has_one: false })
}

impl Poster<'_> {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        match self {
            Self::Bars { bars, .. } => bars.len(),
            Self::Tiles(piles) => piles.len(),
        }
    }
}
