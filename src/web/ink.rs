//! plotters' backend on a canvas, as we use it: `plotters-canvas` owns the canvas, this wrapper draws on its context.
//!
//! `plotters-canvas` writes a CSS colour for every shape and formats floating-point numbers to do so, which costs a
//! crossing into JS for each shape and 8 KB compressed. Here a style is set when it changes, and lines of one style
//! that follow each other become one path.

use std::fmt;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::CanvasRenderingContext2d;

#[wasm_bindgen]
extern "C" {
    /// A 2D context whose every stroke may fail: web-sys takes most of them for infallible, and an exception would
    /// then fly through the widget and leave it locked.
    type Pen;
    #[wasm_bindgen(method, catch, js_name = beginPath)]
    fn begin_path(this: &Pen) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = moveTo)]
    fn move_to(this: &Pen, x: f64, y: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = lineTo)]
    fn line_to(this: &Pen, x: f64, y: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn rect(this: &Pen, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn arc(this: &Pen, x: f64, y: f64, radius: f64, start: f64, end: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn stroke(this: &Pen) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn fill(this: &Pen) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = fillRect)]
    fn fill_rect(this: &Pen, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = clearRect)]
    fn clear_rect(this: &Pen, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
}

/// The canvas refused a shape.
#[derive(Debug)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the canvas refused a shape")
    }
}

impl std::error::Error for Refused {}

type Inked = Result<(), DrawingErrorKind<Refused>>;

fn refused(_: JsValue) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused)
}

/// Colour and line width in force on the context.
#[derive(Clone, Copy, PartialEq)]
struct Stroke {
    rgb: (u8, u8, u8),
    width: u32,
}

/// The backend.
pub struct Ink {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    pen: Pen,
    fineness: u32,
    fill: Option<(u8, u8, u8)>,
    /// Style of the lines gathered so far.
    line: Option<Stroke>,
}

impl Ink {
    /// Draws on the context of `canvas`, cleared first, with `fineness` pixels of plotters' in one of the canvas'.
    ///
    /// # Errors
    /// When it cannot be cleared.
    pub fn new(canvas: CanvasBackend, context: &CanvasRenderingContext2d, fineness: u32) -> Result<Self, JsValue> {
        let pen: Pen = context.clone().unchecked_into();
        let ink = Self { canvas, context: context.clone(), pen, fineness, fill: None, line: None };
        let share = 1.0 / f64::from(fineness);
        context.set_transform(share, 0.0, 0.0, share, 0.0, 0.0)?;
        let (width, height) = ink.get_size();
        ink.pen.clear_rect(0.0, 0.0, f64::from(width), f64::from(height))?;
        Ok(ink)
    }

    /// Draws the lines gathered so far.
    fn flush(&mut self) -> Inked {
        match self.line.take() {
            Some(_) => self.pen.stroke().map_err(refused),
            None => Ok(()),
        }
    }

    /// Makes ready to fill.
    fn fill(&mut self, color: BackendColor) -> Inked {
        self.flush()?;
        if self.fill.replace(color.rgb) != Some(color.rgb) {
            self.context.set_fill_style_str(&css(color.rgb));
        }
        Ok(())
    }

    /// Makes ready to add to the path of lines of this style.
    fn gather<S: BackendStyle>(&mut self, style: &S) -> Inked {
        let stroke = Stroke { rgb: style.color().rgb, width: style.stroke_width() };
        if self.line != Some(stroke) {
            self.flush()?;
            self.context.set_stroke_style_str(&css(stroke.rgb));
            self.context.set_line_width(f64::from(stroke.width));
            self.pen.begin_path().map_err(refused)?;
            self.line = Some(stroke);
        }
        Ok(())
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) -> Inked {
        for (index, (x, y)) in path.into_iter().enumerate() {
            let (x, y) = (f64::from(x), f64::from(y));
            let drawn = if index == 0 { self.pen.move_to(x, y) } else { self.pen.line_to(x, y) };
            drawn.map_err(refused)?;
        }
        Ok(())
    }

    fn circle(&self, center: BackendCoord, radius: u32) -> Inked {
        let (x, y, radius) = (f64::from(center.0), f64::from(center.1), f64::from(radius));
        let whole_turn = std::f64::consts::TAU;
        let drawn = self.pen.move_to(x + radius, y).and_then(|()| self.pen.arc(x, y, radius, 0.0, whole_turn));
        drawn.map_err(refused)
    }
}

fn css((red, green, blue): (u8, u8, u8)) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    let mut text = String::from("#");
    for channel in [red, green, blue] {
        text.push(digit(channel >> 4));
        text.push(digit(channel & 15));
    }
    text
}

impl DrawingBackend for Ink {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.canvas.get_size();
        (width * self.fineness, height * self.fineness)
    }

    fn ensure_prepared(&mut self) -> Inked {
        Ok(())
    }

    fn present(&mut self) -> Inked {
        self.flush()
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Inked {
        self.fill(color)?;
        self.pen.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0).map_err(refused)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Inked {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Inked {
        let (left, top) = (f64::from(upper_left.0), f64::from(upper_left.1));
        let (width, height) = (f64::from(lower_right.0) - left, f64::from(lower_right.1) - top);
        let drawn = if is_filled {
            self.fill(style.color())?;
            self.pen.fill_rect(left, top, width, height)
        } else {
            self.gather(style)?;
            self.pen.rect(left, top, width, height)
        };
        drawn.map_err(refused)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Inked {
        self.gather(style)?;
        self.trace(path)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, is_filled: bool) -> Inked {
        if !is_filled {
            self.gather(style)?;
            return self.circle(center, radius);
        }
        self.fill(style.color())?;
        self.pen.begin_path().map_err(refused)?;
        self.circle(center, radius)?;
        self.pen.fill().map_err(refused)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Inked {
        self.fill(style.color())?;
        self.pen.begin_path().map_err(refused)?;
        self.trace(path)?;
        self.pen.fill().map_err(refused)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, position: BackendCoord) -> Inked {
        // No figure draws text; whoever does gets plotters-canvas' own way.
        self.flush()?;
        self.fill = None;
        self.canvas.draw_text(text, style, position).map_err(|_| DrawingErrorKind::DrawingError(Refused))
    }
}
