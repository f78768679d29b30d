//! What was recognised in a reader's own file, for the words that tell it. The visit's module reads no files: there it
//! holds nothing.

use super::record::local_values;
#[cfg(not(small))]
use crate::id::Base;

/// What was recognised, by part of the data. No pack carries it: what a site publishes is written in its own form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// In a table of quotients or counts.
    #[cfg(not(small))]
    pub lq: Option<Box<Industries>>,
    /// In a list of KPIs.
    #[cfg(not(small))]
    pub kpi: Option<Box<Indicators>>,
}

/// A list of KPIs.
#[cfg(not(small))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicators {
    /// What the list calls its sections: the heading of their column; empty where they stand in rows of their own.
    pub sections: Option<String>,
    /// The column that holds the baselines; `None` where each is the first published value of a row of years.
    pub baseline: Option<String>,
    /// The column that holds the targets.
    pub target: String,
    /// KPIs that have no number to draw: what stands there instead.
    pub worded: Vec<Worded>,
    /// Whether a baseline has no period.
    pub has_undated: bool,
    /// How many targets state their period, and how many do not.
    pub dues: (usize, usize),
    /// Columns that are not shown.
    pub left_out: Vec<String>,
}

/// A KPI whose baseline or target is no number, as written.
#[cfg(not(small))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// Its name.
    pub name: String,
    /// The section it stands in.
    pub section: Option<String>,
    /// Its unit, where the list states it.
    pub unit: String,
    /// Baseline; empty where none is published.
    pub baseline: String,
    /// Target; empty where none is published.
    pub target: String,
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

local_values!(Seen);
