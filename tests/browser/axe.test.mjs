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

// Every view of every widget, in every theme and language: three widgets stand on the page, so that a round shows one
// view of each.
const rounds = [
  { swot: { select: null }, lq: { view: "table", base: "output" }, kpi: { view: "gauge", pillar: "all" } },
  { swot: { select: "O-1" }, lq: { view: "dots", base: "employees", sort: "aomori:desc" }, kpi: { view: "bullet" } },
  { swot: { select: "SO-1" }, lq: { view: "quadrant", sort: null }, kpi: { view: "trajectory" } },
  { swot: { select: "DX" }, lq: { view: "compare", with: "akita" }, kpi: { view: "gauge", pillar: "1", kpi: "startups" } },
  { swot: { select: "T-4" }, lq: { view: "table", base: "establishments", reading: "printed", industry: "製造業" }, kpi: { view: "bullet", year: "2033" } },
];

// axe looks for what lies behind a reading where only the page behind the card is, and finds light on light. A reading
// has the colour of its word, which is looked at.
const notReadings = { exclude: [{ fromShadowDom: ["shigoto-kpi", ":is(.pace, .pace-name) rt"] }] };

const themes = ["light", "dark", "contrast"];

/** What axe finds in rounds, each in one of the `themes`, by turns. */
async function inRounds(lang, width, themes) {
  const path = `index${lang === "ja" ? "" : `.${lang}`}.html`;
  const { page, assertClean, close } = await shared.open({ path, viewport: { width, height: 800 } });
  assertClean();
  const found = {};
  for (const [place, round] of rounds.entries()) {
    const theme = themes[place % themes.length];
    for (const [kind, attributes] of Object.entries(round)) await setAttributes(page, kind, { ...attributes, theme });
    await page.waitForFunction(() => [...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].every((one) => one.shadowRoot.querySelector(".painted")));
    found[JSON.stringify(round)] = await accessibilityViolations(page, {}, lang === "ja-easy" ? notReadings : {});
  }
  assert.deepEqual(found, Object.fromEntries(rounds.map((round) => [JSON.stringify(round), []])));
  await close();
}

// Colours are the theme's, whatever the language; words need other room in each.
const cases = [
  ["ja", "light", 1280, ["light"]],
  ["ja", "dark", 360, ["dark"]],
  ["ja", "contrast", 1280, ["contrast"]],
  ["ja-easy", "themes by turns, 360 px", 360, themes],
  ["en", "themes by turns, 360 px", 360, themes],
  ["en", "themes by turns, 1280 px", 1280, themes],
];
for (const [lang, theme, width, own] of cases) test(`${lang}, ${theme}: nothing in any view`, () => inRounds(lang, width, own));
