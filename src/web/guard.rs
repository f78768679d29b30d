//! Owners of what the browser calls back: dropping one undoes it, so that a removed widget leaves nothing behind.

use wasm_bindgen::closure::{Closure, WasmClosureFnOnce as _};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{AddEventListenerOptions, Event, EventTarget, ResizeObserver, Window};

/// A listener that ends with its owner.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens in the capture phase, so that events which do not bubble are heard as well.
    pub fn new(
        target: &EventTarget,
        name: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Result<Self, JsValue> {
        Self::listen(target, name, callback, true)
    }

    /// One that may keep the browser from what it does by itself.
    #[cfg(not(small))]
    pub fn first(
        target: &EventTarget,
        name: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Result<Self, JsValue> {
        Self::listen(target, name, callback, false)
    }

    fn listen(
        target: &EventTarget,
        name: &'static str,
        callback: impl FnMut(Event) + 'static,
        is_passive: bool,
    ) -> Result<Self, JsValue> {
        let callback = Closure::new(callback);
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(is_passive);
        let function = callback.as_ref().unchecked_ref();
        target.add_event_listener_with_callback_and_add_event_listener_options(name, function, &options)?;
        Ok(Self { target: target.clone(), name, callback })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        // The only error is a target that is gone, with the listener.
        self.target.remove_event_listener_with_callback_and_bool(self.name, function, true).ok();
    }
}

/// An observer of an element's size that ends with its owner.
pub struct SizeObserver {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeObserver {
    /// Observes `element`.
    pub fn new(element: &web_sys::Element, callback: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let callback: Closure<dyn FnMut()> = Closure::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(Self { observer, _callback: callback })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A callback run once a frame, on demand, that ends with its owner.
pub struct Frames {
    window: Window,
    callback: Closure<dyn FnMut(f64)>,
    handle: std::cell::Cell<Option<i32>>,
}

impl Frames {
    /// Nothing runs before [`Self::request`]. The callback gets the frame's time in milliseconds.
    pub fn new(window: &Window, callback: impl FnMut(f64) + 'static) -> Self {
        Self { window: window.clone(), callback: Closure::new(callback), handle: std::cell::Cell::new(None) }
    }

    /// Asks for the next frame, once.
    pub fn request(&self) -> Result<(), JsValue> {
        if self.handle.get().is_none() {
            let function = self.callback.as_ref().unchecked_ref();
            self.handle.set(Some(self.window.request_animation_frame(function)?));
        }
        Ok(())
    }

    /// The callback has begun: the next frame may be asked for.
    pub fn began(&self) {
        self.handle.set(None);
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.get() {
            self.window.cancel_animation_frame(handle).ok();
        }
    }
}

/// One timer, set anew as often as wanted, that ends with its owner.
#[cfg(not(small))]
pub struct Timer {
    window: Window,
    callback: Closure<dyn FnMut()>,
    handle: std::cell::Cell<Option<i32>>,
}

#[cfg(not(small))]
impl Timer {
    /// Nothing runs before [`Self::set`].
    pub fn new(window: &Window, callback: impl FnMut() + 'static) -> Self {
        Self { window: window.clone(), callback: Closure::new(callback), handle: std::cell::Cell::new(None) }
    }

    /// Runs once after `wait_ms`; whatever was set before is forgotten.
    pub fn set(&self, wait_ms: u64) -> Result<(), JsValue> {
        self.clear();
        let wait_ms = i32::try_from(wait_ms).unwrap_or(i32::MAX);
        let function = self.callback.as_ref().unchecked_ref();
        self.handle.set(Some(self.window.set_timeout_with_callback_and_timeout_and_arguments_0(function, wait_ms)?));
        Ok(())
    }

    fn clear(&self) {
        if let Some(handle) = self.handle.take() {
            self.window.clear_timeout_with_handle(handle);
        }
    }
}

#[cfg(not(small))]
impl Drop for Timer {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Runs `callback` in a microtask. It frees itself.
pub fn microtask(window: &Window, callback: impl FnOnce() + 'static) {
    let callback: Box<dyn FnOnce()> = Box::new(callback);
    window.queue_microtask(callback.into_js_function().unchecked_ref());
}
