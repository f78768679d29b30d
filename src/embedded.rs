//! The data compiled into the library: validated and made compact by the build script.

use crate::data::Dataset;
use crate::data::decode::FromJson as _;
use crate::data::json;

/// The city's own data, without the texts that only the static page shows; see `EMBEDDED` in `build.rs`.
///
/// `None` cannot happen in a build that succeeded; it is returned rather than assumed, so that no panic reaches a
/// citizen.
pub fn dataset() -> Option<Dataset> {
    let root = json::read(include_str!(concat!(env!("OUT_DIR"), "/dataset.json"))).ok()?;
    Dataset::from_json(&root).ok()
}
