// How embed.js comes by the wasm: from the files beside it.
const at = (name) => new URL(name, import.meta.url).href;
const start = async () => {
  const wasm = await import(at("{glue}"));
  await wasm.default({ module_or_path: at("{wasm}") });
  return wasm;
};
