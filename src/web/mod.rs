//! Floor 5: the browser. The only place that names web-sys, js-sys and wasm-bindgen.
//!
//! A change travels: attribute, tap or key → action → [`crate::widget`] → dirty → one coalesced microtask →
//! the few DOM nodes that changed, then the canvases. `host::Core::flush` is where a widget's tree and canvases are
//! brought up to date, by its view. Three things are written elsewhere: a whole new tree (`complete`), the note that
//! explains a word (`terms`), and the kiosk's own page (`kiosk::stage`). Scripts in `www/` write what only they show:
//! the menu's entries and dialog (`takeaway.js`), the bubble above a finger (`trace.js`) and tab stops (`keys.js`).

mod canvas;
mod clock;
#[cfg(not(small))]
mod compare;
#[cfg(not(small))]
mod complete;
#[cfg(not(small))]
mod course;
mod dom;
#[cfg(not(small))]
mod dots;
#[cfg(not(small))]
mod groups;
mod guard;
mod host;
#[cfg(not(small))]
mod industry;
mod ink;
#[cfg(not(small))]
mod kiosk;
mod kpi;
#[cfg(not(small))]
mod kpi_groups;
mod light;
#[cfg(not(small))]
mod links;
mod lq;
#[cfg(not(small))]
mod many;
#[cfg(not(small))]
mod many_dots;
#[cfg(not(small))]
mod many_grid;
mod pack;
mod pairs;
#[cfg(not(small))]
mod quadrant;
mod say;
mod sheet;
#[cfg(feature = "studio")]
mod studio;
#[cfg(not(small))]
mod styles;
mod swot;
#[cfg(not(small))]
mod takeaway;
#[cfg(not(small))]
mod terms;
mod view;
#[cfg(not(small))]
mod words;
