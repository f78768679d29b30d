//! The map of the strategy: a row for each pillar, a block for each measure, a dot for each work, a square for each project.

use plotters::element::{Circle, PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::geometry::{Point, Rect, Segment};
use super::theme::Theme;
use super::{Area, Drawn};

/// Width of a pillar's name, distance between columns, and what lies above and below a row, CSS px.
const NAME_PX: f64 = 250.0;
const GAP_PX: f64 = 28.0;
const PAD_PX: f64 = 14.0;
/// Height of a line of words, CSS px.
pub const LINE_PX: f64 = 20.0;
/// Distance of marks, their reach, and the room between works and projects, CSS px.
const STEP_PX: f64 = 18.0;
const REACH_PX: f64 = 6.5;
const APART_PX: f64 = 10.0;
/// Width of the bar at a block's side, and the room up to its words, CSS px.
const BAR_PX: f64 = 4.0;
/// See above.
pub const INDENT_PX: f64 = 14.0;
/// Below this width names stand over their blocks, CSS px.
const NARROW_PX: f64 = 700.0;

/// A measure: how many lines of words stand over and under its marks, which marks are printed again, and the place of the
/// key issue that it serves first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Lines over its marks.
    pub lines: usize,
    /// Lines under its marks.
    pub feet: usize,
    /// Of each work whether it is printed again.
    pub works: Vec<bool>,
    /// Of each project whether it is printed again.
    pub projects: Vec<bool>,
    /// Place of its key issue, which is that of its colour.
    pub issue: Option<usize>,
}

/// A pillar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Lines of its name and of what stands under it.
    pub lines: usize,
    /// A view common to all other pillars.
    pub is_common: bool,
    /// Its measures.
    pub blocks: Vec<Block>,
}

/// One work or project.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its middle, backend px.
    pub at: Point,
    /// A square, not a dot.
    pub is_project: bool,
    /// Printed before.
    pub is_again: bool,
    /// Place of the key issue.
    pub issue: Option<usize>,
}

/// Where everything stands, backend px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The ground of each pillar, and whether it is common to all.
    pub rows: Vec<(Rect, bool)>,
    /// The box of each measure, pillar by pillar, and the place of its key issue.
    pub blocks: Vec<Vec<(Rect, Option<usize>)>>,
    /// Works and projects.
    pub marks: Vec<Mark>,
    /// Height of all.
    pub height: f64,
}

/// Width of a pillar's name and of a measure's words, CSS px, with as many measures side by side.
pub fn widths_px(width_px: f64, columns: usize) -> (f64, f64) {
    let Columns { name_px, block_px, .. } = Columns::new(width_px, columns);
    (name_px, block_px - INDENT_PX)
}

struct Columns {
    name_px: f64,
    left_px: f64,
    block_px: f64,
    count: usize,
}

impl Columns {
    fn new(width_px: f64, count: usize) -> Self {
        if width_px < NARROW_PX {
            return Self { name_px: width_px, left_px: 0.0, block_px: width_px, count: 1 };
        }
        let (count, left_px) = (count.max(1), NAME_PX + GAP_PX);
        let block_px = (width_px - left_px - GAP_PX * (count - 1) as f64) / count as f64;
        Self { name_px: NAME_PX, left_px, block_px, count }
    }
}

impl Layout {
    /// Places the pillars one below the other in a width, CSS px.
    pub fn new(rows: &[Row], width_px: f64, theme: &Theme) -> Self {
        let columns = Columns::new(width_px, rows.iter().map(|row| row.blocks.len()).max().unwrap_or(0));
        let (mut layout, mut top) = (Self::default(), 0.0);
        for row in rows {
            let bottom = layout.row(row, top, &columns, theme);
            let ground = Rect { left: 0.0, top: theme.px(top), right: theme.px(width_px), bottom: theme.px(bottom) };
            layout.rows.push((ground, row.is_common));
            top = bottom;
        }
        layout.height = theme.px(top);
        layout
    }

    /// Places a pillar's measures; its foot, CSS px.
    fn row(&mut self, row: &Row, top: f64, columns: &Columns, theme: &Theme) -> f64 {
        let named = top + PAD_PX + LINE_PX * row.lines as f64;
        let mut foot = if columns.left_px > 0.0 { top + PAD_PX } else { named + LINE_PX / 2.0 };
        let mut boxes = Vec::new();
        for line in row.blocks.chunks(columns.count) {
            let begin = foot;
            for (column, block) in line.iter().enumerate() {
                let left = columns.left_px + (columns.block_px + GAP_PX) * column as f64;
                let bottom = self.block(block, (left, begin), columns.block_px, theme);
                let rect = Rect { left, top: begin, right: left + columns.block_px, bottom };
                boxes.push((scaled(rect, theme), block.issue));
                foot = foot.max(bottom);
            }
            foot += LINE_PX / 2.0;
        }
        self.blocks.push(boxes);
        foot.max(named) + PAD_PX - LINE_PX / 2.0
    }

    /// Places a measure's marks; its foot, CSS px.
    fn block(&mut self, block: &Block, (left, top): (f64, f64), width_px: f64, theme: &Theme) -> f64 {
        let start = left + INDENT_PX + REACH_PX;
        let (mut x, mut y) = (start, top + LINE_PX * block.lines as f64 + STEP_PX / 2.0 + 4.0);
        let kinds = [(false, &block.works), (true, &block.projects)];
        for (is_project, marks) in kinds {
            for is_again in marks {
                if x + REACH_PX > left + width_px {
                    (x, y) = (start, y + STEP_PX);
                }
                let at = Point { x: theme.px(x), y: theme.px(y) };
                self.marks.push(Mark { at, is_project, is_again: *is_again, issue: block.issue });
                x += STEP_PX;
            }
            x += APART_PX;
        }
        y + STEP_PX / 2.0 + 4.0 + LINE_PX * block.feet as f64
    }
}

fn scaled(rect: Rect, theme: &Theme) -> Rect {
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom].map(|px| theme.px(px));
    Rect { left, top, right, bottom }
}

/// Draws the map where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    for (ground, is_common) in &layout.rows {
        if *is_common {
            area.draw(&Rectangle::new(ground.pixels(0.0), palette.tint.fill()))?;
        }
        let ends = [ground.left, ground.right].map(|x| Point { x, y: ground.top }.pixel());
        area.draw(&PathElement::new(ends, palette.ink.stroke(theme.line(1.0))))?;
    }
    for (block, issue) in layout.blocks.iter().flatten() {
        let bar = Rect { right: block.left + theme.px(BAR_PX), ..*block };
        let color = issue.map_or(palette.edge, |place| theme.issue(place));
        area.draw(&Rectangle::new(bar.pixels(0.0), color.fill()))?;
    }
    layout.marks.iter().try_for_each(|mark| draw_mark(area, mark, theme))
}

/// Around a box: from its first corner back to that. Plotters draws the edge of its own rectangles a pixel wide.
fn corners(Rect { left, top, right, bottom }: Rect) -> [Point; 6] {
    let around = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)];
    around.map(|(x, y)| Point { x, y })
}

/// A dot or a ring for a work; a square for a project, in dashes where it is printed again.
fn draw_mark<DB: DrawingBackend>(area: &Area<DB>, mark: &Mark, theme: &Theme) -> Drawn<DB, ()> {
    let color = mark.issue.map_or(theme.palette.ink_2, |place| theme.issue(place));
    let (reach, line) = (theme.px(REACH_PX), theme.line(2.0));
    let square = Rect::around(mark.at, reach - line / 2.0);
    match (mark.is_project, mark.is_again) {
        (false, false) => area.draw(&Circle::new(mark.at.pixel(), reach.round() as i32, color.fill())),
        (false, true) => {
            area.draw(&Circle::new(mark.at.pixel(), (reach - line / 2.0).round() as i32, color.stroke(line)))
        }
        (true, false) => area.draw(&PathElement::new(corners(square).map(Point::pixel), color.stroke(line))),
        (true, true) => {
            let corners = corners(square);
            let sides = corners.windows(2).filter_map(|ends| match ends {
                [from, to] => Some(Segment { from: *from, to: *to }),
                _ => None,
            });
            let mut dashes = sides.flat_map(|side| side.dashes(theme.px(2.5)));
            dashes.try_for_each(|dash| area.draw(&PathElement::new(dash.pixels(), color.stroke(line))))
        }
    }
}
