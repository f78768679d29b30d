//! `esbuild`, which bundles scripts and stylesheets.

use anyhow::{Result, bail};

use super::{announce, node};
use crate::workspace::{Workspace, ask, run};

/// The version whose output was measured.
const VERSION: &str = "0.28.2";

/// Makes sure `esbuild` is there.
pub fn ensure_esbuild(workspace: &Workspace) -> Result<()> {
    if is_there(workspace) {
        return Ok(());
    }
    node::ensure_node(workspace)?;
    announce(&format!("esbuild {VERSION}"), "it bundles the scripts and the stylesheets", "about 10 seconds");
    let mut install = workspace.command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(workspace.tools_dir());
    run(install.arg(format!("esbuild@{VERSION}")))?;
    if !is_there(workspace) {
        bail!("esbuild was installed, but does not start");
    }
    Ok(())
}

/// Whether the one on `PATH` is of this version, so that two machines write the same bytes.
fn is_there(workspace: &Workspace) -> bool {
    let Some(file) = workspace.find("esbuild") else { return false };
    ask(workspace.command(file).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == VERSION))
}
