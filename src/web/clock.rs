//! The browser's clocks and preferences, read here and passed down.

use web_sys::Window;

use crate::model::between;
#[cfg(not(small))]
use crate::model::fiscal::Day;
use crate::model::fiscal::year_at;

/// The browser's date.
#[cfg(not(small))]
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    Day { year, month, day: u8::try_from(now.get_date()).unwrap_or(1) }
}

/// The fiscal year in Japan now.
pub fn fiscal_year_today() -> u16 {
    const SECOND_MS: f64 = 1000.0;
    year_at((js_sys::Date::now() / SECOND_MS) as u64)
}

/// Milliseconds since the page began.
pub fn now_ms(window: &Window) -> f64 {
    window.performance().map_or(0.0, |performance| performance.now())
}

/// Whether a media query matches.
pub fn matches(window: &Window, query: &str) -> bool {
    window.match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// The number at the start of a CSS value such as `20.8px`, read by the browser.
pub fn css_number(value: &str) -> Option<f64> {
    let number = js_sys::Number::parse_float(value);
    (number > 0.0).then_some(number)
}

/// Whether motion is unwelcome.
pub fn is_motion_reduced(window: &Window) -> bool {
    matches(window, "(prefers-reduced-motion: reduce)")
}

/// A movement from 0 to 1 over some time.
#[derive(Clone, Copy, Debug)]
pub struct Tween {
    start_ms: Option<f64>,
    length_ms: f64,
}

impl Tween {
    /// Starts at its first frame.
    pub fn new(length_ms: f64) -> Self {
        Self { start_ms: None, length_ms }
    }

    /// Eased position at a frame's time: fast first, then settling.
    pub fn at(&mut self, frame_ms: f64) -> f64 {
        let start = *self.start_ms.get_or_insert(frame_ms);
        let t = between((frame_ms - start) / self.length_ms, 0.0, 1.0);
        1.0 - (1.0 - t) * (1.0 - t) * (1.0 - t)
    }
}
