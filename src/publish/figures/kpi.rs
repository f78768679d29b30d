//! Gauges, one or all, and their cards in words.

use std::io;

use super::{LANG, PALETTE, WIDTH_PX, key_to, source};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind};
use crate::figure::gauge::{draw, scale_of};
use crate::figure::theme::Palette;
use crate::locale::{Key, grouped, sentence};
use crate::model::insight;
use crate::model::pace::{Reading, Status};
use crate::publish::{Anchor, Label, MARGIN_PX, Story, part, picture, with_labels, wrap};
use crate::widget::kpi::span;

/// Height of a dial and the least width of its card, CSS px.
const DIAL_PX: f64 = 150.0;
const CARD_PX: f64 = 220.0;
/// Where the ring ends in a dial of that height, CSS px from its middle.
const RING_END_PX: f64 = 100.0;
/// Room for a card's name above its dial and for its numbers below, CSS px.
const WORDS_PX: (f64, f64) = (76.0, 100.0);

/// One gauge.
///
/// # Errors
/// As [`picture`].
pub fn gauge(reading: &Reading, width_px: f64, palette: &Palette) -> io::Result<String> {
    const TALLEST_PX: f64 = 400.0;
    let height_px = (width_px * DIAL_PX / CARD_PX).min(TALLEST_PX);
    picture((width_px, height_px), palette, |paper, theme| draw(paper, reading, reading.pace, theme).map(drop))
}

/// All gauges of a fiscal year.
///
/// # Errors
/// As [`picture`].
pub fn gauges(data: &Dataset, year: u16, width_px: f64, palette: &Palette) -> io::Result<String> {
    let readings = readings(data, year);
    Grid::new(readings.len(), (0.0, 0.0), width_px, (0.0, 0.0)).picture(&readings, 0.0, palette)
}

/// Every KPI as it stands in a fiscal year.
pub fn readings(data: &Dataset, year: u16) -> Vec<Reading> {
    data.kpi.kpis.iter().map(|kpi| Reading::of(kpi, &data.actuals, span(data), year)).collect()
}

/// Cards of equal size, as many in a row as fit and rows as full as can be. All in CSS px.
struct Grid {
    corner: (f64, f64),
    width: f64,
    columns: usize,
    card: (f64, f64),
    above: f64,
    bottom: f64,
}

impl Grid {
    /// `corner` is its upper left; each card keeps `above` and `below` of its dial for words.
    fn new(count: usize, corner: (f64, f64), width: f64, (above, below): (f64, f64)) -> Self {
        let inner = width - corner.0 * 2.0;
        let most = ((inner / CARD_PX).floor() as usize).max(1);
        let rows = count.div_ceil(most).max(1);
        let columns = count.div_ceil(rows).max(1);
        let card = (inner / columns as f64, above + DIAL_PX + below);
        Self { corner, width, columns, card, above, bottom: corner.1 + card.1 * rows as f64 }
    }

    /// Upper left of a dial.
    fn dial(&self, index: usize) -> (f64, f64) {
        let (column, row) = (index % self.columns, index / self.columns);
        let (left, top) = self.corner;
        (left + self.card.0 * column as f64, top + self.card.1 * row as f64 + self.above)
    }

    /// The gauges, with room below for words.
    fn picture(&self, readings: &[Reading], below: f64, palette: &Palette) -> io::Result<String> {
        picture((self.width, self.bottom + below), palette, |paper, theme| {
            for (index, reading) in readings.iter().enumerate() {
                let area = part(paper, self.dial(index), (self.card.0, DIAL_PX), theme);
                draw(&area, reading, reading.pace, theme)?;
            }
            Ok(())
        })
    }
}

/// All gauges with their words.
pub fn published(data: &Dataset, year: u16) -> io::Result<String> {
    let readings = readings(data, year);
    let lead = sentence::kpi(LANG, insight::kpi(readings.iter()), year);
    let notes = [sentence::pace_note(LANG, &data.outline), source(data, LANG.text(Key::KpiSource))];
    let story = Story::new(LANG.text(Key::KpiTitle), &lead, &notes, WIDTH_PX);
    let grid = Grid::new(readings.len(), (MARGIN_PX, story.top_px() + 32.0), WIDTH_PX, WORDS_PX);
    let mut labels = story.labels(grid.bottom + story.bottom_px(), &PALETTE);
    labels.extend(legend(year, story.top_px() + 16.0));
    for (index, (kpi, reading)) in data.kpi.kpis.iter().zip(&readings).enumerate() {
        labels.extend(card(kpi, reading, &grid, index));
    }
    Ok(with_labels(&grid.picture(&readings, story.bottom_px(), &PALETTE)?, story.title(), &labels, &PALETTE))
}

/// What the marks of a gauge mean.
fn legend(year: u16, y_px: f64) -> Vec<Label> {
    let pace = LANG.fill(Key::PaceLabel, &[("year", &year.to_string())]);
    let marks = [
        ("▨", LANG.text(Key::LegendLevelBaseline), PALETTE.accent),
        ("┃", LANG.text(Key::LegendBaseline), PALETTE.ink),
        ("┃", LANG.text(Key::LegendTarget), PALETTE.counter),
        ("▼", &pace, PALETTE.ink),
    ];
    key_to(&marks, y_px)
}

/// Name, level, ends of the scale, target, baseline with its period, status.
fn card(kpi: &Kpi, reading: &Reading, grid: &Grid, index: usize) -> Vec<Label> {
    let (left, top) = grid.dial(index);
    let (middle, foot) = (left + grid.card.0 / 2.0, top + DIAL_PX);
    let line = |y_px: f64, text: String| Label::new(middle, y_px, text).anchor(Anchor::Middle);
    let small = |y_px: f64, text: String| line(y_px, text).size(14.0).color(PALETTE.ink_2);
    let amount = |value: f64| grouped(value, kpi.decimals) + &kpi.unit;
    let name = wrap(&kpi.name, (grid.card.0 - 12.0) / 16.0);
    let mut labels: Vec<Label> = Vec::new();
    for (row, text) in name.into_iter().rev().enumerate() {
        labels.push(line(top - 8.0 - 22.0 * row as f64, text).bold());
    }
    let scale = scale_of(reading);
    for (end, x_px) in [(scale.start, middle - RING_END_PX), (scale.end, middle + RING_END_PX)] {
        labels.push(Label { x_px, ..small(foot + 12.0, grouped(end, 0)) });
    }
    let target = format!("{}　{}", LANG.text(Key::Target), amount(kpi.target.value));
    let period = LANG.fill(Key::BaselinePeriod, &[("period", &kpi.baseline.period.to_string())]);
    let baseline = format!("{}　{}{period}", LANG.text(Key::Baseline), amount(kpi.baseline.value));
    labels.push(line(foot - 24.0, amount(reading.level())).size(24.0).bold());
    labels.push(line(foot + 36.0, target).bold().color(PALETTE.counter));
    labels.push(small(foot + 60.0, baseline));
    labels.push(small(foot + 82.0, status(kpi, reading.status)));
    labels
}

/// Status in word and sign, and whether the level is only to be held.
pub fn status(kpi: &Kpi, status: Status) -> String {
    let (sign, key) = match status {
        Status::NoReading => ("–", Key::StatusNone),
        Status::Achieved => ("✓", Key::StatusAchieved),
        Status::OnPace => ("▲", Key::StatusOnPace),
        Status::Behind => ("▼", Key::StatusBehind),
        Status::Held => ("■", Key::StatusHeld),
        Status::BelowFloor => ("▼", Key::StatusBelow),
    };
    let kind =
        if kpi.kind == KpiKind::Maintain { format!("　■ {}", LANG.text(Key::KindMaintain)) } else { String::new() };
    format!("{sign} {}{kind}", LANG.text(key))
}
