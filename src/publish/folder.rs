//! Content on a disk: a city's folder, and beside it what the product itself says. `build.rs` and `xtask` include this file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::data::library::Library;
use crate::error::Fault;

/// Where a file of the content lies: the product's own texts and schemas under `data/` of the repository, everything
/// else in the city's folder.
pub fn path(root: &Path, city: &Path, file: &str) -> PathBuf {
    let is_ours = ["interface/", "schema/"].iter().any(|folder| file.starts_with(folder));
    if is_ours { root.join("data").join(file) } else { city.join(file) }
}

/// The content as a source of files. `root` is the repository.
pub fn source(root: &Path, city: &Path) -> impl Fn(&str) -> Option<Vec<u8>> + use<> {
    let (root, city) = (root.to_owned(), city.to_owned());
    move |file| fs::read(path(&root, &city, file)).ok()
}

/// A city's content, read and checked.
///
/// # Errors
/// Every fault found.
pub fn load(root: &Path, city: &Path) -> Result<Library, Vec<Fault>> {
    Library::read(&source(root, city))
}
