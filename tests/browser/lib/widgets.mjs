// Steps every browser test takes: open the site, set a state, read what is shown.

import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { launch, openPage, painted } from "./browser.mjs";
import { serve } from "./server.mjs";

const manifest = JSON.parse(readFileSync(new URL("../../../dist/custom-elements.json", import.meta.url), "utf8"));
const front = readFileSync(new URL("../../../dist/index.html", import.meta.url), "utf8");
/** The widgets of the front page, in its order. The map, which has a page of its own, is not among them. */
export const KINDS = manifest.modules[0].declarations
  .map(({ tagName }) => tagName.slice("shigoto-".length))
  .filter((kind) => front.includes(`<shigoto-${kind}`));

/**
 * One browser and one server for a test file. Motion is off unless a test asks for it: then a picture is complete as
 * soon as the state has changed, and nothing has to be waited for.
 *
 * `open(options)` opens the page with all three widgets upgraded and painted; `options` are those of `openPage`, and
 * `path`, `init` (a function run before navigation with the page).
 */
export function site(serverOptions) {
  const shared = {};
  before(async () => {
    [shared.browser, shared.server] = await Promise.all([launch(), serve(serverOptions)]);
  });
  after(() => Promise.all([shared.browser?.close(), shared.server?.close()]));
  shared.blankIn = (browser) => (options) => openPage(browser, { reducedMotion: "reduce", ...options });
  shared.blank = (options) => shared.blankIn(shared.browser)(options);
  shared.open = async ({ path = "", init, widgets = KINDS, ...options } = {}) => {
    const opened = await shared.blank({ viewport: { width: 1280, height: 800 }, ...options });
    const warnings = [];
    opened.page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await init?.(opened.page);
    await opened.page.goto(shared.server.url + path);
    for (const widget of widgets) await painted(opened.page, widget);
    return { ...opened, warnings };
  };
  return shared;
}

/** The element of a kind, the first on the page. */
export const widget = (page, kind) => page.locator(`shigoto-${kind}`).first();

/** A radio button of a widget's segmented control. */
export const radio = (page, kind, name, value) =>
  widget(page, kind).locator(`input[type=radio][name="${name}"][value="${value}"]`);

/** Sets attributes (`null` removes one) and returns when the widget has answered, in the language asked for. */
export async function setAttributes(page, kind, attributes) {
  await widget(page, kind).evaluate((element, values) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
  if (attributes.lang) await spoken(widget(page, kind), attributes.lang);
  await settled(page, kind);
  await answered(page);
}

/**
 * Returns once a widget's state says what its attributes ask for. What only the complete module can show is not yet in
 * the state while that module is on its way.
 */
export const settled = (page, kind) =>
  page.waitForFunction((tag) => {
    const element = document.querySelector(tag);
    const { state } = element;
    return Object.keys(state).every((name) => [null, state[name]].includes(element.getAttribute(name)));
  }, `shigoto-${kind}`);

/** Returns once an element's tree is in a language, easy Japanese by its public name: the words may still have been on their way. */
const spoken = (element, lang) => element.locator(`.widget[lang="${lang.replace("-", "-x-")}"]`).waitFor({ state: "attached" });

/** Asks an element for a language, and waits until it speaks it. */
export async function speak(element, lang) {
  await element.evaluate((one, tag) => one.setAttribute("lang", tag), lang);
  await spoken(element, lang);
}

/** Returns once the microtasks and one frame after the last step are over: by then a still widget stands complete. */
export const answered = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

export const state = (page, kind) => widget(page, kind).evaluate((element) => ({ ...element.state }));

export const attribute = (page, kind, name) => widget(page, kind).getAttribute(name);

/** The sentence that opens a widget. */
export const sentence = (page, kind) => widget(page, kind).locator("[aria-live]").first().innerText();

/** Everything a widget shows as text, without what is hidden. `innerText` alone does not enter shadow trees. */
export const visibleText = (page, kind) =>
  widget(page, kind).evaluate((element) => [...element.shadowRoot.children].filter(({ localName }) => localName !== "style").map((child) => child.innerText ?? "").join("\n"));

/** The element that has the focus, inside shadow trees too, as its `data-code`, `data-sort`, `name` or tag. */
export const focused = (page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.dataset.code ?? active?.dataset.sort ?? active?.getAttribute("name") ?? active?.localName;
  });
