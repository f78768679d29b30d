//! The project's directory and the one `PATH` that every child process sees.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// Where the project lies, and where its tools are looked for.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    path: OsString,
}

impl Workspace {
    /// The workspace this crate belongs to. `PATH` is that of the caller, with the project's own tools before it and
    /// cargo's after it.
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask/ has no parent directory")?;
        let mut workspace = Self { root: root.to_path_buf(), path: OsString::new() };
        let tools = workspace.tools_dir();
        let mut dirs = vec![tools.join("bin"), tools.join("node_modules/.bin")];
        dirs.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        dirs.extend(cargo_bin());
        workspace.path = env::join_paths(dirs).context("a directory on PATH holds the separator character")?;
        Ok(workspace)
    }

    /// The project's root, where every command runs.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's target directory.
    pub fn target_dir(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// Tools installed for this project alone.
    pub fn tools_dir(&self) -> PathBuf {
        self.target_dir().join("tools")
    }

    /// The first executable of this name on the children's `PATH`.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path)
            .map(|dir| dir.join(program).with_extension(env::consts::EXE_EXTENSION))
            .find(|file| is_executable(file))
    }

    /// A child process in the project's root with the project's `PATH`.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// `cargo` with these arguments, separated by blanks.
    pub fn cargo(&self, args: &str) -> Command {
        let mut command = self.command("cargo");
        command.args(args.split_whitespace());
        command
    }
}

/// Runs a child to its end, its output streaming through. A bad exit is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", describe(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", describe(command));
    }
    Ok(())
}

/// Runs a child with its standard output both streaming through and returned, whatever its exit: (succeeded, output).
pub fn tee(command: &mut Command) -> Result<(bool, String)> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{}`", describe(command)))?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            std::io::stdout().write_all(&line)?;
            output.push_str(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    Ok((child.wait()?.success(), output))
}

/// The standard output of a child that succeeds quietly; `None` when it is missing or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    Some(home.join("bin"))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::{Workspace, ask, run, tee};

    #[test]
    fn finds_the_root_and_cargo() -> anyhow::Result<()> {
        let workspace = Workspace::open()?;
        assert!(workspace.root().join("xtask/Cargo.toml").is_file());
        assert!(workspace.find("cargo").is_some());
        assert!(workspace.find("no-such-program-anywhere").is_none());
        Ok(())
    }

    #[test]
    fn children_are_heard() -> anyhow::Result<()> {
        let workspace = Workspace::open()?;
        assert!(ask(&mut workspace.cargo("--version")).is_some_and(|text| text.starts_with("cargo ")));
        assert_eq!(ask(&mut workspace.command("no-such-program-anywhere")), None);
        let (succeeded, output) = tee(&mut workspace.cargo("--version"))?;
        assert!(succeeded && output.starts_with("cargo "));
        let mut wrong = workspace.cargo("no-such-subcommand");
        let error = run(wrong.stderr(std::process::Stdio::null())).err().map(|error| error.to_string());
        assert!(error.is_some_and(|text| text.contains("cargo no-such-subcommand")));
        Ok(())
    }
}
