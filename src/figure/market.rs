//! A market by category: how large each is, beside how much of all sales that is, in two years.

use plotters::element::{PathElement, Rectangle};
use plotters_backend::DrawingBackend;

use super::geometry::{Point, Rect};
use super::theme::Theme;
use super::words::{Side, Word};
use super::{Area, Drawn};

/// Height of a bar, of what lies between it and the next name, and of a line of a name, CSS px.
const BAR_PX: f64 = 16.0;
const GAP_PX: f64 = 14.0;
/// See above.
pub const LINE_PX: f64 = 20.0;
/// Room between a name and its bar, CSS px.
const REST_PX: f64 = 6.0;
/// Room for the number behind a size and behind a rate, CSS px.
const NUMBERS_PX: (f64, f64) = (118.0, 60.0);
/// Share of the width that sizes have.
const SIZES_RATIO: f64 = 0.64;
/// All of the sales, in per cent.
const WHOLE_PERCENT: f64 = 100.0;

/// A category: sizes and rates in per cent, in the year compared with where there is one, then in the year shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What is sold.
    pub sizes: (Option<f64>, f64),
    /// How much of all sales that is, per cent.
    pub rates: (Option<f64>, f64),
}

/// What a word says, of the category at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Its name.
    Name(usize),
    /// Its latest size.
    Size(usize),
    /// Its latest rate.
    Rate(usize),
}

/// A bar from zero, and where that of the year compared with ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The bar.
    pub bar: Rect,
    /// The end of the other one.
    pub before: Option<f64>,
    /// Where the whole ends; nothing where there is no whole.
    pub whole: Option<f64>,
}

/// Where everything stands, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The bars of sizes.
    pub sizes: Vec<Bar>,
    /// The bars of rates.
    pub rates: Vec<Bar>,
    /// The words.
    pub words: Vec<Word<Says>>,
}

/// Height of a category whose name has as many lines, CSS px.
fn row_px(lines: usize) -> f64 {
    LINE_PX * lines as f64 + REST_PX + BAR_PX + GAP_PX
}

/// Height for as many categories, whose names have as many lines, CSS px.
pub fn height_px(rows: usize, lines: usize) -> f64 {
    row_px(lines) * rows as f64
}

impl Layout {
    /// Places the categories, whose names have as many `lines`, in a box of a width, backend px.
    pub fn new(rows: &[Row], lines: usize, width: f64, theme: &Theme) -> Self {
        let most =
            rows.iter().flat_map(|row| [row.sizes.0.unwrap_or(0.0), row.sizes.1]).fold(f64::MIN_POSITIVE, f64::max);
        let middle = width * SIZES_RATIO;
        let per_size = (middle - theme.px(NUMBERS_PX.0)).max(1.0) / most;
        let per_rate = (width - middle - theme.px(NUMBERS_PX.1)).max(1.0) / WHOLE_PERCENT;
        let bar = |index: usize, left: f64, scale: f64, (before, latest): (Option<f64>, f64)| {
            let top = theme.px(row_px(lines) * index as f64 + LINE_PX * lines as f64 + REST_PX);
            let bar = Rect { left, top, right: left + latest.max(0.0) * scale, bottom: top + theme.px(BAR_PX) };
            Bar { bar, before: before.map(|before| left + before.max(0.0) * scale), whole: None }
        };
        let (mut sizes, mut rates, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for (index, row) in rows.iter().enumerate() {
            let size = bar(index, 0.0, per_size, row.sizes);
            let rate = bar(index, middle, per_rate, row.rates);
            let rate = Bar { whole: Some(middle + WHOLE_PERCENT * per_rate), ..rate };
            let y = size.bar.center().y;
            let end = size.bar.right.max(size.before.unwrap_or(0.0));
            words.push(Word { at: Point { x: 0.0, y: size.bar.top }, side: Side::AboveStart, says: Says::Name(index) });
            words.push(Word { at: Point { x: end, y }, side: Side::Right, says: Says::Size(index) });
            let end = rate.whole.unwrap_or(rate.bar.right);
            words.push(Word { at: Point { x: end, y }, side: Side::Right, says: Says::Rate(index) });
            sizes.push(size);
            rates.push(rate);
        }
        Self { sizes, rates, words }
    }
}

/// Draws the market where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    for (bars, color) in [(&layout.sizes, palette.accent), (&layout.rates, palette.ink_2)] {
        for Bar { bar, before, whole } in bars {
            if let Some(whole) = whole {
                let track = Rect { right: *whole, ..*bar };
                area.draw(&Rectangle::new(track.pixels(0.0), palette.tint.fill()))?;
                area.draw(&Rectangle::new(track.pixels(0.0), palette.edge.stroke(theme.line(1.0))))?;
            }
            area.draw(&Rectangle::new(bar.pixels(0.0), color.fill()))?;
            if let Some(x) = before {
                let ends = [bar.top - theme.px(4.0), bar.bottom + theme.px(4.0)].map(|y| Point { x: *x, y });
                area.draw(&PathElement::new(ends.map(Point::pixel), palette.ink.stroke(theme.line(1.5))))?;
            }
        }
    }
    Ok(())
}
