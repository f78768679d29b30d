//! Lists as offices have them, brought into our own forms: factors by kind, readings by the name of their KPI.

use std::collections::HashMap;

use super::super::actuals;
use super::super::heading::{MOST_ROWS, meaning};
use super::super::kpi::Kpi;
use super::super::letters::folded;
use super::super::periods::loose_year;
use super::super::sheet::{Arranged, Sheet};
use super::super::spelling;
use super::grid::{Grid, cell_name};
use super::labels::is_note;
use super::swot;
use crate::id::{FactorKind, KpiId, NodeCode};

/// Letters of a word for a kind at most: a sentence may speak of a strength.
const MOST_LETTERS: usize = 12;

/// The kind that a word stands for: `強み`, `Strengths`, `S`, `Ｗ（弱み）`.
fn kind(word: &str) -> Option<FactorKind> {
    let plain = folded(word).trim().to_lowercase();
    let is = |kind: &FactorKind| {
        let (begin, letter, japanese) = match kind {
            FactorKind::Strength => ("strength", "s", "強み"),
            FactorKind::Weakness => ("weakness", "w", "弱み"),
            FactorKind::Opportunity => ("opportunit", "o", "機会"),
            FactorKind::Threat => ("threat", "t", "脅威"),
        };
        let is_short = plain.chars().nth(MOST_LETTERS).is_none();
        plain == letter || plain.starts_with(begin) && is_short || plain.contains(japanese) && is_short
    };
    FactorKind::ALL.into_iter().find(is)
}

/// A list of strengths, weaknesses, opportunities and threats; `None` where it is none.
pub fn factors<'a>(file: &str, grid: &Grid) -> Option<Sheet<'a>> {
    let rows = by_heading(grid).or_else(|| by_kind(grid))?;
    (!rows.is_empty()).then(|| Sheet::arranged(file, &swot::COLUMNS, rows))
}

/// Gives codes to factors: a row of our form for each, numbered within its kind.
#[derive(Default)]
struct Numbered {
    counts: HashMap<FactorKind, usize>,
    rows: Vec<Arranged>,
}

impl Numbered {
    fn add(&mut self, (grid, index): (&Grid, usize), kind: FactorKind, column: usize) {
        let Some(row) = grid.rows().get(index) else { return };
        let number = self.counts.entry(kind).or_default();
        *number += 1;
        let code = format!("{}-{number}", kind.letter());
        let place = (column + 1, cell_name(row.row, column));
        let cells = vec![code, swot::kind_word(kind).to_owned(), row.cell(column).to_owned()];
        self.rows.push(Arranged { line: row.line, cells, places: vec![place; 3] });
    }
}

/// A column for each kind, under its name.
fn by_heading(grid: &Grid) -> Option<Vec<Arranged>> {
    let headed = |index: usize| {
        let row = grid.rows().get(index)?;
        let kinds: Vec<(usize, FactorKind)> =
            row.filled().filter_map(|column| Some((column, kind(row.cell(column))?))).collect();
        let is_heading = kinds.len() > 1 || (kinds.len() == 1 && row.filled().count() == 1);
        is_heading.then_some((index, kinds))
    };
    let (heading, kinds) = (0..grid.rows().len().min(MOST_ROWS)).find_map(headed)?;
    let mut factors = Numbered::default();
    for (column, kind) in kinds {
        for index in heading + 1..grid.rows().len() {
            let cell = grid.cell(index, column);
            if !cell.is_empty() && !is_note(cell) {
                factors.add((grid, index), kind, column);
            }
        }
    }
    Some(factors.rows)
}

/// A row for each factor, its kind in one column. A blank kind is that of the row above.
fn by_kind(grid: &Grid) -> Option<Vec<Arranged>> {
    let count = |column: usize| grid.rows().iter().filter(|row| kind(row.cell(column)).is_some()).count();
    let kinds = (0..grid.width).find(|column| {
        let filled = grid.rows().iter().filter(|row| !row.cell(*column).is_empty()).count();
        count(*column) > 0 && 2 * count(*column) >= filled
    })?;
    let first = grid.rows().iter().position(|row| kind(row.cell(kinds)).is_some())?;
    let letters =
        |column: &usize| -> usize { grid.rows().iter().skip(first).map(|row| row.cell(*column).chars().count()).sum() };
    // The longest texts are what is said; codes and remarks are shorter.
    let text = (0..grid.width).filter(|column| *column != kinds).max_by_key(letters)?;
    let codes = (0..grid.width).find(|column| {
        let meant = |cell: &str| spelling::meant::<NodeCode>(cell).is_some();
        ![kinds, text].contains(column) && grid.rows().iter().skip(first).all(|row| meant(row.cell(*column)))
    });
    let (mut factors, mut before) = (Numbered::default(), None);
    for (index, row) in grid.rows().iter().enumerate().skip(first) {
        before = kind(row.cell(kinds)).or(before.filter(|_| row.cell(kinds).is_empty()));
        let code = codes.and_then(|codes| spelling::meant::<NodeCode>(row.cell(codes)));
        match (code, before) {
            _ if row.cell(text).is_empty() || is_note(row.cell(0)) => {}
            (Some(code), _) => {
                let written = row.cell(kinds);
                let kind = kind(written).map_or_else(|| written.to_owned(), |kind| swot::kind_word(kind).to_owned());
                let place = |column: usize| (column + 1, cell_name(row.row, column));
                let places = vec![place(codes.unwrap_or_default()), place(kinds), place(text)];
                factors.rows.push(Arranged {
                    line: row.line,
                    cells: vec![code, kind, row.cell(text).to_owned()],
                    places,
                });
            }
            (None, Some(kind)) => factors.add((grid, index), kind, text),
            // A row of no kind that has a text: nothing of it may be lost.
            (None, None) => return None,
        }
    }
    Some(factors.rows)
}

/// Whether some row heads a list of KPIs: names and targets.
pub fn is_of_indicators(grid: &Grid) -> bool {
    grid.rows().iter().take(MOST_ROWS).any(|row| {
        let meanings: Vec<String> = row.filled().map(|column| meaning(row.cell(column))).collect();
        let has = |wanted: &str| meanings.iter().any(|meaning| meaning == wanted);
        has("name") && (has("target") || has("baseline"))
    })
}

/// Readings of KPIs, one a row or the years beside one another; `None` where the list is none.
pub fn readings<'a>(file: &str, grid: &Grid, kpis: &[Kpi]) -> Option<Sheet<'a>> {
    let by_name: HashMap<String, &KpiId> =
        kpis.iter().flat_map(|kpi| [(plain(&kpi.name), &kpi.id), (kpi.id.to_string(), &kpi.id)]).collect();
    let (heading, columns) =
        (0..grid.rows().len().min(MOST_ROWS)).find_map(|index| Some((index, Columns::find(grid, index)?)))?;
    let mut rows = Vec::new();
    for row in grid.rows().iter().skip(heading + 1) {
        let cell = |column: Option<usize>| column.map(|column| row.cell(column)).unwrap_or_default();
        let name = row.cell(columns.name);
        // What is no KPI of ours is told by the reader of our form.
        let id = by_name.get(&plain(name)).map_or_else(|| name.to_owned(), ToString::to_string);
        let at = |column: Option<usize>| {
            let column = column.unwrap_or(columns.name);
            let heading = grid.cell(heading, column);
            (column + 1, [&cell_name(row.row, column), heading].join(" "))
        };
        let values =
            columns.values.iter().filter(|(_, value)| columns.values.len() == 1 || !row.cell(*value).is_empty());
        for (period, value) in values {
            let (period, period_at) = match period {
                Ok(column) => (row.cell(*column), at(Some(*column))),
                Err(heading) => (&**heading, at(Some(*value))),
            };
            let [source, note] = [columns.source, columns.note];
            let cells = [id.as_str(), period, row.cell(*value), cell(source), cell(note)];
            let is_blank = cells.iter().all(|cell| cell.is_empty()) || is_note(name) && row.cell(*value).is_empty();
            if !is_blank {
                rows.push(Arranged {
                    line: row.line,
                    cells: cells.map(str::to_owned).to_vec(),
                    places: vec![at(Some(columns.name)), period_at, at(Some(*value)), at(source), at(note)],
                });
            }
        }
    }
    // A table of another kind may have names and years too: some name must be a KPI's.
    let is_known = rows.iter().any(|row| row.cells.first().is_some_and(|id| by_name.contains_key(id)));
    is_known.then(|| Sheet::arranged(file, &actuals::COLUMNS, rows))
}

/// A name as names are compared.
fn plain(name: &str) -> String {
    folded(name).split_whitespace().collect()
}

/// Where a list of readings has what.
struct Columns {
    name: usize,
    /// Each column of values with its period: in a column of its own, or the heading.
    values: Vec<(Result<usize, String>, usize)>,
    source: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn find(grid: &Grid, index: usize) -> Option<Self> {
        let row = grid.rows().get(index)?;
        let of = |wanted: &str| {
            row.filled().find(|column| loose_year(row.cell(*column)).is_none() && meaning(row.cell(*column)) == wanted)
        };
        let name = of("id").or_else(|| of("name"))?;
        let long = of("period").zip(of("value")).map(|(period, value)| (Ok(period), value));
        let years = || row.filled().filter(|column| loose_year(row.cell(*column)).is_some());
        let wide = || years().map(|column| (Err(row.cell(column).to_owned()), column)).collect();
        let values: Vec<_> = long.map_or_else(wide, |long| vec![long]);
        let is_list = of("target").is_none() && !values.is_empty();
        is_list.then(|| Self { name, values, source: of("source"), note: of("note") })
    }
}
