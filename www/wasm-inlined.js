// Where the wasm lies: in the page's own text, for neither modules nor fetch work on file://. It is the complete one.
// Which packs its wasm reads.
const depth = "complete";
const at = (name) => new URL(name, document.baseURI).href;
const openOwn = () => {
  const text = atob(document.getElementById("wasm").textContent);
  return __wbg_init({ module_or_path: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
};
const openComplete = () => openOwn().then(() => ({ Host, Pack, stoppedAt, read, readAll, press, trace, offer }));
