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
  ["kpi", {}, ".card :is(.level b, .aim *)", 16 * 3],
  ["swot", { select: "GX" }, ".matrix .node.on > *", 2 * reachable("GX").codes.size],
];

for (const [what, options] of Object.entries(schemes)) {
  test(`${what}: every text over a picture stands out 4.5 : 1`, async () => {
    const { page, assertClean, close } = await shared.open(options);
    const decoder = await page.context().newPage();
    // What belongs to a choice stands over the foot of the window: here below the matrix, so that it covers none of its texts.
    await widget(page, "swot").evaluate(({ shadowRoot }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".links { position: static !important; }");
      shadowRoot.adoptedStyleSheets.push(sheet);
    });
    for (const [kind, attributes, selector, least] of views) {
      await setAttributes(page, kind, attributes);
      // What only the complete module has comes later.
      await widget(page, kind).locator(selector).first().waitFor();
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

test("the ring round a cell that has the focus stands out on every colour of the table", async () => {
  for (const attributes of [{}, { theme: "dark" }, { theme: "contrast" }]) {
    const { page, assertClean, close } = await shared.open();
    await setAttributes(page, "lq", { base: "output", view: "table", ...attributes });
    await widget(page, "lq").locator(".sheet:not([hidden]) .scroll").focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.localName === "button");
    // Whoever came by key keeps a visible focus.
    await widget(page, "lq").evaluate((element) => {
      const cell = element.shadowRoot.querySelector(".sheet:not([hidden]) tbody td");
      cell.tabIndex = -1;
      cell.focus();
    });
    const found = await widget(page, "lq").evaluate((element) => {
      const root = element.shadowRoot;
      const luminance = (color) => {
        const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ratio = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(root.activeElement);
      const rings = [outlineColor, boxShadow];
      const grounds = [...root.querySelectorAll(".legend li")].map((step) => getComputedStyle(step).backgroundColor);
      return { outlineStyle, grounds: new Set(grounds).size, least: Math.min(...grounds.map((ground) => Math.max(...rings.map((ring) => ratio(ring, ground))))) };
    });
    assert.equal(found.outlineStyle, "solid");
    assert.equal(found.grounds, 7);
    assert.ok(found.least >= 3, `${JSON.stringify(attributes)}: ${found.least}`);
    assertClean();
    await close();
  }
});
