//! Faults that only show between records: dangling links, contradictions.

use std::collections::HashSet;
use std::fmt::Display;

use super::Dataset;
use super::glossary::GlossaryData;
use super::lq::Labels;
use super::rules;
use super::strategy::{Actor, Measure, StrategyData};
use crate::error::{Fault, FaultKind, Words};
use crate::id::{Base, IndustryId};

fn unique<T: Display>(file: &str, path: &str, items: impl Iterator<Item = T>, faults: &mut Vec<Fault>) {
    rules::unique(path, items, &mut |path, kind| faults.push(Fault::at(file, path, kind)));
}

/// Whether the links lead somewhere and say why.
pub fn links(data: &Dataset, strategy: &StrategyData, faults: &mut Vec<Fault>) {
    let (swot, links) = (&data.swot, &data.links);
    let known: HashSet<String> = (swot.factors.iter().map(|f| f.code.to_string()))
        .chain(swot.quadrants.iter().flat_map(|q| &q.strategies).map(|s| s.code.to_string()))
        .chain(swot.issues.iter().map(|i| i.code.to_string()))
        .chain(strategy.measures().map(|m| m.id.to_string()))
        .collect();
    let tables = [
        ("factor_strategy", pairs(&links.factor_strategy)),
        ("strategy_issue", pairs(&links.strategy_issue)),
        ("issue_measure", pairs(&links.issue_measure)),
    ];
    for (name, table) in tables {
        unique("links.json", name, table.iter().map(|(from, to, _)| format!("{from} → {to}")), faults);
        for (index, (from, to, reason)) in table.iter().enumerate() {
            for (field, end) in [("from", from), ("to", to)] {
                if !known.contains(end) {
                    let path = format!("{name}[{index}].{field}");
                    faults.push(Fault::at("links.json", path, FaultKind::Dangling(end.clone())));
                }
            }
            if reason.trim().is_empty() {
                let why = Words::new("every editorial link says why", "編集部の線には、理由が必要です");
                faults.push(Fault::at("links.json", format!("{name}[{index}].reason"), FaultKind::Contradiction(why)));
            }
        }
    }
    if !links.issue_measure.is_sorted_by_key(|link| &link.to) {
        let why = Words::new(
            "sorted by measure, because readers meet them in that order",
            "施策の番号順に並べる必要があります",
        );
        faults.push(Fault::at("links.json", "issue_measure", FaultKind::Contradiction(why)));
    }
    for (index, link) in links.factor_strategy.iter().enumerate() {
        let (internal, external) = link.to.kind.sides();
        if link.from.kind != internal && link.from.kind != external {
            let why = Words::new(
                format!("{} is not a side of {}", link.from, link.to),
                format!("{}は{}の側の要素ではありません", link.from, link.to),
            );
            faults.push(Fault::at("links.json", format!("factor_strategy[{index}]"), FaultKind::Contradiction(why)));
        }
    }
    check_crosswalk(data, faults);
    check_evidence(data, faults);
}

fn pairs<A: Display, B: Display>(links: &[super::links::Link<A, B>]) -> Vec<(String, String, &str)> {
    links.iter().map(|link| (link.from.to_string(), link.to.to_string(), link.reason.as_str())).collect()
}

fn check_crosswalk(data: &Dataset, faults: &mut Vec<Fault>) {
    let industries = |base| -> HashSet<&IndustryId> {
        data.lq.table(base).into_iter().flat_map(|table| &table.rows).map(|row| &row.industry).collect()
    };
    let crosswalk = &data.links.crosswalk;
    unique("links.json", "crosswalk.output", crosswalk.iter().flat_map(|link| &link.output), faults);
    unique("links.json", "crosswalk.employees", crosswalk.iter().flat_map(|link| &link.employees), faults);
    let (output, employees) = (industries(Base::Output), industries(Base::Employees));
    for (index, link) in crosswalk.iter().enumerate() {
        if link.output.is_empty() || link.employees.is_empty() || link.reason.trim().is_empty() {
            let why = Words::new(
                "a crosswalk entry has two sides and a reason",
                "対応表の項目には、両側の産業と理由が必要です",
            );
            faults.push(Fault::at("links.json", format!("crosswalk[{index}]"), FaultKind::Contradiction(why)));
        }
        let unknown_output = link.output.iter().filter(|industry| !output.contains(industry));
        let unknown_employees = link.employees.iter().filter(|industry| !employees.contains(industry));
        for industry in unknown_output.chain(unknown_employees) {
            let path = format!("crosswalk[{index}]");
            faults.push(Fault::at("links.json", path, FaultKind::Dangling(industry.to_string())));
        }
    }
}

fn check_evidence(data: &Dataset, faults: &mut Vec<Fault>) {
    for (index, link) in data.links.evidence.iter().enumerate() {
        let mut refuse = |kind| faults.push(Fault::at("links.json", format!("evidence[{index}]"), kind));
        if !data.swot.factors.iter().any(|factor| factor.code == link.factor) {
            refuse(FaultKind::Dangling(link.factor.to_string()));
        }
        let table = data.lq.table(link.base);
        if !table.is_some_and(|table| table.rows.iter().any(|row| row.industry == link.industry)) {
            refuse(FaultKind::Dangling(link.industry.to_string()));
        }
        if link.reason.trim().is_empty() || table.is_some_and(|table| table.labels == Labels::Doubtful) {
            let why = Words::new(
                "evidence says why, and comes from a table whose headings are not in doubt",
                "根拠には理由が必要で、見出しに疑いのある表からは取れません",
            );
            refuse(FaultKind::Contradiction(why));
        }
    }
}

/// Whether the strategy's parts agree.
pub fn strategy(strategy: &StrategyData, faults: &mut Vec<Fault>) {
    const FILE: &str = "strategy.json";
    unique(FILE, "measures", strategy.measures().map(|measure| &measure.id), faults);
    unique(FILE, "items", strategy.items().map(|item| item.id()), faults);
    for pillar in &strategy.pillars {
        for measure in pillar.measures.iter().filter(|measure| measure.id.pillar() != pillar.id) {
            let why = Words::new(
                format!("{} stands in pillar {}", measure.id, pillar.id),
                format!("{}が柱{}に置かれています", measure.id, pillar.id),
            );
            faults.push(Fault::at(FILE, measure.id.to_string(), FaultKind::Contradiction(why)));
        }
    }
    for measure in strategy.measures() {
        check_items(strategy, measure, faults);
    }
    if strategy.first_fiscal_year >= strategy.last_fiscal_year {
        let why = Words::new("the plan must end after it starts", "計画の終わりは、始まりより後でなければなりません");
        faults.push(Fault::at(FILE, "last_fiscal_year", FaultKind::Contradiction(why)));
    }
}

/// Whether what is printed again was printed before, and who carries a work out is a kind of actor.
fn check_items(strategy: &StrategyData, measure: &Measure, faults: &mut Vec<Fault>) {
    let mut refuse = |id: String, why| faults.push(Fault::at("strategy.json", id, FaultKind::Contradiction(why)));
    for item in measure.items().filter(|item| strategy.first(item).is_none()) {
        let why = Words::new("is said to be printed before, and is not", "再掲とありますが、前にありません");
        refuse(item.id(), why);
    }
    for work in &measure.works {
        for mark in work.marks().filter(|mark| Actor::ALL.iter().all(|actor| actor.printed() != *mark)) {
            let why =
                Words::new(format!("【{mark}】 is no kind of actor"), format!("【{mark}】は主体の種類ではありません"));
            refuse(format!("{}-w{}", measure.id, work.number), why);
        }
    }
}

/// Whether each term stands once.
pub fn glossary(glossary: &GlossaryData, faults: &mut Vec<Fault>) {
    let terms = &glossary.terms;
    unique("glossary.json", "terms", terms.iter().map(|term| &term.term), faults);
}
