//! `facts.json`: the numbers that the strategy states in prose, each with its sentence, and which of them make a series.

use std::fmt;
use std::str::FromStr;

use super::kpi::Period;
use super::provenance::Source;
use super::record::{records, text_values};
use crate::error::{Expected, IdError};
use crate::id::FactId;

records! {
    /// Every number in its printed order, and the series.
    pub struct FactsData {
        /// The numbers.
        pub facts: Vec<Fact>,
        /// Numbers that stand in one picture.
        pub series: Vec<Series> = <Vec<Series>>::default(),
    }
}

records! {
    /// A number stated in prose.
    pub struct Fact {
        /// Unique.
        pub id: FactId,
        /// What it is the number of.
        pub what: String,
        /// In its unit.
        pub value: f64,
        /// Unit as printed; empty where there is none.
        pub unit: Unit,
        /// When, as far as the strategy says.
        pub period: Option<When>,
        /// Decimals printed.
        pub decimals: u8 = <u8>::default(),
        /// Whether the sentence itself says that it is not exact: 約, 程度, 以上.
        pub approximate: bool,
        /// Where the sentence stands.
        pub source: Source,
        /// The sentence.
        pub quote: String,
        /// What has to be said beside it.
        pub note: Option<String>,
    }
}

records! {
    /// Numbers that stand in one picture.
    pub struct Series {
        /// Unique.
        pub id: FactId,
        /// What its numbers are of.
        pub name: String,
        /// How they stand.
        pub kind: SeriesKind,
        /// Which numbers, at least two.
        pub facts: Vec<FactId>,
        /// What has to be said beside them.
        pub note: Option<String>,
    }
}

/// A unit as printed; empty where there is none. It is written as each language writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit(String);

/// How the numbers of a series stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// Along an axis of years.
    Years,
    /// One beside another.
    Beside,
}

/// A year or fiscal year, or a month of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub period: Period,
    /// Month of a calendar year, from 1.
    pub month: Option<u8>,
}

/// When something was so: `2019年度`, `2023年3月`, `2011年度～2019年度`, or `2011年度～` where nobody says until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// At one time.
    At(Moment),
    /// From one time to another, as far as that is known.
    Span(Moment, Option<Moment>),
}

impl FromStr for Moment {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError::new(text, Expected::When);
        let Some((year, month)) = text.strip_suffix('月').and_then(|text| text.split_once('年')) else {
            return text.parse().map(|period| Self { period, month: None }).map_err(|_| error());
        };
        let is_plain = !month.starts_with('0') && month.bytes().all(|byte| byte.is_ascii_digit());
        let month = month.parse().ok().filter(|month| is_plain && (1..=12).contains(month)).ok_or_else(error)?;
        let period = format!("{year}年").parse().map_err(|_| error())?;
        Ok(Self { period, month: Some(month) })
    }
}

impl FromStr for When {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text.split_once('～') {
            None => text.parse().map(Self::At),
            Some((from, "")) => Ok(Self::Span(from.parse()?, None)),
            Some((from, to)) => Ok(Self::Span(from.parse()?, Some(to.parse()?))),
        }
    }
}

impl FromStr for Unit {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for SeriesKind {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "years" => Ok(Self::Years),
            "beside" => Ok(Self::Beside),
            _ => Err(IdError::new(text, Expected::SeriesKind)),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.period.fmt(f)?;
        self.month.map_or(Ok(()), |month| write!(f, "{month}月"))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Span(from, None) => write!(f, "{from}～"),
            Self::Span(from, Some(to)) => write!(f, "{from}～{to}"),
        }
    }
}

impl fmt::Display for SeriesKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Years => "years",
            Self::Beside => "beside",
        })
    }
}

text_values! {
    FactId, FactId::none();
    SeriesKind, SeriesKind::Beside;
    Unit, Unit(String::new());
    When, When::At(Moment { period: Period { year: 0, is_fiscal: false }, month: None });
}

impl When {
    /// The one year it is of; `None` where it is of a month, or of several years.
    ///
    /// ```
    /// use shigoto_widgets::data::facts::When;
    /// let year = |text: &str| text.parse::<When>().unwrap().year().map(|period| period.year);
    /// assert_eq!([year("2018年"), year("2023年3月"), year("2011年度～")], [Some(2018), None, None]);
    /// ```
    pub fn year(&self) -> Option<&Period> {
        match self {
            Self::At(Moment { period, month: None }) => Some(period),
            _ => None,
        }
    }
}

impl FactsData {
    /// The number of an id.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    /// The numbers of a series, in its order.
    pub fn points(&self, series: &Series) -> Vec<&Fact> {
        series.facts.iter().filter_map(|id| self.fact(id)).collect()
    }
}

impl Fact {
    /// The year it stands at on an axis; `None` where it is of none, or of several.
    pub fn year(&self) -> Option<&Period> {
        self.period.as_ref()?.year()
    }

    /// The value without the thousands or millions in its unit: `318千人` is 318,000.
    pub fn ones(&self) -> f64 {
        self.value * self.unit.split().0
    }
}

impl Unit {
    /// The unit as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As a number of ones and what they are ones of.
    ///
    /// ```
    /// use shigoto_widgets::data::facts::Unit;
    /// let split = |unit: &str| { let unit: Unit = unit.parse().unwrap(); (unit.split().0, unit.split().1.to_owned()) };
    /// assert_eq!(split("千人"), (1e3, "人".to_owned()));
    /// assert_eq!(split("億円"), (1e8, "円".to_owned()));
    /// assert_eq!(split("件"), (1.0, "件".to_owned()));
    /// ```
    pub fn split(&self) -> (f64, &str) {
        const POWERS: [(char, f64); 4] = [('千', 1e3), ('万', 1e4), ('億', 1e8), ('兆', 1e12)];
        let of =
            |(letter, ones): (char, f64)| Some((ones, self.0.strip_prefix(letter).filter(|rest| !rest.is_empty())?));
        POWERS.into_iter().find_map(of).unwrap_or((1.0, &self.0))
    }
}
