// Deep links such as #lq?base=employees&city=aomori: the address follows the widgets, back and forward lead them.
const elementOf = (kind) => customElements.get(`shigoto-${kind}`) && document.querySelector(`shigoto-${kind}`);
const namesOf = (element) => element.constructor.observedAttributes.filter((name) => name !== "lang" && name !== "theme");

const follow = () => {
  const [kind, query] = location.hash.slice(1).split("?");
  const element = query && elementOf(kind);
  if (!element) return;
  const wanted = new URLSearchParams(query);
  for (const name of namesOf(element)) {
    if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
    else element.removeAttribute(name);
  }
  element.scrollIntoView();
};

addEventListener("shigoto-change", ({ target }) => {
  const kind = target.localName.slice("shigoto-".length);
  const query = new URLSearchParams();
  for (const name of namesOf(target)) if (target.getAttribute(name)) query.set(name, target.getAttribute(name));
  const hash = `#${kind}?${query}`;
  if (hash === location.hash) return;
  // A drag along the slider is one step back, not ten.
  const isSame = location.hash.replace(/year=\d*/, "") === hash.replace(/year=\d*/, "");
  history[isSame ? "replaceState" : "pushState"](null, "", hash);
});
addEventListener("popstate", follow);
follow();
