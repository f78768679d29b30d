//! Points, arcs and curves in backend pixels.

use std::f64::consts::PI;

use plotters_backend::BackendCoord;

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
}

/// A ring's arc seen as a dial: 0 is its left end, 1 its right end, over the top.
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

    /// Outline of the ring between two ratios.
    pub fn sector(&self, from: f64, to: f64) -> Vec<BackendCoord> {
        let steps = (((to - from).abs() * self.sweep_deg / 2.0).ceil() as usize).max(2);
        let ratio = |step: usize| from + (to - from) * step as f64 / steps as f64;
        let outer = (0..=steps).map(|step| self.at(ratio(step), self.outer).pixel());
        let inner = (0..=steps).rev().map(|step| self.at(ratio(step), self.inner).pixel());
        outer.chain(inner).collect()
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
