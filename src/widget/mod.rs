//! Floor 3: what each widget remembers and how it changes. No DOM: state + action → new state + what is dirty.

#[cfg(not(small))]
pub mod address;
mod kind;
#[cfg(not(small))]
pub mod kiosk;
pub mod kpi;
pub mod lq;
#[cfg(not(small))]
pub mod lq_groups;
#[cfg(not(small))]
pub mod lq_many;
pub mod swot;

use std::ops::{BitOr, BitOrAssign};

pub use kind::Kind;

use crate::data::Dataset;

/// What a change makes stale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dirty(u8);

impl Dirty {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Sentence, controls and classes of the DOM.
    pub const WORDS: Self = Self(1);
    /// Order or choice of rows.
    pub const ROWS: Self = Self(2);
    /// What the canvases show.
    pub const FIGURE: Self = Self(4);
    /// Only where things stand: sizes changed, the state did not.
    pub const LAYOUT: Self = Self(8);
    /// Everything.
    pub const ALL: Self = Self(15);
    /// The attributes may not say what the state is.
    pub const REFLECT: Self = Self(32);
    /// The reader's own hand changed the state: what it opens may take the focus.
    pub const HAND: Self = Self(64);
    /// What makes a change of state that others should hear of.
    const STATE: Self = Self(16);

    /// Adds "the state changed".
    pub fn and_state(self) -> Self {
        self | Self::STATE
    }

    /// Whether anything of `other` is stale.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the public state changed.
    pub fn is_state(self) -> bool {
        self.has(Self::STATE)
    }

    /// Whether there is anything to do.
    pub fn is_any(self) -> bool {
        self != Self::NONE
    }
}

impl BitOr for Dirty {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Dirty {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// An attribute's value that means nothing; the default stands in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadAttribute {
    /// Which attribute.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What it may be.
    pub allowed: String,
}

impl BadAttribute {
    /// As the page's maker is told.
    pub fn text(&self) -> String {
        [self.name, "=\"", &self.value, "\" is not one of: ", &self.allowed].concat()
    }
}

/// The public state of a widget: its attributes by name, in the order of the contract. Empty means default.
pub type Attributes = Vec<(&'static str, String)>;

/// What taking an attribute changed, and what was wrong with its value, if anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What is stale now.
    pub dirty: Dirty,
    /// The value that meant nothing; the default is in force.
    pub fault: Option<BadAttribute>,
}

/// What the state of every widget can do.
pub trait Widget {
    /// The state of a page as loaded in the fiscal year `today`.
    fn loaded(data: &Dataset, today: u16) -> Self
    where
        Self: Sized;
    /// Takes an attribute's new value; `None` when it was removed.
    fn set_attribute(&mut self, data: &Dataset, name: &str, value: Option<&str>) -> Taken;
    /// The public state. No view while the width decides: writing one back would pin it.
    fn attributes(&self) -> Attributes;
}

/// The parsed value, or the default; a value that means nothing is noted in `fault`.
fn take<T>(
    name: &'static str,
    value: Option<&str>,
    default: T,
    fault: &mut Option<BadAttribute>,
    allowed: impl Fn() -> String,
    read: impl FnOnce(&str) -> Option<T>,
) -> T {
    let Some(text) = value.filter(|text| !text.is_empty()) else { return default };
    read(text).unwrap_or_else(|| {
        *fault = Some(BadAttribute { name, value: text.to_owned(), allowed: allowed() });
        default
    })
}
