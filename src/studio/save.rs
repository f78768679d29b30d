//! What is saved: the page in one file, the whole site, the data.

use crate::data::library::Library;
use crate::publish::archive::packed;
use crate::publish::fault::RenderError;
use crate::publish::kit::Kit;
use crate::publish::render::render;
use crate::publish::sink::{Files, Zip};

/// The page in one file. `today` is the fiscal year of the day.
///
/// # Errors
/// As [`render`].
pub fn page(library: &Library, kit: &Kit, today: u16) -> Result<Vec<u8>, RenderError> {
    let mut files = Files::default();
    render(library, kit, today, &mut files)?;
    Ok(files.get("standalone.html").to_vec())
}

/// The whole site, as an archive.
///
/// # Errors
/// As [`render`].
pub fn site(library: &Library, kit: &Kit, today: u16) -> Result<Vec<u8>, RenderError> {
    let mut zip = Zip::new();
    render(library, kit, today, &mut zip)?;
    zip.finish()
}

/// The data, as an archive: the content as a folder that `cargo xtask build --data` publishes and the workshop opens
/// again, and under `data/` the tables as they are published.
///
/// # Errors
/// As [`render`].
pub fn data(library: &Library, kit: &Kit, today: u16) -> Result<Vec<u8>, RenderError> {
    let mut files = Files::default();
    render(library, kit, today, &mut files)?;
    let published = files.iter().filter(|(name, _)| name.starts_with("data/") && !name.starts_with("data/schema/"));
    let content = library.files.iter().filter(|(name, _)| !name.starts_with("interface/"));
    let content = content.map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let mut all: Vec<(&str, &[u8])> = content.chain(published).collect();
    all.sort_unstable();
    packed(all)
}
