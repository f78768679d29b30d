//! Quotients out of a table of industries and places: as they stand, or reckoned from counts.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::super::amount::{self, Amount};
use super::super::heading;
use super::super::letters::folded;
use super::super::lq::LqData;
use super::super::quotient::{Quotient, from_counts};
use super::super::rules::{self, MOST_CITIES, MOST_INDUSTRIES};
use super::super::seen::{Counts, Industries};
use super::cube::{Cube, Numbers};
use super::grid::place;
use super::labels::{base, is_reference, is_total};
use super::lq::assemble;
use super::refusal::{self, Nearest};
use crate::error::{Fault, FaultKind, FaultList};
use crate::id::Base;

/// A table as it is shown, and what was recognised in it.
pub type Table = (LqData, Industries);

/// Decimals of quotients that are reckoned, as the strategy prints its own.
const DECIMALS: usize = 2;

/// One value by what is counted, industry and place; each is an index.
struct Values<'g> {
    measures: Vec<Option<&'g str>>,
    industries: Vec<&'g str>,
    places: Vec<(String, Option<String>)>,
    /// `None` where it is not published.
    cells: HashMap<(usize, usize, usize), Option<Amount>>,
}

/// Reads a table. The file's own name may say what it counts.
///
/// # Errors
/// What is missing, cells that hold no number, names that stand twice, what is no quotient and no count.
pub fn read(file: &str, cube: &Cube, print: &LqData) -> Result<Table, Vec<Fault>> {
    let found = cube.numbers().map_err(|missing| vec![refusal::without(file, cube, missing)])?;
    let values = values(file, cube, &found)?;
    let refuse = |nearest| vec![refusal::of(file, cube, nearest)];
    let are_quotients = match kind(cube, &values) {
        Kind::Quotients => true,
        Kind::Counts => false,
        Kind::Shares => return Err(refuse(Nearest::Shares)),
    };
    let bases = bases(file, cube, &values);
    let shown = |measure: &usize| bases.iter().any(|(own, _)| own == measure);
    let mut left_out = found.left_out.clone();
    left_out.extend(
        (0..values.measures.len())
            .filter(|own| !shown(own))
            .filter_map(|own| values.measures.get(own).copied().flatten())
            .map(str::to_owned),
    );
    let mut seen = Industries {
        layout: found.layout,
        bases: bases
            .iter()
            .filter(|(own, _)| !values.is_ours(*own))
            .map(|(own, base)| (*base, values.name(*own, cube)))
            .collect(),
        counts: None,
        period: found.period.clone().or_else(|| cube.period()),
        periods: found.periods,
        left_out,
    };
    let lq = if are_quotients {
        check_quotients(file, cube, &found)?;
        as_they_stand(&values, &bases, print)
    } else {
        let (lq, counts) = reckoned(&values, &bases, print).map_err(refuse)?;
        seen.counts = Some(counts);
        lq
    };
    // Of counts it is known already that some quotient follows.
    let mut shown = lq.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.values);
    if shown.all(|value| value.published().is_none()) {
        return Err(empty(file, cube));
    }
    // Our own table read back is ours.
    if lq.tables.iter().all(|table| !table.formula.is_empty()) {
        seen.bases.clear();
    }
    Ok((lq.rounded(), seen))
}

/// What the numbers of a table are.
enum Kind {
    Quotients,
    Counts,
    Shares,
}

fn kind(cube: &Cube, values: &Values) -> Kind {
    let amounts = || values.cells.values().flatten();
    let says = |wanted| cube.says(wanted);
    let is_whole = amounts().all(|amount| amount.decimals == 0);
    let most = amounts().map(|amount| amount.value).fold(0.0, f64::max);
    let are_counted = values.measures.iter().flatten().any(|measure| heading::meaning(measure) == heading::COUNTS);
    let has_total = values.industries.iter().any(|industry| is_total(industry));
    // A heading that says what the numbers are is believed as far as they can be that.
    if values.measures.iter().flatten().any(|own| heading::meaning(own) == heading::SHARES) && !are_counted
        || values.are_shares()
    {
        Kind::Shares
    } else if says("lq") && !(is_whole && most > MOST_WHOLE) {
        Kind::Quotients
    } else if has_total || is_whole || (are_counted && most > MOST_QUOTIENT) || most > MOST_BELIEVED {
        Kind::Counts
    } else {
        Kind::Quotients
    }
}

/// Whole numbers above it are counts.
const MOST_WHOLE: f64 = 9.0;
/// Numbers above it, under a heading that says counts, are.
const MOST_QUOTIENT: f64 = 20.0;
/// Numbers above it are, whatever stands over them.
const MOST_BELIEVED: f64 = 1000.0;

impl Values<'_> {
    fn get(&self, measure: usize, industry: usize, place: usize) -> Option<Amount> {
        self.cells.get(&(measure, industry, place)).copied().flatten()
    }

    /// Whether the industries of every place add up to 100, or to 1: they are shares then.
    fn are_shares(&self) -> bool {
        let mut sums: BTreeMap<(usize, usize), (f64, usize)> = BTreeMap::new();
        for ((measure, industry, place), amount) in &self.cells {
            if self.industries.get(*industry).is_some_and(|industry| is_total(industry)) {
                continue;
            }
            let (sum, count) = sums.entry((*measure, *place)).or_default();
            *sum += amount.map_or(0.0, |amount| amount.value);
            *count += 1;
        }
        let has_decimals = self.cells.values().flatten().any(|amount| amount.decimals > 0);
        let sums: Vec<(f64, usize)> = sums.into_values().collect();
        !sums.is_empty() && has_decimals && are_wholes(&sums, &(FEWEST_SHARES..usize::MAX))
    }

    /// Whether what is counted is told by our own word for it.
    fn is_ours(&self, measure: usize) -> bool {
        self.measures.get(measure).copied().flatten().is_some_and(|own| own.parse::<Base>().is_ok())
    }

    /// What is counted, in the file's own words.
    fn name(&self, measure: usize, cube: &Cube) -> Option<String> {
        let own = self.measures.get(measure).copied().flatten().filter(|own| base(own).is_some());
        own.or_else(|| cube.titled()).map(without_note).map(str::to_owned)
    }
}

/// A heading without the note behind it.
fn without_note(label: &str) -> &str {
    let cut = label.find(['(', '（']).filter(|at| ["注", "※", "*"].iter().any(|note| label[*at..].contains(note)));
    cut.and_then(|at| label.get(..at)).unwrap_or(label).trim()
}

/// The numbers under their labels.
fn values<'g>(file: &str, cube: &Cube, found: &Numbers<'g>) -> Result<Values<'g>, Vec<Fault>> {
    let mut faults = FaultList::new(file);
    let mut values = Values { measures: Vec::new(), industries: Vec::new(), places: Vec::new(), cells: HashMap::new() };
    let (mut measures, mut industries, mut places) = (HashMap::new(), HashMap::new(), HashMap::new());
    let mut repeats = Vec::new();
    for number in &found.all {
        let measure = index(&mut measures, &mut values.measures, number.measure, number.measure);
        let industry =
            index(&mut industries, &mut values.industries, folded(number.industry).into_owned(), number.industry);
        let at = (number.place.clone(), number.prefecture.clone());
        let key = (folded(&at.0).into_owned(), at.1.clone());
        let at = index(&mut places, &mut values.places, key, at);
        let (line, row, heading) = cube.place_of(number.row, number.column);
        let tell = |faults: &mut FaultList, kind| faults.add(place(line, row, number.column, heading), kind);
        let cell = cube.cell(number);
        let read =
            if amount::is_unpublished(cell) || is_withheld(cell) { Ok(None) } else { amount::loose(cell).map(Some) };
        match read {
            Ok(amount) => {
                if values.cells.insert((measure, industry, at), amount).is_some() {
                    repeats.push((line, row, number));
                }
            }
            Err(kind) => tell(&mut faults, kind),
        }
        let most = [(values.industries.len(), MOST_INDUSTRIES + 1), (values.places.len(), MOST_CITIES + 1)];
        if let Some((found, most)) = most.into_iter().find(|(found, most)| found > most) {
            tell(&mut faults, FaultKind::TooMany { found, most: most - 1 });
            break;
        }
    }
    if let Some((line, row, number)) = repeats.first() {
        let first = [number.industry, &number.place].join(", ");
        let kind = if repeats.len() > 1 {
            FaultKind::Repeated { count: repeats.len(), first }
        } else {
            FaultKind::Duplicate(first)
        };
        faults.add(place(*line, *row, number.column, cube.place_of(number.row, number.column).2), kind);
    }
    faults.or(values)
}

/// What speaks against quotients that stand in a table of our own form: whole numbers, or shares that add up.
pub fn doubt(lq: &LqData) -> Option<Nearest> {
    const MOST_INDUSTRIES_OF_SHARES: usize = 60;
    let rows = || lq.tables.iter().flat_map(|table| &table.rows);
    let most = rows().flat_map(|row| &row.values).filter_map(|value| value.published()).fold(0.0, f64::max);
    if lq.decimals == 0 && most > MOST_WHOLE {
        return Some(Nearest::Counts);
    }
    let sums = lq.tables.iter().flat_map(|table| {
        let sum = |column| table.rows.iter().map(|row| row.value(column).unwrap_or_default()).sum::<f64>();
        (0..lq.cities.len()).map(move |column| (sum(column), table.rows.len()))
    });
    let sums: Vec<(f64, usize)> = sums.collect();
    let counts = FEWEST_SHARES..MOST_INDUSTRIES_OF_SHARES;
    (lq.decimals > 0 && are_wholes(&sums, &counts)).then_some(Nearest::Shares)
}

/// Whether the industries of every place, given as their sum and how many they are, make 100 or 1 and are as many as tell it.
fn are_wholes(sums: &[(f64, usize)], counts: &Range<usize>) -> bool {
    let are_near =
        |whole: f64, slack: f64| sums.iter().all(|(sum, count)| counts.contains(count) && (sum - whole).abs() <= slack);
    are_near(100.0, 1.0) || are_near(1.0, 0.02)
}

/// Industries from which on a sum tells shares.
const FEWEST_SHARES: usize = 4;

/// Whether a cell is a sign of values kept back that stands in some tables only.
fn is_withheld(cell: &str) -> bool {
    matches!(cell, "~" | ":" | "c" | "S" | "D" | "(D)" | "該当なし")
}

/// Where a key stands in a list; it is added where it is not there yet.
fn index<K: std::hash::Hash + Eq, T>(known: &mut HashMap<K, usize>, list: &mut Vec<T>, key: K, item: T) -> usize {
    let at = *known.entry(key).or_insert(list.len());
    if at == list.len() {
        list.push(item);
    }
    at
}

/// Which base each thing that is counted is shown under: its own, else the first that is free.
fn bases(file: &str, cube: &Cube, values: &Values) -> Vec<(usize, Base)> {
    let mut taken: Vec<(usize, Base)> = Vec::new();
    let is_share = |own: &usize| {
        values.measures.get(*own).copied().flatten().is_some_and(|label| heading::meaning(label) == heading::SHARES)
    };
    let order: Vec<usize> = (0..values.measures.len()).filter(|own| !is_share(own)).collect();
    for own in &order {
        let label = values.measures.get(*own).copied().flatten();
        let known = label.and_then(base).or_else(|| cube.titled().and_then(base)).or_else(|| base(file));
        let known = known.filter(|base| taken.iter().all(|(_, other)| other != base));
        taken.extend(known.map(|base| (*own, base)));
    }
    for own in &order {
        let is_named = values.measures.get(*own).copied().flatten().is_some_and(|label| base(label).is_some());
        let mut free = [Base::Employees, Base::Establishments, Base::Output].into_iter();
        let free = free.find(|base| taken.iter().all(|(_, other)| other != base));
        if !is_named && taken.iter().all(|(other, _)| other != own) {
            taken.extend(free.map(|base| (*own, base)));
        }
    }
    taken
}

/// Quotients that can be believed.
fn check_quotients(file: &str, cube: &Cube, found: &Numbers) -> Result<(), Vec<Fault>> {
    let mut faults = FaultList::new(file);
    for number in &found.all {
        let Ok(amount) = amount::loose(cube.cell(number)) else { continue };
        if let Err(kind) = rules::quotient(amount.value) {
            let (line, row, heading) = cube.place_of(number.row, number.column);
            faults.add(place(line, row, number.column, heading), kind);
        }
    }
    faults.or(())
}

/// That nothing in it can be shown.
fn empty(file: &str, cube: &Cube) -> Vec<Fault> {
    let (line, row) = cube.headed();
    vec![Fault { file: file.to_owned(), place: place(line, row, 0, ""), kind: FaultKind::Empty }]
}

fn as_they_stand(values: &Values, bases: &[(usize, Base)], print: &LqData) -> LqData {
    let decimals = values.cells.values().flatten().map(|amount| amount.decimals).max().unwrap_or_default();
    let cells = bases.iter().flat_map(|(measure, base)| {
        let industries = values.industries.iter().enumerate();
        industries.flat_map(move |(industry, name)| {
            let places = values.places.iter().enumerate();
            places.map(move |(at, place)| {
                let value = values.get(*measure, industry, at).map(|amount| amount.value);
                (*base, *name, place.clone(), Quotient::from(value))
            })
        })
    });
    assemble(cells, decimals, print)
}

/// Quotients of every place but the reference, and how they were reckoned.
fn reckoned(values: &Values, bases: &[(usize, Base)], print: &LqData) -> Result<(LqData, Counts), Nearest> {
    let (industries, places) = (values.industries.len(), values.places.len());
    let total = (0..industries).find(|own| values.industries.get(*own).is_some_and(|label| is_total(label)));
    let parts: Vec<usize> =
        (0..industries).filter(|own| !values.industries.get(*own).is_some_and(|label| is_total(label))).collect();
    let first = bases.first().map_or(0, |(measure, _)| *measure);
    let reference = reference(values, |place| sum_of(values, total, &parts, first, place));
    let others: Vec<usize> = (0..places).filter(|own| reference != Some(*own)).collect();
    if reference.is_none() && others.len() < 2 || others.is_empty() {
        return Err(Nearest::NothingToCompare);
    }
    if parts.len() < 2 && total.is_none() || parts.is_empty() {
        return Err(Nearest::OneIndustry);
    }
    let (mut cells, mut below_zero, mut has_any) = (Vec::new(), 0, false);
    for (measure, base) in bases {
        let of = |industry: usize, place: usize| values.get(*measure, industry, place).map(|amount| amount.value);
        let total_of = |place: usize| sum_of(values, total, &parts, *measure, place);
        let over = |one: &dyn Fn(usize) -> Option<f64>| match reference {
            Some(reference) => one(reference),
            None => others.iter().map(|place| one(*place)).sum(),
        };
        let whole = over(&total_of);
        for industry in &parts {
            let part = over(&|place| of(*industry, place));
            for at in &others {
                let own = of(*industry, *at);
                below_zero += usize::from(own.is_some_and(|own| own < 0.0));
                let quotient = own
                    .zip(total_of(*at))
                    .zip(part.zip(whole))
                    .and_then(|((own, total), (part, whole))| from_counts(own, total, part, whole))
                    .filter(|quotient| rules::quotient(*quotient).is_ok());
                has_any |= quotient.is_some();
                let (Some(name), Some(place)) = (values.industries.get(*industry), values.places.get(*at)) else {
                    continue;
                };
                cells.push((*base, *name, place.clone(), Quotient::from(quotient)));
            }
        }
    }
    if !has_any {
        let is_short = (0..places).any(|at| sum_of(values, total, &parts, first, at).is_none());
        return Err(if total.is_none() && is_short { Nearest::NoTotals } else { Nearest::NoQuotient });
    }
    let reference = reference.and_then(|own| Some(values.places.get(own)?.0.clone()));
    let mut lq = assemble(cells.into_iter(), DECIMALS, print);
    lq.reference_area = reference.clone().unwrap_or_default();
    Ok((lq, Counts { reference, has_totals: total.is_some(), below_zero }))
}

/// All industries of a place: the total given, else their sum, where every one of them is published.
fn sum_of(values: &Values, total: Option<usize>, parts: &[usize], measure: usize, place: usize) -> Option<f64> {
    match total {
        Some(total) => values.get(measure, total, place).map(|amount| amount.value),
        None => parts.iter().map(|part| values.get(measure, *part, place).map(|amount| amount.value)).sum(),
    }
}

/// The place that others are compared with: of those that are named so the largest, or the one prefecture among its cities.
fn reference(values: &Values, total_of: impl Fn(usize) -> Option<f64>) -> Option<usize> {
    let named = values.places.iter().enumerate().filter(|(_, (name, _))| is_reference(name)).map(|(own, _)| own);
    let largest = |one: usize, other: usize| if total_of(other) > total_of(one) { other } else { one };
    named.reduce(largest).or_else(|| {
        let ends = |name: &str, ends: &[char]| name.ends_with(ends);
        let mut prefectures =
            values.places.iter().enumerate().filter(|(_, (name, _))| ends(name, &['県', '都', '府', '道']));
        let (only, _) = prefectures.next().filter(|_| prefectures.next().is_none())?;
        let are_cities = values
            .places
            .iter()
            .enumerate()
            .all(|(own, (name, _))| own == only || ends(name, &['市', '町', '村', '区']));
        (are_cities && values.places.len() > 1).then_some(only)
    })
}
