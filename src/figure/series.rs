//! A few printed numbers: as columns on an axis of years that is true to scale, or as rows one under another. All begin at
//! zero, and nothing stands between them that was not printed.

use plotters::element::{PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Linear};
use super::geometry::{Point, Rect};
use super::theme::Theme;
use super::words::{Side, Word};
use super::{Area, Drawn};

/// Height of the columns, of the number over them and of the years under them, CSS px.
const COLUMNS_PX: (f64, f64, f64) = (112.0, 30.0, 30.0);
/// Half of a column's width, and room for the words of the first and the last, CSS px.
const COLUMN_PX: (f64, f64) = (14.0, 64.0);
/// Height of a bar, of what lies between it and the next name, of a name's line, and between a name and its bar, CSS px.
const BAR_PX: f64 = 16.0;
const GAP_PX: f64 = 10.0;
const LINE_PX: f64 = super::market::LINE_PX;
const REST_PX: f64 = 6.0;
/// Room for the number behind a bar, CSS px.
const NUMBER_PX: f64 = 112.0;

/// A number and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Its year, on an axis of years.
    pub year: Option<u16>,
}

/// What a word says, of the number at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// What it is of.
    Name(usize),
    /// How much it is.
    Value(usize),
    /// When it was.
    Year(usize),
}

/// Where everything stands, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// A bar each.
    pub bars: Vec<Rect>,
    /// The lines at zero: under the columns, or at the bar of each row.
    pub zeros: Vec<[Point; 2]>,
    /// Where each year of the axis stands; none where there is no such axis.
    pub years: Vec<f64>,
    /// The words.
    pub words: Vec<Word<Says>>,
}

/// Height of a picture of numbers, whose names have as many lines, CSS px.
pub fn height_px(points: &[Number], lines: usize) -> f64 {
    let (columns, above, below) = COLUMNS_PX;
    if years(points).is_some() { above + columns + below } else { row_px(lines) * points.len() as f64 }
}

/// Height of a row whose name has as many lines, CSS px.
fn row_px(lines: usize) -> f64 {
    LINE_PX * lines as f64 + REST_PX + BAR_PX + GAP_PX
}

/// First and last year, where each number has one.
fn years(points: &[Number]) -> Option<(u16, u16)> {
    let all: Vec<u16> = points.iter().map(|point| point.year).collect::<Option<_>>()?;
    Some((*all.iter().min()?, *all.iter().max()?))
}

impl Layout {
    /// Places the numbers in a box of a width, backend px: along years where each has one, else one under another, each
    /// below its name of as many `lines`.
    pub fn new(points: &[Number], lines: usize, width: f64, theme: &Theme) -> Self {
        match years(points) {
            Some(years) => Self::columns(points, years, width, theme),
            None => Self::rows(points, lines, width, theme),
        }
    }

    fn columns(points: &[Number], years: (u16, u16), width: f64, theme: &Theme) -> Self {
        let (height, above, _) = COLUMNS_PX;
        let (half, inset) = (theme.px(COLUMN_PX.0), theme.px(COLUMN_PX.1).min(width / 3.0));
        let axis = Linear::years(years, (inset, width - inset));
        let most = points.iter().map(|point| point.value).fold(f64::MIN_POSITIVE, f64::max);
        let ground = theme.px(above + height);
        let (mut bars, mut words) = (Vec::new(), Vec::new());
        for (index, point) in points.iter().enumerate() {
            let x = axis.at(f64::from(point.year.unwrap_or(years.0)));
            let top = ground - (point.value / most).max(0.0) * theme.px(height);
            bars.push(Rect { left: x - half, top, right: x + half, bottom: ground });
            words.push(Word { at: Point { x, y: top }, side: Side::Above, says: Says::Value(index) });
            let below = Point { x, y: ground + theme.px(6.0) };
            words.push(Word { at: below, side: Side::Below, says: Says::Year(index) });
        }
        let zeros = vec![[0.0, width].map(|x| Point { x, y: ground })];
        Self { bars, zeros, years: axis.ticks().iter().map(|(_, x)| *x).collect(), words }
    }

    fn rows(points: &[Number], lines: usize, width: f64, theme: &Theme) -> Self {
        let (row, head) = (row_px(lines), LINE_PX * lines as f64 + REST_PX);
        let least = points.iter().map(|point| point.value).fold(0.0, f64::min);
        let most = points.iter().map(|point| point.value).fold(0.0, f64::max).max(least + f64::MIN_POSITIVE);
        let axis = Linear::new(&[least, most], (0.0, (width - theme.px(NUMBER_PX)).max(1.0)));
        let zero = axis.at(0.0);
        let (mut bars, mut words) = (Vec::new(), Vec::new());
        for (index, point) in points.iter().enumerate() {
            let top = theme.px(row * index as f64 + head);
            let end = axis.at(point.value);
            let bar = Rect { left: zero.min(end), top, right: zero.max(end), bottom: top + theme.px(BAR_PX) };
            words.push(Word { at: Point { x: 0.0, y: top }, side: Side::AboveStart, says: Says::Name(index) });
            let behind = Point { x: bar.right, y: bar.center().y };
            words.push(Word { at: behind, side: Side::Right, says: Says::Value(index) });
            bars.push(bar);
        }
        let line = |bar: &Rect| [bar.top - theme.px(3.0), bar.bottom + theme.px(3.0)].map(|y| Point { x: zero, y });
        let zeros = bars.iter().map(line).collect();
        Self { bars, zeros, years: Vec::new(), words }
    }
}

/// Draws the numbers where their layout has them.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    for bar in &layout.bars {
        area.draw(&Rectangle::new(bar.pixels(0.0), palette.accent.fill()))?;
    }
    for line in &layout.zeros {
        area.draw(&PathElement::new(line.map(Point::pixel), palette.edge.stroke(theme.line(1.5))))?;
    }
    let ground = layout.zeros.iter().flatten().map(|end| end.y).fold(0.0, f64::max);
    for x in &layout.years {
        let tick = [ground, ground + theme.px(5.0)].map(|y| Point { x: *x, y }.pixel());
        area.draw(&PathElement::new(tick, palette.edge.stroke(theme.line(1.0))))?;
    }
    Ok(())
}
