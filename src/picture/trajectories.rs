//! Trajectories, and their panels in words.

use std::io;

use super::kpi::{notes, shown};
use super::{Label, Look, MARGIN_PX, SCALE, Story, WIDTH_PX, key_to, part, picture, with_labels, words, wrap};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind};
use crate::figure::axis::{Axis as _, Tick};
use crate::figure::geometry::Rect;
use crate::figure::theme::Palette;
use crate::figure::trajectory::{Course, Layout, Now, Says, draw};
use crate::locale::amount::Amounts;
use crate::locale::{Key, decimals_of, listed, period, sentence};
use crate::model::insight;
use crate::model::pace::pace;
use crate::widget::kpi::{State, span};

/// Columns of panels, distance between two, height of a panel and of its words above and below. CSS px.
const COLUMNS: usize = 4;
const GAP_PX: f64 = 28.0;
const PLOT_PX: f64 = 170.0;
const ABOVE_PX: f64 = 134.0;
const BELOW_PX: f64 = 36.0;
/// Room for the levels left of a plot and for half a tick right of it, CSS px.
const SIDES_PX: (f64, f64) = (76.0, 4.0);

/// One trajectory.
///
/// # Errors
/// As [`picture`].
pub fn trajectory(course: &Course, now: Now, width_px: f64, palette: &Palette) -> io::Result<String> {
    let height_px = (width_px * 0.6).min(320.0);
    picture((width_px, height_px), palette, |paper, theme| {
        let bounds = inner((width_px, height_px), (4.0, 4.0), (16.0, 12.0));
        draw(paper, course, &Layout::new(course, now, now.year as u16, bounds, theme), theme)
    })
}

/// A box within a size, by its room left and right, above and below; from CSS px to backend px.
fn inner((width_px, height_px): (f64, f64), sides_px: (f64, f64), (above_px, below_px): (f64, f64)) -> Rect {
    let [left, right] = [sides_px.0, width_px - sides_px.1].map(|x| x * SCALE);
    let [top, bottom] = [above_px, height_px - below_px].map(|y| y * SCALE);
    Rect { left, top, right, bottom }
}

/// A KPI in its panel.
struct Panel<'a> {
    look: &'a Look,
    kpi: &'a Kpi,
    course: Course,
    layout: Layout,
    corner_px: (f64, f64),
    size_px: (f64, f64),
}

impl<'a> Panel<'a> {
    fn new(look: &'a Look, data: &Dataset, (kpi, year): (&'a Kpi, u16), index: usize, top_px: f64) -> Self {
        let columns = COLUMNS as f64;
        let width_px = (WIDTH_PX - 2.0 * MARGIN_PX - GAP_PX * (columns - 1.0)) / columns;
        let size_px = (width_px, ABOVE_PX + PLOT_PX + BELOW_PX);
        let (column, row) = ((index % COLUMNS) as f64, (index / COLUMNS) as f64);
        let corner_px = (MARGIN_PX + (width_px + GAP_PX) * column, top_px + size_px.1 * row);
        let course = Course::of(kpi, &data.actuals, span(data), year);
        let now = Now { year: f64::from(year), pace: pace(kpi, span(data), year) };
        let bounds = inner(size_px, SIDES_PX, (ABOVE_PX, BELOW_PX));
        let layout = Layout::new(&course, now, year, bounds, &look.theme());
        Self { look, kpi, course, layout, corner_px, size_px }
    }

    fn amounts(&self) -> Amounts<'_> {
        Amounts::of(self.look.lang, self.kpi, &[self.kpi.baseline.value, self.kpi.target.value])
    }

    /// Name, baseline and target, axes, and what lies before the plan.
    fn labels(&self) -> Vec<Label> {
        let look = self.look;
        let kpi = self.kpi;
        let amounts = self.amounts();
        let small = |x_px: f64, y_px: f64, text: String| {
            Label::new(x_px, y_px, text).size(14.0).within(self.size_px.0).color(look.palette.ink_2)
        };
        let mut labels: Vec<Label> = Vec::new();
        for (row, text) in wrap(&kpi.name, self.size_px.0 / 16.0).into_iter().rev().enumerate() {
            labels.push(Label::new(0.0, ABOVE_PX - 66.0 - 21.0 * row as f64, text).bold());
        }
        let target = if kpi.kind == KpiKind::Maintain {
            format!("{}　{}", look.lang.text(Key::Floor), amounts.whole(kpi.target.value))
        } else {
            let stated = listed::due(look.lang, kpi);
            let assumed = look.lang.fill(Key::Bracketed, &[("text", look.lang.text(Key::Assumed))]);
            let assumed = if stated.is_empty() { assumed } else { stated };
            format!("{}　{}{assumed}", look.lang.text(Key::Target), amounts.whole(kpi.target.value))
        };
        let period = look.lang.fill(Key::BaselinePeriod, &[("period", &period(look.lang, &kpi.baseline.period))]);
        let baseline = format!("{}　{}{period}", look.lang.text(Key::Baseline), amounts.whole(kpi.baseline.value));
        labels.push(small(0.0, ABOVE_PX - 42.0, target).bold().color(look.palette.ink));
        labels.push(small(0.0, ABOVE_PX - 20.0, baseline));
        let told = told(&amounts, &self.layout);
        labels.extend(self.layout.words.iter().map(|word| words::label(look, word, &told(word.says))));
        let (left, top) = self.corner_px;
        labels.into_iter().map(|label| Label { x_px: label.x_px + left, y_px: label.y_px + top, ..label }).collect()
    }
}

/// What a trajectory's words say: levels with as many decimals as their steps need, and years.
pub fn told(amounts: &Amounts<'_>, layout: &Layout) -> impl Fn(Says) -> String {
    // Sums of tenths are not exact: digits beyond the sixth are no steps.
    let step = |pair: &[Tick]| if let [a, b] = pair { ((b.0 - a.0) * 1e6).round() / 1e6 } else { 0.0 };
    let steps = layout.levels.ticks().windows(2).map(step);
    let decimals = steps.map(|step| decimals_of(step, 0)).max().unwrap_or_default();
    move |says| match says {
        Says::Level(level) => amounts.tick(level, Some(decimals)),
        Says::Year(year) => year.to_string(),
    }
}

/// The trajectories shown with their words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let (kpis, readings) = shown(data, state);
    let title = format!("{}　{}", look.lang.text(Key::KpiTitle), look.lang.text(Key::Course));
    let lead = sentence::goals(look.lang, data, insight::kpi(readings.iter()), state.year);
    let story = Story::new(&title, &lead, &notes(look, data), WIDTH_PX);
    let top_px = story.top_px() + 40.0;
    let panel = |(index, kpi)| Panel::new(look, data, (kpi, state.year), index, top_px);
    let panels: Vec<Panel<'_>> = kpis.into_iter().enumerate().map(panel).collect();
    let bottom_px = panels.last().map_or(top_px, |panel| panel.corner_px.1 + panel.size_px.1);
    let height_px = bottom_px + story.bottom_px();
    let svg = picture((WIDTH_PX, height_px), &look.palette, |paper, theme| {
        for panel in &panels {
            let area = part(paper, panel.corner_px, panel.size_px, theme);
            draw(&area, &panel.course, &panel.layout, theme)?;
        }
        Ok(())
    })?;
    let mut labels = story.labels(height_px, &look.palette);
    labels.extend(legend(look, state.year, story.top_px() + 16.0));
    labels.extend(panels.iter().flat_map(Panel::labels));
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// What the marks of a trajectory mean.
fn legend(look: &Look, year: u16, y_px: f64) -> Vec<Label> {
    let pace = look.lang.fill(Key::PaceLabel, &[("year", &year.to_string())]);
    let marks = [
        ("●", look.lang.text(Key::LegendBaseline), look.palette.ink),
        ("┅", look.lang.text(Key::StraightWay), look.palette.ink_2),
        ("▼", &pace, look.palette.ink),
        ("━", look.lang.text(Key::LegendTarget), look.palette.ink),
        ("┷", look.lang.text(Key::Floor), look.palette.ink),
        ("▒", look.lang.text(Key::BeforePlan), look.palette.edge),
    ];
    key_to(look, &marks, y_px)
}
