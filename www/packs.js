// The packs, which depend on the content.
import { depth } from "shigoto:wasm";
import { loadOwn } from "./modules.js";
import { partOf } from "./parts.js";

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
