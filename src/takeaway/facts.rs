//! Open data of the numbers that the strategy states in prose and in tables that no widget shows. Money is in 億円.

use super::open_data::OpenData;
use crate::data::cells::{BOM, record};
use crate::data::circulation::CirculationData;
use crate::data::facts::{Fact, FactsData, Unit};
use crate::data::market::{Category, MarketData};
use crate::locale::{Key, decimals_of, fixed};

/// The unit of money in open data, how many ones it is, and what they are.
const MONEY: &str = "億円";
const MONEY_ONES: f64 = 1e8;
const YEN: &str = "円";

/// Of the numbers in prose.
pub static PROSE: OpenData<FactsData> = OpenData { file: "facts.csv", name: Key::DataFacts, csv: prose };
/// Of a market.
pub static MARKET: OpenData<MarketData> = OpenData { file: "ec.csv", name: Key::DataMarket, csv: market };
/// Of the regional circulation.
pub static CIRCULATION: OpenData<CirculationData> =
    OpenData { file: "circulation.csv", name: Key::DataCirculation, csv: circulation };

/// Columns of the numbers in prose.
const PROSE_COLUMNS: [&str; 8] = ["id", "what", "value", "unit", "period", "approximate", "section", "quote"];
/// Columns of the market.
const MARKET_COLUMNS: [&str; 5] = ["category", "year", "market_size", "change_percent", "ec_rate_percent"];
/// Columns of the regional circulation.
const CIRCULATION_COLUMNS: [&str; 6] =
    ["area", "distribution", "expenditure", "return", "balance", "circulation_percent"];

/// The numbers in prose, in printed order.
fn prose(data: &FactsData) -> String {
    let mut text = BOM.to_owned() + &record(PROSE_COLUMNS);
    for fact in &data.facts {
        let (value, unit) = amount(fact);
        let period = fact.period.as_ref().map(ToString::to_string).unwrap_or_default();
        let approximate = if fact.approximate { "true" } else { "false" };
        let (section, quote) = (&*fact.source.section, &*fact.quote);
        text += &record([fact.id.as_str(), &fact.what, &value, unit, &period, approximate, section, quote]);
    }
    text
}

/// A number and its unit as printed; money in one unit.
fn amount(fact: &Fact) -> (String, &str) {
    if fact.unit.split().1 == YEN && fact.unit.as_str() != MONEY {
        return (money(fact.value, &fact.unit), MONEY);
    }
    (fixed(fact.value, fact.decimals), fact.unit.as_str())
}

/// An amount of money in [`MONEY`].
fn money(value: f64, unit: &Unit) -> String {
    let value = value * unit.split().0 / MONEY_ONES;
    fixed(value, decimals_of(value, 0))
}

/// The market: every category in every year, and all of them.
fn market(data: &MarketData) -> String {
    let mut text = BOM.to_owned() + &record(MARKET_COLUMNS);
    for Category { category, years } in data.categories.iter().chain([&data.total]) {
        for year in years {
            let size = money(year.market_size, &data.unit);
            let [change, rate] = [year.change_percent, year.ec_rate_percent].map(|value| fixed(value, data.decimals));
            text += &record([category.as_str(), &year.year.to_string(), &size, &change, &rate]);
        }
    }
    text
}

/// The regional circulation of every area.
fn circulation(data: &CirculationData) -> String {
    let mut text = BOM.to_owned() + &record(CIRCULATION_COLUMNS);
    for flow in &data.areas {
        let amounts = [flow.distribution, flow.expenditure, flow.returned, flow.balance];
        let [distribution, expenditure, returned, balance] = amounts.map(|value| money(value, &data.unit));
        let rate = fixed(flow.circulation_percent, 1);
        text += &record([flow.area.as_str(), &distribution, &expenditure, &returned, &balance, &rate]);
    }
    text
}
