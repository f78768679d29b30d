// The numbers of the strategy and how it was made: pages of their own, whole without scripts, on any width and on paper.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const data = (name) => JSON.parse(readFileSync(new URL(`../../data/aomori/${name}.json`, import.meta.url), "utf8"));
const LANGUAGES = ["", ".ja-easy", ".en"];

test("from the front page it is one touch to where 93.1 % comes from, without scripts", async () => {
  for (const [width, way] of [[360, ".page-bar a[href='facts.html']"], [1280, ".ways a[href='facts.html']"]]) {
    const { page, close } = await shared.open({ widgets: [], javaScriptEnabled: false, viewport: { width, height: 800 } });
    await page.locator(way).click();
    await page.waitForURL(/facts\.html$/);
    assert.match(await page.locator("h1").innerText(), /93\.1%.*715億円/s);
    const working = page.locator("#circulation .formula");
    await working.scrollIntoViewIfNeeded();
    assert.match(await working.innerText(), /9,693億円 ÷ .*10,408億円 ＝ .*93\.1%/s);
    assert.match(await page.locator("#circulation").innerText(), /分母.*所得からの支出.*10,408億円/s);
    await close();
  }
});

test("every number stands under its sentence without scripts, with its place", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "facts.html", javaScriptEnabled: false });
  const { facts, series } = data("facts");
  const rows = await page.locator("table.facts tbody").evaluateAll((bodies) =>
    bodies.flatMap((body) => [...body.querySelectorAll("tr[id]")].map((row) => [row.id, body.rows[0].textContent, row.textContent])));
  assert.equal(rows.length, facts.length);
  for (const [index, { id, what, quote, source }] of facts.entries()) {
    const [found, sentence, row] = rows[index];
    assert.equal(found, id);
    assert.ok(sentence.includes(quote) && sentence.includes(source.section) && row.includes(what), id);
  }
  for (const { id, name } of series) assert.match(await page.locator(`#${id} svg title`).textContent(), new RegExp(name), id);
  // A link of a picture lands on its number.
  await page.locator("#founders a").first().click();
  assert.match(await page.locator(":target").innerText(), /99件.*2022年度/s);
  await close();
});

test("a fall is drawn as a fall, and years stand as far apart as they are", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "facts.html", javaScriptEnabled: false });
  const bars = (id) => page.locator(`#${id} svg rect[fill="var(--accent)"]`).evaluateAll((all) =>
    all.map((one) => ({ x: one.x.baseVal.value + one.width.baseVal.value / 2, height: one.height.baseVal.value })));
  const [before, after] = await bars("founders");
  assert.ok(Math.abs(after.height / before.height - 80 / 99) < 0.01, `${after.height} of ${before.height}`);
  assert.match(await page.locator("#founders .note").innerText(), /減少/);
  const [start, end] = await bars("workers");
  assert.ok(Math.abs(end.height / start.height - 127394 / 142993) < 0.01, "from zero");
  const ticks = await page.locator("#workers svg").evaluate((svg) => svg.querySelectorAll("polyline").length);
  assert.equal(ticks, 1 + 16, "a line at zero, and a tick for each year from 2005 to 2020");
  await close();
});

test("how the strategy was made: meetings, members and the rule, without scripts", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "about.html", javaScriptEnabled: false });
  const { meetings, members, former, observers, rule } = data("about");
  assert.deepEqual(await page.locator(".meetings time").evaluateAll((all) => all.map((one) => one.dateTime)), meetings.map(({ date }) => date));
  const people = await page.locator(".people li").allInnerTexts();
  const all = [...members, ...former, ...observers];
  assert.equal(people.length, all.length);
  for (const [index, { name, affiliation }] of all.entries()) assert.ok(people[index].includes(name) && people[index].includes(affiliation), name);
  assert.equal(await page.locator("#rule h3").count(), rule.articles.length + rule.supplements.length);
  const { editions } = data("editions");
  const dates = await page.locator("#editions time").evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(dates, editions.map(({ date }) => date).reverse(), "the record of changes, the newest edition first");
  await close();
});

test("both pages are accessible in every language, light and dark", async () => {
  for (const language of LANGUAGES) {
    for (const stem of ["facts", "about"]) {
      for (const colorScheme of ["light", "dark"]) {
        const { page, assertClean, close } = await shared.open({ widgets: [], path: `${stem}${language}.html`, colorScheme });
        assert.deepEqual(await accessibilityViolations(page), [], `${stem}${language} ${colorScheme}`);
        assertClean();
        await close();
      }
    }
  }
});

test("nothing sticks out sideways, from 320 to 3840 px; the first mark stands high on a phone", async () => {
  for (const language of LANGUAGES) {
    for (const width of [320, 360, 1280, 3840]) {
      for (const stem of ["facts", "about"]) {
        const { page, close } = await shared.open({ widgets: [], path: `${stem}${language}.html`, viewport: { width, height: 800 } });
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `${stem}${language} at ${width}: ${wide}`);
        if (stem === "facts" && width === 360 && language === "") {
          const { y } = await page.locator("#circulation svg").boundingBox();
          assert.ok(y < 300, `the first mark stands at ${y}`);
        }
        await close();
      }
    }
  }
});

test("on paper every number and picture is there, in ink on white", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "facts.html", colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.locator(".page-bar").isVisible(), false);
  assert.equal(await page.locator("table.facts tr[id]").count(), data("facts").facts.length);
  const [ink, surface] = await page.locator("#circulation svg").evaluate((svg) =>
    [svg.querySelector("text"), svg.querySelector("rect")].map((one) => getComputedStyle(one).fill));
  assert.deepEqual([ink, surface], ["rgb(26, 32, 39)", "rgb(255, 255, 255)"]);
  await close();
});
