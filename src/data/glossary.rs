//! `glossary.json`: the strategy's glossary (用語解説).

use super::provenance::Source;
use super::record::records;
use crate::id::{Base, IndustryId};

records! {
    /// All terms in printed order.
    pub struct GlossaryData {
        /// Where the glossary stands.
        pub source: Source,
        /// A location quotient, worked from what the strategy states in prose.
        pub example: Example,
        /// The terms.
        pub terms: Vec<Term>,
    }
}

records! {
    /// One term.
    pub struct Term {
        /// The word explained.
        pub term: String,
        /// Heading it stands under, as in `あ行`.
        pub group: String,
        /// Explanation, paragraphs separated by a line feed.
        pub text: String,
        /// As printed, where mended.
        pub printed: Option<String>,
        /// Why it was mended.
        pub note: Option<String>,
    }
}

records! {
    /// The focus city's share of one industry, as printed.
    pub struct Example {
        /// Which table.
        pub base: Base,
        /// Which row of it.
        pub industry: IndustryId,
        /// What the industry comes to, in 100 million yen.
        pub part: f64,
        /// What all industries come to, in 100 million yen.
        pub whole: f64,
        /// Part of whole, in per cent.
        pub share_percent: f64,
        /// Where the three are printed.
        pub source: Source,
    }
}

impl Term {
    /// What it is found by on the glossary's page: the word itself, without the spaces that no id may have.
    pub fn anchor(&self) -> String {
        self.term.replace(' ', "-")
    }
}
