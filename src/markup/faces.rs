//! Which face belongs to which widget.

use super::face::Face;
use super::{kpi, lq, swot};
use crate::widget::Kind;

impl Kind {
    /// What is known of it: a widget without a face does not compile.
    pub fn face(self) -> &'static Face {
        match self {
            Self::Swot => &swot::FACE,
            Self::Lq => &lq::FACE,
            Self::Kpi => &kpi::FACE,
        }
    }
}
