//! Which factor reaches which strategy and key issue, and the way back.

use std::cmp::Reverse;

use crate::data::links::LinkData;
use crate::data::swot::SwotData;
use crate::id::{FactorCode, IssueCode, MeasureId, NodeCode, StrategyCode};

/// One link of a chain, in the direction factor → strategy → key issue → measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// Start.
    pub from: NodeCode,
    /// End.
    pub to: NodeCode,
    /// Why we drew it (editorial).
    pub reason: &'a str,
}

/// All that one selected node is connected with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach<'a> {
    /// Everything lit, the selected node first, each once.
    pub nodes: Vec<NodeCode>,
    /// Links between lit nodes, factors first.
    pub steps: Vec<Step<'a>>,
    /// Measures that serve the lit key issues, with the reason, in the order of `links.json`, which is by measure.
    pub measures: Vec<(&'a IssueCode, &'a MeasureId, &'a str)>,
}

impl Reach<'_> {
    /// Lit factors, in the order of the links.
    pub fn factors(&self) -> impl Iterator<Item = FactorCode> {
        self.nodes.iter().filter_map(|node| if let NodeCode::Factor(code) = node { Some(*code) } else { None })
    }

    /// Lit strategies, in the order of the links.
    pub fn strategies(&self) -> impl Iterator<Item = StrategyCode> {
        self.nodes.iter().filter_map(|node| if let NodeCode::Strategy(code) = node { Some(*code) } else { None })
    }

    /// Lit key issues, in the order of the links.
    pub fn issues(&self) -> impl Iterator<Item = &IssueCode> {
        self.nodes.iter().filter_map(|node| if let NodeCode::Issue(code) = node { Some(code) } else { None })
    }
}

/// How many strategies lead to a key issue.
pub fn toward(links: &LinkData, issue: &IssueCode) -> usize {
    links.strategy_issue.iter().filter(|link| link.to == *issue).count()
}

/// The key issue that most strategies lead to, and how many of all do; `None` where two lead as often, or none does.
pub fn most_reached(data: &SwotData, links: &LinkData) -> Option<(IssueCode, usize)> {
    let mut counts: Vec<_> = data.issues.iter().map(|issue| (issue.code.clone(), toward(links, &issue.code))).collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let next = counts.get(1).map_or(0, |(_, count)| *count);
    counts.into_iter().next().filter(|(_, most)| *most > next)
}

/// What `selected` reaches. A factor reaches down to key issues, a key issue up to factors, a strategy both ways;
/// the way never turns round, so that a factor does not light its neighbours.
pub fn reach<'a>(links: &'a LinkData, selected: &NodeCode) -> Reach<'a> {
    let strategies: Vec<StrategyCode> = match selected {
        NodeCode::Factor(code) => links.factor_strategy.iter().filter(|l| l.from == *code).map(|l| l.to).collect(),
        NodeCode::Strategy(code) => vec![*code],
        NodeCode::Issue(code) => links.strategy_issue.iter().filter(|l| l.to == *code).map(|l| l.from).collect(),
    };
    let factor_is_lit = |code: &FactorCode| match selected {
        NodeCode::Factor(own) => own == code,
        _ => true,
    };
    let issue_is_lit = |code: &IssueCode| match selected {
        NodeCode::Issue(own) => own == code,
        _ => true,
    };
    let mut reach = Reach { nodes: vec![selected.clone()], ..Reach::default() };
    for link in links.factor_strategy.iter().filter(|l| strategies.contains(&l.to) && factor_is_lit(&l.from)) {
        reach.add(NodeCode::Factor(link.from), NodeCode::Strategy(link.to), &link.reason);
    }
    for link in links.strategy_issue.iter().filter(|l| strategies.contains(&l.from) && issue_is_lit(&l.to)) {
        reach.add(NodeCode::Strategy(link.from), NodeCode::Issue(link.to.clone()), &link.reason);
    }
    for link in &links.issue_measure {
        if reach.nodes.contains(&NodeCode::Issue(link.from.clone())) {
            reach.measures.push((&link.from, &link.to, &link.reason));
        }
    }
    reach
}

impl<'a> Reach<'a> {
    /// Whether the link between two codes, as written in the data, is among those lit.
    pub fn links(&self, from: &str, to: &str) -> bool {
        let is_step = |step: &Step<'_>| step.from.text() == from && step.to.text() == to;
        let is_measure = |entry: &(&IssueCode, &MeasureId, &str)| entry.0.as_str() == from && entry.1.as_str() == to;
        self.steps.iter().any(is_step) || self.measures.iter().any(is_measure)
    }

    fn add(&mut self, from: NodeCode, to: NodeCode, reason: &'a str) {
        for node in [&from, &to] {
            if !self.nodes.contains(node) {
                self.nodes.push(node.clone());
            }
        }
        self.steps.push(Step { from, to, reason });
    }
}
