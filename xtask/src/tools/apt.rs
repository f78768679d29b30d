//! Debian packages for the tests: installed when that is possible, else asked for.

use anyhow::{Context as _, Result, bail};

use super::install;
use crate::workspace::{Workspace, ask, run};

/// What the tests want of the machine, with the words to say so.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// What it is for.
    pub why: &'static str,
    /// How long installing takes.
    pub duration: &'static str,
    /// What to do where it cannot be installed from here.
    pub advice: &'static str,
    /// The packages whose work nothing on this machine does yet.
    pub missing: fn(&Workspace) -> Vec<&'static str>,
}

impl Wish {
    /// Makes sure nothing is missing: from Debian's packages when root, else by advice.
    pub fn fulfil(&self, workspace: &Workspace) -> Result<()> {
        let packages = (self.missing)(workspace);
        if packages.is_empty() {
            return Ok(());
        }
        let (list, advice) = (packages.join(", "), self.advice);
        if workspace.find("apt-get").is_none() || !is_root(workspace) {
            bail!("missing for the browser tests: {list}; {advice}");
        }
        install(&list, self.why, self.duration, || {
            run(apt_get(workspace).arg("update"))?;
            run(apt_get(workspace).args(["install", "--yes", "--no-install-recommends"]).args(&packages))
                .with_context(|| format!("apt-get could not install {list}; {advice}"))
        })?;
        if !(self.missing)(workspace).is_empty() {
            bail!("apt-get installed {list}, but they are not found; {advice}");
        }
        Ok(())
    }
}

fn is_root(workspace: &Workspace) -> bool {
    ask(workspace.command("id").arg("-u")).as_deref() == Some("0")
}

fn apt_get(workspace: &Workspace) -> std::process::Command {
    let mut command = workspace.command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
