//! Precompressed twins: whatever a server can send compressed lies beside it as `.br` and `.gz`.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Endings of files worth compressing.
const TEXT: [&str; 9] = ["html", "js", "ts", "css", "wasm", "json", "csv", "svg", "webmanifest"];

/// Writes the twins of everything under `dir`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            write(&path)?;
        } else if path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| TEXT.contains(&ending)) {
            let bytes = fs::read(&path)?;
            let named = |ending: &str| {
                let mut name = path.clone().into_os_string();
                name.push(ending);
                name
            };
            fs::write(named(".br"), brotli(&bytes)?)?;
            fs::write(named(".gz"), gzip(&bytes)?)?;
        }
    }
    Ok(())
}

fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

/// Without a time stamp, so that the same bytes pack to the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
