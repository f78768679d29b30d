//! Building the site: Trunk bundles it, and Trunk's hook (see `Trunk.toml`) lets the prerenderer finish it.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::args::Style;
use crate::tools;
use crate::workspace::{Workspace, run};

/// Whom a build is for: what it makes besides the site's own files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody at this machine, who waits for it: nothing.
    Look,
    /// A web server: compressed twins.
    Publish,
    /// The tests: twins, and the invented town's site.
    Test,
}

/// Which site is built.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The folder of another city than the one published by default.
    pub data: Option<PathBuf>,
    /// Where its pages have their styles.
    pub style: Style,
}

/// Installs what is missing and builds `dist/`.
pub fn build(workspace: &Workspace, site: &Site, purpose: Purpose) -> Result<()> {
    let compiler = compile_prerenderer(workspace)?;
    let result = build_site(workspace, site, purpose);
    finish(compiler);
    result
}

/// Starts to compile the prerenderer while tools are installed and wasm is built, which leave a core idle for half of the
/// time; its part of `target/` has a lock of its own. Faults are told by Trunk's hook, which waits for it.
fn compile_prerenderer(workspace: &Workspace) -> Result<Child> {
    let mut compiler = workspace.cargo("build --quiet --features native --bin prerender");
    compiler.stdout(Stdio::null()).stderr(Stdio::null());
    compiler.spawn().context("cannot start cargo")
}

/// Ends what still compiles for a build that is over.
fn finish(mut compiler: Child) {
    // It may have ended by itself.
    let _ = compiler.kill();
    let _ = compiler.wait();
}

fn build_site(workspace: &Workspace, site: &Site, purpose: Purpose) -> Result<()> {
    let wasm_opt = tools::ensure_build(workspace)?;
    forget_old_snippets(workspace)?;
    let mut trunk = workspace.command("trunk");
    trunk.args(["build", "--release", "--skip-version-check"]);
    // Trunk downloads a tool unless the version it is told is the one it finds.
    trunk.env("TRUNK_TOOLS_WASM_OPT", format!("version_{wasm_opt}"));
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths(workspace));
    trunk.env("SHIGOTO_RAW", raw(workspace));
    match purpose {
        Purpose::Look => trunk.env("SHIGOTO_TWINS", "later"),
        Purpose::Publish => &mut trunk,
        Purpose::Test => trunk.env("SHIGOTO_TOWN", workspace.target_dir().join("town")),
    };
    if site.style == Style::Linked {
        trunk.env("SHIGOTO_STYLE", "linked");
    }
    if let Some(data) = &site.data {
        // The prerenderer runs in the repository, whoever was asked may stand elsewhere.
        let data = fs::canonicalize(data).with_context(|| format!("no folder {}", data.display()))?;
        trunk.env("SHIGOTO_DATA", data);
    }
    // Trunk takes only `true` and `false` for NO_COLOR, where the convention is any value.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    println!("\nBuilding the site: three wasm modules, then every page; takes about 4 minutes the first time.");
    let since = Instant::now();
    run(&mut trunk).context("the site could not be built")?;
    println!("The site is built, in {} s.", since.elapsed().as_secs());
    Ok(())
}

/// Adds the compressed twins to a site that was built to be looked at.
pub fn add_twins(workspace: &Workspace) -> Result<()> {
    let mut prerender = workspace.cargo("run --quiet --features native --bin prerender -- twins");
    prerender.env("TRUNK_STAGING_DIR", workspace.dist());
    run(&mut prerender).context("the site could not be compressed")
}

/// Makes every page of `dist/` anew from the wasm of the last build: content, scripts or styles have changed. Without
/// compressed twins, which nobody needs on the same machine.
pub fn rebuild_pages(workspace: &Workspace) -> Result<()> {
    let stage = workspace.target_dir().join("stage");
    let mut prerender = workspace.cargo("run --quiet --features native --bin prerender -- pages");
    prerender.env("TRUNK_STAGING_DIR", &stage).env("SHIGOTO_RAW", raw(workspace));
    run(&mut prerender).context("the pages could not be made")?;
    let (dist, old) = (workspace.dist(), workspace.target_dir().join("stage-before"));
    remove(&old)?;
    fs::rename(&dist, &old)?;
    fs::rename(&stage, &dist)?;
    remove(&old)
}

/// Trunk's output as it was before the pages were made of it.
fn raw(workspace: &Workspace) -> PathBuf {
    workspace.target_dir().join("raw")
}

fn remove(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be emptied", dir.display()))
        }
        _ => Ok(()),
    }
}

/// Flags that keep this machine's folders out of the wasm: the same commit then builds the same bytes anywhere.
fn remapped_paths(workspace: &Workspace) -> String {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home.map(|home| home.join(".cargo")));
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    // A path with a space cannot stand in such a list; its build is then merely not the same elsewhere.
    let is_plain = |path: &Path| !path.to_string_lossy().contains(' ');
    let cargo = cargo_home.filter(|path| is_plain(path)).map(|path| remap(&path, "cargo"));
    let own = Some(workspace.root()).filter(|path| is_plain(path)).map(|path| remap(path, "."));
    cargo.into_iter().chain(own).collect::<Vec<_>>().join(" ")
}

/// Trunk copies whatever lies in wasm-bindgen's output, also what an earlier build left there.
fn forget_old_snippets(workspace: &Workspace) -> Result<()> {
    remove(&workspace.target_dir().join("wasm-bindgen/release"))
}

/// Runs the native prerenderer with one of its commands.
pub fn prerender(workspace: &Workspace, command: &str) -> Result<()> {
    run(workspace.cargo("run --quiet --features native --bin prerender --").arg(command))
}
