// Where the kiosk's wasm lies: beside the script. It is the complete one, and there is no other.
// Which packs its wasm reads.
const depth = "complete";
const at = (name) => new URL(name, import.meta.url).href;
const openOwn = () => __wbg_init({ module_or_path: at("{wasm}") });
const openComplete = () => openOwn().then(() => ({ Host, Pack, stoppedAt, read, readAll }));
