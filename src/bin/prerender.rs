//! Writes what needs no browser: `site` (called by Trunk's hook), `pages` (the same from the last wasm, for whoever looks at
//! each change), `twins` (a finished site's compressed twins) and `gallery`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use shigoto_widgets::data::library::CITY;
use shigoto_widgets::model::fiscal;
use shigoto_widgets::publish::gallery;
use shigoto_widgets::publish::kit::{Kit, PageStyle};
use shigoto_widgets::publish::site::{self, SiteError};

fn main() -> ExitCode {
    let result = match std::env::args().nth(1).as_deref() {
        Some("site") => write_site(true),
        Some("pages") => write_site(false),
        Some("twins") => stage().and_then(|stage| site::write_twins(&stage).map_err(|error| error.to_string())),
        Some("gallery") => gallery::write(Path::new("www")).map_err(|error| error.to_string()),
        _ => Err("usage: prerender site | pages | twins | gallery".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("prerender: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Now, in seconds since 1970; who builds the same again says when by `SOURCE_DATE_EPOCH`.
fn now_s() -> Result<u64, String> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.parse().map_err(|_| format!("SOURCE_DATE_EPOCH is no number of seconds: {text}")),
        Err(_) => Ok(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())),
    }
}

/// Where the site is made, or lies.
fn stage() -> Result<PathBuf, String> {
    std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| "TRUNK_STAGING_DIR is not set".to_owned())
}

/// Makes the site of Trunk's output: of the city in `SHIGOTO_DATA`, as `cargo xtask build --data` sets it, or of the one
/// published by default, with styles as `SHIGOTO_STYLE` says (`--style`). With `SHIGOTO_TOWN` the invented town goes there as well, from the same kit, for the tests. In
/// `SHIGOTO_RAW` Trunk's output is kept as it is: `pages` begins with it, without Trunk. With `SHIGOTO_TWINS` somebody
/// waits to look at the site, and asks for the twins later.
fn write_site(is_new: bool) -> Result<(), String> {
    let (root, stage, today) = (Path::new("."), stage()?, fiscal::year_at(now_s()?));
    let city = std::env::var("SHIGOTO_DATA").unwrap_or_else(|_| CITY.to_owned());
    let style = match std::env::var("SHIGOTO_STYLE").as_deref() {
        Ok("linked") => PageStyle::Linked,
        _ => PageStyle::Inline,
    };
    let write = || -> Result<(), SiteError> {
        if let Ok(raw) = std::env::var("SHIGOTO_RAW") {
            let raw = Path::new(&raw);
            if is_new { copy(&stage, raw)? } else { copy(raw, &stage)? }
        }
        let kit = Kit::gather(root, &stage, style)?;
        site::write(root, Path::new(&city), &kit, &stage, today)?;
        if let Ok(town) = std::env::var("SHIGOTO_TOWN") {
            // What an earlier build has left is no part of this one.
            empty(Path::new(&town))?;
            site::write(root, Path::new("data/fixture"), &kit, Path::new(&town), today)?;
        }
        if is_new && std::env::var_os("SHIGOTO_TWINS").is_none() { site::write_twins(&stage) } else { Ok(()) }
    };
    write().map_err(|error| error.to_string())
}

/// Copies the files of one folder into another, which holds nothing else afterwards.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    empty(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// Makes a folder that holds nothing.
fn empty(dir: &Path) -> io::Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    fs::create_dir_all(dir)
}
