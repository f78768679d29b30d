//! Floor 0: ids that cannot be built wrong. Each is parsed once, where data enters.

use std::fmt;
use std::str::FromStr;

use crate::error::{Expected, IdError};

/// A whole number in decimal digits. Formatting as the standard library does it would be part of every visit.
///
/// ```
/// use shigoto_widgets::id::digits;
/// assert_eq!([0, 7, 2030].map(digits), ["0", "7", "2030"]);
/// ```
pub fn digits(number: u64) -> String {
    let before = if number < 10 { String::new() } else { digits(number / 10) };
    before + ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].get((number % 10) as usize).copied().unwrap_or_default()
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_measure(text: &str) -> bool {
    matches!(text.split_once('-'), Some((pillar, number)) if is_number(pillar) && is_number(number))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0')
}

fn is_issue(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.trim() == text
}

macro_rules! string_id {
    ($(#[$doc:meta])* $name:ident, $check:ident, $expected:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as written in the data and in URLs.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Stands in for an id that cannot be read, in data that are refused for it: no data have it.
            pub(crate) fn none() -> Self {
                Self(String::new())
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                if $check(text) { Ok(Self(text.to_owned())) } else { Err(IdError::new(text, $expected)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

string_id!(
    /// A city: lower-case ASCII, as in `city="hinode"`.
    CityId, is_slug, Expected::CityId
);
string_id!(
    /// A KPI: lower-case ASCII with hyphens.
    KpiId, is_slug, Expected::KpiId
);
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
string_id!(
    /// A number stated in prose, or a series of them: lower-case ASCII with hyphens.
    FactId, is_slug, Expected::FactId
);
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
string_id!(
    /// An edition of the content: lower-case ASCII with hyphens, as in `2026-06-30`.
    EditionId, is_slug, Expected::EditionId
);
string_id!(
    /// A measure (施策): `pillar-number`, as in `2-1`.
    MeasureId, is_measure, Expected::MeasureId
);
string_id!(
    /// A key issue (重要課題): ASCII letters, as in `DX` or `tourism`.
    IssueCode, is_issue, Expected::IssueCode
);
string_id!(
    /// An industry: its printed name, unique within one table.
    IndustryId, is_name, Expected::Industry
);

impl MeasureId {
    /// Number of the pillar the measure belongs to.
    pub fn pillar(&self) -> u8 {
        self.0.split_once('-').and_then(|(pillar, _)| pillar.parse().ok()).unwrap_or(0)
    }
}

/// The base a location quotient is computed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// 生産額.
    Output,
    /// 事業所.
    Establishments,
    /// 就業者.
    Employees,
}

impl Base {
    /// All bases in printed order.
    pub const ALL: [Self; 3] = [Self::Output, Self::Establishments, Self::Employees];

    /// The value of the `base` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Establishments => "establishments",
            Self::Employees => "employees",
        }
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Base {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::ALL.into_iter().find(|base| base.as_str() == text).ok_or_else(|| IdError::new(text, Expected::Base))
    }
}

/// The kind of a SWOT factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactorKind {
    /// 強み, internal and helpful.
    Strength,
    /// 弱み, internal and harmful.
    Weakness,
    /// 機会, external and helpful.
    Opportunity,
    /// 脅威, external and harmful.
    Threat,
}

impl FactorKind {
    /// S, W, O, T.
    pub const ALL: [Self; 4] = [Self::Strength, Self::Weakness, Self::Opportunity, Self::Threat];

    /// Whether it lies within the city: a strength or a weakness.
    pub fn is_within(self) -> bool {
        matches!(self, Self::Strength | Self::Weakness)
    }

    /// Its shape, in a letter of a text.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Strength => "●",
            Self::Weakness => "■",
            Self::Opportunity => "▲",
            Self::Threat => "◆",
        }
    }

    /// The letter in a factor's code.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Strength => "S",
            Self::Weakness => "W",
            Self::Opportunity => "O",
            Self::Threat => "T",
        }
    }
}

/// A quadrant of the cross-SWOT matrix: an internal side met by an external one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quadrant {
    /// Strengths × opportunities.
    SO,
    /// Weaknesses × opportunities.
    WO,
    /// Strengths × threats.
    ST,
    /// Weaknesses × threats.
    WT,
}

impl Quadrant {
    /// In reading order of the matrix.
    pub const ALL: [Self; 4] = [Self::SO, Self::WO, Self::ST, Self::WT];

    /// The code's two letters.
    pub fn letters(self) -> &'static str {
        match self {
            Self::SO => "SO",
            Self::WO => "WO",
            Self::ST => "ST",
            Self::WT => "WT",
        }
    }

    /// The internal and the external side that meet here.
    pub fn sides(self) -> (FactorKind, FactorKind) {
        match self {
            Self::SO => (FactorKind::Strength, FactorKind::Opportunity),
            Self::WO => (FactorKind::Weakness, FactorKind::Opportunity),
            Self::ST => (FactorKind::Strength, FactorKind::Threat),
            Self::WT => (FactorKind::Weakness, FactorKind::Threat),
        }
    }
}

impl fmt::Display for Quadrant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl FromStr for Quadrant {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::ALL
            .into_iter()
            .find(|quadrant| quadrant.letters() == text)
            .ok_or_else(|| IdError::new(text, Expected::Quadrant))
    }
}

macro_rules! numbered_code {
    ($(#[$doc:meta])* $name:ident, $kind:ident, $letters:ident, $expected:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name {
            /// Where it stands.
            pub kind: $kind,
            /// 1-based number.
            pub number: u8,
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let error = || IdError::new(text, $expected);
                let (letters, number) = text.split_once('-').ok_or_else(error)?;
                let kind = $kind::ALL.into_iter().find(|kind| kind.$letters() == letters).ok_or_else(error)?;
                if !is_number(number) {
                    return Err(error());
                }
                Ok(Self { kind, number: number.parse().map_err(|_| error())? })
            }
        }

        impl $name {
            /// The code as written in the data and in URLs.
            pub fn text(self) -> String {
                [self.kind.$letters(), "-", &digits(self.number.into())].concat()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.text())
            }
        }
    };
}

numbered_code!(
    /// A factor's code, `S-1` … `T-4`.
    FactorCode, FactorKind, letter, Expected::FactorCode
);
numbered_code!(
    /// A strategy's code, `SO-1` … `WT-1`.
    StrategyCode, Quadrant, letters, Expected::StrategyCode
);

/// Anything in the cross-SWOT matrix that can be selected.
///
/// ```
/// use shigoto_widgets::id::NodeCode;
/// assert!(matches!("S-1".parse(), Ok(NodeCode::Factor(_))));
/// assert!(matches!("SO-4".parse(), Ok(NodeCode::Strategy(_))));
/// assert!(matches!("DX".parse(), Ok(NodeCode::Issue(_))));
/// assert!("S-".parse::<NodeCode>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeCode {
    /// A factor.
    Factor(FactorCode),
    /// A strategy.
    Strategy(StrategyCode),
    /// A key issue.
    Issue(IssueCode),
}

impl FromStr for NodeCode {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        if let Ok(code) = text.parse() {
            return Ok(Self::Factor(code));
        }
        if let Ok(code) = text.parse() {
            return Ok(Self::Strategy(code));
        }
        text.parse().map(Self::Issue).map_err(|_| IdError::new(text, Expected::NodeCode))
    }
}

impl NodeCode {
    /// The code as written in the data and in URLs.
    pub fn text(&self) -> String {
        match self {
            Self::Factor(code) => code.text(),
            Self::Strategy(code) => code.text(),
            Self::Issue(code) => code.as_str().to_owned(),
        }
    }
}

impl fmt::Display for NodeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
