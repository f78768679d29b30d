//! `swot.json`: factors, the strategies of the four quadrants, key issues.

use super::provenance::Source;
use super::record::records;
use crate::id::{FactorCode, IssueCode, Quadrant, StrategyCode};

records! {
    /// The cross-SWOT matrix as printed.
    pub struct SwotData {
        /// Where the matrix stands.
        pub source: Source,
        /// Strengths, weaknesses, opportunities, threats.
        pub factors: Vec<Factor>,
        /// SO, WO, ST, WT in reading order.
        pub quadrants: Vec<QuadrantText>,
        /// Key issues (重要課題).
        pub issues: Vec<Issue>,
    }
}

records! {
    /// One factor.
    pub struct Factor {
        /// `S-1` … `T-4`.
        pub code: FactorCode,
        /// Short name.
        pub name: String,
        /// Explanation, printed for strengths and weaknesses.
        pub detail: Option<String>,
        /// What the matrix adds in parentheses.
        pub matrix_note: Option<String>,
        /// Where it was printed.
        pub source: Source,
    }
}

records! {
    /// One quadrant with its strategies.
    pub struct QuadrantText {
        /// Which quadrant.
        pub code: Quadrant,
        /// Its heading in the matrix.
        pub heading: String,
        /// Strategies in printed order.
        pub strategies: Vec<Strategy>,
    }
}

records! {
    /// One strategy of the matrix.
    pub struct Strategy {
        /// `SO-1` … `WT-1`.
        pub code: StrategyCode,
        /// Wording as printed.
        pub text: String,
        /// What is doubtful about the print.
        pub note: Option<String>,
        /// Where it was printed.
        pub source: Source,
    }
}

records! {
    /// One key issue (重要課題).
    pub struct Issue {
        /// Code used in links and URLs.
        pub code: IssueCode,
        /// Name as printed.
        pub name: String,
        /// Wording as printed.
        pub text: String,
        /// Where it was printed.
        pub source: Source,
    }
}
