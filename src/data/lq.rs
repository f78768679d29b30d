//! `lq.json`: location quotients (特化係数) of industries in cities, on three bases.

use std::str::FromStr;

use super::provenance::Source;
use super::quotient::Quotient;
use super::record::{records, text_values};
use crate::error::{Expected, IdError};
use crate::id::{Base, CityId, IndustryId};

records! {
    /// The tables and the cities they compare.
    pub struct LqData {
        /// Name of the reference area, the denominator.
        pub reference_area: String,
        /// The city whose strategy this is: chosen by default.
        pub focus_city: CityId,
        /// Decimals printed.
        pub decimals: u8,
        /// Who grouped industries into sectors, and how.
        pub sector_note: String,
        /// Cities in column order.
        pub cities: Vec<City>,
        /// One table a base, in printed order.
        pub tables: Vec<LqTable>,
    }
}

records! {
    /// A city.
    pub struct City {
        /// Id used in attributes and URLs.
        pub id: CityId,
        /// Name as printed.
        pub name: String,
        /// The prefecture it lies in, where there are many cities to choose from.
        pub prefecture: Option<String>,
    }
}

/// Whether the row headings of a table can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// They belong to their values.
    Sound,
    /// They probably do not: no conclusion may rest on them.
    Doubtful,
}

records! {
    /// One table.
    pub struct LqTable {
        /// What is counted.
        pub base: Base,
        /// Heading, mended where a slip is certain.
        pub title: String,
        /// Heading as printed, where mended.
        pub printed: Option<String>,
        /// Why it was mended.
        pub note: Option<String>,
        /// The formula as printed under the table.
        pub formula: String,
        /// Period of the numerator.
        pub city_period: String,
        /// Period of the denominator.
        pub reference_period: String,
        /// Where it was printed.
        pub source: Source,
        /// Whether the row headings can be trusted.
        pub labels: Labels,
        /// What to say beside a table with doubtful headings.
        pub warning: Option<String>,
        /// Why the presumed headings are presumed.
        pub reread_reason: Option<String>,
        /// Rows in printed order.
        pub rows: Vec<LqRow>,
    }
}

records! {
    /// One industry's quotients.
    pub struct LqRow {
        /// Printed heading.
        pub industry: IndustryId,
        /// The heading we presume the values to belong to.
        pub presumed: Option<IndustryId>,
        /// 1, 2 or 3: 第1次 … 第3次産業 (editorial).
        pub sector: Option<u8>,
        /// One quotient a city, in the order of [`LqData::cities`]. Dimensionless, 1 = same share as the reference area.
        pub values: Vec<Quotient>,
    }
}

impl FromStr for Labels {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "sound" => Ok(Self::Sound),
            "doubtful" => Ok(Self::Doubtful),
            _ => Err(IdError::new(text, Expected::Labels)),
        }
    }
}

text_values!(Labels, Labels::Sound;);

impl std::fmt::Display for Labels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sound => "sound",
            Self::Doubtful => "doubtful",
        })
    }
}

impl LqRow {
    /// The quotient of the city in a column; `None` where it is not published, or there is no such city.
    pub fn value(&self, column: usize) -> Option<f64> {
        self.values.get(column)?.published()
    }

    /// How many cities' quotients are not published.
    pub fn unpublished(&self) -> usize {
        self.values.iter().filter(|quotient| quotient.published().is_none()).count()
    }
}

impl LqTable {
    /// How many of its quotients are not published.
    pub fn unpublished(&self) -> usize {
        self.rows.iter().map(LqRow::unpublished).sum()
    }
}

impl LqData {
    /// The table of a base.
    pub fn table(&self, base: Base) -> Option<&LqTable> {
        self.tables.iter().find(|table| table.base == base)
    }

    /// Whether it is known of every city in which prefecture it lies.
    #[cfg(not(small))]
    pub fn is_placed(&self) -> bool {
        self.cities.iter().all(|city| city.prefecture.is_some())
    }

    /// With every quotient as it is shown: what is shown as 1.00 is nowhere taken for more than 1, equals are equals.
    #[cfg(not(small))]
    pub fn rounded(mut self) -> Self {
        let scale = 10f64.powi(self.decimals.into());
        for value in self.tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.values) {
            *value = value.published().map(|value| (value * scale).round() / scale).into();
        }
        self
    }

    /// Column of a city.
    pub fn column(&self, city: &CityId) -> Option<usize> {
        self.cities.iter().position(|c| c.id == *city)
    }
}
