//! A figure's marks as small SVG within a page: painted with the page, before any script, in the colours its reader has.
//!
//! The same drawing code as on canvases; colours are classes, which `www/gauge.css` resolves, and so are widths of lines,
//! which do not shrink with the figure.

use std::convert::Infallible;
use std::fmt::Write as _;

use maud::{Markup, PreEscaped};
use plotters::drawing::IntoDrawingArea as _;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::figure::gauge::{DESIGN, Layout, draw};
use crate::figure::theme::{LIGHT, Palette, Rgb, Theme};
use crate::model::pace::Reading;

use super::kpi::marked_pace;

/// Units of a drawing in a CSS pixel: a quarter of one is finer than an eye.
const SCALE: f64 = 4.0;

/// A colour that stands for each class.
const NAMED: Palette = Palette {
    surface: Rgb(0),
    ink: Rgb(1),
    ink_2: Rgb(2),
    rule: Rgb(3),
    accent: Rgb(4),
    good: Rgb(5),
    behind: Rgb(6),
    ..LIGHT
};
/// Classes, by those colours.
const CLASSES: [&str; 7] = ["surface", "ink", "ink-2", "rule", "accent", "good", "behind"];

/// One gauge, as the page of a fiscal year shows it before that is changed.
pub fn gauge(reading: &Reading) -> Markup {
    let theme = Theme { palette: NAMED, scale: SCALE };
    let (width, height) = (DESIGN.0 * SCALE, DESIGN.1 * SCALE);
    let layout = Layout::new((width, height), reading, marked_pace(reading));
    let mut svg =
        format!("<svg viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"xMidYMin\" aria-hidden=\"true\">");
    let pen = Pen { size: (width as u32, height as u32), svg: &mut svg, class: String::new() };
    let area = pen.into_drawing_area();
    // Nothing is written but text: no mark is refused.
    let is_drawn = draw(&area, reading, &layout, &theme).is_ok();
    drop(area);
    svg += "\"></path></svg>";
    PreEscaped(if is_drawn { svg } else { String::new() })
}

/// Writes paths; those of one class that follow each other are one.
struct Pen<'a> {
    size: (u32, u32),
    svg: &'a mut String,
    /// Of the path that is open.
    class: String,
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl Pen<'_> {
    fn path(&mut self, color: BackendColor, width: Option<u32>, points: impl IntoIterator<Item = BackendCoord>) {
        let (_, _, place) = color.rgb;
        let name = CLASSES.get(usize::from(place)).copied().unwrap_or("ink");
        // Half pixels: 3 for a line of 1.5.
        let line = width.map(|width| format!(" t{}", (f64::from(width) * 2.0 / SCALE).round()));
        let class = [name, line.as_deref().unwrap_or_default()].concat();
        if self.class != class {
            // With an end tag: the policy of scripts knows no tag that closes itself.
            let end = if self.class.is_empty() { "" } else { "\"></path>" };
            let _ = write!(self.svg, "{end}<path class=\"{class}\" d=\"");
            self.class = class;
        }
        let (mut before, mut letter) = (None, "l");
        for (x, y) in points {
            match before {
                None => self.svg.extend(["M", &pair(x, y)]),
                Some(same) if same == (x, y) => {}
                Some((from_x, from_y)) => {
                    // A sign parts two numbers as well as a space, and one letter begins any number of steps.
                    let step = pair(x - from_x, y - from_y);
                    let gap = if letter.is_empty() && !step.starts_with('-') { " " } else { letter };
                    self.svg.extend([gap, &step]);
                    letter = "";
                }
            }
            before = Some((x, y));
        }
    }
}

/// Two numbers of a path.
fn pair(x: i32, y: i32) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.path(color, None, [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Written {
        self.path(style.color(), Some(style.stroke_width()), path);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Written {
        self.draw_path([from, to], style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Written {
        self.path(style.color(), None, path);
        Ok(())
    }
}
