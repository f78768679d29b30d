//! Faults that only show between records: duplicates, dangling links, ranges, counts, contradictions.

use std::collections::HashSet;
use std::fmt::Display;

use super::actuals::column_name;
use super::check::Library;
use super::counts::Counts;
use super::kpi::{Kpi, KpiKind};
use super::lq::{Labels, LqTable};
use crate::error::{Fault, FaultKind, Place};
use crate::id::{Base, FactorKind, IndustryId, Quadrant};

/// Largest quotient believed: beyond it a row is more likely mistyped than that specialised.
const LARGEST_QUOTIENT: f64 = 1000.0;

/// Every fault between the records of a library.
pub fn faults(library: &Library, counts: &Counts) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_lq(library, counts, &mut faults);
    check_kpis(library, counts, &mut faults);
    check_actuals(library, &mut faults);
    check_swot(library, counts, &mut faults);
    check_links(library, &mut faults);
    check_strategy(library, counts, &mut faults);
    check_glossary(library, counts, &mut faults);
    faults
}

fn unique<T: Display>(file: &str, path: &str, items: impl Iterator<Item = T>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for (index, item) in items.enumerate() {
        let text = item.to_string();
        if !seen.insert(text.clone()) {
            faults.push(Fault::at(file, format!("{path}[{index}]"), FaultKind::Duplicate(text)));
        }
    }
}

fn count(file: &str, path: &str, found: usize, expected: usize, faults: &mut Vec<Fault>) {
    if found != expected {
        faults.push(Fault::at(file, path, FaultKind::Count { found, expected }));
    }
}

fn check_lq(library: &Library, counts: &Counts, faults: &mut Vec<Fault>) {
    let lq = &library.dataset.lq;
    count("lq.json", "cities", lq.cities.len(), counts.cities, faults);
    unique("lq.json", "cities", lq.cities.iter().map(|city| &city.id), faults);
    for (index, city) in lq.cities.iter().enumerate().filter(|(_, city)| city.name.trim().is_empty()) {
        let why = format!("{} has no name", city.id);
        faults.push(Fault::at("lq.json", format!("cities[{index}].name"), FaultKind::Contradiction(why)));
    }
    unique("lq.json", "tables", lq.tables.iter().map(|table| table.base.as_str()), faults);
    count("lq.json", "tables", lq.tables.len(), Base::ALL.len(), faults);
    if lq.column(&lq.focus_city).is_none() {
        faults.push(Fault::at("lq.json", "focus_city", FaultKind::Dangling(lq.focus_city.to_string())));
    }
    for (index, table) in lq.tables.iter().enumerate() {
        let path = format!("tables[{index}]");
        let expected = counts.lq_rows.get(index).copied().unwrap_or(0);
        count("lq.json", &format!("{path}.rows"), table.rows.len(), expected, faults);
        unique("lq.json", &format!("{path}.rows"), table.rows.iter().map(|row| &row.industry), faults);
        check_rows(table, &path, (lq.cities.len(), lq.decimals), faults);
    }
}

fn check_rows(table: &LqTable, path: &str, (cities, decimals): (usize, u8), faults: &mut Vec<Fault>) {
    let doubtful = table.labels == Labels::Doubtful;
    if doubtful && (table.warning.is_none() || table.reread_reason.is_none()) {
        let why = "doubtful labels need `warning` and `reread_reason`".to_owned();
        faults.push(Fault::at("lq.json", path, FaultKind::Contradiction(why)));
    }
    for (index, row) in table.rows.iter().enumerate() {
        let path = format!("{path}.rows[{index}]");
        count("lq.json", &format!("{path}.values"), row.values.len(), cities, faults);
        if row.presumed.is_some() != doubtful {
            let why = "`presumed` goes with doubtful labels, on every row".to_owned();
            faults.push(Fault::at("lq.json", &path, FaultKind::Contradiction(why)));
        }
        if row.sector.is_some_and(|sector| !(1..=3).contains(&sector)) {
            let value = row.sector.unwrap_or(0).to_string();
            let kind = FaultKind::OutOfRange { value, range: "1 … 3".to_owned() };
            faults.push(Fault::at("lq.json", format!("{path}.sector"), kind));
        }
        for (column, value) in row.values.iter().enumerate() {
            let path = format!("{path}.values[{column}]");
            if is_within(*value, LARGEST_QUOTIENT) {
                check_decimals("lq.json", path, decimals, *value, faults);
            } else {
                faults.push(Fault::at("lq.json", path, out_of_range(*value, LARGEST_QUOTIENT)));
            }
        }
    }
}

/// From zero on; a negative zero is a slip of the pen as well.
fn is_within(value: f64, most: f64) -> bool {
    (0.0..=most).contains(&value) && value.is_sign_positive()
}

fn out_of_range(value: f64, most: f64) -> FaultKind {
    FaultKind::OutOfRange { value: value.to_string(), range: format!("0 … {most}") }
}

/// What a KPI's level may be at most, in its unit.
fn most(kpi: &Kpi) -> f64 {
    if kpi.kind == KpiKind::Percentage { 100.0 } else { 1e12 }
}

/// Every printed digit must be shown.
fn check_decimals(file: &str, path: String, decimals: u8, value: f64, faults: &mut Vec<Fault>) {
    const MOST_DECIMALS: u8 = 6;
    let shown = value * 10f64.powi(i32::from(decimals));
    if decimals > MOST_DECIMALS || (shown - shown.round()).abs() > 1e-6 {
        let why = format!("`decimals` is {decimals}, which does not show {value}");
        faults.push(Fault::at(file, path, FaultKind::Contradiction(why)));
    }
}

fn check_kpis(library: &Library, counts: &Counts, faults: &mut Vec<Fault>) {
    let kpis = &library.dataset.kpi.kpis;
    count("kpi.json", "kpis", kpis.len(), counts.kpis, faults);
    count("kpi.json", "kpis[*].places", kpis.iter().map(|kpi| kpi.places.len()).sum(), counts.kpi_places, faults);
    unique("kpi.json", "kpis", kpis.iter().map(|kpi| &kpi.id), faults);
    for (index, kpi) in kpis.iter().enumerate() {
        let path = format!("kpis[{index}]");
        check_kpi_values(kpi, &path, faults);
        if kpi.places.first().is_none_or(|place| place.repeated) {
            let why = "the first place must be one that is not repeated".to_owned();
            faults.push(Fault::at("kpi.json", format!("{path}.places"), FaultKind::Contradiction(why)));
        }
        for (number, place) in kpi.places.iter().enumerate() {
            if number > 0 && !place.repeated {
                let why = "a further place is a repeated one".to_owned();
                let path = format!("{path}.places[{number}].repeated");
                faults.push(Fault::at("kpi.json", path, FaultKind::Contradiction(why)));
            }
            if library.dataset.outline.measure(&place.measure).is_none() {
                let path = format!("{path}.places[{number}].measure");
                faults.push(Fault::at("kpi.json", path, FaultKind::Dangling(place.measure.to_string())));
            }
        }
    }
}

fn check_kpi_values(kpi: &Kpi, path: &str, faults: &mut Vec<Fault>) {
    for (field, value) in [("baseline", kpi.baseline.value), ("target", kpi.target.value)] {
        if !is_within(value, most(kpi)) {
            let path = format!("{path}.{field}.value");
            faults.push(Fault::at("kpi.json", path, out_of_range(value, most(kpi))));
        }
        check_decimals("kpi.json", format!("{path}.decimals"), kpi.decimals, value, faults);
    }
    if kpi.name.trim().is_empty() {
        faults.push(Fault::at(
            "kpi.json",
            format!("{path}.name"),
            FaultKind::Contradiction("a KPI has a name".to_owned()),
        ));
    }
    let holds = (kpi.target.value - kpi.baseline.value).abs() < f64::EPSILON;
    if holds != (kpi.kind == KpiKind::Maintain) {
        let why = "`maintain` means target = baseline, and only that".to_owned();
        faults.push(Fault::at("kpi.json", path, FaultKind::Contradiction(why)));
    }
}

fn check_actuals(library: &Library, faults: &mut Vec<Fault>) {
    let actuals = &library.dataset.actuals;
    unique("kpi_actuals.csv", "rows", actuals.iter().map(|a| format!("{}, {}", a.id, a.period)), faults);
    for actual in actuals {
        let mut fault = |column, kind| {
            let place = Place::Text { line: actual.line, column, path: column_name(column) };
            faults.push(Fault { file: "kpi_actuals.csv".to_owned(), place, kind });
        };
        match library.dataset.kpi.kpis.iter().find(|kpi| kpi.id == actual.id) {
            None => fault(1, FaultKind::Dangling(actual.id.to_string())),
            Some(kpi) if !is_within(actual.value, most(kpi)) => fault(3, out_of_range(actual.value, most(kpi))),
            Some(_) => {}
        }
    }
}

fn check_swot(library: &Library, counts: &Counts, faults: &mut Vec<Fault>) {
    let swot = &library.dataset.swot;
    unique("swot.json", "factors", swot.factors.iter().map(|factor| factor.code), faults);
    unique("swot.json", "issues", swot.issues.iter().map(|issue| &issue.code), faults);
    unique("swot.json", "quadrants", swot.quadrants.iter().map(|quadrant| quadrant.code.letters()), faults);
    count("swot.json", "issues", swot.issues.len(), counts.issues, faults);
    for (kind, expected) in FactorKind::ALL.into_iter().zip(counts.factors) {
        let found = swot.factors.iter().filter(|factor| factor.code.kind == kind).count();
        count("swot.json", &format!("factors {}", kind.letter()), found, expected, faults);
    }
    for (code, expected) in Quadrant::ALL.into_iter().zip(counts.strategies) {
        let strategies = swot.quadrants.iter().filter(|q| q.code == code).flat_map(|q| &q.strategies);
        count("swot.json", &format!("quadrant {}", code.letters()), strategies.count(), expected, faults);
    }
    let strategies = || swot.quadrants.iter().flat_map(|q| q.strategies.iter().map(move |s| (q.code, s.code)));
    unique("swot.json", "strategies", strategies().map(|(_, code)| code), faults);
    for (quadrant, code) in strategies().filter(|(quadrant, code)| *quadrant != code.kind) {
        let why = format!("{code} stands in quadrant {}", quadrant.letters());
        faults.push(Fault::at("swot.json", code.to_string(), FaultKind::Contradiction(why)));
    }
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
                let why = "every editorial link says why".to_owned();
                faults.push(Fault::at("links.json", format!("{name}[{index}].reason"), FaultKind::Contradiction(why)));
            }
        }
    }
    if !links.issue_measure.is_sorted_by_key(|link| &link.to) {
        let why = "sorted by measure, because readers meet them in that order".to_owned();
        faults.push(Fault::at("links.json", "issue_measure", FaultKind::Contradiction(why)));
    }
    for (index, link) in links.factor_strategy.iter().enumerate() {
        let (internal, external) = link.to.kind.sides();
        if link.from.kind != internal && link.from.kind != external {
            let why = format!("{} is not a side of {}", link.from, link.to);
            faults.push(Fault::at("links.json", format!("factor_strategy[{index}]"), FaultKind::Contradiction(why)));
        }
    }
    check_crosswalk(library, faults);
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
            let why = "a crosswalk entry has two sides and a reason".to_owned();
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

fn check_strategy(library: &Library, counts: &Counts, faults: &mut Vec<Fault>) {
    const FILE: &str = "strategy.json";
    let strategy = &library.strategy;
    unique(FILE, "measures", strategy.measures().map(|measure| &measure.id), faults);
    count(FILE, "pillars", strategy.pillars.len(), counts.measures.len(), faults);
    for (index, (pillar, expected)) in strategy.pillars.iter().zip(&counts.measures).enumerate() {
        count(FILE, &format!("pillars[{index}].measures"), pillar.measures.len(), *expected, faults);
        for measure in pillar.measures.iter().filter(|measure| measure.id.pillar() != pillar.id) {
            let why = format!("{} stands in pillar {}", measure.id, pillar.id);
            faults.push(Fault::at(FILE, measure.id.to_string(), FaultKind::Contradiction(why)));
        }
    }
    let situation: Vec<bool> = strategy.measures().flat_map(|m| &m.situation).map(|s| s.repeated).collect();
    let projects: Vec<bool> = strategy.measures().flat_map(|m| &m.projects).map(|p| p.repeated).collect();
    let works: Vec<bool> = strategy.measures().flat_map(|m| &m.works).map(|w| w.repeated).collect();
    for (name, flags, [all, unrepeated]) in [
        ("situation", situation, counts.situation),
        ("projects", projects, counts.projects),
        ("works", works, counts.works),
    ] {
        count(FILE, name, flags.len(), all, faults);
        count(FILE, &format!("{name} without 再掲"), flags.iter().filter(|r| !**r).count(), unrepeated, faults);
    }
    count(FILE, "actions", strategy.measures().map(|m| m.actions.len()).sum(), counts.actions, faults);
    if strategy.first_fiscal_year >= strategy.last_fiscal_year {
        let why = "the plan must end after it starts".to_owned();
        faults.push(Fault::at(FILE, "last_fiscal_year", FaultKind::Contradiction(why)));
    }
}

fn check_glossary(library: &Library, counts: &Counts, faults: &mut Vec<Fault>) {
    let terms = &library.glossary.terms;
    count("glossary.json", "terms", terms.len(), counts.terms, faults);
    unique("glossary.json", "terms", terms.iter().map(|term| &term.term), faults);
}
