import { at } from "shigoto:wasm";

// The only place where markup becomes DOM: it comes from maud, which escapes every text and quotes every value.
// One policy for all copies of the script on a page: whoever else gets hold of it can make no tag with it that is not of
// that form, none that loads or runs anything, no `on…`, `style` or address of another kind. It cannot tell our words from
// others' words. The one script it lets pass is sw.js, beside this one.
const wild = /<(?!\/?(?!script|style|link|meta|base|iframe|object|embed)\w+( (?!on|src|href|form|action|style)[\w-]+(="[^"]*")?| (src|href)="(https?:|(?![^"#?/]*[:&]))[^"]*")*>)/i;
const sound = (isSound, text) => {
  if (isSound) return text;
  throw new TypeError("shigoto");
};
const shared = Symbol.for("shigoto");
try {
  globalThis[shared] ??= globalThis.trustedTypes?.createPolicy("shigoto", {
    createHTML: (text) => sound(!wild.test(text), text),
    createScriptURL: (url) => sound(url.split("?")[0] === at("sw.js") && url.startsWith(`${origin}/`), url),
  });
} catch {}
/** @type {{ createHTML(text: string): string, createScriptURL(url: string): string } | undefined} */
export const policy = globalThis[shared];
/**
 * @param {Element} node
 * @param {string} text
 */
export const fill = (node, text) => {
  node.innerHTML = policy?.createHTML(text) ?? text;
};
// Where a page allows policies of others only, this throws: the elements stay as they came.
fill(document.createElement("p"), "");
