// Where the wasm lies: beside this module.
import { __wbg_finalize_init, __wbg_get_imports } from "shigoto:glue";

// Which packs its wasm reads.
export const depth = "visit";
export const at = (name) => new URL(name, import.meta.url).href;
// What its own way of opening asks and tells costs every visit more than these lines.
export const openOwn = async () => {
  const answer = await fetch(at(WASM));
  if (!answer.ok) throw answer.status;
  const imports = __wbg_get_imports();
  // A server may not know what wasm is; one that sends no wasm at all fails again.
  const { instance } = await WebAssembly.instantiateStreaming(answer.clone(), imports).catch(async () =>
    WebAssembly.instantiate(await answer.arrayBuffer(), imports),
  );
  return __wbg_finalize_init(instance);
};
export const openComplete = async () => {
  const module = await import(COMPLETE_SCRIPT);
  await module.default({ module_or_path: at(COMPLETE_WASM) });
  return module;
};
