//! Days as Excel counts them.

/// The day of a count as year, month and day; `None` beyond the year 9999. 1900 has a 29 February there, which no calendar has.
pub fn day(serial: f64, is_1904: bool) -> Option<(i64, i64, i64)> {
    // From the first of March of the year 0 to the last day of 1899, and to the first of 1904.
    const BEFORE_1900: i64 = 693_900;
    const BEFORE_1904: i64 = 695_361;
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let count = serial.floor() as i64;
    let days = match is_1904 {
        true => count + BEFORE_1904,
        false if count == 60 => return Some((1900, 2, 29)),
        false => count + BEFORE_1900 - i64::from(count > 60),
    };
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Some((era * 400 + year + i64::from(month < 3), month, day))
}
