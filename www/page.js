// At work only on our own page.
// Deep links such as #lq?base=employees&view=dots: the address follows the widgets, back and forward lead them.
import { at } from "shigoto:wasm";
import { decoded, pairsOf, tidied } from "./address.js";
import { policy } from "./policy.js";

let isFollowed = false;
export let followed = [];
const kindOf = (element) => element.localName.slice("shigoto-".length);
const namesOf = (element) => element.constructor.observedAttributes.filter((name) => !/theme|src/.test(name));
export const readState = (element) => namesOf(element).map((name) => [name, element.getAttribute(name)]).filter(([, value]) => value);
// Once, before the first widget looks at its attributes.
export const followLinks = () => {
  if (isFollowed || !document.querySelector("[data-deep-links]")) return;
  isFollowed = true;
  const elements = followed = KINDS.map((kind) => document.querySelector(`shigoto-${kind}`)).filter(Boolean);
  const write = (element, pairs) => {
    const wanted = new Map(pairs);
    for (const name of namesOf(element)) {
      if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
      else element.removeAttribute(name);
    }
  };

  // What all widgets showed stands in each entry of the history.
  const snapshot = () => Object.fromEntries(elements.map((element) => [kindOf(element), readState(element)]));
  // What a link asks for comes into view, and once more when the widget has shown it, unless its reader has gone on.
  const reveal = (element) => {
    const gone = new AbortController();
    const { signal } = gone;
    for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, () => gone.abort(), { signal, passive: true });
    const id = element.getAttribute("kpi");
    const show = () => {
      if (signal.aborted || !element.shadowRoot) return;
      const asked = id ? `[data-kpi="${CSS.escape(id)}"]` : ".node[aria-pressed=true],.asked,.panel";
      [...element.shadowRoot.querySelectorAll(asked)].find((one) => one.checkVisibility())?.scrollIntoView();
    };
    show();
    element.ready.then(() => setTimeout(() => {
      show();
      gone.abort();
    }));
  };

  let isFollowing = false;
  const follow = (state) => {
    due = undefined;
    const asked = location.hash.slice(1);
    const [name, query] = decoded(asked, "?").split("?");
    const kind = tidied(name);
    // A link to a widget of another page, as widgets have them, leads there.
    const there = !document.getElementById(kind) && KINDS.includes(kind) && document.querySelector(`.page-bar [data-kind=${kind}]`);
    if (there) {
      location.replace(there.href + location.hash);
      return;
    }
    isFollowing = true;
    for (const element of elements) {
      const own = kindOf(element);
      if (state) write(element, state[own] ?? []);
      else if (own === kind && query) write(element, pairsOf(query));
    }
    if (kind !== asked && !state) {
      document.getElementById(kind)?.scrollIntoView();
      const element = elements.find((one) => kindOf(one) === kind);
      if (element && query) reveal(element);
    }
    // The widgets answer in a microtask; what they write back is no step of the reader's.
    setTimeout(() => {
      isFollowing = false;
      history.replaceState(snapshot(), "");
    });
  };

  // The address is written behind the frame that shows the change, which it would double. A sweep, and whoever changes
  // more than people do, has it written seldom: Safari allows 100 times in half a minute. Two widgets' changes stay two steps.
  const pause = 350;
  const most = 25;
  let due;
  let late = 0;
  let written = [];
  const note = (isNow) => {
    clearTimeout(late);
    late = 0;
    if (!due) return;
    const hash = `#${kindOf(due)}?${new URLSearchParams(readState(due))}`;
    // A drag along the slider is one step back, not ten.
    const isSame = location.hash.replace(/year=\d*/, "") === hash.replace(/year=\d*/, "");
    const now = performance.now();
    written = written.filter((time) => time > now - 1e4);
    const rest = isSame || written.length > most ? pause - (now - (written.at(-1) ?? 0)) : 0;
    if (rest > 0 && !isNow) {
      late = setTimeout(note, rest);
      return;
    }
    due = undefined;
    written.push(now);
    history[isSame ? "replaceState" : "pushState"](snapshot(), "", hash);
  };
  addEventListener("shigoto-change", ({ target }) => {
    if (isFollowing || !elements.includes(target)) return;
    if (due && due !== target) note(true);
    if (!due) requestAnimationFrame(() => setTimeout(note));
    due = target;
  });
  addEventListener("pagehide", () => note(true));
  addEventListener("popstate", ({ state }) => follow(state));
  // Another language shows the same.
  document.querySelector(".languages nav")?.addEventListener("click", ({ target }) => {
    target.hash = location.hash;
  });
  follow(history.state);

  // For use without a network, where the page tells its build: not from one file. The rest is in sw.js, and in offline.js,
  // which is loaded only once the worker is there to bring it. Who comes first is the visit itself.
  const keep = async () => {
    const worker = document.querySelector("[data-build]") && navigator.serviceWorker;
    if (!worker) return;
    const join = () => worker.controller && import(at(FOLLOWER)).catch(() => {});
    worker.addEventListener("controllerchange", join);
    join();
    const url = at("sw.js") + (navigator.connection?.saveData ? "?small" : "");
    await worker.register(policy?.createScriptURL(url) ?? url);
  };
  // Refused or not to be had, it is not missed. Who only looks in pays for what is looked at, no more.
  const rest = () => setTimeout(() => keep().catch(() => {}), 5000);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest);
};
