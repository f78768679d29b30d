//! What stands over pictures and ways of a site: findings in words, and a question where there is none.

use super::headline::{Headline, headline};
use super::sentence::things;
use super::{Key, Lang, fixed, own};
use crate::data::Dataset;
use crate::id::{Base, digits};
use crate::model::cross_swot::most_reached;
use crate::model::crosswalk::Pair;
use crate::model::location_quotient::NEAR_ONE;
use crate::model::pairs::Pairs;
use crate::model::scenes::{self, Fact};

/// What a site's first picture says: of its subject, else of the city's highest quotient, else what is asked. `data` and
/// `pairs` are in the language already, see [`Lang::translated`].
pub fn hero(lang: Lang, data: &Dataset, pairs: Option<&Pairs<'_>>) -> Headline {
    let reference = own::reference(lang, &data.lq);
    let lead = lang.fill(Key::HeroLead, &[("reference", reference)]);
    let Some((pairs, subject)) = pairs.and_then(|pairs| Some((pairs, pairs.subject()?))) else {
        let title = highest(lang, data).unwrap_or_else(|| lang.text(Key::PageLqLead).to_owned());
        return Headline { title, sub: lead };
    };
    let values = [
        ("industry", short(lang.name(subject.output.0.as_str()))),
        ("reference", reference),
        ("output", &times(subject.output.1)),
        ("employees", &times(subject.employees.1)),
    ];
    let alone = [("cities", &*digits(data.lq.cities.len() as u64)), ("city", &pairs.city.name)];
    let alone = if pairs.is_alone { lang.fill(Key::HeroAlone, &alone) } else { String::new() };
    let space = if lang.is_japanese() { "" } else { " " };
    Headline { title: lang.fill(Key::HeroSplit, &values), sub: [lead, alone].join(space).trim_end().to_owned() }
}

/// A name without what explains it in brackets at its end, as names of easy Japanese have it.
///
/// ```
/// use shigoto_widgets::locale::finding::short;
/// assert_eq!(short("情報通信業（インターネットの仕事）"), "情報通信業");
/// assert_eq!(short("Plan (計画)"), "Plan");
/// ```
pub fn short(name: &str) -> &str {
    name.split(['（', '(']).next().map_or(name, str::trim_end)
}

/// A quotient as one says it: with one digit after the point, with two where that would leave nothing.
fn times(quotient: f64) -> String {
    let short = fixed(quotient, 1);
    if short == "0.0" { fixed(quotient, 2) } else { short }
}

/// The city's highest industry, where it is clearly above the reference area and the only one so high.
pub fn highest(lang: Lang, data: &Dataset) -> Option<String> {
    Some(headline(lang, data, &top(data)?).title)
}

fn top(data: &Dataset) -> Option<Fact<'_>> {
    scenes::quotients(data).into_iter().find(|fact| matches!(fact, Fact::Top(cell, ..) if cell.value > NEAR_ONE.1))
}

/// The row of the industry that [`hero`] speaks of.
pub fn marked(data: &Dataset, pairs: &Pairs<'_>) -> Option<usize> {
    pairs.subject.or_else(|| {
        let Fact::Top(cell, ..) = top(data)? else { return None };
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

/// How many goals there are, and of which kinds.
pub fn goals(lang: Lang, data: &Dataset) -> Option<String> {
    let facts = scenes::indicators(data);
    let goals = facts.iter().find(|fact| matches!(fact, Fact::Goals { .. }))?;
    Some(headline(lang, data, goals).title)
}
