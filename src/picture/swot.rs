//! The cross-SWOT matrix: where its nodes stand, the curves between them, and its words.

use std::io;

use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

use super::swot_words::{needed, node};
use super::{
    Inked, Label, Look, MARGIN_PX, Paper, SCALE, Story, WIDTH_PX, part, picture, source, width_em, with_labels,
};
use crate::data::Dataset;
use crate::data::swot::SwotData;
use crate::figure::geometry::{Point, Rect};
use crate::figure::swot_links::{self, Layout, Link};
use crate::figure::theme::{Palette, Rgb, Theme};
use crate::id::{FactorKind, NodeCode, Quadrant};
use crate::locale::sentence::{self, kind_name};
use crate::locale::{Key, Lang};
use crate::model::cross_swot::reach;
use crate::widget::swot::State;

/// The curves of what a node reaches, between the boxes of the matrix.
///
/// # Errors
/// As [`picture`].
pub fn swot_links(
    lang: Lang,
    data: &Dataset,
    selected: &NodeCode,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    let matrix = Matrix::new(&Look::published(lang), &data.swot, width_px);
    picture(matrix.size, palette, |paper, theme| matrix.draw(paper, &links(data, Some(selected)), theme))
}

/// The links of what a node reaches; all of them without one.
fn links(data: &Dataset, selected: Option<&NodeCode>) -> Vec<Link> {
    if let Some(selected) = selected {
        return reach(&data.links, selected).steps.into_iter().map(|step| (step.from, step.to)).collect();
    }
    let factors = data.links.factor_strategy.iter().map(|l| (NodeCode::Factor(l.from), NodeCode::Strategy(l.to)));
    let issues = data.links.strategy_issue.iter();
    factors.chain(issues.map(|l| (NodeCode::Strategy(l.from), NodeCode::Issue(l.to.clone())))).collect()
}

/// Where the nodes of the matrix stand, CSS px.
struct Matrix<'a> {
    /// Whose words must fit into the boxes; `None` where they stand empty.
    words: Option<&'a SwotData>,
    size: (f64, f64),
    /// As [`Layout::strips`].
    strips: Option<[f64; 3]>,
    nodes: Vec<(NodeCode, Rect)>,
    /// Headings of the factors' lists and of the quadrants, by their baseline.
    heads: Vec<(Point, Option<FactorKind>, String)>,
}

/// Height of a box and the distance to the next: strategies and what stands beside them, other factors.
const BOX: (f64, f64) = (64.0, 76.0);
const LINE: (f64, f64) = (44.0, 52.0);
/// Height of a key issue's box, and room for a heading with its baseline.
const ISSUE: f64 = 124.0;
const HEAD: (f64, f64) = (44.0, 32.0);

impl<'a> Matrix<'a> {
    fn new(look: &Look, data: &'a SwotData, width: f64) -> Self {
        const WIDE_PX: f64 = 900.0;
        let words = (width >= WIDE_PX).then_some(data);
        let mut matrix = Self { words, size: (width, 0.0), strips: None, nodes: Vec::new(), heads: Vec::new() };
        if words.is_some() {
            matrix.cross(look, data);
        } else {
            matrix.stack(data);
        }
        matrix
    }

    /// One below the other, with gutters for the curves.
    fn stack(&mut self, data: &SwotData) {
        const GUTTER: f64 = 40.0;
        const GAP: f64 = 20.0;
        let across = (GUTTER, self.size.0 - 2.0 * GUTTER);
        let factors = FactorKind::ALL.map(|kind| factors(data, kind));
        let strategies = Quadrant::ALL.map(|quadrant| strategies(data, quadrant));
        let mut bottom = 0.0;
        for codes in factors.into_iter().chain(strategies).chain([issues(data)]) {
            bottom = self.column(across, bottom + GAP, LINE, codes);
        }
        self.size.1 = bottom + GAP;
    }

    /// Strengths and weaknesses above, opportunities and threats at the left, key issues below.
    fn cross(&mut self, look: &Look, data: &SwotData) {
        use FactorKind::{Opportunity, Strength, Threat, Weakness};
        use Quadrant::{SO, ST, WO, WT};
        const SIDE: f64 = 232.0;
        const GUTTER: f64 = 72.0;
        const RUN: f64 = 64.0;
        let first = MARGIN_PX + SIDE + GUTTER;
        let width = (self.size.0 - first - 2.0 * GUTTER) / 2.0;
        let lefts = [first, first + width + GUTTER];
        let (mut bottom, mut strips): (f64, Vec<f64>) = (0.0, Vec::new());
        for (kind, left) in [Strength, Weakness].into_iter().zip(lefts) {
            self.head(left, 0.0, Some(kind), kind_name(look.lang, kind));
            bottom = bottom.max(self.column((left, width), HEAD.0, LINE, factors(data, kind)));
        }
        for (kind, quadrants) in [(Opportunity, [SO, WO]), (Threat, [ST, WT])] {
            let top = bottom + 24.0;
            strips.push(bottom + 16.0);
            self.head(MARGIN_PX, top, Some(kind), kind_name(look.lang, kind));
            bottom = self.column((MARGIN_PX, SIDE), top + HEAD.0, BOX, factors(data, kind));
            for (quadrant, left) in quadrants.into_iter().zip(lefts) {
                self.head(left, top, None, heading(data, quadrant));
                bottom = bottom.max(self.column((left, width), top + HEAD.0, BOX, strategies(data, quadrant)));
            }
        }
        let top = bottom + RUN;
        strips.push(bottom + RUN / 2.0);
        self.strips = strips.try_into().ok();
        self.head(MARGIN_PX, top - 8.0, None, look.lang.text(Key::KeyIssues));
        self.size.1 = self.row((first, self.size.0 - MARGIN_PX), top, issues(data)) + 8.0;
    }

    fn head(&mut self, x: f64, top: f64, kind: Option<FactorKind>, text: &str) {
        let text = kind.map_or_else(|| text.to_owned(), |kind| format!("{} {text} {}", kind.sign(), kind.letter()));
        self.heads.push((Point { x, y: top + HEAD.1 }, kind, text));
    }

    /// Boxes one below the other; the foot of the last.
    fn column(&mut self, (left, width): (f64, f64), top: f64, (height, step): (f64, f64), codes: Vec<NodeCode>) -> f64 {
        let (mut top, mut bottom) = (top, top);
        for code in codes {
            let needed = self.words.map_or(0.0, |data| needed(data, &code, width));
            bottom = top + height.max(needed);
            self.nodes.push((code, Rect { left, top, right: left + width, bottom }));
            top = bottom + (step - height);
        }
        bottom
    }

    /// Boxes side by side, all as tall as the tallest; their foot.
    fn row(&mut self, (left, right): (f64, f64), top: f64, codes: Vec<NodeCode>) -> f64 {
        const GAP: f64 = 20.0;
        let (count, mut bottom) = (codes.len(), top);
        let step = (right - left + GAP) / count.max(1) as f64;
        for (index, code) in codes.into_iter().enumerate() {
            let foot = self.column((left + step * index as f64, step - GAP), top, (ISSUE, ISSUE), vec![code]);
            bottom = bottom.max(foot);
        }
        for (_, rect) in self.nodes.iter_mut().rev().take(count) {
            rect.bottom = bottom;
        }
        bottom
    }

    /// The curves, and over them the boxes and the ground of the headings: words stand before curves. Through boxes
    /// that are not reached they shimmer, so that no piece of a curve seems to begin there.
    fn draw(&self, area: &Paper<'_>, links: &[Link], theme: &Theme) -> Inked {
        const VEIL_RATIO: f64 = 0.85;
        swot_links::draw(area, &self.layout(), links, 1.0, theme)?;
        let Palette { surface, edge, rule, .. } = theme.palette;
        for (Point { x, y }, _, text) in &self.heads {
            let rect = Rect { left: x - 4.0, top: y - 18.0, right: x + 16.0 * width_em(text) + 8.0, bottom: y + 6.0 };
            area.draw(&Rectangle::new(scaled(rect).pixels(0.0), surface.fill()))?;
        }
        for (code, rect) in &self.nodes {
            let corners = scaled(*rect).pixels(0.0);
            let is_lit = is_lit(links, code);
            let ground = surface.color().mix(if is_lit { 1.0 } else { VEIL_RATIO });
            area.draw(&Rectangle::new(corners, ground.filled()))?;
            let [(left, top), (right, bottom)] = corners;
            let outline = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            let color = if is_lit { edge } else { rule };
            area.draw(&PathElement::new(outline, color.stroke(theme.line(1.0))))?;
        }
        Ok(())
    }

    /// Width of the boxes that begin at `x`, with part of the gutter beside them: room for their heading.
    fn room_px(&self, x: f64) -> f64 {
        const GUTTER_PART: f64 = 48.0;
        let below = self.nodes.iter().find(|(_, rect)| (rect.left - x).abs() < 1.0);
        let edge = self.size.0 - MARGIN_PX / 2.0;
        below.map_or(edge - x, |(_, rect)| (rect.right + GUTTER_PART).min(edge) - x)
    }

    fn layout(&self) -> Layout {
        Layout {
            nodes: self.nodes.iter().map(|(code, rect)| (code.clone(), scaled(*rect))).collect(),
            width: self.size.0 * SCALE,
            strips: self.strips.map(|strips| strips.map(|y| y * SCALE)),
        }
    }
}

fn is_lit(links: &[Link], code: &NodeCode) -> bool {
    links.iter().any(|(from, to)| from == code || to == code)
}

/// In backend pixels.
fn scaled(Rect { left, top, right, bottom }: Rect) -> Rect {
    Rect { left: left * SCALE, top: top * SCALE, right: right * SCALE, bottom: bottom * SCALE }
}

fn factors(data: &SwotData, kind: FactorKind) -> Vec<NodeCode> {
    data.factors.iter().map(|factor| factor.code).filter(|code| code.kind == kind).map(NodeCode::Factor).collect()
}

fn strategies(data: &SwotData, quadrant: Quadrant) -> Vec<NodeCode> {
    let strategies = data.quadrants.iter().filter(|one| one.code == quadrant).flat_map(|one| &one.strategies);
    strategies.map(|strategy| NodeCode::Strategy(strategy.code)).collect()
}

fn issues(data: &SwotData) -> Vec<NodeCode> {
    data.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone())).collect()
}

fn heading(data: &SwotData, quadrant: Quadrant) -> &str {
    data.quadrants.iter().find(|one| one.code == quadrant).map_or("", |one| &one.heading)
}

/// The matrix with its words: what one node reaches, or all links, paler.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let selected = state.select.as_ref();
    let lit = selected.map(|code| reach(&data.links, code)).unwrap_or_default();
    let lead = sentence::swot(look.lang, &data.swot, selected, &lit);
    let notes = [data.links.note.clone(), source(look, data, &data.swot.source.section, data.origin.swot.as_deref())];
    let story = Story::new(look.lang.text(Key::SwotTitle), &lead, &notes, WIDTH_PX);
    let (matrix, links, top) = (Matrix::new(look, &data.swot, WIDTH_PX), links(data, selected), story.top_px());
    let size = (WIDTH_PX, top + matrix.size.1 + story.bottom_px());
    let svg = picture(size, &look.palette, |paper, theme| {
        let area = part(paper, (0.0, top), matrix.size, theme);
        matrix.draw(&area, &links, &Theme { palette: curve_palette(look.palette, selected.is_none()), ..*theme })
    })?;
    let mut labels = story.labels(size.1, &look.palette);
    for (Point { x, y }, kind, text) in &matrix.heads {
        let color = kind.map_or(look.palette.ink, |kind| look.theme().factor(kind));
        labels.push(Label::new(*x, top + y, text).within(matrix.room_px(*x)).bold().color(color));
    }
    for (code, Rect { left, top: y, right, bottom }) in &matrix.nodes {
        let rect = Rect { left: *left, top: top + y, right: *right, bottom: top + bottom };
        labels.extend(node(look, &data.swot, code, rect, is_lit(&links, code)));
    }
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// Key issues' curves in grey, for opportunities have the accent's colour; all half way to the ground when pale.
fn curve_palette(palette: Palette, is_pale: bool) -> Palette {
    let mix = |color: Rgb| if is_pale { halfway(color, palette.surface) } else { color };
    let grey = mix(palette.ink_2);
    Palette { factors: palette.factors.map(mix), accent: grey, ink_2: grey, ..palette }
}

fn halfway(Rgb(one): Rgb, Rgb(other): Rgb) -> Rgb {
    let channel = |shift: u32| u32::midpoint((one >> shift) & 0xFF, (other >> shift) & 0xFF) << shift;
    Rgb(channel(16) | channel(8) | channel(0))
}
