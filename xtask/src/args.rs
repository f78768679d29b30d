//! The command line: what `cargo xtask` can be asked to do.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt as _};

/// Shown by `--help` and after a mistake on the command line.
pub const HELP: &str = "\
cargo xtask COMMAND

  serve [--port 8080]            install what is missing, build, serve on http://127.0.0.1:8080/
  build                          install what is missing, build the site into dist/
  test [--quick]                 everything CI checks; --quick leaves out the build and the browsers
  bench                          sizes of what a visit loads, against the budget
  check-data [DIR] [--lang ja]   one line per fault in the data (default: data/)
  synthetic [--cities 1741] [--seed 1] OUT.json|OUT.csv
                                 location quotients of invented municipalities, to try what many do
  gallery                        write www/gallery.html, every figure on one page
  goldens                        accept the figures and pages as they are now
  setup                          install every tool, and do nothing else";

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
    /// Print the size table.
    Bench,
    /// Look for faults in a data directory.
    CheckData {
        /// The directory; `None` is the project's own `data/`.
        dir: Option<PathBuf>,
        /// Tell the faults in Japanese.
        japanese: bool,
    },
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

/// Options as collected, before the command says which of them it takes.
#[derive(Default)]
struct Options {
    port: Option<u16>,
    quick: bool,
    japanese: Option<bool>,
    dir: Option<PathBuf>,
    cities: Option<usize>,
    seed: Option<u64>,
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
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("port") => options.port = Some(port(&parser.value()?)?),
            Long("quick") => options.quick = true,
            Long("lang") => options.japanese = Some(is_japanese(&parser.value()?.string()?)?),
            Long("cities") => options.cities = Some(parser.value()?.parse()?),
            Long("seed") => options.seed = Some(parser.value()?.parse()?),
            Value(value) if name.is_none() => name = Some(value.string()?),
            Value(value) if options.dir.is_none() => options.dir = Some(value.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    command(name.as_deref(), options)
}

fn port(value: &OsStr) -> Result<u16> {
    value.to_str().and_then(|text| text.parse().ok()).context("--port takes a number up to 65535")
}

fn is_japanese(lang: &str) -> Result<bool> {
    match lang {
        "ja" => Ok(true),
        "en" => Ok(false),
        other => bail!("--lang takes `ja` or `en`, not `{other}`"),
    }
}

fn command(name: Option<&str>, options: Options) -> Result<Command> {
    let Options { port, quick, japanese, dir, cities, seed } = options;
    let command = match name {
        None | Some("help") => Command::Help,
        Some("serve") => Command::Serve { port: port.unwrap_or(8080) },
        Some("build") => Command::Build,
        Some("test") => Command::Test { quick },
        Some("bench") => Command::Bench,
        Some("check-data") => Command::CheckData { dir: dir.clone(), japanese: japanese.unwrap_or(false) },
        Some("synthetic") => Command::Synthetic {
            cities: cities.unwrap_or(1741),
            seed: seed.unwrap_or(1),
            out: dir.clone().context("`synthetic` takes the file to write")?,
        },
        Some("gallery") => Command::Gallery,
        Some("goldens") => Command::Goldens,
        Some("setup") => Command::Setup,
        Some(other) => bail!("no command `{other}`"),
    };
    // An option that the command does not take is a mistake worth telling, not one to swallow.
    let is_data = matches!(command, Command::CheckData { .. });
    let is_synthetic = matches!(command, Command::Synthetic { .. });
    let strays = [
        (cities.is_some() && !is_synthetic, "--cities"),
        (seed.is_some() && !is_synthetic, "--seed"),
        (port.is_some() && !matches!(command, Command::Serve { .. }), "--port"),
        (quick && !matches!(command, Command::Test { .. }), "--quick"),
        (japanese.is_some() && !is_data, "--lang"),
        (dir.is_some() && !is_data && !is_synthetic, "a directory"),
    ];
    match strays.iter().find(|(stray, _)| *stray) {
        Some((_, what)) => bail!("`{}` does not take {what}", name.unwrap_or("help")),
        None => Ok(command),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, parse};

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
    fn stray_options_are_refused() {
        for args in [["build", "--quick"], ["test", "--port=1"], ["bench", "dir"], ["serve", "--port=99999"]] {
            assert!(parse(args).is_err(), "{args:?}");
        }
        assert!(parse(["synthetic"]).is_err() && parse(["build", "--seed", "2"]).is_err());
        let expected = Command::Synthetic { cities: 9, seed: 1, out: "many.csv".into() };
        assert_eq!(parse(["synthetic", "--cities", "9", "many.csv"]).ok(), Some(expected));
        assert!(parse(["dance"]).is_err());
    }
}
