//! A KPI's trajectory: baseline, readings and target over the fiscal years, with the straight pace between them.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Linear};
use super::geometry::{Point, Rect, Segment, round_levels};
use super::mark::draw_tick;
use super::theme::{Rgb, Theme};
use super::words::{Side, Word};
use super::{Area, Drawn};
use crate::data::actuals::Actual;
use crate::data::kpi::{Direction, Kpi, KpiKind};
use crate::model::fiscal::Span;
use crate::model::pace::{Status, status};

/// A reading on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Fiscal year, or the calendar year of the same number.
    pub year: u16,
    /// Level, in the KPI's unit.
    pub level: f64,
    /// Whether it counts for the chosen year; hollow when it is older than the baseline, or later.
    pub counts: bool,
}

/// One KPI over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// How it is to be read.
    pub kind: KpiKind,
    /// Which way is better, as far as that is known.
    pub direction: Option<Direction>,
    /// Year and level of the baseline; a reader's own list may not state the year.
    pub baseline: (Option<u16>, f64),
    /// Year and level of the target; that it falls in the plan's last year is our assumption, where no list states it.
    pub target: (u16, f64),
    /// Readings by year.
    pub steps: Vec<Step>,
    /// Years of the plan.
    pub span: Span,
    /// How it stands in the chosen year.
    pub status: Status,
    /// Smallest difference worth a tick, in the KPI's unit.
    pub least_step: f64,
}

impl Course {
    /// A KPI's course as seen from a fiscal year.
    pub fn of(kpi: &Kpi, actuals: &[Actual], span: Span, year: u16) -> Self {
        let mut own: Vec<&Actual> = actuals.iter().filter(|actual| actual.id == kpi.id).collect();
        own.sort_by_key(|actual| (actual.period.year, actual.period.is_fiscal));
        let start = Some(kpi.baseline.period.year).filter(|year| *year > 0);
        let counts = |at: u16| at > kpi.baseline.period.year && (at <= year || year >= span.last);
        let step = |actual: &Actual| {
            let year = actual.period.year;
            Step { year, level: actual.value, counts: counts(year) }
        };
        Self {
            kind: kpi.kind,
            direction: kpi.direction(),
            baseline: (start, kpi.baseline.value),
            target: (kpi.due.year(span.last), kpi.target.value),
            steps: own.into_iter().map(step).collect(),
            span,
            status: status(kpi, actuals, span, year),
            least_step: 10f64.powi(-i32::from(kpi.decimals)),
        }
    }

    /// First and last year of the axis: the one before the plan to its last, more where a level lies outside.
    pub fn years(&self) -> (u16, u16) {
        let before = self.span.first.saturating_sub(1);
        let others = || self.steps.iter().map(|step| step.year).chain(self.baseline.0).chain([self.target.0]);
        (others().fold(before, u16::min), others().fold(self.span.last.max(before), u16::max))
    }

    fn levels(&self) -> Vec<f64> {
        let levels = || self.steps.iter().map(|step| step.level).chain([self.baseline.1, self.target.1]);
        let (least, most) = (levels().fold(f64::INFINITY, f64::min), levels().fold(f64::NEG_INFINITY, f64::max));
        round_levels(least, most, self.least_step)
    }
}

/// The chosen year and its pace, apart from the course so that both can sweep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Now {
    /// Fiscal year, with fractions on the way to the next.
    pub year: f64,
    /// Level expected by then, in the KPI's unit.
    pub pace: f64,
}

/// What the words of a trajectory say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    /// A level, in the KPI's unit.
    Level(f64),
    /// A year.
    Year(u16),
}

/// Where everything stands, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Box of the plot; words of the axes stand outside.
    pub bounds: Rect,
    /// A tick each year.
    pub years: Linear,
    /// Round levels, from the bottom.
    pub levels: Linear,
    /// Where the year before the plan is.
    pub start_x: f64,
    /// The baseline's dot; without a year, where its level begins.
    pub baseline: Point,
    /// The target's tick.
    pub target: Point,
    /// The readings' dots.
    pub steps: Vec<Point>,
    /// Where the chosen year meets the pace line, or the floor.
    pub pace: Point,
    /// Every level, and as many years as have room.
    pub words: Vec<Word<Says>>,
}

/// Room at both ends of the axis of years, CSS px.
const INSET_PX: f64 = 12.0;
/// Least distance of two years in words, CSS px.
const YEARS_PX: f64 = 40.0;
/// Radius of a dot, CSS px.
const DOT_PX: f64 = 5.0;

impl Layout {
    /// Places the course within a box of backend px. `chosen` is the year that `now` is, or is on its way to.
    pub fn new(course: &Course, now: Now, chosen: u16, bounds: Rect, theme: &Theme) -> Self {
        let inset = theme.px(INSET_PX).min(bounds.width() / 4.0);
        let years = Linear::years(course.years(), (bounds.left + inset, bounds.right - inset));
        let levels = Linear::new(&course.levels(), (bounds.bottom, bounds.top));
        let at = |year: u16, level: f64| Point { x: years.at(f64::from(year)), y: levels.at(level) };
        let expected = if course.kind == KpiKind::Maintain { course.target.1 } else { now.pace };
        let mut layout = Self {
            bounds,
            start_x: years.at(f64::from(course.span.first.saturating_sub(1))),
            baseline: at(course.baseline.0.unwrap_or_else(|| course.years().0), course.baseline.1),
            target: at(course.target.0, course.target.1),
            steps: course.steps.iter().map(|step| at(step.year, step.level)).collect(),
            pace: Point { x: years.at(now.year), y: levels.at(expected) },
            words: Vec::new(),
            years,
            levels,
        };
        layout.words = layout.words(course, chosen, theme);
        layout
    }

    /// Years stand only where they do not touch one that matters more.
    fn words(&self, course: &Course, chosen: u16, theme: &Theme) -> Vec<Word<Says>> {
        let Rect { left, bottom, .. } = self.bounds;
        let level = |(level, y): &(f64, f64)| Word {
            at: Point { x: left, y: *y },
            side: Side::Left,
            says: Says::Level(*level),
        };
        let mut words: Vec<_> = self.levels.ticks().iter().map(level).collect();
        let mut shown: Vec<f64> = Vec::new();
        let [end, before] = [course.target.0, course.span.first.saturating_sub(1)];
        for year in [Some(end), course.baseline.0, Some(chosen), Some(before)].into_iter().flatten() {
            let x = self.years.at(f64::from(year));
            if shown.iter().all(|other| (other - x).abs() > theme.px(YEARS_PX)) {
                words.push(Word { at: Point { x, y: bottom }, side: Side::Below, says: Says::Year(year) });
                shown.push(x);
            }
        }
        words
    }
}

/// Draws the course where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, course: &Course, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    draw_axes(area, layout, theme)?;
    draw_now(area, layout.pace.x, layout.bounds, theme)?;
    let way = Segment { from: layout.baseline, to: layout.target };
    if course.kind == KpiKind::Maintain {
        draw_floor(area, way, course.direction, theme)?;
    } else if course.baseline.0.is_none() {
        // Only its level is known.
        let level = Segment { to: Point { x: layout.bounds.right, ..layout.baseline }, ..way };
        area.draw(&PathElement::new(level.pixels(), palette.ink_2.stroke(theme.line(1.0))))?;
    } else {
        for dash in way.dashes(theme.px(5.0)) {
            area.draw(&PathElement::new(dash.pixels(), palette.ink_2.stroke(theme.line(1.5))))?;
        }
    }
    draw_steps(area, course, layout, theme)?;
    let half = theme.px(8.0);
    let ends = [-half, half].map(|dx| Point { x: layout.target.x + dx, ..layout.target });
    draw_tick(area, ends, palette.ink, 4.0, theme)?;
    if course.kind == KpiKind::Maintain || course.baseline.0.is_none() {
        Ok(())
    } else {
        draw_pace(area, layout.pace, theme)
    }
}

/// Lines at round levels, ticks at the years, and a wash over what lies before the plan.
fn draw_axes<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (palette, bounds) = (&theme.palette, layout.bounds);
    if layout.years.ticks().first().is_some_and(|(_, x)| *x < layout.start_x) {
        let before = Rect { right: layout.start_x, ..bounds };
        area.draw(&Rectangle::new(before.pixels(0.0), palette.rule.over(palette.surface, 0.35).fill()))?;
    }
    for (_, y) in layout.levels.ticks() {
        let line = Segment { from: Point { x: bounds.left, y: *y }, to: Point { x: bounds.right, y: *y } };
        area.draw(&PathElement::new(line.pixels(), palette.rule.stroke(theme.line(1.0))))?;
    }
    let ground =
        Segment { from: Point { x: bounds.left, y: bounds.bottom }, to: Point { x: bounds.right, y: bounds.bottom } };
    area.draw(&PathElement::new(ground.pixels(), palette.edge.stroke(theme.line(1.5))))?;
    for (_, x) in layout.years.ticks() {
        let tick = [Point { x: *x, y: bounds.bottom }, Point { x: *x, y: bounds.bottom + theme.px(4.0) }];
        area.draw(&PathElement::new(tick.map(Point::pixel), palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}

/// The chosen year from top to bottom.
fn draw_now<DB: DrawingBackend>(area: &Area<DB>, x: f64, bounds: Rect, theme: &Theme) -> Drawn<DB, ()> {
    let ends = [Point { x, y: bounds.top }, Point { x, y: bounds.bottom }];
    area.draw(&PathElement::new(ends.map(Point::pixel), theme.palette.edge.stroke(theme.line(1.0))))
}

/// What is not to be fallen below: a line with ground under it. A ceiling has it above; where nobody says which it is,
/// there is the line alone.
fn draw_floor<DB: DrawingBackend>(
    area: &Area<DB>,
    line: Segment,
    direction: Option<Direction>,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let color = theme.palette.ink;
    let (step, depth) = (theme.px(8.0), theme.px(if direction == Some(Direction::Lower) { -5.0 } else { 5.0 }));
    let strokes = if direction.is_some() { ((line.to.x - line.from.x) / step).floor() as u32 } else { 0 };
    for stroke in 1..=strokes {
        let x = line.from.x + f64::from(stroke) * step;
        let ends = [Point { x, y: line.from.y }, Point { x: x - depth, y: line.from.y + depth }];
        area.draw(&PathElement::new(ends.map(Point::pixel), color.stroke(theme.line(1.0))))?;
    }
    area.draw(&PathElement::new(line.pixels(), color.stroke(theme.line(2.0))))
}

/// Baseline and readings joined in their order, the latest that counts in its status's colour.
fn draw_steps<DB: DrawingBackend>(area: &Area<DB>, course: &Course, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let mut chain: Vec<(u16, Point)> = course.steps.iter().map(|step| step.year).zip(layout.steps.clone()).collect();
    if let Some(start) = course.baseline.0 {
        let place = chain.partition_point(|(year, _)| *year <= start);
        chain.insert(place, (start, layout.baseline));
    }
    let line: Vec<_> = chain.iter().map(|(_, point)| point.pixel()).collect();
    if line.len() > 1 {
        area.draw(&PathElement::new(line, palette.accent.stroke(theme.px(2.5))))?;
    }
    let latest = course.steps.iter().rposition(|step| step.counts);
    for (index, (step, point)) in course.steps.iter().zip(&layout.steps).enumerate() {
        if latest == Some(index) {
            draw_dot(area, *point, DOT_PX + 1.5, theme.status(course.status), true, theme)?;
        } else {
            draw_dot(area, *point, DOT_PX - 0.5, palette.accent, step.counts, theme)?;
        }
    }
    if course.baseline.0.is_none() {
        return Ok(());
    }
    draw_dot(area, layout.baseline, DOT_PX, palette.ink, true, theme)
}

/// A dot with the ground around it.
fn draw_dot<DB: DrawingBackend>(
    area: &Area<DB>,
    center: Point,
    radius_px: f64,
    color: Rgb,
    is_filled: bool,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let radius = |more_px: f64| theme.px(radius_px + more_px) as u32;
    let surface = theme.palette.surface;
    area.draw(&Circle::new(center.pixel(), radius(1.5), surface.fill()))?;
    area.draw(&Circle::new(center.pixel(), radius(0.0), color.fill()))?;
    if !is_filled {
        area.draw(&Circle::new(center.pixel(), radius(-2.0), surface.fill()))?;
    }
    Ok(())
}

/// A small triangle above the line, pointing at the chosen year's pace.
fn draw_pace<DB: DrawingBackend>(area: &Area<DB>, tip: Point, theme: &Theme) -> Drawn<DB, ()> {
    let (half, y) = (theme.px(5.0), tip.y - theme.px(11.0));
    let corners =
        [Point { y: tip.y - theme.px(1.5), ..tip }, Point { x: tip.x - half, y }, Point { x: tip.x + half, y }];
    area.draw(&Polygon::new(corners.map(Point::pixel), theme.palette.ink.fill()))
}
