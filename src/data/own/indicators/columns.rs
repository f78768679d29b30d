//! Where a list of KPIs has what: its headings, in any order and language, in one row or two.

use super::cells::{Level, level, period_in};
use crate::data::heading::{MOST_ROWS, is_known, meaning};
use crate::data::kpi::Period;
use crate::data::letters::folded;
use crate::data::own::grid::Grid;
use crate::data::own::labels::closed;

/// Columns looked at.
const MOST_COLUMNS: usize = 200;

/// A column that holds levels, and the period that its heading states.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    pub column: usize,
    pub period: Option<Period>,
}

/// Where a list has what; columns count from 0.
#[derive(Debug)]
pub struct Columns {
    /// The row of the headings and how many rows they take.
    pub(super) heading: (usize, usize),
    pub(super) name: usize,
    pub(super) id: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) section: Option<usize>,
    pub(super) direction: Option<usize>,
    pub(super) baseline: Option<Levels>,
    pub(super) baseline_period: Option<usize>,
    pub(super) target: Levels,
    pub(super) target_period: Option<usize>,
    /// Published values of other years, the oldest first.
    pub(super) years: Vec<(usize, Period)>,
    /// A published value and its period, in columns of their own.
    pub(super) value: Option<(usize, usize)>,
    pub(super) left_out: Vec<usize>,
}

/// What a heading of a list stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Name,
    Id,
    Unit,
    Pillar,
    Measure,
    Direction,
    Baseline,
    BaselinePeriod,
    Target,
    TargetPeriod,
    Year,
    Value,
    ValuePeriod,
    Other,
}

impl Columns {
    /// Finds the headings of a list of KPIs: a name and a target, with a unit, a baseline or years beside them.
    pub fn find(grid: &Grid) -> Option<Self> {
        (0..grid.rows().len().min(MOST_ROWS))
            .find_map(|index| Self::at(grid, index, 1).or_else(|| Self::at(grid, index, 2)))
    }

    fn at(grid: &Grid, index: usize, rows: usize) -> Option<Self> {
        let is_second = rows == 2;
        let labels: Vec<String> =
            (0..grid.width.min(MOST_COLUMNS)).map(|column| label(grid, index, column, is_second)).collect();
        let roles: Vec<Role> = labels.iter().map(|label| role(label)).collect();
        let first = |role: Role| roles.iter().position(|own| *own == role);
        let all = |role: Role| roles.iter().enumerate().filter(move |(_, own)| **own == role).map(|(column, _)| column);
        let name = first(Role::Name)?;
        let dated = |column: usize| Levels { column, period: labels.get(column).and_then(|label| period_in(label)) };
        // Where a target is set for several years, the last of them is the target.
        let target = all(Role::Target).map(dated).reduce(|last, next| match (&last.period, &next.period) {
            (Some(one), Some(other)) if one.year >= other.year => last,
            (Some(_), None) => last,
            _ => next,
        })?;
        let baselines: Vec<Levels> = all(Role::Baseline).map(dated).collect();
        let oldest = baselines.iter().filter(|levels| levels.period.is_some());
        let baseline =
            oldest.min_by_key(|levels| levels.period.as_ref().map(|period| period.year)).or(baselines.first()).cloned();
        let year = |levels: &Levels| Some((levels.column, levels.period.clone()?));
        let others = baselines.iter().filter(|levels| Some(levels.column) != baseline.as_ref().map(|own| own.column));
        let mut years: Vec<(usize, Period)> =
            all(Role::Year).map(dated).chain(others.cloned()).filter_map(|levels| year(&levels)).collect();
        years.sort_by_key(|(_, period)| (period.year, period.is_fiscal));
        let is_list = first(Role::Unit).is_some() || baseline.is_some() || !years.is_empty();
        if !is_list
            || (is_second && !is_subheading(grid, index + 1, name))
            || (!is_second && is_subheading(grid, index + 1, name))
        {
            return None;
        }
        let section = section(grid, index + rows, first(Role::Pillar), first(Role::Measure));
        let mut columns = Self {
            heading: (index, rows),
            name,
            id: first(Role::Id),
            unit: first(Role::Unit),
            section,
            direction: first(Role::Direction),
            baseline,
            baseline_period: first(Role::BaselinePeriod),
            target,
            target_period: first(Role::TargetPeriod),
            years,
            value: first(Role::Value).zip(first(Role::ValuePeriod)),
            left_out: Vec::new(),
        };
        columns.left_out = (0..grid.width)
            .filter(|column| !columns.uses(*column) && labels.get(*column).is_some_and(|label| !label.is_empty()))
            .collect();
        Some(columns)
    }

    /// Where the rows end: what stands apart below the last level are notes.
    pub(super) fn end(&self, grid: &Grid) -> usize {
        let rows = grid.rows();
        let is_bare = |index: usize| self.levels().all(|column| grid.cell(index, column).is_empty());
        let first = self.heading.0 + self.heading.1;
        let last = (first..rows.len()).rev().find(|index| !is_bare(*index));
        let is_next = |index: &usize| {
            let rows = [*index - 1, *index].map(|index| rows.get(index).map_or(0, |row| row.row));
            rows[0] + 1 == rows[1]
        };
        let from = last.unwrap_or(first) + 1;
        from.min(rows.len()) + (from..rows.len()).take_while(is_next).count()
    }

    /// The columns that hold levels.
    pub(super) fn levels(&self) -> impl Iterator<Item = usize> {
        let baseline = self.baseline.as_ref().map(|levels| levels.column);
        baseline.into_iter().chain([self.target.column]).chain(self.years.iter().map(|(column, _)| *column))
    }

    /// Whether anything stands below the headings.
    pub fn have_rows(&self, grid: &Grid) -> bool {
        self.heading.0 + self.heading.1 < grid.rows().len()
    }

    fn uses(&self, column: usize) -> bool {
        let (value, value_period) = self.value.unzip();
        let one = [
            self.id,
            self.unit,
            self.section,
            self.direction,
            self.baseline_period,
            self.target_period,
            value,
            value_period,
            Some(self.name),
        ];
        one.contains(&Some(column)) || self.levels().any(|own| own == column)
    }

    pub(super) fn label(&self, grid: &Grid, column: usize) -> String {
        label(grid, self.heading.0, column, self.heading.1 == 2)
    }
}

/// Whether a row continues the headings above it: no name, no number but years.
fn is_subheading(grid: &Grid, index: usize, name: usize) -> bool {
    let Some(row) = grid.rows().get(index) else { return false };
    let is_word = |column: usize| {
        let cell = row.cell(column);
        period_in(cell).is_some() || matches!(level(cell), Level::Words)
    };
    row.cell(name).is_empty()
        && row.filled().count() > 1
        && row.filled().all(is_word)
        && row.filled().any(|column| period_in(row.cell(column)).is_some() || is_known(&meaning(row.cell(column))))
}

/// What stands over a column; under a merged heading the one to its left holds for it.
fn label(grid: &Grid, index: usize, column: usize, is_second: bool) -> String {
    let upper = grid.cell(index, column);
    if !is_second {
        return closed(upper);
    }
    let lower = grid.cell(index + 1, column);
    let reaches = |left: &usize| !grid.cell(index + 1, *left).is_empty();
    let upper = if upper.is_empty() && !lower.is_empty() {
        let over = (0..column).rev().take_while(reaches).map(|left| grid.cell(index, left));
        over.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default()
    } else {
        upper
    };
    closed([upper, lower].join(" ").trim())
}

/// The column of sections: pillars, or measures where pillars are mere numbers or not told.
fn section(grid: &Grid, first: usize, pillar: Option<usize>, measure: Option<usize>) -> Option<usize> {
    let is_word = |column: &usize| {
        let is_number = |cell: &str| !cell.contains(|letter: char| letter.is_alphabetic());
        grid.rows().iter().skip(first).any(|row| !is_number(row.cell(*column)))
    };
    let columns = [pillar, measure].into_iter().flatten();
    columns.clone().find(is_word).or_else(|| columns.into_iter().next())
}

/// Words that tell what a heading is about, in lower case: none of these is a level.
const ASIDES: [&str; 14] = [
    "達成",
    "進捗",
    "考え方",
    "根拠",
    "理由",
    "説明",
    "状況",
    "差",
    "見込",
    "予測",
    "推計",
    "forecast",
    "progress",
    "definition",
];

fn role(label: &str) -> Role {
    let plain = folded(label).to_lowercase();
    if plain.is_empty() || ASIDES.iter().any(|word| plain.contains(word)) {
        return Role::Other;
    }
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if has(&["基本目標", "基本方", "政策", "分野", "大項目", "section", "theme"]) {
        return Role::Pillar;
    }
    if plain.contains("施策") && !has(&["コード", "番号"]) {
        return Role::Measure;
    }
    if plain.ends_with("項目") {
        return Role::Name;
    }
    if plain.contains("方向") || plain.contains("direction") {
        return Role::Direction;
    }
    let period = period_in(label);
    let ends = ["年度", "年", "時期", "時点", "year", "period", "date"].iter().any(|end| plain.ends_with(end));
    let is_of_time = period.is_none() && (ends || plain.starts_with("period of"));
    if plain.starts_with("actual") && period.is_none() || plain == "period of the actual" {
        return if is_of_time { Role::ValuePeriod } else { Role::Value };
    }
    match &*meaning(label) {
        "name" | "text" => Role::Name,
        "id" => Role::Id,
        "unit" => Role::Unit,
        "pillar" => Role::Pillar,
        "measure" => Role::Measure,
        "target" | "target_period" if is_of_time => Role::TargetPeriod,
        "target" | "target_period" => Role::Target,
        "baseline" | "baseline_period" if is_of_time => Role::BaselinePeriod,
        "baseline" | "baseline_period" => Role::Baseline,
        // A day within a year is not its value.
        _ if period.is_some() && !plain.contains('月') => Role::Year,
        "period" if is_of_time => Role::ValuePeriod,
        "value" => Role::Value,
        _ => Role::Other,
    }
}
