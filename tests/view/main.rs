//! Floor 3: words and sentences, layouts of figures, states of widgets.

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

mod findings;
mod heat;
mod kiosk;
mod kpi_groups;
mod labels;
mod languages;
mod lq_dots;
mod lq_many;
mod own_kpi_words;
mod own_words;
mod places;
mod posters;
mod quadrant;
mod sentences;
mod sides;
mod states;
