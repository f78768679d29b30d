//! What stands over widgets and pictures, and on the ways to them: findings in words, and a question where there is none.

use super::aim::Aim;
use super::headline::{self, Headline};
use super::names::things;
use super::{Key, Lang, fixed, own, short_name};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind};
use crate::id::{Base, digits};
use crate::model::ambition::{Ambition, ambition};
use crate::model::cross_swot::most_reached;
use crate::model::crosswalk::Pair;
use crate::model::fiscal::Span;
use crate::model::insight::Sides;
use crate::model::location_quotient::NEAR_ONE;
use crate::model::pace::{Status, status};
use crate::model::pairs::{Pairs, is_alone};
use crate::model::scenes::{self, Fact, Quotient};

/// What a site's first picture says: of its subject, else of the city's highest quotient, else what is asked. `data` and
/// `pairs` are in the language already, see [`Lang::translated`].
pub fn hero(lang: Lang, data: &Dataset, pairs: Option<&Pairs<'_>>) -> Headline {
    let split = pairs.and_then(|pairs| split(lang, data, pairs));
    split.unwrap_or_else(|| {
        let title = highest(lang, data).unwrap_or_else(|| lang.text(Key::PageLqLead).to_owned());
        Headline { title, sub: lead(lang, data) }
    })
}

/// What a city's pairs say: of their subject, else whose they are, and that there are none where there are none.
pub fn pairs(lang: Lang, data: &Dataset, city: &str, pairs: Option<&Pairs<'_>>) -> Headline {
    let title = || lang.fill(Key::PairsTitle, &[("city", city)]);
    let Some(pairs) = pairs else {
        return Headline { title: title(), sub: lang.fill(Key::QuadrantNone, &[("city", city)]) };
    };
    split(lang, data, pairs).unwrap_or_else(|| Headline { title: title(), sub: lead(lang, data) })
}

/// What a quotient is.
fn lead(lang: Lang, data: &Dataset) -> String {
    lang.fill(Key::HeroLead, &[("reference", own::reference(lang, data))])
}

/// How output and employees contradict each other about the subject, and whether it is alone above 1.
fn split(lang: Lang, data: &Dataset, pairs: &Pairs<'_>) -> Option<Headline> {
    let subject = pairs.subject()?;
    let values = [
        ("industry", short_name(lang.name(subject.output.0.as_str()))),
        ("reference", own::reference(lang, data)),
        ("output", &times(subject.output.1)),
        ("employees", &times(subject.employees.1)),
    ];
    let alone = [("cities", &*digits(data.lq.cities.len() as u64)), ("city", &pairs.city.name)];
    let alone = if is_alone(data, pairs) { lang.fill(Key::HeroAlone, &alone) } else { String::new() };
    let space = if lang.is_japanese() { "" } else { " " };
    let sub = [lead(lang, data), alone].join(space).trim_end().to_owned();
    Some(Headline { title: lang.fill(Key::HeroSplit, &values), sub })
}

/// A quotient as one says it: with one digit after the point, with two where that would leave nothing.
pub(super) fn times(quotient: f64) -> String {
    let short = fixed(quotient, 1);
    if short == "0.0" { fixed(quotient, 2) } else { short }
}

/// The city's highest industry in the table that is shown first, as its widget says it.
pub fn quotients(lang: Lang, data: &Dataset) -> Option<String> {
    super::sentence::lq_heading(lang, data, data.lq.tables.first()?, &data.lq.focus_city, false)
}

/// The city's highest industry, where it is clearly above the reference area and the only one so high.
fn highest(lang: Lang, data: &Dataset) -> Option<String> {
    let (cell, sides) = top(data)?;
    Some(headline::top(lang, data, &cell, sides).title)
}

fn top(data: &Dataset) -> Option<(Quotient<'_>, Sides)> {
    scenes::quotients(data).into_iter().find_map(|fact| match fact {
        Fact::Top(cell, sides) if cell.value > NEAR_ONE.1 => Some((cell, sides)),
        _ => None,
    })
}

/// The row of the industry that [`hero`] speaks of.
pub fn marked(data: &Dataset, pairs: &Pairs<'_>) -> Option<usize> {
    pairs.subject.or_else(|| {
        let (cell, _) = top(data)?;
        let is_told = |pair: &Pair<'_>| match cell.base {
            Base::Output => pair.output.0 == cell.industry,
            Base::Employees => pair.employees.0 == cell.industry,
            Base::Establishments => false,
        };
        pairs.rows.iter().position(is_told)
    })
}

/// The key issue that most directions lead to; where none is ahead, how many of each there are.
pub fn directions(lang: Lang, data: &Dataset) -> Option<String> {
    let of = data.swot.quadrants.iter().map(|quadrant| quadrant.strategies.len()).sum::<usize>();
    let number = |count: usize| digits(count as u64);
    if of == 0 {
        return None;
    }
    let Some((code, count)) = most_reached(&data.swot, &data.links) else {
        let values = [("of", &*number(of)), ("issues", &things(lang, data.swot.issues.len()))];
        return (!data.swot.issues.is_empty()).then(|| lang.fill(Key::WayTies, &values));
    };
    let issue = data.swot.issues.iter().find(|issue| issue.code == code)?;
    Some(lang.fill(Key::WayToward, &[("of", &number(of)), ("count", &things(lang, count)), ("issue", &issue.name)]))
}

/// How many goals are at their target by what was published since their baselines; before anything was, the one that is to
/// become the largest multiple, a yearly level where there is one; where none is a multiple, how many goals there are and of which kinds.
pub fn goals(lang: Lang, data: &Dataset) -> Option<String> {
    let (kpis, span) = (&data.kpi.kpis, Span::of(data));
    let standing = kpis.iter().map(|kpi| status(kpi, &data.actuals, span, span.last));
    let told: Vec<Status> = standing.filter(|status| *status != Status::NoReading).collect();
    #[cfg(not(small))]
    let worded = super::listed::worded(data).map_or(0, <[_]>::len);
    #[cfg(small)]
    let worded = 0;
    let of = ("of", &*digits((kpis.len() + worded) as u64));
    if !told.is_empty() {
        let met = told.iter().filter(|status| matches!(status, Status::Achieved | Status::Held)).count();
        let key = if met > 0 { Key::GoalsMet } else { Key::GoalsUnmet };
        let [told, met] = [told.len(), met].map(|count| things(lang, count));
        return Some(lang.fill(key, &[of, ("told", &told), ("met", &met)]));
    }
    let multiple = |kpi: &Kpi| match ambition(kpi) {
        Ambition::Times(ratio, _) if ratio > 1.0 => Some(kpi.target.value / kpi.baseline.value),
        _ => None,
    };
    let furthest = |is_level: bool| {
        let kpis = kpis.iter().filter(|kpi| (kpi.kind == KpiKind::Raise) == is_level);
        let multiples = kpis.filter_map(|kpi| Some((kpi, multiple(kpi)?)));
        multiples.reduce(|most, next| if next.1 > most.1 { next } else { most })
    };
    // A level of every year first: what may be a running total grows by itself.
    if let Some((kpi, _)) = furthest(true).or_else(|| furthest(false)) {
        let times = Aim::of(lang, kpi).change;
        return Some(lang.fill(Key::GoalsFurthest, &[of, ("name", &kpi.name), ("times", &times)]));
    }
    // Those in words are none of these kinds.
    let facts = if worded == 0 { scenes::indicators(data) } else { Vec::new() };
    facts.into_iter().find_map(|fact| match fact {
        Fact::Goals { raise, lower, maintain } => Some(headline::goals(lang, data, [raise, lower, maintain]).title),
        _ => None,
    })
}
