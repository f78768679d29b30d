//! Points, arcs and curves in backend pixels.

use std::f64::consts::PI;

use plotters_backend::BackendCoord;

use crate::model::between;

/// A point, x to the right, y downward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// Nearest pixel.
    pub fn pixel(self) -> BackendCoord {
        (self.x.round() as i32, self.y.round() as i32)
    }

    /// How far another one is. `hypot` would guard against numbers that no figure has, in every visit.
    #[allow(clippy::imprecise_flops, reason = "see above")]
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }
}

/// A box, edges included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Its middle.
    pub fn center(self) -> Point {
        Point { x: f64::midpoint(self.left, self.right), y: f64::midpoint(self.top, self.bottom) }
    }

    /// Whether it holds a point.
    pub fn contains(self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Both corners as pixels, each side moved inward by `inset`.
    pub fn pixels(self, inset: f64) -> [BackendCoord; 2] {
        let upper_left = Point { x: self.left + inset, y: self.top + inset };
        let lower_right = Point { x: self.right - inset, y: self.bottom - inset };
        [upper_left.pixel(), lower_right.pixel()]
    }

    /// A square around a point.
    pub fn around(center: Point, reach: f64) -> Self {
        Self { left: center.x, top: center.y, right: center.x, bottom: center.y }.grown(reach)
    }

    /// Each side moved outward by `reach`.
    pub fn grown(self, reach: f64) -> Self {
        let Self { left, top, right, bottom } = self;
        Self { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach }
    }

    /// From left to right.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other lies wholly within.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left && self.top <= other.top && other.right <= self.right && other.bottom <= self.bottom
    }

    /// Its point nearest to another.
    pub fn nearest(self, point: Point) -> Point {
        Point { x: between(point.x, self.left, self.right), y: between(point.y, self.top, self.bottom) }
    }
}

/// A straight piece of line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

impl Segment {
    /// Whether a point lies nearer than `distance`.
    ///
    /// ```
    /// use shigoto_widgets::figure::geometry::{Point, Segment};
    /// let segment = Segment { from: Point { x: 0.0, y: 0.0 }, to: Point { x: 10.0, y: 0.0 } };
    /// assert!(segment.is_near(Point { x: 4.0, y: 3.0 }, 3.1) && !segment.is_near(Point { x: 4.0, y: 3.0 }, 2.9));
    /// assert!(segment.is_near(Point { x: 13.0, y: 4.0 }, 5.1) && !segment.is_near(Point { x: 13.0, y: 4.0 }, 4.9));
    /// ```
    pub fn is_near(self, point: Point, distance: f64) -> bool {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let length_2 = dx * dx + dy * dy;
        let along = (point.x - self.from.x) * dx + (point.y - self.from.y) * dy;
        let share = if length_2 > 0.0 { between(along / length_2, 0.0, 1.0) } else { 0.0 };
        let (dx, dy) = (self.from.x + dx * share - point.x, self.from.y + dy * share - point.y);
        dx * dx + dy * dy < distance * distance
    }

    /// Whether any of it lies within a box.
    ///
    /// ```
    /// use shigoto_widgets::figure::geometry::{Point, Rect, Segment};
    /// let rect = Rect { left: 2.0, top: 2.0, right: 4.0, bottom: 4.0 };
    /// let to = |x, y| Segment { from: Point { x: 0.0, y: 0.0 }, to: Point { x, y } };
    /// assert!(to(6.0, 6.0).enters(rect) && to(3.0, 3.0).enters(rect));
    /// assert!(!to(1.0, 1.0).enters(rect) && !to(6.0, 1.0).enters(rect));
    /// ```
    pub fn enters(self, rect: Rect) -> bool {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let sides = [
            (-dx, self.from.x - rect.left),
            (dx, rect.right - self.from.x),
            (-dy, self.from.y - rect.top),
            (dy, rect.bottom - self.from.y),
        ];
        // The part of the segment, from 0 to 1, on the inner side of every edge so far.
        let (mut entry, mut exit) = (0.0, 1.0);
        for (slope, room) in sides {
            if slope < 0.0 {
                entry = f64::max(entry, room / slope);
            } else if slope > 0.0 {
                exit = f64::min(exit, room / slope);
            } else if room < 0.0 {
                return false;
            }
        }
        entry <= exit
    }

    /// Whether it crosses another.
    pub fn crosses(self, other: Self) -> bool {
        let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        let parts = |a: Self, b: Self| turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) <= 0.0;
        parts(self, other) && parts(other, self)
    }

    /// Dashes along it, `length` each and as far apart.
    pub fn dashes(self, length: f64) -> Vec<Self> {
        let whole = self.from.distance(self.to);
        if whole <= 0.0 || length <= 0.0 {
            return Vec::new();
        }
        let at = |distance: f64| {
            let share = (distance / whole).min(1.0);
            let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
            Point { x: self.from.x + dx * share, y: self.from.y + dy * share }
        };
        let count = (whole / length / 2.0).ceil() as u32;
        let starts = (0..count).map(|dash| f64::from(dash) * length * 2.0);
        starts.map(|start| Self { from: at(start), to: at(start + length) }).collect()
    }

    /// Both ends as pixels.
    pub fn pixels(self) -> [BackendCoord; 2] {
        [self.from.pixel(), self.to.pixel()]
    }
}

/// Round levels from below the least to above the most with a little room, at even steps of 1, 2 or 5 × 10ⁿ, no finer
/// than `least_step`. Zero is among them: a way looks as steep as it is.
///
/// ```
/// use shigoto_widgets::figure::geometry::round_levels;
/// assert_eq!(round_levels(91.0, 631.0, 1.0), [0.0, 200.0, 400.0, 600.0, 800.0]);
/// assert_eq!(round_levels(464.0, 474.0, 1.0), [0.0, 200.0, 400.0, 600.0]);
/// assert_eq!(round_levels(80.0, 80.0, 1.0), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
/// assert_eq!(round_levels(0.0, 0.0, 1.0), [0.0, 1.0]);
/// ```
pub fn round_levels(least: f64, most: f64, least_step: f64) -> Vec<f64> {
    const STEPS: [f64; 4] = [1.0, 2.0, 5.0, 10.0];
    const ROOM: f64 = 0.1;
    let (start, most) = (least.min(0.0), most.max(0.0));
    let wanted = (most - start) / 4.0;
    let magnitude = if wanted > 0.0 { 10f64.powi(wanted.log10().floor() as i32) } else { 0.0 };
    let fits = |step: &f64| *step >= wanted * (1.0 - 1e-9);
    let step = STEPS.map(|step| step * magnitude).into_iter().find(fits).unwrap_or(wanted).max(least_step);
    // A mark at the very end of an axis would have nothing to be measured against.
    let first = if start == 0.0 { 0.0 } else { (start / step - ROOM).floor() };
    let end = if most == 0.0 { 0.0 } else { (most / step + ROOM).ceil() }.max(first + 1.0);
    (0..=(end - first) as u32).map(|index| (first + f64::from(index)) * step).collect()
}

/// A ring's arc seen as a dial: 0 is its left end, 1 its right end, over the top; beyond, it goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dial {
    /// Centre of the circle.
    pub center: Point,
    /// Outer radius.
    pub outer: f64,
    /// Inner radius.
    pub inner: f64,
    /// Opening in degrees, 180 for a half circle.
    pub sweep_deg: f64,
}

impl Dial {
    /// Point at a ratio of the sweep and a radius.
    ///
    /// ```
    /// use shigoto_widgets::figure::geometry::{Dial, Point};
    /// let dial = Dial { center: Point { x: 0.0, y: 0.0 }, outer: 10.0, inner: 8.0, sweep_deg: 180.0 };
    /// assert_eq!(dial.at(0.0, 10.0).pixel(), (-10, 0));
    /// assert_eq!(dial.at(0.5, 10.0).pixel(), (0, -10));
    /// assert_eq!(dial.at(1.0, 10.0).pixel(), (10, 0));
    /// ```
    pub fn at(&self, ratio: f64, radius: f64) -> Point {
        let (sine, cosine) = sine_cosine((ratio - 0.5) * self.sweep_deg * PI / 180.0);
        Point { x: self.center.x + radius * sine, y: self.center.y - radius * cosine }
    }

    /// The arc between two ratios, in chords that leave the circle by less than a thousandth of its radius.
    pub fn arc(&self, from: f64, to: f64, radius: f64) -> impl DoubleEndedIterator<Item = BackendCoord> {
        const CHORD_DEG: f64 = 4.0;
        let steps = (((to - from).abs() * self.sweep_deg / CHORD_DEG).ceil() as u32).max(2);
        let ratio = move |step: u32| from + (to - from) * f64::from(step) / f64::from(steps);
        let dial = *self;
        (0..=steps).map(move |step| dial.at(ratio(step), radius).pixel())
    }

    /// Outline of the ring between two ratios.
    pub fn sector(&self, from: f64, to: f64) -> Vec<BackendCoord> {
        self.arc(from, to, self.outer).chain(self.arc(from, to, self.inner).rev()).collect()
    }
}

/// Sine and cosine of an angle within ±π, to a millionth: pixels ask no more. The standard functions reduce angles of
/// any size, and weigh 4 KB compressed for it.
///
/// ```
/// use shigoto_widgets::figure::geometry::sine_cosine;
/// for degrees in -180..=180 {
///     let angle = f64::from(degrees).to_radians();
///     let (sine, cosine) = sine_cosine(angle);
///     assert!((sine - angle.sin()).abs() < 1e-6 && (cosine - angle.cos()).abs() < 1e-6);
/// }
/// ```
pub fn sine_cosine(angle: f64) -> (f64, f64) {
    const TERMS: i32 = 18;
    let (mut sine, mut cosine, mut term) = (0.0, 1.0, 1.0);
    for power in 1..=TERMS {
        term *= angle / f64::from(power);
        let signed = if power % 4 < 2 { term } else { -term };
        if power % 2 == 1 {
            sine += signed;
        } else {
            cosine += signed;
        }
    }
    (sine, cosine)
}
