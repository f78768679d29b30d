//! Open data of the numbers that the strategy states in prose and in tables that no widget shows. Money is in 億円.

use super::open_data::OpenData;
use super::open_data::columns::{Column, Datatype, Unit as Counted, WHEN};
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
pub static PROSE: OpenData<FactsData> = OpenData {
    file: "facts.csv",
    name: Key::DataFacts,
    csv: prose,
    columns: |_| &PROSE_COLUMNS,
    key: &["id"],
    printed: |_| Vec::new(),
    period: |_| None,
    notes: |_| Vec::new(),
};
/// Of a market.
pub static MARKET: OpenData<MarketData> = OpenData {
    file: "ec.csv",
    name: Key::DataMarket,
    csv: market,
    columns: |_| &MARKET_COLUMNS,
    key: &["category", "year"],
    printed: |data| std::iter::once(&data.source).chain(&data.repeated).collect(),
    period: |_| None,
    notes: |data| std::iter::once(&data.origin).chain(&data.notes).map(|note| of_all(note)).collect(),
};
/// Of the regional circulation.
pub static CIRCULATION: OpenData<CirculationData> = OpenData {
    file: "circulation.csv",
    name: Key::DataCirculation,
    csv: circulation,
    columns: |_| &CIRCULATION_COLUMNS,
    key: &["area"],
    printed: |data| vec![&data.source],
    period: |data| Some(data.period.to_string()),
    notes: |data| {
        std::iter::once(&data.origin).chain(&data.definitions).chain(&data.notes).map(|note| of_all(note)).collect()
    },
};

const IN_MONEY: Counted = Counted::Said(Key::UnitMoney);
const IN_PERCENT: Counted = Counted::Said(Key::UnitPercent);

/// Columns of the numbers in prose.
const PROSE_COLUMNS: [Column; 8] = [
    Column::new("id", Key::ColumnId, Datatype::Text),
    Column::new("what", Key::FactsWhat, Datatype::Text),
    Column::new("value", Key::FactsValue, Datatype::Decimal).in_unit(Counted::In { file: "facts.csv", column: "unit" }),
    Column::new("unit", Key::SheetUnit, Datatype::Text).optional(),
    Column::new("period", Key::FactsWhen, WHEN).optional(),
    Column::new("approximate", Key::ColumnApproximate, Datatype::Boolean),
    Column::new("section", Key::ColumnSection, Datatype::Text),
    Column::new("quote", Key::ColumnQuote, Datatype::Text),
];
/// Columns of the market.
const MARKET_COLUMNS: [Column; 5] = [
    Column::new("category", Key::FactsCategory, Datatype::Text),
    Column::new("year", Key::ColumnYear, Datatype::Year),
    Column::new("market_size", Key::FactsSize, Datatype::Decimal).in_unit(IN_MONEY),
    Column::new("change_percent", Key::FactsChange, Datatype::Decimal).in_unit(IN_PERCENT),
    Column::new("ec_rate_percent", Key::FactsEcRate, Datatype::Decimal).in_unit(IN_PERCENT),
];
/// Columns of the regional circulation.
const CIRCULATION_COLUMNS: [Column; 6] = [
    Column::new("area", Key::FactsArea, Datatype::Text),
    Column::new("distribution", Key::FactsDistribution, Datatype::Decimal).in_unit(IN_MONEY),
    Column::new("expenditure", Key::FactsExpenditure, Datatype::Decimal).in_unit(IN_MONEY),
    Column::new("return", Key::FactsReturned, Datatype::Decimal).in_unit(IN_MONEY),
    Column::new("balance", Key::FactsBalance, Datatype::Decimal).in_unit(IN_MONEY),
    Column::new("circulation_percent", Key::FactsRate, Datatype::Decimal).in_unit(IN_PERCENT),
];

/// A note about every row.
fn of_all(note: &str) -> (&str, &str) {
    ("", note)
}

/// The header line of columns.
fn heading(columns: &[Column]) -> String {
    record(columns.iter().map(|column| column.name))
}

/// The numbers in prose, in printed order.
fn prose(data: &FactsData) -> String {
    let mut text = BOM.to_owned() + &heading(&PROSE_COLUMNS);
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
    let mut text = BOM.to_owned() + &heading(&MARKET_COLUMNS);
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
    let mut text = BOM.to_owned() + &heading(&CIRCULATION_COLUMNS);
    for flow in &data.areas {
        let amounts = [flow.distribution, flow.expenditure, flow.returned, flow.balance];
        let [distribution, expenditure, returned, balance] = amounts.map(|value| money(value, &data.unit));
        let rate = fixed(flow.circulation_percent, 1);
        text += &record([flow.area.as_str(), &distribution, &expenditure, &returned, &balance, &rate]);
    }
    text
}
