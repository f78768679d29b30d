// Two cities side by side: the view `compare`, brought by the complete module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { attribute, radio, sentence, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const table = (page) => widget(page, "lq").locator(".compare table");
const column = (id) => lq.cities.findIndex((city) => city.id === id);
const nameOf = (id) => lq.cities[column(id)].name;
/** Rows as shown: industry, the other city's value, the chosen one's. */
const rows = (page) =>
  table(page).locator("tbody tr").evaluateAll((all) => all.map(({ cells }) => [0, 2, 3].map((place) => cells[place].innerText.trim())));

/** Nothing over nothing is as one over one. */
const ratio = (own, other) => (own === 0 && other === 0 ? 1 : own / other);

const expected = (base, own, other, heading = "industry") =>
  lq.tables.find((one) => one.base === base).rows
    .map((row) => [row[heading], ...[other, own].map((id) => row.values[column(id)])])
    .sort(([, a, b], [, c, d]) => (ratio(d, c) === ratio(b, a) ? 0 : ratio(d, c) - ratio(b, a)))
    .map(([name, ...values]) => [name, ...values.map(printed)]);

/** The row whose values lie farthest apart as a ratio. */
const farthest = (all) => all.toSorted(([, a, b], [, c, d]) => Math.abs(Math.log(d / c)) - Math.abs(Math.log(b / a))).find(([, other, own]) => other * own > 0);

test("the control shows two cities by ratio, and the other city can be chosen", async () => {
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
  const widest = farthest(expected("output", "aomori", "akita"));
  for (const part of [nameOf("aomori"), nameOf("akita"), ...widest]) assert.ok(told.includes(part), `${part} in ${told}`);
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

test("marks stand where their numbers are: the chosen city's filled, in its colour, the other's hollow, in every language", async () => {
  for (const lang of ["ja", "ja-easy", "en"]) {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
    await setAttributes(page, "lq", { lang, view: "compare", with: "yamagata" });
    await table(page).waitFor();
    const marks = await table(page).locator("tbody tr").evaluateAll((all) => all.flatMap((row) => {
      const numbers = [...row.cells].slice(2).map((cell) => Number(cell.innerText));
      return [...row.querySelectorAll("circle")].map((mark, index) => {
        const { left, width } = mark.getBoundingClientRect();
        return { value: numbers[index], x: left + width / 2, isChosen: index === 1, fill: getComputedStyle(mark).fill };
      });
    }));
    const above = marks.filter(({ value }) => value >= 0.1).sort((a, b) => a.value - b.value);
    const [least, most] = [above[0], above.at(-1)];
    const octave = (most.x - least.x) / Math.log2(most.value / least.value);
    for (const { value, x } of above) assert.ok(Math.abs(x - least.x - octave * Math.log2(value / least.value)) < 1.5, `${lang} ${value}`);
    const fills = (isChosen) => new Set(marks.filter((mark) => mark.isChosen === isChosen).map(({ fill }) => fill));
    assert.deepEqual([fills(true).size, fills(false).size], [1, 1]);
    assert.notDeepEqual(fills(true), fills(false));
    assertClean();
    await close();
  }
});
