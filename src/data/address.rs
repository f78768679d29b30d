//! Where a site is published, as its content folder may say.

use std::fmt;
use std::str::FromStr;

use super::record::text_values;
use crate::error::{Expected, IdError};

/// The address of a site's folder, with a slash at its end.
///
/// ```
/// use shigoto_widgets::data::address::Address;
/// let address: Address = "https://www.example.jp/shigoto/".parse().unwrap();
/// assert_eq!(address.of("facts.html"), "https://www.example.jp/shigoto/facts.html");
/// assert!(!address.is_root() && "https://www.example.jp/".parse::<Address>().unwrap().is_root());
/// for other in ["www.example.jp/", "https://www.example.jp", "https:///", "https://example.jp/?a/", "https://a b/", "ftp://a.jp/"] {
///     assert!(other.parse::<Address>().is_err(), "{other}");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address of a file in the folder.
    pub fn of(&self, file: &str) -> String {
        format!("{self}{file}")
    }

    /// Whether the folder is all there is on its host.
    pub fn is_root(&self) -> bool {
        self.0.matches('/').count() == 3
    }
}

impl FromStr for Address {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
        let (host, path) = rest.split_once('/').unwrap_or_default();
        // Everything that would need an escape in HTML, XML or a URL is written with a `%`, or not at all.
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~%:/".contains(letter);
        let is_folder = !host.is_empty() && (path.is_empty() || path.ends_with('/')) && !path.contains("//");
        if is_folder && text.chars().all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError::new(text, Expected::Address))
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_values!(Address, Address(String::new()););
