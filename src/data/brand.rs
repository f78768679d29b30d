//! `brand.json`: what a place and its strategy are called beyond the data, and the languages its pages speak.

use super::address::Address;
use super::record::records;

records! {
    /// What is one place's own and no number.
    pub struct Brand {
        /// Tags of the languages, that of the data first.
        pub languages: Vec<String>,
        /// Where the site is published. Without it no page claims an address of its own.
        pub address: Option<Address>,
    }
}
