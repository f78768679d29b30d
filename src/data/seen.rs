//! What was recognised in a reader's own file, for the words that tell it. The visit's module reads no files: there it
//! holds nothing.

use super::packed::{Packed, Unpacker};
#[cfg(not(small))]
use crate::id::Base;

/// What was recognised, by part of the data. No pack carries it: what a site publishes is written in its own form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// In a table of quotients or counts.
    #[cfg(not(small))]
    pub lq: Option<Box<Industries>>,
}

/// How a table of industries and places is laid out.
#[cfg(not(small))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A row for each industry of each place.
    Long,
    /// Places in rows, industries in columns.
    PlacesInRows,
    /// Industries in rows, places in columns.
    IndustriesInRows,
}

/// A table of industries and places.
#[cfg(not(small))]
#[derive(Clone, Debug, PartialEq)]
pub struct Industries {
    /// How it is laid out.
    pub layout: Layout,
    /// What the file says is counted, by the base under which it is shown; `None` where it does not say.
    pub bases: Vec<(Base, Option<String>)>,
    /// Where it holds counts: how they became quotients.
    pub counts: Option<Counts>,
    /// The period as the file writes it, where it does.
    pub period: Option<String>,
    /// How many periods it has. The newest is shown.
    pub periods: usize,
    /// Columns of numbers that are not shown.
    pub left_out: Vec<String>,
}

/// How counts became quotients.
#[cfg(not(small))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The row or column that others are compared with; `None` where it is the sum of all places.
    pub reference: Option<String>,
    /// Whether the file has totals of all industries. Otherwise they are the sums of its industries.
    pub has_totals: bool,
    /// Numbers below zero, from which no quotient follows.
    pub below_zero: usize,
}

#[cfg(not(small))]
impl Seen {
    /// What a file's heading calls a base; `Some(None)` where it does not say what it counts.
    pub fn base(&self, base: Base) -> Option<Option<&str>> {
        let bases = &self.lq.as_ref()?.bases;
        bases.iter().find(|(own, _)| *own == base).map(|(_, label)| label.as_deref())
    }

    /// How the quotients were reckoned, where the file holds counts.
    pub fn counts(&self) -> Option<&Counts> {
        self.lq.as_ref()?.counts.as_ref()
    }
}

impl Packed for Seen {
    #[cfg(not(small))]
    fn pack(&self, _: &mut super::packed::Packer) {}

    fn unpack(_: &mut Unpacker<'_>) -> Self {
        Self::default()
    }
}

#[cfg(not(small))]
impl super::translate::Translate for Seen {
    fn translate(&mut self, _: super::translate::Names<'_>) {}
}

#[cfg(not(small))]
impl super::decode::FromJson for Seen {
    fn from_json(node: &super::json::Node) -> Result<Self, Box<super::decode::Misfit>> {
        use crate::error::{Expected, FaultKind};
        Err(super::decode::Misfit::new(node, FaultKind::Expected(Expected::Object)))
    }
}
