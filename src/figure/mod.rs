//! Floor 3: drawing with plotters on any backend. The same functions paint canvases in the browser and SVG natively.
//!
//! Coordinates are `f64` pixels of the backend, x to the right, y downward; [`theme::Theme::scale`] is the number of
//! backend pixels in a CSS pixel. Each figure has a layout, computed once: `draw` draws its marks, whoever shows it sets
//! its [`words`] beside them, and where a finger may ask what lies under it, the layout answers. No function here
//! measures or draws text.

pub mod axis;
pub mod bullet;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod circulation;
pub mod gauge;
pub mod geometry;
pub mod labels;
pub mod lq_dots;
pub mod lq_heat;
#[cfg(not(small))]
pub mod lq_many;
pub mod lq_names;
pub mod lq_pairs;
pub mod lq_quadrant;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod map;
pub mod mark;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod market;
#[cfg(not(small))]
pub mod qr;
#[cfg(any(not(target_arch = "wasm32"), feature = "render"))]
pub mod series;
pub mod swot_links;
pub mod theme;
pub mod trajectory;
pub mod words;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::DrawingBackend;

/// The whole surface of a backend.
pub type Area<DB> = DrawingArea<DB, Shift>;

/// What a drawing function returns.
pub type Drawn<DB, T> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;
