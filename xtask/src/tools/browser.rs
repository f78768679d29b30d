//! Chromium, Japanese fonts and a reader of PDF for the browser tests.

use std::env;

use anyhow::{Context as _, Result, bail};

use super::announce;
use crate::workspace::{Workspace, ask, run};

/// Names under which Chromium is looked for; `tests/browser/lib/browser.mjs` knows the same ones.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const ADVICE: &str = "install Chromium, a Japanese font and poppler's tools, then run this again \
    (Debian: `sudo apt-get install chromium fonts-noto-cjk fontconfig poppler-utils`; a browser elsewhere is named by CHROME_PATH)";

/// Makes sure a Chromium, poppler's tools and, on Linux, Japanese fonts are there: from Debian's packages when root, else by advice.
pub fn ensure_browser(workspace: &Workspace) -> Result<()> {
    let mut packages = missing(workspace);
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(", ");
    if workspace.find("apt-get").is_none() || !is_root(workspace) {
        bail!("missing for the browser tests: {list}; {ADVICE}");
    }
    if packages.contains(&"chromium") {
        packages.push("chromium-driver");
    }
    announce(&packages.join(", "), "the pages are tested in a real browser, in Japanese, and on paper", "about 2 minutes");
    run(apt_get(workspace).arg("update"))?;
    run(apt_get(workspace).args(["install", "--yes", "--no-install-recommends"]).args(&packages))
        .with_context(|| format!("apt-get could not install {list}; {ADVICE}"))?;
    if !missing(workspace).is_empty() {
        bail!("apt-get installed {list}, but they are not found; {ADVICE}");
    }
    Ok(())
}

/// The Debian packages whose work nothing on this machine does yet.
fn missing(workspace: &Workspace) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if env::var_os("CHROME_PATH").is_none() && NAMES.iter().all(|name| workspace.find(name).is_none()) {
        packages.push("chromium");
    }
    // What is printed is read back from the PDF, as text and as pictures.
    if ["pdftotext", "pdftoppm"].iter().any(|name| workspace.find(name).is_none()) {
        packages.push("poppler-utils");
    }
    // Other systems bring Japanese fonts of their own, and no fontconfig to ask.
    if cfg!(target_os = "linux") {
        match ask(workspace.command("fc-list").arg(":lang=ja")) {
            None => packages.extend(["fontconfig", "fonts-noto-cjk"]),
            Some(fonts) if fonts.is_empty() => packages.push("fonts-noto-cjk"),
            Some(_) => {}
        }
    }
    packages
}

fn is_root(workspace: &Workspace) -> bool {
    ask(workspace.command("id").arg("-u")).as_deref() == Some("0")
}

fn apt_get(workspace: &Workspace) -> std::process::Command {
    let mut command = workspace.command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
