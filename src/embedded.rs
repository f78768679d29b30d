//! The data compiled into the library: validated and made compact by the build script.

use crate::data::Dataset;
use crate::data::decode::decode;
use crate::error::Fault;

macro_rules! built {
    ($file:literal) => {
        decode($file, include_str!(concat!(env!("OUT_DIR"), "/", $file)))
    };
}

/// The city's own data.
///
/// # Errors
/// None in a build that succeeded; returned rather than assumed, so that no panic reaches a citizen.
pub fn dataset() -> Result<Dataset, Fault> {
    Ok(Dataset {
        swot: built!("swot.json")?,
        lq: built!("lq.json")?,
        kpi: built!("kpi.json")?,
        actuals: built!("actuals.json")?,
        links: built!("links.json")?,
        outline: built!("outline.json")?,
    })
}
