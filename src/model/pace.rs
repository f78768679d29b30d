//! KPI arithmetic: level, progress, pace and status.
//!
//! *Level* is where a KPI stands, in its unit. *Progress* is the share of the way from baseline to target.
//! *Pace* is the level expected by a fiscal year on the straight line from the baseline to the target at the
//! plan's end. The strategy prints no target year, so that end is our assumption. A calendar year is set at the
//! fiscal year of the same number.

use super::between;
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

/// Level a KPI should have by a fiscal year, in its unit, as it is shown. A KPI to maintain should always hold its target.
pub fn pace(kpi: &Kpi, span: Span, year: u16) -> f64 {
    let level = line((kpi.baseline.period.year, kpi.baseline.value), (span.last, kpi.target.value), year);
    let scale = 10f64.powi(pace_decimals(kpi).into());
    (level * scale).round() / scale
}

/// Decimals of a pace: one more than the KPI has, where whole units would hide the yearly step.
pub fn pace_decimals(kpi: &Kpi) -> u8 {
    const FEW_UNITS: f64 = 100.0;
    kpi.decimals.saturating_add(u8::from((kpi.target.value - kpi.baseline.value).abs() < FEW_UNITS))
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
    /// How it stands.
    pub status: Status,
}

impl Reading {
    /// Reads a KPI for a fiscal year.
    pub fn of(kpi: &Kpi, actuals: &[Actual], span: Span, year: u16) -> Self {
        Self {
            id: kpi.id.clone(),
            kind: kpi.kind,
            direction: kpi.direction(),
            baseline: kpi.baseline.value,
            actual: reading(kpi, actuals, span, year).map(|actual| actual.value),
            target: kpi.target.value,
            pace: pace(kpi, span, year),
            status: status(kpi, actuals, span, year),
        }
    }

    /// The level to draw: the actual one, or the baseline while none is published.
    pub fn level(&self) -> f64 {
        self.actual.unwrap_or(self.baseline)
    }
}

/// The scale of a gauge, in the KPI's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Left end.
    pub start: f64,
    /// Right end, above `start`.
    pub end: f64,
}

impl Scale {
    /// Position of a level on the scale, 0 … 1, clamped.
    pub fn ratio(self, level: f64) -> f64 {
        between((level - self.start) / (self.end - self.start), 0.0, 1.0)
    }
}

/// Scale of a gauge: from 0 to a round number at least 1.15 × the largest level. A percentage, whose target lies
/// close to its baseline, gets whole points around its own levels; both ends must then be shown.
///
/// ```
/// use shigoto_widgets::model::pace::{scale, Scale};
/// use shigoto_widgets::data::kpi::KpiKind;
/// assert_eq!(scale(KpiKind::Maintain, &[80.0, 80.0]), Scale { start: 0.0, end: 100.0 });
/// assert_eq!(scale(KpiKind::Percentage, &[8.4, 8.8]), Scale { start: 8.0, end: 9.0 });
/// ```
pub fn scale(kind: KpiKind, levels: &[f64]) -> Scale {
    let most = levels.iter().copied().fold(0.0, f64::max);
    let least = levels.iter().copied().fold(most, f64::min);
    if kind == KpiKind::Percentage {
        let start = least.floor();
        return Scale { start, end: most.ceil().max(start + 1.0) };
    }
    Scale { start: 0.0, end: nice_ceiling(most * 1.15) }
}

/// Smallest 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 × 10ⁿ not below `value`; 1 for nothing.
fn nice_ceiling(value: f64) -> f64 {
    const STEPS: [f64; 10] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    if value <= 0.0 {
        return 1.0;
    }
    let magnitude = 10f64.powi((value.ln() / std::f64::consts::LN_10).floor() as i32);
    // A rounding error of the logarithm must not skip a step that fits.
    let fits = |step: &f64| step * magnitude >= value * (1.0 - 1e-12);
    STEPS.into_iter().find(|step| fits(step)).unwrap_or(10.0) * magnitude
}
