//! The command line: what `cargo xtask` can be asked to do.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Error, Parser, Subcommand, ValueEnum};

use crate::fuzz::Fuzz;

/// Rounds of a benchmark, unless told.
const DEFAULT_RUNS: u16 = 10;
/// Rounds of a quick one: enough to see that all works, not to compare.
const QUICK_RUNS: u16 = 2;

/// As many municipalities as Japan has.
pub const MUNICIPALITIES: usize = 1741;

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "The project's commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// One parsed command.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Install what is missing, build, and serve the site on this machine
    Serve {
        /// TCP port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Rebuild what a changed file needs, until stopped
        #[arg(long)]
        watch: bool,
    },
    /// Install what is missing, and build the site into dist/
    Build {
        /// The folder of another city's content
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// Where pages have their styles: in themselves, or in a file, for a policy that cannot name their hashes
        #[arg(long, value_enum, default_value_t)]
        style: Style,
    },
    /// Run everything that CI checks
    Test(Tests),
    /// Compare sizes with their budgets, then measure the same widgets made by other means
    Bench(Bench),
    /// Print one line for each fault in the data
    CheckData {
        /// The directory [default: data/aomori]
        dir: Option<PathBuf>,
        /// The language that faults are told in
        #[arg(long, default_value = "en", value_parser = PossibleValuesParser::new(["ja", "en"]))]
        lang: String,
    },
    /// Try hostile inputs on everything that reads; what fails is kept in target/fuzz-failures/
    Fuzz(Fuzz),
    /// Write location quotients of invented municipalities, to try a table of very many
    Synthetic {
        /// How many municipalities
        #[arg(long, default_value_t = MUNICIPALITIES)]
        cities: usize,
        /// The start of the random numbers
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The file, JSON or CSV by its ending
        out: PathBuf,
    },
    /// Write www/gallery.html, every figure on one page
    Gallery,
    /// Accept the figures and pages as they are now
    Goldens,
    /// Install every tool, and do nothing else
    Setup,
}

/// Where the pages of a site have their styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Style {
    /// In themselves: nothing more has to come before the first paint.
    #[default]
    Inline,
    /// In a file.
    Linked,
}

/// Which of the checks are run.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tests {
    /// Leave out the build and the browsers
    #[arg(long)]
    pub quick: bool,
    /// Run only the tests in browsers, on the site as it is built
    #[arg(long, conflicts_with = "quick")]
    pub browsers: bool,
}

/// What of the benchmark is run.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag of the command line")]
pub struct Bench {
    /// Rounds of measuring [default: 10]
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    runs: Option<u16>,
    /// Two rounds: enough to see that all works, not to compare
    #[arg(long, conflicts_with = "runs")]
    quick: bool,
    /// Write the table into README.md
    #[arg(long)]
    pub readme: bool,
    /// Compare only the sizes with their budgets
    #[arg(long, conflicts_with_all = ["runs", "quick", "readme"])]
    pub sizes: bool,
    /// Keep the sizes as what the next build is compared with
    #[arg(long, requires = "sizes")]
    pub accept: bool,
}

impl Bench {
    /// Rounds of measuring.
    pub fn rounds(&self) -> u16 {
        self.runs.unwrap_or(if self.quick { QUICK_RUNS } else { DEFAULT_RUNS })
    }
}

/// Parses the arguments after the program's name. An error says which argument is wrong; a wish for help is one too.
///
/// ```
/// use xtask::args::{Command, parse};
/// assert_eq!(parse(["serve", "--port", "9000"]).ok(), Some(Command::Serve { port: 9000, watch: false }));
/// assert!(parse(["build", "--quick"]).is_err());
/// ```
pub fn parse<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Result<Command, Error> {
    let program = OsString::from("cargo xtask");
    Cli::try_parse_from(std::iter::once(program).chain(args.into_iter().map(Into::into))).map(|cli| cli.command)
}

#[cfg(test)]
mod tests {
    use clap::error::ErrorKind;

    use super::{Bench, Command, Fuzz, Style, Tests, parse};

    #[test]
    fn defaults_are_the_contract() {
        assert_eq!(parse(["serve"]).ok(), Some(Command::Serve { port: 8080, watch: false }));
        assert_eq!(parse(["check-data"]).ok(), Some(Command::CheckData { dir: None, lang: "en".to_owned() }));
        assert_eq!(parse(["test"]).ok(), Some(Command::Test(Tests { quick: false, browsers: false })));
    }

    #[test]
    fn help_names_every_command_and_a_mistake_names_itself() {
        for (args, kind) in [
            (&[][..], ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand),
            (&["--help"], ErrorKind::DisplayHelp),
            (&["dance"], ErrorKind::InvalidSubcommand),
        ] {
            assert_eq!(parse(args).err().map(|error| error.kind()), Some(kind), "{args:?}");
        }
        let help = parse(["-h"]).err().map(|error| error.to_string()).unwrap_or_default();
        for name in
            ["serve", "build", "test", "bench", "check-data", "fuzz", "synthetic", "gallery", "goldens", "setup"]
        {
            assert!(help.contains(&format!("\n  {name} ")), "{name} in {help}");
        }
        let told = |args: [&str; 3]| parse(args).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(told(["serve", "--port", "99999"]).contains("99999 is not in 0..=65535"));
        assert!(told(["check-data", "--lang", "fr"]).contains("[possible values: ja, en]"));
    }

    #[test]
    fn a_build_takes_another_citys_folder() {
        assert_eq!(parse(["build"]).ok(), Some(Command::Build { data: None, style: Style::Inline }));
        let expected = Command::Build { data: Some("data/fixture".into()), style: Style::Linked };
        assert_eq!(parse(["build", "--data", "data/fixture", "--style", "linked"]).ok(), Some(expected));
        assert!(parse(["build", "--data"]).is_err() && parse(["serve", "--data", "d"]).is_err());
    }

    #[test]
    fn data_directory_and_language_come_in_any_order() {
        let expected = Command::CheckData { dir: Some("open data".into()), lang: "ja".to_owned() };
        assert_eq!(parse(["check-data", "--lang", "ja", "open data"]).ok(), Some(expected));
        assert!(parse(["check-data", "a", "b"]).is_err());
    }

    #[test]
    fn the_benchmark_and_its_sizes() {
        let bench = |args: &[&str]| match parse(std::iter::once("bench").chain(args.iter().copied())) {
            Ok(Command::Bench(bench)) => Some((bench.rounds(), bench)),
            _ => None,
        };
        let usual = Bench::default();
        assert_eq!(bench(&[]), Some((10, usual)));
        assert_eq!(bench(&["--quick", "--readme"]), Some((2, Bench { quick: true, readme: true, ..usual })));
        assert_eq!(bench(&["--runs", "3"]), Some((3, Bench { runs: Some(3), ..usual })));
        assert_eq!(bench(&["--sizes", "--accept"]), Some((10, Bench { sizes: true, accept: true, ..usual })));
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
            &["build", "--quick"][..],
            &["test", "--port=1"],
            &["test", "--quick", "--browsers"],
            &["bench", "dir"],
            &["build", "--seed", "2"],
            &["synthetic"],
        ] {
            assert!(parse(args).is_err(), "{args:?}");
        }
        let expected = Command::Synthetic { cities: 9, seed: 1, out: "many.csv".into() };
        assert_eq!(parse(["synthetic", "--cities", "9", "many.csv"]).ok(), Some(expected));
    }
}
