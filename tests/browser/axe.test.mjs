// Accessibility by axe-core: the page at rest and in the states a visitor brings it into, light and dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const openAll = (page, kind, selector) =>
  widget(page, kind).evaluate((element, chosen) => {
    for (const one of element.shadowRoot.querySelectorAll(chosen)) one.open = true;
  }, selector);

const states = {
  "a factor selected, its reasons open": (page) => setAttributes(page, "swot", { select: "S-1" }),
  "all reasons open": async (page) => {
    await setAttributes(page, "swot", { select: null });
    await openAll(page, "swot", ".links");
  },
  "the doubtful table, read anew": (page) => setAttributes(page, "lq", { base: "establishments", view: "table", reading: "reread", sort: "aomori:desc" }),
  "dots, two rows open": async (page) => {
    await setAttributes(page, "lq", { base: "output", view: "dots" });
    await openAll(page, "lq", '[data-base="output"] li[data-row="0"] details, [data-base="output"] li[data-row="2"] details');
  },
  "one pillar, definitions open": async (page) => {
    await setAttributes(page, "kpi", { pillar: "3", year: "2033" });
    await openAll(page, "kpi", "[data-kpi] details");
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`${colorScheme}, ${width} px: nothing at rest, nothing in use`, async () => {
      const { page, assertClean, close } = await shared.open({ colorScheme, viewport: { width, height: 800 } });
      // axe-core itself brings a style of its own, which the policy refuses.
      assertClean();
      const found = { "at rest": await accessibilityViolations(page) };
      for (const [what, enter] of Object.entries(states)) {
        await enter(page);
        await answered(page);
        found[what] = await accessibilityViolations(page);
      }
      const expected = Object.fromEntries(Object.keys(found).map((what) => [what, []]));
      assert.deepEqual(found, expected);
      await close();
    });
  }
}
