// <shigoto-lq>: every quotient as printed, and every way to look at them. What is painted: lq-paint.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq, printed } from "./lib/data.mjs";
import { answered, attribute, focused, radio, sentence, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const BASES = lq.tables.map(({ base }) => base);
const FOCUS = lq.cities.findIndex(({ id }) => id === lq.focus_city);

/** The sheets as the DOM has them: base, whether it is seen, city names, and rows of heading and cells. */
const sheets = (page) =>
  widget(page, "lq").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("section[data-base]")].map((section) => ({
      base: section.dataset.base,
      isSeen: section.checkVisibility(),
      cities: [...section.querySelectorAll("thead th")].slice(1).map((head) => head.textContent.trim()),
      rows: [...section.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
    })),
  );

const seen = async (page) => (await sheets(page)).filter(({ isSeen }) => isSeen);

/** The rows a table should show, sorted by a column of cities, the printed order keeping ties apart. */
function rowsInOrder(table, column, direction) {
  const rows = table.rows.map((row, index) => ({ ...row, index }));
  const sign = { descending: -1, ascending: 1, none: 0 }[direction];
  rows.sort((a, b) => sign * (a.values[column] - b.values[column]) || a.index - b.index);
  return rows.map(({ industry, values }) => [industry, ...values.map(printed)]);
}

const withSite = (options, body) => async () => {
  const opened = await shared.open({ ...options, widgets: ["lq"] });
  await body(opened.page, opened);
  opened.assertClean();
  await opened.close();
};

test(
  "all 392 printed values stand in the table of their base, at their row and column",
  withSite({}, async (page) => {
    let count = 0;
    const found = await sheets(page);
    assert.deepEqual(found.map(({ base }) => base), BASES);
    for (const [index, { cities, rows }] of found.entries()) {
      assert.deepEqual(cities, lq.cities.map(({ name }) => name));
      assert.deepEqual(rows, rowsInOrder(lq.tables[index], 0, "none"));
      count += rows.reduce((sum, row) => sum + row.length - 1, 0);
    }
    assert.equal(count, 392);
  }),
);

test(
  "the base is switched by radio button, by attribute and by `state`",
  withSite({}, async (page, { warnings }) => {
    const ways = {
      radio: (base) => radio(page, "lq", "base", base).check(),
      attribute: (base) => setAttributes(page, "lq", { base }),
      state: (base) => widget(page, "lq").evaluate((element, value) => (element.state = { base: value }), base),
    };
    for (const [way, choose] of Object.entries(ways)) {
      const sentences = new Set();
      for (const base of ["employees", "establishments", "output"]) {
        await choose(base);
        await answered(page);
        const what = `${base} by ${way}`;
        assert.deepEqual((await seen(page)).map((sheet) => sheet.base), [base], what);
        assert.equal(await attribute(page, "lq", "base"), base, what);
        assert.equal((await state(page, "lq")).base, base, what);
        assert.ok(await radio(page, "lq", "base", base).isChecked(), what);
        const { formula } = lq.tables.find((table) => table.base === base);
        assert.deepEqual(await widget(page, "lq").locator("footer").innerText().then((text) => text.includes(formula)), true);
        sentences.add(await sentence(page, "lq"));
      }
      assert.equal(sentences.size, 3, `three sentences by ${way}`);
    }
    await setAttributes(page, "lq", { base: "turnover" });
    assert.deepEqual((await seen(page)).map((sheet) => sheet.base), ["output"]);
    assert.equal((await state(page, "lq")).base, "output");
    assert.equal(warnings.length, 1, `one warning for nonsense, not ${warnings}`);
    await setAttributes(page, "lq", { base: null });
    assert.equal(warnings.length, 1);
  }),
);

test(
  "the sentence names the city's strongest industry and how many are above, about the same and below, whatever base and city",
  withSite({}, async (page) => {
    for (const table of lq.tables.filter(({ labels }) => labels === "sound")) {
      for (const [column, city] of lq.cities.entries()) {
        await setAttributes(page, "lq", { base: table.base, city: city.id });
        const text = await sentence(page, "lq");
        const values = table.rows.map((row) => row.values[column]);
        const top = Math.max(...values);
        const [above, below] = [values.filter((value) => value > 1.1).length, values.filter((value) => value < 0.9).length];
        const near = values.length - above - below;
        const sides = `${city.name}は${values.length}産業のうち${above}産業が全国を上回り、${near}産業がほぼ同じ（0.9～1.1）、${below}産業が下回ります。`;
        for (const fact of [sides, table.rows[values.indexOf(top)].industry, printed(top)]) {
          assert.ok(text.includes(fact), `“${fact}” is missing from “${text}”`);
        }
      }
    }
    // The story of the two bases: only Aomori is above 1 by output, and below it by employees.
    await setAttributes(page, "lq", { base: "output", city: "aomori" });
    assert.match(await sentence(page, "lq"), /情報通信業.*1\.50.*青森市だけ.*就業者.*0\.63/);
  }),
);

test(
  "a city is chosen from the list or by attribute",
  withSite({}, async (page, { warnings }) => {
    const list = widget(page, "lq").getByRole("combobox");
    assert.equal(await list.inputValue(), lq.focus_city);
    await list.selectOption({ label: "弘前市" });
    await answered(page);
    assert.equal(await attribute(page, "lq", "city"), "hirosaki");
    assert.equal((await state(page, "lq")).city, "hirosaki");
    await setAttributes(page, "lq", { city: "akita" });
    assert.equal(await list.inputValue(), "akita");
    await setAttributes(page, "lq", { city: "atlantis" });
    assert.equal(await list.inputValue(), lq.focus_city);
    assert.equal(warnings.length, 1, `${warnings}`);
  }),
);

test(
  "pressing a column's head sorts: descending, ascending, printed order; ties keep the printed order",
  withSite({}, async (page) => {
    for (const table of lq.tables) {
      await setAttributes(page, "lq", { base: table.base, sort: null });
      for (const column of [FOCUS, 4]) {
        const { id, name } = lq.cities[column];
        const head = widget(page, "lq").getByRole("columnheader", { name });
        assert.equal(await head.getAttribute("aria-sort"), "none");
        for (const direction of ["descending", "ascending", "none"]) {
          await head.getByRole("button").press("Enter");
          await answered(page);
          const [{ rows }] = await seen(page);
          assert.deepEqual(rows, rowsInOrder(table, column, direction), `${table.base} ${id} ${direction}`);
          assert.equal(await head.getAttribute("aria-sort"), direction);
          assert.equal(await focused(page), id, "the focus stays on the head");
          const sort = { descending: `${id}:desc`, ascending: `${id}:asc`, none: "" }[direction];
          assert.equal((await attribute(page, "lq", "sort")) ?? "", sort);
        }
      }
    }
    // Another column's head takes over, and only one column is sorted.
    await widget(page, "lq").getByRole("columnheader", { name: "八戸市" }).getByRole("button").click();
    await widget(page, "lq").getByRole("columnheader", { name: "盛岡市" }).getByRole("button").click();
    await answered(page);
    const sorted = widget(page, "lq").locator('th[aria-sort="descending"]:visible, th[aria-sort="ascending"]:visible');
    assert.deepEqual(await sorted.allInnerTexts(), ["盛岡市"]);
  }),
);

test(
  "sorting by attribute, and back by the button that then appears",
  withSite({}, async (page, { warnings }) => {
    const [table] = lq.tables;
    const back = widget(page, "lq").locator("[data-unsort]");
    assert.equal(await back.isVisible(), false);
    await setAttributes(page, "lq", { sort: "hachinohe:asc" });
    assert.deepEqual((await seen(page))[0].rows, rowsInOrder(table, 2, "ascending"));
    await back.click();
    await answered(page);
    assert.deepEqual((await seen(page))[0].rows, rowsInOrder(table, 0, "none"));
    assert.equal(await back.isVisible(), false);
    for (const nonsense of ["hachinohe", "hachinohe:up", "atlantis:asc"]) {
      await setAttributes(page, "lq", { sort: nonsense });
      assert.deepEqual((await seen(page))[0].rows, rowsInOrder(table, 0, "none"));
    }
    assert.equal(warnings.length, 3, `${warnings}`);
  }),
);

test(
  "the establishments table is shown as printed with its note, and read anew on request",
  withSite({ init: null }, async (page) => {
    const table = lq.tables.find(({ labels }) => labels === "doubtful");
    await setAttributes(page, "lq", { base: table.base });
    const [sheet] = await seen(page);
    assert.deepEqual(sheet.rows, rowsInOrder(table, 0, "none"));
    assert.ok(await widget(page, "lq").getByText(table.warning).isVisible());
    const cautious = await sentence(page, "lq");
    for (const { industry } of table.rows) assert.ok(!cautious.includes(industry), `${industry} in “${cautious}”`);
    await radio(page, "lq", "reading", "reread").check();
    await answered(page);
    const reread = table.rows.map(({ presumed, values }) => [presumed, ...values.map(printed)]);
    assert.deepEqual((await seen(page))[0].rows, reread);
    assert.equal(await attribute(page, "lq", "reading"), "reread");
    assert.notEqual(await sentence(page, "lq"), cautious);
    await setAttributes(page, "lq", { base: "employees" });
    assert.equal(await widget(page, "lq").getByText(table.warning).isVisible(), false);
    await setAttributes(page, "lq", { base: table.base, reading: "printed" });
    assert.deepEqual((await seen(page))[0].rows, rowsInOrder(table, 0, "none"));
    assert.equal(await sentence(page, "lq"), cautious);
  }),
);

test("the heading is of what is shown: another city's, another base's, and nothing of a table whose headings are doubted", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const heading = () => widget(page, "lq").locator("h2").innerText();
  const highest = (base, city) => {
    const column = lq.cities.findIndex(({ id }) => id === city);
    const { industry, values } = lq.tables.find((table) => table.base === base).rows.toSorted((one, other) => other.values[column] - one.values[column])[0];
    return [industry, printed(values[column])];
  };
  for (const [base, city] of [["output", "aomori"], ["output", "akita"], ["employees", "akita"], ["employees", "hachinohe"]]) {
    await setAttributes(page, "lq", { base, city });
    const [industry, value] = highest(base, city);
    const said = await heading();
    assert.ok(said.includes(value) && said.includes(lq.cities.find(({ id }) => id === city).name), `${industry}: ${said}`);
  }
  await setAttributes(page, "lq", { base: "establishments" });
  assert.equal(await heading(), "どの産業が盛んか");
  assertClean();
  await close();
});
