//! `cargo xtask bench`: the built site side by side with its peers, driven by Node (`tests/bench/`).

use anyhow::{Context as _, Result};

use crate::args::MUNICIPALITIES;
use crate::bundle::Purpose;
use crate::workspace::{Workspace, run};
use crate::{bundle, sizes, synthetic, tools};

/// Where the invented numbers start: the same table for everyone.
const SEED: u64 = 1;

/// Builds, shows the sizes, then measures `runs` rounds and prints the table; with `readme` also into README.md.
/// A size over its budget is told at the end: it is no reason not to measure.
pub fn bench(workspace: &Workspace, runs: u16, readme: bool) -> Result<()> {
    tools::ensure_browser_tests(workspace)?;
    tools::ensure_bench_packages(workspace)?;
    bundle::build(workspace, &bundle::Site::default(), Purpose::Publish)?;
    let held = sizes::check(workspace, false);
    let large = workspace.target_dir().join("bench-large.json");
    synthetic::write(&large, MUNICIPALITIES, SEED)?;
    let mut node = workspace.command("node");
    node.args(["tests/bench/bench.mjs", "--runs", &runs.to_string(), "--large"]).arg(&large);
    if readme {
        node.arg("--readme");
    }
    println!("Measuring {runs} rounds, about 3 minutes each; leave the machine alone meanwhile.");
    run(&mut node).context("the benchmark did not come to its end")?;
    held
}
