//! A canvas sized to the device's pixels, and plotters' backend on it.

use plotters::drawing::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::dom::css_px;
use super::ink::Ink;
use crate::figure::Area;

/// plotters knows whole pixels only: with less than two a CSS pixel arcs and curves look ragged.
const LEAST_SCALE: f64 = 2.0;
/// Above this many pixels a canvas costs more memory than its sharpness is worth.
const MOST_PIXELS: f64 = 12e6;

/// A canvas with its size.
pub struct Surface {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    css_size: (f64, f64),
    /// plotters' pixels a CSS pixel: those of the device, or where they are coarse a whole number of parts of them.
    pub scale: f64,
    /// plotters' pixels a pixel of the device.
    fineness: u32,
}

impl Surface {
    /// Takes hold of a canvas element.
    pub fn new(canvas: HtmlElement) -> Result<Self, JsValue> {
        let canvas: HtmlCanvasElement = canvas.dyn_into()?;
        let context = canvas.get_context("2d")?.ok_or("no 2d context")?.dyn_into()?;
        Ok(Self { canvas, context, css_size: (0.0, 0.0), scale: LEAST_SCALE, fineness: 1 })
    }

    /// The element.
    pub fn element(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Gives the backing store the size of `width_px` × `height_px` CSS pixels in pixels of the device: finer ones would
    /// be four times the memory to clear, to fill and to hand over, and no eye would see them.
    pub fn resize(&mut self, width_px: f64, height_px: f64, device_pixel_ratio: f64) -> Result<(), JsValue> {
        let mut device_scale = device_pixel_ratio.max(1.0);
        let pixels = width_px * height_px * device_scale * device_scale;
        if pixels > MOST_PIXELS {
            device_scale = (device_scale * (MOST_PIXELS / pixels).sqrt()).max(1.0);
        }
        let fineness = (LEAST_SCALE / device_scale).ceil();
        let scale = device_scale * fineness;
        let fineness = fineness as u32;
        let is_scaled = self.fineness == fineness && (self.scale - scale).abs() < f64::EPSILON;
        if self.css_size == (width_px, height_px) && is_scaled {
            return Ok(());
        }
        self.css_size = (width_px, height_px);
        self.scale = scale;
        self.fineness = fineness;
        let (width, height) = ((width_px * device_scale).round() as u32, (height_px * device_scale).round() as u32);
        self.canvas.set_width(width);
        self.canvas.set_height(height);
        let style = self.canvas.style();
        style.set_property("width", &css_px(width_px, 2))?;
        style.set_property("height", &css_px(height_px, 2))?;
        Ok(())
    }

    /// Clears it and draws with plotters; `None` when it has no size.
    pub fn paint<T, E>(&self, draw: impl FnOnce(&Area<Ink>) -> Result<T, E>) -> Result<Option<T>, JsValue> {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        if width == 0 || height == 0 {
            return Ok(None);
        }
        let canvas = CanvasBackend::with_canvas_object(self.canvas.clone()).ok_or("no canvas backend")?;
        let area = Ink::new(canvas, &self.context, self.fineness)?.into_drawing_area();
        let drawn = draw(&area).map_err(|_| "the canvas refused a shape")?;
        area.present().map_err(|_| "the canvas refused a line")?;
        Ok(Some(drawn))
    }
}
