//! The data compiled into the library: validated and packed by the build script.

use crate::data::Dataset;
#[cfg(not(small))]
use crate::data::glossary::GlossaryData;
use crate::data::packed::unpack;

/// The city's own data.
pub fn dataset() -> Dataset {
    if cfg!(small) { visit() } else { complete() }
}

/// As every visit carries them: without the texts that the page shows already, see `EMBEDDED` in `build.rs`.
pub fn visit() -> Dataset {
    unpack(include_str!(concat!(env!("OUT_DIR"), "/visit.pack")))
}

/// The whole.
pub fn complete() -> Dataset {
    unpack(include_str!(concat!(env!("OUT_DIR"), "/complete.pack")))
}

/// The glossary, whose words are marked in texts.
#[cfg(not(small))]
pub fn glossary() -> GlossaryData {
    unpack(include_str!(concat!(env!("OUT_DIR"), "/glossary.pack")))
}
