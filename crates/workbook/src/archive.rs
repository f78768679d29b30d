//! The archive that a workbook is: its parts by name, unpacked within a limit that all of them share.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use zip::ZipArchive;

use super::{Limits, Refusal};

/// How an archive begins.
pub const ZIP: &[u8] = b"PK\x03\x04";
/// How files of before 2007 begin, and those locked with a password.
pub const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A part that is read.
pub type Part<'a> = Reader<BufReader<Counted<'a>>>;

/// Parts by name.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: Rc<Cell<u64>>,
}

impl<'a> Archive<'a> {
    /// Opens an archive that holds a workbook.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, Refusal> {
        if bytes.len() > limits.bytes {
            return Err(Refusal::TooLarge);
        }
        if bytes.starts_with(COMPOUND) {
            return Err(Refusal::OldOrLocked);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            if bytes.starts_with(ZIP) { Refusal::Broken("ZIP".to_owned()) } else { Refusal::NoWorkbook }
        })?;
        let archive = Self { zip, left: Rc::new(Cell::new(limits.unpacked)) };
        let has = |end: &str| archive.zip.file_names().flatten().any(|name| name.to_ascii_lowercase().ends_with(end));
        if has("vbaproject.bin") {
            return Err(Refusal::Macros);
        }
        Ok(archive)
    }

    /// The part of a name, whatever its case; `None` where there is none.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Refusal> {
        let found = self.zip.file_names().flatten().find(|own| own.eq_ignore_ascii_case(name)).map(Cow::into_owned);
        let Some(found) = found else { return Ok(None) };
        let left = Rc::clone(&self.left);
        let part = self.zip.by_name(&found).map_err(|_| Refusal::Broken(name.to_owned()))?;
        Ok(Some(Reader::from_reader(BufReader::new(Counted { part: Box::new(part), left }))))
    }

    /// A part that must be there.
    pub fn needed(&mut self, name: &str) -> Result<Part<'_>, Refusal> {
        self.part(name)?.ok_or_else(|| Refusal::Missing(name.to_owned()))
    }

    /// Why a part could not be read to its end.
    pub fn why(left: u64, name: &str) -> Refusal {
        if left == 0 { Refusal::Unpacked } else { Refusal::Broken(name.to_owned()) }
    }

    /// Bytes that may still be unpacked.
    pub fn left(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.left)
    }
}

/// Unpacks a part as long as the limit allows.
pub struct Counted<'a> {
    part: Box<dyn Read + 'a>,
    left: Rc<Cell<u64>>,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.part.read(into)?;
        let left = self.left.get().saturating_sub(count as u64);
        self.left.set(left);
        if left == 0 { Err(io::Error::other("unpacks to more than is read")) } else { Ok(count) }
    }
}
