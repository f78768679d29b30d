//! The command line: what `cargo xtask` can be asked to do.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt as _};

use crate::fuzz::Fuzz;

/// Shown by `--help` and after a mistake on the command line.
pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--port 8080]            install what is missing, build, serve on http://127.0.0.1:8080/
  build                          install what is missing, build the site into dist/
  test [--quick]                 everything CI checks; --quick leaves out the build and the browsers
  bench [--runs 10 | --quick]    sizes against their budgets, then the same widgets by other means, side by side
        [--readme]               … and the table into README.md
  bench --sizes [--accept]       only the sizes; --accept keeps them as what the next build is compared with
  check-data [DIR] [--lang ja]   one line per fault in the data (default: data/aomori)
  fuzz [--cases N | --seconds S] [--seed N] [--replay FILE]
                                 hostile inputs for everything that reads; what fails is kept in target/fuzz-failures/
  gallery                        write www/gallery.html, every figure on one page
  goldens                        accept the figures and pages as they are now
  synthetic [--cities 1741] [--seed 1] OUT.json|OUT.csv
                                 location quotients of invented municipalities, to try what many do
  setup                          install every tool, and do nothing else";

/// Rounds of a benchmark, unless told.
const DEFAULT_RUNS: u16 = 10;
/// Rounds of a quick one: enough to see that all works, not to compare.
const QUICK_RUNS: u16 = 2;

/// As many municipalities as Japan has.
pub const MUNICIPALITIES: usize = 1741;

/// One parsed command.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Build and serve on this port.
    Serve {
        /// TCP port on 127.0.0.1.
        port: u16,
    },
    /// Build into `dist/`.
    Build,
    /// Run every check.
    Test {
        /// Leave out the build and the browsers.
        quick: bool,
    },
    /// Hold the sizes of what is built against their budgets.
    Sizes {
        /// Keep them as what the next build is compared with.
        accept: bool,
    },
    /// Measure the built site side by side with its peers.
    Bench {
        /// Rounds of measuring.
        runs: u16,
        /// Write the table into README.md.
        readme: bool,
    },
    /// Look for faults in a data directory.
    CheckData {
        /// The directory; `None` is the project's own data of the city published.
        dir: Option<PathBuf>,
        /// Tell the faults in Japanese.
        japanese: bool,
    },
    /// Hostile inputs.
    Fuzz(Fuzz),
    /// Write quotients of invented municipalities.
    Synthetic {
        /// How many municipalities.
        cities: usize,
        /// Where the numbers start.
        seed: u64,
        /// The file, JSON or CSV by its ending.
        out: PathBuf,
    },
    /// Write the gallery of figures.
    Gallery,
    /// Rewrite the golden files.
    Goldens,
    /// Install the tools.
    Setup,
    /// Print [`HELP`].
    Help,
}

/// Options without a value.
const FLAGS: [&str; 5] = ["quick", "sizes", "accept", "readme", "help"];

/// Options as collected, before the command says which of them it takes.
#[derive(Default)]
struct Options {
    port: Option<u16>,
    runs: Option<u16>,
    japanese: Option<bool>,
    cities: Option<usize>,
    dir: Option<PathBuf>,
    fuzz: Fuzz,
    flags: Vec<&'static str>,
}

impl Options {
    fn has(&self, flag: &str) -> bool {
        self.flags.contains(&flag)
    }

    /// What was given, as it is called in a message.
    fn given(&self) -> Vec<&'static str> {
        let valued = [
            (self.port.is_some(), "port"),
            (self.runs.is_some(), "runs"),
            (self.japanese.is_some(), "lang"),
            (self.cities.is_some(), "cities"),
            (self.fuzz.cases.is_some(), "cases"),
            (self.fuzz.seconds.is_some(), "seconds"),
            (self.fuzz.seed.is_some(), "seed"),
            (self.fuzz.replay.is_some(), "replay"),
            (self.dir.is_some(), "a path"),
        ];
        let valued = valued.into_iter().filter_map(|(is_given, name)| is_given.then_some(name));
        self.flags.iter().copied().chain(valued).collect()
    }
}

/// Parses the arguments after the program's name. Errors say which argument is wrong.
///
/// ```
/// use xtask::args::{Command, parse};
/// assert_eq!(parse(["serve", "--port", "9000"]).ok(), Some(Command::Serve { port: 9000 }));
/// assert!(parse(["build", "--quick"]).is_err());
/// ```
pub fn parse<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(args.into_iter().map(Into::into));
    let mut name = None;
    let mut options = Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("port") => options.port = Some(port(&parser.value()?)?),
            Long("runs") => options.runs = Some(runs(&parser.value()?)?),
            Long("cities") => options.cities = Some(parser.value()?.parse()?),
            Long("cases") => options.fuzz.cases = Some(parser.value()?.parse()?),
            Long("seconds") => options.fuzz.seconds = Some(parser.value()?.parse()?),
            Long("seed") => options.fuzz.seed = Some(parser.value()?.parse()?),
            Long("replay") => options.fuzz.replay = Some(parser.value()?.string()?),
            Long("lang") => options.japanese = Some(is_japanese(&parser.value()?.string()?)?),
            Short('h') => options.flags.push("help"),
            Long(name) if FLAGS.contains(&name) => options.flags.extend(FLAGS.iter().find(|flag| **flag == name)),
            Value(value) if name.is_none() => name = Some(value.string()?),
            Value(value) if options.dir.is_none() => options.dir = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    command(name.as_deref(), &options)
}

fn port(value: &OsStr) -> Result<u16> {
    value.to_str().and_then(|text| text.parse().ok()).context("--port takes a number up to 65535")
}

fn runs(value: &OsStr) -> Result<u16> {
    let number = value.to_str().and_then(|text| text.parse().ok()).filter(|number| *number > 0);
    number.context("--runs takes a number from 1")
}

fn is_japanese(lang: &str) -> Result<bool> {
    match lang {
        "ja" => Ok(true),
        "en" => Ok(false),
        other => bail!("--lang takes `ja` or `en`, not `{other}`"),
    }
}

fn command(name: Option<&str>, options: &Options) -> Result<Command> {
    if options.has("help") {
        return Ok(Command::Help);
    }
    let rounds = if options.has("quick") { QUICK_RUNS } else { DEFAULT_RUNS };
    let command = match name {
        None | Some("help") => Command::Help,
        Some("serve") => Command::Serve { port: options.port.unwrap_or(8080) },
        Some("build") => Command::Build,
        Some("test") => Command::Test { quick: options.has("quick") },
        Some("bench") if options.has("sizes") => Command::Sizes { accept: options.has("accept") },
        Some("bench") => Command::Bench { runs: options.runs.unwrap_or(rounds), readme: options.has("readme") },
        Some("check-data") => {
            Command::CheckData { dir: options.dir.clone(), japanese: options.japanese.unwrap_or(false) }
        }
        Some("fuzz") => Command::Fuzz(options.fuzz.clone()),
        Some("synthetic") => Command::Synthetic {
            cities: options.cities.unwrap_or(MUNICIPALITIES),
            seed: options.fuzz.seed.unwrap_or(1),
            out: options.dir.clone().context("`synthetic` takes the file to write")?,
        },
        Some("gallery") => Command::Gallery,
        Some("goldens") => Command::Goldens,
        Some("setup") => Command::Setup,
        Some(other) => bail!("no command `{other}`"),
    };
    // An option that the command does not take is a mistake worth telling, not one to swallow.
    let taken = taken_by(&command);
    match options.given().into_iter().find(|what| !taken.contains(what)) {
        Some(what) => bail!("`{}` does not take {what}", name.unwrap_or("help")),
        None if options.has("quick") && options.runs.is_some() => bail!("either quick or runs"),
        None => Ok(command),
    }
}

fn taken_by(command: &Command) -> &'static [&'static str] {
    match command {
        Command::Serve { .. } => &["port"],
        Command::Test { .. } => &["quick"],
        Command::Sizes { .. } => &["sizes", "accept"],
        Command::Bench { .. } => &["quick", "runs", "readme"],
        Command::CheckData { .. } => &["lang", "a path"],
        Command::Fuzz(_) => &["cases", "seconds", "seed", "replay"],
        Command::Synthetic { .. } => &["cities", "seed", "a path"],
        Command::Build | Command::Gallery | Command::Goldens | Command::Setup | Command::Help => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Fuzz, parse};

    #[test]
    fn defaults_are_the_contract() {
        assert_eq!(parse(["serve"]).ok(), Some(Command::Serve { port: 8080 }));
        assert_eq!(parse(["check-data"]).ok(), Some(Command::CheckData { dir: None, japanese: false }));
        assert_eq!(parse(Vec::<String>::new()).ok(), Some(Command::Help));
    }

    #[test]
    fn data_directory_and_language_come_in_any_order() {
        let expected = Command::CheckData { dir: Some("open data".into()), japanese: true };
        assert_eq!(parse(["check-data", "--lang", "ja", "open data"]).ok(), Some(expected));
        assert!(parse(["check-data", "a", "b"]).is_err());
        assert!(parse(["check-data", "--lang", "fr"]).is_err());
    }

    #[test]
    fn the_benchmark_and_its_sizes() {
        let bench = |args: &[&str]| parse(std::iter::once("bench").chain(args.iter().copied())).ok();
        assert_eq!(bench(&[]), Some(Command::Bench { runs: 10, readme: false }));
        assert_eq!(bench(&["--quick", "--readme"]), Some(Command::Bench { runs: 2, readme: true }));
        assert_eq!(bench(&["--runs", "3"]), Some(Command::Bench { runs: 3, readme: false }));
        assert_eq!(bench(&["--sizes", "--accept"]), Some(Command::Sizes { accept: true }));
        for wrong in [
            &["--accept"][..],
            &["--sizes", "--runs=3"],
            &["--sizes", "--quick"],
            &["--runs=0"],
            &["--quick", "--runs=3"],
        ] {
            assert_eq!(bench(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn fuzz_takes_how_long_and_which() {
        let how = Fuzz { cases: Some(1_000_000), seed: Some(3), ..Fuzz::default() };
        assert_eq!(parse(["fuzz", "--cases", "1000000", "--seed=3"]).ok(), Some(Command::Fuzz(how)));
        assert!(parse(["fuzz", "--cases", "many"]).is_err());
        assert!(parse(["fuzz", "--quick"]).is_err());
    }

    #[test]
    fn stray_options_are_refused() {
        for args in [
            ["build", "--quick"],
            ["test", "--port=1"],
            ["bench", "dir"],
            ["build", "--seed=1"],
            ["serve", "--port=99999"],
        ] {
            assert!(parse(args).is_err(), "{args:?}");
        }
        assert!(parse(["dance"]).is_err());
        assert!(parse(["synthetic"]).is_err() && parse(["build", "--seed", "2"]).is_err());
        let expected = Command::Synthetic { cities: 9, seed: 1, out: "many.csv".into() };
        assert_eq!(parse(["synthetic", "--cities", "9", "many.csv"]).ok(), Some(expected));
    }
}
