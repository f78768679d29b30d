// What elements without wasm have in common. Their tree stands in the page, or in a shadow tree where an element came without
// one: attributes are the state, changes that come together are one, every word is the tree's own.
import { at } from "shigoto:wasm";
import { folded } from "./folded.js";
import { once } from "./once.js";
import { followLinks } from "./page.js";
import { partOf } from "./parts.js";
import { fill } from "./policy.js";
import { tongueOf } from "./tongue.js";
import { furnish } from "./tree.js";

// The words of some nodes without their readings, then with each word in its reading's place.
export const wordsOf = (nodes) =>
  folded(["rt, rp", ""].map((left) => nodes.map((node) => {
    const copy = node.cloneNode(true);
    for (const ruby of left ? [] : copy.querySelectorAll("ruby")) ruby.replaceChildren(...ruby.querySelectorAll("rt"));
    for (const one of copy.querySelectorAll(`.unseen, summary, ${left || "rp"}`)) one.remove();
    return copy.textContent;
  }).join("\n")).join("\n"));
/** Words that are looked for, as `wordsOf` writes them. */
export const wordsIn = (text) => folded(text).split(/\s+/).filter(Boolean);

export class TreeBinding {
  /** @type {any} */
  tree;
  /** Whether the tree stands in its own page. */
  isOwn = false;
  isReady = false;
  /** Address of the page of the tree, in pages of others. */
  page = "";
  #kind;
  #stem;
  #content;
  #isDue = false;

  /**
   * @param {HTMLElement} element
   * @param {string} kind
   * @param {Content} content
   * @param {string} stem Page of the tree, without language and type.
   * @param {Record<string, string>} asked Its attributes, all empty.
   */
  constructor(element, kind, content, stem, asked) {
    this.element = element;
    this.asked = asked;
    this.#kind = kind;
    this.#content = content;
    this.#stem = stem;
    followLinks();
    this.furnish = once(async () => {
      this.isOwn = Boolean(element.querySelector(":scope > .explore"));
      if (!this.isOwn) await furnish(element, kind, content);
      this.#begin((this.isOwn ? element : element.shadowRoot).querySelector(".explore"));
    });
  }

  // What an element has of its own.
  /** The tree, once. */
  read() {}
  /** Its own controls. */
  listen() {}
  /** Shows what is asked for. */
  update() {}
  /** The values that an attribute may have; any words where there are none. @returns {string[] | undefined} */
  known(_name) {
    return undefined;
  }
  /** Whether an attribute may name several values, with spaces between. */
  hasSeveral(_name) {
    return false;
  }
  /** Other attributes follow one that was taken. */
  settle(_name) {}
  /** It stands for the first time. */
  arrive() {}
  /** An attribute was set by others. */
  follow(_name) {}
  /** Words were typed. */
  type(q) {
    this.set({ q });
  }
  /** The way back was taken. */
  clear() {
    this.set({ q: "" });
  }
  /** An address asks for a node that is not shown. */
  reveal(_node) {}
  state() {
    return { ...this.asked };
  }

  enter() {
    if (this.isReady) return;
    const start = performance.now();
    const { element } = this;
    for (const name of Object.keys(this.asked)) this.#take(name, element.getAttribute(name));
    this.#reflect();
    this.update();
    this.isReady = true;
    this.#tell("ready", this.state());
    performance.mark(`shigoto-${this.#kind}-painted`);
    this.#tell("painted", { widget: this.#kind, ms: performance.now() - start });
    if (element.getAttribute("src")) this.load().catch(() => {});
    this.arrive();
  }

  leave() {}

  attribute(name, value) {
    if (name === "lang") this.#speak();
    if (name === "src" && value) this.load().catch(() => {});
    if (!this.isReady || !(name in this.asked) || (value ?? "") === this.asked[name] || !this.#take(name, value)) return;
    this.plan();
    this.follow(name);
  }

  // It reads no data of others.
  async load() {
    const fault = { code: "unsupported", message: `${this.#name} shows the strategy of its site alone`, faults: [] };
    this.#tell("error", fault);
    throw fault;
  }

  /** A change by the reader's own hand. */
  set(change) {
    for (const [name, value] of Object.entries(change)) {
      if (this.#take(name, value)) this.plan();
    }
  }

  // Changes that come together are one.
  plan() {
    if (this.#isDue || !this.isReady) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.update();
      this.#tell("change", this.state());
    });
  }

  all(selector) {
    return [...this.tree.querySelectorAll(selector)];
  }

  // A sentence of the page with its numbers.
  say(name, counts) {
    const copy = this.tree.querySelector(`[data-say=${name}]`).content.cloneNode(true);
    for (const hole of copy.querySelectorAll("[data-count]")) hole.textContent = counts[hole.dataset.count];
    return copy;
  }

  // The field has the words that hold, whatever spaces are being typed around them.
  sayWords() {
    const field = this.tree.querySelector("[name=q]");
    if (field.value.trim() !== this.asked.q) field.value = this.asked.q;
  }

  get #name() {
    return `<shigoto-${this.#kind}>`;
  }

  // A tree to work over.
  #begin(tree) {
    this.tree = tree;
    this.read();
    this.#lead();
    this.#listen();
    this.listen();
    tree.dataset.live = "";
  }

  // In pages of others every way leads to ours.
  #lead() {
    if (this.isOwn) return;
    const lang = tongueOf(this.element, this.#content);
    this.page = at(`${this.#stem}${lang === this.#content.languages[0] ? "" : `.${lang}`}.html`);
    for (const link of this.all("a[href]")) {
      const href = link.getAttribute("href");
      link.href = href.startsWith("#") ? this.page + href : at(href);
    }
  }

  #listen() {
    const { tree } = this;
    // Not while kana are still being turned into kanji.
    tree.addEventListener("input", ({ target, isComposing }) => {
      if (target.name === "q" && !isComposing) this.type(target.value);
    });
    tree.addEventListener("compositionend", ({ target }) => target.name === "q" && this.type(target.value));
    tree.addEventListener("click", ({ target }) => {
      if (!target.closest("[name=clear]")) return;
      this.clear();
      tree.querySelector("[name=q]").focus();
    });
    if (this.isOwn) addEventListener("hashchange", () => this.#reveal());
  }

  // An address of a node within shows it, whatever is filtered.
  #reveal() {
    const node = location.hash && this.tree.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (!node || node.checkVisibility()) return;
    this.reveal(node);
    queueMicrotask(() => node.scrollIntoView());
  }

  // Another language is another tree; a page has one for each.
  async #speak() {
    if (this.isOwn || !this.isReady) return;
    const lang = tongueOf(this.element, this.#content);
    const text = await partOf(`${this.#kind}.${lang}.html`, this.#content).catch(() => {});
    if (!text || lang !== tongueOf(this.element, this.#content)) return;
    const box = document.createElement("div");
    fill(box, text);
    this.tree.replaceWith(box.firstElementChild);
    this.#begin(this.element.shadowRoot.querySelector(".explore"));
    this.update();
  }

  #tell(type, detail) {
    this.element.dispatchEvent(new CustomEvent(`shigoto-${type}`, { detail, bubbles: true, composed: true }));
  }

  // Takes a value; one that means nothing is told, and the default holds. Whether anything changed.
  #take(name, value) {
    const before = JSON.stringify(this.asked);
    const text = (value ?? "").trim();
    const known = this.known(name);
    const hasSeveral = this.hasSeveral(name);
    const parts = hasSeveral ? text.split(/\s+/).filter(Boolean) : [text].filter(Boolean);
    const sound = known ? parts.filter((part) => known.includes(part)) : parts;
    if (sound.length < parts.length) console.warn(`${this.#name}: ${name}="${text}" is not one of: ${known.join(", ")}`);
    this.asked[name] = hasSeveral ? known.filter((one) => sound.includes(one)).join(" ") : sound.join("");
    this.settle(name);
    if (this.isReady) this.#reflect();
    return JSON.stringify(this.asked) !== before;
  }

  // Attributes say what the state is; they are no changes of others.
  #reflect() {
    const { element } = this;
    for (const [name, value] of Object.entries(this.asked)) {
      if (value) {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      } else if (element.hasAttribute(name)) element.removeAttribute(name);
    }
  }
}
