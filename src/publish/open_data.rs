//! The open data of a site: every table that a widget offers.

use crate::data::Dataset;
use crate::takeaway::open_data::OpenData;
use crate::widget::Kind;

/// Every table, in the order of the widgets.
pub fn tables() -> impl Iterator<Item = &'static OpenData> {
    Kind::ALL.into_iter().flat_map(|kind| kind.offer().tables)
}

/// Every CSV by file name.
pub fn all(data: &Dataset) -> Vec<(&'static str, String)> {
    tables().map(|table| (table.file, (table.csv)(data))).collect()
}
