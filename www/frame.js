// embed.html: shows the widget its address asks for, and tells the page around it how tall that is.
import { pairsOf } from "./address.js";

const query = pairsOf(location.search.slice(1));
const asked = (name) => query.find(([own]) => own === name)?.[1];
const kind = asked("widget");
const tag = `shigoto-${kind}`;
// What needs no wasm has a page of its own, and no tree in this one: its element fetches it.
const added = () => {
  const place = document.createElement("div");
  place.className = "place";
  document.querySelector("main").append(place);
  return place.appendChild(document.createElement(tag));
};
const element = customElements.get(tag) && (document.querySelector(tag) ?? added());

if (element) {
  for (const place of document.querySelectorAll(".place")) place.hidden = !place.contains(element);
  const known = element.constructor.observedAttributes;
  for (const [name, value] of query) {
    // Whoever writes a link must not put other numbers under this address.
    const url = name === "src" && new URL(value, document.baseURI);
    if (url && (url.origin !== location.origin || url.protocol !== location.protocol)) console.warn(`embed.html: src="${value}" is of another origin`);
    else if (known.includes(name)) element.setAttribute(name, value);
  }
  const titles = JSON.parse(document.querySelector("[data-titles]").dataset.titles);
  const words = titles[asked("lang")] ?? titles.ja;
  document.documentElement.lang = words.lang;
  document.title = words[kind];
}
// In print what is seen, not what could be called up: the frame does not grow.
for (const one of document.querySelectorAll(".place > *")) one.dataset.framed = "";

const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ type: "shigoto:height", height }, "*");
};
new ResizeObserver(tell).observe(document.body);
// The page around may have come too late for the first word.
addEventListener("message", ({ data }) => data?.type === "shigoto:ask" && tell());

// On paper the frame is as tall as it is, and narrower: what is painted for that width by then is made as small as it must be.
const fit = () => {
  const { style } = document.body;
  style.transform = "";
  const { clientHeight, scrollHeight } = document.documentElement;
  if (parent !== self && scrollHeight > clientHeight) Object.assign(style, { transformOrigin: "0 0", transform: `scale(${clientHeight / scrollHeight})` });
};
addEventListener("beforeprint", () => {
  fit();
  // Asked for now, it is told after the widgets.
  matchMedia("print").addEventListener("change", fit, { once: true });
});
addEventListener("afterprint", () => (document.body.style.transform = ""));
