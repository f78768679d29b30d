// The invented town of data/fixture, rendered beside the city's site from the same kit: other cities, bases, years and ids.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { site } from "./lib/widgets.mjs";

const root = fileURLToPath(new URL("../../target/town", import.meta.url));
const json = (name) => JSON.parse(readFileSync(new URL(`../../data/fixture/${name}.json`, import.meta.url), "utf8"));
const [kpi, lq, strategy] = ["kpi", "lq", "strategy"].map(json);
const shared = site({ root });

/** What no page of the town may say. */
const CITY = /青森|aomori|しごと創造/i;

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
