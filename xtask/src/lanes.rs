//! Runs Node's test files side by side: one line for each, the whole output of one that failed, a limit for one that hangs.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::tally::{self, Tally};

/// A test file that takes longer hangs: the longest takes three minutes where nothing else is at work.
const LIMIT: Duration = Duration::from_secs(900);
/// What a stopped file has to close its browser before it is killed.
const GRACE: Duration = Duration::from_secs(10);
/// Between two looks at a running file.
const TICK: Duration = Duration::from_millis(50);
/// Every lane has a browser of its own: more than four want more memory than time.
const MOST_LANES: usize = 4;
/// Opens a line in a file's first comment that says why nothing may run beside it.
const ALONE: &str = "// Runs alone: ";

/// Starts one test file; what it prints is given a place by the lane.
pub type Start<'a> = &'a (dyn Fn(&Path) -> Command + Sync);

/// Runs the test files of a folder, as many at once as there are cores, then those that must run alone. Every output is
/// kept in `outputs`. Tells whether all went well, and how many tests passed and failed.
pub fn run(dir: &Path, outputs: &Path, start: Start) -> Result<(bool, Tally)> {
    fs::create_dir_all(outputs).with_context(|| outputs.display().to_string())?;
    let (alone, together): (Vec<_>, Vec<_>) = test_files(dir)?.into_iter().partition(|file| runs_alone(file));
    let lanes = thread::available_parallelism().map_or(1, usize::from).min(MOST_LANES);
    let lane = Lane { outputs, start, limit: LIMIT };
    let mut results = lane.side_by_side(together, lanes)?;
    results.extend(lane.side_by_side(alone, 1)?);
    let mut total = Tally::default();
    for result in &results {
        total.passed += result.passed;
        total.failed += result.failed;
    }
    Ok((total.failed == 0, total))
}

/// The test files of a folder, in the order of their names.
fn test_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".test.mjs")) {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no *.test.mjs in {}", dir.display());
    }
    files.sort();
    Ok(files)
}

/// Whether a file's first comment asks for the machine to itself.
fn runs_alone(file: &Path) -> bool {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines().take_while(|line| line.starts_with("//")).any(|line| line.starts_with(ALONE))
}

/// How a file is run, wherever it is its turn.
struct Lane<'a> {
    outputs: &'a Path,
    start: Start<'a>,
    limit: Duration,
}

impl Lane<'_> {
    /// Runs files, `lanes` at a time, and tells of each as soon as it has ended.
    fn side_by_side(&self, files: Vec<PathBuf>, lanes: usize) -> Result<Vec<Tally>> {
        let waiting = Mutex::new(files.into_iter());
        let results = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for _ in 0..lanes {
                scope.spawn(|| {
                    while let Some(file) = next(&waiting) {
                        let result = self.run_file(&file);
                        if let Ok(mut results) = results.lock() {
                            results.push(result);
                        }
                    }
                });
            }
        });
        results.into_inner().map_or_else(|_| bail!("a lane broke down"), |results| results.into_iter().collect())
    }

    /// Runs one file and prints its line, after its whole output when something is wrong.
    fn run_file(&self, file: &Path) -> Result<Tally> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let printed = self.outputs.join(format!("{name}.txt"));
        let out = File::create(&printed).with_context(|| printed.display().to_string())?;
        let mut command = (self.start)(file);
        let since = Instant::now();
        let mut child = command.stdout(out.try_clone()?).stderr(out).spawn().context("cannot start a test file")?;
        let succeeded = wait(&mut child, self.limit)?;
        let seconds = since.elapsed().as_secs();
        let output = String::from_utf8_lossy(&fs::read(&printed)?).into_owned();
        let mut tally = tally::node(&output);
        let wrong = match succeeded {
            None => format!(", stopped: it did not end within {} s", self.limit.as_secs()),
            Some(false) if tally.failed == 0 => ", ended badly without naming a failed test".to_owned(),
            Some(_) => String::new(),
        };
        if !wrong.is_empty() {
            tally.failed += 1;
        }
        let line = format!("{name:<28}{seconds:>4} s  {} passed, {} failed{wrong}\n", tally.passed, tally.failed);
        let told = if tally.failed == 0 { line } else { format!("\n{output}\n{line}\n") };
        // One write: two lanes must not mix their lines.
        std::io::stdout().write_all(told.as_bytes())?;
        Ok(tally)
    }
}

fn next(files: &Mutex<impl Iterator<Item = PathBuf>>) -> Option<PathBuf> {
    files.lock().ok()?.next()
}

/// Whether a child ended well; `None` when it had to be stopped.
fn wait(child: &mut Child, limit: Duration) -> Result<Option<bool>> {
    if let Some(succeeded) = wait_at_most(child, limit)? {
        return Ok(Some(succeeded));
    }
    ask_to_end(child);
    if wait_at_most(child, GRACE)?.is_none() {
        child.kill()?;
        child.wait()?;
    }
    Ok(None)
}

fn wait_at_most(child: &mut Child, limit: Duration) -> Result<Option<bool>> {
    let since = Instant::now();
    while since.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        thread::sleep(TICK);
    }
    Ok(None)
}

/// Lets a test file close its browser: killed outright, it could not.
#[cfg(unix)]
fn ask_to_end(child: &Child) {
    // A child that has just ended by itself needs no telling.
    let _ = rustix::process::kill_process(rustix::process::Pid::from_child(child), rustix::process::Signal::TERM);
}

#[cfg(not(unix))]
fn ask_to_end(_: &Child) {}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{Lane, run, runs_alone, test_files};
    use crate::tally::Tally;

    /// A folder of its own with shell scripts in the place of test files.
    fn folder(name: &str, files: &[(&str, &str)]) -> anyhow::Result<PathBuf> {
        let dir = std::env::temp_dir().join(format!("xtask-lanes-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir)?;
        for (name, text) in files {
            fs::write(dir.join(name), text)?;
        }
        Ok(dir)
    }

    fn shell(file: &Path) -> Command {
        let mut command = Command::new("sh");
        command.arg(file);
        command
    }

    #[test]
    fn every_file_counts_and_a_bad_exit_is_a_failure() -> anyhow::Result<()> {
        let dir = folder(
            "counts",
            &[("a.test.mjs", "echo '# pass 2'"), ("b.test.mjs", "echo '# fail 1' >&2; exit 1"), ("c.mjs", "exit 1")],
        )?;
        assert_eq!(run(&dir, &dir.join("out"), &shell)?, (false, Tally { passed: 2, failed: 1 }));
        fs::write(dir.join("b.test.mjs"), "echo '# pass 3'; exit 1")?;
        assert_eq!(run(&dir, &dir.join("out"), &shell)?, (false, Tally { passed: 5, failed: 1 }));
        fs::write(dir.join("b.test.mjs"), "echo '# pass 3'")?;
        assert_eq!(run(&dir, &dir.join("out"), &shell)?, (true, Tally { passed: 5, failed: 0 }));
        assert!(run(&dir.join("out"), &dir, &shell).is_err(), "a folder without tests");
        Ok(fs::remove_dir_all(dir)?)
    }

    #[test]
    fn a_file_that_hangs_is_stopped_and_counts_as_failed() -> anyhow::Result<()> {
        let dir = folder("hangs", &[("a.test.mjs", "exec sleep 60"), ("b.test.mjs", "echo '# pass 1'")])?;
        let since = Instant::now();
        let lane = Lane { outputs: &dir, start: &shell, limit: Duration::from_millis(300) };
        let results = lane.side_by_side(test_files(&dir)?, 1)?;
        assert_eq!(results, [Tally { passed: 0, failed: 1 }, Tally { passed: 1, failed: 0 }]);
        assert!(since.elapsed() < Duration::from_secs(10));
        Ok(fs::remove_dir_all(dir)?)
    }

    #[test]
    fn lanes_run_at_the_same_time() -> anyhow::Result<()> {
        // Each waits for what the other does first.
        let dir = folder("meet", &[])?;
        for (own, other) in [("a", "b"), ("b", "a")] {
            let text =
                format!("cd {}; touch {own}; until [ -e {other} ]; do sleep 0.1; done; echo '# pass 1'", dir.display());
            fs::write(dir.join(format!("{own}.test.mjs")), text)?;
        }
        let lane = Lane { outputs: &dir, start: &shell, limit: Duration::from_secs(20) };
        let results = lane.side_by_side(test_files(&dir)?, 2)?;
        assert_eq!(results, [Tally { passed: 1, failed: 0 }; 2]);
        Ok(fs::remove_dir_all(dir)?)
    }

    #[test]
    fn a_file_says_itself_that_it_runs_alone() -> anyhow::Result<()> {
        let text = "// Frames.\n// Runs alone: it counts them.\n\nimport";
        let dir = folder("alone", &[("a.test.mjs", text), ("b.test.mjs", "// Frames.\n\n// Runs alone: no.")])?;
        let alone: Vec<bool> = test_files(&dir)?.iter().map(|file| runs_alone(file)).collect();
        assert_eq!(alone, [true, false]);
        Ok(fs::remove_dir_all(dir)?)
    }
}
