// Where the wasm lies: beside this module. Its names are those of wasm-bindgen's module around it.
// Which packs its wasm reads.
const depth = "visit";
const at = (name) => new URL(name, import.meta.url).href;
// What its own way of opening asks and tells costs every visit more than these lines.
const openOwn = async () => {
  const answer = await fetch(at("{wasm}"));
  if (!answer.ok) throw answer.status;
  const imports = __wbg_get_imports();
  // A server may not know what wasm is; one that sends no wasm at all fails again.
  const { instance } = await WebAssembly.instantiateStreaming(answer.clone(), imports).catch(async () =>
    WebAssembly.instantiate(await answer.arrayBuffer(), imports),
  );
  return __wbg_finalize_init(instance);
};
const openComplete = async () => {
  const module = await import("./{complete_glue}");
  await module.default({ module_or_path: at("{complete_wasm}") });
  return module;
};
