//! Floor 1: the types of `data/*.json` and the CSVs, parsed once and validated whole.
//!
//! The build script and `xtask check-data` include this floor by path, so that a broken data file is told
//! before anything else is compiled.

pub mod actuals;
pub mod decimal;
#[cfg(not(small))]
pub mod decode;
pub mod glossary;
#[cfg(not(small))]
pub mod json;
pub mod kpi;
pub mod language;
pub mod links;
pub mod lq;
pub mod pack;
pub mod packed;
pub mod provenance;
pub mod quotient;
mod record;
pub mod seen;
#[cfg(not(small))]
pub mod slim;
pub mod strategy;
pub mod swot;
#[cfg(not(small))]
pub mod translate;
#[cfg(not(small))]
pub mod words;

// What reads a reader's own file: in the wasm that is loaded for it, not in the first one.
#[cfg(not(small))]
pub mod amount;
#[cfg(not(small))]
pub mod cells;
#[cfg(not(small))]
pub mod csv;
#[cfg(not(small))]
mod heading;
#[cfg(not(small))]
pub mod letters;
#[cfg(not(small))]
pub mod own;
#[cfg(not(small))]
pub mod periods;
#[cfg(not(small))]
mod rules;
#[cfg(not(small))]
pub mod sheet;
#[cfg(not(small))]
mod spelling;

// What reads a place's whole content.
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod about;
#[cfg(not(small))]
pub mod accessibility;
#[cfg(not(small))]
pub mod address;
#[cfg(not(small))]
pub mod brand;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod change;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod circulation;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod cross_check;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod editions;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod facts;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod facts_check;
#[cfg(not(small))]
pub mod guide;
#[cfg(not(small))]
pub mod items;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod library;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod market;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod splice;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod statements;

use record::records;

records! {
    /// What the widgets draw from.
    pub struct Dataset {
        /// Cross-SWOT matrix.
        pub swot: swot::SwotData,
        /// Location quotient tables.
        pub lq: lq::LqData,
        /// KPIs.
        pub kpi: kpi::KpiData,
        /// Readings of the KPIs.
        pub actuals: Vec<actuals::Actual>,
        /// Editorial links.
        pub links: links::LinkData,
        /// Names of pillars and measures, span of the plan.
        pub outline: strategy::Outline,
        /// Which of these parts a reader has put in place of ours.
        pub origin: provenance::Origin = <provenance::Origin>::default(),
    }
}
