//! `circulation.json`: how income goes round in a region: distributed, spent, and returned to production.

use super::facts::{Unit, When};
use super::provenance::Source;
use super::record::records;

records! {
    /// The circulation of some areas.
    pub struct CirculationData {
        /// Where the table was printed.
        pub source: Source,
        /// Whose numbers they are.
        pub origin: String,
        /// Of which year.
        pub period: When,
        /// Unit of the amounts.
        pub unit: Unit,
        /// Name of the area that the picture is of.
        pub focus: String,
        /// The areas in printed order.
        pub areas: Vec<Flow>,
        /// What is counted where, as printed.
        pub definitions: Vec<String> = <Vec<String>>::default(),
        /// Facts to say beside it.
        pub notes: Vec<String> = <Vec<String>>::default(),
    }
}

records! {
    /// The circulation of one area.
    pub struct Flow {
        /// Name.
        pub area: String,
        /// 所得への分配.
        pub distribution: f64,
        /// 所得からの支出.
        pub expenditure: f64,
        /// 支出による生産への還流.
        pub returned: f64,
        /// 域際収支: what is returned less what is spent.
        pub balance: f64,
        /// 地域経済循環率: what is returned, of what is spent.
        pub circulation_percent: f64,
    }
}

impl CirculationData {
    /// The area that the picture is of.
    pub fn focused(&self) -> Option<&Flow> {
        self.areas.iter().find(|flow| flow.area == self.focus)
    }
}
