//! Floor 2: pure arithmetic and links. Everything is passed in; no clock, no globals, no DOM.

pub mod ambition;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod changes;
pub mod comparison;
pub mod cross_swot;
pub mod crosswalk;
#[cfg(not(small))]
pub mod doings;
pub mod fiscal;
#[cfg(not(small))]
pub mod gaps;
pub mod groups;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod history;
pub mod insight;
#[cfg(not(small))]
pub mod leads;
pub mod location_quotient;
pub mod marks;
pub mod pace;
pub mod pairs;
#[cfg(not(small))]
pub mod posters;
pub mod report;
pub mod scale;
pub mod scenes;
#[cfg(not(small))]
pub mod tally;
#[cfg(not(small))]
pub mod window;

/// `value` held between two bounds; not-a-number becomes the lower one.
///
/// `f64::clamp` would panic on bounds in the wrong order, and its message alone brings the formatting of
/// floating-point numbers along: 8 KB compressed on every phone.
#[allow(clippy::manual_clamp, reason = "see above")]
pub fn between(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}
