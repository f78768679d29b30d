//! Tour of the house; written last.
pub mod data;
pub mod embedded;
pub mod error;
pub mod id;
