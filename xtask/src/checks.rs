//! `cargo xtask test`: everything CI checks, step by step, closed by one line of counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::fuzz::{self, Fuzz};
use crate::tally::{self, Tally};
use crate::workspace::{Workspace, run, tee};
use crate::{bundle, sizes, tools};

/// Runs every step, also after one has failed, and tells whether all passed. `quick` leaves out the build and browsers.
pub fn test(workspace: &Workspace, quick: bool) -> bool {
    let mut report = Report::default();
    report.check("format", || format(workspace));
    report.check("clippy, native", || clippy(workspace, "--workspace --all-targets --features native"));
    report.check("clippy, wasm32", || {
        tools::ensure_wasm_target(workspace)?;
        clippy(workspace, "--target wasm32-unknown-unknown --lib")?;
        clippy(workspace, "--target wasm32-unknown-unknown --features complete --lib")?;
        clippy(workspace, "--target wasm32-unknown-unknown --features render --lib")
    });
    report.suite("native tests", tally::cargo, || {
        tee(&mut workspace.cargo("test --workspace --features native --no-fail-fast"))
    });
    report.check("fuzz", || fuzz::fuzz(workspace, &Fuzz::brief()));
    if quick {
        println!("\nLeft out, as asked: build, sizes, browser tests, engines.");
    } else if report.check("build", || bundle::build(workspace)) {
        report.check("sizes", || sizes::check(workspace, false));
        report.suite("browser tests", tally::node, || tee(&mut browser_tests(workspace, "browser")?));
        report.suite("the benchmark's arithmetic", tally::node, || tee(&mut browser_tests(workspace, "bench")?));
        report.suite("engines", tally::node, || {
            tools::ensure_engines(workspace)?;
            tee(&mut browser_tests(workspace, "engines")?)
        });
    } else {
        println!("Left out, for want of a build: sizes, browser tests, engines.");
    }
    report.close()
}

fn format(workspace: &Workspace) -> Result<()> {
    tools::ensure_lints(workspace)?;
    run(&mut workspace.cargo("fmt --all --check")).context("`cargo fmt --all` mends this")
}

fn clippy(workspace: &Workspace, what: &str) -> Result<()> {
    tools::ensure_lints(workspace)?;
    run(workspace.cargo("clippy --quiet").args(what.split_whitespace()).args(["--", "-D", "warnings"]))
}

/// Node, about to run the tests of a folder in `tests/`.
fn browser_tests(workspace: &Workspace, folder: &str) -> Result<Command> {
    tools::ensure_browser_tests(workspace)?;
    let dir = workspace.root().join("tests").join(folder);
    let files = browser_test_files(&dir).with_context(|| dir.display().to_string())?;
    let mut node = workspace.command("node");
    // One file at a time: two browsers at once would disturb each other's timings.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files);
    node.current_dir(workspace.root().join("tests"));
    Ok(node)
}

fn browser_test_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".test.mjs")) {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no *.test.mjs in it");
    }
    files.sort();
    Ok(files)
}

/// What has been counted so far, and which steps failed.
#[derive(Debug, Default)]
struct Report {
    total: Tally,
    failed_steps: Vec<&'static str>,
}

impl Report {
    /// A step that passes or fails as a whole, counted as one check.
    fn check(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        heading(name);
        match timed(step) {
            Ok(()) => self.total.passed += 1,
            Err(error) => self.fail(name, &format!("{error:#}"), 1),
        }
        !self.failed_steps.contains(&name)
    }

    /// A step that counts its own tests. None at all, or a bad exit without a failed test, is a failure too.
    fn suite(
        &mut self,
        name: &'static str,
        count: impl FnOnce(&str) -> Tally,
        step: impl FnOnce() -> Result<(bool, String)>,
    ) {
        heading(name);
        let (succeeded, tally) = match timed(step) {
            Ok((succeeded, output)) => (succeeded, count(&output)),
            Err(error) => return self.fail(name, &format!("{error:#}"), 1),
        };
        self.total.passed += tally.passed;
        if tally.failed > 0 {
            self.fail(name, &format!("{} failed", tally.failed), tally.failed);
        } else if !succeeded {
            self.fail(name, "ended badly without naming a failed test", 1);
        } else if tally.passed == 0 {
            self.fail(name, "ran no test", 1);
        }
    }

    fn fail(&mut self, name: &'static str, why: &str, count: u32) {
        println!("FAILED {name}: {why}");
        self.total.failed += count;
        self.failed_steps.push(name);
    }

    /// Prints the closing line and tells whether all is well.
    fn close(&self) -> bool {
        println!();
        if !self.failed_steps.is_empty() {
            println!("Failed: {}", self.failed_steps.join(", "));
        }
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
        self.failed_steps.is_empty()
    }
}

fn heading(name: &str) {
    println!("\n== {name} ==");
}

/// Runs a step and tells how long it took: the whole has twenty minutes.
fn timed<T>(step: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = step();
    println!("({} s)", start.elapsed().as_secs());
    result
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::Report;
    use crate::tally::{self, Tally};

    fn printed(succeeded: bool, text: &str) -> (bool, String) {
        (succeeded, text.to_owned())
    }

    #[test]
    fn a_step_counts_as_one_check() {
        let mut report = Report::default();
        assert!(report.check("good", || Ok(())));
        assert!(!report.check("bad", || bail!("broken")));
        assert_eq!(report.total, Tally { passed: 1, failed: 1 });
        assert!(!report.close());
    }

    #[test]
    fn a_suite_fails_when_it_ran_nothing_or_crashed() {
        let mut report = Report::default();
        report.suite("none", tally::cargo, || Ok(printed(true, "test result: ok. 0 passed; 0 failed;")));
        report.suite("crash", tally::cargo, || Ok(printed(false, "test result: ok. 5 passed; 0 failed;")));
        report.suite("missing", tally::node, || bail!("no such program"));
        assert_eq!(report.total, Tally { passed: 5, failed: 3 });
        assert_eq!(report.failed_steps, ["none", "crash", "missing"]);
    }

    #[test]
    fn a_suite_adds_its_tests() {
        let mut report = Report::default();
        report.suite("good", tally::node, || Ok(printed(true, "ℹ pass 4\nℹ fail 0\n")));
        report.suite("bad", tally::node, || Ok(printed(false, "ℹ pass 3\nℹ fail 2\n")));
        assert_eq!(report.total, Tally { passed: 7, failed: 2 });
        assert_eq!(report.failed_steps, ["bad"]);
    }
}
