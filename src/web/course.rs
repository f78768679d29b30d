//! A KPI's way from its baseline to its target: the picture, and the words of its axes. Only in the complete module.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::canvas::Surface;
use super::dom::{self, css_px};
use super::view::{Light, Scene};
use crate::figure::geometry::Rect;
use crate::figure::trajectory::{self, Course, Layout, Now};
use crate::locale::amount::Amounts;
use crate::locale::decimals_of;
use crate::model::pace::Reading;
use crate::widget::kpi::{State, span};

/// Room for the words left of, above and below the plot, CSS px of the design.
const ROOM_PX: (f64, f64, f64) = (56.0, 12.0, 26.0);
/// Least distance of two years on the axis, CSS px of the design.
const YEARS_PX: f64 = 40.0;

/// Paints the way into a canvas and sets the words of the `.axes` beside it. `year` and `pace` may lie between years.
pub fn paint(
    scene: &Scene,
    reading: &Reading,
    state: &State,
    (year, pace): (f64, f64),
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
    let now = Now { year, pace };
    surface.paint(|area| trajectory::draw(area, &course, now, bounds, &theme))?;
    let layout = trajectory::layout(&course, now, bounds, &theme);
    let told = [course.span.last, course.baseline.0, state.year];
    let words = Words { bounds, scale, least: theme.px(YEARS_PX) };
    let amounts = Amounts::of(scene.lang, kpi, &[kpi.baseline.value, kpi.target.value]);
    words.set(scene, &dom::find(&frame, ".axes")?, (&layout, &amounts), &told)
}

/// The words of the axes.
struct Words {
    bounds: Rect,
    scale: f64,
    least: f64,
}

impl Words {
    fn set(
        &self,
        scene: &Scene,
        axes: &HtmlElement,
        (layout, amounts): (&Layout, &Amounts<'_>),
        told: &[u16],
    ) -> Result<(), JsValue> {
        axes.set_text_content(None);
        let steps = layout.levels.windows(2).filter_map(|pair| if let [a, b] = pair { Some(b.0 - a.0) } else { None });
        let decimals = steps.map(|step| decimals_of(step, 0)).max().unwrap_or_default();
        for (level, y) in &layout.levels {
            self.add(scene, axes, ("y", self.bounds.left, *y), &amounts.tick(*level, Some(decimals)))?;
        }
        let mut shown: Vec<f64> = Vec::new();
        for year in told {
            let Some((_, x)) = layout.years.iter().find(|(own, _)| own == year) else { continue };
            // Years stand only where they do not touch one told already.
            if shown.iter().all(|other| (other - x).abs() > self.least) {
                self.add(scene, axes, ("x", *x, self.bounds.bottom), &year.to_string())?;
                shown.push(*x);
            }
        }
        Ok(())
    }

    fn add(
        &self,
        scene: &Scene,
        axes: &HtmlElement,
        (class, x, y): (&str, f64, f64),
        text: &str,
    ) -> Result<(), JsValue> {
        let span = dom::made(&scene.window, "span")?;
        span.set_class_name(class);
        span.set_text_content(Some(text));
        span.style().set_property("left", &css_px(x / self.scale, 1))?;
        span.style().set_property("top", &css_px(y / self.scale, 1))?;
        axes.append_child(&span)?;
        Ok(())
    }
}
