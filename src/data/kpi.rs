//! `data/kpi.json`: the key performance indicators (重要業績評価指標).

use serde::{Deserialize, Serialize};

use super::provenance::Source;
use crate::error::IdError;
use crate::id::{KpiId, MeasureId};

/// All KPIs in printed order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KpiData {
    /// One record a KPI; places repeat, KPIs do not.
    pub kpis: Vec<Kpi>,
}

/// How a KPI is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KpiKind {
    /// A level to raise.
    Raise,
    /// A running total since the baseline.
    Cumulative,
    /// A floor to hold: the target equals the baseline.
    Maintain,
    /// A share in per cent to raise.
    Percentage,
}

impl KpiKind {
    /// The word used in the open data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Cumulative => "cumulative",
            Self::Maintain => "maintain",
            Self::Percentage => "percentage",
        }
    }
}

/// One KPI.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// Id used in attributes, URLs and the readings' CSV.
    pub id: KpiId,
    /// Name, completed where the print says 同.
    pub name: String,
    /// Name as printed, where completed.
    #[serde(default)]
    pub printed: Option<String>,
    /// Definition as printed.
    pub definition: String,
    /// Unit as printed.
    pub unit: String,
    /// How it is to be read.
    pub kind: KpiKind,
    /// Decimals printed.
    pub decimals: u8,
    /// Where it stands.
    pub baseline: Baseline,
    /// Where it shall be. The strategy prints no year.
    pub target: Target,
    /// Every place it is printed, the first one not repeated.
    pub places: Vec<KpiPlace>,
    /// Facts to say beside it.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// The baseline value (基準値).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// In the KPI's unit.
    pub value: f64,
    /// When it was measured.
    pub period: Period,
}

/// The target value (目標値).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// In the KPI's unit.
    pub value: f64,
}

/// One place a KPI is printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KpiPlace {
    /// Under which measure.
    pub measure: MeasureId,
    /// Marked 再掲.
    pub repeated: bool,
    /// Where.
    pub source: Source,
}

/// A printed period, `2023年度` (April to March) or `2023年` (January to December).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// The year's number.
    pub year: u16,
    /// Fiscal rather than calendar year.
    pub is_fiscal: bool,
}

impl TryFrom<String> for Period {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        let (digits, is_fiscal) = match text.strip_suffix("年度") {
            Some(digits) => (digits, true),
            None => (text.strip_suffix('年').unwrap_or_default(), false),
        };
        match digits.parse() {
            Ok(year) if (1900..=2200).contains(&year) => Ok(Self { year, is_fiscal }),
            _ => Err(IdError { found: text, expected: "a period such as 2023年度 or 2023年" }),
        }
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl std::fmt::Display for Period {
    /// As printed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.year, if self.is_fiscal { "年度" } else { "年" })
    }
}

impl Kpi {
    /// The measure under which it is first printed.
    pub fn home(&self) -> Option<&MeasureId> {
        self.places.first().map(|place| &place.measure)
    }
}
