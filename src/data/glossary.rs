//! `data/glossary.json`: the strategy's glossary (用語解説).

use super::provenance::Source;
use super::record::records;

records! {
    /// All terms in printed order.
    pub struct GlossaryData {
        /// Where the glossary stands.
        pub source: Source,
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
