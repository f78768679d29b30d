//! The files of a content, and what becomes of a file that somebody offers.

use std::collections::BTreeMap;

use crate::data::library::Library;
use crate::error::Fault;
use crate::widget::Kind;

/// The files of a content by name, as the library reads them.
pub type Content = BTreeMap<String, Vec<u8>>;

/// What somebody offers.
#[derive(Clone, Copy, Debug)]
pub enum Offer<'a> {
    /// A text, in whichever encoding it came.
    Text(&'a str),
    /// A packed file.
    Bytes(&'a [u8]),
}

/// What a file was recognised as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A whole content, or several files of one: how many.
    Content(usize),
    /// A file of the content.
    File(String),
    /// Readings of KPIs: how many rows.
    Readings(usize),
    /// Quotients of the places and industries that are published: how many values.
    Quotients(usize),
    /// KPIs that are published: how many.
    Kpis(usize),
    /// Texts of the matrix: how many.
    Matrix(usize),
    /// A sound table of something that is not published here: it can be looked at, in this widget.
    Foreign(Kind),
}

/// What a file says the content is.
#[derive(Debug)]
pub(super) struct Taken {
    /// Its files.
    pub content: Content,
    /// What it was recognised as.
    pub seen: Seen,
    /// Whether it is another content with editions of its own, not a change of the one that is worked on.
    pub is_whole: bool,
}

impl Taken {
    /// A change of the content that is worked on.
    pub(super) fn change(content: Content, seen: Seen) -> Self {
        Self { content, seen, is_whole: false }
    }
}

/// A content, read and checked.
pub(super) fn read(content: &Content) -> Result<Library, Vec<Fault>> {
    Library::read(&|name| content.get(name).cloned())
}

/// Whether a file of the content is JSON.
pub(super) fn is_json(name: &str) -> bool {
    name.rsplit('.').next() == Some("json")
}
