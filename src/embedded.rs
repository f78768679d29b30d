//! The data compiled into the library: validated and packed by the build script.

use crate::data::Dataset;
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
