//! Numbers as people write them in spreadsheets.

use super::decimal::MOST_DIGITS;
use crate::error::FaultKind;

/// A number and how many decimals it was written with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The double nearest to what is written.
    pub value: f64,
    /// Digits behind the point.
    pub decimals: usize,
}

/// Reads a number: full-width digits and thousands separators in the right places are understood.
///
/// ```
/// use shigoto_widgets::data::amount::read;
/// assert_eq!(read("１，２３４．５", 6).unwrap().value, 1234.5);
/// assert_eq!(read("0.50", 6).unwrap().decimals, 2);
/// assert!(read("0,500", 6).is_err(), "one half to some, five hundred to others");
/// ```
///
/// # Errors
/// What is no number, what can be read as two, what has more digits or decimals than can be shown exactly.
pub fn read(text: &str, most_decimals: usize) -> Result<Amount, FaultKind> {
    let mut parts = Parts::default();
    for (index, letter) in text.chars().enumerate() {
        if !parts.push(index, half_width(letter)) {
            return Err(FaultKind::NotNumber(text.to_owned()));
        }
    }
    if !parts.is_whole() {
        return Err(FaultKind::NotNumber(text.to_owned()));
    }
    if !parts.is_well_grouped() {
        return Err(FaultKind::AmbiguousNumber(text.to_owned()));
    }
    let decimals = parts.decimals.unwrap_or(0);
    if parts.significant > MOST_DIGITS || decimals > most_decimals {
        return Err(FaultKind::LongNumber { text: text.to_owned(), most_decimals });
    }
    Ok(Amount { value: parts.value(decimals), decimals })
}

/// What statistics write where they publish no value, in half-width capitals.
const UNPUBLISHED: [&str; 20] =
    ["", "-", "‐", "–", "—", "―", "─", "ー", "…", "‥", "...", "X", "Χ", "*", "***", "N", "NA", "N/A", "秘匿", "非公表"];

/// Whether a cell says that its value is not published. This is the one place that knows how that is written.
///
/// ```
/// use shigoto_widgets::data::amount::is_unpublished;
/// assert!(["", "-", "－", "…", "...", "x", "Ｘ", "χ", "***", "n/a", "秘匿"].into_iter().all(is_unpublished));
/// assert!(!["0", "-1", "x1", "--", "なし"].into_iter().any(is_unpublished));
/// ```
pub fn is_unpublished(cell: &str) -> bool {
    // Most cells hold a number, and there may be very many.
    if cell.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let letters = || cell.trim().chars().map(half_width).flat_map(char::to_uppercase);
    UNPUBLISHED.iter().any(|known| letters().eq(known.chars()))
}

/// Reads a number, or `None` where the cell says that none is published.
///
/// # Errors
/// As [`read`].
pub fn published(cell: &str, most_decimals: usize) -> Result<Option<Amount>, FaultKind> {
    if is_unpublished(cell) {
        return Ok(None);
    }
    read(cell, most_decimals).map(Some).map_err(|kind| match kind {
        FaultKind::NotNumber(text) => FaultKind::NotValue(text),
        kind => kind,
    })
}

/// Signs of a number below zero that are no minus, as statistics print them.
const FALLS: [char; 2] = ['△', '▲'];
/// Units that change nothing about the number before them.
const UNITS: [&str; 16] =
    ["箇所", "か所", "カ所", "ヵ所", "ヶ所", "事業所", "人", "件", "社", "所", "点", "台", "回", "戸", "倍", "店"];

/// Reads a number as others write it: `△300`, `+12`, `1,007人`, `1.0e-05`, more digits than are shown. Digits behind the
/// twelfth decimal are cut off.
///
/// ```
/// use shigoto_widgets::data::amount::loose;
/// assert_eq!(["△300", "▲1,200", "+12", "1,007人", "1.5e-2"].map(|cell| loose(cell).unwrap().value), [-300.0, -1200.0, 12.0, 1007.0, 0.015]);
/// assert_eq!(loose("0.5777479167925499").unwrap().value, 0.577747916792);
/// assert!(["", "人", "12千円", "1.5e3", "1e-99", "2024年"].into_iter().all(|cell| loose(cell).is_err()));
/// ```
///
/// # Errors
/// As [`read`].
pub fn loose(cell: &str) -> Result<Amount, FaultKind> {
    const MOST_DECIMALS: usize = 12;
    let cell = cell.trim();
    let error = || FaultKind::NotValue(cell.to_owned());
    let is_negative = cell.starts_with(FALLS);
    let bare = cell.trim_start_matches(FALLS).trim_start();
    if is_negative && !bare.starts_with(|letter: char| half_width(letter).is_ascii_digit()) {
        return Err(error());
    }
    let bare = bare.strip_prefix(['+', '＋']).unwrap_or(bare);
    let bare = UNITS.iter().find_map(|unit| bare.strip_suffix(unit)).unwrap_or(bare).trim_end();
    let (digits, exponent) = match bare.split_once(['e', 'E']) {
        Some((digits, exponent)) => {
            let power = exponent.strip_prefix('-').and_then(|digits| digits.parse::<usize>().ok());
            (digits, power.filter(|power| *power <= MOST_DECIMALS).ok_or_else(error)?)
        }
        None => (bare, 0),
    };
    // Fifteen digits are exact; a quotient has few before its point.
    let kept = match digits.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|digit| digit.is_ascii_digit()) && rest.len() > 2 => {
            let most =
                MOST_DIGITS.saturating_sub(whole.trim_start_matches(['-', '0']).chars().count()).min(MOST_DECIMALS);
            digits.get(..whole.len() + 1 + rest.len().min(most.max(1))).unwrap_or(digits)
        }
        _ => digits,
    };
    let Amount { value, decimals } = read(kept, MOST_DECIMALS).map_err(|kind| match kind {
        FaultKind::NotNumber(_) => error(),
        kind => kind,
    })?;
    let scale = (0..exponent).fold(1.0, |power, _| power * 10.0);
    let value = if is_negative { -value } else { value };
    Ok(Amount { value: value / scale, decimals: decimals + exponent })
}

/// The ASCII form of a full-width digit, letter or sign.
pub fn half_width(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(letter as u32 - '！' as u32 + '!' as u32).unwrap_or(letter),
        '−' => '-',
        _ => letter,
    }
}

/// A number as far as it is read.
#[derive(Default)]
struct Parts {
    is_negative: bool,
    /// All digits as one whole number.
    digits: u64,
    /// How many they are.
    count: usize,
    /// How many from the first that is not zero.
    significant: usize,
    /// Digits before the point, since the last comma or at all.
    group: usize,
    /// Digits before the first comma.
    first_group: Option<usize>,
    starts_with_zero: bool,
    /// Digits behind the point, if there is one.
    decimals: Option<usize>,
    is_misgrouped: bool,
}

impl Parts {
    /// Takes a letter; `false` when no number has it there.
    fn push(&mut self, index: usize, letter: char) -> bool {
        match letter {
            '-' if index == 0 => self.is_negative = true,
            // A second point, or a comma behind one: `1.234,5` and `1.234.567` are numbers elsewhere.
            ',' if self.decimals.is_some() => self.is_misgrouped = true,
            ',' => self.comma(),
            '.' if self.decimals.is_none() => self.decimals = Some(0),
            _ => return letter.to_digit(10).is_some_and(|digit| self.digit(digit)),
        }
        true
    }

    fn comma(&mut self) {
        if self.first_group.is_none() {
            self.first_group = Some(self.group);
            self.is_misgrouped |= !(1..=3).contains(&self.group) || self.starts_with_zero;
        } else {
            self.is_misgrouped |= self.group != 3;
        }
        self.group = 0;
    }

    fn digit(&mut self, digit: u32) -> bool {
        if let Some(decimals) = &mut self.decimals {
            *decimals += 1;
        } else {
            self.starts_with_zero |= self.group == 0 && self.first_group.is_none() && digit == 0;
            self.group += 1;
        }
        self.count += 1;
        self.digits = self.digits.saturating_mul(10).saturating_add(u64::from(digit));
        self.significant += usize::from(self.digits > 0);
        true
    }

    /// Digits stand wherever they must.
    fn is_whole(&self) -> bool {
        let has_whole_part = self.group > 0 || self.first_group.is_some();
        self.count > 0 && has_whole_part && (self.decimals != Some(0) || self.is_misgrouped)
    }

    fn is_well_grouped(&self) -> bool {
        !self.is_misgrouped && (self.first_group.is_none() || self.group == 3)
    }

    /// Correctly rounded: both sides of the division are exact doubles.
    fn value(&self, decimals: usize) -> f64 {
        let power = (0..decimals).fold(1.0, |power, _| power * 10.0);
        let magnitude = self.digits as f64 / power;
        if self.is_negative { -magnitude } else { magnitude }
    }
}
