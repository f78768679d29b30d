//! Periods as offices write them: fiscal or calendar, by the Western calendar or by the era.

use super::kpi::Period;
use super::letters::folded;
use crate::error::{Expected, FaultKind, IdError};

/// Eras: name, letter, the year before the first.
const ERAS: [(&str, char, u16); 3] = [("令和", 'R', 2018), ("平成", 'H', 1988), ("昭和", 'S', 1925)];

/// No period is longer.
const MOST_BYTES: usize = 60;

/// Reads a period such as `2023年度`, `令和5年度`, `R5年`, `FY2023`, `令和5（2023）年度`. What may be a fiscal or a
/// calendar year (`2023`, `R5`, `2024/3/31`) is read as `is_fiscal` says, where that is known of a series.
///
/// ```
/// use shigoto_widgets::data::actuals::read_period;
/// assert_eq!(read_period("令和元年度", None).unwrap().to_string(), "2019年度");
/// assert_eq!(read_period("R6", Some(false)).unwrap().to_string(), "2024年");
/// assert!(read_period("R6", None).is_err());
/// ```
///
/// # Errors
/// What is no period, or can be read as two.
pub fn read_period(text: &str, is_fiscal: Option<bool>) -> Result<Period, FaultKind> {
    let plain: String = folded(text).chars().filter(|letter| *letter != ' ').collect();
    let error = || FaultKind::from(IdError::new(text, Expected::Period));
    if plain.len() > MOST_BYTES {
        return Err(error());
    }
    if let Some((year, month)) = month_of(&plain) {
        let fiscal = if month < 4 { year - 1 } else { year };
        return Err(FaultKind::OpenPeriod { found: text.to_owned(), fiscal, calendar: year });
    }
    let (year, told) = told_year(&plain).ok_or_else(error)?;
    match told.or(is_fiscal) {
        Some(is_fiscal) => Ok(Period { year, is_fiscal }),
        None => Err(FaultKind::OpenPeriod { found: text.to_owned(), fiscal: year, calendar: year }),
    }
}

/// A year and whether it is told to be fiscal; it may be told twice, as in `令和5(2023)年度`.
fn told_year(text: &str) -> Option<(u16, Option<bool>)> {
    let stripped =
        [("年度", true), ("年", false)].into_iter().find_map(|(end, is)| Some((text.strip_suffix(end)?, is)));
    let fiscal = || Some((text.strip_prefix("FY").or_else(|| text.strip_prefix("fy"))?, true));
    let (rest, told) = stripped.or_else(fiscal).map_or((text, None), |(rest, is_fiscal)| (rest, Some(is_fiscal)));
    let Some((outer, inner)) = rest.strip_suffix(')').and_then(|open| open.split_once('(')) else {
        return Some((year(rest)?, told));
    };
    let ((one, told_one), (other, told_other)) = (told_year(outer)?, told_year(inner)?);
    let tales = [told, told_one, told_other];
    let is_one = one == other && !(tales.contains(&Some(true)) && tales.contains(&Some(false)));
    is_one.then_some((one, tales.into_iter().flatten().next()))
}

/// `2023`, `令和5`, `令和元`, `R5`.
fn year(text: &str) -> Option<u16> {
    let western = number(text, 4..=4);
    let of_era = |(name, letter, before): (&str, char, u16)| {
        let rest = text.strip_prefix(name).or_else(|| text.strip_prefix([letter, letter.to_ascii_lowercase()]))?;
        let count = if rest == "元" { 1 } else { number(rest, 1..=2)? };
        (count > 0).then_some(before + count)
    };
    western.or_else(|| ERAS.into_iter().find_map(of_era)).filter(|year| (1900..=2200).contains(year))
}

/// The year of a label that may say more than it: `2015.0`, `2,015`, `平成13年実績`, `平成15年9月30日現在`.
pub fn loose_year(label: &str) -> Option<u16> {
    let plain: String = folded(label).chars().filter(|letter| *letter != ' ').collect();
    if plain.len() > MOST_BYTES {
        return None;
    }
    let digits = plain.strip_suffix(".0").unwrap_or(&plain);
    let head = digits.split_once('年').map_or(digits, |(head, _)| head);
    let head = head.strip_prefix("FY").or_else(|| head.strip_prefix("fy")).unwrap_or(head);
    let thousands = digits.split_once(',').filter(|(head, rest)| head.len() == 1 && rest.len() == 3);
    thousands.map(|(head, rest)| [head, rest].concat()).and_then(|joined| year(&joined)).or_else(|| year(head))
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let is_number = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Year and month of a date such as `2024/3/31`, `2024-03`, `令和6年3月末`, `R6.3.31`.
fn month_of(text: &str) -> Option<(u16, u16)> {
    let (head, rest) = text.split_once(['/', '-', '.', '年'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (month, rest) = rest.split_at_checked(digits)?;
    let is_date = rest.is_empty() || rest.starts_with(['/', '-', '.', '月']);
    Some((year(head)?, number(month, 1..=2).filter(|month| is_date && (1..=12).contains(month))?))
}
