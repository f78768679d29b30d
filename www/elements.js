// Defines the elements and hands each one to wasm when it comes near the viewport. The prerenderer puts one of
// start-linked.js and start-inlined.js before it, and fills in the names in braces.
// The only place where markup becomes DOM: it comes from maud, which escapes every text.
const policy = globalThis.trustedTypes?.createPolicy("shigoto", { createHTML: (text) => text });
const fill = (node, text) => {
  node.innerHTML = policy?.createHTML(text) ?? text;
};

let loading;
// A load that failed may be tried again by the next element.
const load = () =>
  (loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  }));

// The first element near the viewport brings the wasm; the others then follow one by one, each in a task of its own.
const waiting = new Set();
const near = new IntersectionObserver(
  (entries) => {
    const first = entries.find((entry) => entry.isIntersecting)?.target;
    if (!first) return;
    near.disconnect();
    const next = (element) => element?.upgrade().then(() => setTimeout(() => next(...waiting)));
    next(first);
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
          const coming = load();
          coming.catch(() => {});
          await (this.#furnished ??= this.#furnish());
          const { Host } = await coming;
          if (!this.isConnected || this.#host) return;
          this.#host = new Host(this, kind, fill);
          this.shadowRoot.querySelector(".widget").classList.remove("static");
          this.#host.start();
          this.#done();
        } catch (error) {
          this.#furnished = undefined;
          // What cannot be switched must all be seen.
          this.shadowRoot?.querySelector(".widget")?.classList.add("static");
          const detail = { code: "unsupported", message: `${error}`, faults: [] };
          this.dispatchEvent(new CustomEvent("shigoto-error", { detail, bubbles: true, composed: true }));
        }
      }

      // An element that came without a page gets the shadow tree the page would have brought.
      async #furnish() {
        if (this.shadowRoot) return;
        const template = this.querySelector(":scope > template[shadowrootmode]");
        if (template) return void this.attachShadow({ mode: "open" }).append(template.content);
        const page = await fetch(at(`shadow/${kind}.html`));
        if (!page.ok) throw page.status;
        const text = await page.text();
        const root = this.attachShadow({ mode: "open" });
        fill(root, text);
        const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("{css}") });
        root.prepend(style);
        await new Promise((done) => (style.onload = style.onerror = done));
      }

      get state() {
        return this.#host?.state();
      }

      set state(state) {
        for (const name of names) if (state[name] != null) this.setAttribute(name, state[name]);
      }
    },
  );
}
