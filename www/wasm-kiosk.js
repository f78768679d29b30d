// Where the kiosk's wasm lies: beside the script. It is the complete one, and there is no other.
import init, { Host, Pack, stoppedAt } from "shigoto:glue";
import { once } from "./once.js";
import { read, readAll } from "./own.js";

// Which packs its wasm reads.
export const depth = "complete";
export const at = (name) => new URL(name, import.meta.url).href;
// One module is both: a second copy of it would run the first one's callbacks on other memory.
export const openOwn = once(() => init({ module_or_path: at(WASM) }));
export const openComplete = () => openOwn().then(() => ({ Host, Pack, stoppedAt, read, readAll }));
