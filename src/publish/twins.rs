//! Precompressed twins: whatever a server can send compressed lies beside it as `.br` and `.gz`.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;

/// Endings of files worth compressing.
const TEXT: [&str; 11] = ["pack", "html", "js", "ts", "css", "wasm", "json", "csv", "svg", "xml", "webmanifest"];

/// A file that is worth a second look at how long it takes.
const MUCH_BYTES: usize = 500_000;

/// Writes the twins of everything under `dir`, with all the machine's cores: most of a build's time goes into them.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(dir: &Path) -> io::Result<()> {
    let mut paths = Vec::new();
    find(dir, &mut paths)?;
    let waiting = Mutex::new(paths.into_iter());
    let next = || waiting.lock().ok()?.next();
    let work = || {
        while let Some(path) = next() {
            write_twins(&path)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        started.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(io::Error::other("a thread that compresses files broke down")))
        })
    })
}

/// Adds every file under `dir` that is worth compressing.
fn find(dir: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, paths)?;
        } else if path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| TEXT.contains(&ending)) {
            paths.push(path);
        }
    }
    Ok(())
}

fn write_twins(path: &Path) -> io::Result<()> {
    let bytes = fs::read(path)?;
    let named = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let packed = gzip(&bytes)?;
    // What is packed already takes minutes to become no smaller.
    let is_packed = packed.len() * 10 > bytes.len() * 7 && bytes.len() > MUCH_BYTES;
    put(&named(".br"), &if is_packed { quickly(&bytes)? } else { brotli(&bytes)? })?;
    put(&named(".gz"), &packed)
}

/// Writes a file that is there whole or not at all: the site may be served already.
fn put(path: &OsStr, bytes: &[u8]) -> io::Result<()> {
    let mut unfinished = path.to_owned();
    unfinished.push(".part");
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, path)
}

fn with(bytes: &[u8], quality: i32, mode: BrotliEncoderMode) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality, lgwin: 22, mode, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).map(|_| packed)
}

fn quickly(bytes: &[u8]) -> io::Result<Vec<u8>> {
    with(bytes, 4, BrotliEncoderMode::BROTLI_MODE_GENERIC)
}

/// The smaller of what two modes make: that for fonts suits wasm and most scripts, the general one pages.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let pack = |mode| with(bytes, 11, mode);
    let [general, font] = [BrotliEncoderMode::BROTLI_MODE_GENERIC, BrotliEncoderMode::BROTLI_MODE_FONT].map(pack);
    let (general, font) = (general?, font?);
    Ok(if font.len() < general.len() { font } else { general })
}

/// Without a time stamp, so that the same bytes pack to the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
