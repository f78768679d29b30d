//! Refuses broken data with file, path and remedy, then hands the library the data in its most compact form.

#![allow(dead_code, reason = "the data floor is included whole, the build needs a part of it")]

use std::path::{Path, PathBuf};

#[path = "src/data/mod.rs"]
mod data;
#[path = "src/error.rs"]
mod error;
#[path = "src/id.rs"]
mod id;

/// Files the widgets embed as they are; the rest is reduced first.
const EMBEDDED: [&str; 4] = ["swot.json", "lq.json", "kpi.json", "links.json"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=data");
    for source in ["src/data", "src/error.rs", "src/id.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let dir = Path::new("data");
    let library = match data::check::load_dir(dir) {
        Ok(library) => library,
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error=data/{fault}");
            }
            return Err(format!("{} fault(s) in data/; see `cargo xtask check-data`", faults.len()).into());
        }
    };
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for file in EMBEDDED {
        let value: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(dir.join(file))?)?;
        std::fs::write(out.join(file), serde_json::to_string(&value)?)?;
    }
    std::fs::write(out.join("outline.json"), serde_json::to_string(&library.dataset.outline)?)?;
    std::fs::write(out.join("actuals.json"), serde_json::to_string(&library.dataset.actuals)?)?;
    Ok(())
}
