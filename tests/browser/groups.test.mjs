// Industries by sector: the order `sector`, brought by the complete module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { lq } from "./lib/data.mjs";
import { colorsAt } from "./lib/pixels.mjs";
import { answered, attribute, radio, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const HEADINGS = {
  ja: ["第1次産業", "第2次産業", "第3次産業", "区分できないもの"],
  en: ["Primary sector", "Secondary sector", "Tertiary sector", "Not classified"],
};
const printedRows = (base) => lq.tables.find((table) => table.base === base).rows;
const button = (page) => widget(page, "lq").locator("[data-group]");
const grouped = (page) => widget(page, "lq").locator(".sheet:not([hidden])[data-groups]");

/** What stands in the table from top to bottom: headings, and names of industries. */
const table = (page) =>
  widget(page, "lq").locator(".sheet:not([hidden]) tbody").evaluateAll((bodies) =>
    bodies.map((body) => [...body.rows].map((row) => row.cells[0].textContent.trim())),
  );

/** The same of the dot rows: each list with its heading. */
const dots = (page) =>
  widget(page, "lq").locator(".sheet:not([hidden]) .dots > ul").evaluateAll((lists) =>
    lists.map((list) => [
      list.previousElementSibling.matches("h3") ? list.previousElementSibling.textContent : null,
      ...[...list.querySelectorAll(".name")].map((name) => name.textContent),
    ]),
  );

/** Headings and names as the data group them; `heading` and `sector` tell both of a row. */
const expected = (base, headings = HEADINGS.ja, sector = (row) => row.sector, heading = (row) => row.industry) =>
  [1, 2, 3, undefined]
    .map((wanted, place) => [headings[place], ...printedRows(base).filter((row) => sector(row) === wanted).map(heading)])
    .filter((group) => group.length > 1);

test("the button groups table and dots under headings, and lets go again", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  assert.equal(await button(page).getAttribute("aria-pressed"), "false");
  await button(page).click();
  await grouped(page).waitFor();
  assert.deepEqual(await table(page), expected("output"));
  assert.deepEqual(await dots(page), expected("output"));
  assert.equal(await button(page).getAttribute("aria-pressed"), "true");
  assert.equal((await state(page, "lq")).sort, "sector");
  await page.waitForURL(/sort=sector/);
  const heads = widget(page, "lq").locator(".sheet:not([hidden]) tbody > tr:first-child > th");
  for (const scope of await heads.evaluateAll((all) => all.map((head) => head.scope))) assert.equal(scope, "rowgroup");
  assert.match(await widget(page, "lq").locator(".sheet:not([hidden]) p.group").innerText(), /本サイトの整理/);
  assert.ok(await widget(page, "lq").locator(".sheet:not([hidden]) p.group .editorial").isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.dataset.group), "", "focus stays");
  await button(page).click();
  await answered(page);
  assert.deepEqual(await table(page), [printedRows("output").map((row) => row.industry)]);
  assert.deepEqual(await dots(page), [[null, ...printedRows("output").map((row) => row.industry)]]);
  assert.equal((await attribute(page, "lq", "sort")) ?? "", "");
  assert.equal(await widget(page, "lq").locator(".group").count(), 0);
  assertClean();
  await close();
});

test("a link opens it, a column's head takes over, other bases are grouped too", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"], path: "#lq?base=employees&sort=sector" });
  await grouped(page).waitFor();
  assert.deepEqual(await table(page), expected("employees"));
  await setAttributes(page, "lq", { base: "output" });
  assert.deepEqual(await table(page), expected("output"));
  await widget(page, "lq").locator(".sheet:not([hidden]) [data-sort=akita]").click();
  await answered(page);
  const [all, ...rest] = await table(page);
  assert.deepEqual([all.length, rest.length], [printedRows("output").length, 0]);
  assert.equal(await attribute(page, "lq", "sort"), "akita:desc");
  assert.equal(await button(page).getAttribute("aria-pressed"), "false");
  assertClean();
  await close();
});

test("doubtful headings are never grouped; read anew, they are as in the other table", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  await radio(page, "lq", "base", "establishments").check();
  await answered(page);
  assert.ok(await button(page).isHidden(), "before the complete module is there, too");
  await setAttributes(page, "lq", { sort: "sector" });
  await page.waitForFunction(() => document.querySelector("shigoto-lq").shadowRoot.querySelector("[data-with]"));
  await answered(page);
  assert.ok(await button(page).isHidden());
  assert.deepEqual(await table(page), [printedRows("establishments").map((row) => row.industry)]);
  await setAttributes(page, "lq", { reading: "reread" });
  const sectors = new Map(printedRows("employees").map((row) => [row.industry, row.sector]));
  assert.deepEqual(await table(page), expected("establishments", HEADINGS.ja, (row) => sectors.get(row.presumed), (row) => row.presumed));
  assert.ok(await button(page).isVisible());
  await setAttributes(page, "lq", { reading: "printed" });
  assert.equal((await table(page)).length, 1);
  assertClean();
  await close();
});

test("every language says the headings, and no rule of axe is broken", async () => {
  for (const lang of ["ja-easy", "en"]) {
    const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
    await setAttributes(page, "lq", { lang, base: "employees", sort: "sector" });
    await grouped(page).waitFor();
    const headings = (await table(page)).map(([heading]) => heading);
    if (lang === "en") assert.deepEqual(headings, HEADINGS.en);
    else assert.equal(await widget(page, "lq").locator("tr.group ruby").count() > 0, true);
    await setAttributes(page, "lq", { lang: "ja" });
    assert.deepEqual((await table(page)).map(([heading]) => heading), HEADINGS.ja);
    assertClean();
    for (const view of ["table", "dots"]) {
      await setAttributes(page, "lq", { lang, view });
      assert.deepEqual(await accessibilityViolations(page, {}, { include: ["shigoto-lq"] }), []);
    }
    await close();
  }
});

test("arrow keys go past the headings", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"], path: "#lq?sort=sector" });
  await grouped(page).waitFor();
  const groups = expected("output");
  const last = widget(page, "lq").locator(".sheet:not([hidden]) tbody").first().locator("[data-detail]").last();
  await last.focus();
  const text = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent);
  for (const [key, name] of [["ArrowDown", groups[1][1]], ["ArrowUp", groups[0].at(-1)]]) {
    await page.keyboard.press(key);
    await page.waitForFunction((wanted) => document.activeElement.shadowRoot.activeElement.textContent === wanted, name);
    assert.equal(await text(), name);
  }
  await close();
});

test("the heat lies behind its own cells, none behind a heading", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"], path: "#lq?sort=sector" });
  await grouped(page).waitFor();
  await answered(page);
  const canvas = widget(page, "lq").locator("canvas:visible");
  const rows = await widget(page, "lq").locator(".sheet:not([hidden]) tbody tr").evaluateAll((all) =>
    all.map((row) => {
      const origin = row.closest(".scroll").querySelector("canvas").getBoundingClientRect();
      const boxes = [...(row.querySelector("td") ? row.querySelectorAll("td") : row.cells)].map((cell) => cell.getBoundingClientRect());
      const points = boxes.map(({ left, top, width, height }) => ({ x: left + width * 0.7 - origin.left, y: top + height / 3 - origin.top }));
      return { number: row.dataset.row, points };
    }),
  );
  assert.equal(rows.filter(({ number }) => number === undefined).length, 3);
  for (const { number, points } of rows) {
    const colors = await colorsAt(canvas, points);
    for (const [column, [red, , blue, alpha]] of colors.entries()) {
      if (number === undefined) assert.equal(alpha, 0, "nothing behind a heading");
      else {
        const value = printedRows("output")[number].values[column];
        assert.equal(alpha, 255);
        if (value > 0 && value < 0.55) assert.ok(blue - red > 50, `${number} ${value}`);
        else if (value > 1.8) assert.ok(red - blue > 50, `${number} ${value}`);
      }
    }
  }
  await close();
});
