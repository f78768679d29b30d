//! Decimal digits to the double nearest to them, exactly and without the weight of the standard parser.

/// Digits a double holds without loss.
pub const MOST_DIGITS: usize = 15;

/// Digits read so far, as a whole number.
#[derive(Default)]
pub struct Digits {
    /// As a whole number, where they are few enough.
    pub value: u64,
    /// Significant ones.
    pub count: usize,
}

impl Digits {
    /// The value of a plain decimal such as `1.50`.
    ///
    /// ```
    /// use shigoto_widgets::data::decimal::Digits;
    /// assert_eq!(Digits::read("-1.50"), Some(-1.5));
    /// assert_eq!(Digits::read("80"), Some(80.0));
    /// assert_eq!(Digits::read("1.5.0"), None);
    /// ```
    pub fn read(text: &str) -> Option<f64> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let (mut digits, mut exponent, mut is_fraction) = (Self::default(), 0, false);
        for letter in plain.chars() {
            if letter == '.' && !is_fraction {
                is_fraction = true;
                continue;
            }
            digits.push(letter.to_digit(10)?);
            exponent -= i32::from(is_fraction);
        }
        let magnitude = digits.times_ten_to(exponent)?;
        Some(if plain.len() == text.len() { magnitude } else { -magnitude })
    }

    /// Takes one more digit.
    pub fn push(&mut self, digit: u32) {
        self.value = self.value.saturating_mul(10).saturating_add(u64::from(digit));
        if self.value > 0 {
            self.count += 1;
        }
    }

    /// Correctly rounded: both factors are exact doubles, so that one operation rounds once.
    pub fn times_ten_to(&self, exponent: i32) -> Option<f64> {
        const EXACT_POWERS: i32 = 22;
        if self.count > MOST_DIGITS || exponent.abs() > EXACT_POWERS {
            return None;
        }
        let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
        let value = self.value as f64;
        Some(if exponent < 0 { value / power } else { value * power })
    }
}
