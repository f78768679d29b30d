//! Quadrants: each industry's output quotient against its employees quotient, both logarithmic, with zero and the
//! very small beyond a break.

use plotters::element::{Circle, PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, LANE_PX, Log};
use super::geometry::{Point, Rect, Segment};
use super::labels::Label;
use super::theme::{Rgb, Theme};
use super::words::{Side, Word};
use super::{Area, Drawn};
use crate::model::location_quotient::AxisMark;

/// How an industry stands on both bases. As strong as the reference area is not stronger: 1 belongs below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Above 1 on both.
    Both,
    /// Above 1 by output only.
    Output,
    /// Above 1 by employees only.
    Employees,
    /// Above 1 on neither.
    Neither,
}

impl Standing {
    /// All four: upper right, lower right, upper left, lower left.
    pub const ALL: [Self; 4] = [Self::Both, Self::Output, Self::Employees, Self::Neither];

    /// The standing of two printed quotients.
    ///
    /// ```
    /// use shigoto_widgets::figure::lq_quadrant::Standing;
    /// assert_eq!(Standing::of(1.50, 0.63), Standing::Output);
    /// assert_eq!(Standing::of(1.00, 1.28), Standing::Employees);
    /// ```
    pub fn of(output: f64, employees: f64) -> Self {
        match (output > 1.0, employees > 1.0) {
            (true, true) => Self::Both,
            (true, false) => Self::Output,
            (false, true) => Self::Employees,
            (false, false) => Self::Neither,
        }
    }
}

/// One industry on both bases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quotients {
    /// By output, to the right.
    pub output: f64,
    /// By employees, upward.
    pub employees: f64,
    /// Whether both cover the same activity; hollow where they do not.
    pub is_exact: bool,
}

/// What to draw and where.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantPlot {
    /// Box of the plot in its area, backend px. Words of the axes stand outside.
    pub bounds: Rect,
    /// The industries.
    pub industries: Vec<Quotients>,
}

/// An industry's mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its middle.
    pub center: Point,
    /// How far it reaches, with the rings of others at the very same place.
    pub radius: f64,
    /// Whether both sides cover the same activity.
    is_exact: bool,
    /// How many before it stand at the very same place: each of them is a ring around the next.
    rings: u32,
}

/// Where everything stands, backend px.
pub struct Layout {
    /// Box of the plot.
    pub bounds: Rect,
    /// Output, to the right.
    pub x: Log,
    /// Employees, upward.
    pub y: Log,
    /// The industries' marks, in their order.
    pub dots: Vec<Dot>,
    /// The words of both axes.
    pub words: Vec<Word<AxisMark>>,
}

/// Radius of a mark and distance of its rings, CSS px.
const DOT_PX: (f64, f64) = (5.5, 4.0);
/// Distance of a quadrant's name from edges and marks, and its steps along the edge, CSS px.
const NAME_PX: (f64, f64) = (8.0, 8.0);

impl Layout {
    /// Places axes and marks.
    pub fn new(plot: &QuadrantPlot, theme: &Theme) -> Self {
        let bounds = plot.bounds;
        let Rect { left, top, right, bottom } = bounds;
        let outputs: Vec<f64> = plot.industries.iter().map(|industry| industry.output).collect();
        let employees: Vec<f64> = plot.industries.iter().map(|industry| industry.employees).collect();
        let lanes = (theme.px(LANE_PX.0), theme.px(LANE_PX.1));
        let (x, y) = (Log::of(&outputs, (left, right), lanes), Log::of(&employees, (bottom, top), lanes));
        let mut dots: Vec<Dot> = Vec::with_capacity(outputs.len());
        for Quotients { output, employees, is_exact } in plot.industries.iter().copied() {
            let center = Point { x: x.at(output), y: y.at(employees) };
            let rings = dots.iter().filter(|dot| dot.center == center).count() as u32;
            dots.push(Dot { center, radius: 0.0, is_exact, rings });
        }
        let places: Vec<Point> = dots.iter().map(|dot| dot.center).collect();
        for dot in &mut dots {
            let same = places.iter().filter(|place| **place == dot.center).count().saturating_sub(1);
            // Numbers and names keep a little away.
            dot.radius = theme.px(DOT_PX.0 * 1.3 + DOT_PX.1 * same as f64);
        }
        let mut words = x.words(Side::Below, |x| Point { x, y: bottom });
        words.extend(y.words(Side::Left, |y| Point { x: left, y }));
        Self { bounds, x, y, dots, words }
    }

    /// The industries' names as labels to place, given their sizes.
    pub fn labels(&self, sizes: impl IntoIterator<Item = (f64, f64)>) -> Vec<Label> {
        let label = |(dot, size): (&Dot, _)| Label { point: dot.center, radius: dot.radius, size };
        self.dots.iter().zip(sizes).map(label).collect()
    }

    /// Box of a quadrant's logarithmic part, where its name stands in the outer corner.
    pub fn quadrant(&self, standing: Standing) -> Rect {
        let ((left, right), (bottom, top)) = (self.x.ends, self.y.ends);
        let (x, y) = (self.x.at(1.0), self.y.at(1.0));
        match standing {
            Standing::Both => Rect { left: x, top, right, bottom: y },
            Standing::Output => Rect { left: x, top: y, right, bottom },
            Standing::Employees => Rect { left, top, right: x, bottom: y },
            Standing::Neither => Rect { left, top: y, right: x, bottom },
        }
    }

    /// Where a quadrant's name of some size stands without covering a mark: in the outer corner, or along the edge
    /// from there. `None` when there is no room; it must then stand outside.
    pub fn name(&self, standing: Standing, (width, height): (f64, f64), theme: &Theme) -> Option<Rect> {
        const STEPS: u32 = 64;
        let pad = theme.px(NAME_PX.0);
        let quadrant = self.quadrant(standing).grown(-pad);
        let is_left = matches!(standing, Standing::Employees | Standing::Neither);
        let is_upper = matches!(standing, Standing::Employees | Standing::Both);
        let top = if is_upper { quadrant.top } else { quadrant.bottom - height };
        let corner = if is_left { quadrant.left } else { quadrant.right - width };
        let inward = theme.px(NAME_PX.1) * if is_left { 1.0 } else { -1.0 };
        let boxes = (0..STEPS).map(|step| {
            let left = corner + inward * f64::from(step);
            Rect { left, top, right: left + width, bottom: top + height }
        });
        let clear =
            |rect: &Rect| self.dots.iter().all(|dot| !rect.overlaps(Rect::around(dot.center, dot.radius + pad)));
        boxes.take_while(|rect| quadrant.holds(*rect)).find(clear)
    }

    /// The two lines at 1, as boxes: words should not cover them.
    pub fn ones(&self) -> [Rect; 2] {
        let (x, y) = (self.x.at(1.0), self.y.at(1.0));
        [Rect { left: x, right: x + 1.0, ..self.bounds }, Rect { top: y, bottom: y + 1.0, ..self.bounds }]
    }
}

/// Draws lines, leaders of the labels, marks, and a ring around the `chosen` one.
pub fn draw<DB: DrawingBackend>(
    area: &Area<DB>,
    layout: &Layout,
    chosen: Option<usize>,
    leaders: &[Segment],
    theme: &Theme,
) -> Drawn<DB, ()> {
    draw_lines(area, layout, theme)?;
    for leader in leaders {
        area.draw(&PathElement::new(leader.pixels(), theme.palette.edge.stroke(theme.line(1.0))))?;
    }
    // Of several at one place the outer rings come first.
    let mut order: Vec<&Dot> = layout.dots.iter().collect();
    order.sort_by_key(|dot| u32::MAX - dot.rings);
    for dot in order {
        draw_dot(area, dot, theme)?;
    }
    if let Some(dot) = chosen.and_then(|index| layout.dots.get(index)) {
        let radius = (dot.radius + theme.px(3.0)) as u32;
        area.draw(&Circle::new(dot.center.pixel(), radius, theme.palette.ink.stroke(theme.px(2.5))))?;
    }
    Ok(())
}

/// A line at each tick, a strong one at 1, and the breaks.
fn draw_lines<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (palette, bounds) = (&theme.palette, layout.bounds);
    let Rect { left, top, right, bottom } = bounds;
    let upright = |x: f64| Segment { from: Point { x, y: top }, to: Point { x, y: bottom } };
    let level = |y: f64| Segment { from: Point { x: left, y }, to: Point { x: right, y } };
    let xs = layout.x.ticks().iter().map(|(_, x)| upright(*x));
    for line in xs.chain(layout.y.ticks().iter().map(|(_, y)| level(*y))) {
        area.draw(&PathElement::new(line.pixels(), palette.rule.stroke(theme.line(1.0))))?;
    }
    let gap = theme.px(LANE_PX.1);
    if layout.x.has_lane() {
        let gap = Rect { left: layout.x.ends.0 - gap, right: layout.x.ends.0, ..bounds };
        draw_break(area, gap, upright(gap.center().x), theme)?;
    }
    if layout.y.has_lane() {
        let gap = Rect { top: layout.y.ends.0, bottom: layout.y.ends.0 + gap, ..bounds };
        draw_break(area, gap, level(gap.center().y), theme)?;
    }
    for line in [upright(layout.x.at(1.0)), level(layout.y.at(1.0))] {
        area.draw(&PathElement::new(line.pixels(), palette.ink_2.stroke(theme.line(2.0))))?;
    }
    Ok(())
}

/// The axis stops here: a strip of ground with a dashed line.
fn draw_break<DB: DrawingBackend>(area: &Area<DB>, gap: Rect, line: Segment, theme: &Theme) -> Drawn<DB, ()> {
    area.draw(&Rectangle::new(gap.pixels(0.0), theme.palette.surface.fill()))?;
    for dash in line.dashes(theme.px(4.0)) {
        area.draw(&PathElement::new(dash.pixels(), theme.palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}

/// A mark with the ground around it: filled, hollow where the two sides differ, larger for each one below it.
fn draw_dot<DB: DrawingBackend>(area: &Area<DB>, dot: &Dot, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    let radius = theme.px(DOT_PX.0 + DOT_PX.1 * f64::from(dot.rings));
    let disc = |radius: f64, color: Rgb| {
        area.draw(&Circle::new(dot.center.pixel(), radius.max(theme.px(1.0)) as u32, color.fill()))
    };
    disc(radius + theme.px(1.5), palette.surface)?;
    disc(radius, palette.accent)?;
    if dot.rings > 0 || !dot.is_exact {
        disc(radius - theme.px(2.0), palette.surface)?;
    }
    Ok(())
}
