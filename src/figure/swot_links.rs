//! The lines that join factors, strategies and key issues of the cross-SWOT matrix: like a city's railway map, they
//! keep to the gutters between the boxes and turn in rounded corners, so that no line strikes a word through.

use plotters::element::{Circle, PathElement};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::geometry::{Point, Rect};
use super::theme::{Rgb, Theme};
use super::{Area, Drawn};
use crate::id::{FactorKind, NodeCode, Quadrant};
use crate::model::between;

/// A link between two nodes of the matrix.
pub type Link = (NodeCode, NodeCode);

/// Where everything stands, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Boxes of the nodes.
    pub nodes: Vec<(NodeCode, Rect)>,
    /// Width of the matrix.
    pub width: f64,
    /// Heights of the free strips above the two rows of quadrants and above the key issues; `None` when everything
    /// is stacked in one column.
    pub strips: Option<[f64; 3]>,
}

/// Width of a line, CSS px.
const STROKE_PX: f64 = 2.0;
/// Distance of lines that run side by side, and the farthest from the middle of a gutter, CSS px.
const LANE_PX: (f64, f64) = (5.0, 12.0);
/// Radius of corners, CSS px.
const CORNER_PX: f64 = 10.0;
/// Width of the free strip at either side of a stacked matrix, CSS px.
const SIDE_PX: f64 = 10.0;

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
        let Some(route) = layout.route(link, between(shift, -most, most), theme) else { continue };
        let path = cut(&rounded(&route, theme.px(CORNER_PX)), progress);
        let color = color(&link.0, theme);
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

fn color(from: &NodeCode, theme: &Theme) -> Rgb {
    match from {
        NodeCode::Factor(code) => theme.factor(code.kind),
        _ => theme.palette.ink_2,
    }
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
    fn route(&self, (from, to): &Link, shift: f64, theme: &Theme) -> Option<Vec<Point>> {
        let (start, end) = (self.rect(from)?, self.rect(to)?);
        let Some(strips) = self.strips else { return Some(self.stacked(from, start, end, shift / 2.0, theme)) };
        let (strengths, weaknesses) = (self.edges(Column::Strengths)?, self.edges(Column::Weaknesses)?);
        let gutter = weaknesses.0 - strengths.1;
        // Middles of the gutters left of each column and right of the last.
        let gutters = [strengths.0 - gutter / 2.0, strengths.1 + gutter / 2.0, weaknesses.1 + gutter / 2.0];
        Some(wide(from, to, (start, end), gutters.map(|x| x + shift), strips.map(|y| y + shift / 2.0)))
    }

    /// In one column: down the left side from factors, down the right side to key issues.
    fn stacked(&self, from: &NodeCode, start: Rect, end: Rect, shift: f64, theme: &Theme) -> Vec<Point> {
        let side = theme.px(SIDE_PX);
        if !matches!(from, NodeCode::Factor(_)) {
            let x = self.width - side + shift;
            let (y, end_y) = (start.center().y, end.center().y);
            return vec![right(start), Point { x, y }, Point { x, y: end_y }, right(end)];
        }
        // A chip may be scrolled out of sight: its line then begins at the edge it left by.
        let x = between(start.center().x, side * 2.0, self.width - side * 2.0);
        let below = start.bottom + side + shift / 2.0;
        let (lane, end_y) = (side + shift, end.center().y);
        let corners = [(x, start.bottom), (x, below), (lane, below), (lane, end_y)];
        corners.into_iter().map(|(x, y)| Point { x, y }).chain([left(end)]).collect()
    }
}

/// In the matrix: factors above come down the gutter at their right, those at the left cross the strip above the
/// quadrant where they must, key issues are reached through the gutter at the strategy's left.
fn wide(from: &NodeCode, to: &NodeCode, ends: (Rect, Rect), gutters: [f64; 3], strips: [f64; 3]) -> Vec<Point> {
    let (start, end) = ends;
    let [first, second, third] = gutters;
    let [upper, lower, issues] = strips;
    let (start_y, end_y) = (start.center().y, end.center().y);
    let points = |corners: &[(f64, f64)]| corners.iter().map(|(x, y)| Point { x: *x, y: *y }).collect::<Vec<_>>();
    match (from, to) {
        (NodeCode::Factor(code), NodeCode::Strategy(strategy)) => match (code.kind, column(strategy.kind)) {
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
        },
        (NodeCode::Strategy(code), _) => {
            let gutter = if column(code.kind) == Column::Strengths { first } else { second };
            let x = end.center().x;
            points(&[(start.left, start_y), (gutter, start_y), (gutter, issues), (x, issues), (x, end.top)])
        }
        _ => points(&[(start.right, start_y), (end.left, end_y)]),
    }
}

fn left(rect: Rect) -> Point {
    Point { x: rect.left, y: rect.center().y }
}

fn right(rect: Rect) -> Point {
    Point { x: rect.right, y: rect.center().y }
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
