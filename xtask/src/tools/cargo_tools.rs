//! Tools that come as Rust crates, at the one version that fits the pinned dependencies.

use std::thread;

use anyhow::{Context as _, Result, bail};

use super::install;
use crate::workspace::{Workspace, ask, run};

struct CargoTool {
    krate: &'static str,
    program: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    why: &'static str,
    duration: &'static str,
}

const TRUNK: CargoTool = CargoTool {
    krate: "trunk",
    program: "trunk",
    version: "0.21.14",
    // Without the default features there is no version check over the network and no OpenSSL to build.
    options: &["--no-default-features", "--features", "rustls"],
    why: "it bundles the page, the styles and the wasm",
    duration: "about 5 minutes on two cores, once",
};

const WASM_BINDGEN: CargoTool = CargoTool {
    krate: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    // Must equal the version of the wasm-bindgen crate in Cargo.toml.
    version: "0.2.128",
    options: &[],
    why: "it writes the JavaScript that loads the wasm",
    duration: "about 2 minutes on two cores, once",
};

/// Compiler settings of these tools: each runs for seconds, so that compiling them fast matters more than what it makes.
const QUICK: [&str; 3] = ["opt-level=0", "lto=false", "codegen-units=16"];

/// Makes sure Trunk and the `wasm-bindgen` command are there. Two that are missing are installed at the same time: each
/// has crates that the other cores would wait for.
pub fn ensure_cargo_tools(workspace: &Workspace) -> Result<()> {
    thread::scope(|scope| {
        let tools = [&TRUNK, &WASM_BINDGEN].map(|tool| scope.spawn(move || ensure(workspace, tool)));
        tools.map(|tool| tool.join().unwrap_or_else(|_| bail!("an installation broke down"))).into_iter().collect()
    })
}

/// Makes sure the `wasm-bindgen` command alone is there.
pub fn ensure_wasm_bindgen(workspace: &Workspace) -> Result<()> {
    ensure(workspace, &WASM_BINDGEN)
}

fn ensure(workspace: &Workspace, tool: &CargoTool) -> Result<()> {
    let found = workspace.find(tool.program);
    let version = found.as_ref().and_then(|file| ask(workspace.command(file).arg("--version")));
    if version.as_deref().and_then(version_word) == Some(tool.version) {
        return Ok(());
    }
    let mut command = workspace.cargo("install --locked --force --version");
    command.arg(tool.version).arg(tool.krate).args(tool.options);
    command.args(QUICK.iter().flat_map(|setting| ["--config".to_owned(), format!("profile.release.{setting}")]));
    if let Some(file) = found {
        let version = version.unwrap_or_else(|| "of no known version".to_owned());
        println!("({} is {version} and stays as it is; ours goes to target/tools.)", file.display());
        command.arg("--root").arg(workspace.tools_dir());
    }
    install(&format!("{} {}", tool.krate, tool.version), tool.why, tool.duration, || run(&mut command))
        .with_context(|| format!("{} could not be installed", tool.krate))
}

/// The version in `name 1.2.3 (extras)`.
fn version_word(text: &str) -> Option<&str> {
    text.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::{WASM_BINDGEN, version_word};

    #[test]
    fn versions_are_read() {
        assert_eq!(version_word("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_word("wasm-bindgen 0.2.128 (27c7a4d06)"), Some("0.2.128"));
        assert_eq!(version_word("garbage"), None);
    }

    #[test]
    fn the_command_matches_the_crate() {
        let manifest = include_str!("../../../Cargo.toml");
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
    }

    #[test]
    fn trunk_is_told_the_same_versions() {
        let config = include_str!("../../../Trunk.toml");
        assert!(config.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(config.contains(&format!("trunk-version = \"={}\"", super::TRUNK.version)));
    }
}
