// embed.html: shows the widget its address asks for, and tells the page around it how tall that is.
const query = new URLSearchParams(location.search);
const tag = `shigoto-${query.get("widget")}`;
const element = customElements.get(tag) && document.querySelector(tag);

if (element) {
  for (const place of document.querySelectorAll(".place")) place.hidden = !place.contains(element);
  const known = element.constructor.observedAttributes;
  for (const [name, value] of query) if (known.includes(name)) element.setAttribute(name, value);
}

const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({ type: "shigoto:height", height }, "*");
};
new ResizeObserver(tell).observe(document.body);
// The page around may have come too late for the first word.
addEventListener("message", ({ data }) => data?.type === "shigoto:ask" && tell());
