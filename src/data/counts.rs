//! `data/counts.json`: how many records of each kind the source prints, counted by hand.

use super::record::records;
records! {
    /// Printed counts. A file that holds another number has lost or gained a record.
    pub struct Counts {
        /// Industries of each table, in the order of the tables.
        pub lq_rows: Vec<usize>,
        /// Cities compared.
        pub cities: usize,
        /// Unique KPIs.
        pub kpis: usize,
        /// Places where a KPI is printed.
        pub kpi_places: usize,
        /// Strengths, weaknesses, opportunities, threats.
        pub factors: [usize; 4],
        /// Strategies of SO, WO, ST, WT.
        pub strategies: [usize; 4],
        /// Key issues.
        pub issues: usize,
        /// Measures of each pillar.
        pub measures: Vec<usize>,
        /// 現状と課題, all and without 再掲.
        pub situation: [usize; 2],
        /// 施策の展開.
        pub actions: usize,
        /// 共創プロジェクト, all and without 再掲.
        pub projects: [usize; 2],
        /// 現在の主な事業, all and without 再掲.
        pub works: [usize; 2],
        /// Glossary terms.
        pub terms: usize,
    }
}
