//! A canvas sized to the device's pixels, and plotters' backend on it.

use plotters::drawing::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::ink::Ink;
use crate::figure::Area;
use crate::locale::fixed;

/// Arcs and curves are drawn in whole pixels: below two a CSS pixel they look ragged.
const LEAST_SCALE: f64 = 2.0;
/// Above this many pixels a canvas costs more memory than its sharpness is worth.
const MOST_PIXELS: f64 = 12e6;

/// A length for a style.
fn css_px(length_px: f64) -> String {
    fixed(length_px, 2) + "px"
}

/// A canvas with its size.
pub struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    css_size: (f64, f64),
    /// Device pixels a CSS pixel.
    pub scale: f64,
}

impl Surface {
    /// Takes hold of a canvas element.
    pub fn new(canvas: HtmlElement) -> Result<Self, JsValue> {
        let canvas: HtmlCanvasElement = canvas.dyn_into()?;
        let context = canvas.get_context("2d")?.ok_or("no 2d context")?.dyn_into()?;
        Ok(Self { canvas, context, css_size: (0.0, 0.0), scale: LEAST_SCALE })
    }

    /// The element.
    pub fn element(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Gives the backing store the size of `width_px` × `height_px` CSS pixels.
    pub fn resize(&mut self, width_px: f64, height_px: f64, device_pixel_ratio: f64) -> Result<(), JsValue> {
        self.resize_to(width_px, height_px, device_pixel_ratio.max(LEAST_SCALE))
    }

    /// The same where only upright boxes are drawn, which need no more pixels than the screen has.
    pub fn resize_to(&mut self, width_px: f64, height_px: f64, mut scale: f64) -> Result<(), JsValue> {
        let pixels = width_px * height_px * scale * scale;
        if pixels > MOST_PIXELS {
            scale = (scale * (MOST_PIXELS / pixels).sqrt()).max(1.0);
        }
        if self.css_size == (width_px, height_px) && (self.scale - scale).abs() < f64::EPSILON {
            return Ok(());
        }
        self.css_size = (width_px, height_px);
        self.scale = scale;
        let (width, height) = ((width_px * scale).round() as u32, (height_px * scale).round() as u32);
        self.canvas.set_width(width);
        self.canvas.set_height(height);
        let style = self.canvas.style();
        style.set_property("width", &css_px(width_px))?;
        style.set_property("height", &css_px(height_px))?;
        Ok(())
    }

    /// Clears it and draws with plotters; `None` when it has no size.
    pub fn paint<T, E>(&self, draw: impl FnOnce(&Area<Ink>) -> Result<T, E>) -> Result<Option<T>, JsValue> {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        if width == 0 || height == 0 {
            return Ok(None);
        }
        let canvas = CanvasBackend::with_canvas_object(self.canvas.clone()).ok_or("no canvas backend")?;
        let area = Ink::new(canvas, &self.context)?.into_drawing_area();
        let drawn = draw(&area).map_err(|_| "the canvas refused a shape")?;
        area.present().map_err(|_| "the canvas refused a line")?;
        Ok(Some(drawn))
    }
}
