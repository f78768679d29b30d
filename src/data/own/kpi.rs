//! A reader's own `kpi.csv`, one KPI a row.

use std::collections::{HashMap, HashSet};

use super::super::Dataset;
use super::super::actuals::{MOST_DECIMALS, period};
use super::super::amount::Amount;
use super::super::kpi::{Baseline, Direction, Due, Earlier, Kpi, KpiData, KpiKind, KpiPlace, Target};
use super::super::provenance::Source;
use super::super::rules::{self, MOST_RECORDS};
use super::super::sheet::Sheet;
use super::super::spelling;
use super::indicators;
use crate::error::{Fault, FaultKind, Words};
use crate::id::{KpiId, MeasureId};

/// The header line.
pub const COLUMNS: [&str; 9] =
    ["id", "pillar", "measure", "name", "unit", "kind", "baseline", "baseline_period", "target"];

/// The header line of a file that says which way is better, `raise` or `lower`; a cell may be empty.
pub const DIRECTED: [&str; 10] =
    ["id", "pillar", "measure", "name", "unit", "kind", "baseline", "baseline_period", "target", "direction"];

/// Reads the rows. A row that says what `current` says keeps what the CSV does not carry.
pub fn read(name: &str, mut sheet: Sheet, current: &Dataset) -> Result<KpiData, Vec<Fault>> {
    let known: HashMap<&KpiId, &Kpi> = current.kpi.kpis.iter().map(|kpi| (&kpi.id, kpi)).collect();
    let (mut kpis, mut seen) = (Vec::new(), HashSet::new());
    while sheet.advance() {
        let kpi = row(name, &mut sheet, current);
        if let Some(id) = sheet.row().cell(1).parse::<KpiId>().ok().filter(|id| !seen.insert(id.clone())) {
            sheet.repeated(sheet.line(), 1, id.to_string());
        }
        if kpis.len() == MOST_RECORDS {
            sheet.fault(sheet.line(), 1, FaultKind::TooMany { found: MOST_RECORDS + 1, most: MOST_RECORDS });
            break;
        }
        kpis.extend(kpi.map(|kpi| match known.get(&kpi.id) {
            Some(ours) => kept(kpi, ours),
            None => kpi,
        }));
    }
    if kpis.is_empty() && sheet.is_sound() {
        sheet.fault(1, 1, FaultKind::Empty);
    }
    // What was before a baseline is known where the baseline is still ours.
    let is_ours = |earlier: &&Earlier| {
        let ours = known.get(&earlier.id).map(|kpi| &kpi.baseline);
        kpis.iter().any(|kpi| kpi.id == earlier.id && Some(&kpi.baseline) == ours)
    };
    let earlier = current.kpi.earlier.iter().filter(is_ours).cloned().collect();
    sheet.finish(KpiData { source: current.kpi.source.clone(), kpis, earlier })
}

fn row(file: &str, sheet: &mut Sheet, current: &Dataset) -> Option<Kpi> {
    let (id, measure) = (sheet.parsed::<KpiId>(1), measure(sheet));
    let (name, unit, kind) = (sheet.words(4), sheet.text(5), sheet.parsed::<KpiKind>(6));
    let (baseline, period) = (amount(sheet, 7), period(sheet, 8, None));
    let target = amount(sheet, 9);
    let direction = if sheet.row().cell(10).is_empty() { None } else { Some(sheet.parsed::<Direction>(10)?) };
    if let Some(measure) = &measure {
        check_place(sheet, measure, current);
    }
    let (kind, baseline, target) = (kind?, baseline?, target?);
    check_values(sheet, kind, baseline, target)?;
    let decimals = u8::try_from(baseline.decimals.max(target.decimals)).ok()?;
    let source = Source { section: file.to_owned(), page: None };
    let kpi = Kpi {
        id: id?,
        name: name?,
        printed: None,
        definition: String::new(),
        unit: unit?,
        kind,
        direction,
        decimals,
        baseline: Baseline { value: baseline.value, period: period? },
        target: Target { value: target.value },
        due: Due::default(),
        places: vec![KpiPlace { measure: measure?, repeated: false, source }],
        notes: Vec::new(),
    };
    sheet.noted(10, rules::points(&kpi)).map(|()| kpi)
}

/// A level, with its unit or without; other cells are told as the strict reader tells them.
fn amount(sheet: &mut Sheet, column: usize) -> Option<Amount> {
    let cell = sheet.row().cell(column);
    match indicators::number(cell, sheet.row().cell(5)) {
        Some(read) if read.decimals <= MOST_DECIMALS => Some(read),
        _ => sheet.amount(column, MOST_DECIMALS),
    }
}

/// A measure's number, also where Excel made a date of it whose month is the pillar.
fn measure(sheet: &mut Sheet) -> Option<MeasureId> {
    let row = sheet.row();
    match spelling::month_and_day(row.cell(3)) {
        Some((month, day)) if row.cell(2) == month.to_string() => format!("{month}-{day}").parse().ok(),
        _ => sheet.parsed(3),
    }
}

/// The measure exists, and in the pillar named beside it.
fn check_place(sheet: &mut Sheet, measure: &MeasureId, current: &Dataset) {
    let (line, pillar) = (sheet.line(), sheet.row().cell(2).to_owned());
    if current.outline.measure(measure).is_none() {
        sheet.fault(line, 3, FaultKind::Dangling(measure.to_string()));
    }
    if pillar != measure.pillar().to_string() {
        let en = format!("measure {measure} belongs to pillar {}", measure.pillar());
        let ja = format!("施策{measure}は柱{}のものです", measure.pillar());
        sheet.fault(line, 2, FaultKind::Contradiction(Words::new(en, ja)));
    }
}

fn check_values(sheet: &mut Sheet, kind: KpiKind, baseline: Amount, target: Amount) -> Option<()> {
    let is_baseline = sheet.noted(7, rules::own_level(kind, baseline.value));
    let is_target = sheet.noted(9, rules::own_level(kind, target.value));
    is_baseline.and(is_target)?;
    sheet.noted(6, rules::holds(kind, baseline.value, target.value))
}

/// What the print knows of a row and a CSV does not carry: all of it where the row says the same, and of the same
/// indicator with other values, which way is better. The name is the row's, because the running widgets carry none.
fn kept(own: Kpi, ours: &Kpi) -> Kpi {
    let is_indicator =
        (ours.name.is_empty() || own.name == ours.name) && own.unit == ours.unit && own.kind == ours.kind;
    if !is_indicator {
        return own;
    }
    let direction = own.direction.or(ours.direction);
    let is_same = own.decimals == ours.decimals
        && own.baseline == ours.baseline
        && own.target == ours.target
        && own.home() == ours.home()
        && direction == ours.direction;
    if is_same { Kpi { name: own.name, ..ours.clone() } } else { Kpi { direction, ..own } }
}
