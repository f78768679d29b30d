//! The tools the project stands on: found on `PATH` when of the right version, else installed.

mod apt;
mod browser;
mod cargo_tools;
mod engines;
mod esbuild;
mod node;
mod toolchain;
mod wasm_opt;

use std::time::Instant;

use anyhow::Result;

use crate::workspace::Workspace;

pub use browser::ensure_browser;
pub use cargo_tools::{ensure_cargo_tools, ensure_wasm_bindgen};
pub use engines::ensure_engines;
pub use esbuild::ensure_esbuild;
pub use node::{ensure_bench_packages, ensure_node, ensure_test_packages};
pub use toolchain::{ensure_lints, ensure_wasm_target};
pub use wasm_opt::ensure_wasm_opt;

/// Everything a build needs. Returns the version of `wasm-opt` found, which Trunk must be told.
pub fn ensure_build(workspace: &Workspace) -> Result<u32> {
    ensure_wasm_target(workspace)?;
    ensure_cargo_tools(workspace)?;
    ensure_esbuild(workspace)?;
    ensure_wasm_opt(workspace)
}

/// Everything the browser tests need, apart from the built site.
pub fn ensure_browser_tests(workspace: &Workspace) -> Result<()> {
    ensure_node(workspace)?;
    ensure_test_packages(workspace)?;
    ensure_browser(workspace)
}

/// Everything at once.
pub fn ensure_all(workspace: &Workspace) -> Result<()> {
    ensure_lints(workspace)?;
    ensure_build(workspace)?;
    ensure_browser_tests(workspace)?;
    ensure_engines(workspace)?;
    println!("All tools are in place.");
    Ok(())
}

/// Tells what is about to be installed, why, and how long it takes.
fn announce(what: &str, why: &str, duration: &str) {
    println!("\nInstalling {what} ({why}); takes {duration}.");
}

/// Installs something, announces it and tells how long it took.
fn install(what: &str, why: &str, duration: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    announce(what, why, duration);
    let since = Instant::now();
    step()?;
    println!("{what}: installed in {} s.", since.elapsed().as_secs());
    Ok(())
}
