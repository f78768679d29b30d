// The shadow tree of an element, and the properties its styles count with.
import { at } from "shigoto:wasm";
import { partOf } from "./parts.js";
import { fill } from "./policy.js";
import { tongueOf } from "./tongue.js";

// Nonsense is no scale; and once the two others have types, sizes follow the reader's (host.css).
try {
  for (const [name, syntax, initialValue] of [["--shigoto-scale", "number", "1"], ["--_shigoto-on", "number", "1"], ["--_shigoto-u", "length", "1px"]]) {
    CSS.registerProperty({ name, syntax: `<${syntax}>`, inherits: true, initialValue });
  }
} catch {}

// An element that came without a page gets the shadow tree the page would have brought.
export const furnish = async (element, kind, content) => {
  if (element.shadowRoot) return;
  const template = element.querySelector(":scope > template[shadowrootmode]");
  if (template) return void element.attachShadow({ mode: "open" }).append(template.content);
  const text = await partOf(`${kind}.${tongueOf(element, content)}.html`, content);
  const root = element.attachShadow({ mode: "open" });
  fill(root, text);
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at(STYLE) });
  root.prepend(style);
  await new Promise((done) => (style.onload = style.onerror = done));
};
