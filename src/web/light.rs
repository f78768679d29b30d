//! What a widget is painted under: colours in force, density of pixels, size of type. Looked up when it is laid out.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{CssStyleDeclaration, Event};

use super::host::Core;
use super::view::Light;
use super::{clock, dom};
use crate::figure::theme::{LIGHT, PROBES, Palette, Rgb};
use crate::locale::fixed;
use crate::widget::Dirty;

/// Pixels of a canvas on paper, a CSS pixel.
const PAPER_SCALE: f64 = 3.0;

impl Core {
    pub(super) fn light(&self, frame_ms: Option<f64>) -> Light {
        let scene = self.scene();
        let window = &scene.window;
        let is_on_paper = self.is_on_paper.get();
        let is_still = is_on_paper || clock::is_motion_reduced(window) || !self.has_painted.get();
        let start = || clock::now_ms(window);
        Light {
            palette: if is_on_paper { LIGHT } else { self.palette.get() },
            epoch: self.epoch.get(),
            device_pixel_ratio: window.device_pixel_ratio().max(if is_on_paper { PAPER_SCALE } else { 0.0 })
                * self.zoom.get(),
            design_scale: self.design_scale.get(),
            frame_ms: (!is_still).then(|| frame_ms.unwrap_or_else(start)),
        }
    }

    /// Notes what the figures are laid out for: looking again for every frame would have styles computed twice in it.
    pub(super) fn measure(self: &Rc<Self>, dirty: Dirty) {
        self.drawn_px.set(self.size_px());
        self.zoom.set(dom::zoom_of(&self.scene().widget));
        if dirty.has(Dirty::LAYOUT) {
            self.design_scale.set(self.measured_scale());
            self.find_palette().ok();
            self.watch_density().ok();
        }
    }

    /// Listens for another density of pixels than the one there is.
    fn watch_density(self: &Rc<Self>) -> Result<(), JsValue> {
        const HALF_STEP: f64 = 0.005;
        let window = &self.scene().window;
        let ratio = window.device_pixel_ratio();
        if self.density.borrow().as_ref().is_some_and(|(known, _)| (known - ratio).abs() < f64::EPSILON) {
            return Ok(());
        }
        let [least, most] = [ratio - HALF_STEP, ratio + HALF_STEP].map(|bound| fixed(bound, 3));
        let query = ["(min-resolution:", &least, "dppx) and (max-resolution:", &most, "dppx)"].concat();
        let Some(list) = window.match_media(&query)? else { return Ok(()) };
        *self.density.borrow_mut() = Some((ratio, self.listen(&list, "change", Self::relit)?));
        Ok(())
    }

    /// CSS pixels a pixel of the design.
    #[cfg(not(small))]
    pub(super) fn design_scale(&self) -> f64 {
        self.design_scale.get()
    }

    /// From the widget's own type size, which is 16 in the design.
    fn measured_scale(&self) -> f64 {
        const DESIGN_TYPE_PX: f64 = 16.0;
        let scene = self.scene();
        let style = scene.window.get_computed_style(&scene.widget).ok().flatten();
        let size = style.and_then(|style| style.get_property_value("font-size").ok());
        let size_px = size.and_then(|size| clock::css_number(&size));
        size_px.map_or(1.0, |size_px| size_px / DESIGN_TYPE_PX)
    }

    /// Takes the palette from the style sheet, and has words and canvas kept together where a browser darkens pages by
    /// itself: it then recolours words, and not what is painted under them.
    fn find_palette(&self) -> Result<(), JsValue> {
        let (scene, host) = (self.scene(), &self.element);
        let found =
            || scene.window.get_computed_style_with_pseudo_elt(host, "::before").ok()?.and_then(|style| probed(&style));
        let palette = found().unwrap_or(LIGHT);
        self.palette.set(palette);
        // The style sheet lets only this scheme be used (`.day`, or else dark) …
        let widget = &scene.widget;
        dom::set_class(widget, "day", true)?;
        // … but a browser told to darken on a light system asks no page. Cells then keep the grounds they have by style.
        let is_light_system = || clock::matches(&scene.window, "(prefers-color-scheme:light)");
        let is_deaf = !palette.is_light() && is_light_system() && {
            let style = scene.window.get_computed_style(widget)?;
            style.and_then(|style| probed(&style)).is_some_and(|day| !day.is_light())
        };
        dom::set_class(widget, "covered", is_deaf)?;
        dom::set_class(widget, "day", palette.is_light())
    }

    /// Colours of a picture to be taken home: the reader's own few are of the screen.
    #[cfg(not(small))]
    pub(super) fn palette(&self) -> Palette {
        let palette = self.palette.get();
        Palette::known(palette.ink_2, palette.accent).unwrap_or(LIGHT)
    }

    /// A canvas lost what was drawn on it, or may be drawn on again. Until then cells have their grounds by style.
    pub(super) fn pictured(self: &Rc<Self>, is_back: bool) {
        dom::set_class(&self.scene().widget, "painted", is_back).ok();
        if is_back {
            self.epoch.set(self.epoch.get() + 1);
            self.mark(Dirty::FIGURE | Dirty::LAYOUT);
        }
    }

    /// Something that figures are painted under is no longer as it was.
    pub(super) fn relit(self: &Rc<Self>, _: &Event) {
        self.mark(Dirty::FIGURE | Dirty::LAYOUT);
    }
}

/// The palette that the probes of a style tell.
fn probed(style: &CssStyleDeclaration) -> Option<Palette> {
    let probe = |name| Rgb::computed(&style.get_property_value(name).ok()?);
    let [ink_2, surface, accent] = PROBES;
    let (ink_2, accent) = (probe(ink_2)?, probe(accent)?);
    Palette::known(ink_2, accent).or_else(|| Some(Palette::forced(ink_2, probe(surface)?, accent)))
}
