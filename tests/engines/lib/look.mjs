// What a page shows: functions that run inside it, each complete in itself, for only its text travels there.

/** Whether a widget says in both ways that it stands complete. */
export function isPainted(kind) {
  const mark = performance.getEntriesByName(`shigoto-${kind}-painted`).length > 0;
  const root = document.querySelector(`shigoto-${kind}`)?.shadowRoot;
  return mark && root?.querySelector(".widget")?.classList.contains("painted") === true;
}

/** For each canvas of a widget that is seen: how many pixels are painted, and a number that changes with the picture. */
export function pictures(kind) {
  const canvases = [...document.querySelector(`shigoto-${kind}`).shadowRoot.querySelectorAll("canvas")];
  return canvases.filter((canvas) => canvas.checkVisibility() && canvas.getClientRects().length > 0).map((canvas) => {
    if (!canvas.width || !canvas.height) return { painted: 0, print: 0 };
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    // FNV-1a over whole pixels.
    const print = pixels.reduce((hash, pixel) => Math.imul(hash ^ pixel, 0x01000193) >>> 0, 0x811c9dc5);
    return { painted: pixels.reduce((count, pixel) => count + (pixel === 0 ? 0 : 1), 0), print };
  });
}

/** The tables of quotients that are seen: base → texts of the cells, row by row. */
export function quotients() {
  const sections = [...document.querySelector("shigoto-lq").shadowRoot.querySelectorAll("section[data-base]")];
  const seen = (one) => one.checkVisibility();
  const texts = (section) => [...section.querySelectorAll("tbody td")].filter(seen).map((cell) => cell.innerText.trim());
  const tables = sections.map((section) => [section.dataset.base, texts(section)]);
  return Object.fromEntries(tables.filter(([, cells]) => cells.length > 0));
}

/** KPI cards that are seen: id → its whole text, without blanks. */
export function cards() {
  const all = [...document.querySelector("shigoto-kpi").shadowRoot.querySelectorAll("[data-kpi]")];
  const seen = all.filter((card) => card.checkVisibility());
  return Object.fromEntries(seen.map((card) => [card.dataset.kpi, card.innerText.replace(/\s+/g, "")]));
}

/** Factors, strategies and issues that are seen: code → its text, without blanks. */
export function nodes() {
  const all = [...document.querySelector("shigoto-swot").shadowRoot.querySelectorAll("[data-code]")];
  const seen = all.filter((node) => node.checkVisibility());
  return Object.fromEntries(seen.map((node) => [node.dataset.code, node.innerText.replace(/\s+/g, "")]));
}

/** What the three widgets tell a reader is wrong, as far as it is seen. */
export function notices() {
  const all = ["swot", "lq", "kpi"].map((kind) => document.querySelector(`shigoto-${kind}`).shadowRoot);
  const statuses = all.flatMap((root) => [...root.querySelectorAll('.notice, [role="status"], [role="alert"]')]);
  return statuses.filter((one) => one.checkVisibility() && one.innerText).map((one) => one.innerText);
}

/** Every address the page has asked for besides its own, without what is written into it. */
export function fetched() {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  return names.filter((name) => !/^(data|blob):|\/watch\.js$/.test(name));
}

/** The state of a widget, once it has one. */
export function stateOf(kind) {
  return document.querySelector(`shigoto-${kind}`).state;
}

/** Whether a widget has found that it must stay as the page brought it. */
export function isStatic(kind) {
  const widget = document.querySelector(`shigoto-${kind}`).shadowRoot.querySelector(".widget");
  return widget.classList.contains("static") && !widget.classList.contains("painted");
}

/** Moves the year slider as a finger does; returns once the widget has answered: its attribute, and the words beside. */
export function slide(year) {
  const root = document.querySelector("shigoto-kpi").shadowRoot;
  const slider = root.querySelector('input[name="year"]');
  slider.value = year;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  const read = () => [root.host.getAttribute("year"), root.querySelector(".year output").innerText];
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(read()))));
}
