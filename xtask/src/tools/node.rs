//! Node, and the packages the browser tests import.

use std::fs;

use anyhow::{Context as _, Result, bail};

use super::install;
use crate::workspace::{Workspace, ask, run};

/// The first version whose test runner can be told to run one file at a time.
const OLDEST: (u32, u32) = (20, 10);

/// Makes sure Node and npm are there. They are never installed: every system has its own way.
pub fn ensure_node(workspace: &Workspace) -> Result<()> {
    let wanted = format!("Node {}.{} or newer, with npm", OLDEST.0, OLDEST.1);
    let Some(text) = ask(workspace.command("node").arg("--version")) else {
        bail!("Node is missing: install {wanted} (https://nodejs.org), then run this again");
    };
    if version(&text).is_none_or(|version| version < OLDEST) {
        bail!("Node {text} is too old: install {wanted} (https://nodejs.org), then run this again");
    }
    if workspace.find("npm").is_none() {
        bail!("npm is missing: install {wanted} (https://nodejs.org), then run this again");
    }
    Ok(())
}

/// Makes sure `tests/node_modules` is what `tests/package-lock.json` says.
pub fn ensure_test_packages(workspace: &Workspace) -> Result<()> {
    let why =
        "playwright-core drives Chromium, ws Firefox; axe-core checks accessibility, TypeScript and Biome the scripts";
    ensure_packages(workspace, "tests", &["the test packages", why, "about 10 seconds"])
}

/// Makes sure `tests/bench/node_modules` is what its `package-lock.json` says.
pub fn ensure_bench_packages(workspace: &Workspace) -> Result<()> {
    let why = "ECharts, Chart.js, Plot, Vega-Lite and Tabulator, and esbuild to bundle them";
    ensure_packages(workspace, "tests/bench", &["the benchmark's peers", why, "about 20 seconds"])
}

fn ensure_packages(workspace: &Workspace, dir: &str, [what, why, duration]: &[&str; 3]) -> Result<()> {
    let dir = workspace.root().join(dir);
    let lock = dir.join("package-lock.json");
    let lock = fs::read_to_string(&lock).with_context(|| lock.display().to_string())?;
    let modules = dir.join("node_modules");
    let stamp = modules.join(".installed-from.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    install(what, why, duration, || run(workspace.command("npm").arg("ci").current_dir(&dir)))?;
    fs::write(stamp, lock).with_context(|| format!("{} cannot be written", modules.display()))
}

/// Major and minor in `v20.11.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.11.1"), Some((20, 11)));
        assert!(version("v20.9.0").is_some_and(|version| version < OLDEST));
        assert!(version("v100.0.0").is_some_and(|version| version >= OLDEST));
        assert_eq!(version("nonsense"), None);
    }
}
