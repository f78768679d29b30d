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
