//! Floor 2: arithmetic and links.

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

mod arithmetic;
mod body;
mod changes;
mod comparison;
mod history;
