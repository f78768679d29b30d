//! Numbers as printed: fixed decimals, thousands separators, eras. No floating-point formatting reaches a phone.

/// Most digits after the point that are written; data with more are refused.
pub(super) const MOST_DECIMALS: u8 = 6;

/// `value` with exactly `decimals` (at most six) digits after the point. Meant for values up to 10¹².
///
/// ```
/// use shigoto_widgets::locale::fixed;
/// assert_eq!(fixed(1.5, 2), "1.50");
/// assert_eq!(fixed(0.0, 2), "0.00");
/// assert_eq!(fixed(8.4, 1), "8.4");
/// assert_eq!(fixed(37356.0, 0), "37356");
/// assert_eq!(fixed(-0.05, 1), "-0.1");
/// ```
pub fn fixed(value: f64, decimals: u8) -> String {
    write(value, decimals, None)
}

/// Stands where a value is not published: never a zero, and never nothing.
pub const UNPUBLISHED: &str = "–";

/// A value as [`fixed`] writes it, or that it is not published.
///
/// ```
/// use shigoto_widgets::locale::printed;
/// assert_eq!(printed(Some(1.5), 2), "1.50");
/// assert_eq!(printed(None, 2), "–");
/// ```
pub fn printed(value: Option<f64>, decimals: u8) -> String {
    value.map_or_else(|| UNPUBLISHED.to_owned(), |value| fixed(value, decimals))
}

/// A value with thousands separators as well.
///
/// ```
/// use shigoto_widgets::locale::grouped;
/// assert_eq!(grouped(1_109_980.0, 0), "1,109,980");
/// assert_eq!(grouped(1234.5, 1), "1,234.5");
/// assert_eq!(grouped(999.0, 0), "999");
/// ```
pub fn grouped(value: f64, decimals: u8) -> String {
    write(value, decimals, Some(','))
}

/// A value with no more digits than it needs.
///
/// ```
/// use shigoto_widgets::locale::short;
/// assert_eq!([0.5, 0.67, 2.0].map(short), ["0.5", "0.67", "2"]);
/// ```
pub fn short(value: f64) -> String {
    fixed(value, decimals_of(value, 0))
}

/// Decimals needed to write `value` whole, at least `least`.
///
/// ```
/// use shigoto_widgets::locale::decimals_of;
/// assert_eq!(decimals_of(1650.5, 0), 1);
/// assert_eq!(decimals_of(8.0, 1), 1);
/// ```
pub fn decimals_of(value: f64, least: u8) -> u8 {
    let is_whole = |decimals: &u8| {
        let shown = value * 10f64.powi(i32::from(*decimals));
        (shown - shown.round()).abs() < 1e-6
    };
    (least..MOST_DECIMALS).find(is_whole).unwrap_or(MOST_DECIMALS)
}

fn write(value: f64, decimals: u8, separator: Option<char>) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    let factor = 10i64.pow(u32::from(decimals));
    let units = (value * factor as f64).round() as i64;
    let (whole, fraction) = ((units / factor).abs(), (units % factor).abs());
    let digits = crate::id::digits(whole.unsigned_abs());
    let mut text = String::new();
    if units < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.extend(separator);
        }
        text.push(digit);
    }
    if decimals > 0 {
        let fraction = crate::id::digits(fraction.unsigned_abs());
        text.push('.');
        text.extend(std::iter::repeat_n('0', usize::from(decimals).saturating_sub(fraction.len())));
        text.push_str(&fraction);
    }
    text
}

/// Number of a fiscal year in the Reiwa era, which began in 2019; `None` before.
///
/// ```
/// use shigoto_widgets::locale::era_year;
/// assert_eq!(era_year(2024), Some(6));
/// assert_eq!(era_year(2018), None);
/// ```
pub fn era_year(year: u16) -> Option<u16> {
    year.checked_sub(2018).filter(|number| *number > 0)
}
