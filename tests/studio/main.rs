//! The workshop: what is offered becomes changes of the content, or is refused and changes nothing.

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

mod corrections;
mod files;
mod saved;
mod tables;

use std::collections::BTreeSet;

use shigoto_widgets::studio::content::{Content, Offer, Seen};
use shigoto_widgets::studio::desk::Desk;

/// The city's content on the desk.
fn desk() -> Desk {
    Desk::open(&common::library().files).unwrap()
}

/// Takes a text that must be taken.
fn take(desk: &mut Desk, name: &str, text: &str) -> Seen {
    desk.take(name, Offer::Text(text)).unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

/// The files that differ from what was opened.
fn changed(desk: &Desk) -> Vec<String> {
    let (old, new): (&Content, &Content) = (&desk.published().files, &desk.now().files);
    let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    all.into_iter().filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

/// The text of a file as it now is.
fn text(desk: &Desk, name: &str) -> String {
    String::from_utf8(desk.now().files[name].clone()).unwrap()
}
