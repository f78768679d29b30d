//! The parts of the Rust toolchain beyond the compiler: the wasm target, clippy, rustfmt.

use std::path::Path;

use anyhow::{Result, bail};

use super::install;
use crate::workspace::{Workspace, ask, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure the compiler can build for the browser.
pub fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let sysroot = ask(workspace.command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    let why = "the compiler's target for the browser";
    install(TARGET, why, "about 10 seconds", || rustup(workspace, &["target", "add", TARGET]))
}

/// Makes sure `cargo clippy` and `cargo fmt` exist.
pub fn ensure_lints(workspace: &Workspace) -> Result<()> {
    if ["clippy", "fmt"].iter().all(|tool| ask(workspace.cargo(tool).arg("--version")).is_some()) {
        return Ok(());
    }
    let why = "the lints and the formatter";
    install("clippy and rustfmt", why, "about 10 seconds", || {
        rustup(workspace, &["component", "add", "clippy", "rustfmt"])
    })
}

fn rustup(workspace: &Workspace, args: &[&str]) -> Result<()> {
    if workspace.find("rustup").is_none() {
        bail!("rustup is missing: install it from https://rustup.rs, or run `rustup {}` your own way", args.join(" "));
    }
    run(workspace.command("rustup").args(args))
}
