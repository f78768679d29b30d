//! Floor 4: HTML, pictures and cells, and the goldens and snapshots that hold them.

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

mod escape;
mod facts;
mod glossary;
mod goldens;
mod pages;
mod strips;
mod takeaway;
mod terms;
mod unpublished;
