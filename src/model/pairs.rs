//! A city's industries by output and by employees: the rows of a site's first picture, and which of them it is about.

use std::cmp::Ordering;

use super::crosswalk::{self, Pair};
use super::insight;
use crate::data::Dataset;
use crate::data::lq::City;
use crate::id::Base;

/// The focus city's industries that stand one to one in both tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs<'a> {
    /// The city.
    pub city: &'a City,
    /// The industries: where there is a subject, those that lean its way most come first; else those that lean to output.
    pub rows: Vec<Pair<'a>>,
    /// Which of them there is something to say of: see [`is_striking`].
    pub subject: Option<usize>,
    /// Whether the subject's output quotient is the only one of all cities above 1.
    pub is_alone: bool,
}

impl<'a> Pairs<'a> {
    /// The industry there is something to say of.
    pub fn subject(&self) -> Option<&Pair<'a>> {
        self.rows.get(self.subject?)
    }
}

/// How much more a city earns by an industry than it works in it, compared with the reference area: one quotient over the
/// other.
pub fn lean(pair: &Pair<'_>) -> f64 {
    pair.output.1 / pair.employees.1
}

/// Whether an industry lies clearly above the reference area by one count and clearly below by the other, neither of them
/// nothing, and both of the same activity.
///
/// ```
/// use shigoto_widgets::model::{crosswalk::Pair, pairs::is_striking};
/// let industry: shigoto_widgets::id::IndustryId = "情報通信業".parse()?;
/// let of = |output, employees| is_striking(&Pair { output: (&industry, output), employees: (&industry, employees), is_exact: true });
/// assert!(of(1.5, 0.63) && of(0.5, 1.2));
/// assert!(!of(1.1, 0.63) && !of(1.5, 0.9) && !of(1.5, 0.0) && !of(3.0, 1.2));
/// # Ok::<(), shigoto_widgets::error::IdError>(())
/// ```
pub fn is_striking(pair: &Pair<'_>) -> bool {
    pair.output.1.min(pair.employees.1) > 0.0 && pair.is_split()
}

/// Reads the focus city's columns; `None` where no industry stands in both tables.
pub fn of_focus(data: &Dataset) -> Option<Pairs<'_>> {
    let lq = &data.lq;
    let column = lq.column(&lq.focus_city)?;
    let city = lq.cities.get(column)?;
    let mut rows = crosswalk::pairs(lq, &data.links, column);
    // The first of equals, which `max_by` alone would not give.
    let striking = rows.iter().filter(|pair| is_striking(pair)).rev();
    let subject = striking.max_by(|one, other| one.apart().total_cmp(&other.apart())).cloned();
    let leans_to_work = subject.as_ref().is_some_and(|pair| lean(pair) < 1.0);
    rows.sort_by(|one, other| if leans_to_work { by_lean(one, other) } else { by_lean(other, one) });
    let subject = subject.and_then(|subject| rows.iter().position(|pair| *pair == subject));
    let is_alone = subject.and_then(|index| rows.get(index)).is_some_and(|pair| {
        let table = lq.table(Base::Output).and_then(|table| insight::lq(lq, table, &city.id, false));
        table.is_some_and(|told| told.alone_above.iter().any(|(industry, _)| *industry == pair.output.0))
    });
    (!rows.is_empty()).then_some(Pairs { city, rows, subject, is_alone })
}

/// Nothing by either count leans no way.
fn by_lean(one: &Pair<'_>, other: &Pair<'_>) -> Ordering {
    let of = |pair: &Pair<'_>| Some(lean(pair)).filter(|lean| !lean.is_nan()).unwrap_or(1.0);
    of(one).total_cmp(&of(other))
}
