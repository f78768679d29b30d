//! Floors 0 and 1: faults with their place, strict readers, the library, a reader's own files.

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
#[path = "../common/japanese.rs"]
mod japanese;
#[path = "../fuzz/lines.rs"]
mod lines;

mod broken;
mod editions;
mod faults;
mod json;
mod letters;
mod own_empty;
mod own_files;
mod own_kpis;
mod own_mutations;
mod own_refusals;
mod own_tables;
mod packs;
mod periods;
mod positions;
mod schemas;
