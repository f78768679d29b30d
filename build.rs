//! Names the texts of the interface: `Key`, one variant a text of `data/interface/ja.json`, whose words stay outside.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Says which texts there are.
const SOURCE: &str = "data/interface/ja.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SOURCE}");
    println!("cargo::rustc-check-cfg=cfg(small)");
    // The module every visitor loads; without `small` the library has everything, natively and in the second module.
    let is_small =
        std::env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" && std::env::var("CARGO_FEATURE_COMPLETE").is_err();
    if is_small {
        println!("cargo::rustc-cfg=small");
    }
    let text = std::fs::read_to_string(Path::new(SOURCE))?;
    let groups: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&text).map_err(|error| format!("{SOURCE}: {error}"))?;
    let group = |name: &str| groups.get(name).ok_or_else(|| format!("{SOURCE}: no group `{name}`"));
    // The live ones first: a visit's pack has no others. Those of pages last: no pack has them.
    let (live, fixed, pages) = (group("live")?, group("static")?, group("pages")?);
    let variants = live
        .keys()
        .chain(fixed.keys())
        .chain(pages.keys())
        .map(|key| format!("#[doc = \"`{key}`\"] {},", camel_case(key)));
    let code = format!(
        "/// A text of the interface.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(usize)]\npub enum Key {{{}}}\n\
         /// How many texts running widgets say.\npub const LIVE: usize = {};\n\
         /// How many texts widgets and what surrounds them say.\npub const COMPLETE: usize = {};\n\
         /// How many texts there are.\npub const ALL: usize = {};\n",
        variants.collect::<String>(),
        live.len(),
        live.len() + fixed.len(),
        live.len() + fixed.len() + pages.len(),
    );
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    Ok(std::fs::write(out.join("locale.rs"), code)?)
}

fn camel_case(key: &str) -> String {
    key.split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
