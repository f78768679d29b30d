//! Building the site: Trunk bundles it, and Trunk's hook (see `Trunk.toml`) lets the prerenderer finish it.

use std::env;
use std::fs;
use std::io::ErrorKind;

use anyhow::{Context as _, Result};

use crate::tools;
use crate::workspace::{Workspace, run};

/// Installs what is missing and builds `dist/`.
pub fn build(workspace: &Workspace) -> Result<()> {
    let wasm_opt = tools::ensure_build(workspace)?;
    forget_old_snippets(workspace)?;
    let mut trunk = workspace.command("trunk");
    trunk.args(["build", "--release", "--skip-version-check"]);
    // Trunk downloads a tool unless the version it is told is the one it finds.
    trunk.env("TRUNK_TOOLS_WASM_OPT", format!("version_{wasm_opt}"));
    // Trunk takes only `true` and `false` for NO_COLOR, where the convention is any value.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    run(&mut trunk).context("the site could not be built")
}

/// Trunk copies whatever lies in wasm-bindgen's output, also what an earlier build left there.
fn forget_old_snippets(workspace: &Workspace) -> Result<()> {
    let dir = workspace.target_dir().join("wasm-bindgen/release");
    match fs::remove_dir_all(&dir) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be emptied", dir.display()))
        }
        _ => Ok(()),
    }
}

/// Runs the native prerenderer with one of its commands.
pub fn prerender(workspace: &Workspace, command: &str) -> Result<()> {
    run(workspace.cargo("run --quiet --features native --bin prerender --").arg(command))
}
