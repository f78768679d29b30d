// How standalone.html comes by the wasm: from its own text, for neither modules nor fetch work on file://.
const at = (name) => new URL(name, document.baseURI).href;
const start = async () => {
  const text = atob(document.getElementById("wasm").textContent);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  await glue.default({ module_or_path: bytes });
  return glue;
};
