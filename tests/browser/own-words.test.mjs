// Words over a reader's own numbers, in the page: whose they are, and nothing of the city's print.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site, speak, widget } from "./lib/widgets.mjs";

const shared = site();

async function host(kind, attributes = "") {
  const path = `/own-words-${kind}.html`;
  shared.server.pages[path] = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<script type="module" src="./embed.js"></script><body><shigoto-${kind} ${attributes}></shigoto-${kind}></body></html>`;
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await opened.page.goto(new URL(path, shared.server.url).href);
  const element = widget(opened.page, kind);
  await element.evaluate((one) => one.ready);
  return { ...opened, element };
}

const load = (element, data) => element.evaluate((one, given) => one.load(given), data);

test("one own table after another stands under its own words, and the print is the print again", async () => {
  const { element, assertClean, close } = await host("lq");
  const caption = () => element.locator("caption").first().textContent();
  const print = await caption();
  await load(element, "base,industry,city,lq\noutput,農業,村,2\n");
  await load(element, "base,industry,city,lq\nemployees,農業,町,1.00412\nemployees,林業,町,0.5\nemployees,農業,里,0.9\nemployees,林業,里,0.8\n");
  assert.match(await caption(), /^就業者の特化係数（.+）。計算式・時点.*わかりません。$/);
  assert.match(await element.locator(".sentence").textContent(), /町の2産業のうち、基準の地域とほぼ同じ（0\.9～1\.1）なのは1産業、基準の地域を下回るのは1産業です。最も高いのは農業（1\.00）/);
  assert.doesNotMatch(await element.evaluate((one) => one.shadowRoot.querySelector(".widget").textContent), /全国|構成割合|資料編/);
  await element.locator("[data-reset]").click();
  assert.equal(await caption(), print);
  assertClean();
  await close();
});

test("of a level to hold, both numbers are told where nobody says which way is better; English writes money its way", async () => {
  const { page, element, assertClean, close } = await host("kpi", 'year="2026"');
  await load(element, "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\nwaiting,1,1-1,待機児童数,人,maintain,0,2023年度,0\nsales,1,1-1,売上,億円,raise,1175,2023年度,1669\n");
  await load(element, "id,period,value,source,note\nwaiting,2025年度,5,市,\nsales,2025年度,1669,市,\n");
  assert.match(await element.locator("[data-kpi=waiting] .state").textContent(), /目標値0人に対し5人/);
  await speak(element, "en");
  await element.locator("[data-kpi=sales] .level", { hasText: "¥166.9 billion" }).waitFor();
  assert.match(await element.locator("[data-kpi=waiting] .state").textContent(), /5 people against a target of 0 people/);
  assertClean();
  await close();
});
