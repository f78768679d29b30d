//! Where in the strategy a record was printed.

use super::record::records;
records! {
    /// A place in the printed strategy.
    pub struct Source {
        /// Section heading, as in `資料編1(1)③`.
        pub section: String,
        /// Page on which that section starts, where the table of contents tells it.
        pub page: Option<u16>,
    }
}

records! {
    /// A sentence of the strategy.
    pub struct Sentence {
        /// Wording, with certain slips of print or conversion mended.
        pub text: String,
        /// Printed elsewhere before (再掲).
        pub repeated: bool = <bool>::default(),
        /// Wording as printed, where it was mended.
        pub printed: Option<String>,
        /// Why it was mended, or what is doubtful.
        pub note: Option<String>,
    }
}
