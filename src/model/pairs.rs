//! A city's industries by output and by employees: the rows of a site's first picture, and which of them it is about.

use super::crosswalk::{self, Pair};
use super::insight;
use crate::data::Dataset;
use crate::data::lq::City;
use crate::id::{Base, CityId};

/// A city's industries that stand one to one in both tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs<'a> {
    /// The city.
    pub city: &'a City,
    /// The industries: where there is a subject, those that lean its way most come first; else those that lean to output.
    pub rows: Vec<Pair<'a>>,
    /// Which of them there is something to say of: see [`is_striking`].
    pub subject: Option<usize>,
}

impl<'a> Pairs<'a> {
    /// The industry there is something to say of.
    pub fn subject(&self) -> Option<&Pair<'a>> {
        self.rows.get(self.subject?)
    }
}

/// Whether the subject's output quotient is the only one of all cities above 1.
pub fn is_alone(data: &Dataset, pairs: &Pairs<'_>) -> bool {
    let Some((table, subject)) = data.lq.table(Base::Output).zip(pairs.subject()) else { return false };
    let told = insight::lq(&data.lq, table, &pairs.city.id, false);
    told.is_some_and(|told| told.alone_above.iter().any(|(industry, _)| *industry == subject.output.0))
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

/// Whether any industry stands one to one in both tables.
pub fn has_any(data: &Dataset) -> bool {
    crosswalk::has_any(&data.lq, &data.links)
}

/// Reads a city's columns; `None` where no industry has a published value in both tables.
pub fn of<'a>(data: &'a Dataset, city: &CityId) -> Option<Pairs<'a>> {
    let lq = &data.lq;
    let column = lq.column(city)?;
    let city = lq.cities.get(column)?;
    let found = crosswalk::pairs(lq, &data.links, column);
    let mut widest: Option<&Pair<'_>> = None;
    for pair in found.iter().filter(|pair| is_striking(pair)) {
        // The first of equals.
        if widest.is_none_or(|other| pair.apart() > other.apart()) {
            widest = Some(pair);
        }
    }
    let subject = widest.cloned();
    let leans_to_work = subject.as_ref().is_some_and(|pair| lean(pair) < 1.0);
    let rows = sorted(found, leans_to_work);
    let subject = subject.and_then(|subject| rows.iter().position(|pair| *pair == subject));
    (!rows.is_empty()).then_some(Pairs { city, rows, subject })
}

/// By [`lean`], those that lean to output first, or those that lean to work; equals as printed. Each is inserted where it
/// belongs, as in [`super::location_quotient::order`].
fn sorted(found: Vec<Pair<'_>>, leans_to_work: bool) -> Vec<Pair<'_>> {
    // Nothing by either count leans no way.
    let of = |pair: &Pair<'_>| Some(lean(pair)).filter(|lean| !lean.is_nan()).unwrap_or(1.0);
    let mut rows: Vec<Pair<'_>> = Vec::with_capacity(found.len());
    for pair in found {
        let own = of(&pair);
        let comes_first = |other: &Pair<'_>| if leans_to_work { of(other) <= own } else { of(other) >= own };
        rows.insert(rows.partition_point(comes_first), pair);
    }
    rows
}
