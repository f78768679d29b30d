//! `ec.json`: what is sold to citizens by category, and how much of it over the net.

use super::facts::Unit;
use super::provenance::Source;
use super::record::records;

records! {
    /// A market by category.
    pub struct MarketData {
        /// Where the table was printed.
        pub source: Source,
        /// Where it was printed again.
        pub repeated: Option<Source>,
        /// Whose numbers they are.
        pub origin: String,
        /// Heading as printed.
        pub name: String,
        /// Unit of the sizes.
        pub unit: Unit,
        /// Decimals of the percentages.
        pub decimals: u8,
        /// The categories in printed order.
        pub categories: Vec<Category>,
        /// All of them.
        pub total: Category,
        /// Facts to say beside it.
        pub notes: Vec<String> = <Vec<String>>::default(),
    }
}

records! {
    /// One category.
    pub struct Category {
        /// What is sold.
        pub category: String,
        /// By year, the first first.
        pub years: Vec<MarketYear>,
    }
}

records! {
    /// A category in a year.
    pub struct MarketYear {
        /// Calendar year.
        pub year: u16,
        /// What is sold over the net, in the market's unit.
        pub market_size: f64,
        /// Against the year before, in per cent.
        pub change_percent: f64,
        /// How much of all sales that is, in per cent.
        pub ec_rate_percent: f64,
    }
}

impl MarketData {
    /// Its years, the first first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = u16> {
        self.total.years.iter().map(|year| year.year)
    }

    /// Its latest year.
    pub fn latest(&self) -> Option<u16> {
        self.years().next_back()
    }

    /// The year that one is compared with: the one before, for the first the one after; `None` where there is no other.
    pub fn other(&self, year: u16) -> Option<u16> {
        self.years().rev().find(|other| *other < year).or_else(|| self.years().find(|other| *other > year))
    }
}

impl Category {
    /// It in a year.
    pub fn in_year(&self, year: u16) -> Option<&MarketYear> {
        self.years.iter().find(|own| own.year == year)
    }
}
