//! Fiscal years (April to March) and the span of the plan.

use crate::data::Dataset;

/// Fiscal years a plan covers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First fiscal year.
    pub first: u16,
    /// Last fiscal year. The strategy prints no target year; that targets fall here is our assumption.
    pub last: u16,
}

/// Years looked back at most where a list begins long before its targets.
#[cfg(not(small))]
const MOST_YEARS: u16 = 30;

impl Span {
    /// The years of the plan; of a reader's own list, those between its baselines and its targets.
    pub fn of(data: &Dataset) -> Self {
        let plan = Self { first: data.outline.first_fiscal_year, last: data.outline.last_fiscal_year };
        #[cfg(not(small))]
        if data.origin.seen.kpi.is_some() {
            return Self::of_list(data).unwrap_or(plan);
        }
        plan
    }

    #[cfg(not(small))]
    fn of_list(data: &Dataset) -> Option<Self> {
        let last = data.kpi.kpis.iter().map(|kpi| kpi.due.year(data.outline.last_fiscal_year)).max()?;
        let starts = data.kpi.kpis.iter().map(|kpi| &kpi.baseline.period).filter(|period| period.is_stated());
        let starts = starts.map(|period| period.year.saturating_add(1));
        let first = starts.chain(data.actuals.iter().map(|actual| actual.period.year)).min().unwrap_or(last);
        Some(Self { first: first.min(last).max(last.saturating_sub(MOST_YEARS)), last })
    }

    /// The nearest year within the span.
    ///
    /// ```
    /// use shigoto_widgets::model::fiscal::Span;
    /// let span = Span { first: 2024, last: 2033 };
    /// assert_eq!([span.clamp(1990), span.clamp(2028), span.clamp(2040)], [2024, 2028, 2033]);
    /// ```
    pub fn clamp(self, year: u16) -> u16 {
        year.clamp(self.first, self.last.max(self.first))
    }

    /// Every year of the span.
    pub fn years(self) -> impl Iterator<Item = u16> {
        self.first..=self.last
    }
}

/// Fiscal year in Japan at a moment, in seconds since 1970.
///
/// ```
/// use shigoto_widgets::model::fiscal::year_at;
/// // The last second of March 2026 in Japan, and the next.
/// assert_eq!([year_at(1_774_969_199), year_at(1_774_969_200)], [2025, 2026]);
/// // A leap day, and the first of January.
/// assert_eq!([year_at(1_709_164_800), year_at(1_735_657_200)], [2023, 2024]);
/// ```
pub fn year_at(unix_s: u64) -> u16 {
    const JAPAN_S: u64 = 9 * 3600;
    // Counted from the first of March of the year 0: the leap day ends a year, and April begins after 31 days.
    const MARCH_DAYS: u64 = 31;
    let days = (unix_s + JAPAN_S) / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let year = era * 400 + year - u64::from(day_of_year < MARCH_DAYS);
    u16::try_from(year).unwrap_or(u16::MAX)
}

/// A day of the calendar.
///
/// ```
/// use shigoto_widgets::model::fiscal::Day;
/// assert_eq!(Day { year: 2026, month: 4, day: 1 }.to_string(), "2026-04-01");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Of our era.
    pub year: u16,
    /// 1 … 12.
    pub month: u8,
    /// 1 … 31.
    pub day: u8,
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Fiscal year a month belongs to; `month` is 1 … 12.
///
/// ```
/// use shigoto_widgets::model::fiscal::fiscal_year;
/// assert_eq!(fiscal_year(2026, 3), 2025);
/// assert_eq!(fiscal_year(2026, 4), 2026);
/// ```
pub fn fiscal_year(year: u16, month: u8) -> u16 {
    if month < 4 { year.saturating_sub(1) } else { year }
}
