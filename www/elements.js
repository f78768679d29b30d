// Defines the elements. When one comes near the viewport, `code` brings the module that puts it to work; `content` tells
// what depends on the content, such as the folder of the packs and shadow trees.
const waiting = new Set();
let isBegun;
// Who saves data sees the static tree, and gets the wasm at the first touch.
const isSaving = navigator.connection?.saveData;
// The first element brings the wasm; the others then follow one by one, each in a task of its own.
const begin = (first) => {
  if (isBegun) return;
  isBegun = true;
  near.disconnect();
  const next = (element) => element?.upgrade().then(() => setTimeout(() => next(...waiting)));
  next(first);
};
const near = new IntersectionObserver(
  (/** @type {any[]} */ entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) isSaving ? target.upgrade(true) : begin(target);
    }
  },
  { rootMargin: "800px" },
);

/**
 * @param {(kind: string) => Promise<{ Binding: typeof import("./binding.js").Binding | typeof import("./map.js").Binding | typeof import("./facts.js").Binding }>} code
 * @param {Content} content
 */
export const define = (code, content) => {
  for (const [kind, names] of Object.entries(ATTRIBUTES)) {
    const tag = `shigoto-${kind}`;
    if (customElements.get(tag)) continue;
    customElements.define(tag, class extends HTMLElement {
      static observedAttributes = ["lang", "theme", "src", ...names];
      #binding;
      #done;
      // What was touched before the wasm came, with the value it got.
      #early = new Map();
      ready = new Promise((done) => (this.#done = done));

      constructor() {
        super();
        for (const type of ["pointerdown", "focusin", "click", "input"]) this.addEventListener(type, this);
        // Set before the script came.
        if (Object.hasOwn(this, "state")) {
          const { state } = this;
          delete this.state;
          this.state = state;
        }
      }

      // What was pressed or set is done again when there is who does it; what only has the focus is not.
      handleEvent(event) {
        if (waiting.has(this)) begin(this);
        const control = /^(cl|in)/.test(event.type) && event.composedPath()[0].closest(".widget :is(button, select, [type=radio], [type=range])");
        if (control) this.#early?.set(control, control.value);
      }

      connectedCallback() {
        waiting.add(this);
        if (isBegun) setTimeout(() => this.upgrade());
        // A link to a state is followed by what is to be begun, wherever the element stands.
        else if (/\?|%3f/i.test(location.hash)) setTimeout(() => begin(this));
        else near.observe(this);
      }

      disconnectedCallback() {
        waiting.delete(this);
        near.unobserve(this);
        this.#binding?.leave();
      }

      attributeChangedCallback(name, _, value) {
        this.#binding?.attribute(name, value ?? undefined);
      }

      async upgrade(isTreeEnough) {
        try {
          const { Binding } = await code(kind);
          if (!this.isConnected) return;
          this.#binding ??= new Binding(this, kind, content);
          await this.#binding.furnish();
          if (isTreeEnough) {
            // Nothing will be drawn until it is asked for: the numbers stand in the table.
            this.shadowRoot?.querySelector(".widget")?.classList.add("unpainted");
            return;
          }
          waiting.delete(this);
          await this.#binding.enter(this.#early);
          this.#early = undefined;
          this.#done();
        } catch (error) {
          waiting.delete(this);
          // What cannot be switched must all be seen.
          this.shadowRoot?.querySelector(".widget")?.classList.add("static");
          const detail = { code: "unsupported", message: `${error}`, faults: [] };
          this.dispatchEvent(new CustomEvent("shigoto-error", { detail, bubbles: true, composed: true }));
        }
      }

      async load(data) {
        await (this.isConnected ? this.upgrade() : this.ready);
        if (!this.#binding) throw { code: "unsupported", faults: [] };
        return this.#binding.load(data);
      }

      get state() {
        return this.#binding?.state() ?? {};
      }

      set state(state) {
        const now = this.state;
        for (const name of /** @type {any} */ (this.constructor).observedAttributes) {
          if (state?.[name] != null && state[name] !== now[name]) this.setAttribute(name, state[name]);
        }
      }
    });
  }
};
