// Where the wasm lies: beside this module. Its names are those of wasm-bindgen's module around it.
const at = (name) => new URL(name, import.meta.url).href;
const openOwn = () => __wbg_init({ module_or_path: at("{wasm}") });
const openComplete = async () => {
  const module = await import("./{complete_glue}");
  await module.default({ module_or_path: at("{complete_wasm}") });
  return module;
};
