// Where the wasm lies: in the page's own text, for neither modules nor fetch work on file://. It is the complete one.
import init, * as whole from "./complete.js";
import { once } from "./once.js";

// Which packs its wasm reads.
export const depth = "complete";
export const at = (name) => new URL(name, document.baseURI).href;
// One module is both: a second copy of it would run the first one's callbacks on other memory.
export const openOwn = once(() => {
  const text = atob(document.getElementById("wasm").textContent);
  return init({ module_or_path: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
});
export const openComplete = () => openOwn().then(() => whole);
