//! Bullets, and their rows in words.

use std::io;

use super::kpi::{baseline, legend, marked_pace, notes, shown, status};
use super::{
    Anchor, BASELINE_PX, Inked, Label, Look, MARGIN_PX, Paper, Story, WIDTH_PX, part, picture, width_em, with_labels,
    wrap,
};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::figure::bullet::{HEIGHT_PX, Layout, draw};
use crate::figure::theme::{Palette, Theme};
use crate::locale::aim::Aim;
use crate::locale::amount::Amounts;
use crate::locale::{Key, sentence};
use crate::model::insight;
use crate::model::pace::Reading;
use crate::widget::kpi::State;

/// Width of the names, of the level and of the words at the right; distance of two rows. CSS px.
const NAMES_PX: f64 = 348.0;
const LEVEL_PX: f64 = 132.0;
const WORDS_PX: f64 = 292.0;
const ROW_PX: f64 = 76.0;

/// Some readings, one below the other.
///
/// # Errors
/// As [`picture`].
pub fn bullets(readings: &[Reading], width_px: f64, palette: &Palette) -> io::Result<String> {
    let height_px = HEIGHT_PX * readings.len() as f64;
    picture((width_px, height_px), palette, |paper, theme| {
        for (index, reading) in readings.iter().enumerate() {
            let area = part(paper, (0.0, HEIGHT_PX * index as f64), (width_px, HEIGHT_PX), theme);
            draw(&area, reading, &laid_out(reading, width_px, theme), theme)?;
        }
        Ok(())
    })
}

/// A bullet in a box of some width.
fn laid_out(reading: &Reading, width_px: f64, theme: &Theme) -> Layout {
    Layout::new((theme.px(width_px), theme.px(HEIGHT_PX)), reading, marked_pace(reading), theme)
}

/// The bullets shown with their words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let (kpis, readings) = shown(data, state);
    let title = format!("{}　{}", look.lang.text(Key::KpiTitle), look.lang.text(Key::BulletsTitle));
    let lead = sentence::goals(look.lang, data, insight::kpi(readings.iter()), state.year);
    let story = Story::new(&title, &lead, &notes(look, data), WIDTH_PX);
    let top_px = story.top_px() + 40.0;
    let height_px = top_px + ROW_PX * readings.len() as f64 + story.bottom_px();
    let svg = picture((WIDTH_PX, height_px), &look.palette, |paper, theme| draw_rows(paper, &readings, top_px, theme))?;
    let mut labels = story.labels(height_px, &look.palette);
    labels.extend(legend(look, &readings, state.year, story.top_px() + 16.0));
    for (index, (kpi, reading)) in kpis.into_iter().zip(&readings).enumerate() {
        labels.extend(row(look, kpi, reading, top_px + ROW_PX * index as f64));
    }
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// Left end and width of the bullets, CSS px.
fn across_px() -> (f64, f64) {
    let left_px = MARGIN_PX + NAMES_PX + LEVEL_PX;
    (left_px, WIDTH_PX - MARGIN_PX - WORDS_PX - left_px)
}

fn draw_rows(paper: &Paper<'_>, readings: &[Reading], top_px: f64, theme: &Theme) -> Inked {
    let (left_px, width_px) = across_px();
    for (index, reading) in readings.iter().enumerate() {
        let row_px = top_px + ROW_PX * index as f64;
        let line = part(paper, (MARGIN_PX, row_px), (WIDTH_PX - 2.0 * MARGIN_PX, 1.0), theme);
        line.fill(&theme.palette.rule.color())?;
        let area = part(paper, (left_px, row_px + 10.0), (width_px, HEIGHT_PX), theme);
        draw(&area, reading, &laid_out(reading, width_px, theme), theme)?;
    }
    Ok(())
}

/// The level with its unit: in one line where it fits, else in two.
fn level(amounts: &Amounts<'_>, reading: &Reading, (right_px, middle_px): (f64, f64)) -> Vec<Label> {
    let (number, unit) = (amounts.number(reading.level()), amounts.unit(reading.level()));
    let line = |y_px: f64, text: &str| Label::new(right_px, y_px, text).size(20.0).bold().anchor(Anchor::End);
    let one = number.clone() + &unit;
    if 20.0 * width_em(&one) <= LEVEL_PX + 20.0 {
        return vec![line(middle_px, &one)];
    }
    vec![line(middle_px - 10.0, &number), line(middle_px + 12.0, unit.trim()).size(14.0)]
}

/// Name, level, aim, baseline with its period, status and kind.
fn row(look: &Look, kpi: &Kpi, reading: &Reading, top_px: f64) -> Vec<Label> {
    let (left_px, width_px) = across_px();
    let amounts = Amounts::beside(look.lang, kpi, reading);
    let name = wrap(&kpi.name, (NAMES_PX - 12.0) / 16.0);
    let middle_px = top_px + ROW_PX / 2.0 + BASELINE_PX;
    let above_px = 22.0 * name.len().saturating_sub(1) as f64 / 2.0;
    let mut labels: Vec<Label> = Vec::new();
    for (row, text) in name.into_iter().enumerate() {
        labels.push(Label::new(MARGIN_PX, middle_px - above_px + 22.0 * row as f64, text).bold());
    }
    labels.extend(level(&amounts, reading, (left_px - 12.0, middle_px)));
    let aim = Aim::of(look.lang, kpi);
    let told = |y_px: f64, text: String| {
        Label::new(left_px + width_px + 20.0, y_px, text).size(14.0).within(WORDS_PX - 24.0).color(look.palette.ink_2)
    };
    let levels = told(top_px + 24.0, [&aim.levels, "　", &aim.change].concat());
    labels.push(levels.size(16.0).within(WORDS_PX - 24.0).bold().color(look.palette.ink));
    labels.push(told(top_px + 46.0, baseline(look, kpi, &amounts)));
    let status = [&status(look, kpi, reading), "　", aim.kind.unwrap_or_default()].concat();
    labels.push(told(top_px + 66.0, status.trim_end().to_owned()));
    labels
}
