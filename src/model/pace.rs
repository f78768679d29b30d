//! KPI arithmetic: level, progress, pace and status.
//!
//! *Level* is where a KPI stands, in its unit. *Progress* is the share of the way from baseline to target.
//! *Pace* is the level expected by a fiscal year on the straight line from the baseline to the target at the
//! plan's end. The strategy prints no target year, so that end is our assumption; a list of another plan may state one. A
//! calendar year is set at the fiscal year of the same number.

use super::fiscal::Span;
use crate::data::actuals::Actual;
use crate::data::kpi::{Direction, Kpi, KpiKind};
use crate::id::KpiId;

/// Share of the way from baseline to target: 0 at the baseline, 1 at the target, beyond either when overtaken.
/// `None` when target and baseline are equal: a floor is no journey.
///
/// ```
/// use shigoto_widgets::model::pace::progress;
/// assert_eq!(progress(91.0, 631.0, 361.0), Some(0.5));
/// assert_eq!(progress(0.0, 3.0, 0.0), Some(0.0));
/// assert_eq!(progress(80.0, 80.0, 99.0), None);
/// ```
pub fn progress(baseline: f64, target: f64, actual: f64) -> Option<f64> {
    let way = target - baseline;
    if way == 0.0 { None } else { Some((actual - baseline) / way) }
}

/// Level expected by `year` on the straight line; clamped to the baseline before it starts and to the target after
/// it ends.
///
/// ```
/// use shigoto_widgets::model::pace::line;
/// assert_eq!(line((2023, 91.0), (2033, 631.0), 2028), 361.0);
/// assert_eq!(line((2023, 91.0), (2033, 631.0), 2040), 631.0);
/// assert_eq!(line((2023, 80.0), (2033, 80.0), 2026), 80.0);
/// ```
pub fn line(start: (u16, f64), end: (u16, f64), year: u16) -> f64 {
    let ((start_year, start_level), (end_year, end_level)) = (start, end);
    if year >= end_year {
        return end_level;
    }
    if year <= start_year {
        return start_level;
    }
    let share_ratio = f64::from(year - start_year) / f64::from(end_year - start_year);
    start_level + (end_level - start_level) * share_ratio
}

/// Level a KPI should have by a fiscal year, in its unit, rounded as the KPI is printed: things and people stay whole. A
/// KPI to maintain should always hold its target.
pub fn pace(kpi: &Kpi, span: Span, year: u16) -> f64 {
    let end = (kpi.due.year(span.last), kpi.target.value);
    let level = line((kpi.baseline.period.year, kpi.baseline.value), end, year);
    let scale = 10f64.powi(kpi.decimals.into());
    (level * scale).round() / scale
}

/// Whether a pace says anything of a KPI: what is to be held has no way to go, and a few whole things go it in steps too
/// large to be early or late by. Nor has it an end or a beginning where a list tells no time of either.
pub fn has_pace(kpi: &Kpi) -> bool {
    const FEW: f64 = 10.0;
    #[cfg(not(small))]
    if kpi.due.is_listed() && !(kpi.baseline.period.is_stated() && kpi.baseline.period.year < kpi.due.year(0)) {
        return false;
    }
    let is_few = kpi.decimals == 0 && kpi.kind != KpiKind::Percentage && kpi.baseline.value.max(kpi.target.value) < FEW;
    // What is counted below zero is no handful of things.
    #[cfg(not(small))]
    let is_few = is_few && kpi.baseline.value.min(kpi.target.value) >= 0.0;
    kpi.kind != KpiKind::Maintain && !is_few
}

/// How a KPI stands in a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No reading since the baseline: 実績未公表.
    NoReading,
    /// The target is reached.
    Achieved,
    /// At or above the straight line.
    OnPace,
    /// Below the straight line.
    Behind,
    /// Below the target, where no pace is told.
    NotReached,
    /// To maintain, and held.
    Held,
    /// To maintain, and below the floor.
    BelowFloor,
    /// To maintain, and above the ceiling.
    AboveCeiling,
    /// To maintain, and not as it was, without anybody having said which way is better.
    Apart,
}

/// The latest reading after the baseline and not after `year`. Readings of the baseline's own time or before it say
/// nothing about progress; readings after the plan's end count for its last year. Of two readings of one number, the
/// fiscal year's ends later.
pub fn reading<'a>(kpi: &Kpi, actuals: &'a [Actual], span: Span, year: u16) -> Option<&'a Actual> {
    actuals
        .iter()
        .filter(|actual| actual.id == kpi.id && actual.period.year > kpi.baseline.period.year)
        .filter(|actual| actual.period.year <= year || year >= span.last)
        .max_by_key(|actual| (actual.period.year, actual.period.is_fiscal))
}

/// Status of a KPI in a fiscal year: its latest reading against the line at that reading's own year.
pub fn status(kpi: &Kpi, actuals: &[Actual], span: Span, year: u16) -> Status {
    let Some(actual) = reading(kpi, actuals, span, year) else {
        return Status::NoReading;
    };
    // A reading printed exactly on the line must not fall behind it by a rounding error of the line.
    let slack = (kpi.target.value - kpi.baseline.value).abs() * 1e-9;
    let direction = kpi.direction();
    let falls = direction == Some(Direction::Lower);
    let reaches = |level: f64| if falls { actual.value <= level + slack } else { actual.value >= level - slack };
    match (kpi.kind, reaches(kpi.target.value)) {
        (KpiKind::Maintain, is_held) => match direction {
            None if actual.value.total_cmp(&kpi.target.value).is_ne() => Status::Apart,
            Some(Direction::Lower) if !is_held => Status::AboveCeiling,
            Some(Direction::Raise) if !is_held => Status::BelowFloor,
            _ => Status::Held,
        },
        (_, true) => Status::Achieved,
        (_, false) if !has_pace(kpi) => Status::NotReached,
        (_, false) if reaches(pace(kpi, span, actual.period.year)) => Status::OnPace,
        (_, false) => Status::Behind,
    }
}

/// What a gauge shows of one KPI.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which KPI.
    pub id: KpiId,
    /// How it is to be read.
    pub kind: KpiKind,
    /// Which way is better, as far as that is known.
    pub direction: Option<Direction>,
    /// Baseline, in the KPI's unit.
    pub baseline: f64,
    /// Latest reading up to the chosen year, in the KPI's unit.
    pub actual: Option<f64>,
    /// Target, in the KPI's unit.
    pub target: f64,
    /// Level expected by the chosen year, in the KPI's unit.
    pub pace: f64,
    /// Whether a mark shows that level: it says nothing beside a baseline in the year that nobody chose.
    pub is_pace_marked: bool,
    /// How it stands.
    pub status: Status,
}

impl Reading {
    /// Reads a KPI for a fiscal year; `is_chosen` when that is not the year it is anyway.
    pub fn of(kpi: &Kpi, actuals: &[Actual], span: Span, (year, is_chosen): (u16, bool)) -> Self {
        let actual = reading(kpi, actuals, span, year).map(|actual| actual.value);
        Self {
            id: kpi.id.clone(),
            kind: kpi.kind,
            direction: kpi.direction(),
            baseline: kpi.baseline.value,
            actual,
            target: kpi.target.value,
            pace: pace(kpi, span, year),
            is_pace_marked: has_pace(kpi) && (is_chosen || actual.is_some()),
            status: status(kpi, actuals, span, year),
        }
    }

    /// The level to draw: the actual one, or the baseline while none is published.
    pub fn level(&self) -> f64 {
        self.actual.unwrap_or(self.baseline)
    }
}
