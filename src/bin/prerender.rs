//! Writes what needs no browser: `site` (called by Trunk's hook) and `gallery`.

use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use shigoto_widgets::data::library::CITY;
use shigoto_widgets::model::fiscal;
use shigoto_widgets::publish::{gallery, site};

fn main() -> ExitCode {
    let result = match std::env::args().nth(1).as_deref() {
        Some("site") => write_site(),
        Some("gallery") => gallery::write(Path::new("www")).map_err(|error| error.to_string()),
        _ => Err("usage: prerender site | gallery".to_owned()),
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

/// The folder of the content: `SHIGOTO_DATA`, as `cargo xtask build --data` sets it.
fn city() -> String {
    std::env::var("SHIGOTO_DATA").unwrap_or_else(|_| CITY.to_owned())
}

fn write_site() -> Result<(), String> {
    let stage = std::env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR is not set".to_owned())?;
    site::write(Path::new("."), Path::new(&city()), Path::new(&stage), fiscal::year_at(now_s()?))
        .map_err(|error| error.to_string())
}
