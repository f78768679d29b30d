//! KPI lists of any plan as offices have them: headings in any order and language, sections or none, years side by side,
//! targets in words. What is no number is kept as written, never guessed.

mod cells;
mod columns;

use std::collections::HashSet;

pub use cells::number;
use cells::{Level, Way, common_unit, level, period_in, way};
pub use columns::Columns;

use super::super::Dataset;
use super::super::actuals::Actual;
use super::super::amount::{Amount, is_unpublished};
use super::super::kpi::{Baseline, Due, Kpi, KpiData, KpiKind, KpiPlace, Period, Target};
use super::super::provenance::Source;
use super::super::rules::{self, MOST_RECORDS};
use super::super::seen::{Indicators, Worded};
use super::super::strategy::{Outline, PillarName};
use super::grid::{Grid, place};
use super::labels::{closed, is_note};
use super::links;
use crate::error::{Fault, FaultKind, FaultList};
use crate::id::KpiId;

/// Sections that have a number of their own.
const MOST_SECTIONS: usize = 99;
/// Decimals that can be shown.
const MOST_DECIMALS: usize = 6;

/// The rows of a list, read one after the other.
struct Reader<'g> {
    name: &'g str,
    grid: &'g Grid<'g>,
    columns: &'g Columns,
    /// The row at which the list ends.
    end: usize,
    /// The plan's last year, for targets that state none.
    last: u16,
    /// Names of sections in their order, and the one that rows now belong to.
    sections: Vec<String>,
    section: Option<usize>,
    kpis: Vec<Kpi>,
    readings: Vec<Actual>,
    seen: Indicators,
    faults: FaultList,
}

/// `current` with a list of KPIs in place of its own.
///
/// # Errors
/// Rows without a name, directions against their targets, more rows than a widget shows.
pub fn read(
    file: &str,
    grid: &Grid,
    columns: &Columns,
    current: &Dataset,
    print: &Dataset,
) -> Result<Dataset, Vec<Fault>> {
    let mut reader = Reader::new(file, grid, columns, print);
    for index in columns.heading.0 + columns.heading.1..reader.end {
        reader.row(index);
    }
    let Reader { sections, kpis, readings, seen, mut faults, .. } = reader;
    if kpis.is_empty() && seen.worded.is_empty() && faults.is_empty() {
        let row = grid.rows().get(columns.heading.0);
        let (line, row) = row.map_or((1, 1), |row| (row.line, row.row));
        faults.add(place(line, row, columns.name, ""), FaultKind::Empty);
    }
    let mut own = current.clone();
    own.outline = outline(&print.outline, sections);
    own.kpi = KpiData { source: Source { section: String::new(), page: None }, kpis, earlier: Vec::new() };
    own.origin.kpi = Some(file.to_owned());
    own.origin.actuals = (!readings.is_empty()).then(|| file.to_owned());
    (own.origin.unpublished, own.origin.seen.kpi) = (0, Some(Box::new(seen)));
    own.actuals = readings;
    own.links = links::kept(print, &own);
    faults.or(own)
}

/// The plan with a list's own sections for pillars.
fn outline(print: &Outline, sections: Vec<String>) -> Outline {
    let pillar = |(index, name): (usize, String)| PillarName {
        id: u8::try_from(index + 1).unwrap_or(u8::MAX),
        name,
        summary: Vec::new(),
        measures: Vec::new(),
        works: 0,
    };
    Outline { pillars: sections.into_iter().enumerate().map(pillar).collect(), ..print.clone() }
}

impl<'g> Reader<'g> {
    fn new(name: &'g str, grid: &'g Grid, columns: &'g Columns, print: &Dataset) -> Self {
        let label = |column: usize| columns.label(grid, column);
        let first = columns.heading.0 + columns.heading.1;
        let sections: HashSet<&str> = columns
            .section
            .iter()
            .flat_map(|column| grid.rows().iter().skip(first).map(|row| row.cell(*column)))
            .collect();
        let is_few = sections.len() <= MOST_SECTIONS;
        let mut left_out: Vec<String> = columns.left_out.iter().map(|column| label(*column)).collect();
        left_out.extend(columns.section.filter(|_| !is_few).map(label));
        let seen = Indicators {
            sections: columns.section.filter(|_| is_few).map(label),
            baseline: columns.baseline.as_ref().map(|levels| label(levels.column)),
            target: label(columns.target.column),
            left_out,
            ..Indicators::default()
        };
        Self {
            name,
            grid,
            columns,
            end: columns.end(grid),
            last: print.outline.last_fiscal_year,
            sections: Vec::new(),
            section: None,
            kpis: Vec::new(),
            readings: Vec::new(),
            seen,
            faults: FaultList::new(name),
        }
    }

    fn fault(&mut self, index: usize, column: usize, kind: FaultKind) {
        let heading = self.columns.label(self.grid, column);
        if let Some(row) = self.grid.rows().get(index) {
            self.faults.add(place(row.line, row.row, column, &heading), kind);
        }
    }

    fn cell(&self, index: usize, column: Option<usize>) -> &'g str {
        column.map(|column| self.grid.cell(index, column)).unwrap_or_default()
    }

    fn enter(&mut self, name: &str) {
        let name = closed(name);
        let known = self.sections.iter().position(|own| *own == name);
        self.section = known.or_else(|| {
            self.sections.push(name);
            Some(self.sections.len() - 1).filter(|index| *index < MOST_SECTIONS)
        });
        self.sections.truncate(MOST_SECTIONS);
    }

    fn row(&mut self, index: usize) {
        let Some(row) = self.grid.rows().get(index) else { return };
        let columns = self.columns;
        let is_bare = columns.levels().all(|column| row.cell(column).is_empty());
        let first = row.filled().next().map(|column| row.cell(column)).unwrap_or_default();
        let is_heading_again = self.grid.cell(columns.heading.0, columns.name) == row.cell(columns.name) && !is_bare;
        if (is_bare && is_note(first)) || is_heading_again {
            return;
        }
        // A title between the rows: the section that follows.
        let is_title = is_bare && row.filled().count() == 1 && index + 1 < self.end;
        if is_title && columns.section.is_none() {
            self.seen.sections.get_or_insert_default();
            return self.enter(first);
        }
        if let Some(column) = columns.section.filter(|_| self.seen.sections.is_some()) {
            let cell = row.cell(column);
            // Of merged cells only the first is filled.
            if !cell.is_empty() {
                self.enter(cell);
            }
        }
        let name = closed(row.cell(columns.name));
        if name.is_empty() {
            let is_remark = is_bare
                && row.filled().all(|column| Some(column) == columns.section || columns.left_out.contains(&column));
            if !is_remark {
                self.fault(index, columns.name, FaultKind::Blank);
            }
            return;
        }
        if self.kpis.len() + self.seen.worded.len() == MOST_RECORDS {
            self.fault(index, columns.name, FaultKind::TooMany { found: MOST_RECORDS + 1, most: MOST_RECORDS });
            return;
        }
        if self.faults.is_empty() || self.kpis.len() < MOST_RECORDS {
            self.add(index, name);
        }
    }

    /// Adds the KPI of a row.
    fn add(&mut self, index: usize, name: String) {
        let columns = self.columns;
        let unit = self.cell(index, columns.unit).to_owned();
        let (baseline, reached) = self.baseline(index);
        let written = self.grid.cell(index, columns.target.column);
        let numbers = match (&baseline, level(written)) {
            (Some((_, Level::Number(baseline, one), _)), Level::Number(target, other)) => {
                let years = reached.iter().map(|(_, _, unit)| unit);
                common_unit(&unit, [one, &other].into_iter().chain(years)).map(|unit| (*baseline, target, unit))
            }
            _ => None,
        };
        let Some((from, to, unit)) = numbers else {
            let baseline = baseline.map(|(cell, ..)| cell.to_owned()).unwrap_or_default();
            let plain = |cell: &str| if is_unpublished(cell) { String::new() } else { cell.to_owned() };
            let section = self.section.and_then(|index| self.sections.get(index)).cloned();
            self.seen.worded.push(Worded { name, section, unit, baseline: plain(&baseline), target: plain(written) });
            return;
        };
        let period = baseline.and_then(|(_, _, period)| period);
        let due = period_in(self.cell(index, columns.target_period)).or_else(|| columns.target.period.clone());
        let told = way(self.cell(index, columns.direction));
        let is_kept = told == Some(Way::Keeps) || (to.value - from.value).abs() < f64::EPSILON;
        let kind = match () {
            () if is_kept => KpiKind::Maintain,
            () if ["%", "％"].contains(&unit.trim()) => KpiKind::Percentage,
            () if [&name, &unit]
                .iter()
                .any(|text| text.contains("累計") || text.to_lowercase().contains("cumulative")) =>
            {
                KpiKind::Cumulative
            }
            () => KpiKind::Unstated,
        };
        let kpi = Kpi {
            id: self.id(index),
            name,
            printed: None,
            definition: String::new(),
            unit,
            kind,
            direction: match told {
                Some(Way::Moves(direction)) => Some(direction),
                Some(Way::Keeps) | None => None,
            },
            decimals: u8::try_from(from.decimals.max(to.decimals).min(MOST_DECIMALS)).unwrap_or_default(),
            baseline: Baseline { value: from.value, period: period.clone().unwrap_or(Period::UNSTATED) },
            target: Target { value: to.value },
            due: Due { stated: due, assumed: Some(self.last) },
            places: self.place(),
            notes: Vec::new(),
        };
        if let (Err(kind), Some(column)) = (rules::points(&kpi), columns.direction) {
            self.fault(index, column, kind);
        }
        self.seen.has_undated |= period.is_none();
        let dues = &mut self.seen.dues;
        *(if kpi.due.stated.is_some() { &mut dues.0 } else { &mut dues.1 }) += 1;
        let line = self.grid.rows().get(index).map_or(0, |row| row.line);
        let reading = |(period, amount, _): (Period, Amount, String)| Actual {
            id: kpi.id.clone(),
            period,
            value: amount.value,
            source: self.name.to_owned(),
            note: String::new(),
            line,
        };
        let readings: Vec<Actual> = reached.into_iter().map(reading).collect();
        self.readings.extend(readings);
        self.kpis.push(kpi);
    }

    /// The cell of the baseline with what it holds and its period, and what was published for years after it.
    #[allow(clippy::type_complexity, reason = "read once, by the caller above")]
    fn baseline(&self, index: usize) -> (Option<(&'g str, Level, Option<Period>)>, Vec<(Period, Amount, String)>) {
        let columns = self.columns;
        let year = |(column, period): &(usize, Period)| match level(self.grid.cell(index, *column)) {
            Level::Number(amount, unit) => Some((*column, period.clone(), amount, unit)),
            Level::Unpublished | Level::Words => None,
        };
        let own = columns.value.and_then(|(value, period)| Some((value, period_in(self.grid.cell(index, period))?)));
        let mut years: Vec<_> = columns.years.iter().filter_map(year).collect();
        let baseline = if let Some(levels) = &columns.baseline {
            let cell = self.grid.cell(index, levels.column);
            let period = period_in(self.cell(index, columns.baseline_period)).or_else(|| levels.period.clone());
            Some((cell, level(cell), period))
        } else if years.is_empty() {
            columns
                .years
                .first()
                .map(|(column, period)| (self.grid.cell(index, *column), Level::Words, Some(period.clone())))
        } else {
            let (column, period, amount, unit) = years.remove(0);
            Some((self.grid.cell(index, column), Level::Number(amount, unit), Some(period)))
        };
        years.extend(own.as_ref().and_then(year));
        (baseline, years.into_iter().map(|(_, period, amount, unit)| (period, amount, unit)).collect())
    }

    /// The id in the list, where it is one that no other row has; else a number.
    fn id(&self, index: usize) -> KpiId {
        let number = self.kpis.len() + 1;
        let own = self.cell(index, self.columns.id).parse::<KpiId>().ok();
        let is_free = |id: &KpiId| self.kpis.iter().all(|kpi| kpi.id != *id);
        let numbered = (number..).filter_map(|number| format!("kpi-{number}").parse::<KpiId>().ok());
        own.into_iter().chain(numbered).find(is_free).unwrap_or_else(KpiId::none)
    }

    /// The section as a place; none where there are no sections.
    fn place(&self) -> Vec<KpiPlace> {
        let measure = self.section.and_then(|index| format!("{}-1", index + 1).parse().ok());
        let source = Source { section: String::new(), page: None };
        measure.map(|measure| KpiPlace { measure, repeated: false, source }).into_iter().collect()
    }
}

/// Whether a list in our own form is another plan's or says in words what our form has in numbers, so that `faults` of the
/// strict reader are none: no row stands in a measure of ours, and what is no number has no digit. Where nothing but
/// numbers without a baseline is left, its cells are told.
pub fn are_read(own: &Dataset, faults: &[Fault]) -> bool {
    let Some(seen) = &own.origin.seen.kpi else { return false };
    let is_number = |cell: &str| cell.contains(|letter: char| letter.is_numeric());
    if own.kpi.kpis.is_empty() && seen.worded.iter().all(|worded| is_number(&worded.target)) {
        return false;
    }
    let rows = own.kpi.kpis.len() + seen.worded.len();
    let of_measures = faults.iter().filter(|fault| fault.column() == Some(3)).filter_map(Fault::line_number);
    let is_foreign = rows > 1 && of_measures.collect::<HashSet<_>>().len() == rows;
    let is_word = |cell: &String| {
        let is_kept = seen.worded.iter().any(|worded| [&worded.baseline, &worded.target].contains(&cell));
        !is_kept || !is_number(cell)
    };
    faults.iter().all(|fault| match (fault.column(), &fault.kind) {
        (Some(2 | 3 | 6), _) => is_foreign,
        (Some(7..=9), FaultKind::Blank) => true,
        (Some(7 | 9), FaultKind::NotNumber(cell) | FaultKind::NotValue(cell)) => is_word(cell),
        _ => false,
    })
}
