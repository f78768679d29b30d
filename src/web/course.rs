//! A KPI's way from its baseline to its target: the picture, and the words of its axes. Only in the complete module.

use wasm_bindgen::JsValue;

use super::canvas::Surface;
use super::view::{Light, Scene};
use super::{dom, words};
use crate::figure::geometry::Rect;
use crate::figure::trajectory::{Course, Layout, Now, draw};
use crate::locale::amount::Amounts;
use crate::model::pace::Reading;
use crate::picture::trajectory_words;
use crate::widget::kpi::{State, span};

/// Room for the words left of, above and below the plot, CSS px of the design.
const ROOM_PX: (f64, f64, f64) = (56.0, 12.0, 26.0);

/// Paints the way into a canvas and sets the words of the `.axes` beside it. `now` may lie between years.
pub fn paint(
    scene: &Scene,
    reading: &Reading,
    state: &State,
    now: Now,
    (surface, light): (&mut Surface, &Light),
) -> Result<(), JsValue> {
    let Some(frame) = surface.element().parent_element() else { return Ok(()) };
    let (width_px, height_px) = (f64::from(frame.client_width()), f64::from(frame.client_height()));
    let Some(kpi) = scene.data.kpi.kpis.iter().find(|kpi| kpi.id == reading.id).filter(|_| width_px >= 1.0) else {
        return Ok(());
    };
    surface.resize(width_px, height_px, light.device_pixel_ratio)?;
    let (scale, theme) = (surface.scale, light.theme(surface.scale));
    let course = Course::of(kpi, &scene.data.actuals, span(&scene.data), state.year);
    let bounds = Rect {
        left: theme.px(ROOM_PX.0),
        top: theme.px(ROOM_PX.1),
        right: width_px * scale - theme.px(2.0),
        bottom: height_px * scale - theme.px(ROOM_PX.2),
    };
    let layout = Layout::new(&course, now, state.year, bounds, &theme);
    surface.paint(|area| draw(area, &course, &layout, &theme))?;
    let amounts = Amounts::of(scene.lang, kpi, &[kpi.baseline.value, kpi.target.value]);
    let axes = dom::find(&frame, ".axes")?;
    words::set(scene, &axes, (&layout.words, scale), trajectory_words(&amounts, &layout))
}
