//! KPI lists of any plan as offices have them: headings in any order and language, sections or none, years side by side,
//! targets in words. What is no number is kept as written, never guessed.

use std::collections::HashSet;

use super::super::Dataset;
use super::super::actuals::Actual;
use super::super::amount::{Amount, half_width, is_unpublished, loose};
use super::super::heading::{MOST_ROWS, is_known, meaning};
use super::super::kpi::{Baseline, Direction, Due, Kpi, KpiData, KpiKind, KpiPlace, Period, Target};
use super::super::letters::folded;
use super::super::periods::read_period;
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
/// Columns looked at.
const MOST_COLUMNS: usize = 200;
/// Decimals that can be shown.
const MOST_DECIMALS: usize = 6;

/// A column that holds levels, and the period that its heading states.
#[derive(Clone, Debug)]
struct Levels {
    column: usize,
    period: Option<Period>,
}

/// Where a list has what; columns count from 0.
#[derive(Debug)]
pub struct Columns {
    /// The row of the headings and how many rows they take.
    heading: (usize, usize),
    name: usize,
    id: Option<usize>,
    unit: Option<usize>,
    section: Option<usize>,
    direction: Option<usize>,
    baseline: Option<Levels>,
    baseline_period: Option<usize>,
    target: Levels,
    target_period: Option<usize>,
    /// Published values of other years, the oldest first.
    years: Vec<(usize, Period)>,
    /// A published value and its period, in columns of their own.
    value: Option<(usize, usize)>,
    left_out: Vec<usize>,
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

/// What a cell for a level holds.
#[derive(Clone, Debug, PartialEq)]
enum Level {
    Number(Amount, String),
    Unpublished,
    Words,
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
    fn end(&self, grid: &Grid) -> usize {
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
    fn levels(&self) -> impl Iterator<Item = usize> {
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

    fn label(&self, grid: &Grid, column: usize) -> String {
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

/// The period in a heading or a cell: `目標値（令和9年度）`, `R10目標`, `Target (by 2030)`, `令和6年3月末`.
fn period_in(label: &str) -> Option<Period> {
    const WORDS: [&str; 20] = [
        "目標値",
        "目標",
        "現状値",
        "現状",
        "基準値",
        "基準",
        "実績値",
        "実績",
        "最終",
        "中間",
        "当初",
        "時点",
        "現在",
        "まで",
        "末",
        "baseline",
        "target",
        "value",
        "actual",
        "by",
    ];
    let mut plain: String = folded(label).to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    for word in WORDS {
        plain = plain.replace(word, "");
    }
    let plain = plain.strip_prefix("値").unwrap_or(&plain);
    let plain = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(plain);
    match read_period(plain, None) {
        Ok(period) => Some(period),
        // A month lies in a fiscal year; a bare year is said as it stands.
        Err(FaultKind::OpenPeriod { fiscal, calendar, .. }) => {
            let is_month = plain.contains(['/', '-', '.', '月']);
            Some(if is_month {
                Period { year: fiscal, is_fiscal: true }
            } else {
                Period { year: calendar, is_fiscal: false }
            })
        }
        Err(_) => None,
    }
}

/// Reads a level with or without a unit.
fn level(cell: &str) -> Level {
    /// What makes of a number a range, a change or a time.
    const STOPS: [&str; 26] = [
        "以", "未満", "超", "程度", "を", "維持", "増", "減", "上昇", "低下", "向上", "約", "前後", "割", "の", "~",
        "〜", "か年", "more", "less", "least", "over", "under", "up ", "maintain", "increase",
    ];
    if is_unpublished(cell) {
        return Level::Unpublished;
    }
    let is_numeric = |(index, letter): &(usize, char)| {
        let letter = half_width(*letter);
        letter.is_ascii_digit() || ",.".contains(letter) || (*index == 0 && "+-△▲".contains(letter))
    };
    let count = cell.chars().enumerate().take_while(is_numeric).count();
    let number: String = cell.chars().take(count).collect();
    let unit: String = cell.chars().skip(count).collect();
    let (unit, plain) = (unit.trim(), folded(&unit).to_lowercase());
    let is_unit = unit.chars().nth(MOST_UNIT).is_none()
        && !unit.contains(|letter: char| letter.is_numeric())
        && !plain.trim_start().starts_with(['年', '月', '日', '-', '/', '.', ','])
        && !STOPS.iter().any(|stop| plain.contains(stop));
    match loose(&number) {
        Ok(amount) if is_unit && amount.value.abs() <= rules::LARGEST_LEVEL => Level::Number(amount, unit.to_owned()),
        _ => Level::Words,
    }
}

/// A number with or without the unit of its row; `None` where the cell holds anything else.
pub fn number(cell: &str, unit: &str) -> Option<Amount> {
    match level(cell) {
        Level::Number(amount, own) => common_unit(unit, [&own].into_iter()).map(|_| amount),
        Level::Unpublished | Level::Words => None,
    }
}

/// Letters of a unit within a cell.
const MOST_UNIT: usize = 12;

/// Which way a cell points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// More is better, or less.
    Moves(Direction),
    /// As it is.
    Keeps,
}

/// Which way a cell points, where it says so.
fn way(cell: &str) -> Option<Way> {
    let plain = folded(cell).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if has(&["維持", "横ばい", "→", "⇒", "keep", "maintain", "hold"]) {
        Some(Way::Keeps)
    } else if has(&["増", "上昇", "向上", "上げ", "↑", "↗", "高", "raise", "up", "increase", "higher"]) {
        Some(Way::Moves(Direction::Raise))
    } else if has(&["減", "低下", "下げ", "↓", "↘", "低", "lower", "down", "decrease", "reduce"]) {
        Some(Way::Moves(Direction::Lower))
    } else {
        None
    }
}

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

/// The one unit of a row: that of its own column, else that within its cells; `None` where they differ.
fn common_unit<'u>(column: &str, cells: impl Iterator<Item = &'u String>) -> Option<String> {
    let plain = |unit: &str| folded(unit).trim().to_lowercase();
    let mut unit = column.trim().to_owned();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        if unit.is_empty() {
            unit.clone_from(cell);
        } else if plain(&unit) != plain(cell) {
            return None;
        }
    }
    // Letters of the alphabet stand apart from their number.
    let is_apart = unit.starts_with(|letter: char| letter.is_ascii_alphabetic());
    Some(if is_apart { [" ", &unit].concat() } else { unit })
}
