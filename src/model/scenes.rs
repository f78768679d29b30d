//! What is worth showing from afar: facts found in the data, so that no headline can drift from its numbers.

use super::cross_swot::{Reach, most_reached, reach};
use super::crosswalk::Pair;
use super::insight::{self, Sides};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind};
use crate::data::lq::{City, Labels, LqTable};
use crate::data::quotient::Quotient as Published;
use crate::data::swot::{Factor, Issue};
use crate::id::{Base, FactorKind, IndustryId, NodeCode};

/// One fact. Nothing rests on the printed labels of a doubtful table.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<'a> {
    /// An industry in which the focus city alone is above the reference area.
    AloneAbove(Quotient<'a>),
    /// An industry on whose side of 1 output and employees disagree.
    Split(&'a City, Pair<'a>),
    /// The focus city's most specialised industry, and on which side its industries stand.
    Top(Quotient<'a>, Sides),
    /// The largest quotient of all.
    Largest(Quotient<'a>),
    /// A quotient printed as zero.
    Zero(Quotient<'a>),
    /// How many KPIs there are to raise and to maintain.
    Goals {
        /// To raise.
        raise: usize,
        /// To lower.
        lower: usize,
        /// To maintain.
        maintain: usize,
    },
    /// A KPI whose target is its baseline.
    Maintain(&'a Kpi),
    /// The KPI whose target lies furthest from its baseline, as a ratio.
    Furthest(&'a Kpi),
    /// The years of the plan pass.
    Years,
    /// What a factor leads to.
    Factor(&'a Factor, Reach<'a>),
    /// What a key issue comes from, and who serves it.
    Issue(&'a Issue, Reach<'a>),
    /// Where the directions lead.
    Directions {
        /// How many there are.
        of: usize,
        /// The key issue that most lead to, where it is one alone.
        most: Option<&'a Issue>,
        /// How many lead to it.
        count: usize,
    },
    /// How many works the pillars have.
    Works {
        /// Works.
        works: usize,
        /// Pillars.
        pillars: usize,
    },
    /// How many measures the pillars have: told where no works are listed.
    Measures {
        /// Measures.
        measures: usize,
        /// Pillars.
        pillars: usize,
    },
}

/// One cell of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quotient<'a> {
    /// Which table.
    pub base: Base,
    /// Which row.
    pub industry: &'a IndustryId,
    /// Which column.
    pub city: &'a City,
    /// Its value.
    pub value: f64,
}

impl Fact<'_> {
    /// Every name there is, in the order of the loop.
    pub const NAMES: [&'static str; 14] = [
        "alone",
        "directions",
        "furthest",
        "split",
        "works",
        "maintain",
        "top",
        "strength",
        "goals",
        "largest",
        "threat",
        "years",
        "issue",
        "zero",
    ];

    /// The name used in the settings.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AloneAbove(_) => "alone",
            Self::Split(..) => "split",
            Self::Top(..) => "top",
            Self::Largest(_) => "largest",
            Self::Zero(_) => "zero",
            Self::Goals { .. } => "goals",
            Self::Maintain(_) => "maintain",
            Self::Furthest(_) => "furthest",
            Self::Years => "years",
            Self::Factor(factor, _) if factor.code.kind == FactorKind::Strength => "strength",
            Self::Factor(..) => "threat",
            Self::Issue(..) => "issue",
            Self::Directions { .. } => "directions",
            Self::Works { .. } | Self::Measures { .. } => "works",
        }
    }
}

/// What the location quotients tell.
pub fn quotients(data: &Dataset) -> Vec<Fact<'_>> {
    let lq = &data.lq;
    let sound = || lq.tables.iter().filter(|table| table.labels == Labels::Sound);
    let Some(focus) = lq.cities.iter().find(|city| city.id == lq.focus_city) else { return Vec::new() };
    let told = || sound().filter_map(|table| Some((table, insight::lq(lq, table, &focus.id, false)?)));
    let of_focus = |table: &LqTable, (industry, value)| Quotient { base: table.base, industry, city: focus, value };
    let alone = told().find_map(|(table, told)| {
        let found = told.alone_above.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        Some(Fact::AloneAbove(of_focus(table, *found)))
    });
    let top = told().find_map(|(table, told)| Some(Fact::Top(of_focus(table, told.sole_top()?), told.sides)));
    let cells = || {
        sound().flat_map(|table| {
            table.rows.iter().flat_map(move |row| {
                let (base, industry) = (table.base, &row.industry);
                let cell = move |(city, value): (_, &Published)| {
                    value.published().map(|value| Quotient { base, industry, city, value })
                };
                lq.cities.iter().zip(&row.values).filter_map(cell)
            })
        })
    };
    let is_whole = sound().all(|table| table.unpublished() == 0);
    let largest =
        cells().max_by(|one, other| one.value.total_cmp(&other.value)).filter(|_| lq.cities.len() > 1 && is_whole);
    let zero = cells().find(|cell| cell.value == 0.0).map(Fact::Zero);
    let splits = insight::splits(lq, &data.links, &focus.id).into_iter();
    let split = splits.max_by(|one, other| one.apart().total_cmp(&other.apart())).map(|pair| Fact::Split(focus, pair));
    [alone, split, top, largest.map(Fact::Largest), zero].into_iter().flatten().collect()
}

/// What the KPIs tell.
pub fn indicators(data: &Dataset) -> Vec<Fact<'_>> {
    let kpis = &data.kpi.kpis;
    let is_held = |kpi: &&Kpi| kpi.kind == KpiKind::Maintain;
    let maintain = kpis.iter().filter(is_held).count();
    let ratio = |kpi: &Kpi| kpi.target.value / kpi.baseline.value;
    let raised = kpis.iter().filter(|kpi| kpi.kind == KpiKind::Raise && kpi.baseline.value > 0.0);
    let furthest = raised.max_by(|one, other| ratio(one).total_cmp(&ratio(other)));
    // The first that is no handful: the more there is to hold, the more striking that it stays.
    let held = kpis.iter().filter(is_held).find(|kpi| kpi.baseline.value > 9.0);
    let lower = kpis.iter().filter(|kpi| !is_held(kpi) && kpi.target.value < kpi.baseline.value).count();
    let goals = Fact::Goals { raise: kpis.len() - maintain - lower, lower, maintain };
    let all = (!kpis.is_empty()).then_some([goals, Fact::Years]);
    all.into_iter().flatten().chain(held.map(Fact::Maintain)).chain(furthest.map(Fact::Furthest)).collect()
}

/// What the links of the matrix tell.
pub fn chains(data: &Dataset) -> Vec<Fact<'_>> {
    let of = |code: NodeCode| reach(&data.links, &code);
    let widest = |kind: FactorKind| {
        let own = data.swot.factors.iter().filter(|factor| factor.code.kind == kind);
        let reached = own.map(|factor| (factor, of(NodeCode::Factor(factor.code))));
        // The first of equals, which `max_by_key` alone would not give.
        let all: Vec<_> = reached.filter(|(_, reach)| reach.issues().next().is_some()).collect();
        all.into_iter()
            .rev()
            .max_by_key(|(_, reach)| reach.steps.len())
            .map(|(factor, reach)| Fact::Factor(factor, reach))
    };
    let issues = data.swot.issues.iter().map(|issue| (issue, of(NodeCode::Issue(issue.code.clone()))));
    let issues = issues.filter(|(_, reach)| !reach.measures.is_empty() && reach.factors().next().is_some());
    let issue = issues.max_by_key(|(_, reach)| reach.measures.len()).map(|(issue, reach)| Fact::Issue(issue, reach));
    let facts = [widest(FactorKind::Strength), widest(FactorKind::Threat), issue, directions(data)];
    facts.into_iter().flatten().collect()
}

/// Where the directions lead; `None` where there are none, or no key issues to lead to.
fn directions(data: &Dataset) -> Option<Fact<'_>> {
    let of = data.swot.quadrants.iter().map(|quadrant| quadrant.strategies.len()).sum();
    let issues = &data.swot.issues;
    let found = most_reached(&data.swot, &data.links);
    let most = found.as_ref().and_then(|(code, _)| issues.iter().find(|issue| issue.code == *code));
    (of > 0 && !issues.is_empty()).then(|| Fact::Directions { of, most, count: found.map_or(0, |(_, count)| count) })
}

/// What the strategy's outline tells: every strategy has at least this.
pub fn outline(data: &Dataset) -> Option<Fact<'_>> {
    let all = &data.outline.pillars;
    let pillars = all.len();
    match (all.iter().map(|pillar| pillar.works).sum(), all.iter().map(|pillar| pillar.measures.len()).sum()) {
        (0, 0) => None,
        (0, measures) => Some(Fact::Measures { measures, pillars }),
        (works, _) => Some(Fact::Works { works, pillars }),
    }
}
