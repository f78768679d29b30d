//! States as they stand in addresses: `name=value`, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All that RFC 3986 does not call unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as it may stand in an address.
///
/// ```
/// assert_eq!(shigoto_widgets::widget::address::encoded("B-1市 &"), "B-1%E5%B8%82%20%26");
/// ```
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The state to share or to open: every attribute that is set.
///
/// ```
/// let state = [("base", "output"), ("city", ""), ("industry", "農業 &")];
/// let state = state.map(|(name, value)| (name.to_owned(), value.to_owned()));
/// assert_eq!(shigoto_widgets::widget::address::query(&state), "base=output&industry=%E8%BE%B2%E6%A5%AD%20%26");
/// ```
pub fn query(attributes: &[(String, String)]) -> String {
    let pairs = attributes.iter().filter(|(_, value)| !value.is_empty());
    pairs.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}
