//! The kit as a script that a page can load: what the workshop renders a site with, and part of that site again.

use std::collections::BTreeMap;
use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::{File, Kit, hashed};
use crate::publish::archive;
use crate::publish::fault::RenderError;

/// Where its names stand in the archive; the files stand in a folder.
const NAMES: &str = "kit.json";
const FOLDER: &str = "files/";

impl Kit {
    /// The script that carries this kit: a list of the workshop's wasm, deflated, which opens the rest, and an
    /// archive of that. The same kit makes the same script.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn script(&self) -> Result<File, RenderError> {
        let names = serde_json::to_vec(self).map_err(std::io::Error::from)?;
        let files = self.files.iter().map(|file| (format!("{FOLDER}{}", file.name), file.bytes.as_slice()));
        let all: BTreeMap<String, &[u8]> = files.chain([(NAMES.to_owned(), names.as_slice())]).collect();
        let archive = archive::packed(all.iter().map(|(name, bytes)| (name.as_str(), *bytes)))?;
        let [wasm, archive] = [&deflated(&self.studio_wasm)?, &archive].map(|bytes| STANDARD.encode(bytes));
        let bytes = format!("var shigotoKit=[\"{wasm}\",\"{archive}\"];\n").into_bytes();
        Ok(File { name: hashed("studio-kit", &bytes, "js"), bytes })
    }

    /// The kit that such a script carries.
    ///
    /// # Errors
    /// When the archive is broken or of another version.
    pub fn carried(wasm: Vec<u8>, archive: &[u8]) -> Result<Self, RenderError> {
        let mut all = archive::unpacked(archive)?;
        let names = all.remove(NAMES).unwrap_or_default();
        let kit: Self = serde_json::from_slice(&names).map_err(std::io::Error::from)?;
        let file = |(name, bytes): (String, Vec<u8>)| {
            name.strip_prefix(FOLDER).map(|name| File { name: name.to_owned(), bytes })
        };
        Ok(Self { files: all.into_iter().filter_map(file).collect(), studio_wasm: wasm, ..kit })
    }
}

fn deflated(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::{File, Kit};

    #[test]
    fn a_kit_comes_back_as_it_was() {
        let file = |name: &str, bytes: &[u8]| File { name: name.to_owned(), bytes: bytes.to_vec() };
        let files = vec![file("a.css", b"a{}"), file("b.wasm", &[0, 1, 255])];
        let kit = Kit { files, css: "a.css".to_owned(), studio_wasm: vec![0, 97], ..Kit::default() };
        let script = kit.script().unwrap_or_else(|error| unreachable!("{error}"));
        assert!(script.name.starts_with("studio-kit-"), "{}", script.name);
        let text = String::from_utf8(script.bytes.clone()).unwrap_or_default();
        let archive = text.split('"').nth(3).unwrap_or_default();
        let archive = STANDARD.decode(archive).unwrap_or_default();
        let back = Kit::carried(vec![0, 97], &archive).unwrap_or_else(|error| unreachable!("{error}"));
        assert_eq!(back, kit);
        assert_eq!(back.script().ok(), Some(script));
    }
}
