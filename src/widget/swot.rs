//! State of `<shigoto-swot>`.

use super::{Attributes, Dirty, Taken, Widget, take};
use crate::data::Dataset;
use crate::data::swot::SwotData;
use crate::id::NodeCode;

/// What the widget shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The chosen factor, strategy or key issue.
    pub select: Option<NodeCode>,
    /// What the pointer or the focus rests on: lit, but not chosen.
    pub preview: Option<NodeCode>,
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A node was pressed: choose it, or let go of it.
    Toggle(NodeCode),
    /// Nothing is chosen any more.
    Clear,
    /// The pointer or the focus came to a node, or left.
    Preview(Option<NodeCode>),
}

/// Whether a code names a node of the matrix.
pub fn exists(data: &SwotData, code: &NodeCode) -> bool {
    match code {
        NodeCode::Factor(code) => data.factors.iter().any(|factor| factor.code == *code),
        NodeCode::Strategy(code) => {
            data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies).any(|strategy| strategy.code == *code)
        }
        NodeCode::Issue(code) => data.issues.iter().any(|issue| issue.code == *code),
    }
}

impl State {
    /// The node whose connections are lit.
    pub fn lit(&self) -> Option<&NodeCode> {
        self.preview.as_ref().or(self.select.as_ref())
    }

    /// Applies an action.
    pub fn update(&mut self, action: Action) -> Dirty {
        let before = self.clone();
        match action {
            Action::Toggle(code) => self.select = (self.select.as_ref() != Some(&code)).then_some(code),
            Action::Clear => *self = Self::default(),
            Action::Preview(code) => self.preview = code,
        }
        self.dirt_since(&before)
    }

    fn dirt_since(&self, before: &Self) -> Dirty {
        let mut dirty = Dirty::NONE;
        if self.lit() != before.lit() {
            dirty |= Dirty::FIGURE;
        }
        if self.select != before.select {
            dirty |= (Dirty::WORDS | Dirty::FIGURE).and_state();
        }
        dirty
    }
}

impl Widget for State {
    fn loaded(_: &Dataset, _: u16) -> Self {
        Self::default()
    }

    fn set_attribute(&mut self, data: &Dataset, name: &str, value: Option<&str>) -> Taken {
        let before = self.clone();
        let (data, mut fault) = (&data.swot, None);
        if name == "select" {
            let allowed = || "S-1 …, SO-1 …, or a key issue's code".to_owned();
            let read = |text: &str| text.parse().ok().filter(|code| exists(data, code)).map(Some);
            self.select = take("select", value, None, &mut fault, allowed, read);
        }
        Taken { dirty: self.dirt_since(&before), fault }
    }

    fn attributes(&self) -> Attributes {
        vec![("select", self.select.as_ref().map(NodeCode::text).unwrap_or_default())]
    }
}
