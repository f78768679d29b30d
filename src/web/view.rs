//! What a widget gives its host: answers to attributes and events, patches of the DOM, paint.

use std::cell::RefCell;
#[cfg(not(small))]
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{Element, Event, HtmlElement, Window};

use super::dom;
use super::pack::Shared;
#[cfg(not(small))]
use crate::data::Dataset;
use crate::figure::theme::{Palette, Theme};
use crate::locale::{Lang, ruby};
use crate::markup::{self, Context, Style};
use crate::widget::{Attributes, Dirty, Taken};

/// What all views share with their host.
pub struct Scene {
    /// The data shown, in the language spoken.
    pub data: Shared,
    /// The data in their own words.
    #[cfg(not(small))]
    pub original: Rc<Dataset>,
    /// The city's own, with the language.
    #[cfg(not(small))]
    pub pack: super::pack::Pack,
    /// Language of the interface.
    pub lang: Lang,
    /// The `.widget` element in the shadow tree.
    pub widget: HtmlElement,
    /// The window.
    pub window: Window,
    /// Fills an element with markup, safely under Trusted Types.
    pub fill: js_sys::Function,
    /// What is to have the focus once the view has done its work: the page hears of it at once, and may ask for more.
    pub next_focus: RefCell<Option<HtmlElement>>,
}

impl Scene {
    /// Puts maud's markup into an element.
    pub fn fill(&self, element: &HtmlElement, markup: maud::Markup) -> Result<(), JsValue> {
        self.fill.call2(&JsValue::NULL, element, &JsValue::from_str(&markup::text(self.lang, markup))).map(|_| ())
    }

    /// Writes words where they differ, with readings where the language has them.
    pub fn say(&self, element: &HtmlElement, text: &str) {
        if self.lang.has_readings() {
            let markup = maud::html! { (text) };
            if element.inner_html() != markup::text(self.lang, markup.clone()) {
                self.fill(element, markup).ok();
            }
            return;
        }
        dom::set_text(element, text);
    }

    /// Words for where no markup can stand.
    pub fn plain(&self, text: &str) -> String {
        if self.lang.has_readings() {
            return ruby::words(text);
        }
        text.to_owned()
    }

    /// Shows a line above the widget, which assistive technology speaks.
    pub fn notice(&self, text: &str) {
        if let Ok(notice) = dom::find(&self.widget, ".notice") {
            self.say(&notice, text);
            notice.set_hidden(false);
        }
        self.tell(text);
    }

    /// The line behind the widget that tells what was done; it stays when the tree is made anew.
    pub fn line(&self) -> Option<Element> {
        self.widget.next_element_sibling()
    }

    /// Tells what was done to who cannot see it.
    pub fn tell(&self, text: &str) {
        if let Some(line) = self.line() {
            let text = self.plain(text);
            // What is told twice differs from what stands there.
            #[cfg(not(small))]
            let text = if line.text_content().as_ref() == Some(&text) { text + "\u{a0}" } else { text };
            line.set_text_content(Some(&text));
        }
    }

    /// Has an element focused once the view has done its work.
    pub fn focus(&self, element: &HtmlElement) {
        *self.next_focus.borrow_mut() = Some(element.clone());
    }

    /// The context for markup made after loading; the stylesheet is in place by then.
    pub fn context(&self, year: u16) -> Context<'_> {
        Context {
            data: &self.data,
            lang: self.lang,
            style: Style::Brought,
            pictures: None,
            gauge: None,
            year,
            is_live: true,
        }
    }
}

/// What a frame of painting needs to know.
#[derive(Clone, Copy)]
pub struct Light {
    /// Colours in force.
    pub palette: Palette,
    /// A picture drawn in an earlier one is gone.
    pub epoch: u32,
    /// Device pixels a CSS pixel.
    pub device_pixel_ratio: f64,
    /// CSS pixels a pixel of the design: type and marks grow with the screen.
    pub design_scale: f64,
    /// The frame's time in ms, while something moves; `None` asks for the end of every movement.
    pub frame_ms: Option<f64>,
}

/// All that a picture depends on besides its subject and its size.
pub type Shade = (Palette, f64, f64, u32);

impl Light {
    /// Two pictures of the same, under equal ones, are equal.
    pub fn shade(&self) -> Shade {
        (self.palette, self.device_pixel_ratio, self.design_scale, self.epoch)
    }

    /// The theme for a canvas of `pixel_scale` device pixels a CSS pixel.
    pub fn theme(&self, pixel_scale: f64) -> Theme {
        Theme { palette: self.palette, scale: pixel_scale * self.design_scale }
    }
}

/// One widget in the browser.
pub trait View {
    /// What is shown, to be taken home.
    #[cfg(not(small))]
    fn shown(&self) -> Box<dyn crate::takeaway::Takeaway + '_>;
    /// Takes an attribute's new value.
    fn attribute(&mut self, scene: &Scene, name: &str, value: Option<&str>) -> Taken;
    /// Answers an event.
    fn event(&mut self, scene: &Scene, event: &Event) -> Dirty;
    /// The widget's width changed.
    fn resized(&mut self, width_px: f64) -> Dirty;
    /// The public state, as written back to the attributes.
    fn attributes(&self) -> Attributes;
    /// The public state with every default filled in.
    fn state(&self) -> Attributes {
        self.attributes()
    }
    /// What is painted in a row nearest to a place in the window, CSS px from its left: its column and its own place.
    fn under(&self, _row: usize, _x_px: f64) -> Option<(usize, f64)> {
        None
    }
    /// Brings the DOM up to date.
    fn patch(&mut self, scene: &Scene, dirty: Dirty) -> Result<(), JsValue>;
    /// Brings the canvases up to date; whether something still moves.
    fn paint(&mut self, scene: &Scene, dirty: Dirty, light: &Light) -> Result<bool, JsValue>;
}

/// Attributes with the view in force filled in.
pub fn filled(mut attributes: Attributes, view: &str) -> Attributes {
    for (name, value) in &mut attributes {
        if *name == "view" {
            view.clone_into(value);
        }
    }
    attributes
}
