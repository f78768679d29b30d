//! Publishes a city's folder into a directory: reads it, renders it, and packs the compressed twins.

use std::fs;
use std::path::{Path, PathBuf};

use super::fault::RenderError;
use super::kit::Kit;
use super::render::render;
use super::sink::Sink;
use super::{folder, twins};
use crate::error::Fault;

/// What can go wrong while a site is published.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The content is broken.
    #[error("{}", lines(.0))]
    Data(Vec<Fault>),
    /// The site cannot be rendered.
    #[error("{0}")]
    Render(#[from] RenderError),
}

/// A line for each fault, then what tells more.
fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    format!("{}\n{} fault(s) in the data; see `cargo xtask check-data`", lines.join("\n"), faults.len())
}

/// A folder on a disk as a sink.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// A folder to write into, which is made when the first file comes.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }
}

impl Sink for Folder {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        let path = self.path.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(fs::write(path, bytes)?)
    }
}

/// Publishes the content in the folder `city` into `stage`. `root` is the repository, `today` the fiscal year of the day.
///
/// # Errors
/// When the content is broken, or a file cannot be written.
pub fn write(root: &Path, city: &Path, kit: &Kit, stage: &Path, today: u16) -> Result<(), SiteError> {
    let library = folder::load(root, city).map_err(SiteError::Data)?;
    Ok(render(&library, kit, today, &mut Folder::new(stage))?)
}

/// Adds the compressed twins of everything in `stage`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_twins(stage: &Path) -> Result<(), SiteError> {
    Ok(twins::write(stage)?)
}
