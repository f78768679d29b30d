//! What tests of several floors share.

use std::path::Path;

use shigoto_widgets::data::check::{CITY, Library, load_dir};

/// The checked data that the repository carries.
pub fn library() -> Library {
    load_dir(Path::new(CITY)).unwrap()
}
