//! Native only: pictures of the figures with their words, the gallery, the open data and the site's files.

pub mod app;
pub mod faces;
pub mod figures;
pub mod gallery;
pub mod guide;
mod guide_check;
pub mod kiosk;
pub mod manifest;
pub mod offline;
pub mod open_data;
pub mod site;
mod twins;

use std::io;

use maud::html;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters_svg::SVGBackend;

use crate::figure::Area;
use crate::figure::theme::{Palette, Rgb, Theme};

/// Backend pixels in a CSS pixel: plotters knows whole pixels only, and arcs want finer ones.
pub const SCALE: f64 = 2.0;
/// Space between the edge of a published picture and its words, CSS px.
pub const MARGIN_PX: f64 = 32.0;
/// Fonts in order of preference.
const FONTS: &str = "\"BIZ UDPGothic\",\"Hiragino Sans\",\"Hiragino Kaku Gothic ProN\",\"Yu Gothic UI\",\
    \"Noto Sans JP\",\"Noto Sans CJK JP\",system-ui,sans-serif";

/// What figures are drawn on.
pub type Paper<'a> = Area<SVGBackend<'a>>;
/// What drawing comes to.
pub type Inked = Result<(), DrawingAreaErrorKind<io::Error>>;

/// Draws on the palette's surface. The picture shows at `size_px` CSS px; its own pixels are finer by [`SCALE`].
///
/// # Errors
/// None from the backend, which writes to memory; whatever plotters itself refuses.
pub fn picture(
    size_px: (f64, f64),
    palette: &Palette,
    draw: impl FnOnce(&Paper<'_>, &Theme) -> Inked,
) -> io::Result<String> {
    let theme = Theme { palette: *palette, scale: SCALE };
    let (shown_width, shown_height) = (size_px.0.round(), size_px.1.round());
    let (width, height) = (theme.px(shown_width) as u32, theme.px(shown_height) as u32);
    let mut svg = String::new();
    {
        let paper = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
        paper.fill(&palette.surface.color()).map_err(io::Error::other)?;
        draw(&paper, &theme).map_err(io::Error::other)?;
        paper.present().map_err(io::Error::other)?;
    }
    let body = svg.split_once('\n').map_or("", |(_, body)| body);
    let size = format!("width=\"{shown_width}\" height=\"{shown_height}\" viewBox=\"0 0 {width} {height}\"");
    Ok(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}>\n{body}"))
}

/// A part of the paper, in CSS px.
pub fn part<'a>(paper: &Paper<'a>, corner_px: (f64, f64), size_px: (f64, f64), theme: &Theme) -> Paper<'a> {
    let whole = |(x, y): (f64, f64)| (theme.px(x).round() as i32, theme.px(y).round() as i32);
    paper.clone().shrink(whole(corner_px), whole(size_px))
}

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
        Self { x_px, y_px, text: text.into(), size_px, anchor, weight, color: None }
    }

    /// The same in another size.
    pub fn size(self, size_px: f64) -> Self {
        Self { size_px, ..self }
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

/// A picture with words: real text, so that it can be read out, searched and copied.
pub fn with_labels(svg: &str, title: &str, labels: &[Label], palette: &Palette) -> String {
    let css = |Rgb(value): Rgb| format!("#{value:06X}");
    let pixel = |css_px: f64| (css_px * SCALE).round() as i32;
    let anchor = |label: &Label| match label.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    let weight = |label: &Label| (label.weight == Weight::Bold).then_some("bold");
    let words = html! {
        g xml:lang="ja" font-family=(FONTS) fill=(css(palette.ink)) {
            @for label in labels {
                text x=(pixel(label.x_px)) y=(pixel(label.y_px)) font-size=(pixel(label.size_px))
                    text-anchor=[anchor(label)] font-weight=[weight(label)] fill=[label.color.map(css)] { (label.text) }
            }
        }
    };
    let title = html! { title { (title) } };
    let (open, body) = svg.split_once('\n').unwrap_or((svg, ""));
    let open = open.replacen("<svg ", "<svg role=\"img\" ", 1);
    let drawing = body.trim_end().strip_suffix("</svg>").unwrap_or(body);
    format!("{open}\n{}\n{drawing}{}\n</svg>\n", title.into_string(), words.into_string())
}

/// What a published picture says above and below its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    title: String,
    lead: Vec<String>,
    notes: Vec<String>,
}

/// Size of a title, of the sentence under it and of notes, CSS px.
const TYPE_PX: [f64; 3] = [28.0, 18.0, 14.0];
/// Distance of the sentence's lines and of the notes', CSS px.
const LEADING_PX: [f64; 2] = [30.0, 22.0];

impl Story {
    /// Words broken to the width of a picture.
    pub fn new(title: &str, lead: &str, notes: &[String], width_px: f64) -> Self {
        let [_, lead_px, note_px] = TYPE_PX;
        let measure = |size_px: f64| (width_px - 2.0 * MARGIN_PX) / size_px;
        Self {
            title: title.to_owned(),
            lead: wrap(lead, measure(lead_px)),
            notes: notes.iter().flat_map(|note| wrap(note, measure(note_px))).collect(),
        }
    }

    /// The title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Room for the words above the figure, CSS px.
    pub fn top_px(&self) -> f64 {
        MARGIN_PX + 48.0 + LEADING_PX[0] * self.lead.len() as f64
    }

    /// Room for the words below the figure, CSS px.
    pub fn bottom_px(&self) -> f64 {
        MARGIN_PX + LEADING_PX[1] * self.notes.len() as f64
    }

    /// The words, for a picture of some height.
    pub fn labels(&self, height_px: f64, palette: &Palette) -> Vec<Label> {
        let [title_px, lead_px, note_px] = TYPE_PX;
        let [lead_step, note_step] = LEADING_PX;
        let mut labels = vec![Label::new(MARGIN_PX, MARGIN_PX + 24.0, &self.title).size(title_px).bold()];
        for (row, line) in self.lead.iter().enumerate() {
            let y_px = MARGIN_PX + 60.0 + lead_step * row as f64;
            labels.push(Label::new(MARGIN_PX, y_px, line).size(lead_px));
        }
        for (row, line) in self.notes.iter().rev().enumerate() {
            let y_px = height_px - 20.0 - note_step * row as f64;
            labels.push(Label::new(MARGIN_PX, y_px, line).size(note_px).color(palette.ink_2));
        }
        labels
    }
}

/// Lines no wider than `most_em`, as equal as can be, broken between phrases where Japanese would pause.
///
/// ```
/// use shigoto_widgets::publish::wrap;
/// assert_eq!(wrap("情報通信業を起点としたDX支援", 9.0), ["情報通信業を", "起点としたDX支援"]);
/// assert_eq!(wrap("観光分野", 9.0), ["観光分野"]);
/// ```
pub fn wrap(text: &str, most_em: f64) -> Vec<String> {
    let phrases = phrases(text, most_em);
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
    text.chars().map(|letter| if letter.is_ascii() { 0.58 } else { 1.0 }).sum()
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
