//! The numbers of the prose in words: amounts in units of any kind, times, and what the circulation comes to.

use super::{Key, Lang, decimals_of, filled, fixed, grouped, period};
use crate::data::about::Date;
use crate::data::circulation::CirculationData;
use crate::data::facts::{Fact, Moment, Unit, When};
use crate::data::library::Facts;
use crate::data::market::{Category, MarketData};
use crate::id::digits;

/// An amount with its unit. Where a language has its own way with the ones of it, under `{amount}` and what they are, it is
/// written so; else as printed.
pub fn amount(lang: Lang, value: f64, unit: &Unit, decimals: u8) -> String {
    /// Powers of ten with a name, the largest first.
    const MAGNITUDES: [(f64, Key); 3] = [(1e12, Key::Trillion), (1e9, Key::Billion), (1e6, Key::Million)];
    if value < 0.0 {
        return format!("−{}", amount(lang, -value, unit, decimals));
    }
    let (ones, base) = unit.split();
    let way = manner(base);
    let own = lang.name(&way);
    // A year is a name.
    let grouped = if ["年", "年度"].contains(&base) { fixed } else { grouped };
    if own == way {
        return grouped(value, decimals_of(value, decimals)) + lang.name(unit.as_str());
    }
    let whole = value * ones;
    // The largest in which it needs one digit after the point at most.
    let fits = |(size, _): &(f64, Key)| whole >= *size && decimals_of(whole / size, 0) <= 1;
    let written = match MAGNITUDES.into_iter().find(|magnitude| ones > 1.0 && fits(magnitude)) {
        Some((size, key)) => lang.fill(key, &[("amount", &grouped(whole / size, decimals_of(whole / size, 0)))]),
        None => grouped(whole, decimals_of(whole, decimals)),
    };
    filled(own, &[("amount", &written)])
}

/// The text under which a language says how amounts of something are written.
pub fn manner(base: &str) -> String {
    format!("{{amount}}{base}")
}

/// A number of the prose, and that it is not exact where its sentence says so.
pub fn stated(lang: Lang, fact: &Fact) -> String {
    let value = amount(lang, fact.value, &fact.unit, fact.decimals);
    if fact.approximate { lang.fill(Key::FactsAbout, &[("value", &value)]) } else { value }
}

/// When something was so.
pub fn when(lang: Lang, when: &When) -> String {
    match when {
        When::At(at) => moment(lang, at),
        When::Span(from, None) => lang.fill(Key::FactsSince, &[("from", &moment(lang, from))]),
        When::Span(from, Some(to)) => {
            lang.fill(Key::FactsSpan, &[("from", &moment(lang, from)), ("to", &moment(lang, to))])
        }
    }
}

fn moment(lang: Lang, at: &Moment) -> String {
    let year = digits(at.period.year.into());
    match at.month {
        None => period(lang, &at.period),
        Some(month) => lang.fill(Key::PublishedMonth, &[("year", &year), ("month", &month_name(lang, month))]),
    }
}

/// A month by its name, or by its number where the language has no names for them.
pub fn month_name(lang: Lang, month: u8) -> String {
    let names = lang.text(Key::Months).split(',');
    let name = names.filter(|name| !name.is_empty()).nth(usize::from(month).saturating_sub(1));
    name.map_or_else(|| digits(month.into()), str::to_owned)
}

/// A day.
pub fn day(lang: Lang, date: Date) -> String {
    let values =
        [("year", digits(date.year.into())), ("month", month_name(lang, date.month)), ("day", digits(date.day.into()))];
    lang.fill(Key::AboutDay, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What the numbers come to: what the circulation does, else how many there are.
pub fn heading(lang: Lang, facts: &Facts) -> String {
    let count = digits(facts.prose.facts.len() as u64);
    match &facts.circulation {
        Some(data) => circulating(lang, data),
        None => lang.fill(Key::FactsCount, &[("count", &count)]),
    }
}

/// How much of what an area spends returns, and whether money leaves it or comes in.
pub fn circulating(lang: Lang, data: &CirculationData) -> String {
    let Some(flow) = data.focused() else { return lang.text(Key::FactsCirculation).to_owned() };
    let key = match flow.balance {
        balance if balance < 0.0 => Key::FactsLeak,
        balance if balance > 0.0 => Key::FactsGain,
        _ => Key::FactsEven,
    };
    let percent = grouped(flow.circulation_percent, 1);
    lang.fill(key, &[("percent", &percent), ("amount", &amount(lang, flow.balance.abs(), &data.unit, 0))])
}

/// How the rate of circulation comes about: what is divided by what.
pub fn working(lang: Lang, data: &CirculationData) -> Option<String> {
    let flow = data.focused()?;
    let values = [
        ("rate", lang.text(Key::FactsRate).to_owned()),
        ("returned", lang.text(Key::FactsReturned).to_owned()),
        ("expenditure", lang.text(Key::FactsExpenditure).to_owned()),
        ("part", amount(lang, flow.returned, &data.unit, 0)),
        ("whole", amount(lang, flow.expenditure, &data.unit, 0)),
        ("percent", grouped(flow.circulation_percent, 1)),
    ];
    Some(lang.fill(Key::FactsWorking, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// What all of a market comes to in a year, and which categories are sold most and least over the net.
pub fn market(lang: Lang, data: &MarketData, year: u16) -> String {
    let rate = |category: &&Category| category.in_year(year).map_or(0.0, |year| year.ec_rate_percent);
    let by_rate = |one: &&Category, other: &&Category| rate(one).total_cmp(&rate(other));
    let (most, least) = (data.categories.iter().max_by(by_rate), data.categories.iter().min_by(by_rate));
    let (Some(most), Some(least), Some(total)) = (most, least, data.total.in_year(year)) else { return String::new() };
    let percent = |value: f64| fixed(value, data.decimals);
    let values = [
        ("year", digits(total.year.into())),
        ("total", amount(lang, total.market_size, &data.unit, 0)),
        ("rate", percent(total.ec_rate_percent)),
        ("most", most.category.clone()),
        ("most_rate", percent(rate(&most))),
        ("least", least.category.clone()),
        ("least_rate", percent(rate(&least))),
    ];
    lang.fill(Key::FactsMarketLead, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What the marks of a market's picture of a year are.
pub fn market_key(lang: Lang, data: &MarketData, year: u16) -> String {
    let (key, other) = match data.other(year) {
        Some(other) => (Key::FactsMarketKey, digits(other.into())),
        None => (Key::FactsMarketKeyOne, String::new()),
    };
    lang.fill(key, &[("year", &digits(year.into())), ("before", &other)])
}
