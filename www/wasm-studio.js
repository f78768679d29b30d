// Where the workshop's wasm lies: in the script that carries the kit, for nothing can be fetched on file://. It is the
// complete module, and more.
import init, * as whole from "./complete.js";
import { once } from "./once.js";

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// Which packs its wasm reads.
export const depth = "complete";
export const at = (name) => new URL(name, document.baseURI).href;
const inflated = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
/** The wasm, and the archive of what else a site is made with. */
export const kit = once(async () => {
  const [wasm, archive] = shigotoKit.map(bytesOf);
  return [new Uint8Array(await inflated(wasm)), archive];
});
// One module is both: a second copy of it would run the first one's callbacks on other memory.
export const openOwn = once(async () => init({ module_or_path: (await kit())[0] }));
export const openComplete = () => openOwn().then(() => whole);
