//! ZIP archives in memory: written without times, read within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::fault::RenderError;
use super::sink::{Sink as _, Zip};

/// Files read at most.
const MOST_FILES: usize = 4_000;
/// Bytes read at most, of all files together: a small archive may claim to hold any number.
const MOST_BYTES: u64 = 200_000_000;

/// An archive of files, in the order given.
///
/// # Errors
/// When it cannot be written.
pub fn packed<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, RenderError> {
    let mut zip = Zip::new();
    files.into_iter().try_for_each(|(name, bytes)| zip.put(name, bytes))?;
    zip.finish()
}

/// The files of an archive, by name.
///
/// # Errors
/// When it is broken, or holds more than is read.
pub fn unpacked(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(std::io::Error::from)?;
    if archive.len() > MOST_FILES {
        return Err(RenderError::Archive);
    }
    let (mut files, mut rest) = (BTreeMap::new(), MOST_BYTES);
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(std::io::Error::from)?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(std::io::Error::from)?.into_owned();
        let mut bytes = Vec::new();
        // One more than may come: whoever gets it has too much.
        file.take(rest + 1).read_to_end(&mut bytes)?;
        rest = rest.checked_sub(bytes.len() as u64).ok_or(RenderError::Archive)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{packed, unpacked};

    #[test]
    fn files_come_back() {
        let bytes = packed([("a/b.txt", b"text".as_slice()), ("c", b"")]).unwrap_or_default();
        let files = unpacked(&bytes).unwrap_or_default();
        assert_eq!(files.get("a/b.txt").map(Vec::as_slice), Some(b"text".as_slice()));
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        let whole = packed([("a", [7; 400].as_slice())]).unwrap_or_default();
        for bytes in [b"".as_slice(), b"PK\x03\x04", whole.get(..40).unwrap_or_default()] {
            assert!(unpacked(bytes).is_err());
        }
    }
}
