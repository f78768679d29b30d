//! Whether a fault is told in Japanese alone.

/// Words of the files themselves, which stay as they are.
const OWN_WORDS: [&str; 29] = [
    "Excel",
    "data",
    "schema",
    "json",
    "csv",
    "true",
    "false",
    "output",
    "establishments",
    "employees",
    "raise",
    "cumulative",
    "maintain",
    "percentage",
    "unstated",
    "sound",
    "doubtful",
    "industry",
    "academia",
    "finance",
    "government",
    "strength",
    "weakness",
    "opportunity",
    "threat",
    "strategy",
    "issue",
    "years",
    "beside",
];

/// No English word stands in the message and the remedy, but for what is quoted 「so」 and words of the files.
pub fn is_japanese(message: &str) -> bool {
    let mut depth = 0_usize;
    let plain: String = message
        .chars()
        .map(|letter| {
            depth = depth + usize::from(letter == '「') - usize::from(letter == '」' && depth > 0);
            if depth > 0 { ' ' } else { letter }
        })
        .collect();
    let is_english = |word: &str| word.bytes().filter(u8::is_ascii_lowercase).count() > 1 && !OWN_WORDS.contains(&word);
    !plain.split(|letter: char| !letter.is_ascii_alphabetic()).any(is_english)
}
