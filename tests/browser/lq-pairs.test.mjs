// <shigoto-lq> as pairs: output against employees, the default where it is narrow, a choice anywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { links, lq, printed } from "./lib/data.mjs";
import { answered, attribute, radio, sentence, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const phone = { widgets: ["lq"], viewport: { width: 360, height: 740 } };
const pairs = (page) => widget(page, "lq").locator(".views > .pairs");
const tableOf = (base) => lq.tables.find((one) => one.base === base);

/** Rows as shown: name, employees, output. */
const rows = (page) =>
  pairs(page).locator("tbody tr").evaluateAll((all) => all.map(({ cells }) => [0, 2, 3].map((place) => cells[place].innerText.replace(/\s/g, ""))));

/** A city's rows from the tables, without the widget's code. */
const expected = (city) => {
  const column = lq.cities.findIndex(({ id }) => id === city);
  const value = (base, name) => tableOf(base).rows.find(({ industry }) => industry === name).values[column];
  return links.crosswalk
    .filter(({ output, employees }) => output.length === 1 && employees.length === 1)
    .map(({ output: [name], employees: [counterpart], exact }) => [name + (exact ? "" : "*"), printed(value("employees", counterpart)), printed(value("output", name))]);
};

const byName = (all) => all.toSorted(([one], [other]) => (one < other ? -1 : 1));

test("below 600 px they are the default, for any city, without the complete module", async () => {
  const { page, assertClean, close } = await shared.open(phone);
  for (const city of lq.cities.map(({ id }) => id)) {
    await setAttributes(page, "lq", { city });
    const shown = await rows(page);
    assert.deepEqual(byName(shown), byName(expected(city)), city);
    const leans = shown.map(([, employees, output]) => output / employees).filter((lean) => !Number.isNaN(lean));
    const isFalling = leans.every((lean, index) => index === 0 || lean <= leans[index - 1]);
    const isRising = leans.every((lean, index) => index === 0 || lean >= leans[index - 1]);
    assert.ok(isFalling || isRising, `${city}: ${leans}`);
  }
  assert.equal((await state(page, "lq")).view, "pairs");
  assert.ok(await radio(page, "lq", "view", "pairs").isChecked());
  assert.equal(await attribute(page, "lq", "view"), null, "a view written back would pin it");
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.ok(!loaded.some((name) => /complete.*wasm/.test(name)), "no more was loaded");
  assertClean();
  await close();
});

test("marks stand where their numbers are, whosever they are", async () => {
  const { page, close } = await shared.open(phone);
  for (const city of ["aomori", "hachinohe"]) {
    await setAttributes(page, "lq", { city });
    const marks = await pairs(page).locator("tbody tr").evaluateAll((all) => all.flatMap((row) =>
      [...row.querySelectorAll("circle")].map((mark, index) => {
        const { left, width } = mark.getBoundingClientRect();
        return [Number(row.cells[2 + index].innerText), left + width / 2];
      }),
    ));
    const sorted = marks.filter(([value]) => value >= 0.1).sort(([one], [other]) => one - other);
    const [least, most] = [sorted[0], sorted.at(-1)];
    const octave = (most[1] - least[1]) / Math.log2(most[0] / least[0]);
    for (const [value, x] of sorted) assert.ok(Math.abs(x - least[1] - octave * Math.log2(value / least[0])) < 1.5, `${city} ${value}`);
  }
  await close();
});

test("it is the container that decides, not the window; what does nothing is hidden", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["lq"] });
  const base = widget(page, "lq").locator("[data-control=base]");
  const width = (value) =>
    widget(page, "lq").evaluate((element, css) => {
      const changed = new Promise((done) => element.addEventListener("shigoto-change", done, { once: true }));
      element.style.width = css;
      return changed.then(({ detail }) => detail.view);
    }, value);
  assert.ok((await pairs(page).isHidden()) && (await base.isVisible()));
  assert.equal(await width("560px"), "pairs");
  assert.ok((await pairs(page).isVisible()) && (await base.isHidden()));
  assert.equal(await width("700px"), "table");
  assert.ok((await pairs(page).isHidden()) && (await base.isVisible()));
  await setAttributes(page, "lq", { view: "pairs", base: "employees" });
  assert.ok((await pairs(page).isVisible()) && (await base.isHidden()));
  assert.match(await sentence(page, "lq"), /生産額で見ると/);
  assertClean();
  await close();
});

test("a page's tree stands as it will be answered: nothing moves when the widget comes", async () => {
  const { page, close } = await shared.open({ ...phone, path: "#lq" });
  await answered(page);
  const shifts = await page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0)))
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(0), 500);
  }));
  assert.ok(shifts < 0.001, `${shifts}`);
  await close();
});

test("a row is one target, and its button opens the industry", async () => {
  const { page, assertClean, close } = await shared.open(phone);
  const row = pairs(page).locator("tbody tr").first();
  const { x, y, width, height } = await row.boundingBox();
  assert.ok(height >= 24, `${height}`);
  await page.evaluate((top) => scrollBy(0, top - 200), y);
  const box = await row.boundingBox();
  await page.mouse.click(box.x + box.width - 20, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector("shigoto-lq").state.industry === "情報通信業");
  assertClean();
  await close();
});
