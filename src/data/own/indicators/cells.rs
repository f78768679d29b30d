//! What cells and headings of a list of KPIs hold: a level with its unit, a period, a direction.

use crate::data::amount::{Amount, half_width, is_unpublished, loose};
use crate::data::kpi::{Direction, Period};
use crate::data::letters::folded;
use crate::data::periods::read_period;
use crate::data::rules;
use crate::error::FaultKind;

/// Letters of a unit within a cell.
const MOST_UNIT: usize = 12;

/// What a cell for a level holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Level {
    Number(Amount, String),
    Unpublished,
    Words,
}

/// The period in a heading or a cell: `目標値（令和9年度）`, `R10目標`, `Target (by 2030)`, `令和6年3月末`.
pub(super) fn period_in(label: &str) -> Option<Period> {
    const WORDS: [&str; 20] = [
        "目標値",
        "目標",
        "現状値",
        "現状",
        "基準値",
        "基準",
        "実績値",
        "実績",
        "最終",
        "中間",
        "当初",
        "時点",
        "現在",
        "まで",
        "末",
        "baseline",
        "target",
        "value",
        "actual",
        "by",
    ];
    let mut plain: String = folded(label).to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    for word in WORDS {
        plain = plain.replace(word, "");
    }
    let plain = plain.strip_prefix("値").unwrap_or(&plain);
    let plain = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(plain);
    match read_period(plain, None) {
        Ok(period) => Some(period),
        // A month lies in a fiscal year; a bare year is said as it stands.
        Err(FaultKind::OpenPeriod { fiscal, calendar, .. }) => {
            let is_month = plain.contains(['/', '-', '.', '月']);
            Some(if is_month {
                Period { year: fiscal, is_fiscal: true }
            } else {
                Period { year: calendar, is_fiscal: false }
            })
        }
        Err(_) => None,
    }
}

/// Reads a level with or without a unit.
pub(super) fn level(cell: &str) -> Level {
    /// What makes of a number a range, a change or a time.
    const STOPS: [&str; 26] = [
        "以", "未満", "超", "程度", "を", "維持", "増", "減", "上昇", "低下", "向上", "約", "前後", "割", "の", "~",
        "〜", "か年", "more", "less", "least", "over", "under", "up ", "maintain", "increase",
    ];
    if is_unpublished(cell) {
        return Level::Unpublished;
    }
    let is_numeric = |(index, letter): &(usize, char)| {
        let letter = half_width(*letter);
        letter.is_ascii_digit() || ",.".contains(letter) || (*index == 0 && "+-△▲".contains(letter))
    };
    let count = cell.chars().enumerate().take_while(is_numeric).count();
    let number: String = cell.chars().take(count).collect();
    let unit: String = cell.chars().skip(count).collect();
    let (unit, plain) = (unit.trim(), folded(&unit).to_lowercase());
    let is_unit = unit.chars().nth(MOST_UNIT).is_none()
        && !unit.contains(|letter: char| letter.is_numeric())
        && !plain.trim_start().starts_with(['年', '月', '日', '-', '/', '.', ','])
        && !STOPS.iter().any(|stop| plain.contains(stop));
    match loose(&number) {
        Ok(amount) if is_unit && amount.value.abs() <= rules::LARGEST_LEVEL => Level::Number(amount, unit.to_owned()),
        _ => Level::Words,
    }
}

/// A number with or without the unit of its row; `None` where the cell holds anything else.
pub fn number(cell: &str, unit: &str) -> Option<Amount> {
    match level(cell) {
        Level::Number(amount, own) => common_unit(unit, [&own].into_iter()).map(|_| amount),
        Level::Unpublished | Level::Words => None,
    }
}

/// Which way a cell points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// More is better, or less.
    Moves(Direction),
    /// As it is.
    Keeps,
}

/// Which way a cell points, where it says so.
pub(super) fn way(cell: &str) -> Option<Way> {
    let plain = folded(cell).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if has(&["維持", "横ばい", "→", "⇒", "keep", "maintain", "hold"]) {
        Some(Way::Keeps)
    } else if has(&["増", "上昇", "向上", "上げ", "↑", "↗", "高", "raise", "up", "increase", "higher"]) {
        Some(Way::Moves(Direction::Raise))
    } else if has(&["減", "低下", "下げ", "↓", "↘", "低", "lower", "down", "decrease", "reduce"]) {
        Some(Way::Moves(Direction::Lower))
    } else {
        None
    }
}

/// The one unit of a row: that of its own column, else that within its cells; `None` where they differ.
pub(super) fn common_unit<'u>(column: &str, cells: impl Iterator<Item = &'u String>) -> Option<String> {
    let plain = |unit: &str| folded(unit).trim().to_lowercase();
    let mut unit = column.trim().to_owned();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        if unit.is_empty() {
            unit.clone_from(cell);
        } else if plain(&unit) != plain(cell) {
            return None;
        }
    }
    // Letters of the alphabet stand apart from their number.
    let is_apart = unit.starts_with(|letter: char| letter.is_ascii_alphabetic());
    Some(if is_apart { [" ", &unit].concat() } else { unit })
}
