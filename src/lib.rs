//! Public-data widgets of a city's strategy: cross-SWOT matrix, location quotients, KPI gauges.
//!
//! # Conventions
//! Figures use `f64` pixels of their backend, x to the right, y downward; names carry their unit (`width_px`,
//! `share_ratio`). Location quotients are dimensionless, 1 = the reference area's share. Years are fiscal years
//! (April to March) unless a [`data::kpi::Period`] says otherwise. Nothing below floor 5
//! reads a clock, a global or the DOM: size, theme, language, year and readings are passed in.
//!
//! # Tour of the house, from the ground up
//! | floor | module | what lives there |
//! |---|---|---|
//! | 0 | [`error`], [`id`] | faults with place and remedy; ids that cannot be built wrong |
//! | 1 | [`data`] | the types of `data/*.json` and the CSV, read strictly and validated whole; packs of them |
//! | 2 | [`model`] | arithmetic and links: quotient, rank, pace, status, what reaches what; facts for sentences |
//! | 3 | [`locale`] | the words of the interface from `data/interface`, numbers as printed, the plain sentences |
//! | 3 | [`figure`] | drawing with plotters on any backend; the one table of colours |
//! | 3 | [`widget`] | state + action → new state + what is dirty |
//! | 4 | [`markup`] | semantic HTML of each widget; every number and sentence stands here |
//! | 4 | `picture`, `takeaway` | figures with their words as SVG; a view as a sheet of cells |
//! | 5 | `web` (wasm only) | binds a widget to its element; writes its tree and its canvases |
//! | 5 | `publish` (native; `render` in wasm) | the kit, the static page, the open data, the pictures, the gallery |
//! | 6 | `studio` (native and the workshop's wasm) | an office's files become changes of the content |
//!
//! Imports point down; on one floor only `id` → `error`, `takeaway` → `picture` and `markup` →
//! `takeaway` look sideways.
//!
//! # How a change travels
//! Tap or key → `Action` → `State::update`, an attribute → `State::set_attribute` → [`widget::Dirty`] → one microtask → a few DOM nodes, then the
//! dirty canvases. Attributes are the public state; `web::host::Host` writes them back.
//!
//! # How a page is made
//! `build.rs` makes [`locale::Key`] of the interface's keys; no wasm holds data or words. Trunk compiles this library to wasm and calls
//! the `prerender` binary, which writes the page with [`markup`], so that it is complete before and without scripts.

pub mod data;

pub mod error;
pub mod figure;
pub mod id;
pub mod locale;
pub mod markup;
pub mod model;
#[cfg(not(small))]
pub mod picture;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod publish;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod studio;
#[cfg(not(small))]
pub mod takeaway;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod widget;

/// Two-level segregated fit: constant time, little left over between blocks, and 2.3 KB in brotli less than the
/// standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
