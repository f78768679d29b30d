//! The wasm module of the workshop: the complete one, and what reads files and renders a site.

#![cfg_attr(target_arch = "wasm32", no_main)]

use shigoto_widgets as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
