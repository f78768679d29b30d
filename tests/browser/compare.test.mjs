// Two cities side by side: the view `compare`, brought by the complete module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { attribute, radio, sentence, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const table = (page) => widget(page, "lq").locator(".compare table");
const column = (id) => lq.cities.findIndex((city) => city.id === id);
const nameOf = (id) => lq.cities[column(id)].name;
const hundredths = (value) => Math.round(value * 100);

/** Rows as shown: industry, both values, difference in hundredths. */
const rows = (page) =>
  table(page).locator("tbody tr").evaluateAll((all) =>
    all.map((row) => {
      const [name, own, other, difference] = [...row.cells].map((cell) => cell.innerText.trim());
      return [name, own, other, Math.round(Number(difference.replace("−", "-").replace("±", "")) * 100)];
    }),
  );

const expected = (base, own, other, heading = "industry") =>
  lq.tables.find((one) => one.base === base).rows
    .map((row) => {
      const [a, b] = [row.values[column(own)], row.values[column(other)]];
      return [row[heading], printed(a), printed(b), hundredths(a) - hundredths(b)];
    })
    .sort((a, b) => Math.abs(b[3]) - Math.abs(a[3]));

test("the control shows two cities, widest difference first, and the other city can be chosen", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  assert.equal(await widget(page, "lq").locator("select[name=with]").count(), 0, "not in the small tree");
  await radio(page, "lq", "view", "compare").check();
  await table(page).waitFor();
  assert.deepEqual(await rows(page), expected("output", "aomori", "hirosaki"));
  assert.ok(await radio(page, "lq", "view", "compare").isChecked());
  const select = widget(page, "lq").locator("select[name=with]");
  assert.deepEqual(await select.locator("option").evaluateAll((all) => all.map(({ value }) => value)), lq.cities.map(({ id }) => id).filter((id) => id !== "aomori"));
  await select.selectOption("akita");
  await page.waitForFunction((name) => document.querySelector("shigoto-lq").shadowRoot.querySelector(".compare").innerText.includes(name), nameOf("akita"));
  assert.deepEqual(await rows(page), expected("output", "aomori", "akita"));
  assert.equal(await attribute(page, "lq", "with"), "akita");
  await page.waitForURL(/with=akita/);
  const told = await sentence(page, "lq");
  const [widest] = expected("output", "aomori", "akita");
  for (const part of [nameOf("aomori"), nameOf("akita"), ...widest.slice(0, 3)]) assert.ok(told.includes(part), `${part} in ${told}`);
  await radio(page, "lq", "view", "table").check();
  await widget(page, "lq").locator(".scroll:visible").waitFor();
  assert.ok(await select.isHidden());
  assert.equal(await table(page).isVisible(), false);
  assertClean();
  await close();
});

test("attributes set one by one while the complete module comes are all heeded", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await setAttributes(page, "lq", { view: "compare", with: "akita" });
  await widget(page, "lq").locator(".compare table").waitFor();
  assert.equal((await state(page, "lq")).with, "akita");
  assert.equal(await widget(page, "lq").getAttribute("with"), "akita");
  assertClean();
  await close();
});

test("a link opens a comparison; whoever is compared with itself meets the next city", async () => {
  const path = "#lq?view=compare&base=employees&city=morioka&with=hachinohe";
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], path, viewport: { width: 360, height: 640 } });
  await table(page).waitFor();
  assert.deepEqual(await rows(page), expected("employees", "morioka", "hachinohe"));
  const { with: other, view, city } = await state(page, "lq");
  assert.deepEqual([view, city, other], ["compare", "morioka", "hachinohe"]);
  await setAttributes(page, "lq", { city: "hachinohe" });
  assert.deepEqual(await rows(page), expected("employees", "hachinohe", "aomori"));
  const { scroll, client } = await table(page).evaluate(({ scrollWidth: scroll, parentElement }) => ({ scroll, client: parentElement.clientWidth }));
  assert.ok(scroll <= client, "the table fits a phone");
  assertClean();
  await close();
});

test("nothing is compared under doubtful headings; read anew, the presumed ones are", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await setAttributes(page, "lq", { view: "compare", base: "establishments" });
  await widget(page, "lq").locator(".compare p").first().waitFor();
  assert.equal(await table(page).count(), 0);
  const toggle = radio(page, "lq", "reading", "reread").and(page.locator(":visible"));
  await widget(page, "lq").locator(".sheet:not([hidden]) .warning label", { hasText: "推定読み替え" }).click();
  await table(page).waitFor();
  assert.ok(await toggle.isChecked());
  assert.deepEqual(await rows(page), expected("establishments", "aomori", "hirosaki", "presumed"));
  assertClean();
  await close();
});

test("bars are as long as their differences, in every language", async () => {
  for (const lang of ["ja", "ja-easy", "en"]) {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
    await setAttributes(page, "lq", { lang, view: "compare", with: "yamagata" });
    await table(page).waitFor();
    const bars = await table(page).locator("[data-size]").evaluateAll((all) =>
      all.map((bar) => [Number(bar.dataset.size), bar.getBoundingClientRect().width / bar.parentElement.clientWidth]),
    );
    const [widest] = bars;
    assert.ok(widest[1] > 0.5, "the widest fills its cell");
    for (const [size, width] of bars) assert.ok(Math.abs(width / widest[1] - size / widest[0]) < 0.02, `${size}: ${width}`);
    assertClean();
    await close();
  }
});
