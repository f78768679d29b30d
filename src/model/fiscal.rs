//! Fiscal years (April to March) and the span of the plan.

/// Fiscal years a plan covers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First fiscal year.
    pub first: u16,
    /// Last fiscal year. The strategy prints no target year; that targets fall here is our assumption.
    pub last: u16,
}

impl Span {
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
