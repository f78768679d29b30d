//! Floor 3: the words of the interface. The build script makes [`Key`] of the keys in `data/interface/ja.json`; the texts
//! themselves are read as data: by the publisher from files, by a browser from a pack in its reader's language. Texts under
//! `live` are spoken by running widgets; those under `static` only by the page and the complete module; those under `pages` by
//! pages alone.

pub mod aim;
pub mod amount;
#[cfg(not(small))]
pub mod beside;
#[cfg(not(small))]
pub mod body;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod changes;
#[cfg(not(small))]
pub mod compared;
pub mod cross;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod facts;
pub mod finding;
pub mod group;
pub mod headline;
pub mod heat;
#[cfg(not(small))]
mod languages;
#[cfg(not(small))]
pub mod listed;
pub mod names;
mod number;
pub mod own;
#[cfg(not(small))]
pub mod partial;
#[cfg(not(small))]
pub mod poster;
#[cfg(not(small))]
pub mod recognised;
pub mod ruby;
pub mod sentence;
pub mod unpublished;

#[cfg(not(small))]
pub use languages::Languages;
pub use number::{UNPUBLISHED, decimals_of, era_year, fixed, grouped, printed, short};

use crate::data::kpi::{Kpi, Period};
use crate::data::language::{Choice, Language};
use crate::id::digits;
use crate::model::location_quotient::AxisMark;
use crate::model::pace::{Reading, Status};

include!(concat!(env!("OUT_DIR"), "/locale.rs"));

/// How a KPI stands, in sign and word: never by colour alone.
pub fn status(status: Status) -> (&'static str, Key) {
    match status {
        Status::NoReading => ("–", Key::StatusNone),
        Status::Achieved => ("✓", Key::StatusAchieved),
        Status::OnPace => ("▲", Key::StatusOnPace),
        Status::Behind => ("▼", Key::StatusBehind),
        Status::NotReached => ("○", Key::StatusNotReached),
        Status::Held => ("■", Key::StatusHeld),
        Status::BelowFloor => ("▼", Key::StatusBelow),
        Status::AboveCeiling => ("△", Key::StatusAbove),
        Status::Apart => ("◇", Key::StatusApart),
    }
}

/// What the whole of the scales is, of those that are drawn.
pub fn scale_key(readings: &[Reading]) -> Key {
    #[cfg(not(small))]
    if readings.iter().any(|reading| crate::model::scale::Scale::of_reading(reading).start < 0.0) {
        return Key::LegendScaleBelow;
    }
    if crate::model::marks::Mark::Falling.is_in(readings) { Key::LegendScaleFalls } else { Key::LegendScale }
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

/// What a mark of an axis of quotients says.
pub fn axis_word(lang: Lang, mark: AxisMark) -> String {
    match mark {
        AxisMark::Zero => lang.text(Key::ZeroLane).to_owned(),
        AxisMark::Small => lang.text(Key::SmallLane).to_owned(),
        AxisMark::Quotient(tick) => fixed(tick, 2).trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}

/// A name without what explains it in brackets at its end, as names of easy Japanese have it.
///
/// ```
/// use shigoto_widgets::locale::short_name;
/// assert_eq!(short_name("情報通信業（インターネットの仕事）"), "情報通信業");
/// assert_eq!(short_name("Plan (計画)"), "Plan");
/// ```
pub fn short_name(name: &str) -> &str {
    name.split(['（', '(']).next().map_or(name, str::trim_end)
}

/// A language of the interface: a handle that every sentence can copy.
#[derive(Clone, Copy)]
pub struct Lang(&'static Language);

impl Lang {
    /// A language to speak; `None` where it has more or fewer texts than there are keys. It stays for as long as the program
    /// runs, as a table compiled into it would: a page reads each of its few languages once.
    pub fn new(language: Language) -> Option<Self> {
        [LIVE, COMPLETE, ALL].contains(&language.texts.len()).then(|| Self(Box::leak(Box::new(language))))
    }

    /// What it was made of.
    pub fn language(self) -> &'static Language {
        self.0
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        &self.0.tag
    }

    /// Its tag as a document says it: `easy` is no word of BCP 47, so it stands where private ones do.
    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// Every language to choose from, the source's first.
    pub fn choices(self) -> &'static [Choice] {
        &self.0.choices
    }

    /// Whether the data are in this language to begin with.
    pub fn is_source(self) -> bool {
        self.choices().first().is_some_and(|first| first.tag == self.0.tag)
    }

    /// Name of a page in it: the source's goes without its tag.
    #[cfg(not(small))]
    pub fn file(self, stem: &str) -> String {
        file(stem, self.tag(), self.is_source())
    }

    /// The other languages, with the names of the same page in them.
    #[cfg(not(small))]
    pub fn elsewhere(self, stem: &str) -> impl Iterator<Item = (&'static Choice, String)> {
        let files = self.choices().iter().enumerate();
        let files = files.map(move |(place, other)| (other, file(stem, &other.tag, place == 0)));
        files.filter(move |(other, _)| other.tag != self.tag())
    }

    /// Whether it is Japanese, plain or easy.
    pub fn is_japanese(self) -> bool {
        self.tag().starts_with("ja")
    }

    /// The text of a key.
    pub fn text(self, key: Key) -> &'static str {
        self.0.texts.get(key as usize).map_or("", |text| text)
    }

    /// The text of a key with `{name}` replaced by its value. Other braces stay. `{name|one|many}` is `one` where the
    /// value is 1, else `many`.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// A text of the data in this language; its own words where there is no translation.
    pub fn name(self, text: &str) -> &str {
        self.0.translation(text).unwrap_or(text)
    }

    /// The data as this language says them. Ids stay, industries among them: see [`Self::name`].
    #[cfg(not(small))]
    pub fn translated<T: Clone + crate::data::translate::Translate>(self, data: &T) -> T {
        let mut data = data.clone();
        data.translate(&|text| self.0.translation(text));
        data
    }

    /// How a unit of the data, as this language says it, is written with its number, and how many ones it is.
    fn unit(self, unit: &str) -> Option<(f64, &'static str)> {
        self.0.units.iter().find(|known| known.name == unit).map(|known| (known.ones, known.text.as_str()))
    }

    /// Whether its texts tell readings, as in `{漢字|かんじ}`: see [`crate::locale::ruby`].
    pub fn has_readings(self) -> bool {
        self.tag() == "ja-easy"
    }
}

#[cfg(not(small))]
fn file(stem: &str, tag: &str, is_source: bool) -> String {
    if is_source { [stem, ".html"].concat() } else { [stem, ".", tag, ".html"].concat() }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Lang {}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

/// A text with its holes filled, see [`Lang::fill`].
///
/// ```
/// use shigoto_widgets::locale::filled;
/// assert_eq!(filled("（{period}、{other}）", &[("period", "2023年度")]), "（2023年度、{other}）");
/// assert_eq!(filled("{n} {n|night|nights}", &[("n", "1")]), "1 night");
/// ```
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
    if let Some((name, (one, many))) =
        name.split_once('|').and_then(|(name, forms)| Some((name, forms.split_once('|')?)))
    {
        return Some(if find(name)? == "1" { one } else { many });
    }
    find(name)
}

/// A printed period.
pub fn period(lang: Lang, period: &Period) -> String {
    #[cfg(not(small))]
    if !period.is_stated() {
        return lang.text(Key::PeriodUnstated).to_owned();
    }
    let key = if period.is_fiscal { Key::PeriodFiscal } else { Key::PeriodCalendar };
    lang.fill(key, &[("year", &digits(period.year.into()))])
}
