//! A language of the interface: what the product says in it, and what the city's own texts are called in it.

use super::record::records;

records! {
    /// One language, as a reader gets it.
    pub struct Language {
        /// Its tag, as in file names and in `lang="ja-easy"`.
        pub tag: String,
        /// Its tag as a document says it, in BCP 47.
        pub code: String,
        /// Every language there is, the source's first.
        pub choices: Vec<Choice>,
        /// Texts of the interface in the order of [`crate::locale::Key`]; in a visit's pack those that running widgets say.
        pub texts: Vec<String>,
        /// Translations of texts of the data, sorted by the original; none in the source's language.
        pub names: Vec<Name>,
        /// Units that it writes in its own way.
        pub units: Vec<Unit>,
    }
}

records! {
    /// A language to choose.
    pub struct Choice {
        /// Its tag.
        pub tag: String,
        /// Its tag as a document says it.
        pub code: String,
        /// What it calls itself.
        pub name: String,
    }
}

records! {
    /// A text of the data and its translation.
    pub struct Name {
        /// As the data have it.
        pub original: String,
        /// In this language.
        pub name: String,
    }
}

records! {
    /// How a unit is written with its number.
    pub struct Unit {
        /// The unit, in this language.
        pub name: String,
        /// How many ones it is.
        pub ones: f64,
        /// The text, with `{amount}` in it.
        pub text: String,
    }
}

impl Language {
    /// The translation of a text of the data.
    pub fn translation(&self, text: &str) -> Option<&str> {
        let index = self.names.binary_search_by(|name| name.original.as_str().cmp(text)).ok()?;
        self.names.get(index).map(|name| name.name.as_str())
    }
}
