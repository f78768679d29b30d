//! The lines from factors to strategies of what is chosen in the cross-SWOT matrix: they keep to the gutters between the
//! boxes and turn in rounded corners, so that no line strikes a word through. Where a strategy leads to, it says itself.

use plotters::element::{Circle, PathElement};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::geometry::{Point, Rect};
use super::theme::Theme;
use super::{Area, Drawn};
use crate::id::{FactorKind, NodeCode, Quadrant};
use crate::model::between;

/// A link between two nodes of the matrix.
pub type Link = (NodeCode, NodeCode);

/// Where everything stands in the matrix of columns and rows, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Boxes of the nodes.
    pub nodes: Vec<(NodeCode, Rect)>,
    /// Heights of the free strips above the two rows of quadrants.
    pub strips: [f64; 2],
}

/// More lines than these nobody follows.
const MOST: usize = 6;

/// The lines that are drawn of what a choice reaches: from factors to strategies, and none where they are too many.
pub fn drawn(steps: impl IntoIterator<Item = Link>) -> Vec<Link> {
    let is_cross = |link: &Link| matches!(link, (NodeCode::Factor(_), NodeCode::Strategy(_)));
    let links: Vec<Link> = steps.into_iter().filter(is_cross).collect();
    if links.len() > MOST { Vec::new() } else { links }
}

/// Width of a line, CSS px.
const STROKE_PX: f64 = 2.0;
/// Distance of lines that run side by side, and the farthest from the middle of a gutter, CSS px.
const LANE_PX: (f64, f64) = (5.0, 12.0);
/// Radius of corners, CSS px.
const CORNER_PX: f64 = 10.0;

/// Draws the first `progress` (0 … 1) of each line, with a dot where it arrives.
pub fn draw<DB: DrawingBackend>(
    area: &Area<DB>,
    layout: &Layout,
    links: &[Link],
    progress: f64,
    theme: &Theme,
) -> Drawn<DB, ()> {
    let sources = sources(links);
    for link in links {
        let lane = sources.iter().position(|source| *source == &link.0).unwrap_or(0);
        let shift = (lane as f64 - (sources.len() as f64 - 1.0) / 2.0) * theme.px(LANE_PX.0);
        let most = theme.px(LANE_PX.1);
        let Some(route) = layout.route(link, between(shift, -most, most)) else { continue };
        let path = cut(&rounded(&route, theme.px(CORNER_PX)), progress);
        let color = theme.palette.accent;
        let pixels: Vec<BackendCoord> = path.iter().map(|point| point.pixel()).collect();
        area.draw(&PathElement::new(pixels, color.stroke(theme.line(STROKE_PX))))?;
        if let (Some(start), Some(end)) = (path.first(), path.last()) {
            area.draw(&Circle::new(start.pixel(), theme.px(3.0) as u32, color.fill()))?;
            area.draw(&Circle::new(end.pixel(), theme.px(4.0) as u32, color.fill()))?;
        }
    }
    Ok(())
}

/// Distinct starts, in order.
fn sources(links: &[Link]) -> Vec<&NodeCode> {
    let mut sources: Vec<&NodeCode> = Vec::new();
    for (from, _) in links {
        if !sources.contains(&from) {
            sources.push(from);
        }
    }
    sources
}

/// The two columns of quadrants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Strengths,
    Weaknesses,
}

fn column(quadrant: Quadrant) -> Column {
    match quadrant {
        Quadrant::SO | Quadrant::ST => Column::Strengths,
        Quadrant::WO | Quadrant::WT => Column::Weaknesses,
    }
}

impl Layout {
    fn rect(&self, code: &NodeCode) -> Option<Rect> {
        self.nodes.iter().find(|(own, _)| own == code).map(|(_, rect)| *rect)
    }

    /// Left and right edge of a column of quadrants.
    fn edges(&self, wanted: Column) -> Option<(f64, f64)> {
        let mut rects = self.nodes.iter().filter_map(|(code, rect)| match code {
            NodeCode::Strategy(code) if column(code.kind) == wanted => Some(rect),
            _ => None,
        });
        rects.next().map(|rect| (rect.left, rect.right))
    }

    /// Corners of a link's line; `shift` sets it apart from its neighbours.
    fn route(&self, (from, to): &Link, shift: f64) -> Option<Vec<Point>> {
        let (NodeCode::Factor(factor), NodeCode::Strategy(strategy)) = (from, to) else { return None };
        let ends = (self.rect(from)?, self.rect(to)?);
        let (strengths, weaknesses) = (self.edges(Column::Strengths)?, self.edges(Column::Weaknesses)?);
        let gutter = weaknesses.0 - strengths.1;
        // Middles of the gutters left of each column and right of the last.
        let gutters = [strengths.0 - gutter / 2.0, strengths.1 + gutter / 2.0, weaknesses.1 + gutter / 2.0];
        let strips = self.strips.map(|y| y + shift / 2.0);
        Some(wide(factor.kind, column(strategy.kind), ends, gutters.map(|x| x + shift), strips))
    }
}

/// Factors above come down the gutter at their right, those at the left cross the strip above the quadrant where they
/// must.
fn wide(from: FactorKind, to: Column, ends: (Rect, Rect), gutters: [f64; 3], strips: [f64; 2]) -> Vec<Point> {
    let (start, end) = ends;
    let [first, second, third] = gutters;
    let [upper, lower] = strips;
    let (start_y, end_y) = (start.center().y, end.center().y);
    let points = |corners: &[(f64, f64)]| corners.iter().map(|(x, y)| Point { x: *x, y: *y }).collect::<Vec<_>>();
    match (from, to) {
        (FactorKind::Strength, _) => {
            points(&[(start.right, start_y), (second, start_y), (second, end_y), (end.right, end_y)])
        }
        (FactorKind::Weakness, _) => {
            points(&[(start.right, start_y), (third, start_y), (third, end_y), (end.right, end_y)])
        }
        (_, Column::Strengths) => {
            points(&[(start.right, start_y), (first, start_y), (first, end_y), (end.left, end_y)])
        }
        (kind, Column::Weaknesses) => {
            let strip = if kind == FactorKind::Opportunity { upper } else { lower };
            let crossing = [(first, start_y), (first, strip), (second, strip), (second, end_y)];
            points(&[&[(start.right, start_y)], &crossing[..], &[(end.left, end_y)]].concat())
        }
    }
}

fn toward(from: Point, to: Point, distance: f64) -> Point {
    let length = from.distance(to);
    let ratio = if length > 0.0 { distance / length } else { 0.0 };
    Point { x: from.x + (to.x - from.x) * ratio, y: from.y + (to.y - from.y) * ratio }
}

/// The same way with rounded corners, as a chain of short pieces.
fn rounded(corners: &[Point], radius: f64) -> Vec<Point> {
    const PIECES: u32 = 6;
    let mut line: Vec<Point> = corners.first().copied().into_iter().collect();
    for corner in corners.windows(3) {
        let &[before, turn, after] = corner else { continue };
        let half = |other: Point| turn.distance(other) / 2.0;
        let reach = radius.min(half(before)).min(half(after));
        let (entry, exit) = (toward(turn, before, reach), toward(turn, after, reach));
        for piece in 0..=PIECES {
            let t = f64::from(piece) / f64::from(PIECES);
            let bend = |a: f64, b: f64, c: f64| (1.0 - t) * (1.0 - t) * a + 2.0 * (1.0 - t) * t * b + t * t * c;
            line.push(Point { x: bend(entry.x, turn.x, exit.x), y: bend(entry.y, turn.y, exit.y) });
        }
    }
    line.extend(corners.last().copied());
    line
}

/// The first `ratio` of a line, by length.
fn cut(line: &[Point], ratio: f64) -> Vec<Point> {
    let lengths: Vec<f64> = line.windows(2).map(|pair| if let &[a, b] = pair { a.distance(b) } else { 0.0 }).collect();
    let mut rest = lengths.iter().sum::<f64>() * ratio;
    let mut part: Vec<Point> = line.first().copied().into_iter().collect();
    for (pair, length) in line.windows(2).zip(lengths) {
        let &[from, to] = pair else { continue };
        if length >= rest {
            part.push(toward(from, to, rest));
            return part;
        }
        part.push(to);
        rest -= length;
    }
    part
}
