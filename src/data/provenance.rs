//! Where in the strategy a record was printed.

use serde::{Deserialize, Serialize};

/// A place in the printed strategy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Section heading, as in `資料編1(1)③`.
    pub section: String,
    /// Page on which that section starts, where the table of contents tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u16>,
}

/// A sentence of the strategy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Wording, with certain slips of print or conversion mended.
    pub text: String,
    /// Printed elsewhere before (再掲).
    #[serde(default)]
    pub repeated: bool,
    /// Wording as printed, where it was mended.
    #[serde(default)]
    pub printed: Option<String>,
    /// Why it was mended, or what is doubtful.
    #[serde(default)]
    pub note: Option<String>,
}
