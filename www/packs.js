// What depends on the content: packs, and the trees of elements that came without a page.
import { at, depth } from "shigoto:wasm";
import { loadOwn } from "./modules.js";
import { once } from "./once.js";

// A file of the content's folder, fetched once, or what the page brings in its place.
const parts = {};
export const partOf = (name, { folder }) => {
  const brought = document.querySelector(`template[data-pack="${name}"]`);
  if (brought) return brought.content.textContent;
  parts[name] ??= once(async () => {
    const file = await fetch(at(`${folder}/${name}`));
    if (!file.ok) throw file.status;
    return file.text();
  });
  return parts[name]();
};

// A language and the data, read once for a module.
export const packs = new Map();
export const packOf = async (module, lang, content) => {
  const name = `${module.read ? "complete" : depth}.${lang}.pack`;
  if (!packs.has(name)) {
    const [text] = await Promise.all([partOf(name, content), module.read || loadOwn()]);
    if (!packs.has(name)) packs.set(name, new module.Pack(text));
  }
  return packs.get(name);
};
