// The plain HTML for pages that allow nothing: every value, source and link, pasted where scripts and styles are refused.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { actuals, amount, kpi, lq, printed, strategies, strategy, swotTexts } from "./lib/data.mjs";
import { choose, opener, plain } from "./lib/guide.mjs";
import { DIST } from "./lib/server.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const open = opener(shared);
const squeeze = (text) => text.replace(/\s+/g, "");

/** The plain HTML pasted into a page that allows nothing at all, as rows of cells and as text. */
async function pasted(html) {
  // Two folders down, so that an address relative to the guide would lead astray.
  shared.server.pages["/city/news/plain.html"] = {
    body: `<!doctype html><html lang="ja"><title>市のページ</title><h1>市のページ</h1>${html}`,
    headers: { "content-security-policy": "default-src 'none'; img-src data:" },
  };
  const { page, close } = await shared.blank();
  await page.goto(`${shared.server.url}city/news/plain.html`);
  const rows = await page.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  const captions = await page.locator("caption").allInnerTexts();
  const text = squeeze(await page.locator("body").innerText());
  const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.href));
  const foreign = await page.locator("script, style, link, iframe, [style], [class], [id], [onload]").count();
  await close();
  assert.equal(foreign, 0, "anything a CMS would strip");
  assert.ok(text.includes(squeeze(`${strategy.publisher}「${strategy.title}」`)), "the source");
  return { rows, captions, text, links };
}

test("the plain HTML of the quotients holds every value of the chosen base, under its heading", async () => {
  const { page, assertClean, close } = await open();
  for (const { base, rows, title, warning } of lq.tables) {
    await choose(page, "lq", { base: base === "output" ? "" : base });
    const found = await pasted(await plain(page, "lq"));
    assert.deepEqual(found.rows, rows.map(({ industry, values }) => [industry, ...values.map(printed)]));
    assert.deepEqual(found.captions, [title]);
    assert.deepEqual(found.links, [`${shared.server.url}index.html#lq?base=${base}`]);
    assert.equal(found.text.includes("データについての注意"), Boolean(warning));
    if (warning) assert.ok(found.text.includes(squeeze(warning)));
  }
  assertClean();
  await close();
});

test("the plain HTML of the KPIs holds every value of the chosen pillar", async () => {
  const { page, assertClean, close } = await open();
  for (const pillar of ["", "1", "2", "3", "4", "5"]) {
    await choose(page, "kpi", { pillar });
    const found = await pasted(await plain(page, "kpi"));
    const own = kpi.kpis.filter(({ places }) => places[0].measure.startsWith(pillar));
    assert.equal(found.rows.length, own.length);
    for (const one of own) {
      const row = found.rows.find(([, name]) => name === one.name);
      assert.ok(row[2].startsWith(amount(one, one.baseline.value)) && row[2].includes(one.baseline.period), row[2]);
      assert.equal(row[3], amount(one, one.target.value));
      if (!actuals.length) assert.equal(row[4], "実績未公表");
      assert.ok(squeeze(row[5]).includes(squeeze(one.definition)), one.id);
    }
  }
  assertClean();
  await close();
});

test("the plain HTML of the SWOT analysis holds every factor, strategy and issue", async () => {
  const { page, assertClean, close } = await open();
  await choose(page, "swot");
  const { text, rows } = await pasted(await plain(page, "swot"));
  const missing = [...swotTexts()].filter(([, texts]) => texts.some((one) => !text.includes(squeeze(one)))).map(([key]) => key);
  assert.deepEqual(missing, []);
  assert.equal(rows.length, swotTexts().size);
  assert.ok(strategies.every(({ code: key, text: wording }) => rows.some(([name, , said]) => name === key && said.startsWith(wording))));
  assertClean();
  await close();
});

test("plain/lq.html holds all three tables", () => {
  const html = readFileSync(join(DIST, "plain/lq.html"), "utf8");
  assert.equal(html.match(/<td>/g).length, lq.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values)).length);
});
