// Part of the module of every visit, at work only on our own page.
// Deep links such as #lq?base=employees&city=aomori: the address follows the widgets, back and forward lead them.
let isFollowed = false;
// Once, before the first widget looks at its attributes.
const followLinks = () => {
  if (isFollowed || !document.querySelector("[data-deep-links]")) return;
  isFollowed = true;
  const elements = ["swot", "lq", "kpi"].map((kind) => document.querySelector(`shigoto-${kind}`)).filter(Boolean);
  const kindOf = (element) => element.localName.slice("shigoto-".length);
  const namesOf = (element) => element.constructor.observedAttributes.filter((name) => !/theme|src/.test(name));
  const read = (element) => namesOf(element).map((name) => [name, element.getAttribute(name)]).filter(([, value]) => value);
  const write = (element, pairs) => {
    const wanted = new Map(pairs);
    for (const name of namesOf(element)) {
      if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
      else element.removeAttribute(name);
    }
  };

  // What all widgets showed stands in each entry of the history.
  const snapshot = () => Object.fromEntries(elements.map((element) => [kindOf(element), read(element)]));
  let isFollowing = false;
  const follow = (state) => {
    isFollowing = true;
    const [kind, query] = location.hash.slice(1).split("?");
    for (const element of elements) {
      const own = kindOf(element);
      if (state) write(element, state[own] ?? []);
      else if (own === kind && query) write(element, [...new URLSearchParams(query)]);
    }
    if (query && !state) document.getElementById(kind)?.scrollIntoView();
    // The widgets answer in a microtask; what they write back is no step of the reader's.
    setTimeout(() => {
      isFollowing = false;
      history.replaceState(snapshot(), "");
    });
  };

  addEventListener("shigoto-change", ({ target }) => {
    if (isFollowing || !elements.includes(target)) return;
    const hash = `#${kindOf(target)}?${new URLSearchParams(read(target))}`;
    // A drag along the slider is one step back, not ten.
    const isSame = location.hash.replace(/year=\d*/, "") === hash.replace(/year=\d*/, "");
    history[isSame ? "replaceState" : "pushState"](snapshot(), "", hash);
  });
  addEventListener("popstate", ({ state }) => follow(state));
  follow(history.state);
};
