// The invented town of data/fixture, rendered beside the city's site from the same kit: other cities, bases, years and ids.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST } from "./lib/server.mjs";
import { answered, radio, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const root = fileURLToPath(new URL("../../target/town", import.meta.url));
const json = (name) => JSON.parse(readFileSync(new URL(`../../data/fixture/${name}.json`, import.meta.url), "utf8"));
const [kpi, lq, strategy] = ["kpi", "lq", "strategy"].map(json);
const shared = site({ root });

/** What no page of the town may say. */
const CITY = /青森|aomori|しごと創造|共創/i;

for (const path of ["index.html", "index.en.html", "index.ja-easy.html", "glossary.html", "embed-guide.html", "kiosk-guide.html", "embed.html"]) {
  test(`${path} is complete without scripts, and says nothing of another city`, async () => {
    const { page, close } = await shared.blank({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const failed = [];
    page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(shared.server.url + path);
    assert.doesNotMatch(await page.content(), CITY);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    assert.deepEqual(failed, []);
    await close();
  });
}

test("without scripts, the town's own quotients and indicators are seen", async () => {
  const { page, close } = await shared.blank({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await page.goto(shared.server.url);
  assert.equal(await page.title(), strategy.title);
  const tables = await page.locator("shigoto-lq section[data-base]").evaluateAll((all) => all.map((one) => one.dataset.base));
  assert.deepEqual(tables, lq.tables.map(({ base }) => base));
  for (const { id, name } of kpi.kpis) assert.ok((await page.locator(`shigoto-kpi [data-kpi="${id}"]`).first().innerText()).includes(name), id);
  await close();
});

/** All that a page and its widgets hold, visible or not. */
const everything = (page) =>
  page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("*")].map((one) => one.shadowRoot?.innerHTML ?? "").join(""));

for (const path of ["index.html", "index.en.html", "index.ja-easy.html"]) {
  test(`${path} of the town works with scripts, and says nothing of another city`, async () => {
    const { page, assertClean, close } = await shared.open({ path });
    const shown = await state(page, "lq");
    assert.equal(shown.city, lq.focus_city);
    const other = lq.cities.find(({ id }) => id !== lq.focus_city).id;
    const bases = lq.tables.map(({ base }) => base);
    for (const base of bases) {
      await setAttributes(page, "lq", { base, city: other });
      assert.deepEqual([(await state(page, "lq")).base, (await state(page, "lq")).city], [base, other]);
    }
    if (bases.length > 1) {
      await radio(page, "lq", "base", bases[0]).check();
      await answered(page);
      assert.equal((await state(page, "lq")).base, bases[0]);
    }
    for (const { id, name } of kpi.kpis) {
      await setAttributes(page, "kpi", { kpi: id });
      assert.equal((await state(page, "kpi")).kpi, id, name);
    }
    const [code] = await widget(page, "swot").locator("[data-code]").evaluateAll((all) => all.map((one) => one.dataset.code));
    await setAttributes(page, "swot", { select: code });
    assert.equal((await state(page, "swot")).select, code);
    assert.doesNotMatch(await everything(page), CITY);
    assertClean();
    await close();
  });
}

test("no script and no wasm holds a name of the city's content", () => {
  const content = (name) => JSON.parse(readFileSync(new URL(`../../data/aomori/${name}.json`, import.meta.url), "utf8"));
  const [{ cities }, { kpis }, { pillars }, { factors }] = ["lq", "kpi", "strategy", "swot"].map(content);
  const measures = pillars.flatMap(({ measures }) => measures.map(({ name }) => name));
  const ids = [...cities, ...kpis].map(({ id }) => id).filter((id) => !["visitors", "startups"].includes(id));
  const names = [cities, kpis, pillars, factors].flatMap((all) => all.map(({ name }) => name));
  const files = readdirSync(DIST).filter((name) => /\.(wasm|js)$/.test(name));
  assert.ok(files.filter((name) => name.endsWith(".wasm")).length >= 2 && files.length > 8);
  for (const file of files) {
    const text = readFileSync(join(DIST, file), "utf8").toLowerCase();
    assert.doesNotMatch(text, CITY, file);
    for (const name of [...names, ...measures, ...ids]) assert.ok(!text.includes(name.toLowerCase()), `${file}: ${name}`);
  }
});
