//! The cross-SWOT matrix: where its nodes stand, the lines of what is chosen, and its words.

use std::io;

use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

use super::swot_words::{needed, node, place};
use super::{
    Inked, Label, Look, MARGIN_PX, Paper, SCALE, Story, WIDTH_PX, part, picture, source, width_em, with_labels,
};
use crate::data::Dataset;
use crate::data::swot::SwotData;
use crate::figure::geometry::{Point, Rect};
use crate::figure::swot_links::{self, Layout};
use crate::figure::theme::{Palette, Theme};
use crate::id::{FactorKind, NodeCode, Quadrant};
use crate::locale::names::kind_name;
use crate::locale::sentence;
use crate::locale::{Key, Lang};
use crate::model::cross_swot::{Reach, reach};
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
    let matrix = Matrix::new(&Look::published(lang), data, width_px);
    let told = reach(&data.links, selected);
    picture(matrix.size, palette, |paper, theme| matrix.draw(paper, Some(&told), theme))
}

/// Where the nodes of the matrix stand, CSS px.
struct Matrix<'a> {
    lang: Lang,
    data: &'a Dataset,
    size: (f64, f64),
    /// As [`Layout::strips`].
    strips: [f64; 2],
    nodes: Vec<(NodeCode, Rect)>,
    /// Headings of the factors' lists and of the quadrants, by their baseline.
    heads: Vec<(Point, String)>,
}

/// Height of a box and the distance to the next: strategies and what stands beside them, other factors.
const BOX: (f64, f64) = (44.0, 56.0);
const LINE: (f64, f64) = (36.0, 42.0);
/// Least height of a key issue's box, and of the rule over it.
const ISSUE: (f64, f64) = (92.0, 4.0);
/// Room for a heading with its baseline.
const HEAD: (f64, f64) = (44.0, 32.0);

impl<'a> Matrix<'a> {
    /// Key issues above, then strengths and weaknesses, opportunities and threats at the left.
    fn new(look: &Look, data: &'a Dataset, width: f64) -> Self {
        use FactorKind::{Opportunity, Strength, Threat, Weakness};
        use Quadrant::{SO, ST, WO, WT};
        const WIDE_PX: f64 = 900.0;
        const SIDE: f64 = 232.0;
        const GUTTER: f64 = 72.0;
        let (lang, swot, width) = (look.lang, &data.swot, width.max(WIDE_PX));
        let (size, strips) = ((width, 0.0), [0.0; 2]);
        let mut matrix = Self { lang, data, size, strips, nodes: Vec::new(), heads: Vec::new() };
        let first = MARGIN_PX + SIDE + GUTTER;
        let column = (width - first - 2.0 * GUTTER) / 2.0;
        let lefts = [first, first + column + GUTTER];
        matrix.head(MARGIN_PX, 0.0, None, lang.text(Key::KeyIssues));
        let top = matrix.row((MARGIN_PX, width - MARGIN_PX), HEAD.0, issues(swot));
        let mut bottom = top;
        for (kind, left) in [Strength, Weakness].into_iter().zip(lefts) {
            matrix.head(left, top, Some(kind), kind_name(lang, kind));
            bottom = bottom.max(matrix.column((left, column), top + HEAD.0, LINE, factors(swot, kind)));
        }
        for (row, (kind, quadrants)) in [(Opportunity, [SO, WO]), (Threat, [ST, WT])].into_iter().enumerate() {
            let top = bottom + 24.0;
            if let Some(strip) = matrix.strips.get_mut(row) {
                *strip = bottom + 16.0;
            }
            matrix.head(MARGIN_PX, top, Some(kind), kind_name(lang, kind));
            bottom = matrix.column((MARGIN_PX, SIDE), top + HEAD.0, BOX, factors(swot, kind));
            for (quadrant, left) in quadrants.into_iter().zip(lefts) {
                matrix.head(left, top, None, heading(swot, quadrant));
                bottom = bottom.max(matrix.column((left, column), top + HEAD.0, BOX, strategies(swot, quadrant)));
            }
        }
        matrix.size.1 = bottom + 8.0;
        matrix
    }

    fn head(&mut self, x: f64, top: f64, kind: Option<FactorKind>, text: &str) {
        let text = kind.map_or_else(|| text.to_owned(), |kind| format!("{} {text} {}", kind.sign(), kind.letter()));
        self.heads.push((Point { x, y: top + HEAD.1 }, text));
    }

    /// Boxes one below the other; the foot of the last.
    fn column(&mut self, (left, width): (f64, f64), top: f64, (height, step): (f64, f64), codes: Vec<NodeCode>) -> f64 {
        let (mut top, mut bottom) = (top, top);
        for code in codes {
            bottom = top + height.max(needed(self.lang, self.data, &code, width));
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
            let foot = self.column((left + step * index as f64, step - GAP), top, (ISSUE.0, ISSUE.0), vec![code]);
            bottom = bottom.max(foot);
        }
        for (_, rect) in self.nodes.iter_mut().rev().take(count) {
            rect.bottom = bottom;
        }
        bottom
    }

    /// The lines, and over them the boxes and the ground of the headings: words stand before lines. Through boxes that
    /// are not reached they shimmer, so that no piece of a line seems to begin there.
    fn draw(&self, area: &Paper<'_>, told: Option<&Reach<'_>>, theme: &Theme) -> Inked {
        const VEIL_RATIO: f64 = 0.85;
        let steps = told.into_iter().flat_map(|told| &told.steps);
        let links = swot_links::drawn(steps.map(|step| (step.from.clone(), step.to.clone())));
        swot_links::draw(area, &self.layout(), &links, 1.0, theme)?;
        let Palette { surface, edge, rule, .. } = theme.palette;
        for (Point { x, y }, text) in &self.heads {
            let rect = Rect { left: x - 4.0, top: y - 18.0, right: x + 16.0 * width_em(text) + 8.0, bottom: y + 6.0 };
            area.draw(&Rectangle::new(scaled(rect).pixels(0.0), surface.fill()))?;
        }
        for (code, rect) in &self.nodes {
            let corners = scaled(*rect).pixels(0.0);
            let is_lit = is_lit(told, code);
            let ground = surface.color().mix(if is_lit { 1.0 } else { VEIL_RATIO });
            area.draw(&Rectangle::new(corners, ground.filled()))?;
            let [(left, top), (right, bottom)] = corners;
            let outline = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            let color = if is_lit && told.is_some() { edge } else { rule };
            area.draw(&PathElement::new(outline, color.stroke(theme.line(1.0))))?;
            if let NodeCode::Issue(issue) = code {
                let hue = if is_lit { theme.issue(place(self.data, issue)) } else { rule };
                let bar = Rect { bottom: rect.top + ISSUE.1, ..*rect };
                area.draw(&Rectangle::new(scaled(bar).pixels(0.0), hue.fill()))?;
            }
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
            strips: self.strips.map(|y| y * SCALE),
        }
    }
}

/// Whether a node is chosen or reached, as all are without a choice.
fn is_lit(told: Option<&Reach<'_>>, code: &NodeCode) -> bool {
    told.is_none_or(|told| told.nodes.contains(code))
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

/// The matrix with its words: as it is, or with what one node reaches.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let selected = state.select.as_ref();
    let told = selected.map(|code| reach(&data.links, code));
    let told = told.as_ref();
    let lead = sentence::swot(look.lang, &data.swot, selected, told.unwrap_or(&Reach::default()));
    let notes = [data.links.note.clone(), source(look, data, &data.swot.source.section, data.origin.swot.as_deref())];
    let story = Story::new(look.lang.text(Key::SwotTitle), &lead, &notes, WIDTH_PX);
    let (matrix, top) = (Matrix::new(look, data, WIDTH_PX), story.top_px());
    let size = (WIDTH_PX, top + matrix.size.1 + story.bottom_px());
    let svg = picture(size, &look.palette, |paper, theme| {
        let area = part(paper, (0.0, top), matrix.size, theme);
        matrix.draw(&area, told, theme)
    })?;
    let mut labels = story.labels(size.1, &look.palette);
    for (Point { x, y }, text) in &matrix.heads {
        let label = Label::new(*x, top + y, text).within(matrix.room_px(*x)).bold();
        labels.push(label.color(look.palette.ink));
    }
    for (code, Rect { left, top: y, right, bottom }) in &matrix.nodes {
        let rect = Rect { left: *left, top: top + y, right: *right, bottom: top + bottom };
        labels.extend(node(look, data, code, rect, is_lit(told, code)));
    }
    Ok(with_labels(look, &svg, story.title(), &labels))
}
