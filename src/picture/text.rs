//! Words in a picture: one line with its place, and how texts break into lines.

use crate::figure::theme::Rgb;
use crate::markup::ruby;

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

/// The text in phrases; one wider than a line is cut into letters.
fn phrases(text: &str, most_em: f64) -> Vec<String> {
    let mut phrases = vec![String::new()];
    let (mut before, mut last) = ('\0', '\0');
    for letter in text.chars() {
        if pauses(before, last, letter) {
            phrases.push(String::new());
        }
        if let Some(phrase) = phrases.last_mut() {
            phrase.push(letter);
        }
        (before, last) = (last, letter);
    }
    let cut = |phrase: String| {
        if width_em(&phrase) > most_em { phrase.chars().map(String::from).collect() } else { vec![phrase] }
    };
    phrases.into_iter().flat_map(cut).collect()
}

/// Whether a line may end between `last` and `next`.
fn pauses(before: char, last: char, next: char) -> bool {
    let is_hiragana = |letter: char| ('\u{3041}'..='\u{3096}').contains(&letter);
    if "、。，．・）」』？！～ー".contains(next) || "（「『".contains(last) {
        return false;
    }
    // One kana of these between two kanji joins them: 引き上げ, 取り込み.
    let joins = "いえきぎけげしせちてねびべみめりれ".contains(last) && !is_hiragana(before);
    "、。，．）」』？！ 　".contains(last)
        || "（「『".contains(next)
        || (is_hiragana(last) && !is_hiragana(next) && !joins)
}
