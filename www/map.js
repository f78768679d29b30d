// Puts the map of the strategy to work over its static tree: in its page, or in a shadow tree where it came without one.
// What fits stays and is counted, the rest is hidden; every word is the page's own.
import { TreeBinding, wordsIn, wordsOf } from "./tree-binding.js";

const VIEWS = ["columns", "list", "gaps"];
const NARROW_PX = 600;
/** Attributes from the widest to the narrowest place. */
const PLACES = ["pillar", "measure", "project"];

const isWithin = (place, scope) => !scope || place === scope || place.startsWith(`${scope}-`);
// `2-1-p3` in the page is project 2-1-3.
const idOf = (project) => project.replace(/-(\d+)$/, "-p$1");

export class Binding extends TreeBinding {
  #isNarrow = false;
  #items;
  #sections;
  #sums;
  #opened = new Set();
  #width = new ResizeObserver(([{ contentRect }]) => {
    const isNarrow = contentRect.width < NARROW_PX;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.plan();
  });

  constructor(element, kind, content) {
    super(element, kind, content, "strategy", { view: "", pillar: "", measure: "", project: "", actor: "", q: "" });
  }

  enter() {
    this.#isNarrow = this.element.clientWidth < NARROW_PX;
    this.#width.observe(this.element);
    super.enter();
  }

  leave() {
    this.#width.disconnect();
  }

  arrive() {
    if (this.asked.measure) this.#show();
  }

  state() {
    return { ...this.asked, view: this.#view() };
  }

  #view() {
    return this.asked.view || (this.#isNarrow ? "list" : "columns");
  }

  known(name) {
    if (name === "view") return VIEWS;
    if (name === "actor") return this.all("[name=actor]").map(({ value }) => value);
    if (PLACES.includes(name)) return this.#ids(name);
  }

  hasSeveral(name) {
    return name === "actor";
  }

  // The narrower places follow a wider one, and the wider ones a narrower.
  settle(name) {
    if (!PLACES.includes(name)) return;
    const state = this.asked;
    const asked = state[name];
    for (const [index, place] of PLACES.entries()) {
      const isNarrower = index > PLACES.indexOf(name);
      if (isNarrower && !(asked && isWithin(state[place], asked))) state[place] = "";
      if (!isNarrower && asked) state[place] = asked.split("-").slice(0, index + 1).join("-");
    }
  }

  #ids(place) {
    const nodes = { pillar: ".outline", measure: ".measure", project: "[data-kind=project]" }[place];
    return this.all(nodes).map(({ id }) => id.replace(/-p(?=\d)/, "-"));
  }

  set(change) {
    const before = this.asked.measure + this.asked.project;
    super.set(change);
    const { measure, project } = this.asked;
    if (measure && measure + project !== before) queueMicrotask(() => this.#show());
  }

  clear() {
    this.set({ pillar: "", actor: "", q: "" });
  }

  // What was opened comes into view where it is out of it; pages of others stay where they are.
  #show() {
    if (!this.isOwn || this.#view() === "gaps") return;
    const told = this.tree.querySelector(".told");
    const { top } = told.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) told.scrollIntoView();
  }

  // The tree, once: its items with what is asked of each.
  read() {
    const texts = new Map();
    this.#items = this.all(".outline [data-kind]").map((node) => {
      const { id, dataset: { kind, first = id, actors = "" } } = node;
      const text = wordsOf([...node.querySelectorAll(":scope > .name, :scope > .text")]);
      if (first === id) texts.set(id, text);
      return { node, id, kind, first, text, actors: actors.split(" "), place: node.closest(".measure").id };
    });
    // What is printed again is told in full at its first place.
    for (const item of this.#items) item.text = texts.get(item.first) ?? item.text;
    this.#sections = this.all(".outline, .measure").map((node) => {
      const own = node.matches(".measure") ? ":scope > h4" : ":scope > summary h3, :scope > p";
      return { node, place: node.id, text: wordsOf([...node.querySelectorAll(own)]) };
    });
    this.#sums = this.all("[data-sums]").map((node) => ({ node, scope: node.dataset.sums, printed: [...node.childNodes] }));
  }

  listen() {
    const { tree } = this;
    const chosen = (name) => this.all(`[name=${name}]:checked`).map(({ value }) => value).join(" ");
    tree.addEventListener("change", ({ target }) => {
      if (/^(actor|view)$/.test(target.name)) this.set({ [target.name]: chosen(target.name) });
    });
    tree.addEventListener("click", (event) => {
      const link = event.target.closest("[data-pick]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#pick(link.dataset.pick);
    });
    tree.addEventListener("toggle", ({ target }) => this.#toggled(target), true);
    tree.addEventListener("keydown", (event) => this.#press(event));
  }

  // Opens a place by its id: nothing, a pillar, a measure; the pillar that is open is closed again where rows open.
  #pick(place) {
    const [pillar, measure] = [place.split("-")[0], place.includes("-") ? place : ""];
    const isShut = this.#view() === "list" && place === this.asked.pillar && !this.asked.measure;
    this.set(measure ? { measure, project: "" } : { pillar: isShut ? "" : pillar, measure: "" });
  }

  // A project whose text is opened is the one that is open.
  #toggled({ open, parentElement: item }) {
    if (item?.dataset?.kind !== "project" || item.closest(".measure").id !== this.asked.measure) return;
    const project = item.id.replace("-p", "-");
    if (open && this.asked.project !== project) this.set({ project });
    else if (!open && this.asked.project === project) this.set({ project: "" });
  }

  reveal(node) {
    this.set({ view: node.closest(".gaps, #gaps") ? "gaps" : "", pillar: "", actor: "", q: "" });
  }

  // Arrow keys between pillars and measures; Escape goes up a step.
  #press(event) {
    const { key, target } = event;
    if (key === "Escape" && !target.matches("[type=search]")) {
      const up = PLACES.findLast((name) => this.asked[name]);
      if (up) this.set({ [up]: "" });
      return;
    }
    const row = target.closest(".row");
    if (!row || !/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key)) return;
    const linksOf = (one) => [...one.querySelectorAll("[data-pick]")].filter((link) => link.checkVisibility());
    const rows = [...this.tree.querySelectorAll(".row")];
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

  update() {
    const { pillar, measure, project, actor, q } = this.asked;
    const scope = measure || pillar;
    const actors = actor.split(" ").filter(Boolean);
    const words = wordsIn(q);
    const hasWords = (text) => words.every((word) => text.includes(word));
    const isFiltered = actors.length + words.length > 0;
    const fits = new Set(this.#items.filter((item) => (!actors.length || actors.some((one) => item.actors.includes(one))) && hasWords(item.text)));
    this.tree.dataset.view = this.#view();
    this.tree.toggleAttribute("data-filtered", isFiltered);
    if (scope) this.tree.dataset.open = measure ? "measure" : "pillar";
    else delete this.tree.dataset.open;
    const isWorded = words.length > 0 && !actors.length;
    this.#outline({ scope, fits, isNamed: (text) => isWorded && hasWords(text), isFiltered, isWorded });
    this.#mark(idOf(project));
    this.#figure(scope, fits, isFiltered);
    // A row for each measure that is left.
    const left = new Set(this.#sections.filter(({ node }) => !node.hidden).map(({ place }) => place));
    for (const row of this.tree.querySelectorAll(".gaps [data-scope]")) row.hidden = !left.has(row.dataset.scope);
    for (const { node, scope: own, printed } of this.#sums) {
      node.replaceChildren(...(isFiltered ? [this.say("shown", this.#count(own, fits))] : printed));
    }
    this.#told(this.#count(scope, fits), { isFiltered, isWorded, isChosen: isFiltered || Boolean(scope) });
    this.#controls(actors);
  }

  // Hides what does not fit: items, then lists, measures and pillars with nothing left.
  #outline({ scope, fits, isNamed, isFiltered, isWorded }) {
    for (const item of this.#items) item.node.hidden = !fits.has(item) || !isWithin(item.place, scope);
    const isLeft = (node) => Boolean(node.querySelector("[data-kind]:not([hidden])"));
    for (const list of this.tree.querySelectorAll(".measure details:not(.text) ul")) {
      list.hidden = list.previousElementSibling.hidden = !isLeft(list);
    }
    for (const part of this.tree.querySelectorAll(".lists > div, .measure > details")) part.hidden = !isLeft(part);
    for (const { node, place, text } of this.#sections.toReversed()) {
      const isHere = isWithin(place, scope) || isWithin(scope, place);
      const isFull = isLeft(node) || Boolean(node.querySelector(".measure:not([hidden])"));
      node.toggleAttribute("data-named", isNamed(text));
      node.hidden = !isHere || (isFiltered && !isFull && !isNamed(text));
    }
    // Words that are found are to be seen; what was opened for that is closed again.
    for (const details of this.tree.querySelectorAll(".measure > details")) {
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
    for (const dot of this.tree.querySelectorAll("[data-of]")) {
      dot.classList.toggle("off", !found.has(dot.dataset.of) || !isWithin(dot.dataset.of, scope));
    }
    for (const node of this.tree.querySelectorAll(".map [data-scope]")) {
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
    const { pillar, measure, project } = this.asked;
    const crumbs = this.tree.querySelector(".crumbs");
    const names = [`[id="${pillar}"] > summary h3`, `[id="${measure}"] > h4 a`, `[id="${idOf(project)}"] > .name`];
    const places = [pillar, measure, project].filter(Boolean);
    const list = crumbs.querySelector("ol");
    list.replaceChildren(list.firstElementChild, ...places.map((place, index) => {
      const link = document.createElement(place === project ? "span" : "a");
      link.append(...this.tree.querySelector(names[index]).cloneNode(true).childNodes);
      if (link.localName === "a") Object.assign(link, { href: this.#address(place) }).dataset.pick = place;
      if (index === places.length - 1) link.ariaCurrent = "location";
      return document.createElement("li").appendChild(link).parentNode;
    }));
    crumbs.hidden = !places.length;
    this.tree.querySelector("[name=clear]").hidden = !isChosen;
    const isNone = !Object.entries(counts).some(([name, count]) => count && !name.endsWith("_all"));
    const told = !isFiltered ? [] : isNone ? ["nothing"] : isWorded ? ["told", "texts"] : ["told"];
    this.tree.querySelector(".fits").replaceChildren(...told.map((name) => this.say(name, counts)));
  }

  // Controls say what holds; links in the map are addresses of what they open.
  #controls(actors) {
    for (const box of this.tree.querySelectorAll("[name=actor]")) box.checked = actors.includes(box.value);
    for (const radio of this.tree.querySelectorAll("[name=view]")) radio.checked = radio.value === this.#view();
    this.sayWords();
    for (const link of this.tree.querySelectorAll(".map [data-pick]")) link.href = this.#address(link.dataset.pick);
  }

  // The address of a place with what is filtered.
  #address(place) {
    const { actor, q } = this.asked;
    const asked = Object.entries({ pillar: place.split("-")[0], measure: place.includes("-") ? place : "", actor, q });
    return `${this.page}#map?${new URLSearchParams(asked.filter(([, value]) => value))}`;
  }
}
