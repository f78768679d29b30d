//! Formats of numbers, as far as they change what a number says: per cent, days, a unit behind the digits.

/// How a number is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    #[default]
    Plain,
    /// A hundred times itself, with `%`.
    Percent,
    /// With words behind it.
    Unit(String),
    /// A day.
    Day,
    /// A day without its year.
    DayOfYear,
    /// A time of a day, or a length of time.
    Time,
}

impl Format {
    /// A format that every workbook knows, by its number.
    pub fn built_in(id: &str) -> Self {
        match id.parse::<u16>() {
            Ok(9 | 10) => Self::Percent,
            Ok(14 | 15 | 17 | 22 | 27..=31 | 34..=36 | 50..=52 | 54 | 57 | 58) => Self::Day,
            Ok(16 | 53 | 55 | 56) => Self::DayOfYear,
            Ok(18..=21 | 32 | 33 | 45..=47) => Self::Time,
            _ => Self::Plain,
        }
    }

    /// A format by its code, such as `0.0%`, `#,##0"人"`, `m"月"d"日"`, `[$-411]ggge"年"`. That of numbers from zero on counts.
    pub fn of(code: &str) -> Self {
        let (mut fields, mut words, mut has_digits, mut has_percent) = (String::new(), String::new(), false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => words.extend(letters.by_ref().take_while(|letter| *letter != '"')),
                '\\' => words.extend(letters.next()),
                // Room as wide as a letter, or filled with it.
                '_' | '*' => drop(letters.next()),
                // Colours, languages, conditions; hours that run on.
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    if matches!(&*inside.to_lowercase(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                        fields.push('h');
                    }
                }
                '0' | '#' | '?' => {
                    has_digits = true;
                    words.clear();
                }
                '%' => has_percent = true,
                // Thousands or millions would be shown, and the number is stored whole.
                ',' | '.' | '-' | '+' | '/' | '(' | ')' | ' ' | ':' | '@' => {}
                _ if letter.is_ascii_alphabetic() => fields.push(letter.to_ascii_lowercase()),
                _ => words.push(letter),
            }
        }
        let has = |any: &[char]| fields.contains(any);
        if has_percent {
            Self::Percent
        } else if fields == "general" || has_digits || fields.is_empty() {
            if has_digits && !words.is_empty() { Self::Unit(words) } else { Self::Plain }
        } else if has(&['d']) && !has(&['y', 'e', 'g', 'b']) {
            Self::DayOfYear
        } else if has(&['y', 'e', 'g', 'd']) || (has(&['m']) && !has(&['h', 's'])) {
            Self::Day
        } else if has(&['h', 's']) {
            Self::Time
        } else {
            Self::Plain
        }
    }
}
