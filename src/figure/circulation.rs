//! The regional circulation: income distributed, spent and returned to production as bars on one scale, the streams
//! between them, and what leaks out or comes in.

use plotters::element::{PathElement, Polygon, Rectangle};
use plotters_backend::DrawingBackend;

use super::geometry::{Point, Rect};
use super::theme::{Rgb, Theme};
use super::words::{Side, Word};
use super::{Area, Drawn};

/// Heights: of the words over the first bar, of a bar, of the stream between two, and of the whole. CSS px.
const HEAD_PX: f64 = 28.0;
const BAR_PX: f64 = 28.0;
const STREAM_PX: f64 = 72.0;
/// Height of the figure, CSS px.
pub const HEIGHT_PX: f64 = HEAD_PX + 3.0 * BAR_PX + 2.0 * STREAM_PX + 20.0;
/// Room for the way back at the left, and at the right, CSS px.
const SIDES_PX: (f64, f64) = (24.0, 8.0);

/// What the bars show, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amounts {
    /// Income distributed.
    pub distribution: f64,
    /// Income spent.
    pub expenditure: f64,
    /// What of that returns to production.
    pub returned: f64,
}

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Name and amount of the first bar.
    Distribution,
    /// Of the second.
    Expenditure,
    /// Of the third.
    Returned,
    /// What leaks out or comes in.
    Balance,
}

/// Where everything stands, backend px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The bars, from zero.
    pub bars: [Rect; 3],
    /// What one of the last two bars has and the other has not.
    pub surplus: Rect,
    /// Whether money leaks out: more is spent than returns.
    pub is_leak: bool,
    /// Where the way back from the last bar to the first runs.
    pub way_x: f64,
    /// The words.
    pub words: Vec<Word<Says>>,
}

impl Layout {
    /// Places the amounts in a box of a width, backend px.
    pub fn new(amounts: &Amounts, width: f64, theme: &Theme) -> Self {
        let Amounts { distribution, expenditure, returned } = *amounts;
        let left = theme.px(SIDES_PX.0);
        let most = distribution.max(expenditure).max(returned).max(f64::MIN_POSITIVE);
        let scale = (width - left - theme.px(SIDES_PX.1)).max(1.0) / most;
        let bar = |place: f64, amount: f64| {
            let top = theme.px(HEAD_PX + place * (BAR_PX + STREAM_PX));
            Rect { left, top, right: left + amount.max(0.0) * scale, bottom: top + theme.px(BAR_PX) }
        };
        let bars = [bar(0.0, distribution), bar(1.0, expenditure), bar(2.0, returned)];
        let [_, spent, back] = bars;
        let is_leak = spent.right > back.right;
        let (wider, narrower) = if is_leak { (spent, back) } else { (back, spent) };
        let surplus = Rect { left: narrower.right, ..wider };
        let word = |at: Point, side, says| Word { at, side, says };
        let over = |bar: Rect, says| word(Point { x: bar.left, y: bar.top }, Side::AboveStart, says);
        let mut words =
            vec![over(bars[0], Says::Distribution), over(spent, Says::Expenditure), over(back, Says::Returned)];
        if surplus.width() > 0.0 {
            let at = Point { x: surplus.left - theme.px(6.0), y: spent.bottom + theme.px(STREAM_PX * 0.5) };
            words.push(word(at, Side::AboveEnd, Says::Balance));
        }
        Self { bars, surplus, is_leak, way_x: theme.px(8.0), words }
    }
}

/// Draws the circulation where its layout has it.
pub fn draw<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let palette = &theme.palette;
    for pair in layout.bars.windows(2) {
        let [from, to] = pair else { continue };
        let width = from.right.min(to.right);
        let stream = Rect { left: from.left, top: from.bottom, right: width, bottom: to.top };
        area.draw(&Rectangle::new(stream.pixels(0.0), palette.tint.fill()))?;
    }
    for bar in layout.bars {
        area.draw(&Rectangle::new(bar.pixels(0.0), palette.accent.fill()))?;
    }
    draw_surplus(area, layout, theme)?;
    draw_way(area, layout, theme)
}

/// What the bars differ by, and whither or whence it goes.
fn draw_surplus<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let (surplus, [_, spent, back]) = (layout.surplus, layout.bars);
    if surplus.width() <= 0.0 {
        return Ok(());
    }
    let color = if layout.is_leak { theme.palette.counter } else { theme.palette.ink_2 };
    area.draw(&Rectangle::new(surplus.pixels(0.0), color.fill()))?;
    let tip = theme.px(14.0);
    let (top, bottom) = if layout.is_leak { (spent.bottom, back.bottom) } else { (spent.top, back.top) };
    let stem = Rect { top, bottom: bottom - tip, ..surplus };
    area.draw(&Rectangle::new(stem.pixels(0.0), color.fill()))?;
    let reach = theme.px(6.0);
    draw_tip(area, [surplus.left - reach, surplus.right + reach], (bottom - tip, bottom), color)
}

/// The way from the last bar back to the first.
fn draw_way<DB: DrawingBackend>(area: &Area<DB>, layout: &Layout, theme: &Theme) -> Drawn<DB, ()> {
    let ([first, _, last], x) = (layout.bars, layout.way_x);
    let (from, to) = (last.center().y, first.center().y);
    let corners = [(last.left, from), (x, from), (x, to), (first.left - theme.px(6.0), to)];
    let way = corners.map(|(x, y)| Point { x, y }.pixel());
    let color = theme.palette.ink_2;
    area.draw(&PathElement::new(way, color.stroke(theme.line(2.0))))?;
    let (half, tip) = (theme.px(5.0), first.left - theme.px(1.0));
    let head = [(tip, to), (tip - theme.px(8.0), to - half), (tip - theme.px(8.0), to + half)];
    area.draw(&Polygon::new(head.map(|(x, y)| Point { x, y }.pixel()), color.fill()))
}

/// An arrowhead that points down.
fn draw_tip<DB: DrawingBackend>(
    area: &Area<DB>,
    [left, right]: [f64; 2],
    (top, bottom): (f64, f64),
    color: Rgb,
) -> Drawn<DB, ()> {
    let corners = [(left, top), (right, top), (f64::midpoint(left, right), bottom)];
    area.draw(&Polygon::new(corners.map(|(x, y)| Point { x, y }.pixel()), color.fill()))
}
