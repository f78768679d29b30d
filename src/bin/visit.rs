//! The wasm module that every visit loads: the library as `small`, see ARCHITECTURE.

#![cfg_attr(target_arch = "wasm32", no_main)]

use shigoto_widgets as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
