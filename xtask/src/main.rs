//! `cargo xtask`: sends each of the project's commands to its room in this crate's library.

// `check-data` must run when the data is broken, and then the widgets' crate does not compile: its build script refuses
// such data. So xtask does not depend on that crate, but compiles the same data floor by path. That floor's lints and
// tests belong to its own crate.
#[allow(dead_code, clippy::all, clippy::pedantic)]
#[path = "../../src/data/mod.rs"]
mod data;
#[allow(dead_code, clippy::all, clippy::pedantic)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code, clippy::all, clippy::pedantic)]
#[path = "../../src/publish/folder.rs"]
mod folder;
#[allow(dead_code, clippy::all, clippy::pedantic)]
#[path = "../../src/id.rs"]
mod id;

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use anyhow::Result;
use xtask::args::{self, Command};
use xtask::bundle::{Purpose, Site};
use xtask::workspace::Workspace;
use xtask::{bench, bundle, checks, fuzz, goldens, serve, sizes, synthetic, tools, watch};

fn main() -> ExitCode {
    let command = match args::parse(env::args_os().skip(1)) {
        Ok(command) => command,
        // Help is one of these too, and none of the failures.
        Err(error) => error.exit(),
    };
    match Workspace::open().and_then(|workspace| carry_out(command, &workspace)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked; `false` when it found faults and has told them.
fn carry_out(command: Command, workspace: &Workspace) -> Result<bool> {
    match command {
        Command::Setup => tools::ensure_all(workspace)?,
        Command::Build { data, style } => bundle::build(workspace, &Site { data, style }, Purpose::Publish)?,
        Command::Serve { port, watch } => {
            let server = serve::bind(port)?;
            bundle::build(workspace, &Site::default(), Purpose::Look)?;
            thread::scope(|scope| {
                scope.spawn(|| if watch { watch::watch(workspace) } else { compress(workspace) });
                serve::serve(&server, &workspace.dist());
            });
        }
        Command::Bench(how) if how.sizes => sizes::check(workspace, how.accept)?,
        Command::Bench(how) => bench::bench(workspace, how.rounds(), how.readme)?,
        Command::Gallery => bundle::prerender(workspace, "gallery")?,
        Command::Synthetic { cities, seed, out } => synthetic::write(&out, cities, seed)?,
        Command::Fuzz(how) => fuzz::fuzz(workspace, &how)?,
        Command::Goldens => goldens::update(workspace)?,
        Command::Test(which) => return Ok(checks::test(workspace, which)),
        Command::CheckData { dir, lang } => {
            let dir = dir.unwrap_or_else(|| workspace.root().join(data::library::CITY));
            return Ok(check_data(workspace.root(), &dir, lang == "ja"));
        }
    }
    Ok(true)
}

/// Compresses a site that can already be looked at, as a web server would have it.
fn compress(workspace: &Workspace) {
    if let Err(error) = bundle::add_twins(workspace) {
        eprintln!("warning: {error:#}");
    }
}

/// Prints one line per fault in the data, then their count; `true` when there is none.
fn check_data(root: &Path, dir: &Path, japanese: bool) -> bool {
    let lang = if japanese { error::FaultLang::Ja } else { error::FaultLang::En };
    let faults = folder::load(root, dir).err().unwrap_or_default();
    for fault in &faults {
        println!("{}", fault.line(lang));
    }
    match (faults.len(), japanese) {
        (count, true) => println!("{}：誤りは{count}件です。", dir.display()),
        (1, false) => println!("{}: 1 fault", dir.display()),
        (count, false) => println!("{}: {count} faults", dir.display()),
    }
    faults.is_empty()
}
