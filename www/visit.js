// The module that every visit loads. In this order, wasm-bindgen's script first, it packs smallest.
export { loadOwn as default } from "./modules.js";
export { Binding } from "./binding.js";
