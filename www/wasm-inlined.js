// Where the wasm lies: in the page's own text, for neither modules nor fetch work on file://. It is the complete one.
// Which packs its wasm reads.
const depth = "complete";
const at = (name) => new URL(name, document.baseURI).href;
const openOwn = () => {
  const text = atob(document.getElementById("wasm").textContent);
  return __wbg_init({ module_or_path: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
};
// One module is both: a second copy of it would run the first one's callbacks on other memory.
const openComplete = () => loadOwn().then(() => ({ Host, Pack, stoppedAt, read, readAll, press, trace, offer }));
