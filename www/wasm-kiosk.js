// Where the kiosk's wasm lies: beside the script. It is the complete one, and there is no other.
// Which packs its wasm reads.
const depth = "complete";
const at = (name) => new URL(name, import.meta.url).href;
const openOwn = () => __wbg_init({ module_or_path: at("{wasm}") });
// One module is both: a second copy of it would run the first one's callbacks on other memory.
const openComplete = () => loadOwn().then(() => ({ Host, Pack, stoppedAt, read, readAll }));
