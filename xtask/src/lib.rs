//! The workings of `cargo xtask`: tools, building, serving, testing and measuring.
//!
//! `args` says what can be asked, `main.rs` sends each command to its room, and every room talks to the machine through
//! `workspace::Workspace`, so that all children see the same directory and the same `PATH`.

pub mod args;
pub mod bench;
pub mod budgets;
pub mod bundle;
pub mod checks;
pub mod fuzz;
pub mod goldens;
pub mod lanes;
pub mod serve;
pub mod sizes;
pub mod static_files;
pub mod synthetic;
pub mod tally;
pub mod tools;
pub mod watch;
pub mod workspace;
