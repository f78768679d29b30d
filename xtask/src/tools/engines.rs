//! Firefox and `WebKit`: the other engines the pages are tested in.

use std::env;

use anyhow::Result;

use super::apt::Wish;
use crate::workspace::Workspace;

/// Names under which Firefox is looked for; `tests/engines/lib/firefox.mjs` knows the same ones.
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Makes sure Firefox is there and, on Linux, `WebKit` with its driver and a screen to draw on.
pub fn ensure_engines(workspace: &Workspace) -> Result<()> {
    let wish = Wish {
        why: "the pages are tested in the engines of Firefox and Safari too",
        duration: "about 2 minutes",
        advice: "install Firefox and, on Linux, WebKitGTK's driver and Xvfb, then run this again \
            (Debian: `sudo apt-get install firefox-esr webkit2gtk-driver xvfb`; a Firefox elsewhere is named by FIREFOX_PATH)",
        missing,
    };
    wish.fulfil(workspace)
}

fn missing(workspace: &Workspace) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if env::var_os("FIREFOX_PATH").is_none() && FIREFOX.iter().all(|name| workspace.find(name).is_none()) {
        packages.push("firefox-esr");
    }
    // WebKitGTK is for Linux alone; elsewhere its tests are skipped.
    if cfg!(target_os = "linux") {
        let programs = [("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];
        packages
            .extend(programs.iter().filter(|(name, _)| workspace.find(name).is_none()).map(|(_, package)| *package));
    }
    packages
}
