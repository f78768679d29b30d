//! The data of Aomori say what the strategy prints; no other test needs to know it.

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

mod about;
mod counts;
mod facts;
mod numbers;
mod open_strategy;
mod scenes;
