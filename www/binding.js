// Stands between an element and the module at work on it: first the one that every visit loads, then the complete one
// when something is asked for that only that one has.
import { addressOf, refocus } from "./focus.js";
import { bindings, loadComplete, small, started, worked } from "./modules.js";
import { once } from "./once.js";
import { packOf, packs } from "./packs.js";
import { followed, followLinks, readState } from "./page.js";
import { partOf } from "./parts.js";
import { fill } from "./policy.js";
import { spoken, tongueOf } from "./tongue.js";
import { furnish } from "./tree.js";

// Views and groups that only the complete module has.
const beyond = /^(dots|quadrant|compare|trajectory|report|pillar)$/;

export class Binding {
  #element;
  #kind;
  #content;
  #module = small;
  #host;
  #pack;
  #isReady = false;
  #data;
  #ticket = 0;
  #early;
  #drag;
  #latest;
  #speech;

  constructor(element, kind, content) {
    this.#element = element;
    this.#kind = kind;
    this.#content = content;
    bindings.set(element, this);
    followLinks();
    this.furnish = once(async () => {
      await furnish(element, kind, content);
      this.#watch();
    });
  }

  async enter(early) {
    if (this.#host) return;
    this.#early = early;
    const src = !this.#data && this.#element.getAttribute("src");
    if (this.#isBeyond() || src) await this.#widen();
    else await this.#use(this.#module);
    // It may have been asked for more meanwhile.
    if (this.#isBeyond()) await this.#widen();
    if (src) await this.load(src, true).catch(() => {});
  }

  leave() {
    const host = this.#host;
    this.#host = undefined;
    this.#isReady = false;
    // It may be at work on this very stack: a listener of its event may have taken the element away.
    if (host) queueMicrotask(() => host.free());
  }

  attribute(name, value) {
    if (!this.#host) return;
    if (name === "src") {
      if (value) this.load(value, true).catch(() => {});
      else this.#reset();
      return;
    }
    let isByHand;
    if (name === "lang") this.#speech = this.#speak();
    else isByHand = this.#host.attribute(name, value);
    if (this.#isBeyond()) this.#widen(isByHand);
  }

  stop(error) {
    this.#host = undefined;
    const widget = this.#element.shadowRoot.querySelector(".widget");
    // Without what still listens to it.
    const still = widget.cloneNode(true);
    still.classList.add("static");
    const notice = still.querySelector(".notice");
    fill(notice, this.#pack.brokenNotice());
    notice.hidden = false;
    widget.replaceWith(still);
    this.#say(notice.firstChild.textContent);
    const detail = { code: "panic", message: `${error}`, faults: [] };
    this.#element.dispatchEvent(new CustomEvent("shigoto-error", { detail, bubbles: true, composed: true }));
  }

  state() {
    return this.#host?.state();
  }

  // As if it had just come: nothing a reader did or loaded stays.
  async renew() {
    this.#ticket += 1;
    this.#keep(undefined);
    this.#say("");
    this.#element.shadowRoot.querySelector(".menu").open = false;
    await this.#use(this.#module);
  }

  // Own data: an object, the text of a file, a file or several, or, if `isUrl`, where one is.
  async load(data, isUrl) {
    const ticket = ++this.#ticket;
    await this.#widen();
    const host = this.#host;
    if (!host || !this.#module.read) throw { code: "unsupported", faults: [] };
    const { texts, faults } = await this.#wait(this.#module.readAll(isUrl ? new URL(data, document.baseURI) : data));
    // What is wrong with it is told in the language asked for before.
    await this.#speech;
    // The last to be asked for wins, whichever comes first.
    if (ticket !== this.#ticket || host !== this.#host) throw { code: "superseded", faults: [] };
    let refusal;
    if (texts.length) {
      this.#anew(() => (refusal = host.load(texts)));
      this.#keep(host.data());
    }
    for (const { code, name } of faults) refusal = host.refuse(code, name);
    if (refusal) throw refusal;
  }

  // Back to the city's own data.
  #reset() {
    this.#ticket += 1;
    if (this.#data) this.#anew(() => this.#host.reset());
    this.#keep(undefined);
  }

  // The focus stays where it was when the tree is made anew.
  #anew(act) {
    const root = this.#element.shadowRoot;
    const focused = addressOf(root.activeElement);
    worked(act);
    refocus(root, focused);
  }

  // Held for the next host; the last one is given back at once, not when a collector comes by.
  #keep(data) {
    this.#data?.free();
    this.#data = data;
  }

  // The language it is to speak, one of those there are.
  #lang() {
    return tongueOf(this.#element, this.#content);
  }

  // The language its tree is in: whoever does not make it anew goes on in it.
  #written() {
    return spoken(this.#element.shadowRoot.querySelector(".widget").lang, this.#content);
  }

  // In another language the complete module makes the tree anew; at once where it has the words.
  async #speak() {
    if (!this.#module.read) return;
    const lang = this.#lang();
    let pack = packs.get(`complete.${lang}.pack`);
    try {
      pack ??= await this.#wait(packOf(this.#module, lang, this.#content));
    } catch (error) {
      this.#host?.isShort(`${error}`);
    }
    if (!pack || !this.#host || lang !== this.#lang()) return;
    this.#pack = pack;
    this.#anew(() => this.#host.speak(pack));
  }

  // The complete module, and what it needs in the language asked for.
  async #deep() {
    const [module] = await Promise.all([loadComplete(), partOf(`complete.${this.#lang()}.pack`, this.#content)]);
    return module;
  }

  // Whether only the complete module can show what is asked for.
  #isBeyond() {
    const value = (name) => this.#element.getAttribute(name);
    const isForeign = this.#lang() !== this.#written();
    return !this.#module.read && (isForeign || this.#content.rare.includes(this.#lang()) || value("industry") || value("sort") === "sector" || beyond.test(value("view")) || beyond.test(value("group")));
  }

  // Told to who cannot see it as well, outside of what is busy.
  #say(words) {
    const line = this.#element.shadowRoot.querySelector(".said");
    if (line) line.textContent = words ?? line.dataset.wait;
  }

  // Whoever waits longer than a moment is told.
  async #wait(task) {
    const widget = this.#element.shadowRoot.querySelector(".widget");
    const late = setTimeout(() => {
      // Who has asked for nothing yet waits for nothing.
      if (!this.#host) return;
      widget.ariaBusy = "true";
      this.#say();
    }, 300);
    try {
      return await task;
    } finally {
      clearTimeout(late);
      if (widget.ariaBusy) this.#say("");
      widget.ariaBusy = null;
    }
  }

  // Changes to the complete module, by the reader's hand or not. Where that cannot be had, what is there stays.
  async #widen(isByHand) {
    if (this.#module.read) return;
    try {
      const module = await this.#wait(this.#deep());
      if (!this.#module.read) await this.#use(module, isByHand);
    } catch (error) {
      if (!this.#host) await this.#use(this.#module);
      // No arrow keys without it.
      for (const node of this.#element.shadowRoot.querySelectorAll(".node")) node.tabIndex = 0;
      for (const name of ["view", "group", "industry", "sort"]) {
        if (this.#isBeyond()) this.#element.removeAttribute(name);
      }
      this.#host?.isShort(`${error}`);
    }
  }

  async #use(module, isByHand) {
    const before = this.#module;
    const lang = () => (module.read ? this.#lang() : this.#written());
    let own, pack;
    // Another may be asked for meanwhile.
    while (own !== lang()) {
      own = lang();
      pack = await packOf(module, own, this.#content);
    }
    // So may the complete module, by the page and then by the widget's own answer: the first to bring it counts.
    if (this.#module !== before) return;
    started.add(module);
    if (!this.#element.isConnected) return;
    const root = this.#element.shadowRoot;
    const focused = addressOf(root.activeElement);
    const isOpen = root.querySelector(".menu[open]");
    // The one before is at work until this one can be.
    const host = new module.Host(this.#element, this.#kind, fill, pack);
    this.#host?.free();
    this.#host = host;
    this.#module = module;
    this.#pack = pack;
    const widget = root.querySelector(".widget");
    if (widget.matches(".static")) widget.querySelector(".notice").hidden = true;
    widget.classList.remove("static", "unpainted");
    if (this.#data) host.show(this.#data);
    const isReady = this.#isReady;
    // From here on the widget answers itself.
    const early = [...(this.#early ?? [])];
    this.#early = undefined;
    // Before the first event: who hears it may take the element away.
    this.#isReady = true;
    worked(() => host.start(isReady, isByHand));
    refocus(root, focused);
    if (isOpen) {
      root.querySelector(".menu").open = true;
      this.#offer();
    }
    for (const [target, value] of early) this.#repeat(target, value);
  }

  // A file dropped on the widget or chosen in its menu; the menu itself is filled by the complete module.
  #watch() {
    const root = this.#element.shadowRoot;
    // The menu would lie over what is said.
    const take = async (files) => {
      if (!files[0]) return;
      const told = await this.load(files).then(() => ".said", () => ".notice");
      root.querySelector(".menu").open = false;
      root.querySelector(told)?.focus();
    };
    for (const type of ["dragover", "drop"]) {
      root.addEventListener(type, (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        take(event.dataTransfer.files);
      });
    }
    root.addEventListener("click", (event) => {
      const { target } = event;
      this.#explain(event);
      if (target.closest("[data-reset]")) this.#reset();
      if (target.closest("[data-why]")) root.querySelector(".links summary").focus();
      // The answer stands in what is open.
      if (target.closest("[data-more]")) this.#widen().then(() => root.querySelector("[open] [data-more]")?.focus());
      if (target.closest("[data-reload]")) this.#use(this.#module);
      // Once it stands open: the tree may be made anew.
      if (target.closest(".menu > summary")) setTimeout(() => root.querySelector(".menu[open]") && this.#offer());
      // The tree may be made anew while the visitor still looks for the file.
      if (target.type === "file") target.onchange = () => target.isConnected || take(target.files);
    });
    root.addEventListener("keydown", (event) => this.#press(event));
    // A browser is content when a part of what it goes to by key can be seen; not for a pointer, whose click would miss it.
    root.addEventListener("focusin", ({ target }) => {
      if (target.matches(".node:focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    for (const type of ["down", "move", "up", "cancel"]) root.addEventListener(`pointer${type}`, (event) => this.#trace(event));
    // Who points at what needs the complete module is about to ask for it.
    root.addEventListener("pointerover", ({ target, pointerType }) => {
      const needs = pointerType === "mouse" ? ".tools, .menu" : ".tools, .menu, a.term, [data-detail], [data-group]";
      if (beyond.test(target.value) || target.closest(needs)) this.#deep().catch(() => {});
    });
    root.addEventListener("change", ({ target }) => {
      if (target.type === "file") take(target.files);
      // The picture stands above what chooses it. Who chooses by key goes on from there.
      if (target.name !== "view" || target.matches(":focus-visible")) return;
      const body = root.querySelector(".body");
      if (body.getBoundingClientRect().top < 0) body.scrollIntoView();
    });
  }

  // A word that leads to the glossary is explained on the spot, by the complete module; where that cannot be had, it leads.
  async #explain(event) {
    const word = event.target.closest("a.term");
    if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const root = this.#element.shadowRoot;
    const like = () => [...root.querySelectorAll(`[data-term="${word.dataset.term}"]`)];
    const place = like().indexOf(word);
    await this.#widen();
    const fresh = like()[place];
    if (this.#module.read && fresh) fresh.click();
    else location.assign(word.href);
  }

  // What can be taken home is the complete module's to say.
  async #offer() {
    await this.#widen();
    this.#module.offer?.(this.#element, () => this.#host, { followed, read: readState });
  }

  // Keys within a figure; Escape closes what is open.
  async #press(event) {
    const { key, target } = event;
    const root = this.#element.shadowRoot;
    if (key === "Escape" && !target.closest("[popover]")) {
      const menu = root.querySelector(".menu[open]");
      if (!menu) root.querySelector(".panel:not([hidden]) [data-shut]")?.click();
      else {
        menu.open = false;
        if (menu.contains(target)) menu.querySelector("summary").focus();
      }
    }
    const figure = target.closest("[data-keys]");
    if (!figure || !/^(Arrow|Home$|End$|Enter$)/.test(key) || (key === "Enter" && !target.matches("td"))) return;
    event.preventDefault();
    await this.#widen();
    // The complete module may have made the tree anew; the focus is where it was.
    this.#module.press?.(this.#element, root.querySelector(addressOf(figure)), { key, ctrlKey: event.ctrlKey, target: root.activeElement });
  }

  // Who draws along dots or years is told what lies under the finger. The tree stays: a new one would lose the finger.
  async #trace(event) {
    this.#latest = event;
    const { type, target, clientX: x, buttons } = event;
    const part = type === "pointerdown" && target.closest(".strip, [type=range]");
    if (type !== "pointermove") this.#drag = part && { part, x };
    if (!this.#drag || !buttons || Math.abs(x - this.#drag.x) < 6) return;
    // Now it is one, back where it began, too.
    this.#drag.x = NaN;
    const { trace } = await loadComplete().catch(() => ({}));
    if (this.#latest === event) trace?.(this.#drag.part, event, this.#host);
  }

  // Does again what was done before anything listened.
  #repeat(target, value) {
    if (target.matches("select, [type=range]")) {
      target.value = value;
      target.dispatchEvent(new Event("change", { bubbles: true }));
    } else target.click();
  }
}
