//! Amounts with their unit, as the language writes them: 1,175億円 is ¥117.5 billion.

use super::{Key, Lang, decimals_of, grouped};
use crate::data::kpi::Kpi;
use crate::model::pace::Reading;
#[cfg(not(small))]
use crate::model::report::Year;

/// How the amounts of one KPI are written.
#[derive(Clone, Debug)]
pub struct Amounts<'a> {
    kpi: &'a Kpi,
    written: Option<Written>,
}

/// A unit that the language writes in its own way.
#[derive(Clone, Copy, Debug)]
struct Written {
    lang: Lang,
    /// The unit with its number, as in `¥{amount}`.
    text: &'static str,
    /// Million, billion, or nothing.
    magnitude: Option<Key>,
    /// What a value is multiplied by.
    factor: f64,
    /// Digits after the point; as many as the value needs where it is written out.
    decimals: Option<u8>,
}

impl<'a> Amounts<'a> {
    /// The amounts of a KPI in `lang`. `levels` are those shown together: what differs is not rounded to the same.
    pub fn of(lang: Lang, kpi: &'a Kpi, levels: &[f64]) -> Self {
        Self { kpi, written: Written::of(lang, kpi, levels) }
    }

    /// The amounts of a reading's card.
    pub fn beside(lang: Lang, kpi: &'a Kpi, reading: &Reading) -> Self {
        Self::of(lang, kpi, &[reading.baseline, reading.target, reading.level(), reading.pace])
    }

    /// The amounts of a row of years.
    #[cfg(not(small))]
    pub fn of_years(lang: Lang, kpi: &'a Kpi, years: &[Year<'_>]) -> Self {
        let told = years.iter().filter_map(|year| Some(year.told?.0.value));
        Self::of(lang, kpi, &told.chain([kpi.baseline.value, kpi.target.value]).collect::<Vec<_>>())
    }

    /// The number alone, with a sign of currency before it.
    pub fn number(&self, value: f64) -> String {
        if let Some(written) = self.written {
            return written.split(value, self.kpi).0;
        }
        grouped(value, decimals_of(value, self.kpi.decimals))
    }

    /// What stands behind the number.
    pub fn unit(&self, value: f64) -> String {
        if let Some(written) = self.written {
            return written.split(value, self.kpi).1;
        }
        self.kpi.unit.clone()
    }

    /// Both.
    pub fn whole(&self, value: f64) -> String {
        self.number(value) + &self.unit(value)
    }

    /// Baseline and target as the data have them, where the language writes them otherwise.
    #[cfg(not(small))]
    pub fn printed(&self) -> Option<[String; 2]> {
        self.written?.magnitude?;
        Some([self.kpi.baseline.value, self.kpi.target.value].map(|value| grouped(value, self.kpi.decimals)))
    }

    /// A round level beside an axis, in the same measure, with no more digits than it needs.
    pub fn tick(&self, value: f64, decimals: Option<u8>) -> String {
        let value = value * self.written.map_or(1.0, |written| written.factor);
        let decimals = decimals.filter(|_| self.written.is_none_or(|written| written.magnitude.is_none()));
        grouped(value, decimals.unwrap_or_else(|| decimals_of(value, 0)))
    }
}

impl Written {
    /// Powers of ten with a name, the largest first.
    const MAGNITUDES: [(f64, Key); 2] = [(1e9, Key::Billion), (1e6, Key::Million)];
    /// Digits that are enough to compare by.
    const ENOUGH: i32 = 3;

    fn of(lang: Lang, kpi: &Kpi, levels: &[f64]) -> Option<Self> {
        let (ones, text) = lang.unit(&kpi.unit)?;
        let largest = levels.iter().fold(0.0, |most: f64, level| most.max(level.abs())) * ones;
        let named = Self::MAGNITUDES.into_iter().find(|(size, _)| ones > 1.0 && largest >= *size);
        let Some((size, key)) = named else {
            return Some(Self { lang, text, magnitude: None, factor: ones, decimals: None });
        };
        let factor = ones / size;
        // A logarithm would be part of every visit for this alone.
        let (mut whole_digits, mut rest) = (1, largest / size);
        while rest >= 10.0 {
            rest /= 10.0;
            whole_digits += 1;
        }
        let least = u8::try_from((Self::ENOUGH - whole_digits).max(1)).unwrap_or(1);
        let is_told_apart = |decimals: &u8| {
            let told = |level: f64| grouped(level * factor, *decimals);
            levels.iter().enumerate().all(|(index, level)| {
                let others = levels.iter().skip(index + 1);
                others.into_iter().all(|other| level.total_cmp(other).is_eq() || told(*level) != told(*other))
            })
        };
        let decimals =
            (least..super::number::MOST_DECIMALS).find(is_told_apart).unwrap_or(super::number::MOST_DECIMALS);
        Some(Self { lang, text, magnitude: Some(key), factor, decimals: Some(decimals) })
    }

    /// The number with what stands before it, and what stands behind.
    fn split(self, value: f64, kpi: &Kpi) -> (String, String) {
        let value = value * self.factor;
        let number = grouped(value, self.decimals.unwrap_or_else(|| decimals_of(value, kpi.decimals)));
        let (mut before, mut amount) = (start(self.text), number.clone());
        if let Some(key) = self.magnitude {
            before += start(self.lang.text(key));
            amount = self.lang.fill(key, &[("amount", &number)]);
        }
        let whole = super::filled(self.text, &[("amount", &amount)]);
        let (number, unit) = whole.split_at_checked(before + number.len()).unwrap_or((&whole, ""));
        (number.to_owned(), unit.to_owned())
    }
}

/// How much of a text stands before what is filled in.
fn start(text: &str) -> usize {
    text.split('{').next().map_or(0, str::len)
}
