//! Letters as computers write them: which no file may hold, which are one in two parts, which differ in width alone.

use std::borrow::Cow;

/// What XML 1.0 leaves out, so that no picture could hold it.
pub fn is_outside_xml(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// What no text of a reader's may hold: that, and the controls that another encoding's letters are taken for.
pub fn is_control(letter: char) -> bool {
    is_outside_xml(letter) || ('\u{80}'..='\u{9f}').contains(&letter)
}

/// Whether a control stands anywhere in a text. A file of a whole country has millions of letters: by bytes first, and
/// one search for a single character, which is found many bytes at a time.
pub fn has_controls(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_low = bytes.iter().any(|byte| *byte < b' ' && !b"\t\n\r".contains(byte));
    let has_last = ['\u{fffe}', '\u{ffff}'].map(|letter| text.find(letter)) != [None; 2];
    has_low || has_last || (bytes.contains(&0xc2) && text.contains(is_control))
}

/// A text as it is read: the soft line break of word processors is a space, kana and their marks are one letter (NFC).
///
/// ```
/// use shigoto_widgets::data::letters::tidy;
/// assert_eq!(tidy("カ\u{3099}ス\u{b}業"), "ガス 業");
/// ```
pub fn tidy(text: &str) -> Cow<'_, str> {
    // One search each: a single character is found many bytes at a time.
    let found = ['\u{b}', VOICED, HALF_VOICED].map(|letter| text.find(letter));
    if found == [None; 3] { Cow::Borrowed(text) } else { Cow::Owned(join(text.chars())) }
}

/// A name as names are compared: letters of full and of half width are one, as are kinds of spaces (NFKC of these).
///
/// ```
/// use shigoto_widgets::data::letters::folded;
/// assert_eq!(folded("ｶﾞﾝﾀﾞﾑ　（Ｄ）"), "ガンダム (D)");
/// ```
pub fn folded(text: &str) -> Cow<'_, str> {
    let is_plain =
        |letter: char| letter != '\u{b}' && letter != VOICED && letter != HALF_VOICED && fold(letter) == letter;
    if text.chars().all(is_plain) { Cow::Borrowed(text) } else { Cow::Owned(join(text.chars().map(fold))) }
}

const VOICED: char = '\u{3099}';
const HALF_VOICED: char = '\u{309a}';

/// U+FF61 … U+FF9F in full width.
const HALF_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";

/// The letter of ordinary width.
fn fold(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        '！'..='～' => char::from_u32(code - 0xfee0).unwrap_or(letter),
        '｡'..='ﾟ' => HALF_WIDTH.chars().nth((code - 0xff61) as usize).unwrap_or(letter),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '￥' => '¥',
        '｟' => '⦅',
        '｠' => '⦆',
        _ => letter,
    }
}

fn join(letters: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    for letter in letters {
        match text.chars().next_back().and_then(|last| joined(last, letter)) {
            Some(whole) => {
                text.pop();
                text.push(whole);
            }
            None => text.push(if letter == '\u{b}' { ' ' } else { letter }),
        }
    }
    text
}

/// A kana and its mark in one letter, where there is one.
fn joined(kana: char, mark: char) -> Option<char> {
    const PAIRS: [(char, &str); 2] = [
        (
            VOICED,
            "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞワヷヰヸヱヹヲヺ",
        ),
        (HALF_VOICED, "はぱひぴふぷへぺほぽ"),
    ];
    let find = |kana: char| {
        let (_, pairs) = PAIRS.iter().find(|(own, _)| *own == mark)?;
        let mut letters = pairs.chars();
        std::iter::from_fn(|| Some((letters.next()?, letters.next()?)))
            .find(|(base, _)| *base == kana)
            .map(|pair| pair.1)
    };
    // Katakana stand 96 places behind hiragana.
    let moved = |letter: char, by: i32| u32::try_from(letter as i32 + by).ok().and_then(char::from_u32);
    find(kana).or_else(|| {
        let hiragana = moved(kana, -0x60).filter(|_| ('ァ'..='ヽ').contains(&kana))?;
        find(hiragana).and_then(|whole| moved(whole, 0x60))
    })
}
