// No text lies on another: in every view, with one part opened, at three widths, in three languages, and with the spacing
// a reader may set (WCAG 1.4.12).

import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps, setSpacing } from "./lib/overlap.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

// Three widgets stand on the page, so that a round shows one view of each.
const rounds = [
  { swot: { select: null }, lq: { view: "table", base: "output", industry: null }, kpi: { view: "gauge", kpi: null } },
  { swot: { select: "O-1" }, lq: { view: "dots", base: "establishments" }, kpi: { view: "bullet" } },
  { swot: { select: "SO-1" }, lq: { view: "quadrant" }, kpi: { view: "trajectory" } },
  { swot: { select: "DX" }, lq: { view: "compare", with: "akita", industry: "製造業" }, kpi: { view: "gauge", kpi: "startups" } },
];

const openOne = (page, kind, selector) =>
  widget(page, kind).evaluate((element, chosen) => {
    for (const one of element.shadowRoot.querySelectorAll("details[open]:not(.links)")) one.open = false;
    const one = element.shadowRoot.querySelector(chosen);
    if (one) one.open = true;
  }, selector);

for (const lang of ["ja", "ja-easy", "en"]) {
  test(`${lang}: no two texts overlap`, async () => {
    const { page, close } = await shared.open({ path: `index${lang === "ja" ? "" : `.${lang}`}.html` });
    const found = {};
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const round of rounds) {
        for (const [kind, attributes] of Object.entries(round)) await setAttributes(page, kind, attributes);
        for (const [kind, { view }] of Object.entries(round)) {
          if (view) await page.waitForFunction(([tag, wanted]) => document.querySelector(tag).state?.view === wanted, [`shigoto-${kind}`, view]);
        }
        for (const isOpen of [false, true]) {
          if (isOpen) {
            await openOne(page, "lq", ".sheet:not([hidden]) .dots details");
            await openOne(page, "kpi", "[data-kpi]:not(:first-child) details");
          }
          for (const isSpaced of [false, true]) {
            await setSpacing(page, isSpaced);
            await answered(page);
            await answered(page);
            const pairs = await overlaps(page);
            if (pairs.length) found[`${width} px, ${JSON.stringify(round)}${isOpen ? ", one open" : ""}${isSpaced ? ", spaced" : ""}`] = pairs;
          }
        }
        await setSpacing(page, false);
      }
    }
    assert.deepEqual(found, {});
    await close();
  });
}
