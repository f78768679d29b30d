// Puts the map of the strategy to work over its static tree: in its page, or in a shadow tree where it came without one.
// What fits stays and is counted, the rest is hidden; every word is the page's own.
import { at } from "shigoto:wasm";
import { folded } from "./folded.js";
import { once } from "./once.js";
import { followLinks } from "./page.js";
import { partOf } from "./parts.js";
import { fill } from "./policy.js";
import { tongueOf } from "./tongue.js";
import { furnish } from "./tree.js";

const VIEWS = ["columns", "list", "gaps"];
const NARROW_PX = 600;
/** Attributes from the widest to the narrowest place. */
const PLACES = ["pillar", "measure", "project"];
const EMPTY = { view: "", pillar: "", measure: "", project: "", actor: "", q: "" };

// The words of some nodes without their readings, then with each word in its reading's place.
const wordsOf = (nodes) =>
  folded(["rt, rp", ""].map((left) => nodes.map((node) => {
    const copy = node.cloneNode(true);
    for (const ruby of left ? [] : copy.querySelectorAll("ruby")) ruby.replaceChildren(...ruby.querySelectorAll("rt"));
    for (const one of copy.querySelectorAll(`.unseen, summary, ${left || "rp"}`)) one.remove();
    return copy.textContent;
  }).join("\n")).join("\n"));

const isWithin = (place, scope) => !scope || place === scope || place.startsWith(`${scope}-`);
// `2-1-p3` in the page is project 2-1-3.
const idOf = (project) => project.replace(/-(\d+)$/, "-p$1");

export class Binding {
  #element;
  #tree;
  #state = { ...EMPTY };
  #isReady = false;
  #isDue = false;
  #isNarrow = false;
  #isOwn = false;
  #content;
  #page = "";
  #items;
  #sections;
  #sums;
  #opened = new Set();
  #width = new ResizeObserver(([{ contentRect }]) => {
    const isNarrow = contentRect.width < NARROW_PX;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#plan();
  });

  constructor(element, kind, content) {
    this.#element = element;
    this.#content = content;
    followLinks();
    this.furnish = once(async () => {
      this.#isOwn = Boolean(element.querySelector(":scope > .explore"));
      if (!this.#isOwn) await furnish(element, kind, content);
      this.#begin((this.#isOwn ? element : element.shadowRoot).querySelector(".explore"));
    });
  }

  enter() {
    const start = performance.now();
    this.#isNarrow = this.#element.clientWidth < NARROW_PX;
    this.#width.observe(this.#element);
    if (this.#isReady) return;
    for (const name of Object.keys(EMPTY)) this.#take(name, this.#element.getAttribute(name));
    this.#reflect();
    this.#update();
    this.#isReady = true;
    this.#tell("ready", this.state());
    performance.mark("shigoto-map-painted");
    this.#tell("painted", { widget: "map", ms: performance.now() - start });
    if (this.#element.getAttribute("src")) this.load().catch(() => {});
    if (this.#state.measure) this.#show();
  }

  leave() {
    this.#width.disconnect();
  }

  attribute(name, value) {
    if (name === "lang") this.#speak();
    if (name === "src" && value) this.load().catch(() => {});
    if (this.#isReady && name in EMPTY && (value ?? "") !== this.#state[name] && this.#take(name, value)) this.#plan();
  }

  state() {
    return { ...this.#state, view: this.#view() };
  }

  // It reads no data of others.
  async load() {
    const fault = { code: "unsupported", message: "<shigoto-map> shows the strategy of its site alone", faults: [] };
    this.#tell("error", fault);
    throw fault;
  }

  // A tree to work over.
  #begin(tree) {
    this.#tree = tree;
    this.#read();
    this.#listen();
    tree.dataset.live = "";
  }

  // Another language is another tree; the page of the map has one for each.
  async #speak() {
    if (this.#isOwn || !this.#isReady) return;
    const lang = tongueOf(this.#element, this.#content);
    const text = await partOf(`map.${lang}.html`, this.#content).catch(() => {});
    if (!text || lang !== tongueOf(this.#element, this.#content)) return;
    const box = document.createElement("div");
    fill(box, text);
    this.#tree.replaceWith(box.firstElementChild);
    this.#begin(this.#element.shadowRoot.querySelector(".explore"));
    this.#update();
  }

  #tell(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(`shigoto-${type}`, { detail, bubbles: true, composed: true }));
  }

  #view() {
    return this.#state.view || (this.#isNarrow ? "list" : "columns");
  }

  // Takes a value; one that means nothing is told, and the default holds. Whether anything changed.
  #take(name, value) {
    const before = JSON.stringify(this.#state);
    const text = (value ?? "").trim();
    const known = { view: VIEWS, actor: this.#values("actor"), pillar: this.#ids("pillar"), measure: this.#ids("measure"), project: this.#ids("project") }[name];
    // Several actors may be named; of all else one.
    const parts = name === "actor" ? text.split(/\s+/).filter(Boolean) : [text].filter(Boolean);
    const sound = known ? parts.filter((part) => known.includes(part)) : parts;
    if (sound.length < parts.length) console.warn(`<shigoto-map>: ${name}="${text}" is not one of: ${known.join(", ")}`);
    this.#state[name] = name === "actor" ? known.filter((one) => sound.includes(one)).join(" ") : sound.join("");
    if (PLACES.includes(name)) this.#settle(name);
    if (this.#isReady) this.#reflect();
    return JSON.stringify(this.#state) !== before;
  }

  // The narrower places follow a wider one, and the wider ones a narrower.
  #settle(name) {
    const state = this.#state;
    const asked = state[name];
    for (const [index, place] of PLACES.entries()) {
      const isNarrower = index > PLACES.indexOf(name);
      if (isNarrower && !(asked && isWithin(state[place], asked))) state[place] = "";
      if (!isNarrower && asked) state[place] = asked.split("-").slice(0, index + 1).join("-");
    }
  }

  #values(name) {
    return [...this.#tree.querySelectorAll(`[name=${name}]`)].map(({ value }) => value);
  }

  #ids(place) {
    const nodes = { pillar: ".outline", measure: ".measure", project: "[data-kind=project]" }[place];
    return [...this.#tree.querySelectorAll(nodes)].map(({ id }) => id.replace(/-p(?=\d)/, "-"));
  }

  // Attributes say what the state is; they are no changes of others.
  #reflect() {
    const element = this.#element;
    for (const [name, value] of Object.entries(this.#state)) {
      if (value) {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      } else if (element.hasAttribute(name)) element.removeAttribute(name);
    }
  }

  // Changes that come together are one.
  #plan() {
    if (this.#isDue || !this.#isReady) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#update();
      this.#tell("change", this.state());
    });
  }

  /** A change by the reader's own hand. */
  #set(change) {
    const before = this.#state.measure + this.#state.project;
    for (const [name, value] of Object.entries(change)) {
      if (this.#take(name, value)) this.#plan();
    }
    const { measure, project } = this.#state;
    if (measure && measure + project !== before) queueMicrotask(() => this.#show());
  }

  // What was opened comes into view where it is out of it; pages of others stay where they are.
  #show() {
    if (!this.#isOwn || this.#view() === "gaps") return;
    const told = this.#tree.querySelector(".told");
    const { top } = told.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) told.scrollIntoView();
  }

  // The tree, once: its items with what is asked of each.
  #read() {
    const tree = this.#tree;
    const all = (selector) => [...tree.querySelectorAll(selector)];
    const texts = new Map();
    this.#items = all(".outline [data-kind]").map((node) => {
      const { id, dataset: { kind, first = id, actors = "" } } = node;
      const text = wordsOf([...node.querySelectorAll(":scope > .name, :scope > .text")]);
      if (first === id) texts.set(id, text);
      return { node, id, kind, first, text, actors: actors.split(" "), place: node.closest(".measure").id };
    });
    // What is printed again is told in full at its first place.
    for (const item of this.#items) item.text = texts.get(item.first) ?? item.text;
    this.#sections = all(".outline, .measure").map((node) => {
      const own = node.matches(".measure") ? ":scope > h4" : ":scope > summary h3, :scope > p";
      return { node, place: node.id, text: wordsOf([...node.querySelectorAll(own)]) };
    });
    this.#sums = all("[data-sums]").map((node) => ({ node, scope: node.dataset.sums, printed: [...node.childNodes] }));
    // In pages of others every way leads to ours.
    if (!this.#isOwn) {
      const lang = tongueOf(this.#element, this.#content);
      this.#page = at(`strategy${lang === this.#content.languages[0] ? "" : `.${lang}`}.html`);
      for (const link of all("a[href]")) {
        const href = link.getAttribute("href");
        link.href = href.startsWith("#") ? this.#page + href : at(href);
      }
    }
  }

  #listen() {
    const tree = this.#tree;
    const chosen = (name) => [...tree.querySelectorAll(`[name=${name}]:checked`)].map(({ value }) => value).join(" ");
    tree.addEventListener("change", ({ target }) => {
      if (/^(actor|view)$/.test(target.name)) this.#set({ [target.name]: chosen(target.name) });
    });
    // Not while kana are still being turned into kanji.
    tree.addEventListener("input", ({ target, isComposing }) => {
      if (target.name === "q" && !isComposing) this.#set({ q: target.value });
    });
    tree.addEventListener("compositionend", ({ target }) => target.name === "q" && this.#set({ q: target.value }));
    tree.addEventListener("click", (event) => {
      const { target } = event;
      if (target.closest("[name=clear]")) {
        this.#set({ pillar: "", actor: "", q: "" });
        tree.querySelector("[name=q]").focus();
      }
      const link = target.closest("[data-pick]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#pick(link.dataset.pick);
    });
    tree.addEventListener("toggle", ({ target }) => this.#toggled(target), true);
    tree.addEventListener("keydown", (event) => this.#press(event));
    if (this.#isOwn) addEventListener("hashchange", () => this.#reveal());
  }

  // Opens a place by its id: nothing, a pillar, a measure; the pillar that is open is closed again where rows open.
  #pick(place) {
    const [pillar, measure] = [place.split("-")[0], place.includes("-") ? place : ""];
    const isShut = this.#view() === "list" && place === this.#state.pillar && !this.#state.measure;
    this.#set(measure ? { measure, project: "" } : { pillar: isShut ? "" : pillar, measure: "" });
  }

  // A project whose text is opened is the one that is open.
  #toggled({ open, parentElement: item }) {
    if (item?.dataset?.kind !== "project" || item.closest(".measure").id !== this.#state.measure) return;
    const project = item.id.replace("-p", "-");
    if (open && this.#state.project !== project) this.#set({ project });
    else if (!open && this.#state.project === project) this.#set({ project: "" });
  }

  // An address of a node within shows it, whatever is filtered.
  #reveal() {
    const node = location.hash && this.#tree.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (!node || node.checkVisibility()) return;
    this.#set({ view: node.closest(".gaps, #gaps") ? "gaps" : "", pillar: "", actor: "", q: "" });
    queueMicrotask(() => node.scrollIntoView());
  }

  // Arrow keys between pillars and measures; Escape goes up a step.
  #press(event) {
    const { key, target } = event;
    if (key === "Escape" && !target.matches("[type=search]")) {
      const up = PLACES.findLast((name) => this.#state[name]);
      if (up) this.#set({ [up]: "" });
      return;
    }
    const row = target.closest(".row");
    if (!row || !/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key)) return;
    const linksOf = (one) => [...one.querySelectorAll("[data-pick]")].filter((link) => link.checkVisibility());
    const rows = [...this.#tree.querySelectorAll(".row")];
    const own = linksOf(row);
    const place = own.indexOf(target.closest("[data-pick]"));
    const next = rows[rows.indexOf(row) + { ArrowUp: -1, ArrowDown: 1 }[key]];
    const near = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: own.length - 1 }[key];
    const links = next ? linksOf(next) : own;
    const found = next ? links[Math.min(place, links.length - 1)] : links[near];
    event.preventDefault();
    found?.focus();
  }

  // What fits of each kind within a place, and how many there are; what is printed again counts once.
  #count(scope, fits) {
    const counts = {};
    for (const [name, kinds] of Object.entries({ projects: ["project"], works: ["work"], texts: ["situation", "action"], kpis: ["kpi"] })) {
      const all = this.#items.filter(({ kind, place }) => kinds.includes(kind) && isWithin(place, scope));
      const once = (items) => new Set(items.map(({ first }) => first)).size;
      counts[`${name}_all`] = once(all);
      counts[name] = once(all.filter((item) => fits.has(item)));
    }
    return counts;
  }

  // A sentence of the page with its numbers.
  #say(name, counts) {
    const copy = this.#tree.querySelector(`[data-say=${name}]`).content.cloneNode(true);
    for (const hole of copy.querySelectorAll("[data-count]")) hole.textContent = counts[hole.dataset.count];
    return copy;
  }

  #update() {
    const { pillar, measure, project, actor, q } = this.#state;
    const scope = measure || pillar;
    const actors = actor.split(" ").filter(Boolean);
    const words = folded(q).split(/\s+/).filter(Boolean);
    const hasWords = (text) => words.every((word) => text.includes(word));
    const isFiltered = actors.length + words.length > 0;
    const fits = new Set(this.#items.filter((item) => (!actors.length || actors.some((one) => item.actors.includes(one))) && hasWords(item.text)));
    this.#tree.dataset.view = this.#view();
    this.#tree.toggleAttribute("data-filtered", isFiltered);
    if (scope) this.#tree.dataset.open = measure ? "measure" : "pillar";
    else delete this.#tree.dataset.open;
    const isWorded = words.length > 0 && !actors.length;
    this.#outline({ scope, fits, isNamed: (text) => isWorded && hasWords(text), isFiltered, isWorded });
    this.#mark(idOf(project));
    this.#figure(scope, fits, isFiltered);
    // A row for each measure that is left.
    const left = new Set(this.#sections.filter(({ node }) => !node.hidden).map(({ place }) => place));
    for (const row of this.#tree.querySelectorAll(".gaps [data-scope]")) row.hidden = !left.has(row.dataset.scope);
    for (const { node, scope: own, printed } of this.#sums) {
      node.replaceChildren(...(isFiltered ? [this.#say("shown", this.#count(own, fits))] : printed));
    }
    this.#told(this.#count(scope, fits), { isFiltered, isWorded, isChosen: isFiltered || Boolean(scope) });
    this.#controls(actors);
  }

  // Hides what does not fit: items, then lists, measures and pillars with nothing left.
  #outline({ scope, fits, isNamed, isFiltered, isWorded }) {
    for (const item of this.#items) item.node.hidden = !fits.has(item) || !isWithin(item.place, scope);
    const isLeft = (node) => Boolean(node.querySelector("[data-kind]:not([hidden])"));
    for (const list of this.#tree.querySelectorAll(".measure details:not(.text) ul")) {
      list.hidden = list.previousElementSibling.hidden = !isLeft(list);
    }
    for (const part of this.#tree.querySelectorAll(".lists > div, .measure > details")) part.hidden = !isLeft(part);
    for (const { node, place, text } of this.#sections.toReversed()) {
      const isHere = isWithin(place, scope) || isWithin(scope, place);
      const isFull = isLeft(node) || Boolean(node.querySelector(".measure:not([hidden])"));
      node.toggleAttribute("data-named", isNamed(text));
      node.hidden = !isHere || (isFiltered && !isFull && !isNamed(text));
    }
    // Words that are found are to be seen; what was opened for that is closed again.
    for (const details of this.#tree.querySelectorAll(".measure > details")) {
      const isFound = isWorded && isLeft(details);
      if (isFound && !details.open) this.#opened.add(details);
      if (this.#opened.has(details)) details.open = isFound;
      if (!isFound) this.#opened.delete(details);
    }
  }

  // The project that is open.
  #mark(id) {
    for (const { node, kind } of this.#items) {
      if (kind !== "project") continue;
      const isOpen = node.id === id;
      const details = node.querySelector(":scope > .text");
      if (isOpen !== (node.ariaCurrent === "true") && details) details.open = isOpen;
      node.ariaCurrent = isOpen ? "true" : null;
    }
  }

  #figure(scope, fits, isFiltered) {
    const found = new Set([...fits].map(({ id }) => id));
    for (const dot of this.#tree.querySelectorAll("[data-of]")) {
      dot.classList.toggle("off", !found.has(dot.dataset.of) || !isWithin(dot.dataset.of, scope));
    }
    for (const node of this.#tree.querySelectorAll(".map [data-scope]")) {
      const { scope: own } = node.dataset;
      const isPicked = Boolean(scope) && isWithin(scope, own);
      const isEmpty = isFiltered && ![...fits].some(({ place, kind }) => isWithin(place, own) && /project|work/.test(kind));
      node.classList.toggle("off", isEmpty || !(isWithin(own, scope) || isPicked));
      node.toggleAttribute("data-picked", isPicked);
      node.querySelector("[data-pick]").ariaCurrent = own === scope ? "true" : null;
    }
  }

  // Where one is and what fits.
  #told(counts, { isFiltered, isWorded, isChosen }) {
    const { pillar, measure, project } = this.#state;
    const crumbs = this.#tree.querySelector(".crumbs");
    const names = [`[id="${pillar}"] > summary h3`, `[id="${measure}"] > h4 a`, `[id="${idOf(project)}"] > .name`];
    const places = [pillar, measure, project].filter(Boolean);
    const list = crumbs.querySelector("ol");
    list.replaceChildren(list.firstElementChild, ...places.map((place, index) => {
      const link = document.createElement(place === project ? "span" : "a");
      link.append(...this.#tree.querySelector(names[index]).cloneNode(true).childNodes);
      if (link.localName === "a") Object.assign(link, { href: this.#address(place) }).dataset.pick = place;
      if (index === places.length - 1) link.ariaCurrent = "location";
      return document.createElement("li").appendChild(link).parentNode;
    }));
    crumbs.hidden = !places.length;
    this.#tree.querySelector("[name=clear]").hidden = !isChosen;
    const isNone = !Object.entries(counts).some(([name, count]) => count && !name.endsWith("_all"));
    const told = !isFiltered ? [] : isNone ? ["nothing"] : isWorded ? ["told", "texts"] : ["told"];
    this.#tree.querySelector(".fits").replaceChildren(...told.map((name) => this.#say(name, counts)));
  }

  // Controls say what holds; links in the map are addresses of what they open.
  #controls(actors) {
    for (const box of this.#tree.querySelectorAll("[name=actor]")) box.checked = actors.includes(box.value);
    for (const radio of this.#tree.querySelectorAll("[name=view]")) radio.checked = radio.value === this.#view();
    const field = this.#tree.querySelector("[name=q]");
    if (field.value.trim() !== this.#state.q) field.value = this.#state.q;
    for (const link of this.#tree.querySelectorAll(".map [data-pick]")) link.href = this.#address(link.dataset.pick);
  }

  // The address of a place with what is filtered.
  #address(place) {
    const { actor, q } = this.#state;
    const asked = Object.entries({ pillar: place.split("-")[0], measure: place.includes("-") ? place : "", actor, q });
    return `${this.#page}#map?${new URLSearchParams(asked.filter(([, value]) => value))}`;
  }
}
