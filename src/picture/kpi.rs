//! Gauges, one or all, and their cards in words.

use std::io;

use super::{
    Anchor, Inked, Label, Look, MARGIN_PX, Paper, Story, WIDTH_PX, key_to, part, picture, source, with_labels, wrap,
};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::figure::gauge::{Layout, draw};
use crate::figure::theme::{Palette, Theme};
use crate::locale::aim::Aim;
use crate::locale::amount::Amounts;
use crate::locale::{self, Key, listed, period, sentence};
use crate::model::insight;
use crate::model::marks::Mark;
use crate::model::pace::Reading;
use crate::widget::kpi::{State, span};

/// Height of a dial and the least width of its card, CSS px.
const DIAL_PX: f64 = 150.0;
const CARD_PX: f64 = 220.0;
/// Room for the level within the ring, CSS px.
const DIAL_WORDS_PX: f64 = 110.0;
/// Room for a card's name above its dial and for its numbers below, CSS px.
const WORDS_PX: (f64, f64) = (76.0, 104.0);

/// One gauge.
///
/// # Errors
/// As [`picture`].
pub fn gauge(reading: &Reading, width_px: f64, palette: &Palette) -> io::Result<String> {
    const TALLEST_PX: f64 = 400.0;
    let height_px = (width_px * DIAL_PX / CARD_PX).min(TALLEST_PX);
    picture((width_px, height_px), palette, |paper, theme| draw_in(paper, reading, theme))
}

/// Draws a gauge over the whole of `area`.
fn draw_in(area: &Paper<'_>, reading: &Reading, theme: &Theme) -> Inked {
    let (width, height) = area.dim_in_pixel();
    let layout = Layout::new((f64::from(width), f64::from(height)), reading, marked_pace(reading));
    draw(area, reading, &layout, theme)
}

/// The level of a reading's pace mark, if it has one.
pub fn marked_pace(reading: &Reading) -> Option<f64> {
    reading.is_pace_marked.then_some(reading.pace)
}

/// All gauges of a fiscal year, as when it was chosen.
///
/// # Errors
/// As [`picture`].
pub fn gauges(data: &Dataset, year: u16, width_px: f64, palette: &Palette) -> io::Result<String> {
    let readings = readings(data, year);
    Grid::new(readings.len(), (0.0, 0.0), width_px, (0.0, 0.0)).picture(&readings, 0.0, palette)
}

/// Every KPI as it stands in a fiscal year that was chosen.
pub fn readings(data: &Dataset, year: u16) -> Vec<Reading> {
    data.kpi.kpis.iter().map(|kpi| Reading::of(kpi, &data.actuals, span(data), (year, true))).collect()
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
                draw_in(&area, reading, theme)?;
            }
            Ok(())
        })
    }
}

/// The KPIs a state shows, and how they stand.
pub fn shown<'a>(data: &'a Dataset, state: &State) -> (Vec<&'a Kpi>, Vec<Reading>) {
    data.kpi.kpis.iter().zip(state.readings(data)).filter(|(kpi, _)| state.shows(kpi)).unzip()
}

/// What must be said of pace, and where the indicators stand.
pub fn notes(look: &Look, data: &Dataset) -> [String; 3] {
    let source = source(look, data, &data.kpi.source.section, data.origin.kpi.as_deref());
    [listed::in_words(look.lang, data), sentence::pace_note(look.lang, data), source]
}

/// The gauges shown with their words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let (kpis, readings) = shown(data, state);
    let lead = sentence::goals(look.lang, data, insight::kpi(readings.iter()), state.year);
    let story = Story::new(look.lang.text(Key::KpiTitle), &lead, &notes(look, data), WIDTH_PX);
    let corner_px = (MARGIN_PX, story.top_px() + 32.0);
    let grid = Grid::new(readings.len(), corner_px, WIDTH_PX, WORDS_PX);
    let names = kpis.iter().map(|kpi| wrap(&kpi.name, (grid.card.0 - 12.0) / 16.0).len()).fold(3, usize::max);
    let words_px = (WORDS_PX.0 + 22.0 * (names - 3) as f64, WORDS_PX.1);
    let grid = Grid::new(readings.len(), corner_px, WIDTH_PX, words_px);
    let mut labels = story.labels(grid.bottom + story.bottom_px(), &look.palette);
    labels.extend(legend(look, &readings, state.year, story.top_px() + 16.0));
    for (index, (kpi, reading)) in kpis.into_iter().zip(&readings).enumerate() {
        labels.extend(card(look, kpi, reading, &grid, index));
    }
    let svg = grid.picture(&readings, story.bottom_px(), &look.palette)?;
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// What the marks of gauges or bullets mean: those that are drawn.
pub fn legend(look: &Look, readings: &[Reading], year: u16, y_px: f64) -> Vec<Label> {
    let (lang, Palette { ink, edge, accent, .. }) = (look.lang, look.palette);
    let is_in = |mark: Mark| mark.is_in(readings);
    let pace = lang.fill(Key::PaceLabel, &[("year", &year.to_string())]);
    let scale = locale::scale_key(readings);
    let entries = [
        (true, "━", lang.text(scale), edge),
        (is_in(Mark::Hatched), "▨", lang.text(Key::LegendLevelBaseline), accent),
        (is_in(Mark::Solid), "■", lang.text(Key::LegendReading), ink),
        (true, "│", lang.text(Key::LegendBaseline), ink),
        (true, "┃", lang.text(Key::LegendTarget), ink),
        (is_in(Mark::Held), "┗", lang.text(Key::Floor), ink),
        (is_in(Mark::Pace), "▼", &pace, ink),
        (is_in(Mark::Beyond), "▶", lang.text(Key::LegendBeyond), ink),
    ];
    let drawn = entries.into_iter().filter(|(is_drawn, ..)| *is_drawn);
    key_to(look, &drawn.map(|(_, mark, text, color)| (mark, text, color)).collect::<Vec<_>>(), y_px)
}

/// Name, level, aim, baseline with its period, status.
fn card(look: &Look, kpi: &Kpi, reading: &Reading, grid: &Grid, index: usize) -> Vec<Label> {
    let (left, top) = grid.dial(index);
    let (middle, foot) = (left + grid.card.0 / 2.0, top + DIAL_PX);
    let line = |y_px: f64, text: String| Label::new(middle, y_px, text).anchor(Anchor::Middle);
    let small =
        |y_px: f64, text: String| line(y_px, text).size(14.0).within(grid.card.0 - 8.0).color(look.palette.ink_2);
    let amounts = Amounts::beside(look.lang, kpi, reading);
    let name = wrap(&kpi.name, (grid.card.0 - 12.0) / 16.0);
    let mut labels: Vec<Label> = Vec::new();
    for (row, text) in name.into_iter().rev().enumerate() {
        labels.push(line(top - 8.0 - 22.0 * row as f64, text).bold());
    }
    let aim = Aim::of(look.lang, kpi);
    labels.push(line(foot - 38.0, amounts.whole(reading.level())).size(24.0).within(DIAL_WORDS_PX).bold());
    labels.push(line(foot + 20.0, aim.levels).within(grid.card.0 - 8.0).bold());
    labels.push(line(foot + 44.0, [&aim.change, "　", aim.kind.unwrap_or_default()].concat().trim_end().to_owned()));
    labels.push(small(foot + 66.0, baseline(look, kpi, &amounts)));
    labels.push(small(foot + 86.0, status(look, kpi, reading)));
    labels
}

/// The baseline with its period.
pub fn baseline(look: &Look, kpi: &Kpi, amounts: &Amounts<'_>) -> String {
    let period = look.lang.fill(Key::BaselinePeriod, &[("period", &period(look.lang, &kpi.baseline.period))]);
    format!("{}　{}{period}", look.lang.text(Key::Baseline), amounts.whole(kpi.baseline.value))
}

/// Status in word and sign.
pub fn status(look: &Look, kpi: &Kpi, reading: &Reading) -> String {
    let (sign, _) = locale::status(reading.status);
    format!("{sign} {}", locale::standing(look.lang, kpi, reading))
}
