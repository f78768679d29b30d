//! Where the files of a site go: gathered in memory first, then into a sink such as a ZIP or a folder.

use std::collections::BTreeMap;
use std::io::{Cursor, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::fault::RenderError;

/// Takes every file of a site once, by its name such as `data/lq.csv`, in the order of the names.
pub trait Sink {
    /// Takes a file.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError>;
}

/// The files of a site so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file, or puts it in the place of one of the same name.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), bytes.into());
    }

    /// Adds several files to a folder.
    pub fn add_all(&mut self, folder: &str, files: impl IntoIterator<Item = (impl AsRef<str>, impl Into<Vec<u8>>)>) {
        files.into_iter().for_each(|(name, bytes)| self.add(format!("{folder}/{}", name.as_ref()), bytes));
    }

    /// The bytes of a file; none when there is no such file.
    pub fn get(&self, name: &str) -> &[u8] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every file with its name, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

impl Sink for Files {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        self.add(name, bytes);
        Ok(())
    }
}

/// A ZIP archive in memory. It holds no times, so that the same files make the same archive.
pub struct Zip<W: Write + Seek>(ZipWriter<W>);

impl Zip<Cursor<Vec<u8>>> {
    /// An empty archive.
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// The archive's bytes.
    ///
    /// # Errors
    /// When its list of files cannot be written.
    pub fn finish(self) -> Result<Vec<u8>, RenderError> {
        Ok(self.0.finish().map_err(std::io::Error::from)?.into_inner())
    }
}

impl Default for Zip<Cursor<Vec<u8>>> {
    fn default() -> Self {
        Self::new()
    }
}

impl<W: Write + Seek> Sink for Zip<W> {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options).map_err(std::io::Error::from)?;
        Ok(self.0.write_all(bytes)?)
    }
}
