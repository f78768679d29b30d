//! Chromium, Japanese fonts and a reader of PDF for the browser tests.

use std::env;

use anyhow::Result;

use super::apt::Wish;
use crate::workspace::{Workspace, ask};

/// Names under which Chromium is looked for; `tests/browser/lib/browser.mjs` knows the same ones.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const ADVICE: &str = "install Chromium, a Japanese font and poppler's tools, then run this again \
    (Debian: `sudo apt-get install chromium fonts-noto-cjk fontconfig poppler-utils`; a browser elsewhere is named by CHROME_PATH)";

/// Makes sure a Chromium, poppler's tools and, on Linux, Japanese fonts are there.
pub fn ensure_browser(workspace: &Workspace) -> Result<()> {
    let wish = Wish {
        why: "the pages are tested in a real browser, in Japanese, and on paper",
        duration: "about 2 minutes",
        advice: ADVICE,
        missing,
    };
    wish.fulfil(workspace)
}

/// The Debian packages whose work nothing on this machine does yet.
fn missing(workspace: &Workspace) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if env::var_os("CHROME_PATH").is_none() && NAMES.iter().all(|name| workspace.find(name).is_none()) {
        packages.extend(["chromium", "chromium-driver"]);
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
