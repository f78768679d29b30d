//! Bullets, and their rows in words.

use std::io;

use super::kpi::{readings, status};
use super::{BASELINE_PX, FLOOR, LANG, PALETTE, THEME, WIDTH_PX, key_to, source};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::figure::bullet::{HEIGHT_PX, draw, layout};
use crate::figure::mark::scale_of;
use crate::figure::theme::Palette;
use crate::locale::{Key, grouped, sentence};
use crate::model::insight;
use crate::model::pace::Reading;
use crate::publish::{Anchor, Inked, Label, MARGIN_PX, Paper, SCALE, Story, part, picture, with_labels, wrap};

/// What this picture shows of the indicators, until the widget says it too.
const TITLE: &str = "基準値と目標値";
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
            let corner_px = (0.0, HEIGHT_PX * index as f64);
            draw(&part(paper, corner_px, (width_px, HEIGHT_PX), theme), reading, reading.pace, theme)?;
        }
        Ok(())
    })
}

/// All bullets with their words.
pub fn published(data: &Dataset, year: u16) -> io::Result<String> {
    let readings = readings(data, year);
    let title = format!("{}　{TITLE}", LANG.text(Key::KpiTitle));
    let lead = sentence::kpi(LANG, insight::kpi(readings.iter()), year);
    let notes = [sentence::pace_note(LANG, &data.outline), source(data, LANG.text(Key::KpiSource))];
    let story = Story::new(&title, &lead, &notes, WIDTH_PX);
    let top_px = story.top_px() + 40.0;
    let height_px = top_px + ROW_PX * readings.len() as f64 + story.bottom_px();
    let svg = picture((WIDTH_PX, height_px), &PALETTE, |paper, _| draw_rows(paper, &readings, top_px))?;
    let mut labels = story.labels(height_px, &PALETTE);
    labels.extend(legend(year, story.top_px() + 16.0));
    for (index, (kpi, reading)) in data.kpi.kpis.iter().zip(&readings).enumerate() {
        labels.extend(row(kpi, reading, top_px + ROW_PX * index as f64));
    }
    Ok(with_labels(&svg, story.title(), &labels, &PALETTE))
}

/// Left end and width of the bullets, CSS px.
fn across_px() -> (f64, f64) {
    let left_px = MARGIN_PX + NAMES_PX + LEVEL_PX;
    (left_px, WIDTH_PX - MARGIN_PX - WORDS_PX - left_px)
}

fn draw_rows(paper: &Paper<'_>, readings: &[Reading], top_px: f64) -> Inked {
    let (left_px, width_px) = across_px();
    for (index, reading) in readings.iter().enumerate() {
        let row_px = top_px + ROW_PX * index as f64;
        let line = part(paper, (MARGIN_PX, row_px), (WIDTH_PX - 2.0 * MARGIN_PX, 1.0), &THEME);
        line.fill(&PALETTE.rule.color())?;
        let area = part(paper, (left_px, row_px + 10.0), (width_px, HEIGHT_PX), &THEME);
        draw(&area, reading, reading.pace, &THEME)?;
    }
    Ok(())
}

/// What the marks of a bullet mean.
fn legend(year: u16, y_px: f64) -> Vec<Label> {
    let pace = LANG.fill(Key::PaceLabel, &[("year", &year.to_string())]);
    let marks = [
        ("▨", LANG.text(Key::LegendLevelBaseline), PALETTE.accent),
        ("┃", LANG.text(Key::LegendBaseline), PALETTE.ink),
        ("┃", LANG.text(Key::LegendTarget), PALETTE.counter),
        ("┗", FLOOR, PALETTE.counter),
        ("▼", &pace, PALETTE.ink),
    ];
    key_to(&marks, y_px)
}

/// Name, level, ends of the scale, target, baseline with its period, status.
fn row(kpi: &Kpi, reading: &Reading, top_px: f64) -> Vec<Label> {
    let (left_px, width_px) = across_px();
    let amount = |value: f64| grouped(value, kpi.decimals) + &kpi.unit;
    let name = wrap(&kpi.name, (NAMES_PX - 12.0) / 16.0);
    let middle_px = top_px + ROW_PX / 2.0 + BASELINE_PX;
    let above_px = 22.0 * name.len().saturating_sub(1) as f64 / 2.0;
    let mut labels: Vec<Label> = Vec::new();
    for (row, text) in name.into_iter().enumerate() {
        labels.push(Label::new(MARGIN_PX, middle_px - above_px + 22.0 * row as f64, text).bold());
    }
    let level = Label::new(left_px - 12.0, middle_px, amount(reading.level())).size(20.0).bold();
    labels.push(level.anchor(Anchor::End));
    let scale = scale_of(reading);
    let marks = layout((width_px * SCALE, HEIGHT_PX * SCALE), reading, reading.pace, &THEME);
    let ends = [(scale.start, marks.track.left, Anchor::Start), (scale.end, marks.track.right, Anchor::End)];
    for (end, x, anchor) in ends {
        let label = Label::new(left_px + x / SCALE, top_px + 66.0, grouped(end, 0)).size(14.0).anchor(anchor);
        labels.push(label.color(PALETTE.ink_2));
    }
    let right_px = left_px + width_px + 20.0;
    let target = format!("{}　{}", LANG.text(Key::Target), amount(kpi.target.value));
    let period = LANG.fill(Key::BaselinePeriod, &[("period", &kpi.baseline.period.to_string())]);
    let baseline = format!("{}　{}{period}", LANG.text(Key::Baseline), amount(kpi.baseline.value));
    labels.push(Label::new(right_px, top_px + 24.0, target).bold().color(PALETTE.counter));
    labels.push(Label::new(right_px, top_px + 46.0, baseline).size(14.0).color(PALETTE.ink_2));
    labels.push(Label::new(right_px, top_px + 66.0, status(kpi, reading.status)).size(14.0).color(PALETTE.ink_2));
    labels
}
