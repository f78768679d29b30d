//! `wasm-opt`, which makes the wasm smaller.

use anyhow::{Context as _, Result};

use super::{install, node};
use crate::workspace::{Workspace, ask, run};

/// The oldest version whose output was measured; a newer one is welcome.
const VERSION: u32 = 132;

/// Makes sure `wasm-opt` is there and returns its version.
pub fn ensure_wasm_opt(workspace: &Workspace) -> Result<u32> {
    if let Some(version) = version(workspace).filter(|version| *version >= VERSION) {
        return Ok(version);
    }
    node::ensure_node(workspace)?;
    let mut npm = workspace.command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(workspace.tools_dir());
    npm.arg(format!("binaryen@{VERSION}.0.0"));
    let why = "its wasm-opt makes the wasm smaller";
    install(&format!("binaryen {VERSION}"), why, "about 20 seconds", || run(&mut npm))?;
    version(workspace).context("wasm-opt was installed, but does not start")
}

fn version(workspace: &Workspace) -> Option<u32> {
    let file = workspace.find("wasm-opt")?;
    version_number(&ask(workspace.command(file).arg("--version"))?)
}

/// The number in `wasm-opt version 132 (version_132)`.
fn version_number(text: &str) -> Option<u32> {
    text.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::version_number;

    #[test]
    fn versions_are_read() {
        assert_eq!(version_number("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version_number("wasm-opt version 101"), Some(101));
        assert_eq!(version_number("wasm-opt"), None);
    }
}
