// <shigoto-lq> with every municipality there could be: 1,741 rows of which few stand in the document, found, ranked, kept on top.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { accessibilityViolations } from "./lib/axe.mjs";
import { lq, printed } from "./lib/data.mjs";
import { answered, attribute, sentence, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const CITIES = 1741;
const ROW_LIMIT = 60;
let folder;
let text;
let data;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "many-"));
  const out = join(folder, "many.json");
  await promisify(execFile)("cargo", ["run", "-q", "-p", "xtask", "--", "synthetic", "--cities", `${CITIES}`, "--seed", "7", out]);
  text = await readFile(out, "utf8");
  data = JSON.parse(text);
});
after(() => rm(folder, { recursive: true }));

async function opened(attributes = "", options = {}) {
  const path = "/many.html";
  shared.server.pages[path] = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<script type="module" src="./embed.js"></script><body><main><h1>host</h1><shigoto-lq ${attributes}></shigoto-lq></main></body></html>`;
  const page = await shared.blank({ viewport: { width: 1280, height: 900 }, ...options });
  await page.page.goto(new URL(path, shared.server.url).href);
  const element = widget(page.page, "lq");
  await element.evaluate((one) => one.ready);
  await element.evaluate((one, given) => one.load(given), text);
  await answered(page.page);
  return { ...page, element };
}

/** Names of the rows in the document, those on top apart, with the place of each in the grid. */
const rows = (element) =>
  element.evaluate((one) =>
    [...one.shadowRoot.querySelectorAll("tbody.rows tr")].map((row) => ({
      name: row.querySelector("th").textContent,
      place: Number(row.getAttribute("aria-rowindex")),
      values: [...row.querySelectorAll("td")].slice(1).map((cell) => cell.textContent),
    })),
  );
const top = (element) => element.locator("tbody.top th").allTextContents();
const scrolled = async (element, to) => {
  await element.locator(".scroll").evaluate((scroll, where) => (scroll.scrollTop = where ?? scroll.scrollHeight), to);
  await answered(element.page());
  await answered(element.page());
};
/** Names in the order of an industry, ties as in the file. */
const ranked = (base, industry, isDescending) => {
  const { values } = data.tables.find((table) => table.base === base).rows.find((row) => row.industry === industry);
  const order = data.cities.map(({ name }, index) => ({ name, index }));
  return order.sort((a, b) => (isDescending ? -1 : 1) * (values[a.index] - values[b.index]) || a.index - b.index).map(({ name }) => name);
};
const press = async (element, key, times = 1) => {
  for (let time = 0; time < times; time += 1) await element.page().keyboard.press(key);
  await answered(element.page());
};
/** Name of the row, and number of the column, that keys move from. */
const at = (element) =>
  element.evaluate((one) => {
    const cell = one.shadowRoot.getElementById(one.shadowRoot.querySelector("table").getAttribute("aria-activedescendant"));
    return cell && [cell.parentElement.querySelector("th:nth-child(2)").textContent, Number(cell.getAttribute("aria-colindex"))];
  });

test("of 1,741 rows only those that are seen stand in the document, and the last one can be scrolled to", async () => {
  const { element, assertClean, close } = await opened();
  assert.equal(await element.locator("table").getAttribute("aria-rowcount"), `${CITIES + 2}`);
  const first = await rows(element);
  assert.ok(first.length > 10 && first.length <= ROW_LIMIT, `${first.length} rows`);
  assert.deepEqual(first.map(({ name }) => name), data.cities.slice(0, first.length).map(({ name }) => name));
  const [table] = data.tables;
  for (const [index, { values }] of first.entries()) assert.deepEqual(values, table.rows.map((row) => printed(row.values[index])));
  for (const share of [0.1, 0.5, 0.77, 0.3]) {
    await scrolled(element, Math.round(CITIES * 40 * share));
    const now = await rows(element);
    assert.ok(now.length <= ROW_LIMIT);
    for (const { name, place } of now) assert.equal(name, data.cities[place - 3].name);
    const seen = await element.evaluate((one) => {
      const [scroll, body] = [".scroll", "tbody.rows"].map((part) => one.shadowRoot.querySelector(part).getBoundingClientRect());
      return body.top <= scroll.top + 150 && body.bottom >= scroll.bottom;
    });
    assert.ok(seen, "rows fill what is seen");
  }
  await scrolled(element);
  const last = await rows(element);
  assert.equal(last.at(-1).name, data.cities.at(-1).name);
  assert.ok(await element.locator("tbody.rows tr").last().evaluate((row) => {
    const [own, scroll] = [row, row.closest(".scroll")].map((part) => part.getBoundingClientRect());
    return own.bottom <= scroll.bottom + 1 && own.bottom > scroll.top;
  }), "the last row is seen");
  assertClean();
  await close();
});

test("a column's heading ranks the cities both ways and back, by attribute as well", async () => {
  const { element, page, assertClean, close } = await opened();
  const { industry } = data.tables[0].rows[4];
  const head = element.locator(`[data-rank="${industry}"]`);
  for (const [direction, isDescending] of [["descending", true], ["ascending", false]]) {
    await head.click();
    await answered(page);
    const order = ranked("output", industry, isDescending);
    const first = await rows(element);
    assert.deepEqual(first.map(({ name }) => name), order.slice(0, first.length));
    assert.equal(await element.locator(`th:has([data-rank="${industry}"])`).getAttribute("aria-sort"), direction);
    assert.equal(await attribute(page, "lq", "sort"), `${industry}:${isDescending ? "desc" : "asc"}`);
    await scrolled(element);
    assert.equal((await rows(element)).at(-1).name, order.at(-1));
  }
  await element.locator("[data-unsort]").click();
  await answered(page);
  assert.equal((await rows(element))[0].name, data.cities[0].name);
  await setAttributes(page, "lq", { sort: "name:desc" });
  assert.equal((await rows(element))[0].name, data.cities.map(({ name }) => name).sort().at(-1));
  // A city's id orders the industries, which here are the columns.
  await setAttributes(page, "lq", { sort: "kaku-0003:desc" });
  const quotients = (await rows(element))[2].values.map(Number);
  assert.deepEqual(quotients, [...quotients].sort((a, b) => b - a));
  assert.ok((await sentence(page, "lq")).includes("1,741市町村のうち"), await sentence(page, "lq"));
  assertClean();
  await close();
});

test("searched by name, filtered by prefecture, and nothing found is said too", async () => {
  const { element, page, assertClean, close } = await opened();
  const search = element.locator("[name=search]");
  await search.fill("0170");
  await answered(page);
  const found = data.cities.filter(({ name }) => name.includes("0170")).map(({ name }) => name);
  assert.deepEqual((await rows(element)).map(({ name }) => name), found);
  await search.fill("第12県");
  await answered(page);
  const count = data.cities.filter(({ prefecture }) => prefecture === "架空第12県").length;
  assert.equal(await element.locator("table").getAttribute("aria-rowcount"), `${count + 2}`);
  await search.fill("");
  await element.locator("[name=prefecture]").selectOption("架空第47県");
  await answered(page);
  const own = data.cities.filter(({ prefecture }) => prefecture === "架空第47県").map(({ name }) => name);
  const shown = await rows(element);
  assert.deepEqual(shown.map(({ name }) => name), own.slice(0, shown.length));
  assert.match(await element.locator(".shown").textContent(), new RegExp(`1,741.*${own.length}`));
  await search.fill("どこにもない");
  await answered(page);
  assert.deepEqual(await rows(element), []);
  assert.match(await element.locator(".shown").textContent(), /うち0/);
  assertClean();
  await close();
});

test("cities are kept on top of what scrolls, the chosen one first", async () => {
  const { element, page, assertClean, close } = await opened();
  await setAttributes(page, "lq", { city: "kaku-0900" });
  assert.deepEqual(await top(element), [data.cities[899].name]);
  for (const index of [1, 3]) await element.locator("tbody.rows tr").nth(index).locator("[data-pin]").click();
  await answered(page);
  const names = [899, 1, 3].map((index) => data.cities[index].name);
  assert.deepEqual(await top(element), names);
  await scrolled(element, 20000);
  assert.ok(await element.locator("tbody.top tr").last().evaluate((row) => {
    const [own, scroll, head] = [row, row.closest(".scroll"), row.closest("table").tHead].map((part) => part.getBoundingClientRect());
    return own.top >= head.bottom && own.bottom < scroll.bottom - 100;
  }), "still seen");
  await element.locator('tbody.top tr[data-row="1"] [data-pin]').click();
  await answered(page);
  assert.deepEqual(await top(element), [names[0], names[2]]);
  await element.locator("tbody.rows tr").nth(12).locator("[data-choose]").click();
  await answered(page);
  assert.notEqual((await state(page, "lq")).city, "kaku-0900");
  assertClean();
  await close();
});

test("keys reach every cell, and the focus outlives the rows", async () => {
  const { element, page, assertClean, close } = await opened();
  const table = element.locator("table");
  await table.focus();
  await press(element, "ArrowDown", 2);
  assert.deepEqual(await at(element), [data.cities[0].name, 2]);
  await press(element, "End");
  assert.deepEqual(await at(element), [data.cities[0].name, 22]);
  assert.ok(await element.evaluate((one) => {
    const [cell, scroll] = [one.shadowRoot.querySelector(".at"), one.shadowRoot.querySelector(".scroll")].map((part) => part.getBoundingClientRect());
    return cell.right <= scroll.right + 1 && cell.left >= scroll.left;
  }), "scrolled to the last column");
  await press(element, "Home");
  assert.deepEqual(await at(element), [data.cities[0].name, 1]);
  await press(element, "PageDown", 20);
  const [name] = await at(element);
  assert.ok(data.cities.findIndex((city) => city.name === name) > 150, name);
  await press(element, "PageUp", 40);
  await press(element, "Control+End");
  assert.deepEqual(await at(element), [data.cities.at(-1).name, 22]);
  // The row goes, the focus stays, and the next key comes back to it.
  await scrolled(element, 0);
  assert.equal(await at(element), null);
  assert.equal(await element.evaluate((one) => one.shadowRoot.activeElement.localName), "table");
  await press(element, "ArrowUp");
  assert.deepEqual(await at(element), [data.cities.at(-2).name, 22]);
  // Enter on a value opens its detail; Escape closes it.
  await press(element, "Enter");
  const { city, industry } = await state(page, "lq");
  assert.deepEqual([city, industry], [data.cities.at(-2).id, data.tables[0].rows.at(-1).industry]);
  assert.ok(await element.locator(".panel").isVisible());
  assert.ok((await element.locator(".panel dl").last().locator("div").count()) < 10, "not every city is listed");
  await press(element, "Escape");
  assert.ok(await element.locator(".panel").isHidden());
  await table.focus();
  await press(element, "Control+Home");
  await press(element, "ArrowRight", 3);
  await press(element, "Enter");
  assert.equal(await attribute(page, "lq", "sort"), `${data.tables[0].rows[1].industry}:desc`);
  assertClean();
  await close();
});

test("dots become a density, quadrants stay those of the chosen city", async () => {
  const { element, page, assertClean, close } = await opened('view="dots"');
  assert.equal(await element.locator(".dots li").count(), 20);
  assert.equal(await element.locator(".dots .value").first().textContent(), printed(data.tables[0].rows[0].values[0]));
  const ink = () =>
    element.locator(".dots canvas").evaluate((canvas) => {
      const { data: pixels } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let index = 3; index < pixels.length; index += 4) count += pixels[index] > 0;
      return count;
    });
  assert.ok((await ink()) > 20000, "something is drawn");
  await element.locator(".dots summary").first().click();
  await answered(page);
  assert.ok(await element.locator(".dots dl").first().isVisible());
  await setAttributes(page, "lq", { view: "quadrant" });
  assert.ok(await element.locator(".quadrants").isVisible());
  await setAttributes(page, "lq", { view: "table", base: "employees" });
  assert.deepEqual((await rows(element))[0].values, data.tables[2].rows.map((row) => printed(row.values[0])));
  assertClean();
  await close();
});

for (const lang of ["ja", "ja-easy", "en"]) {
  test(`axe finds nothing, ${lang}`, async () => {
    const { element, page, assertClean, close } = await opened(`lang="${lang}"`);
    await element.locator("tbody.rows [data-pin]").nth(2).click();
    await answered(page);
    assertClean();
    assert.deepEqual(await accessibilityViolations(page), []);
    await setAttributes(page, "lq", { view: "dots" });
    assert.deepEqual(await accessibilityViolations(page), []);
    await close();
  });
}

test("back to the city's own table, and nothing is left behind after twenty loads", async () => {
  const { element, page, context, assertClean, close } = await opened();
  await element.locator("[data-rank]").nth(3).click();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  const nodes = async () => {
    await session.send("HeapProfiler.collectGarbage");
    await answered(page);
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const loads = (count) => element.evaluate(async (one, [given, times]) => {
    for (let time = 0; time < times; time += 1) {
      await one.load(given);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  }, [text, count]);
  await loads(5);
  const start = await nodes();
  await loads(20);
  const end = await nodes();
  assert.ok(end.Nodes <= start.Nodes + 300, `nodes: ${start.Nodes} → ${end.Nodes}`);
  assert.ok(end.JSEventListeners <= start.JSEventListeners + 10, `listeners: ${start.JSEventListeners} → ${end.JSEventListeners}`);
  assert.ok(end.JSHeapUsedSize <= start.JSHeapUsedSize * 1.05 + 5e5, `heap: ${start.JSHeapUsedSize} → ${end.JSHeapUsedSize}`);
  await element.locator("[data-reset]").click();
  await answered(page);
  assert.equal(await element.locator("section[data-base] tbody tr").count(), lq.tables.reduce((sum, table) => sum + table.rows.length, 0));
  assert.equal((await state(page, "lq")).sort, "");
  assertClean();
  await close();
});
