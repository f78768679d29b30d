// Text over pictures, where axe-core does not look: every value can be read on what is really painted under it, in
// light, in dark, and in the visitor's own few colours.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, reachable } from "./lib/data.mjs";
import { textContrasts } from "./lib/contrast.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const schemes = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "forced colours, dark": { forcedColors: "active", colorScheme: "dark" },
};

/** Texts that lie on a canvas, or beside what one paints, in a state of a widget. */
const views = [
  ["lq", { base: "output", view: "table" }, "tbody td", 18 * 7],
  ["lq", { base: "employees", view: "dots" }, '[data-base="employees"] :is(.name, .value)', 40],
  ["kpi", {}, ".card :is(.level b, .ends span, dd)", 16 * 5],
  ["swot", { select: "GX" }, ".matrix .node.on > *", 2 * reachable("GX").codes.size],
];

for (const [what, options] of Object.entries(schemes)) {
  test(`${what}: every text over a picture stands out 4.5 : 1`, async () => {
    const { page, assertClean, close } = await shared.open(options);
    const decoder = await page.context().newPage();
    for (const [kind, attributes, selector, least] of views) {
      await setAttributes(page, kind, attributes);
      const found = await textContrasts(decoder, widget(page, kind), selector);
      assert.ok(found.length >= least, `${kind}: only ${found.length} texts`);
      const faint = found.filter(({ contrast }) => contrast < 4.5);
      assert.deepEqual(faint, [], `${kind} ${JSON.stringify(attributes)}`);
    }
    assertClean();
    await close();
  });
}

test("forced colours: the chosen city's column and the chosen factor are told apart without a picture", async () => {
  const { page, assertClean, close } = await shared.open({ forcedColors: "active" });
  const outlined = (kind, selector) =>
    widget(page, kind).evaluate(
      (element, chosen) => [...element.shadowRoot.querySelectorAll(chosen)].filter((one) => one.checkVisibility() && getComputedStyle(one).outlineStyle !== "none").length,
      selector,
    );
  await setAttributes(page, "lq", { city: "akita" });
  assert.equal(await outlined("lq", "td"), lq.tables[0].rows.length);
  assert.equal(await outlined("swot", ".node"), 0);
  await setAttributes(page, "swot", { select: "S-1" });
  assert.equal(await outlined("swot", ".node"), reachable("S-1").codes.size);
  assertClean();
  await close();
});
