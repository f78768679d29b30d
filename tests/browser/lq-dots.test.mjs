// <shigoto-lq> as rows of dots: the default where it is narrow, a choice anywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { answered, attribute, radio, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const FOCUS = lq.cities.findIndex(({ id }) => id === lq.focus_city);

const table = (page) => widget(page, "lq").getByRole("table");
const items = (page) => widget(page, "lq").locator("li[data-row]:visible");

/** Each visible row: the name and, beside it, the chosen city's value. */
const rows = (page) =>
  items(page).evaluateAll((all) => all.map((row) => row.querySelector("summary").innerText.trim().split(/\s*\n\s*/)));

const expected = ({ rows: all }, column) => all.map(({ industry, values }) => [industry, printed(values[column])]);

test("dots are shown on request, for every base and city, in the table's order", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  assert.ok(await table(page).isVisible());
  assert.equal(await items(page).count(), 0);
  await radio(page, "lq", "view", "dots").check();
  await answered(page);
  assert.equal(await attribute(page, "lq", "view"), "dots");
  assert.equal(await table(page).count(), 0, "a table beside the dots");
  for (const { base } of lq.tables) {
    for (const [column, { id }] of lq.cities.entries()) {
      await setAttributes(page, "lq", { base, city: id });
      assert.deepEqual(await rows(page), expected(lq.tables.find((one) => one.base === base), column), `${base} ${id}`);
    }
  }
  await setAttributes(page, "lq", { base: "output", city: "aomori", sort: "aomori:desc" });
  const sorted = [...lq.tables[0].rows].sort((a, b) => b.values[FOCUS] - a.values[FOCUS]);
  assert.deepEqual(await rows(page), expected({ rows: sorted }, FOCUS));
  await setAttributes(page, "lq", { view: "table" });
  assert.ok(await table(page).isVisible());
  assert.equal(await items(page).count(), 0);
  assertClean();
  await close();
});

test("below 600 px dots are the default, and a row opened shows all seven cities", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport: { width: 360, height: 740 } });
  assert.equal(await table(page).count(), 0);
  assert.deepEqual(await rows(page), expected(lq.tables[0], FOCUS));
  assert.equal((await state(page, "lq")).view, "dots");
  assert.ok(await radio(page, "lq", "view", "dots").isChecked());
  assert.equal(await attribute(page, "lq", "view"), null, "a view written back would pin it");
  for (const index of [0, 2, 10]) {
    const row = items(page).nth(index);
    await row.locator("summary").press("Enter");
    const entries = row.locator("dl");
    await entries.waitFor();
    const names = await entries.getByRole("term").allInnerTexts();
    const values = await entries.getByRole("definition").allInnerTexts();
    assert.deepEqual(names, lq.cities.map(({ name }) => name));
    assert.deepEqual(values, lq.tables[0].rows[index].values.map(printed));
    await row.locator("summary").press("Enter");
    await entries.waitFor({ state: "hidden" });
  }
  await setAttributes(page, "lq", { view: "table" });
  assert.ok(await table(page).isVisible(), "the table on request, on a phone too");
  assertClean();
  await close();
});

test("it is the container that decides, not the window", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const width = (value) =>
    widget(page, "lq").evaluate((element, css) => {
      const changed = new Promise((done) => element.addEventListener("shigoto-change", done, { once: true }));
      element.style.width = css;
      return changed.then(({ detail }) => detail.view);
    }, value);
  assert.equal(await width("560px"), "dots");
  assert.deepEqual(await rows(page), expected(lq.tables[0], FOCUS));
  assert.equal(await width("700px"), "table");
  assert.ok(await table(page).isVisible());
  assertClean();
  await close();
});
