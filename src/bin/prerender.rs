//! Writes what needs no browser: `site` (called by Trunk's hook) and `gallery`.

use std::path::Path;
use std::process::ExitCode;

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

fn write_site() -> Result<(), String> {
    let stage = std::env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR is not set".to_owned())?;
    site::write(Path::new("."), Path::new(&stage)).map_err(|error| error.to_string())
}
