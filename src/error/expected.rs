//! What a value should have been, in both languages; an id that is not one.

use std::fmt;

use super::FaultLang;

/// What was expected of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is described by its words")]
pub enum Expected {
    Object,
    List,
    Entries,
    Text,
    Bool,
    Number,
    Quotient,
    Whole,
    CityId,
    KpiId,
    MeasureId,
    IssueCode,
    Industry,
    Base,
    Quadrant,
    FactorCode,
    StrategyCode,
    KpiKind,
    Direction,
    Period,
    When,
    Date,
    FactId,
    SeriesKind,
    Labels,
    Actor,
    NodeCode,
    NodeKind,
    Address,
    Part,
    EditionId,
    EditionDate,
}

impl Expected {
    /// A noun phrase.
    pub fn words(self, lang: FaultLang) -> &'static str {
        let (en, ja) = match self {
            Self::Object => ("an object", "{ } で囲んだ項目の組"),
            Self::List => ("a list", "[ ] で囲んだ並び"),
            Self::Entries => ("another number of entries", "別の個数の並び"),
            Self::Text => ("a string", "\" \" で囲んだ文字列"),
            Self::Bool => ("true or false", "true か false"),
            Self::Number => ("a number", "数値"),
            Self::Quotient => ("a number, or null where it is not published", "数値（公表されていなければ「null」）"),
            Self::Whole => ("a whole number in range", "範囲内の整数"),
            Self::CityId => {
                ("a city id (lower-case letters, digits, hyphens)", "市のID（半角の英小文字・数字・ハイフン）")
            }
            Self::KpiId => {
                ("a KPI id (lower-case letters, digits, hyphens)", "KPIのID（半角の英小文字・数字・ハイフン）")
            }
            Self::MeasureId => ("a measure id such as 2-1", "施策の番号（例：2-1）"),
            Self::IssueCode => ("a key issue's code (letters only)", "重要課題の記号（半角の英字のみ）"),
            Self::Industry => {
                ("an industry's printed name, no space before or after it", "産業の名前（前後に空白のないもの）")
            }
            Self::Base => ("output, establishments or employees", "output・establishments・employees のどれか"),
            Self::Quadrant => ("SO, WO, ST or WT", "SO・WO・ST・WT のどれか"),
            Self::FactorCode => ("a factor's code such as S-1", "要素の記号（例：S-1）"),
            Self::StrategyCode => ("a strategy's code such as SO-1", "戦略の記号（例：SO-1）"),
            Self::KpiKind => (
                "raise, cumulative, maintain, percentage or unstated",
                "raise・cumulative・maintain・percentage・unstated のどれか",
            ),
            Self::Direction => ("raise or lower", "raise か lower"),
            Self::Period => (
                "a period such as 2023年度, 令和5年度, FY2023 or 2023年",
                "時期（例：2023年度、令和5年度、FY2023、2023年）",
            ),
            Self::When => (
                "a time such as 2019年度, 2023年3月, 2011年度～2019年度 or 2011年度～",
                "時期（例：2019年度、2023年3月、2011年度～2019年度、2011年度～）",
            ),
            Self::Date => ("a day such as 2023-08-29", "年月日（例：2023-08-29）"),
            Self::FactId => {
                ("a number's id (lower-case letters, digits, hyphens)", "数値のID（半角の英小文字・数字・ハイフン）")
            }
            Self::SeriesKind => ("years or beside", "years か beside"),
            Self::Labels => ("sound or doubtful", "sound か doubtful"),
            Self::Actor => {
                ("industry, academia, finance or government", "industry・academia・finance・government のどれか")
            }
            Self::NodeCode => (
                "a code of the matrix: S-1 (S, W, O, T), SO-1 (SO, WO, ST, WT), or letters alone for a key issue",
                "マトリクスの記号（要素はS・W・O・Tで S-1、戦略はSO・WO・ST・WTで SO-1、重要課題は半角の英字だけ）",
            ),
            Self::NodeKind => (
                "the kind that goes with the code (strength, weakness, opportunity, threat, strategy or issue)",
                "記号に合う種類（strength・weakness・opportunity・threat・strategy・issue）",
            ),
            Self::Address => (
                "an address of a folder such as https://www.example.jp/shigoto/",
                "「https://www.example.jp/shigoto/」のようなフォルダーのアドレス",
            ),
            Self::EditionId => {
                ("an edition's id (lower-case letters, digits, hyphens)", "版のID（半角の英小文字・数字・ハイフン）")
            }
            Self::EditionDate => {
                ("a day or month such as 2026-06-30 or 2026-06", "年月日か年月（例：2026-06-30、2026-06）")
            }
            Self::Part => (
                "a part of the content such as reading, kpi, quotient, swot or strategy",
                "内容の部分（reading・kpi・quotient・swot・strategy など）",
            ),
        };
        match lang {
            FaultLang::En => en,
            FaultLang::Ja => ja,
        }
    }
}

/// A string that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    /// The string found.
    pub found: String,
    /// What it should have been.
    pub expected: Expected,
}

impl IdError {
    /// `found` is not `expected`.
    pub fn new(found: &str, expected: Expected) -> Self {
        Self { found: found.to_owned(), expected }
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}", super::words::short(&self.found), self.expected.words(FaultLang::En))
    }
}

impl std::error::Error for IdError {}
