//! Floor 3: the words of the interface. A language is one file, `data/locale/<tag>.json`; the build script turns them
//! into [`Key`] and refuses a language that lacks a key or has one too many. Texts under `live` are spoken by the
//! running widget; those under `static` only by the page, and are empty in wasm.

mod number;
pub mod sentence;

pub use number::{decimals_of, era_year, fixed, grouped};

include!(concat!(env!("OUT_DIR"), "/locale.rs"));

/// A language of the interface, an index into the languages built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lang(usize);

impl Lang {
    /// Japanese, the language of the source and the default.
    pub const JA: Self = Self(0);

    /// The language of a tag such as `ja`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        TAGS.iter().position(|known| *known == tag).map(Self)
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        TAGS.get(self.0).copied().unwrap_or_default()
    }

    /// The text of a key.
    pub fn text(self, key: Key) -> &'static str {
        TEXTS.get(self.0).and_then(|texts| texts.get(key as usize)).copied().unwrap_or_default()
    }

    /// The text of a key with `{name}` replaced by its value.
    ///
    /// ```
    /// use shigoto_widgets::locale::{Key, Lang};
    /// assert_eq!(Lang::JA.fill(Key::BaselinePeriod, &[("period", "2023年度")]), "（2023年度）");
    /// ```
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        let mut rest = self.text(key);
        let mut filled = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else { break };
            filled.push_str(before);
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                filled.push_str(value);
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}
