//! The weight of a visit: every file `index.html` loads, raw, gzipped and in brotli, against the budget.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::page_refs;

/// Most bytes a visit may load in brotli (CONTRACT §5).
pub const MAX_BROTLI_BYTES: usize = 90 * 1024;
/// Most requests a visit may make (CONTRACT §5).
pub const MAX_FILES: usize = 6;

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

/// Prints the table for the site in `dist`; an error says which limit is exceeded.
pub fn check(dist: &Path) -> Result<()> {
    let weights = weigh(dist)?;
    print!("{}", table(&weights));
    verdict(&weights)
}

/// Weighs every file a visit loads.
pub fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    page_refs::loaded_files(dist)?.into_iter().map(|name| weigh_file(dist, name)).collect()
}

fn weigh_file(dist: &Path, name: String) -> Result<Weight> {
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

/// Holds the weights against the budget.
///
/// ```
/// use xtask::sizes::{MAX_BROTLI_BYTES, Weight, verdict};
/// let weight = |brotli| Weight { name: "index.html".into(), raw: 0, gzip: 0, brotli };
/// assert!(verdict(&[weight(MAX_BROTLI_BYTES)]).is_ok());
/// assert!(verdict(&[weight(MAX_BROTLI_BYTES), weight(1)]).is_err());
/// assert!(verdict(&vec![weight(1); 7]).is_err());
/// ```
pub fn verdict(weights: &[Weight]) -> Result<()> {
    let brotli = total(weights).brotli;
    if brotli > MAX_BROTLI_BYTES {
        bail!("a visit loads {brotli} bytes in brotli; the budget is {MAX_BROTLI_BYTES}");
    }
    if weights.len() > MAX_FILES {
        bail!("a visit loads {} files; the budget is {MAX_FILES}", weights.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Weight, table, weigh};

    #[test]
    fn a_visit_is_followed_and_weighed() -> anyhow::Result<()> {
        let dist = std::env::temp_dir().join(format!("xtask-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("snippets"))?;
        let page = "<link rel=stylesheet href=./style.css><script type=module src=go.js></script>";
        for (name, text) in [
            ("index.html", page),
            ("style.css", "a{}"),
            ("go.js", "import init from './app-1.js'; navigator.serviceWorker.register('./sw.js')"),
            ("app-1.js", "import './snippets/element.js'; new URL('app_bg.wasm', import.meta.url)"),
            ("app-1_bg.wasm", "\0asm"),
            ("shigoto-complete-1.wasm", "not loaded"),
            ("app-1_bg.wasm.br", "12345"),
            ("snippets/element.js", "export {}"),
            ("sw.js", "['./embed.html']"),
            ("embed.html", "not loaded"),
            ("embed-host.js", "not loaded"),
        ] {
            fs::write(dist.join(name), text)?;
        }
        let weights = weigh(&dist);
        fs::remove_dir_all(&dist)?;
        let weights = weights?;
        let names: Vec<&str> = weights.iter().map(|weight| weight.name.as_str()).collect();
        let expected =
            ["app-1.js", "app-1_bg.wasm", "go.js", "index.html", "snippets/element.js", "style.css", "sw.js"];
        assert_eq!(names, expected);
        assert!(weights.iter().any(|weight| weight.name == "app-1_bg.wasm" && weight.brotli == 5));
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
