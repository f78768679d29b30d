// Files of the content: packs, and the trees of elements that came without a page.
import { at } from "shigoto:wasm";
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
