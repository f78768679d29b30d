//! What a page's wasm is given to work with: a reader's language and the city's data, in one file or in the page itself.

use super::Dataset;
#[cfg(not(small))]
use super::glossary::GlossaryData;
use super::language::Language;
use super::record::records;

records! {
    /// What every visit carries: the data in the reader's language, without the texts that the page shows already, and
    /// what running widgets say. See [`super::slim`].
    pub struct VisitPack {
        /// With its live texts, and the names of industries.
        pub language: Language,
        /// Translated.
        pub data: Dataset,
    }
}

#[cfg(not(small))]
records! {
    /// What the complete module works with.
    pub struct CompletePack {
        /// With every text and every translation.
        pub language: Language,
        /// In its own words: a reader's own file is compared with them, and shown together with ours in any language.
        pub data: Dataset,
        /// The glossary in its own words.
        pub glossary: GlossaryData,
    }
}
