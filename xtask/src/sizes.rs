//! The weight of what is built: every file a visit loads, raw, gzipped and in brotli, and all artefacts against budgets.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::budgets;
use crate::workspace::Workspace;

/// One file's sizes in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The file, relative to `dist/`.
    pub name: String,
    /// As it is.
    pub raw: usize,
    /// After gzip.
    pub gzip: usize,
    /// After brotli.
    pub brotli: usize,
}

/// Prints what a visit loads and what grew; an error says which budgets are exceeded. With `accept`, what is built now
/// becomes what the next build is compared with.
pub fn check(workspace: &Workspace, accept: bool) -> Result<()> {
    let dist = workspace.dist();
    let file = workspace.root().join("tests/bench/sizes.txt");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let budgets = budgets::parse(&text).with_context(|| file.display().to_string())?;
    let visits = weigh(&dist)?;
    let held = budgets::hold(&dist, &visits, budgets)?;
    for (name, visit) in &visits {
        println!("{name}\n{}", table(visit));
    }
    println!("{}", budgets::table(&held));
    if accept {
        fs::write(&file, budgets::accepted(&held)).with_context(|| file.display().to_string())?;
    }
    let all: Vec<Weight> = visits.into_iter().flat_map(|(_, visit)| visit).collect();
    budgets::verdict(&held, &all)
}

/// Weighs every file that each visit loads, by the visit's name. `visit.json`, which the prerenderer writes, lists them.
pub fn weigh(dist: &Path) -> Result<Vec<(String, Vec<Weight>)>> {
    let path = dist.join("visit.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{}; `cargo xtask build` makes it", path.display()))?;
    let visits: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    let weighed = |files: Vec<String>| files.into_iter().map(|name| weigh_file(dist, name)).collect::<Result<_>>();
    visits.into_iter().map(|(name, files)| Ok((name, weighed(files)?))).collect()
}

/// Weighs one file of `dist`.
pub fn weigh_file(dist: &Path, name: String) -> Result<Weight> {
    let path = dist.join(&name);
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    // Precompressed twins are what a server sends; without them, what it could send.
    let gzip = twin(&path, "gz").map_or_else(|| gzip_len(&bytes), Ok)?;
    let brotli = twin(&path, "br").map_or_else(|| brotli_len(&bytes), Ok)?;
    Ok(Weight { name, raw: bytes.len(), gzip, brotli })
}

fn twin(path: &Path, suffix: &str) -> Option<usize> {
    let mut twin = path.as_os_str().to_owned();
    twin.push(".");
    twin.push(suffix);
    usize::try_from(PathBuf::from(twin).metadata().ok()?.len()).ok()
}

fn gzip_len(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli_len(bytes: &[u8]) -> Result<usize> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    Ok(encoder.into_inner().len())
}

/// The table, one line a file, the total last.
pub fn table(weights: &[Weight]) -> String {
    let mut text = format!("{:>9} {:>9} {:>9}  file\n", "raw", "gzip", "brotli");
    for Weight { name, raw, gzip, brotli } in weights.iter().chain([&total(weights)]) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    text
}

fn total(weights: &[Weight]) -> Weight {
    let sum = |size: fn(&Weight) -> usize| weights.iter().map(size).sum();
    Weight {
        name: format!("total of {} files", weights.len()),
        raw: sum(|weight| weight.raw),
        gzip: sum(|weight| weight.gzip),
        brotli: sum(|weight| weight.brotli),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Weight, table, weigh};

    #[test]
    fn every_visit_is_weighed_with_what_a_server_sends() -> anyhow::Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-sizes-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        let visits = r#"{ "visit": ["index.html", "a.wasm"], "visit-en": ["index.html"] }"#;
        for (name, text) in [
            ("visit.json", visits),
            ("index.html", "<p>"),
            ("a.wasm", "\0asm"),
            ("a.wasm.br", "12345"),
            ("b.js", "not loaded"),
        ] {
            fs::write(dist.join(name), text)?;
        }
        let weighed = weigh(&dist);
        fs::write(dist.join("visit.json"), r#"{ "visit": ["gone.js"] }"#)?;
        let missing = weigh(&dist);
        fs::remove_dir_all(&dist)?;
        let names = |weights: &[Weight]| weights.iter().map(|weight| weight.name.clone()).collect::<Vec<_>>();
        let [(visit, files), (other, page)] = weighed?.try_into().map_err(|_| anyhow::anyhow!("two visits"))?;
        assert_eq!([visit.as_str(), &other], ["visit", "visit-en"]);
        assert_eq!(
            (names(&files), names(&page)),
            (vec!["index.html".into(), "a.wasm".into()], vec!["index.html".into()])
        );
        assert!(files.iter().any(|weight| weight.name == "a.wasm" && (weight.raw, weight.brotli) == (4, 5)));
        assert!(missing.is_err(), "a file that is listed but not there");
        Ok(())
    }

    #[test]
    fn the_table_ends_with_the_total() {
        let weights = [
            Weight { name: "a".into(), raw: 10, gzip: 5, brotli: 4 },
            Weight { name: "b".into(), raw: 1, gzip: 1, brotli: 1 },
        ];
        assert!(table(&weights).ends_with("       11         6         5  total of 2 files\n"));
    }
}
