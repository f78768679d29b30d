// <shigoto-lq> as rows of dots, brought by the complete module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { attribute, radio, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const FOCUS = lq.cities.findIndex(({ id }) => id === lq.focus_city);

const table = (page) => widget(page, "lq").getByRole("table");
const items = (page) => widget(page, "lq").locator("li[data-row]:visible");

/** Each visible row: the name and, beside it, the chosen city's value. */
const rows = (page) =>
  items(page).evaluateAll((all) => all.map((row) => row.querySelector("summary").innerText.trim().split(/\s*\n\s*/)));

/** The chosen city's largest first, equals as printed. */
const expected = ({ rows: all }, column) =>
  [...all].sort((a, b) => b.values[column] - a.values[column]).map(({ industry, values }) => [industry, printed(values[column])]);

test("dots are shown on request, for every base and city, the city's largest first", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  assert.ok(await table(page).isVisible());
  assert.equal(await items(page).count(), 0);
  await radio(page, "lq", "view", "dots").check();
  await items(page).first().waitFor();
  assert.equal(await attribute(page, "lq", "view"), "dots");
  assert.equal(await table(page).count(), 0, "a table beside the dots");
  for (const { base } of lq.tables) {
    for (const [column, { id }] of lq.cities.entries()) {
      await setAttributes(page, "lq", { base, city: id });
      assert.deepEqual(await rows(page), expected(lq.tables.find((one) => one.base === base), column), `${base} ${id}`);
    }
  }
  await setAttributes(page, "lq", { base: "output", city: "aomori", sort: "aomori:asc" });
  const sorted = [...lq.tables[0].rows].sort((a, b) => a.values[FOCUS] - b.values[FOCUS]);
  assert.deepEqual(await rows(page), sorted.map(({ industry, values }) => [industry, printed(values[FOCUS])]), "another order on request");
  await setAttributes(page, "lq", { view: "table" });
  assert.ok(await table(page).isVisible());
  assert.equal(await items(page).count(), 0);
  assertClean();
  await close();
});

test("on a phone, too, a row opened shows all seven cities", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], viewport: { width: 360, height: 740 } });
  await setAttributes(page, "lq", { view: "dots" });
  await items(page).first().waitFor();
  assert.equal(await table(page).count(), 0);
  assert.deepEqual(await rows(page), expected(lq.tables[0], FOCUS));
  for (const index of [0, 2, 10]) {
    const row = items(page).nth(index);
    await row.locator("summary").press("Enter");
    const entries = row.locator("dl");
    await entries.waitFor();
    const names = await entries.getByRole("term").allInnerTexts();
    const values = await entries.getByRole("definition").allInnerTexts();
    assert.deepEqual(names, lq.cities.map(({ name }) => name));
    const industry = (await row.locator(".name").innerText()).trim();
    assert.deepEqual(values, lq.tables[0].rows.find((one) => one.industry === industry).values.map(printed));
    await row.locator("summary").press("Enter");
    await entries.waitFor({ state: "hidden" });
  }
  await setAttributes(page, "lq", { view: "table" });
  assert.ok(await table(page).isVisible(), "the table on request, on a phone too");
  assertClean();
  await close();
});

test("the key stands over the dots, names the chosen city, and has its colours and shapes", async () => {
  for (const forcedColors of ["none", "active"]) {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"], forcedColors });
    await setAttributes(page, "lq", { view: "dots", city: "hirosaki" });
    await items(page).first().waitFor();
    const key = widget(page, "lq").locator(".sheet:not([hidden]) .dots .key");
    assert.match(await key.innerText(), /弘前市[^青]*ほかの6市/u);
    const [own, first] = [await key.boundingBox(), await items(page).first().boundingBox()];
    assert.ok(own.y + own.height <= first.y, "over the picture");
    const [chosen, other] = await key.locator("i").evaluateAll((all) =>
      all.map((one) => [one.offsetWidth, getComputedStyle(one).backgroundColor, getComputedStyle(one).borderRadius]));
    assert.ok(chosen[0] > other[0] && chosen[1] !== other[1] && chosen[2] === "50%", `${chosen}, ${other}`);
    assertClean();
    await close();
  }
});
