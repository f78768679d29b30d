//! `data/glossary.json`: the strategy's glossary (用語解説).

use serde::Deserialize;

use super::provenance::Source;

/// All terms in printed order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryData {
    /// Where the glossary stands.
    pub source: Source,
    /// The terms.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word explained.
    pub term: String,
    /// Heading it stands under, as in `あ行`.
    pub group: String,
    /// Explanation, paragraphs separated by a line feed.
    pub text: String,
    /// As printed, where mended.
    #[serde(default)]
    pub printed: Option<String>,
    /// Why it was mended.
    #[serde(default)]
    pub note: Option<String>,
}
