//! Floor 5, native: the files of the site.

#![allow(
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test may fail loudly, and says what it is by its name"
)]

#[path = "../common/mod.rs"]
mod common;

mod accessibility;
mod api;
mod csvw;
mod editions;
mod guide;
mod machine_readable;
mod registry;
mod render;
mod search;
mod share;
mod strategy;
mod town;
mod workbook;
