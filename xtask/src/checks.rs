//! `cargo xtask test`: everything CI checks, step by step, closed by one line of counts.

use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::args::Tests;
use crate::bundle::Purpose;
use crate::fuzz::{self, Fuzz};
use crate::tally::{self, Tally};
use crate::workspace::{Workspace, run, tee};
use crate::{bundle, lanes, sizes, tools};

/// Runs every step, also after one has failed, and tells whether all passed.
pub fn test(workspace: &Workspace, which: Tests) -> bool {
    let mut report = Report::default();
    if which.browsers {
        in_browsers(workspace, &mut report);
        return report.close();
    }
    without_browsers(workspace, &mut report);
    if which.quick {
        println!("\nLeft out, as asked: build, sizes, browser tests, engines.");
    } else if report.check("build", || bundle::build(workspace, &bundle::Site::default(), Purpose::Test)) {
        report.check("sizes", || sizes::check(workspace, false));
        in_browsers(workspace, &mut report);
    } else {
        println!("Left out, for want of a build: sizes, browser tests, engines.");
    }
    report.close()
}

/// What needs no built site.
fn without_browsers(workspace: &Workspace, report: &mut Report) {
    report.check("format", || format(workspace));
    report.check("clippy, native", || clippy(workspace, "--workspace --all-targets --features native"));
    report.check("clippy, wasm32", || {
        tools::ensure_wasm_target(workspace)?;
        clippy(workspace, "--target wasm32-unknown-unknown --lib")?;
        clippy(workspace, "--target wasm32-unknown-unknown --features complete --lib")?;
        clippy(workspace, "--target wasm32-unknown-unknown --features studio --lib")
    });
    report.check("scripts", || scripts(workspace));
    report.suite("native tests", || native_tests(workspace));
    report.check("a site rendered in wasm", || render_in_wasm(workspace));
    report.check("fuzz", || fuzz::fuzz(workspace, &Fuzz::brief()));
}

/// What Node runs, on the site as it is built.
fn in_browsers(workspace: &Workspace, report: &mut Report) {
    report.suite("browser tests", || node_tests(workspace, "browser"));
    report.suite("the benchmark's arithmetic", || node_tests(workspace, "bench"));
    report.suite("engines", || {
        tools::ensure_engines(workspace)?;
        node_tests(workspace, "engines")
    });
}

fn format(workspace: &Workspace) -> Result<()> {
    tools::ensure_lints(workspace)?;
    run(&mut workspace.cargo("fmt --all --check")).context("`cargo fmt --all` mends this")
}

fn clippy(workspace: &Workspace, what: &str) -> Result<()> {
    tools::ensure_lints(workspace)?;
    run(workspace.cargo("clippy --quiet").args(what.split_whitespace()).args(["--", "-D", "warnings"]))
}

/// Renders the invented town in wasm and compares it with what the native tests have rendered.
fn render_in_wasm(workspace: &Workspace) -> Result<()> {
    tools::ensure_wasm_bindgen(workspace)?;
    tools::ensure_node(workspace)?;
    run(&mut workspace.cargo("build --quiet --target wasm32-unknown-unknown -p render-wasm"))?;
    let target = workspace.target_dir();
    let mut bindgen = workspace.command("wasm-bindgen");
    bindgen.arg(target.join("wasm32-unknown-unknown/debug/render_wasm.wasm"));
    run(bindgen.args(["--target", "nodejs", "--out-dir"]).arg(target.join("render-wasm")))?;
    run(workspace.command("node").arg(workspace.root().join("tests/wasm/compare.mjs")).arg(target))
}

fn native_tests(workspace: &Workspace) -> Result<(bool, Tally)> {
    let (succeeded, output) = tee(&mut workspace.cargo("test --workspace --features native --no-fail-fast"))?;
    Ok((succeeded, tally::cargo(&output)))
}

/// Types and habits of the scripts in `www/`; `jsconfig.json`, `sw.jsconfig.json` and `biome.json` there say which.
fn scripts(workspace: &Workspace) -> Result<()> {
    tools::ensure_node(workspace)?;
    tools::ensure_test_packages(workspace)?;
    let (www, bin) = (workspace.root().join("www"), workspace.root().join("tests/node_modules/.bin"));
    run(workspace.command(bin.join("tsc")).current_dir(&www).args(["--project", "jsconfig.json"]))?;
    run(workspace.command(bin.join("tsc")).current_dir(&www).args(["--project", "sw.jsconfig.json"]))?;
    run(workspace.command(bin.join("biome")).current_dir(&www).args(["lint", "--error-on-warnings"]))
}

/// Runs the test files of a folder in `tests/`.
fn node_tests(workspace: &Workspace, folder: &str) -> Result<(bool, Tally)> {
    tools::ensure_browser_tests(workspace)?;
    let tests = workspace.root().join("tests");
    let outputs = workspace.target_dir().join("test-output").join(folder);
    lanes::run(&tests.join(folder), &outputs, &|file| {
        let mut node = workspace.command("node");
        node.arg("--test-reporter=spec").arg(file).current_dir(&tests);
        node
    })
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
    fn suite(&mut self, name: &'static str, step: impl FnOnce() -> Result<(bool, Tally)>) {
        heading(name);
        let (succeeded, tally) = match timed(step) {
            Ok(result) => result,
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
    use crate::tally::Tally;

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
        report.suite("none", || Ok((true, Tally::default())));
        report.suite("crash", || Ok((false, Tally { passed: 5, failed: 0 })));
        report.suite("missing", || bail!("no such program"));
        assert_eq!(report.total, Tally { passed: 5, failed: 3 });
        assert_eq!(report.failed_steps, ["none", "crash", "missing"]);
    }

    #[test]
    fn a_suite_adds_its_tests() {
        let mut report = Report::default();
        report.suite("good", || Ok((true, Tally { passed: 4, failed: 0 })));
        report.suite("bad", || Ok((false, Tally { passed: 3, failed: 2 })));
        assert_eq!(report.total, Tally { passed: 7, failed: 2 });
        assert_eq!(report.failed_steps, ["bad"]);
    }
}
