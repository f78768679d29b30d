//! `links.json`: links the strategy does not print. All of them are ours (editorial), each with its reason.

use super::record::records;
use crate::id::{Base, FactorCode, IndustryId, IssueCode, MeasureId, StrategyCode};

records! {
    /// The editorial links.
    pub struct LinkData {
        /// How to tell readers that these links are ours.
        pub note: String,
        /// Which factors a strategy answers to.
        pub factor_strategy: Vec<Link<FactorCode, StrategyCode>>,
        /// Which key issue a strategy belongs to.
        pub strategy_issue: Vec<Link<StrategyCode, IssueCode>>,
        /// Which measures serve a key issue. Measures lead to KPIs by print.
        pub issue_measure: Vec<Link<IssueCode, MeasureId>>,
        /// Industries of the output table met by those of the employees table.
        pub crosswalk: Vec<CrosswalkLink>,
        /// Factors that can be checked against the quotients.
        pub evidence: Vec<Evidence>,
    }
}

records! {
    /// One link with its reason.
    pub struct Link<From, To> {
        /// Start.
        pub from: From,
        /// End.
        pub to: To,
        /// One line saying why.
        pub reason: String,
    }
}

records! {
    /// Industries that two classifications share: the output table's on the left, the employees table's on the right.
    pub struct CrosswalkLink {
        /// Industries of the output table.
        pub output: Vec<IndustryId>,
        /// Industries of the employees table.
        pub employees: Vec<IndustryId>,
        /// Whether the two sides cover the same activity.
        pub exact: bool,
        /// One line saying why, or what differs.
        pub reason: String,
    }
}

records! {
    /// The quotient that speaks for a factor. The strategy names the industry above 1 in its text on the tables; which
    /// factor it speaks for is our reading.
    pub struct Evidence {
        /// Which factor.
        pub factor: FactorCode,
        /// Which table.
        pub base: Base,
        /// The heading of the row in it.
        pub industry: IndustryId,
        /// One line saying why.
        pub reason: String,
    }
}
