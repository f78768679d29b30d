//! What the numbers of the prose and of its tables must satisfy: those that follow from others do.

use std::cmp::Ordering;

use super::about::AboutData;
use super::circulation::{CirculationData, Flow};
use super::facts::{Fact, FactsData, Series, SeriesKind};
use super::market::{Category, MarketData, MarketYear};
use super::rules::{Tell, says, unique};
use crate::error::{FaultKind, Words};

/// Half of the last digit of an amount.
const HALF: f64 = 0.5;

fn contradiction(en: String, ja: String) -> FaultKind {
    FaultKind::Contradiction(Words::new(en, ja))
}

/// Rules of the numbers in prose.
pub fn facts(data: &FactsData, tell: Tell) {
    if data.facts.is_empty() {
        tell("facts".to_owned(), FaultKind::NoRecords);
    }
    unique("facts", data.facts.iter().map(|fact| &fact.id), tell);
    for (index, fact) in data.facts.iter().enumerate() {
        says(|| format!("facts[{index}].what"), &fact.what, tell);
        says(|| format!("facts[{index}].quote"), &fact.quote, tell);
    }
    unique("series", data.series.iter().map(|series| &series.id), tell);
    for (index, series) in data.series.iter().enumerate() {
        says(|| format!("series[{index}].name"), &series.name, tell);
        for id in series.facts.iter().filter(|id| data.fact(id).is_none()) {
            tell(format!("series[{index}].facts"), FaultKind::Dangling(id.to_string()));
        }
        if let Err((en, ja)) = fits(data, series) {
            tell(format!("series[{index}].facts"), contradiction(en.to_owned(), ja.to_owned()));
        }
    }
}

/// Whether a series can be drawn without anything being invented.
fn fits(data: &FactsData, series: &Series) -> Result<(), (&'static str, &'static str)> {
    let points = data.points(series);
    if series.facts.len() < 2 {
        return Err(("a series has two numbers or more", "系列には、二つ以上の数値が必要です"));
    }
    let base = |fact: &&Fact| fact.unit.split().1.to_owned();
    if points.iter().any(|fact| Some(base(fact)) != points.first().map(base)) {
        return Err(("the numbers of a series are of one unit", "系列の数値は、同じ単位でなければなりません"));
    }
    let years: Vec<_> = points.iter().map(|fact| fact.year()).collect();
    let is_before = |pair: &[Option<&super::kpi::Period>]| match pair {
        [Some(one), Some(other)] => one.is_fiscal == other.is_fiscal && one.year < other.year,
        _ => false,
    };
    if series.kind == SeriesKind::Years && !years.windows(2).all(is_before) {
        return Err((
            "along an axis each number has a year of its own, one after another, all fiscal or all calendar",
            "年の軸に並ぶ数値には、それぞれ別の年（年か年度のどちらか）が、古い順に必要です",
        ));
    }
    Ok(())
}

/// Rules of a market: every category in the same years, changes that follow from the sizes, parts that make the total.
/// What is printed rounded may differ by that much.
pub fn market(data: &MarketData, tell: Tell) {
    if data.categories.is_empty() {
        tell("categories".to_owned(), FaultKind::NoRecords);
    }
    unique("categories", data.categories.iter().map(|category| &category.category), tell);
    let years = |category: &Category| category.years.iter().map(|year| year.year).collect::<Vec<_>>();
    let paths = (0..data.categories.len()).map(|index| format!("categories[{index}]")).chain(["total".to_owned()]);
    for (path, category) in paths.zip(data.categories.iter().chain([&data.total])) {
        says(|| format!("{path}.category"), &category.category, tell);
        let own = years(category);
        if own.is_empty() || own != years(&data.total) || !own.is_sorted_by(|one, other| one < other) {
            let en = "every category has the same years, the first first".to_owned();
            tell(format!("{path}.years"), contradiction(en, "どの分類にも、同じ年が古い順に必要です".to_owned()));
        }
        for (number, pair) in category.years.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if !follows(before, after, data.decimals) {
                let change = after.change_percent;
                let en = format!("{change} % does not follow from {} and {}", before.market_size, after.market_size);
                let ja = format!("{change}%は、{}と{}から計算した値と違います", before.market_size, after.market_size);
                tell(format!("{path}.years[{}].change_percent", number + 1), contradiction(en, ja));
            }
        }
    }
    for (number, total) in data.total.years.iter().enumerate() {
        let parts = data.categories.iter().filter_map(|category| Some(category.years.get(number)?.market_size));
        let (sum, room) = (parts.clone().sum::<f64>(), HALF * (parts.count() + 1) as f64);
        if (sum - total.market_size).abs() > room {
            let en = format!("the categories make {sum}, not {}", total.market_size);
            let ja = format!("分類の合計は{sum}で、{}と違います", total.market_size);
            tell(format!("total.years[{number}].market_size"), contradiction(en, ja));
        }
    }
}

/// Whether a change is that between two sizes, each of them rounded. Years that do not follow one another say nothing.
fn follows(before: &MarketYear, after: &MarketYear, decimals: u8) -> bool {
    if after.year != before.year + 1 || before.market_size <= HALF {
        return true;
    }
    let percent = |after: f64, before: f64| (after / before - 1.0) * 100.0;
    let least = percent(after.market_size - HALF, before.market_size + HALF);
    let most = percent(after.market_size + HALF, before.market_size - HALF);
    let half = HALF * 10f64.powi(-i32::from(decimals));
    (least - half..=most + half).contains(&after.change_percent)
}

/// Rules of the circulation: balance and rate follow from what is spent and what returns.
pub fn circulation(data: &CirculationData, tell: Tell) {
    unique("areas", data.areas.iter().map(|flow| &flow.area), tell);
    if data.focused().is_none() {
        tell("focus".to_owned(), FaultKind::Dangling(data.focus.clone()));
    }
    for (index, flow) in data.areas.iter().enumerate() {
        let Flow { expenditure, returned, balance, circulation_percent, .. } = *flow;
        let rate = returned / expenditure * 100.0;
        // Also where nothing is spent, and the rate is no number.
        if (rate - circulation_percent).abs().partial_cmp(&0.05) != Some(Ordering::Less) {
            let en = format!("{returned} of {expenditure} is {rate:.1} %, not {circulation_percent}");
            let ja = format!("{returned}÷{expenditure}は{rate:.1}%で、{circulation_percent}と違います");
            tell(format!("areas[{index}].circulation_percent"), contradiction(en, ja));
        }
        if (returned - expenditure - balance).abs() > 2.0 * HALF {
            let en = format!("{returned} − {expenditure} is not {balance}");
            let ja = format!("{returned}−{expenditure}は{balance}になりません");
            tell(format!("areas[{index}].balance"), contradiction(en, ja));
        }
    }
}

/// Rules of how the strategy was made: meetings in order, and observers of meetings that there were.
pub fn about(data: &AboutData, tell: Tell) {
    let order = |index: usize| data.meetings.get(index).map(|meeting| meeting.date);
    for (index, meeting) in data.meetings.iter().enumerate() {
        let is_later = index.checked_sub(1).is_none_or(|before| order(before) < order(index));
        if usize::from(meeting.number) != index + 1 || !is_later {
            let en = "meetings are numbered from 1, by date".to_owned();
            tell(format!("meetings[{index}]"), contradiction(en, "会議は、1から開催日の順に並べます".to_owned()));
        }
    }
    unique("members", data.members.iter().map(|member| &member.name), tell);
    for (index, observer) in data.observers.iter().enumerate() {
        if observer.first > observer.last || usize::from(observer.last) > data.meetings.len() || observer.first == 0 {
            tell(format!("observers[{index}].last"), FaultKind::Dangling(observer.last.to_string()));
        }
    }
}
