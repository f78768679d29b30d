//! The second wasm module, loaded on demand: the whole library.

#![cfg_attr(target_arch = "wasm32", no_main)]

use shigoto_widgets as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
