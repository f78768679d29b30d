//! Faults that only show between the files of a whole library: dangling links, contradictions.

use std::collections::HashSet;
use std::fmt::Display;

use super::check::Library;
use super::lq::Labels;
use super::rules;
use crate::error::{Fault, FaultKind, Words};
use crate::id::{Base, IndustryId};

/// Every fault between the records of a library.
pub fn faults(library: &Library) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_lq(library, &mut faults);
    check_kpis(library, &mut faults);
    check_swot(library, &mut faults);
    check_links(library, &mut faults);
    check_strategy(library, &mut faults);
    check_glossary(library, &mut faults);
    faults
}

fn unique<T: Display>(file: &str, path: &str, items: impl Iterator<Item = T>, faults: &mut Vec<Fault>) {
    rules::unique(path, items, &mut |path, kind| faults.push(Fault::at(file, path, kind)));
}

fn check_lq(library: &Library, faults: &mut Vec<Fault>) {
    let lq = &library.dataset.lq;
    rules::lq(lq, &mut |path, kind| faults.push(Fault::at("lq.json", path, kind)));
}

fn check_kpis(library: &Library, faults: &mut Vec<Fault>) {
    let outline = &library.dataset.outline;
    rules::kpis(&library.dataset.kpi, outline, &mut |path, kind| faults.push(Fault::at("kpi.json", path, kind)));
}

fn check_swot(library: &Library, faults: &mut Vec<Fault>) {
    let swot = &library.dataset.swot;
    rules::swot(swot, &mut |path, kind| faults.push(Fault::at("swot.json", path, kind)));
}

fn check_links(library: &Library, faults: &mut Vec<Fault>) {
    let (swot, links) = (&library.dataset.swot, &library.dataset.links);
    let known: HashSet<String> = (swot.factors.iter().map(|f| f.code.to_string()))
        .chain(swot.quadrants.iter().flat_map(|q| &q.strategies).map(|s| s.code.to_string()))
        .chain(swot.issues.iter().map(|i| i.code.to_string()))
        .chain(library.strategy.measures().map(|m| m.id.to_string()))
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
            "共創施策の番号順に並べる必要があります",
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
    check_crosswalk(library, faults);
    check_evidence(library, faults);
}

fn pairs<A: Display, B: Display>(links: &[super::links::Link<A, B>]) -> Vec<(String, String, &str)> {
    links.iter().map(|link| (link.from.to_string(), link.to.to_string(), link.reason.as_str())).collect()
}

fn check_crosswalk(library: &Library, faults: &mut Vec<Fault>) {
    let industries = |base| -> HashSet<&IndustryId> {
        library.dataset.lq.table(base).into_iter().flat_map(|table| &table.rows).map(|row| &row.industry).collect()
    };
    let crosswalk = &library.dataset.links.crosswalk;
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

fn check_evidence(library: &Library, faults: &mut Vec<Fault>) {
    let data = &library.dataset;
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

fn check_strategy(library: &Library, faults: &mut Vec<Fault>) {
    const FILE: &str = "strategy.json";
    let strategy = &library.strategy;
    unique(FILE, "measures", strategy.measures().map(|measure| &measure.id), faults);
    for pillar in &strategy.pillars {
        for measure in pillar.measures.iter().filter(|measure| measure.id.pillar() != pillar.id) {
            let why = Words::new(
                format!("{} stands in pillar {}", measure.id, pillar.id),
                format!("{}が柱{}に置かれています", measure.id, pillar.id),
            );
            faults.push(Fault::at(FILE, measure.id.to_string(), FaultKind::Contradiction(why)));
        }
    }
    if strategy.first_fiscal_year >= strategy.last_fiscal_year {
        let why = Words::new("the plan must end after it starts", "計画の終わりは、始まりより後でなければなりません");
        faults.push(Fault::at(FILE, "last_fiscal_year", FaultKind::Contradiction(why)));
    }
}

fn check_glossary(library: &Library, faults: &mut Vec<Fault>) {
    let terms = &library.glossary.terms;
    unique("glossary.json", "terms", terms.iter().map(|term| &term.term), faults);
}
