//! Tour of the house; written last.
pub mod data;
pub mod embedded;
pub mod error;
pub mod figure;
pub mod id;
pub mod locale;
pub mod markup;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod widget;
