//! Hostile inputs: everything that reads what others wrote, for as long as is asked.

use anyhow::{Context as _, Result, bail};

use crate::workspace::{Workspace, run};

/// Cases of each target in `cargo xtask test`: the same every time, so that what passes once passes again.
const BRIEF: u64 = 20_000;

/// How long, from which seed, or which input again; in the words of `tests/fuzz/main.rs`.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Fuzz {
    /// Cases of each target
    #[arg(long)]
    pub cases: Option<u64>,
    /// Seconds for each target
    #[arg(long)]
    pub seconds: Option<u64>,
    /// Other seeds make other cases
    #[arg(long)]
    pub seed: Option<u64>,
    /// An input that failed
    #[arg(long)]
    pub replay: Option<String>,
}

impl Fuzz {
    /// Briefly, as part of `cargo xtask test`.
    pub fn brief() -> Self {
        Self { cases: Some(BRIEF), seed: Some(1), ..Self::default() }
    }

    fn words(&self) -> Vec<String> {
        let numbers = [("--cases", self.cases), ("--seconds", self.seconds), ("--seed", self.seed)];
        let mut words: Vec<String> = Vec::new();
        for (name, number) in numbers {
            words.extend(number.into_iter().flat_map(|number| [name.to_owned(), number.to_string()]));
        }
        words.extend(self.replay.iter().flat_map(|file| ["--replay".to_owned(), file.clone()]));
        words
    }
}

/// Runs the targets in Rust side by side, then the deep links in Node.
pub fn fuzz(workspace: &Workspace, how: &Fuzz) -> Result<()> {
    let words = how.words();
    let is_url = how.replay.as_ref().is_some_and(|file| file.ends_with("url.txt"));
    if !is_url {
        run(workspace.cargo("run --quiet --profile fuzz -p fuzz --").args(&words))?;
    }
    if how.replay.is_none() || is_url {
        if workspace.find("node").is_none() {
            bail!("no node on PATH; `cargo xtask setup` says how to come by it");
        }
        run(workspace.command("node").arg("tests/fuzz/url.mjs").args(&words)).context("deep links")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Fuzz;

    #[test]
    fn options_are_passed_on() {
        assert_eq!(Fuzz::brief().words(), ["--cases", "20000", "--seed", "1"]);
        let again = Fuzz { seed: Some(7), cases: Some(5), replay: Some("a.bin".to_owned()), ..Fuzz::default() };
        assert_eq!(again.words(), ["--cases", "5", "--seed", "7", "--replay", "a.bin"]);
    }
}
