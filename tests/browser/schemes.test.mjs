// Ink and ground from one source: on a page of any colours, declared or not, under any of the reader's wishes, words
// stand out 4.5 : 1 and marks 3 : 1 on the pixels of the screen, and both follow what changes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { textContrasts } from "./lib/contrast.mjs";
import { allReady, host } from "./lib/hosts.mjs";
import { ink, token } from "./lib/pixels.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const darkening = {};
before(async () => (darkening.browser = await launch({ args: ["--enable-features=WebContentsForceDark"] })));
after(() => darkening.browser?.close());

const MARKUP = "<shigoto-kpi pillar='5'></shigoto-kpi><shigoto-lq base='employees' view='table'></shigoto-lq>";
const VIEWPORT = { width: 800, height: 2400 };

// What a page may say of its colours, as classes of its root.
const CSS = `
  .black { background: #000; color: #fff } .declared-light { color-scheme: light } .declared-dark { color-scheme: dark }
  .declared-both { color-scheme: light dark }`;

/** What is fainter than it may be: words in gauges, beside them and on heat, and marks. */
async function faint(page, decoder) {
  const found = [];
  for (const [kind, selector, least] of [
    ["kpi", ".sentence, .card:not([hidden]) :is(.level b, .aim *, dd, h4)", 4.5],
    ["kpi", ".card:not([hidden]) .dial canvas", 3],
    ["lq", "h2, .what, tbody tr:nth-child(-n + 4) > *", 4.5],
  ]) {
    const seen = await textContrasts(decoder, widget(page, kind), selector);
    assert.ok(seen.length > 1, `${kind} ${selector}: only ${seen.length}`);
    found.push(...seen.filter(({ contrast }) => contrast < least));
  }
  return found;
}

const SETTINGS = {
  "a light system": { colorScheme: "light", pages: ["", "black", "declared-dark", "declared-both"] },
  "a dark system": { colorScheme: "dark", pages: ["", "black", "declared-light", "declared-both"] },
  "a browser that darkens pages": { colorScheme: "dark", pages: ["", "declared-light"], isDarkening: true },
};

for (const [what, { pages, isDarkening, ...options }] of Object.entries(SETTINGS)) {
  test(`${what}: words and marks stand out on every page, and follow its colours`, async () => {
    const own = isDarkening ? { ...shared, blank: shared.blankIn(darkening.browser) } : shared;
    const { page, assertClean, close } = await host(own, MARKUP, { css: CSS, viewport: VIEWPORT, ...options });
    const decoder = await page.context().newPage();
    await page.bringToFront();
    await allReady(page);
    for (const name of pages) {
      await page.evaluate((value) => (document.documentElement.className = value), name);
      await answered(page);
      await answered(page);
      assert.deepEqual(await faint(page, decoder), [], name);
    }
    assertClean();
    await close();
  });
}

/** Whether the canvases of a gauge are drawn with a token that its words have. */
async function isDrawnWith(page, name) {
  const color = await token(widget(page, "kpi"), name);
  const canvases = await ink(widget(page, "kpi").locator(".card:not([hidden]) .dial canvas"), color);
  return canvases.every(({ colored }) => colored > 20);
}

test("a canvas follows whatever changes the scheme: the page, the element, the system, the reader's own colours", async () => {
  const { page, assertClean, close } = await host(shared, MARKUP, { css: `${CSS} .own { color-scheme: dark }` });
  await allReady(page);
  const steps = [
    ["the page", () => page.evaluate(() => (document.documentElement.className = "declared-dark"))],
    ["the page again", () => page.evaluate(() => (document.documentElement.className = "declared-both"))],
    ["the system", () => page.emulateMedia({ colorScheme: "dark" })],
    ["theme", () => setAttributes(page, "kpi", { theme: "light" })],
    ["theme again", () => setAttributes(page, "kpi", { theme: "contrast" })],
    ["no theme", () => setAttributes(page, "kpi", { theme: null })],
    ["the element's own style", () => page.evaluate(() => (document.querySelector("shigoto-kpi").className = "own"))],
    ["the system, light", () => page.emulateMedia({ colorScheme: "light" })],
    ["a wish for contrast", () => page.emulateMedia({ contrast: "more" })],
    ["no such wish", () => page.emulateMedia({ contrast: "no-preference" })],
    ["few colours", () => page.emulateMedia({ forcedColors: "active" })],
    ["few colours under a theme", () => setAttributes(page, "kpi", { theme: "light" })],
    ["few dark colours under a theme", () => page.emulateMedia({ colorScheme: "dark" })],
  ];
  for (const [what, act] of steps) {
    await act();
    await answered(page);
    await answered(page);
    assert.ok(await isDrawnWith(page, "--ink"), `${what}: the target's mark`);
    assert.ok(await isDrawnWith(page, "--accent"), `${what}: the level`);
  }
  assertClean();
  await close();
});

test("for readers who ask for more contrast, thin lines are 2 px wide", async () => {
  const widths = async (page) => {
    const lines = [["kpi", "footer"], ["lq", "footer"], ["swot", "footer"]];
    return Promise.all(lines.map(([kind, selector]) => widget(page, kind).locator(selector).first().evaluate((one) => getComputedStyle(one).borderTopWidth)));
  };
  const { page, assertClean, close } = await shared.open();
  const canvas = widget(page, "kpi").locator("[data-kpi=it-tool-adopters] .dial canvas");
  const accent = async () => (await ink(canvas, await token(widget(page, "kpi"), "--accent")))[0].colored;
  const plain = await accent();
  assert.deepEqual(await widths(page), ["1px", "1px", "1px"]);
  await page.emulateMedia({ contrast: "more" });
  await answered(page);
  await answered(page);
  assert.deepEqual(await widths(page), ["2px", "2px", "2px"]);
  assert.ok((await accent()) > plain * 1.2, "the hatch is thicker");
  await page.emulateMedia({ contrast: "no-preference" });
  for (const kind of ["kpi", "lq", "swot"]) await setAttributes(page, kind, { theme: "contrast" });
  assert.deepEqual(await widths(page), ["2px", "2px", "2px"]);
  assertClean();
  await close();
});

test("who asks for more contrast gets it: words 7 : 1, decoration 3 : 1", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, assertClean, close } = await shared.open({ contrast: "more", colorScheme });
    const decoder = await page.context().newPage();
    await setAttributes(page, "swot", { select: "GX" });
    // What a choice brings covers the foot of the window; its own words are no part of this.
    await widget(page, "swot").locator(".links").evaluate((one) => (one.open = false));
    for (const [kind, selector, least] of [
      ["swot", ".node > :not(b), .corner, .what", 7],
      ["kpi", ".group h3 span, dt, .aim span, footer p", 7],
      ["lq", "footer p, .what", 7],
    ]) {
      const seen = await textContrasts(decoder, widget(page, kind), selector);
      assert.ok(seen.length > 0, `${kind} ${selector}`);
      assert.deepEqual(seen.filter(({ contrast }) => contrast < least), [], `${kind}, ${colorScheme}`);
    }
    assertClean();
    await close();
  }
});
