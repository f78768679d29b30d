//! The report card: what was published year by year, and empty cells to write in.

use std::io;

use plotters::element::Rectangle;

use super::kpi::{notes, shown};
use super::{Anchor, BASELINE_PX, Inked, Label, Look, MARGIN_PX, Paper, Story, WIDTH_PX, picture, with_labels, wrap};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::figure::geometry::Rect;
use crate::figure::theme::Theme;
use crate::locale::amount::Amounts;
use crate::locale::{self, Key, group as naming, period, sentence};
use crate::model::fiscal::Span;
use crate::model::groups::groups;
use crate::model::insight;
use crate::model::report::years;
use crate::widget::kpi::{State, span};

/// Width of the names, of the baseline, and of the target at the right; height of a row and of a heading. CSS px.
const NAMES_PX: f64 = 310.0;
const BASELINE_WORDS_PX: f64 = 120.0;
const TARGET_PX: f64 = 130.0;
const ROW_PX: f64 = 46.0;
const HEAD_PX: f64 = 34.0;
/// Left edge of the years, CSS px.
const YEARS_PX: f64 = MARGIN_PX + NAMES_PX + BASELINE_WORDS_PX;

/// Where rows and years stand, CSS px.
struct Card<'a> {
    look: &'a Look,
    data: &'a Dataset,
    year_px: f64,
    labels: Vec<Label>,
    /// Cells to be drawn: their left edge and top.
    cells: Vec<(f64, f64)>,
    y_px: f64,
}

/// The report card of the KPIs shown, with its words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let lang = look.lang;
    let (_, readings) = shown(data, state);
    let lead =
        [&*sentence::goals(lang, data, insight::kpi(readings.iter()), state.year), lang.text(Key::ReportHow)].join(" ");
    let title = format!("{}　{}", lang.text(Key::KpiTitle), lang.text(Key::ViewReport));
    let story = Story::new(&title, lead.trim(), &notes(look, data), WIDTH_PX);
    let count = f64::from(span(data).last.saturating_sub(span(data).first)) + 1.0;
    let year_px = (WIDTH_PX - MARGIN_PX - TARGET_PX - YEARS_PX) / count;
    let mut card = Card { look, data, year_px, labels: Vec::new(), cells: Vec::new(), y_px: story.top_px() + 24.0 };
    card.heads();
    for group in groups(&data.kpi.kpis, &data.outline, state.group) {
        let kpis: Vec<&Kpi> = group.kpis.iter().copied().filter(|kpi| state.shows(kpi)).collect();
        if !kpis.is_empty() {
            card.group(&naming::title(lang, data, group.common, kpis.len()));
        }
        for kpi in kpis {
            card.row(kpi);
        }
    }
    let height_px = card.y_px + 16.0 + story.bottom_px();
    let svg = picture((WIDTH_PX, height_px), &look.palette, |paper, theme| draw(paper, &card, theme))?;
    let mut labels = story.labels(height_px, &look.palette);
    labels.extend(card.labels);
    Ok(with_labels(look, &svg, story.title(), &labels))
}

impl Card<'_> {
    fn word(&mut self, (x_px, y_px): (f64, f64), text: String, dress: impl Fn(Label) -> Label) {
        self.labels.push(dress(Label::new(x_px, y_px, text).size(14.0)));
    }

    /// Headings of the columns.
    fn heads(&mut self) {
        let (lang, color) = (self.look.lang, self.look.palette.ink_2);
        let end = |label: Label| label.anchor(Anchor::End).color(color);
        self.word((YEARS_PX - 12.0, self.y_px), lang.text(Key::Baseline).to_owned(), end);
        self.word((WIDTH_PX - MARGIN_PX, self.y_px), lang.text(Key::Target).to_owned(), end);
        let Span { first, last } = span(self.data);
        for (column, year) in (first..=last).enumerate() {
            let x_px = YEARS_PX + self.year_px * (column as f64 + 0.5);
            self.word((x_px, self.y_px), year.to_string(), |label| label.anchor(Anchor::Middle).color(color));
        }
        self.y_px += 8.0;
    }

    fn group(&mut self, title: &str) {
        self.word((MARGIN_PX, self.y_px + HEAD_PX - 10.0), title.to_owned(), |label| label.size(16.0).bold());
        self.y_px += HEAD_PX;
    }

    /// A KPI: its name, its baseline, its years, its target.
    fn row(&mut self, kpi: &Kpi) {
        let (look, year_px) = (self.look, self.year_px);
        let years = years(kpi, &self.data.actuals, span(self.data));
        let amounts = Amounts::of_years(look.lang, kpi, &years);
        let middle_px = self.y_px + ROW_PX / 2.0 + BASELINE_PX;
        let name = wrap(&kpi.name, NAMES_PX / 14.0);
        let above_px = 8.5 * name.len().saturating_sub(1) as f64;
        for (line, text) in name.into_iter().enumerate() {
            self.word((MARGIN_PX, middle_px - above_px + 17.0 * line as f64), text, |label| label.within(NAMES_PX));
        }
        let small = |label: Label| label.size(11.0).color(look.palette.ink_2);
        let room_px = BASELINE_WORDS_PX - 20.0;
        let end = |label: Label| label.anchor(Anchor::End).within(room_px);
        self.word((YEARS_PX - 12.0, middle_px - 7.0), amounts.whole(kpi.baseline.value), end);
        self.word((YEARS_PX - 12.0, middle_px + 10.0), period(look.lang, &kpi.baseline.period), |label| {
            end(small(label))
        });
        let target_px = (WIDTH_PX - MARGIN_PX, middle_px);
        self.word(target_px, amounts.whole(kpi.target.value), |label| end(label).within(TARGET_PX - 16.0).bold());
        for (column, year) in years.iter().enumerate() {
            let left_px = YEARS_PX + year_px * column as f64;
            self.cells.push((left_px, self.y_px));
            let Some((actual, status)) = year.told else { continue };
            let middle = |label: Label| label.anchor(Anchor::Middle).within(year_px - 8.0);
            let (sign, word) = locale::status(status);
            let x_px = left_px + year_px / 2.0;
            self.word((x_px, middle_px - 7.0), amounts.whole(actual.value), |label| middle(label).bold());
            let standing = format!("{sign} {}", look.lang.text(word));
            self.word((x_px, middle_px + 10.0), standing, |label| middle(small(label)));
        }
        self.y_px += ROW_PX;
    }
}

/// The cells: what is published stands in one, what is not can be written into one.
fn draw(paper: &Paper<'_>, card: &Card<'_>, theme: &Theme) -> Inked {
    for (left_px, top_px) in &card.cells {
        let sides = [left_px + 2.0, top_px + 3.0, left_px + card.year_px - 2.0, top_px + ROW_PX - 3.0];
        let [left, top, right, bottom] = sides.map(|px| theme.px(px));
        let bounds = Rect { left, top, right, bottom };
        paper.draw(&Rectangle::new(bounds.pixels(0.0), theme.palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}
