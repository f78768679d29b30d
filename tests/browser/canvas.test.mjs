// Canvases that browsers take away, give back, or show on another screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textContrasts } from "./lib/contrast.mjs";
import { canvases } from "./lib/hosts.mjs";
import { fingerprints } from "./lib/pixels.mjs";
import { answered, KINDS, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

/** Throws every picture of a widget away, as a browser short of memory does, and says so. */
const lose = (page, kind) =>
  widget(page, kind).evaluate((one) => {
    for (const canvas of one.shadowRoot.querySelectorAll("canvas")) {
      canvas.getContext("2d").reset();
      canvas.dispatchEvent(new Event("contextlost", { cancelable: true }));
    }
  });

const giveBack = (page, kind) =>
  widget(page, kind).evaluate((one) => {
    for (const canvas of one.shadowRoot.querySelectorAll("canvas")) canvas.dispatchEvent(new Event("contextrestored"));
  });

test("a canvas that was thrown away is drawn again as it was; until then every number can be read", async () => {
  // All of the page in the window: for a picture of more Playwright makes it larger, and all is drawn anew.
  const { page, assertClean, close } = await shared.open({ viewport: { width: 1280, height: 6000 } });
  const decoder = await page.context().newPage();
  await setAttributes(page, "swot", { select: "S-1" });
  for (const kind of KINDS) {
    const pictures = () => fingerprints(widget(page, kind).locator("canvas"));
    const before = await pictures();
    await lose(page, kind);
    await answered(page);
    assert.notDeepEqual(await pictures(), before, kind);
    if (kind === "lq") {
      const cells = await textContrasts(decoder, widget(page, kind), "tbody td");
      assert.deepEqual(cells.filter(({ contrast }) => contrast < 4.5), []);
    }
    await giveBack(page, kind);
    await answered(page);
    assert.deepEqual(await pictures(), before, kind);
  }
  assertClean();
  await close();
});

/** A window that `moveTo` takes to screens of other densities, as far as a page can tell. */
function screens(page) {
  return page.addInitScript(() => {
    const [real, lists] = [globalThis.matchMedia, []];
    let ratio = 1;
    Object.defineProperty(globalThis, "devicePixelRatio", { get: () => ratio });
    globalThis.matchMedia = (query) => {
      if (!/resolution/.test(query)) return real.call(globalThis, query);
      const list = Object.assign(new EventTarget(), { range: query.match(/[\d.]+(?=dppx)/g).map(Number) });
      lists.push(list);
      return list;
    };
    globalThis.moveTo = (next) => {
      ratio = next;
      for (const list of lists) if (ratio < list.range[0] || ratio > list.range[1]) list.dispatchEvent(new Event("change"));
    };
  });
}

test("on a screen of another density pictures are drawn again, as fine as it is", async () => {
  const { page, assertClean, close } = await shared.open({ init: screens });
  await setAttributes(page, "swot", { select: "S-1" });
  for (const ratio of [2, 1, 1.5]) {
    await page.evaluate((next) => globalThis.moveTo(next), ratio);
    await answered(page);
    for (const kind of KINDS) {
      const seen = await canvases(widget(page, kind));
      assert.ok(seen.length > 0, kind);
      for (const { width, pixels } of seen) assert.equal(pixels, Math.round(width * ratio), `${kind} at ${ratio}`);
    }
  }
  assertClean();
  await close();
});

/** Counts what a repaint writes below a part of a widget: changes of nodes, and backing stores that are made anew. */
const watch = (page, kind, selector) =>
  widget(page, kind).evaluate((element, wanted) => {
    globalThis.written = { changes: 0, stores: 0 };
    const part = element.shadowRoot.querySelector(wanted);
    new MutationObserver((records) => (globalThis.written.changes += records.filter(({ target }) => target.localName !== "canvas").length)).observe(part, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    for (const side of ["width", "height"]) {
      const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
      const counted = function (value) {
        globalThis.written.stores += 1;
        set.call(this, value);
      };
      for (const canvas of part.querySelectorAll("canvas")) Object.defineProperty(canvas, side, { get, set: counted });
    }
  }, selector);

test("the quadrants painted again at their size keep their words, the focus and the canvas; another size moves them", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await setAttributes(page, "lq", { view: "quadrant" });
  const name = widget(page, "lq").locator(".names button").first();
  await name.waitFor();
  await name.focus();
  await watch(page, "lq", ".field-plot");
  const picture = async () => (await fingerprints(widget(page, "lq").locator(".field-plot canvas")))[0];
  const before = await picture();
  await setAttributes(page, "lq", { theme: "dark" });
  assert.notEqual(await picture(), before, "painted again");
  assert.deepEqual(await page.evaluate(() => globalThis.written), { changes: 0, stores: 0 });
  assert.ok(await name.evaluate((one) => one === one.getRootNode().activeElement));
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.waitForFunction(() => globalThis.written.stores >= 2 && globalThis.written.changes > 0);
  assert.ok(await name.evaluate((one) => one === one.getRootNode().activeElement), "the focus stays where it is");
  assertClean();
  await close();
});

test("over the years a trajectory's words are moved, not made anew", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  await setAttributes(page, "kpi", { view: "trajectory" });
  const words = widget(page, "kpi").locator("[data-kpi=startups] .dial .axes span");
  await words.first().waitFor();
  await setAttributes(page, "kpi", { year: "2027" });
  const before = await words.allTextContents();
  assert.ok(before.includes("2027"), `${before}`);
  const kept = await words.first().elementHandle();
  await watch(page, "kpi", "[data-kpi=startups] .dial");
  await setAttributes(page, "kpi", { year: "2028" });
  assert.deepEqual(await words.allTextContents(), before.map((word) => word.replace("2027", "2028")));
  assert.ok(await kept.evaluate((span) => span.isConnected));
  assert.equal(await page.evaluate(() => globalThis.written.stores), 0);
  assertClean();
  await close();
});
