// The strategy's page and those of its measures: whole without scripts, three touches from the front page to an answer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { site } from "./lib/widgets.mjs";

const strategy = JSON.parse(readFileSync(new URL("../../data/aomori/strategy.json", import.meta.url), "utf8"));
const LANGUAGES = ["ja", "ja-easy", "en"];
const fileOf = (stem, lang) => `${stem}${lang === "ja" ? "" : `.${lang}`}.html`;
const shared = site();
const open = (path, options = {}) => shared.open({ widgets: [], javaScriptEnabled: false, path, ...options });
const phone = { viewport: { width: 360, height: 740 } };

/** Touches one link after another, each of which must be seen, from the front page; what the last one led to. */
const touched = async (page, ...links) => {
  for (const link of links) await page.locator(link).and(page.locator(":visible")).first().click();
  return page;
};

for (const options of [phone, { viewport: { width: 1280, height: 800 } }]) {
  const width = options.viewport.width;

  test(`at ${width} px, without scripts, three touches tell what finance does in pillar 2`, async () => {
    const { page, close } = await open("index.html", options);
    await touched(page, 'a[href="strategy.html"]', 'nav a[href="#who"]', 'a[href="#who-finance-2"]');
    const list = page.locator("#who-finance-2");
    assert.ok(await list.isVisible());
    const names = await list.locator("li a").allInnerTexts();
    const is = ({ operator, actors }) => operator?.includes("【金融】") || actors?.includes("finance");
    const { measures } = strategy.pillars[1];
    const printed = ["projects", "works"].flatMap((kind) => measures.flatMap((measure) => measure[kind]).filter(is));
    assert.deepEqual(names, printed.map(({ name }) => name));
    assert.equal(await page.locator(".list:visible").count(), 1, "one list at a time");
    assert.ok((await list.boundingBox()).y < 740, "it is in the window");
    await close();
  });

  test(`at ${width} px, without scripts, two touches tell which KPIs measure 4-1`, async () => {
    const { page, close } = await open("index.html", options);
    await touched(page, 'a[href="strategy.html"]', '.map a[href="measure-4-1.html"]');
    assert.deepEqual(await page.locator("#kpis h3").allInnerTexts(), [
      "主要宿泊施設宿泊客数（延べ人数）",
      "主要宿泊施設外国人宿泊客数（延べ人数）",
    ]);
    assert.equal(await page.locator("#kpis svg").count(), 2);
    await close();
  });

  test(`at ${width} px, without scripts, two touches tell what no KPI measures`, async () => {
    const { page, close } = await open("index.html", options);
    await touched(page, 'a[href="strategy.html"]', 'nav a[href="#gaps"]');
    const told = (await page.locator("#gaps .found").innerText()).split("\n");
    assert.equal(told[0], "13の施策のすべてにKPIがあります。");
    assert.equal(told[1], "16のKPIのうち1つを、いくつかの施策が分け合います。");
    assert.ok(told.at(-1).includes("プロジェクト（26）と主な事業（48）"), told.at(-1));
    assert.equal(await page.locator("#gaps tbody tr").count(), 13);
    await close();
  });
}

test("an address of any node leads to it, also where it is folded", async () => {
  for (const id of ["2", "2-1", "2-1-p3", "2-1-w2", "2-1-s4", "startups"]) {
    const { page, close } = await open(`strategy.html#${id}`, phone);
    const node = page.locator(`[id="${id}"]`);
    assert.ok(await node.isVisible(), `${id} is seen`);
    const { y } = await node.boundingBox();
    assert.ok(y >= 0 && y < 740, `${id} is in the window: ${y}`);
    await close();
  }
});

test("what is printed again leads to its first place, and the way back through the crumbs to the map", async () => {
  const { page, close } = await open("measure-1-2.html");
  await touched(page, "article .again");
  await page.waitForURL(/measure-1-1\.html#1-1-p2$/);
  await touched(page, '.crumbs a[href="strategy.html"]');
  await page.waitForURL(/strategy\.html$/);
  await close();
});

test("previous and next go through all measures once", async () => {
  const { page, close } = await open("measure-1-1.html");
  const seen = [];
  for (;;) {
    seen.push(await page.locator("h1").innerText());
    const next = page.locator('.neighbours [rel="next"]');
    if (!(await next.count())) break;
    await next.click();
  }
  assert.deepEqual(seen, strategy.pillars.flatMap(({ measures }) => measures.map(({ name }) => name)));
  await close();
});

for (const lang of LANGUAGES) {
  for (const stem of ["strategy", "measure-2-1", "measure-4-2"]) {
    test(`${fileOf(stem, lang)}: nothing that axe finds, light and dark; nothing sticks out at any width`, async () => {
      for (const colorScheme of ["light", "dark"]) {
        const { page, assertClean, close } = await shared.open({ widgets: [], path: fileOf(stem, lang), colorScheme, ...phone });
        assert.deepEqual(await accessibilityViolations(page), []);
        for (const width of [320, 360, 768, 1280, 1920, 3840]) {
          await page.setViewportSize({ width, height: 900 });
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width} px`);
        }
        assertClean();
        await close();
      }
    });
  }
}

test("on paper everything stands that the screen holds back", async () => {
  for (const path of ["strategy.html", "measure-4-2.html"]) {
    const { page, close } = await open(path, { viewport: { width: 700, height: 990 } });
    await page.emulateMedia({ media: "print" });
    const hidden = await page.locator("main :is(li, p, h3, h4, h5)").evaluateAll((all) =>
      all.filter((one) => !one.closest("nav, .back, .list.part") && !one.checkVisibility({ contentVisibilityAuto: true })).map((one) => one.textContent.slice(0, 30)),
    );
    assert.deepEqual(hidden, [], path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} sticks out`);
    assert.equal(await page.locator(".page-bar:visible, .index:visible").count(), 0);
    await close();
  }
});

test("in forced colours the map's marks are still there", async () => {
  const { page, close } = await open("strategy.html", { forcedColors: "active" });
  const widths = await page.locator(".blocks .dots i").evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth)));
  const works = strategy.pillars.flatMap(({ measures }) => measures.flatMap(({ works: own, projects }) => [...own, ...projects]));
  assert.equal(widths.length, works.length);
  assert.ok(widths.every((width) => width > 0));
  await close();
});
