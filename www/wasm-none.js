// For a module that needs no wasm: where the site's files lie.
export const at = (name) => new URL(name, import.meta.url).href;
