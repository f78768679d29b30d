//! The house itself: what may import what.

#![allow(
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test may fail loudly, and says what it is by its name"
)]

mod circles;
mod floors;
