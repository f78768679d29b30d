//! `cargo xtask serve --watch`: looks for files that have changed, and rebuilds what they need.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;

use crate::bundle::{self, Purpose};
use crate::workspace::Workspace;

/// What the site is built from, from the project's root.
const WATCHED: [&str; 8] = ["Cargo.lock", "Cargo.toml", "Trunk.toml", "build.rs", "data", "index.html", "src", "www"];
/// Of these, what no wasm is made of. The keys of the source's texts are part of it.
const PAGES: [&str; 5] = ["data", "src/bin/prerender.rs", "src/picture", "src/publish", "www"];
const KEYS: &str = "data/interface/ja.json";
/// How often files are looked at: some hundred of them, in a few milliseconds.
const EVERY: Duration = Duration::from_millis(400);

/// What has to be made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Pages, packs, scripts and styles.
    Pages,
    /// The wasm modules as well.
    Everything,
}

impl Need {
    /// What changed files need, named from the project's root with `/`.
    ///
    /// ```
    /// use xtask::watch::Need;
    /// assert_eq!(Need::of(["data/aomori/kpi_actuals.csv", "www/widget.css"]), Need::Pages);
    /// assert_eq!(Need::of(["www/widget.css", "src/figure/gauge.rs"]), Need::Everything);
    /// assert_eq!(Need::of(["data/interface/ja.json"]), Need::Everything);
    /// ```
    pub fn of<'a>(changed: impl IntoIterator<Item = &'a str>) -> Self {
        let is_page = |file: &str| file != KEYS && PAGES.iter().any(|part| Path::new(file).starts_with(part));
        if changed.into_iter().all(is_page) { Self::Pages } else { Self::Everything }
    }
}

/// Rebuilds for as long as the program runs. What cannot be built is told, and the last good site stays.
pub fn watch(workspace: &Workspace) {
    println!("\nRebuilding what a changed file needs. / 変わったファイルに応じて作り直します。");
    let mut built = stamps(workspace.root());
    loop {
        thread::sleep(EVERY);
        let found = stamps(workspace.root());
        if found == built {
            continue;
        }
        // An editor may write several files: once nothing has changed for a moment, they are all there.
        thread::sleep(EVERY);
        if found != stamps(workspace.root()) {
            continue;
        }
        let changed = changed(&built, &found);
        built = found;
        let since = Instant::now();
        println!("\n{}", changed.join("\n"));
        match rebuild(workspace, Need::of(changed.iter().map(String::as_str))) {
            Ok(()) => println!("Rebuilt in {:.1} s.", since.elapsed().as_secs_f64()),
            Err(error) => eprintln!("error: {error:#}\nThe site stays as it was."),
        }
    }
}

fn rebuild(workspace: &Workspace, need: Need) -> Result<()> {
    match need {
        Need::Pages => bundle::rebuild_pages(workspace),
        Need::Everything => bundle::build(workspace, &bundle::Site::default(), Purpose::Look),
    }
}

/// When each file was last written, by its name from the root.
fn stamps(root: &Path) -> BTreeMap<String, SystemTime> {
    let mut stamps = BTreeMap::new();
    let mut rest: Vec<PathBuf> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = rest.pop() {
        // What has just gone is none that is there.
        let Ok(meta) = fs::metadata(&path) else { continue };
        if meta.is_dir() {
            rest.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if let (Ok(name), Ok(time)) = (path.strip_prefix(root), meta.modified()) {
            stamps.insert(name.to_string_lossy().replace('\\', "/"), time);
        }
    }
    stamps
}

/// Files that were added, removed or written again.
fn changed(before: &BTreeMap<String, SystemTime>, after: &BTreeMap<String, SystemTime>) -> Vec<String> {
    let is_other = |name: &&String| before.get(*name) != after.get(*name);
    let mut names: Vec<String> = before.keys().chain(after.keys()).filter(is_other).cloned().collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_removed_or_written_again_has_changed() {
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let of = |files: &[(&str, u64)]| files.iter().map(|(name, time)| ((*name).to_owned(), at(*time))).collect();
        let (before, after) = (of(&[("a", 1), ("b", 1), ("c", 1)]), of(&[("a", 1), ("b", 2), ("d", 1)]));
        assert_eq!(changed(&before, &after), ["b", "c", "d"]);
    }

    #[test]
    fn every_file_the_site_is_built_from_is_looked_at() -> Result<()> {
        let stamps = stamps(Workspace::open()?.root());
        for name in ["Cargo.toml", "data/aomori/lq.json", "src/lib.rs", "www/widget.css"] {
            assert!(stamps.contains_key(name), "{name}");
        }
        Ok(())
    }
}
