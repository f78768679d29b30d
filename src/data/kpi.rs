//! `kpi.json`: the key performance indicators (重要業績評価指標).

use std::cmp::Ordering;
use std::str::FromStr;

use super::provenance::Source;
use super::record::{local_values, records, text_values};
use crate::error::{Expected, IdError};
use crate::id::{KpiId, MeasureId};

records! {
    /// All KPIs in printed order.
    pub struct KpiData {
        /// Where the list was printed; empty where nobody says.
        pub source: Source = Source { section: String::new(), page: None },
        /// One record a KPI; places repeat, KPIs do not.
        pub kpis: Vec<Kpi>,
        /// Values of the years before the baselines that are printed elsewhere.
        pub earlier: Vec<Earlier> = <Vec<Earlier>>::default(),
    }
}

records! {
    /// A KPI's value before its baseline.
    pub struct Earlier {
        /// Which KPI.
        pub id: KpiId,
        /// In the KPI's unit.
        pub value: f64,
        /// When it was measured.
        pub period: Period,
        /// Where it was printed.
        pub source: Source,
    }
}

/// How a KPI is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KpiKind {
    /// A level to raise.
    Raise,
    /// A running total since the baseline.
    Cumulative,
    /// A level to hold: the target equals the baseline. Floor or ceiling, see [`Kpi::direction`].
    Maintain,
    /// A share in per cent to raise.
    Percentage,
    /// A number to raise of which the print does not say whether it is a level or a running total.
    Unstated,
}

impl KpiKind {
    /// The word used in the open data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Cumulative => "cumulative",
            Self::Maintain => "maintain",
            Self::Percentage => "percentage",
            Self::Unstated => "unstated",
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More: a target to rise to, a floor to hold.
    Raise,
    /// Less: a target to fall to, a ceiling to keep under.
    Lower,
}

records! {
    /// One KPI.
    pub struct Kpi {
        /// Id used in attributes, URLs and the readings' CSV.
        pub id: KpiId,
        /// Name, completed where the print says 同.
        pub name: String,
        /// Name as printed, where completed.
        pub printed: Option<String>,
        /// Definition as printed.
        pub definition: String,
        /// Unit as printed.
        pub unit: String,
        /// How it is to be read.
        pub kind: KpiKind,
        /// Which way is better, where target and baseline do not tell; see [`Kpi::direction`].
        pub direction: Option<Direction>,
        /// Decimals printed.
        pub decimals: u8,
        /// Where it stands.
        pub baseline: Baseline,
        /// Where it shall be. The strategy prints no year.
        pub target: Target,
        /// When, where a reader's own list is read.
        pub due: Due = <Due>::default(),
        /// Every place it is printed, the first one not repeated.
        pub places: Vec<KpiPlace>,
        /// Facts to say beside it.
        pub notes: Vec<String> = <Vec<String>>::default(),
    }
}

records! {
    /// The baseline value (基準値).
    pub struct Baseline {
        /// In the KPI's unit.
        pub value: f64,
        /// When it was measured.
        pub period: Period,
    }
}

records! {
    /// The target value (目標値).
    pub struct Target {
        /// In the KPI's unit.
        pub value: f64,
    }
}

records! {
    /// One place a KPI is printed.
    pub struct KpiPlace {
        /// Under which measure.
        pub measure: MeasureId,
        /// Marked 再掲.
        pub repeated: bool,
        /// Where.
        pub source: Source,
    }
}

/// When a target of a reader's own list is due. The city's own are due at the end of the plan, and packs carry nothing of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Due {
    /// The period that the list states.
    #[cfg(not(small))]
    pub stated: Option<Period>,
    /// The fiscal year assumed where it states none; `None` of what is in our own form.
    #[cfg(not(small))]
    pub assumed: Option<u16>,
}

impl Due {
    /// The fiscal year by which the target is to be reached; `last` is the plan's last.
    pub fn year(&self, last: u16) -> u16 {
        #[cfg(not(small))]
        return self.stated.as_ref().map(|period| period.year).or(self.assumed).unwrap_or(last);
        #[cfg(small)]
        last
    }

    /// Whether the KPI is from a list of any plan, not in our own form.
    #[cfg(not(small))]
    pub fn is_listed(&self) -> bool {
        self.assumed.is_some()
    }
}

/// A printed period, `2023年度` (April to March) or `2023年` (January to December).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The year's number; 0 where a reader's own list does not state it, see [`Period::is_stated`].
    pub year: u16,
    /// Fiscal rather than calendar year.
    pub is_fiscal: bool,
}

impl Period {
    /// Stands where a list does not state a period.
    #[cfg(not(small))]
    pub const UNSTATED: Self = Self { year: 0, is_fiscal: false };

    /// Whether it is known.
    #[cfg(not(small))]
    pub fn is_stated(&self) -> bool {
        *self != Self::UNSTATED
    }
}

impl FromStr for Period {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let (digits, is_fiscal) = match text.strip_suffix("年度") {
            Some(digits) => (digits, true),
            None => (text.strip_suffix('年').unwrap_or_default(), false),
        };
        let is_plain = digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
        match digits.parse() {
            Ok(year) if is_plain && (1900..=2200).contains(&year) => Ok(Self { year, is_fiscal }),
            _ => Err(IdError::new(text, Expected::Period)),
        }
    }
}

impl FromStr for KpiKind {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        [Self::Raise, Self::Cumulative, Self::Maintain, Self::Percentage, Self::Unstated]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| IdError::new(text, Expected::KpiKind))
    }
}

impl FromStr for Direction {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "raise" => Ok(Self::Raise),
            "lower" => Ok(Self::Lower),
            _ => Err(IdError::new(text, Expected::Direction)),
        }
    }
}

local_values!(Due);
text_values! {
    Period, Period { year: 0, is_fiscal: false };
    KpiKind, KpiKind::Raise;
    Direction, Direction::Raise;
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Raise => "raise",
            Self::Lower => "lower",
        })
    }
}

impl std::fmt::Display for KpiKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for Period {
    /// As printed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.year, if self.is_fiscal { "年度" } else { "年" })
    }
}

impl Kpi {
    /// Which way is better: as its target lies, else as the data say; `None` where nobody says.
    pub fn direction(&self) -> Option<Direction> {
        // A list may hold a level that is not its baseline.
        #[cfg(not(small))]
        if self.kind == KpiKind::Maintain {
            return self.direction;
        }
        match self.target.value.partial_cmp(&self.baseline.value) {
            Some(Ordering::Greater) => Some(Direction::Raise),
            Some(Ordering::Less) => Some(Direction::Lower),
            _ => self.direction,
        }
    }

    /// The measure under which it is first printed.
    pub fn home(&self) -> Option<&MeasureId> {
        self.places.first().map(|place| &place.measure)
    }
}
