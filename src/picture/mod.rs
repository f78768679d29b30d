//! Floor 4: figures with their words as SVG: what is published, and what a visitor takes home. In no first view.

mod bullets;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod facts;
mod heat_key;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod inline;
mod kpi;
mod lq;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
mod map;
mod pairs;
mod quadrant;
pub mod quadrant_words;
mod report;
mod swot;
mod swot_words;
mod text;
mod themed;
mod trajectories;
mod words;

pub use bullets::{bullets, published as kpi_bullets};
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub use facts::{
    circulation, circulation_marks, market_marks, market_sizes, published_circulation, published_market, series,
    series_marks,
};
pub use kpi::{gauge, gauges, published as kpi_gauges};
pub use lq::{lq_dots, lq_heat, published_dots, published_heat};
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub use map::{map_marks, published_map};
pub use pairs::{published_compare, published_pairs};
pub use quadrant::{
    Quadrant, bare as quadrant_marks, bounds_px as quadrant_bounds_px, lq_quadrant, lq_quadrant_named,
    published as published_quadrant,
};
pub use report::published as kpi_report;
pub use swot::{published as swot, swot_links};
pub use text::{Anchor, Label, Weight, width_em, wrap};
pub use themed::{DRAWN_IN, themed};
pub use trajectories::{published as kpi_trajectories, told as trajectory_words, trajectory};

use std::io;

use maud::html;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters_svg::SVGBackend;

use crate::data::Dataset;
use crate::data::letters::is_outside_xml;
use crate::figure::Area;
use crate::figure::theme::{LIGHT, Palette, Rgb, Theme};
use crate::locale::ruby;
use crate::locale::{Key, Lang};
use crate::model::fiscal::Day;

/// Backend pixels in a CSS pixel: plotters knows whole pixels only, and arcs want finer ones.
pub const SCALE: f64 = 2.0;
/// Space between the edge of a published picture and its words, CSS px.
pub const MARGIN_PX: f64 = 32.0;
/// Width of a picture with its words, CSS px.
const WIDTH_PX: f64 = 1280.0;
/// Distance of a line's baseline from the middle of its box, at 16 px.
const BASELINE_PX: f64 = 5.5;
/// Fonts in order of preference.
const FONTS: &str = "\"BIZ UDPGothic\",\"Hiragino Sans\",\"Hiragino Kaku Gothic ProN\",\"Yu Gothic UI\",\
    \"Noto Sans JP\",\"Noto Sans CJK JP\",system-ui,sans-serif";

/// In which words and colours a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Language of its words.
    pub lang: Lang,
    /// Its colours.
    pub palette: Palette,
    /// The day it was taken, to be said beside the source.
    pub taken_on: Option<Day>,
}

impl Look {
    /// Of the published pictures.
    pub fn published(lang: Lang) -> Self {
        Self { lang, palette: LIGHT, taken_on: None }
    }

    fn theme(&self) -> Theme {
        Theme { palette: self.palette, scale: SCALE }
    }
}

/// One line of marks and what they mean.
fn key_to(look: &Look, marks: &[(&str, &str, Rgb)], y_px: f64) -> Vec<Label> {
    const GAPS_PX: f64 = 20.0 + 28.0;
    let room_px = WIDTH_PX - 2.0 * MARGIN_PX - GAPS_PX * marks.len() as f64;
    let wide_em: f64 = marks.iter().map(|(_, text, _)| width_em(text)).sum();
    // Wordy languages are set smaller rather than cut off.
    let size_px = (room_px / wide_em).clamp(10.0, 14.0);
    let mut x_px = MARGIN_PX;
    let mut labels = Vec::new();
    for (mark, text, color) in marks {
        labels.push(Label::new(x_px, y_px, *mark).color(*color).bold());
        labels.push(Label::new(x_px + 20.0, y_px, *text).size(size_px).color(look.palette.ink_2));
        x_px += size_px * width_em(text) + GAPS_PX;
    }
    labels
}

/// Where something was printed, or the reader's own `file` it is from, in words.
fn source(look: &Look, data: &Dataset, section: &str, file: Option<&str>) -> String {
    let lang = look.lang;
    let place = match file {
        Some(file) => lang.fill(Key::OwnSource, &[("file", file)]),
        None => lang.fill(Key::PrintedIn, &[("title", &data.outline.title), ("section", section)]),
    };
    let day = look.taken_on.map(|day| format!("　{} {day}", lang.text(Key::TakenOn))).unwrap_or_default();
    format!("{}　{place}{day}", lang.text(Key::Source))
}

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

/// A picture with words: real text, so that it can be read out, searched and copied.
pub fn with_labels(look: &Look, svg: &str, title: &str, labels: &[Label]) -> String {
    let css = |Rgb(value): Rgb| format!("#{value:06X}");
    let pixel = |css_px: f64| (css_px * SCALE).round() as i32;
    let anchor = |label: &Label| match label.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    let weight = |label: &Label| (label.weight == Weight::Bold).then_some("bold");
    let words = html! {
        g xml:lang=(look.lang.code()) font-family=(FONTS) fill=(css(look.palette.ink)) {
            @for label in labels {
                text x=(pixel(label.x_px)) y=(pixel(label.y_px)) font-size=(pixel(label.size_px))
                    text-anchor=[anchor(label)] font-weight=[weight(label)] fill=[label.color.map(css)] { (label.text) }
            }
        }
    };
    let title = html! { title { (ruby::words(title)) } };
    let (open, body) = svg.split_once('\n').unwrap_or((svg, ""));
    let open = open.replacen("<svg ", "<svg role=\"img\" ", 1);
    let drawing = body.trim_end().strip_suffix("</svg>").unwrap_or(body);
    let mut whole = format!("{open}\n{}\n{drawing}{}\n</svg>\n", title.into_string(), words.into_string());
    // Escapes do not help: such a letter may not even be named in XML.
    whole.retain(|letter| !is_outside_xml(letter));
    whole
}

/// What a published picture says above and below its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    title: String,
    title_px: f64,
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
        let [title_px, lead_px, note_px] = TYPE_PX;
        let measure = |size_px: f64| (width_px - 2.0 * MARGIN_PX) / size_px;
        Self {
            title: title.to_owned(),
            // It stands in one line: a long one is set smaller.
            title_px: measure(width_em(title).max(1.0)).clamp(lead_px, title_px),
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
        let [_, lead_px, note_px] = TYPE_PX;
        let [lead_step, note_step] = LEADING_PX;
        let mut labels = vec![Label::new(MARGIN_PX, MARGIN_PX + 24.0, &self.title).size(self.title_px).bold()];
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
