// Defines the elements and hands each one to wasm when it comes near the viewport. The prerenderer puts one of
// start-linked.js and start-inlined.js before it, and fills in the names in braces.
// The only place where markup becomes DOM: it comes from maud, which escapes every text.
const policy = globalThis.trustedTypes?.createPolicy("shigoto", { createHTML: (text) => text });
const fill = (node, text) => {
  node.innerHTML = policy ? policy.createHTML(text) : text;
};

let loading;
const load = () => (loading ??= start());

// The first element near the viewport brings the wasm; the others then follow one by one, each in a task of its own.
const waiting = new Set();
const near = new IntersectionObserver(
  async (entries) => {
    const first = entries.find(({ isIntersecting }) => isIntersecting)?.target;
    if (!first) return;
    near.disconnect();
    await first.upgrade();
    const next = () => {
      const [element] = waiting;
      if (element) element.upgrade().then(() => setTimeout(next));
    };
    next();
  },
  { rootMargin: "800px" },
);
const wait = (element) => {
  waiting.add(element);
  if (loading) setTimeout(() => element.upgrade());
  else near.observe(element);
};

const own = {
  swot: ["select"],
  lq: ["base", "city", "view", "sort", "reading"],
  kpi: ["view", "pillar", "year"],
};

for (const [kind, names] of Object.entries(own)) {
  const tag = `shigoto-${kind}`;
  if (customElements.get(tag)) continue;
  customElements.define(
    tag,
    class extends HTMLElement {
      static observedAttributes = ["lang", "theme", ...names];
      #host;
      #furnished;
      #done;
      ready = new Promise((done) => (this.#done = done));

      connectedCallback() {
        wait(this);
      }

      disconnectedCallback() {
        waiting.delete(this);
        near.unobserve(this);
        const host = this.#host;
        this.#host = undefined;
        // It may be at work on this very stack: a listener of its event may have taken the element away.
        if (host) queueMicrotask(() => host.free());
      }

      attributeChangedCallback(name, _, value) {
        this.#host?.attribute(name, value ?? undefined);
      }

      async upgrade() {
        waiting.delete(this);
        try {
          const wasm = await load();
          if (!this.isConnected || this.#host) return;
          await (this.#furnished ??= this.#furnish());
          if (!this.isConnected || this.#host) return;
          this.#host = new wasm.Host(this, kind, fill);
          this.#done();
          this.#host.start();
        } catch (error) {
          this.#furnished = undefined;
          // What cannot be switched must all be seen.
          this.shadowRoot?.querySelector(".widget")?.classList.add("static");
          const detail = { code: "unsupported", message: String(error), faults: [] };
          this.dispatchEvent(new CustomEvent("shigoto-error", { detail, bubbles: true, composed: true }));
        }
      }

      // An element that came without a page gets the shadow tree the page would have brought.
      async #furnish() {
        if (this.shadowRoot) return;
        const page = await fetch(at(`shadow/${kind}.html`));
        if (!page.ok) throw new Error(`${page.url}: ${page.status}`);
        const text = await page.text();
        const root = this.attachShadow({ mode: "open" });
        fill(root, text);
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = at("{css}");
        root.prepend(style);
        await new Promise((done) => (style.onload = style.onerror = done));
      }

      get state() {
        return this.#host?.state();
      }

      set state(state) {
        for (const name of names) if (name in state) this.setAttribute(name, state[name]);
      }
    },
  );
}
