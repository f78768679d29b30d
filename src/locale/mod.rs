//! Floor 3: the words of the interface. A language is one file, `data/interface/<tag>.json`; the build script turns them
//! into [`Key`] and refuses a language that lacks a key or has one too many. Texts under `live` are spoken by the
//! running widget; those under `static` only by the page and the complete module. The city's `words/<tag>.json` translate
//! the data's own texts.

pub mod amount;
#[cfg(not(small))]
pub mod compared;
#[cfg(not(small))]
pub mod headline;
mod number;
pub mod own;
#[cfg(not(small))]
pub mod partial;
pub mod sentence;
pub mod unpublished;

pub use number::{UNPUBLISHED, decimals_of, era_year, fixed, grouped, printed};

use crate::data::kpi::{Kpi, Period};
use crate::model::pace::{Reading, Status};

include!(concat!(env!("OUT_DIR"), "/locale.rs"));

/// How a KPI stands, in sign and word: never by colour alone.
pub fn status(status: Status) -> (&'static str, Key) {
    match status {
        Status::NoReading => ("–", Key::StatusNone),
        Status::Achieved => ("✓", Key::StatusAchieved),
        Status::OnPace => ("▲", Key::StatusOnPace),
        Status::Behind => ("▼", Key::StatusBehind),
        Status::Held => ("■", Key::StatusHeld),
        Status::BelowFloor => ("▼", Key::StatusBelow),
        Status::AboveCeiling => ("△", Key::StatusAbove),
        Status::Apart => ("◇", Key::StatusApart),
    }
}

/// The same in words; where nobody says which way is better, both numbers and no judgement.
pub fn standing(lang: Lang, kpi: &Kpi, reading: &Reading) -> String {
    #[cfg(not(small))]
    if reading.status == Status::Apart {
        return partial::apart(lang, kpi, reading);
    }
    let _ = kpi;
    lang.text(status(reading.status).1).to_owned()
}

/// A language of the interface, an index into the languages built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lang(usize);

impl Lang {
    /// Japanese, the language of the source and the default.
    pub const JA: Self = Self(0);

    /// The language of a tag such as `ja` or `en-GB`.
    ///
    /// ```
    /// use shigoto_widgets::locale::Lang;
    /// assert_eq!(Lang::from_tag("ja-JP"), Some(Lang::JA));
    /// assert_eq!(Lang::from_tag("tlh"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        #[cfg(not(small))]
        let tag = &*tag.replace("-x-", "-");
        let find = |tag: &str| TAGS.iter().position(|known| known.eq_ignore_ascii_case(tag)).map(Self);
        find(tag).or_else(|| find(tag.split('-').next()?))
    }

    /// Every language, Japanese first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TAGS.len()).map(Self)
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        TAGS.get(self.0).copied().unwrap_or_default()
    }

    /// Its tag as a document says it: `easy` is no word of BCP 47, so it stands where private ones do.
    ///
    /// ```
    /// use shigoto_widgets::locale::Lang;
    /// let easy = Lang::from_tag("ja-easy").unwrap();
    /// assert_eq!((easy.code(), Lang::from_tag("ja-x-easy")), ("ja-x-easy", Some(easy)));
    /// assert_eq!(Lang::JA.code(), "ja");
    /// ```
    pub fn code(self) -> &'static str {
        if self.has_readings() { "ja-x-easy" } else { self.tag() }
    }

    /// Whether it is Japanese, plain or easy.
    pub fn is_japanese(self) -> bool {
        self.tag().starts_with("ja")
    }

    /// The text of a key.
    pub fn text(self, key: Key) -> &'static str {
        TEXTS.get(self.0).and_then(|texts| texts.get(key as usize)).copied().unwrap_or_default()
    }

    /// The text of a key with `{name}` replaced by its value. Other braces stay. `{name|one|many}` is `one` where the
    /// value is 1, else `many`.
    ///
    /// ```
    /// use shigoto_widgets::locale::{Key, Lang};
    /// assert_eq!(Lang::JA.fill(Key::BaselinePeriod, &[("period", "2023年度")]), "（2023年度）");
    /// ```
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// A text of the data in this language; its own words where there is no translation.
    pub fn name(self, text: &str) -> &str {
        #[cfg(not(small))]
        if let Some(name) = self.translation(text) {
            return name;
        }
        text
    }

    /// The data as this language says them. Ids stay, industries among them: see [`Self::name`].
    #[cfg(not(small))]
    pub fn translated<T: Clone + crate::data::translate::Translate>(self, data: &T) -> T {
        let mut data = data.clone();
        data.translate(&|text| self.translation(text));
        data
    }

    #[cfg(not(small))]
    fn translation(self, text: &str) -> Option<&'static str> {
        let names = NAMES.get(self.0)?;
        let index = names.binary_search_by_key(&text, |(original, _)| original).ok()?;
        names.get(index).map(|(_, name)| *name)
    }

    /// How a unit of the data, as this language says it, is written with its number, and how many ones it is.
    #[cfg(not(small))]
    fn unit(self, unit: &str) -> Option<(f64, &'static str)> {
        let (_, ones, text) = UNITS.get(self.0)?.iter().find(|(known, ..)| *known == unit)?;
        Some((*ones, text))
    }

    /// Whether its texts tell readings, as in `{漢字|かんじ}`: see [`crate::markup::ruby`].
    pub fn has_readings(self) -> bool {
        !cfg!(small) && self.tag() == "ja-easy"
    }
}

/// A text with its holes filled, see [`Lang::fill`].
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut rest = text;
    let mut filled = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| Some((hole(name, values)?, tail)));
        let (value, tail) = found.unwrap_or(("{", after));
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// What is put in the place of `{name}`.
fn hole<'v>(name: &'v str, values: &[(&str, &'v str)]) -> Option<&'v str> {
    let find = |name| Some(values.iter().find(|(known, _)| *known == name)?.1);
    // No text of every visit has forms.
    #[cfg(not(small))]
    if let Some((name, (one, many))) =
        name.split_once('|').and_then(|(name, forms)| Some((name, forms.split_once('|')?)))
    {
        return Some(if find(name)? == "1" { one } else { many });
    }
    find(name)
}

/// A printed period.
pub fn period(lang: Lang, period: &Period) -> String {
    let key = if period.is_fiscal { Key::PeriodFiscal } else { Key::PeriodCalendar };
    lang.fill(key, &[("year", &period.year.to_string())])
}
