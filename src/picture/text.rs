//! Words in a picture: one line with its place, and how texts break into lines.

use crate::figure::theme::Rgb;
use crate::locale::ruby;

/// Which part of a label stands at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// How heavy a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As prose.
    Regular,
    /// As a heading.
    Bold,
}

/// Words in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// From the left, CSS px.
    pub x_px: f64,
    /// Baseline from the top, CSS px.
    pub y_px: f64,
    /// One line of text.
    pub text: String,
    /// Size of the type, CSS px.
    pub size_px: f64,
    /// What stands at x.
    pub anchor: Anchor,
    /// How heavy.
    pub weight: Weight,
    /// Its colour; the palette's ink without one.
    pub color: Option<Rgb>,
}

impl Label {
    /// Text of 16 px, regular, beginning at a point.
    pub fn new(x_px: f64, y_px: f64, text: impl Into<String>) -> Self {
        let (size_px, anchor, weight) = (16.0, Anchor::Start, Weight::Regular);
        Self { x_px, y_px, text: ruby::words(&text.into()), size_px, anchor, weight, color: None }
    }

    /// The same in another size.
    pub fn size(self, size_px: f64) -> Self {
        Self { size_px, ..self }
    }

    /// The same, smaller where it would be wider than its room: wordy languages are not cut off.
    pub fn within(self, room_px: f64) -> Self {
        const LEAST_PX: f64 = 9.0;
        let fitting_px = room_px / width_em(&self.text).max(1.0);
        Self { size_px: self.size_px.min(fitting_px.max(LEAST_PX)), ..self }
    }

    /// The same with another part at its x.
    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    /// The same in a colour.
    pub fn color(self, color: Rgb) -> Self {
        Self { color: Some(color), ..self }
    }
}

/// Lines no wider than `most_em`, as equal as can be, broken between phrases where Japanese would pause.
///
/// ```
/// use shigoto_widgets::picture::wrap;
/// assert_eq!(wrap("情報通信業を起点としたDX支援", 9.0), ["情報通信業を", "起点としたDX支援"]);
/// assert_eq!(wrap("観光分野", 9.0), ["観光分野"]);
/// ```
pub fn wrap(text: &str, most_em: f64) -> Vec<String> {
    let phrases = phrases(&ruby::words(text), most_em);
    let widest_em = phrases.iter().map(|phrase| width_em(phrase)).fold(0.0, f64::max);
    let mut lines = fill(&phrases, most_em);
    let mut narrower_em = most_em - 0.5;
    while narrower_em >= widest_em {
        let narrower = fill(&phrases, narrower_em);
        if narrower.len() > lines.len() {
            break;
        }
        lines = narrower;
        narrower_em -= 0.5;
    }
    lines
}

/// Width in em: a Latin letter takes a little more than half.
pub fn width_em(text: &str) -> f64 {
    ruby::words(text).chars().map(|letter| if letter.is_ascii() { 0.58 } else { 1.0 }).sum()
}

fn fill(phrases: &[String], most_em: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for phrase in phrases {
        match lines.last_mut() {
            Some(line) if width_em(line) + width_em(phrase.trim_end()) <= most_em => line.push_str(phrase),
            _ => lines.push(phrase.clone()),
        }
    }
    lines
}

/// The text in phrases; one wider than a line is cut between letters, where a line may end.
fn phrases(text: &str, most_em: f64) -> Vec<String> {
    pieces(text, pauses).into_iter().flat_map(|phrase| cut(phrase, most_em)).collect()
}

/// A phrase that fits, or its smallest pieces: what does not fit even so is cut anywhere.
fn cut(phrase: String, most_em: f64) -> Vec<String> {
    let is_wide = |text: &str| width_em(text) > most_em;
    if !is_wide(&phrase) {
        return vec![phrase];
    }
    let letters = |piece: String| if is_wide(&piece) { pieces(&piece, |_, _, _| true) } else { vec![piece] };
    pieces(&phrase, |_, last, next| may_part(last, next)).into_iter().flat_map(letters).collect()
}

/// The text, parted wherever `parts` says so of the letter before the last, the last and the next.
fn pieces(text: &str, parts: impl Fn(char, char, char) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let (mut before, mut last) = ('\0', '\0');
    for letter in text.chars() {
        if last != '\0' && parts(before, last, letter) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
        (before, last) = (last, letter);
    }
    pieces
}

/// What begins no line (JLREQ cl-02 … cl-11): closing brackets, hyphens, dividing punctuation, middle dots, stops,
/// commas, leaders, iteration and length marks, small kana; and what changes the letter before it.
fn is_bound_back(letter: char) -> bool {
    matches!(letter, 'ㇰ'..='ㇿ' | 'ｧ'..='ｰ' | 'ﾞ' | 'ﾟ' | '\u{300}'..='\u{36f}' | '\u{3099}'..='\u{309c}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{200d}')
        || ")]}’”）〕］｝〉》」』】⦆〙〗»〟｣‐〜～゠–!?！？‼⁇⁈⁉:;・：；･.。．｡,、，､—―…‥〳〴〵".contains(letter)
        || "ヽヾゝゞ々〻ーぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶ".contains(letter)
}

/// What ends no line (JLREQ cl-01): opening brackets.
fn is_bound_on(letter: char) -> bool {
    "([{‘“（〔［｛〈《「『【⦅〘〖«〝｢\u{200d}".contains(letter)
}

/// Whether a line may end between two letters at all: not inside a Latin word or a number either.
fn may_part(last: char, next: char) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric();
    !(is_bound_back(next) || is_bound_on(last) || is_word(last) && is_word(next))
}

/// Whether a line should end between `last` and `next`.
fn pauses(before: char, last: char, next: char) -> bool {
    let is_hiragana = |letter: char| ('\u{3041}'..='\u{3096}').contains(&letter);
    if !may_part(last, next) {
        return false;
    }
    // One kana of these between two kanji joins them: 引き上げ, 取り込み.
    let joins = "いえきぎけげしせちてねびべみめりれ".contains(last) && !is_hiragana(before);
    "、。，．）」』？！ 　".contains(last)
        || "（「『".contains(next)
        || (is_hiragana(last) && !is_hiragana(next) && !joins)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_bound_back, is_bound_on, width_em, wrap};

    #[test]
    fn a_long_name_is_cut_where_a_line_may_end() {
        assert_eq!(
            wrap("リサイクル・インターネットショッピング", 6.0).concat(),
            "リサイクル・インターネットショッピング"
        );
        for (text, most_em) in
            [("ポリエチレンテレフタラート・リサイクル業", 5.0), ("スーパーマーケット々ゝ（ァ）", 3.0)]
        {
            for line in wrap(text, most_em) {
                assert!(!line.starts_with(is_bound_back) && !line.ends_with(is_bound_on), "{line}");
            }
        }
        assert_eq!(wrap("データセンターABCDE業", 6.0), ["データセン", "ターABCDE業"].map(str::to_owned));
    }

    proptest! {
        #[test]
        fn no_line_begins_or_ends_against_the_rules(
            // Never more of them in a row than a line holds.
            words in prop::collection::vec("[（「]?[あ漢アA1][ー・ッ々。）」、！]{0,2}", 1..24), most_em in 5_u32..16,
        ) {
            let text = words.concat();
            let lines = wrap(&text, f64::from(most_em));
            prop_assert_eq!(lines.concat(), text);
            for (index, line) in lines.iter().enumerate() {
                prop_assert!(index == 0 || !line.starts_with(is_bound_back), "{:?}", lines);
                prop_assert!(index + 1 == lines.len() || !line.ends_with(is_bound_on), "{:?}", lines);
                prop_assert!(width_em(line.trim_end()) <= f64::from(most_em), "{:?}", lines);
            }
        }
    }
}
