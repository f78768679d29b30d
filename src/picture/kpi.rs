//! Gauges, one or all, and their cards in words.

use std::io;

use super::{
    Anchor, Inked, Label, Look, MARGIN_PX, Paper, Story, WIDTH_PX, key_to, part, picture, source, width_em,
    with_labels, wrap,
};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind};
use crate::figure::gauge::{Layout, draw, scale_of};
use crate::figure::theme::{Palette, Theme};
use crate::locale::Lang;
use crate::locale::amount::Amounts;
use crate::locale::{self, Key, period, sentence};
use crate::model::insight;
use crate::model::pace::Reading;
use crate::widget::kpi::{State, span};

/// Height of a dial and the least width of its card, CSS px.
const DIAL_PX: f64 = 150.0;
const CARD_PX: f64 = 220.0;
/// Where the ring ends in a dial of that height, CSS px from its middle.
const RING_END_PX: f64 = 100.0;
/// Room for the level between the ends of the ring, CSS px.
const DIAL_WORDS_PX: f64 = 148.0;
/// Room for a card's name above its dial and for its numbers below, CSS px.
const WORDS_PX: (f64, f64) = (76.0, 100.0);

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
    let layout = Layout::new((f64::from(width), f64::from(height)), reading, reading.pace, theme);
    draw(area, reading, &layout, theme)
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
pub fn notes(look: &Look, data: &Dataset) -> [String; 2] {
    let source = source(look, data, &data.kpi.source.section, data.origin.kpi.as_deref());
    [sentence::pace_note(look.lang, data), source]
}

/// The gauges shown with their words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let (kpis, readings) = shown(data, state);
    let lead = sentence::kpi(look.lang, insight::kpi(readings.iter()), state.year);
    let story = Story::new(look.lang.text(Key::KpiTitle), &lead, &notes(look, data), WIDTH_PX);
    let corner_px = (MARGIN_PX, story.top_px() + 32.0);
    let grid = Grid::new(readings.len(), corner_px, WIDTH_PX, WORDS_PX);
    let lines = |(kpi, reading): (&&Kpi, &Reading)| {
        let names = wrap(&kpi.name, (grid.card.0 - 12.0) / 16.0).len();
        (names, status(look.lang, kpi, reading, grid.card.0 / 14.0).len())
    };
    let (names, states) = kpis.iter().zip(&readings).map(lines).fold((3, 1), |(a, b), (c, d)| (a.max(c), b.max(d)));
    let words_px = (WORDS_PX.0 + 22.0 * (names - 3) as f64, WORDS_PX.1 + 20.0 * (states - 1) as f64);
    let grid = Grid::new(readings.len(), corner_px, WIDTH_PX, words_px);
    let mut labels = story.labels(grid.bottom + story.bottom_px(), &look.palette);
    labels.extend(legend(look, state.year, story.top_px() + 16.0));
    for (index, (kpi, reading)) in kpis.into_iter().zip(&readings).enumerate() {
        labels.extend(card(look, kpi, reading, &grid, index));
    }
    let svg = grid.picture(&readings, story.bottom_px(), &look.palette)?;
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// What the marks of a gauge mean.
fn legend(look: &Look, year: u16, y_px: f64) -> Vec<Label> {
    let pace = look.lang.fill(Key::PaceLabel, &[("year", &year.to_string())]);
    let marks = [
        ("▨", look.lang.text(Key::LegendLevelBaseline), look.palette.accent),
        ("┃", look.lang.text(Key::LegendBaseline), look.palette.ink),
        ("┃", look.lang.text(Key::LegendTarget), look.palette.counter),
        ("▼", &pace, look.palette.ink),
    ];
    key_to(look, &marks, y_px)
}

/// Name, level, ends of the scale, target, baseline with its period, status.
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
    let scale = scale_of(reading);
    for (end, x_px) in [(scale.start, middle - RING_END_PX), (scale.end, middle + RING_END_PX)] {
        labels.push(Label { x_px, ..small(foot + 12.0, amounts.tick(end, None)) });
    }
    let target = format!("{}　{}", look.lang.text(Key::Target), amounts.whole(kpi.target.value));
    let period = look.lang.fill(Key::BaselinePeriod, &[("period", &period(look.lang, &kpi.baseline.period))]);
    let baseline = format!("{}　{}{period}", look.lang.text(Key::Baseline), amounts.whole(kpi.baseline.value));
    labels.push(line(foot - 24.0, amounts.whole(reading.level())).size(24.0).within(DIAL_WORDS_PX).bold());
    labels.push(line(foot + 36.0, target).within(grid.card.0 - 8.0).bold().color(look.palette.counter));
    labels.push(small(foot + 60.0, baseline));
    let status = status(look.lang, kpi, reading, grid.card.0 / 14.0);
    labels.extend((0..).map(f64::from).zip(status).map(|(row, text)| small(foot + 82.0 + 20.0 * row, text)));
    labels
}

/// Status in word and sign, and whether the level is only to be held: in one line where it fits, else in two.
pub fn status(lang: Lang, kpi: &Kpi, reading: &Reading, most_em: f64) -> Vec<String> {
    let (sign, _) = locale::status(reading.status);
    let told = format!("{sign} {}", locale::standing(lang, kpi, reading));
    if kpi.kind != KpiKind::Maintain {
        return vec![told];
    }
    let kind = format!("■ {}", lang.text(Key::KindMaintain));
    let one = format!("{told}　{kind}");
    if width_em(&one) <= most_em { vec![one] } else { vec![told, kind] }
}
