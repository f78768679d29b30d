//! A statistical table, however it is laid out: each number by what is counted, in which industry, where and when.
//!
//! Rows of headings and columns of labels are told apart from numbers by what stands in them, and are the same thing
//! after that: a dimension.

use std::collections::HashSet;

use super::super::amount;
use super::super::heading::{self, CODE, meaning};
use super::super::periods::loose_year;
use super::super::seen::Layout;
use super::grid::Grid;
use super::labels::{self, Sort, closed, is_statistic, is_total, sort};

/// Rows looked through for headings.
const MOST_HEADINGS: usize = 30;

/// Where labels stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    /// In a row of headings.
    Heading,
    /// In a column beside the numbers.
    Column(usize),
}

/// Labels that tell numbers apart.
struct Dimension<'g> {
    axis: Axis,
    sort: Sort,
    /// The label of each column for headings, of each row of the grid otherwise; a blank one stands for the one before it.
    of: Vec<&'g str>,
    /// The different ones, without blanks.
    labels: Vec<&'g str>,
    /// Whether some numbers are for all of them: they stand under a total, or under no label.
    has_whole: bool,
}

impl<'g> Dimension<'g> {
    fn label(&self, row: usize, column: usize) -> &'g str {
        let at = if self.axis == Axis::Heading { column } else { row };
        self.of.get(at).copied().unwrap_or_default()
    }
}

/// Where numbers stand, and what tells them apart.
pub struct Cube<'g, 't> {
    grid: &'g Grid<'t>,
    /// Index of the last row of headings.
    heading: usize,
    /// Index of the first.
    first: usize,
    /// Indices of rows that hold numbers.
    rows: Vec<usize>,
    /// Columns that hold numbers.
    columns: Vec<usize>,
    dimensions: Vec<Dimension<'g>>,
}

/// A number's place and labels.
#[derive(Clone, Debug)]
pub struct Number<'g> {
    /// Index of its row in the grid.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// What is counted, as far as the file says.
    pub measure: Option<&'g str>,
    /// The industry.
    pub industry: &'g str,
    /// The place.
    pub place: String,
    /// The prefecture, where a column tells it.
    pub prefecture: Option<String>,
}

/// Numbers by industry and place.
pub struct Numbers<'g> {
    /// All of the newest period, of all sexes and so on.
    pub all: Vec<Number<'g>>,
    /// How the table is laid out.
    pub layout: Layout,
    /// The period shown, as written.
    pub period: Option<String>,
    /// How many periods there are.
    pub periods: usize,
    /// Columns of numbers nobody asked for.
    pub left_out: Vec<String>,
}

/// What is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No number stands under a heading.
    Numbers,
    /// Nothing tells industries.
    Industries,
    /// Nothing tells places.
    Places,
}

impl<'g, 't> Cube<'g, 't> {
    /// Finds headings, labels and numbers; `None` where no numbers stand under a heading.
    pub fn find(grid: &'g Grid<'t>) -> Option<Self> {
        let heading = last_heading(grid)?;
        let (rows, columns, dimensions) = (Vec::new(), Vec::new(), Vec::new());
        let mut cube = Self { grid, heading, first: heading, rows, columns, dimensions };
        let (columns, labels): (Vec<usize>, Vec<usize>) =
            (0..grid.width).partition(|column| cube.holds_numbers(*column));
        cube.columns = columns;
        let is_headed: Vec<usize> = cube.columns.iter().copied().filter(|column| cube.is_headed(*column)).collect();
        cube.columns = is_headed;
        cube.rows = cube.number_rows(&labels);
        if cube.columns.is_empty() || cube.rows.is_empty() {
            return None;
        }
        cube.find_headings();
        for column in labels {
            cube.find_labels(column);
        }
        Some(cube)
    }

    /// What was recognised, for whoever must be told: sorts with their labels.
    pub fn recognised(&self) -> impl Iterator<Item = (Sort, &[&'g str])> {
        self.dimensions.iter().map(|dimension| (dimension.sort, &*dimension.labels))
    }

    /// Cells that are no part of the table: titles above it, notes below it.
    pub fn notes(&self) -> impl Iterator<Item = &'g str> {
        let (grid, first, last) = (self.grid, self.first, self.rows.last().copied().unwrap_or_default());
        let rows = grid.rows().iter().enumerate().filter(move |(index, _)| *index < first || *index > last);
        rows.flat_map(|(_, row)| row.filled().map(|column| row.cell(column)))
    }

    /// Line, row and heading of a number.
    pub fn place_of(&self, row: usize, column: usize) -> (usize, usize, &'g str) {
        let (line, number) = self.grid.rows().get(row).map_or((1, 1), |row| (row.line, row.row));
        (line, number, self.name_of(column))
    }

    /// What stands in a number's cell.
    pub fn cell(&self, number: &Number<'g>) -> &'g str {
        self.grid.cell(number.row, number.column)
    }

    /// What the table counts, where a title or a note says it in a few words.
    pub fn titled(&self) -> Option<&'g str> {
        self.notes().find_map(counted_in)
    }

    /// The only period that titles and notes tell.
    pub fn period(&self) -> Option<String> {
        const MOST_LETTERS: usize = 24;
        let told = self.notes().filter(|note| note.chars().nth(MOST_LETTERS).is_none()).filter_map(period_in);
        let told = different(told);
        if let [only] = told.as_slice() { Some((*only).to_owned()) } else { None }
    }

    /// Where the last row of headings stands: its line and its row.
    pub fn headed(&self) -> (usize, usize) {
        self.grid.rows().get(self.heading).map_or((1, 1), |row| (row.line, row.row))
    }

    /// What a column is called: the lowest heading over it.
    fn name_of(&self, column: usize) -> &'g str {
        let names = (0..=self.heading).rev().map(|row| self.grid.cell(row, column));
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// Whether most of what stands below the headings of a column is a number, or says that none is published.
    fn holds_numbers(&self, column: usize) -> bool {
        let (mut numbers, mut others) = (0, 0);
        for row in self.grid.rows().iter().skip(self.heading + 1) {
            match row.cell(column) {
                "" => {}
                cell if is_number(cell) || amount::is_unpublished(cell) => numbers += 1,
                _ => others += 1,
            }
        }
        let name = self.name_of(column);
        let is_label = matches!(&*meaning(name), CODE | "period" | "id" | "industry" | "city" | "prefecture");
        numbers > others && (!is_label || loose_year(name).is_some())
    }

    /// Whether any heading stands above a column.
    fn is_headed(&self, column: usize) -> bool {
        (0..=self.heading)
            .any(|row| (row == self.heading || self.is_heading(row)) && !self.grid.cell(row, column).is_empty())
    }

    /// Whether a row names several columns of numbers.
    fn is_heading(&self, row: usize) -> bool {
        self.columns.iter().filter(|column| !self.grid.cell(row, **column).is_empty()).nth(1).is_some()
    }

    /// Rows of numbers: up to the last that holds one, and those that follow it without a gap and have all their labels.
    fn number_rows(&self, labels: &[usize]) -> Vec<usize> {
        let rows = self.grid.rows();
        let has_number = |index: &usize| self.columns.iter().any(|column| is_number(self.grid.cell(*index, *column)));
        let body = self.heading + 1..rows.len();
        let Some(last) = body.clone().rev().find(has_number) else { return Vec::new() };
        let has_value = |index: &usize| self.columns.iter().any(|column| !self.grid.cell(*index, *column).is_empty());
        let is_filled = |index: usize, column: &usize| !self.grid.cell(index, *column).is_empty();
        let is_labelled = |index: &usize| labels.iter().all(|own| !is_filled(last, own) || is_filled(*index, own));
        let row_of = |index: usize| rows.get(index).map_or(0, |row| row.row);
        let follows = |index: &usize| {
            row_of(*index) == row_of(last) + (*index - last) && !labels::is_note(self.grid.cell(*index, 0))
        };
        let after = (last + 1..body.end).take_while(follows).filter(|index| labels.len() > 1 && is_labelled(index));
        (body.start..=last).chain(after).filter(has_value).collect()
    }

    /// The rows of headings above the numbers. The cells of a group are merged, but for the last row, where each column
    /// has its own.
    fn find_headings(&mut self) {
        let above = (0..self.heading).filter(|row| self.is_heading(*row));
        let rows: Vec<usize> = above.chain([self.heading]).collect();
        self.first = rows.first().copied().unwrap_or_default();
        let start = self.columns.first().copied().unwrap_or_default();
        for row in rows {
            let (mut of, mut before) = (vec![""; self.grid.width], "");
            for (column, label) in of.iter_mut().enumerate().skip(start) {
                let own = self.grid.cell(row, column);
                before = if own.is_empty() && row != self.heading { before } else { own };
                *label = before;
            }
            let labels = different(self.columns.iter().filter_map(|column| of.get(*column).copied()));
            let is_counted = labels.iter().any(|label| labels::base(label).is_some());
            let is_whole = self
                .columns
                .iter()
                .any(|column| of.get(*column).is_none_or(|label| label.is_empty() || is_total(label)));
            let sort = match sort(labels.iter().copied()) {
                Sort::Other if is_counted && !is_whole => Sort::Measure,
                sort => sort,
            };
            self.add(Dimension { axis: Axis::Heading, sort, of, labels, has_whole: is_whole });
        }
    }

    /// A column of labels.
    fn find_labels(&mut self, column: usize) {
        let (mut of, mut before) = (vec![""; self.grid.rows().len()], "");
        for (row, label) in of.iter_mut().enumerate().skip(self.heading + 1) {
            let own = self.grid.cell(row, column);
            before = if own.is_empty() { before } else { own };
            *label = before;
        }
        let labels = different(self.rows.iter().filter_map(|row| of.get(*row).copied()));
        let by_look = sort(labels.iter().copied());
        let sort = match &*meaning(self.name_of(column)) {
            CODE | "id" => Sort::Code,
            "industry" if by_look != Sort::Code => Sort::Industry,
            "city" if by_look != Sort::Code => Sort::Place,
            "base" => Sort::Measure,
            // Nobody's place nor industry.
            "note" | "source" | "text" | "unit" if by_look == Sort::Other => Sort::Code,
            _ => by_look,
        };
        let has_whole = labels.iter().any(|label| is_total(label));
        self.add(Dimension { axis: Axis::Column(column), sort, of, labels, has_whole });
    }

    fn add(&mut self, dimension: Dimension<'g>) {
        if !dimension.labels.is_empty() {
            self.dimensions.push(dimension);
        }
    }

    /// The dimension of a sort that tells most apart.
    fn of(&self, sort: Sort) -> Option<&Dimension<'g>> {
        let found = self.dimensions.iter().filter(|dimension| dimension.sort == sort);
        found.reduce(|most, next| if next.labels.len() > most.labels.len() { next } else { most })
    }

    /// The dimension that says what is counted: by a known word, else by any.
    fn measure(&self) -> Option<&Dimension<'g>> {
        let mut known = self.dimensions.iter().filter(|own| own.sort == Sort::Measure);
        known
            .find(|own| own.labels.iter().any(|label| labels::base(label).is_some()))
            .or_else(|| self.of(Sort::Measure))
    }

    /// The only dimension that nothing is known of, where it may tell places.
    fn by_elimination(&self) -> Option<&Dimension<'g>> {
        let mut found = self.dimensions.iter().filter(|own| own.sort == Sort::Other && own.labels.len() > 1);
        let only = found.next().filter(|_| found.next().is_none())?;
        (!only.labels.iter().any(|label| is_statistic(label))).then_some(only)
    }

    /// Whether some heading, label or title holds a word of a meaning.
    pub fn says(&self, wanted: &str) -> bool {
        let labels =
            self.dimensions.iter().filter(|own| own.sort == Sort::Measure).flat_map(|own| own.labels.iter().copied());
        labels.chain(self.notes()).any(|label| meaning(label) == wanted)
    }

    /// The numbers of the newest period by industry and place.
    ///
    /// # Errors
    /// When nothing tells industries or places.
    pub fn numbers(&self) -> Result<Numbers<'g>, Missing> {
        let industry = self.of(Sort::Industry).ok_or(Missing::Industries)?;
        let place = self.of(Sort::Place).or_else(|| self.by_elimination()).ok_or(Missing::Places)?;
        let (measure, years) = (self.measure(), self.of(Sort::Year));
        let newest = years.and_then(|years| years.labels.iter().copied().max_by_key(|label| loose_year(label)));
        let splits =
            |own: &&Dimension| splits(own) && ![industry, place].into_iter().any(|taken| std::ptr::eq(taken, *own));
        let splits: Vec<&Dimension> = self.dimensions.iter().filter(splits).collect();
        let measures: Vec<&Dimension> = self.dimensions.iter().filter(|own| own.sort == Sort::Measure).collect();
        let prefecture = self.dimensions.iter().find(|own| self.is_prefecture(own, place));
        let (mut numbers, mut left_out) = (Vec::new(), Vec::new());
        for (row, column) in self.rows.iter().flat_map(|row| self.columns.iter().map(move |column| (*row, *column))) {
            let label = |own: &Dimension<'g>| own.label(row, column);
            let is_newest = years.is_none_or(|years| Some(label(years)) == newest);
            let is_whole = splits.iter().all(|own| label(own).is_empty() || is_total(label(own)));
            let (of_industry, at) = (label(industry), label(place));
            if of_industry.is_empty() || at.is_empty() || !is_newest || !is_whole {
                continue;
            }
            if let Some(other) = measures.iter().find(|own| !is_shown(own, label(own))) {
                let name = label(other);
                if !name.is_empty() && !left_out.iter().any(|own| own == name) {
                    left_out.push(name.to_owned());
                }
                continue;
            }
            numbers.push(Number {
                row,
                column,
                measure: measure.map(label),
                industry: of_industry.trim(),
                place: closed(at),
                prefecture: prefecture.map(|own| closed(label(own))),
            });
        }
        if numbers.is_empty() {
            return Err(Missing::Numbers);
        }
        let layout = match (industry.axis, place.axis) {
            (Axis::Heading, _) => Layout::PlacesInRows,
            (_, Axis::Heading) => Layout::IndustriesInRows,
            _ => Layout::Long,
        };
        let periods = years.map_or(0, |years| years.labels.len());
        Ok(Numbers { all: numbers, layout, period: newest.map(period_of), periods, left_out })
    }

    /// Whether a column says in which prefecture places lie.
    fn is_prefecture(&self, own: &Dimension, place: &Dimension) -> bool {
        matches!(own.axis, Axis::Column(column) if meaning(self.name_of(column)) == "prefecture")
            && !std::ptr::eq(own, place)
    }
}

/// Whether numbers are parts of others by a dimension.
fn splits(own: &Dimension) -> bool {
    (own.sort == Sort::Sex || own.sort == Sort::Other && own.has_whole) && own.labels.len() > 1
}

/// Whether what is counted can be shown: a known word, or the only one that there is.
fn is_shown(own: &Dimension, label: &str) -> bool {
    let is_known = |label: &str| labels::base(label).is_some() || matches!(&*meaning(label), "lq" | heading::SHARES);
    !label.is_empty() && (is_known(label) || !own.labels.iter().any(|label| is_known(label)))
}

/// The different ones among labels, in the order in which they first stand.
fn different<'g>(labels: impl Iterator<Item = &'g str>) -> Vec<&'g str> {
    let mut seen = HashSet::new();
    labels.filter(|label| !label.is_empty() && seen.insert(*label)).collect()
}

/// A period as it is shown: years that a program wrote as numbers without what it added.
fn period_of(label: &str) -> String {
    let is_bare = label.chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter));
    loose_year(label).filter(|_| is_bare).map_or_else(|| label.trim().to_owned(), |year| year.to_string())
}

/// The word for what is counted in a title.
fn counted_in(title: &str) -> Option<&str> {
    const WORDS: [&str; 14] = [
        "従業者数",
        "従業員数",
        "就業者数",
        "事業所数",
        "市内総生産",
        "県内総生産",
        "総生産額",
        "生産額",
        "付加価値額",
        "従業者",
        "就業者",
        "事業所",
        "Employees",
        "Establishments",
    ];
    WORDS.iter().find_map(|word| title.find(word).and_then(|at| title.get(at..at + word.len())))
}

/// A period in a title: `平成26年`, `2006年`.
fn period_in(title: &str) -> Option<&str> {
    let (end, length) =
        title.find("年度").map(|at| (at, "年度".len())).or_else(|| title.find('年').map(|at| (at, "年".len())))?;
    let head = title.get(..end)?;
    let start = head
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_numeric() || "令和平成昭元".contains(*letter))
        .last()?
        .0;
    title.get(start..end + length).filter(|period| loose_year(period).is_some())
}

/// Whether a cell holds a number.
fn is_number(cell: &str) -> bool {
    amount::loose(cell).is_ok()
}

/// Index of the last row of headings: the row in which the most kinds of headings stand, or those below it down to the
/// first row of numbers.
fn last_heading(grid: &Grid) -> Option<usize> {
    let kinds = |index: usize| {
        let cells: Vec<&str> = grid.rows().get(index)?.filled().map(|column| grid.cell(index, column)).collect();
        let mut kinds: HashSet<String> = HashSet::new();
        let numbers = cells.iter().filter(|cell| is_number(cell) && loose_year(cell).is_none()).count();
        if numbers * 3 >= cells.len() {
            return None;
        }
        for cell in &cells {
            let meaning = meaning(cell);
            if loose_year(cell).is_some() {
                kinds.insert("years".to_owned());
            } else if is_number(cell) || meaning == CODE {
            } else if labels::is_industry(cell) {
                kinds.insert("industries".to_owned());
            } else if labels::is_counted(cell) || heading::is_known(&meaning) {
                kinds.insert(meaning);
            } else if sort([*cell].into_iter()) == Sort::Place || is_total(cell) {
                kinds.insert("places".to_owned());
            }
        }
        Some(kinds.len()).filter(|kinds| *kinds > 1)
    };
    let rows = grid.rows().len().min(MOST_HEADINGS);
    let most = (0..rows).filter_map(|index| Some((index, kinds(index)?)));
    let headed = most.reduce(|most, next| if next.1 > most.1 { next } else { most }).map(|(index, _)| index);
    let first = headed.map_or(0, |index| index + 1);
    let below = (first..rows).find(|index| is_row_of_numbers(grid, *index));
    let has_numbers = |index: usize| {
        grid.rows().get(index).is_some_and(|row| {
            row.filled().any(|column| is_number(row.cell(column)) || amount::is_unpublished(row.cell(column)))
        })
    };
    match (headed, below) {
        (Some(headed), Some(below)) if (headed + 1..below).all(|index| !has_numbers(index)) => Some(below - 1),
        (Some(headed), _) => Some(headed),
        (None, Some(below)) => below.checked_sub(1),
        (None, None) => None,
    }
}

/// Whether a third of a row are numbers beside some label. Years alone are headings.
fn is_row_of_numbers(grid: &Grid, index: usize) -> bool {
    let Some(row) = grid.rows().get(index) else { return false };
    let (mut numbers, mut filled, mut labels) = (0, 0, 0);
    for column in row.filled() {
        let cell = row.cell(column);
        filled += 1;
        if is_number(cell) && loose_year(cell).is_none() {
            numbers += 1;
        } else if !is_number(cell) && !amount::is_unpublished(cell) {
            labels += 1;
        }
    }
    labels > 0 && numbers > 0 && numbers * 3 >= filled
}
