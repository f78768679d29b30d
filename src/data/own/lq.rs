//! A reader's own `lq.csv`: `base,industry,city,lq`, one quotient a row, cities and industries as they come. `period` and
//! `reference_period` may follow, as in what is published; a last column, `prefecture`, keeps cities of the same name apart.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::Hasher as _;

use fnv::FnvHasher;

use super::super::amount;
use super::super::letters::folded;
use super::super::lq::{City, Labels, LqData, LqRow, LqTable};
use super::super::provenance::Source;
use super::super::quotient::Quotient;
use super::super::rules::{self, MOST_CITIES, MOST_INDUSTRIES};
use super::super::sheet::Sheet;
use crate::error::{Fault, FaultKind, Words};
use crate::id::{Base, CityId, IndustryId};

/// The header line.
pub const COLUMNS: [&str; 4] = ["base", "industry", "city", "lq"];
/// The header line of a file that says where its cities lie.
pub const PLACED: [&str; 5] = ["base", "industry", "city", "lq", "prefecture"];
/// The header line of what is published: with the periods of numerator and denominator.
pub const DATED: [&str; 6] = ["base", "industry", "city", "lq", "period", "reference_period"];
/// The same where it is known in which prefecture each city lies.
pub const DATED_PLACED: [&str; 7] = ["base", "industry", "city", "lq", "period", "reference_period", "prefecture"];

/// Where the two periods stand; columns count from 1.
const PERIODS: [usize; 2] = [5, 6];

/// Decimals shown whole; longer quotients are computed ones, shown as the strategy prints its own.
const MOST_SHOWN: usize = 4;
const SHOWN: u8 = 2;

/// Reads the rows; what `print` says of its tables is kept where they are the same, its doubts where a column is.
pub fn read(mut sheet: Sheet, print: &LqData) -> Result<LqData, Vec<Fault>> {
    let mut quotients = Quotients::new(print);
    while sheet.advance() {
        quotients.add(&mut sheet);
    }
    if sheet.is_sound() {
        quotients.check(&mut sheet);
    }
    sheet.finish(())?;
    Ok(quotients.build(print))
}

/// One industry on one base.
struct Series {
    base: Base,
    industry: IndustryId,
    /// One a city, as far as read.
    values: Vec<Option<Quotient>>,
}

impl Series {
    /// What the file says of a city; that it says nothing tells that nothing is published.
    fn value(&self, column: usize) -> Quotient {
        self.values.get(column).copied().flatten().unwrap_or_default()
    }
}

/// Quotients by base, industry and place, in the order in which they first stand; `print` is ours.
pub fn assemble<'q>(
    values: impl Iterator<Item = (Base, &'q str, (String, Option<String>), Quotient)>,
    decimals: usize,
    print: &LqData,
) -> LqData {
    let mut quotients = Quotients::new(print);
    quotients.decimals = decimals;
    let mut columns: HashMap<(String, Option<String>), usize> = HashMap::new();
    let mut series: HashMap<(Base, String), usize> = HashMap::new();
    for (base, industry, place, value) in values {
        let column = *columns.entry(place.clone()).or_insert(quotients.cities.len());
        if column == quotients.cities.len() {
            let (name, prefecture) = place;
            let known = quotients.known.get(&key(&name, "")).map(|city| city.name.clone());
            quotients.cities.push((known.unwrap_or(name), prefecture));
        }
        let name = folded(industry);
        let index = *series.entry((base, name.clone().into_owned())).or_insert(quotients.series.len());
        if index == quotients.series.len() {
            let ours = quotients.printed.get(&(base, name)).map(|ours| (*ours).clone());
            let Some(industry) = ours.or_else(|| industry.parse().ok()) else { continue };
            quotients.series.push(Series { base, industry, values: Vec::new() });
        }
        let Some(Series { values, .. }) = quotients.series.get_mut(index) else { continue };
        if values.len() <= column {
            values.resize(column + 1, None);
        }
        if let Some(cell) = values.get_mut(column) {
            *cell = Some(value);
        }
    }
    quotients.build(print)
}

/// All rows read so far, in the order in which their industries and cities first stand.
#[derive(Default)]
struct Quotients<'c> {
    known: Known<'c>,
    /// Our industries by how names are compared.
    printed: HashMap<(Base, Cow<'c, str>), &'c IndustryId>,
    cities: Vec<(String, Option<String>)>,
    columns: HashMap<String, usize>,
    series: Vec<Series>,
    indices: [HashMap<String, usize>; 3],
    /// Industries on each base.
    counts: [usize; 3],
    /// What the file says of each base's periods.
    periods: [Option<Periods>; 3],
    decimals: usize,
    has_too_many: bool,
}

/// Periods of numerator and denominator as the file writes them, empty where it says nothing.
struct Periods {
    said: [String; 2],
    /// Line of the row that says so.
    line: usize,
    /// Whether another row says otherwise.
    is_contradicted: [bool; 2],
}

impl<'c> Quotients<'c> {
    fn new(print: &'c LqData) -> Self {
        let rows = print.tables.iter().flat_map(|table| table.rows.iter().map(|row| (table.base, &row.industry)));
        let printed = rows.map(|(base, industry)| ((base, folded(industry.as_str())), industry)).collect();
        Self { known: by_name(print), printed, ..Self::default() }
    }

    fn add(&mut self, sheet: &mut Sheet) {
        let (base, value) = (sheet.parsed::<Base>(1), self.value(sheet));
        let column = self.column(sheet);
        if let Some(base) = base {
            self.note_periods(sheet, base);
        }
        let series = base.and_then(|base| self.series(sheet, base));
        let (Some(value), Some(column), Some(series)) = (value, column, series) else { return };
        let values = &mut series.values;
        if values.len() <= column {
            values.resize(column + 1, None);
        }
        if let Some(cell @ None) = values.get_mut(column) {
            *cell = Some(value);
        } else {
            let row = sheet.row();
            let id = [row.cell(1), row.cell(2), row.cell(3)].join(", ");
            sheet.repeated(sheet.line(), 3, id);
        }
    }

    /// Keeps what the first row of a base says of its periods; the others say the same.
    fn note_periods(&mut self, sheet: &mut Sheet, base: Base) {
        let Some(periods) = self.periods.get_mut(base as usize).filter(|_| sheet.columns().starts_with(&DATED)) else {
            return;
        };
        let Some(first) = periods else {
            let [own, reference] = PERIODS.map(|column| sheet.text(column).map(|text| text.trim().to_owned()));
            *periods = own.zip(reference).map(|(own, reference)| Periods {
                said: [own, reference],
                line: sheet.line(),
                is_contradicted: [false; 2],
            });
            return;
        };
        for ((column, said), is_told) in PERIODS.into_iter().zip(&first.said).zip(&mut first.is_contradicted) {
            if *is_told || sheet.row().text(column).trim() == said {
                continue;
            }
            *is_told = true;
            let en = format!("`{base}` has another period in line {}, and a table has one", first.line);
            let ja = format!("「{base}」は{}行目では別の時期です。1つの表の時期は1つです", first.line);
            sheet.fault(sheet.line(), column, FaultKind::Contradiction(Words::new(en, ja)));
        }
    }

    /// The row's quotient, or that it is not published.
    fn value(&mut self, sheet: &mut Sheet) -> Option<Quotient> {
        let cell = sheet.row().cell(4);
        let read = if amount::is_unpublished(cell) { Ok(None) } else { amount::loose(cell).map(Some) };
        let Some(amount) = sheet.noted(4, read)? else { return Some(Quotient::UNPUBLISHED) };
        self.decimals = self.decimals.max(amount.decimals);
        sheet.noted(4, rules::quotient(amount.value)).map(Quotient::from)
    }

    /// The column of the row's city, by its name or id.
    fn column(&mut self, sheet: &mut Sheet) -> Option<usize> {
        let last = sheet.columns().len();
        let is_placed = sheet.columns().last() == PLACED.last();
        let place = if is_placed { sheet.row().cell(last).to_owned() } else { String::new() };
        // As it is written, which most rows repeat: only a name that is met for the first time is looked at closer.
        let as_written = joined(sheet.row().cell(3), &place);
        if let Some(column) = self.columns.get(&*as_written) {
            return Some(*column);
        }
        let as_written = as_written.into_owned();
        let written = sheet.words(3)?;
        let prefecture = if is_placed { Some(sheet.words(last)?.trim().to_owned()) } else { None };
        // Two names that differ in the spaces round them would be one to whoever reads them.
        let name = self.known.get(&key(&written, "")).map_or(written.trim(), |city| city.name.as_str());
        let column = self.columns.get(&*key(name, &place)).copied().unwrap_or(self.cities.len());
        if column == MOST_CITIES {
            self.note_too_many(sheet, 3, MOST_CITIES);
            return None;
        }
        if column == self.cities.len() {
            self.cities.push((name.to_owned(), prefecture));
            self.columns.insert(key(name, &place).into_owned(), column);
        }
        self.columns.insert(as_written, column);
        Some(column)
    }

    /// The series of the row's industry.
    fn series(&mut self, sheet: &mut Sheet, base: Base) -> Option<&mut Series> {
        let indices = self.indices.get_mut(base as usize)?;
        if let Some(index) = indices.get(sheet.row().cell(2)) {
            return self.series.get_mut(*index);
        }
        let as_written = sheet.row().cell(2).to_owned();
        let written = sheet.words(2)?;
        let name = folded(written.trim());
        let index = indices.get(&*name).copied().unwrap_or(self.series.len());
        if index == self.series.len() {
            let count = self.counts.get_mut(base as usize)?;
            if *count == MOST_INDUSTRIES {
                self.note_too_many(sheet, 2, MOST_INDUSTRIES);
                return None;
            }
            let ours = self.printed.get(&(base, name.clone()));
            let industry = ours.map_or_else(|| written.trim().parse(), |ours| Ok((*ours).clone())).ok()?;
            *count += 1;
            indices.insert(name.into_owned(), index);
            self.series.push(Series { base, industry, values: Vec::new() });
        }
        indices.insert(as_written, index);
        self.series.get_mut(index)
    }

    /// Tells once that there are more names than a widget can show.
    fn note_too_many(&mut self, sheet: &mut Sheet, column: usize, most: usize) {
        if !self.has_too_many {
            sheet.fault(sheet.line(), column, FaultKind::TooMany { found: most + 1, most });
        }
        self.has_too_many = true;
    }

    /// Some value is published.
    fn check(&self, sheet: &mut Sheet) {
        let mut values = self.series.iter().flat_map(|series| series.values.iter().flatten());
        if values.all(|value| value.published().is_none()) {
            sheet.fault(1, 1, FaultKind::Empty);
        }
    }

    fn build(self, print: &LqData) -> LqData {
        let cities = cities(self.cities, &self.known);
        let focus_city = match cities.first() {
            Some(first) if cities.iter().all(|city| city.id != print.focus_city) => first.id.clone(),
            _ => print.focus_city.clone(),
        };
        let decimals = if self.decimals > MOST_SHOWN { SHOWN } else { u8::try_from(self.decimals).unwrap_or(SHOWN) };
        let sectors: HashMap<&IndustryId, u8> =
            print.tables.iter().flat_map(|t| &t.rows).filter_map(|row| Some((&row.industry, row.sector?))).collect();
        let mut tables = Vec::new();
        for base in Base::ALL {
            let rows = self.series.iter().filter(|series| series.base == base).map(|series| LqRow {
                industry: series.industry.clone(),
                presumed: None,
                sector: sectors.get(&series.industry).copied(),
                values: (0..cities.len()).map(|column| series.value(column)).collect(),
            });
            let rows: Vec<LqRow> = rows.collect();
            if !rows.is_empty() {
                let periods = self.periods.get(base as usize).and_then(Option::as_ref);
                tables.push(table(base, rows, periods.map(|periods| &periods.said), &cities, print));
            }
        }
        // Divided by what, a CSV does not say.
        let is_print =
            tables.iter().all(|table| print.table(table.base).is_some_and(|ours| ours.formula == table.formula));
        let reference_area = if is_print { print.reference_area.clone() } else { String::new() };
        LqData { reference_area, focus_city, decimals, cities, tables, ..print.clone() }
    }
}

/// What tells cities apart: the name, and where the file says so the prefecture, whatever width their letters have.
fn key<'a>(name: &'a str, prefecture: &str) -> Cow<'a, str> {
    let name = folded(name.trim());
    if prefecture.is_empty() { name } else { Cow::Owned(joined(&name, &folded(prefecture.trim())).into_owned()) }
}

fn joined<'a>(name: &'a str, prefecture: &str) -> Cow<'a, str> {
    if prefecture.is_empty() { Cow::Borrowed(name) } else { Cow::Owned([name, "\u{1f}", prefecture].concat()) }
}

/// The cities we know by what a file may call them.
type Known<'c> = HashMap<Cow<'c, str>, &'c City>;

/// The cities we know, by id, by name, and by name and prefecture.
fn by_name(current: &LqData) -> Known<'_> {
    let placed = |city: &City| key(&city.name, city.prefecture.as_deref().unwrap_or_default()).into_owned();
    (current.cities.iter().map(|city| (Cow::Borrowed(city.id.as_str()), city)))
        .chain(current.cities.iter().map(|city| (key(&city.name, ""), city)))
        .chain(current.cities.iter().map(|city| (Cow::Owned(placed(city)), city)))
        .collect()
}

/// The city that a file's name means, unless it lies elsewhere.
fn meant<'c>(name: &str, prefecture: Option<&str>, known: &Known<'c>) -> Option<&'c City> {
    let placed = known.get(&key(name, prefecture.unwrap_or_default()));
    let is_there = |city: &&&City| city.prefecture.is_none() || prefecture.is_none();
    placed.or_else(|| known.get(&key(name, "")).filter(is_there)).copied()
}

/// The cities of the file; one that is not known gets an id of its own, the same in every file.
fn cities(names: Vec<(String, Option<String>)>, known: &Known<'_>) -> Vec<City> {
    let mut taken: HashSet<CityId> = known.values().map(|city| city.id.clone()).collect();
    let (mut cities, mut met) = (Vec::new(), HashSet::new());
    for (name, prefecture) in names {
        // The second of a name is another one.
        let ours = meant(name.trim(), prefecture.as_deref(), known).filter(|city| met.insert(&city.id));
        let city = match ours {
            Some(city) => Some(City { prefecture, ..city.clone() }),
            None => fresh_id(&key(&name, prefecture.as_deref().unwrap_or_default()), &taken).map(|id| City {
                id,
                name,
                prefecture,
            }),
        };
        taken.extend(city.as_ref().map(|city| city.id.clone()));
        cities.extend(city);
    }
    cities
}

/// `city-` and ten hexadecimal digits of the name's hash: safe in URLs, and the same wherever the city stands.
fn fresh_id(name: &str, taken: &HashSet<CityId>) -> Option<CityId> {
    let own = name.parse::<CityId>().ok();
    // The salt tells names apart whose hashes are the same. Links hold this id: the hash must never become another one.
    let hash = |salt: u8| {
        let mut hasher = FnvHasher::default();
        hasher.write(name.as_bytes());
        if salt > 0 {
            hasher.write(&[salt]);
        }
        hasher.finish()
    };
    let hashed = (0..=u8::MAX).filter_map(|salt| format!("city-{:010x}", hash(salt) >> 24).parse().ok());
    own.into_iter().chain(hashed).find(|id| !taken.contains(id))
}

/// A table. Title, formula, periods and notes are the print's only where every column is, and of the same periods, as far as
/// these are said; a single column brings its doubts.
fn table(base: Base, mut rows: Vec<LqRow>, periods: Option<&[String; 2]>, cities: &[City], print: &LqData) -> LqTable {
    let Some(ours) = print.table(base) else { return bare(base, rows, periods) };
    let printed =
        cities.iter().enumerate().filter(|(column, city)| is_printed(&rows, *column, city, ours, print)).count();
    if printed == 0 {
        return bare(base, rows, periods);
    }
    for (row, printed) in rows.iter_mut().zip(&ours.rows) {
        row.presumed.clone_from(&printed.presumed);
        row.sector = printed.sector;
    }
    let is_same = |said: &String, own: &String| said.is_empty() || folded(said) == folded(own);
    let is_of_then = periods
        .is_none_or(|[own, reference]| is_same(own, &ours.city_period) && is_same(reference, &ours.reference_period));
    if printed == cities.len() && is_of_then {
        return LqTable { rows, ..ours.clone() };
    }
    let (warning, reread_reason) = (ours.warning.clone(), ours.reread_reason.clone());
    LqTable { labels: ours.labels, warning, reread_reason, ..bare(base, rows, periods) }
}

/// A table that tells nothing but its values, and of when they are where that is known.
fn bare(base: Base, rows: Vec<LqRow>, periods: Option<&[String; 2]>) -> LqTable {
    let [city_period, reference_period] = periods.cloned().unwrap_or_default();
    LqTable {
        base,
        title: String::new(),
        printed: None,
        note: None,
        formula: String::new(),
        city_period,
        reference_period,
        source: Source { section: String::new(), page: None },
        labels: Labels::Sound,
        warning: None,
        reread_reason: None,
        rows,
    }
}

/// Whether a column is that city's in the print, heading by heading and value by value.
fn is_printed(rows: &[LqRow], column: usize, city: &City, ours: &LqTable, print: &LqData) -> bool {
    let Some(printed) = print.column(&city.id) else { return false };
    let own = rows.iter().map(|row| (&row.industry, row.values.get(column)));
    own.eq(ours.rows.iter().map(|row| (&row.industry, row.values.get(printed))))
}
