//! What leads to a measure: the key issues it serves, the directions that lead to these, the factors behind them. All of
//! these links are editorial.

use crate::data::Dataset;
use crate::data::swot::{Factor, Issue, Strategy};
use crate::id::MeasureId;

/// One key issue on the way to a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead<'a> {
    /// The key issue.
    pub issue: &'a Issue,
    /// Its place among all key issues, which is that of its colour.
    pub place: usize,
    /// Why the measure serves it.
    pub reason: &'a str,
    /// The directions that lead to it, each with the reason and the factors that lead there.
    pub directions: Vec<(&'a Strategy, &'a str, Vec<&'a Factor>)>,
}

/// What leads to a measure, in the order of the key issues.
pub fn to_measure<'a>(data: &'a Dataset, measure: &MeasureId) -> Vec<Lead<'a>> {
    let mut leads = Vec::new();
    for (place, issue) in data.swot.issues.iter().enumerate() {
        let mut links = data.links.issue_measure.iter();
        if let Some(link) = links.find(|link| link.from == issue.code && link.to == *measure) {
            leads.push(Lead { issue, place, reason: &link.reason, directions: directions(data, issue) });
        }
    }
    leads
}

/// The directions that lead to a key issue.
pub fn directions<'a>(data: &'a Dataset, issue: &Issue) -> Vec<(&'a Strategy, &'a str, Vec<&'a Factor>)> {
    let links = data.links.strategy_issue.iter().filter(|link| link.to == issue.code);
    let strategy = |link: &'a crate::data::links::Link<_, _>| {
        let mut all = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
        let found = all.find(|strategy| strategy.code == link.from)?;
        let factors = data.swot.factors.iter();
        let leads = |factor: &&Factor| {
            data.links.factor_strategy.iter().any(|to| to.from == factor.code && to.to == found.code)
        };
        Some((found, link.reason.as_str(), factors.filter(leads).collect()))
    };
    links.filter_map(strategy).collect()
}

/// The measures that serve a key issue, each with the reason.
pub fn from_issue<'a>(data: &'a Dataset, issue: &Issue) -> Vec<(&'a MeasureId, &'a str)> {
    let links = data.links.issue_measure.iter().filter(|link| link.from == issue.code);
    links.map(|link| (&link.to, link.reason.as_str())).collect()
}
