//! What each part of the data must satisfy by itself, ours as well as a reader's own.

use std::collections::HashSet;
use std::fmt::Display;

use super::kpi::{Kpi, KpiData, KpiKind};
use super::letters::folded;
use super::lq::{City, Labels, LqData, LqTable};
use super::strategy::Outline;
use super::swot::SwotData;
use crate::error::{FaultKind, Words};
use crate::id::{Base, Quadrant, StrategyCode};

/// Largest quotient believed: beyond it a row is more likely mistyped than that specialised.
const LARGEST_QUOTIENT: f64 = 1000.0;
/// Largest level of a KPI that is no percentage.
pub const LARGEST_LEVEL: f64 = 1e12;
/// Decimals that can be shown.
const MOST_DECIMALS: u8 = 6;
/// Cities compared at most; Japan has 1,741 municipalities.
pub const MOST_CITIES: usize = 2000;
/// Industries of one table at most; the finest division with published shares has about 100.
pub const MOST_INDUSTRIES: usize = 200;
/// Records of any other kind at most.
pub const MOST_RECORDS: usize = 500;

/// Takes the path of a record and what is wrong with it.
pub type Tell<'t> = &'t mut dyn FnMut(String, FaultKind);

/// Each of `items` stands once.
pub fn unique<T: Display>(path: &str, items: impl Iterator<Item = T>, tell: Tell) {
    let mut seen = HashSet::new();
    for (index, item) in items.enumerate() {
        let text = item.to_string();
        if seen.contains(&text) {
            tell(format!("{path}[{index}]"), FaultKind::Duplicate(text));
        } else {
            seen.insert(text);
        }
    }
}

/// Some records, and no more of them than a widget can show.
fn some(path: &str, found: usize, most: usize, tell: Tell) {
    if found == 0 {
        tell(path.to_owned(), FaultKind::NoRecords);
    }
    few(path, found, most, tell);
}

/// A text that must say something.
pub fn says(path: impl Fn() -> String, text: &str, tell: Tell) {
    if text.trim().is_empty() {
        tell(path(), FaultKind::Blank);
    }
}

/// No more records than a widget can show.
fn few(path: &str, found: usize, most: usize, tell: Tell) {
    if found > most {
        tell(path.to_owned(), FaultKind::TooMany { found, most });
    }
}

fn contradiction(en: &str, ja: &str) -> FaultKind {
    FaultKind::Contradiction(Words::new(en, ja))
}

/// From zero on; a negative zero is a slip of the pen as well.
fn within(value: f64, most: f64) -> Result<f64, FaultKind> {
    if (0.0..=most).contains(&value) && value.is_sign_positive() {
        return Ok(value);
    }
    Err(FaultKind::OutOfRange { value: value.to_string(), range: format!("0 … {most}") })
}

/// A quotient that can be believed.
pub fn quotient(value: f64) -> Result<f64, FaultKind> {
    within(value, LARGEST_QUOTIENT)
}

/// A level that a KPI of this kind can have.
pub fn level(kind: KpiKind, value: f64) -> Result<f64, FaultKind> {
    if value < 0.0 {
        return Err(FaultKind::BelowZero(value.to_string()));
    }
    within(value, if kind == KpiKind::Percentage { 100.0 } else { LARGEST_LEVEL })
}

/// A level that a KPI of a reader's own can have: any number, but for shares and what is too large to be right.
pub fn own_level(kind: KpiKind, value: f64) -> Result<f64, FaultKind> {
    if (-LARGEST_LEVEL..0.0).contains(&value) { Ok(value) } else { level(kind, value) }
}

/// A reading that a KPI can have: below zero only where it began or shall end there, or in a list of any plan.
pub fn reading(kpi: &Kpi, value: f64) -> Result<f64, FaultKind> {
    let may_be_negative = kpi.baseline.value < 0.0 || kpi.target.value < 0.0;
    match kpi.due.is_listed() {
        true if value.abs() <= LARGEST_LEVEL => Ok(value),
        false if may_be_negative => own_level(kpi.kind, value),
        _ => level(kpi.kind, value),
    }
}

/// A KPI maintains if and only if its target is its baseline.
pub fn holds(kind: KpiKind, baseline: f64, target: f64) -> Result<(), FaultKind> {
    let holds = (target - baseline).abs() < f64::EPSILON;
    if holds == (kind == KpiKind::Maintain) {
        return Ok(());
    }
    Err(contradiction(
        "`maintain` means target = baseline, and only that",
        "「maintain」は目標値が基準値と同じときだけ、そしてそのとき必ず使います",
    ))
}

/// Which way is better is not said against the target.
pub fn points(kpi: &Kpi) -> Result<(), FaultKind> {
    if kpi.direction.is_none() || kpi.direction == kpi.direction() {
        return Ok(());
    }
    Err(contradiction(
        "`direction` is raise towards a higher target, lower towards a lower one",
        "「direction」は、目標値が基準値より高ければ raise、低ければ lower です",
    ))
}

/// Every printed digit must be shown.
fn check_decimals(path: impl Fn() -> String, decimals: u8, value: f64, tell: Tell) {
    let shown = value * 10f64.powi(i32::from(decimals));
    if decimals > MOST_DECIMALS || (shown - shown.round()).abs() > 1e-6 {
        let en = format!("`decimals` is {decimals}, which does not show {value}");
        let ja = format!("「decimals」が{decimals}では、{value}を表示できません");
        tell(path(), FaultKind::Contradiction(Words::new(en, ja)));
    }
}

/// Rules of the location quotients.
pub fn lq(lq: &LqData, tell: Tell) {
    some("cities", lq.cities.len(), MOST_CITIES, tell);
    unique("cities", lq.cities.iter().map(|city| &city.id), tell);
    unique("cities", lq.cities.iter().map(|city| folded(&city_name(city, lq.is_placed())).into_owned()), tell);
    for (index, city) in lq.cities.iter().enumerate() {
        says(|| format!("cities[{index}].name"), &city.name, tell);
        if let Some(prefecture) = &city.prefecture {
            says(|| format!("cities[{index}].prefecture"), prefecture, tell);
        }
    }
    unique("tables", lq.tables.iter().map(|table| table.base.as_str()), tell);
    some("tables", lq.tables.len(), Base::ALL.len(), tell);
    if !lq.cities.is_empty() && lq.column(&lq.focus_city).is_none() {
        tell("focus_city".to_owned(), FaultKind::Dangling(lq.focus_city.to_string()));
    }
    let mut rows = lq.tables.iter().flat_map(|table| &table.rows).filter(|row| !row.values.is_empty()).peekable();
    if rows.peek().is_some() && rows.all(|row| row.unpublished() == row.values.len()) {
        tell("tables".to_owned(), FaultKind::NoRecords);
    }
    for (index, table) in lq.tables.iter().enumerate() {
        let path = format!("tables[{index}]");
        some(&format!("{path}.rows"), table.rows.len(), MOST_INDUSTRIES, tell);
        unique(&format!("{path}.rows"), table.rows.iter().map(|row| folded(row.industry.as_str())), tell);
        check_rows(table, &path, (lq.cities.len(), lq.decimals), tell);
    }
}

/// What tells a city apart in CSV.
fn city_name(city: &City, is_placed: bool) -> String {
    let name = city.name.trim();
    match &city.prefecture {
        Some(prefecture) if is_placed => format!("{name}（{}）", prefecture.trim()),
        _ => name.to_owned(),
    }
}

fn check_rows(table: &LqTable, path: &str, (cities, decimals): (usize, u8), tell: Tell) {
    let doubtful = table.labels == Labels::Doubtful;
    if doubtful && (table.warning.is_none() || table.reread_reason.is_none()) {
        let en = "doubtful labels need `warning` and `reread_reason`";
        let ja = "「labels」が doubtful なら「warning」と「reread_reason」が必要です";
        tell(path.to_owned(), contradiction(en, ja));
    }
    for (index, row) in table.rows.iter().enumerate() {
        let path = format!("{path}.rows[{index}]");
        if row.values.len() != cities {
            let kind = FaultKind::Length { found: row.values.len(), expected: cities };
            tell(format!("{path}.values"), kind);
        }
        if row.presumed.is_some() != doubtful {
            let en = "`presumed` goes with doubtful labels, on every row";
            let ja = "「presumed」は「labels」が doubtful の表のすべての行に、そこだけに書きます";
            tell(path.clone(), contradiction(en, ja));
        }
        if let Some(sector) = row.sector.filter(|sector| !(1..=3).contains(sector)) {
            let kind = FaultKind::OutOfRange { value: sector.to_string(), range: "1 … 3".to_owned() };
            tell(format!("{path}.sector"), kind);
        }
        for (column, value) in row.values.iter().enumerate() {
            let path = || format!("{path}.values[{column}]");
            let Some(value) = value.published() else { continue };
            match quotient(value) {
                Ok(value) => check_decimals(path, decimals, value, tell),
                Err(kind) => tell(path(), kind),
            }
        }
    }
}

/// Rules of the KPIs.
pub fn kpis(data: &KpiData, outline: &Outline, tell: Tell) {
    some("kpis", data.kpis.len(), MOST_RECORDS, tell);
    unique("kpis", data.kpis.iter().map(|kpi| &kpi.id), tell);
    for (index, kpi) in data.kpis.iter().enumerate() {
        let path = format!("kpis[{index}]");
        check_kpi_values(kpi, &path, tell);
        if kpi.places.first().is_none_or(|place| place.repeated) {
            let en = "the first place must be one that is not repeated";
            let ja = "最初の掲載箇所は、再掲ではないものでなければなりません";
            tell(format!("{path}.places"), contradiction(en, ja));
        }
        for (number, place) in kpi.places.iter().enumerate() {
            if number > 0 && !place.repeated {
                let (en, ja) =
                    ("a further place is a repeated one", "二つ目からの掲載箇所は、再掲でなければなりません");
                tell(format!("{path}.places[{number}].repeated"), contradiction(en, ja));
            }
            if outline.measure(&place.measure).is_none() {
                let kind = FaultKind::Dangling(place.measure.to_string());
                tell(format!("{path}.places[{number}].measure"), kind);
            }
        }
    }
    earlier(data, tell);
}

/// Values before the baselines: of KPIs that there are, and indeed before.
fn earlier(data: &KpiData, tell: Tell) {
    unique("earlier", data.earlier.iter().map(|earlier| &earlier.id), tell);
    for (index, earlier) in data.earlier.iter().enumerate() {
        let path = format!("earlier[{index}]");
        let Some(kpi) = data.kpis.iter().find(|kpi| kpi.id == earlier.id) else {
            tell(format!("{path}.id"), FaultKind::Dangling(earlier.id.to_string()));
            continue;
        };
        if let Err(kind) = level(kpi.kind, earlier.value) {
            tell(format!("{path}.value"), kind);
        }
        check_decimals(|| format!("{path}.value"), kpi.decimals, earlier.value, tell);
        let baseline = &kpi.baseline.period;
        if earlier.period.is_fiscal != baseline.is_fiscal || earlier.period.year >= baseline.year {
            let (en, ja) =
                ("an earlier value is of a year before the baseline", "基準値より前の年の値でなければなりません");
            tell(format!("{path}.period"), contradiction(en, ja));
        }
    }
}

fn check_kpi_values(kpi: &Kpi, path: &str, tell: Tell) {
    for (field, value) in [("baseline", kpi.baseline.value), ("target", kpi.target.value)] {
        if let Err(kind) = level(kpi.kind, value) {
            tell(format!("{path}.{field}.value"), kind);
        }
        check_decimals(|| format!("{path}.decimals"), kpi.decimals, value, tell);
    }
    says(|| format!("{path}.name"), &kpi.name, tell);
    if let Err(kind) = holds(kpi.kind, kpi.baseline.value, kpi.target.value) {
        tell(path.to_owned(), kind);
    }
    if let Err(kind) = points(kpi) {
        tell(format!("{path}.direction"), kind);
    }
}

/// Rules of the cross-SWOT matrix.
pub fn swot(swot: &SwotData, tell: Tell) {
    few("issues", swot.issues.len(), MOST_RECORDS, tell);
    if swot.factors.is_empty() && swot.issues.is_empty() && swot.quadrants.iter().all(|q| q.strategies.is_empty()) {
        tell("factors".to_owned(), FaultKind::NoRecords);
    }
    for (index, factor) in swot.factors.iter().enumerate() {
        says(|| format!("factors[{index}].name"), &factor.name, tell);
    }
    for (index, issue) in swot.issues.iter().enumerate() {
        says(|| format!("issues[{index}].name"), &issue.name, tell);
    }
    unique("factors", swot.factors.iter().map(|factor| factor.code), tell);
    unique("issues", swot.issues.iter().map(|issue| &issue.code), tell);
    unique("quadrants", swot.quadrants.iter().map(|quadrant| quadrant.code.letters()), tell);
    // The matrix has a field for each, empty or not.
    for code in Quadrant::ALL {
        if swot.quadrants.iter().all(|quadrant| quadrant.code != code) {
            let kind = FaultKind::MissingQuadrant(code.letters());
            tell("quadrants".to_owned(), kind);
        }
    }
    for (index, quadrant) in swot.quadrants.iter().enumerate() {
        let path = format!("quadrants[{index}].strategies");
        unique(&path, quadrant.strategies.iter().map(|strategy| strategy.code), tell);
        for (number, strategy) in quadrant.strategies.iter().enumerate() {
            says(|| format!("{path}[{number}].text"), &strategy.text, tell);
        }
        let is_astray = |code: StrategyCode| code.kind != quadrant.code;
        for (number, strategy) in quadrant.strategies.iter().enumerate().filter(|(_, s)| is_astray(s.code)) {
            let (code, letters) = (strategy.code, quadrant.code.letters());
            let en = format!("{code} stands in quadrant {letters}");
            let ja = format!("{code}が{letters}の枠に置かれています");
            tell(format!("{path}[{number}].code"), FaultKind::Contradiction(Words::new(en, ja)));
        }
    }
}
