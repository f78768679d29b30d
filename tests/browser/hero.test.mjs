// The page's first picture: there before any script, near the top of a phone, its marks where their numbers are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, site } from "./lib/widgets.mjs";

const shared = site();
const still = (path, options) => shared.open({ path, widgets: [], javaScriptEnabled: false, viewport: { width: 360, height: 740 }, ...options });

// Easy Japanese has its readings over the words.
for (const [file, most] of [["index.html", 300], ["index.en.html", 380], ["index.ja-easy.html", 440]]) {
  test(`on a phone the first mark stands near the top, without scripts: ${file}`, async () => {
    const { page, close } = await still(file);
    const mark = await page.locator(".hero .pairs tbody circle").first().boundingBox();
    assert.ok(mark.y + mark.height / 2 <= most, `${mark.y}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways movement");
    await close();
  });
}

test("marks stand where their numbers are, on one logarithmic axis", async () => {
  const { page, close } = await still("", { viewport: { width: 1280, height: 800 } });
  const rows = await page.locator(".hero .pairs tbody tr").evaluateAll((all) => all.map((row) => {
    const middle = (mark) => (({ left, width }) => left + width / 2)(mark.getBoundingClientRect());
    const numbers = [...row.cells].slice(2).map((cell) => Number(cell.textContent));
    return [...row.querySelectorAll("circle")].map((mark, index) => [numbers[index], middle(mark)]);
  }));
  const marks = rows.flat();
  assert.equal(marks.length, 30);
  const [least, most] = [marks.toSorted(([one], [other]) => one - other)[0], marks.toSorted(([one], [other]) => other - one)[0]];
  const octave = (most[1] - least[1]) / Math.log2(most[0] / least[0]);
  for (const [value, x] of marks) {
    const expected = least[1] + octave * Math.log2(value / least[0]);
    assert.ok(Math.abs(x - expected) < 1.5, `${value}: ${x}, not ${expected}`);
  }
  const lines = await page.locator(".hero .pairs .one").evaluateAll((all) => [...new Set(all.map((line) => Math.round(line.getBoundingClientRect().left)))]);
  assert.equal(lines.length, 1);
  assert.ok(Math.abs(lines[0] - (least[1] + octave * Math.log2(1 / least[0]))) < 2, "the line of 1");
  await close();
});

test("one row is red, the one the headline names; forced colours keep the marks apart", async () => {
  const { page, close } = await still("");
  const subject = page.locator(".hero .pairs .subject th");
  assert.equal(await subject.count(), 1);
  assert.ok((await page.locator("h1").innerText()).startsWith(await subject.innerText()));
  const paint = (selector) => page.locator(selector).first().evaluate((one) => (({ fill, stroke }) => ({ fill, stroke }))(getComputedStyle(one)));
  const [other, own] = [await paint(".hero tr:not(.subject) .output"), await paint(".hero .subject .output")];
  assert.notEqual(own.fill, other.fill);
  await page.emulateMedia({ forcedColors: "active" });
  const [hollow, filled] = [await paint(".hero .pairs circle:not(.output)"), await paint(".hero .pairs .output")];
  assert.notEqual(hollow.fill, filled.fill);
  assert.equal(hollow.stroke, filled.stroke);
  await close();
});

test("ways lead to the widgets, the bar to the pages, languages stand behind one button", async () => {
  const { page, close } = await still("", { viewport: { width: 1280, height: 800 } });
  const targets = (selector) => page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const expected = KINDS.map((kind) => `#${kind}`);
  assert.deepEqual(await targets(".ways a"), [...expected, "strategy.html", "facts.html"]);
  const bar = ["index.html", "strengths.html", "industries.html", "goals.html", "strategy.html", "facts.html", "glossary.html", "about.html", "search.html"];
  assert.deepEqual(await targets(".pages a"), bar);
  await page.locator(".languages summary").click();
  await page.locator('.languages a[hreflang="en"]').click();
  await page.waitForURL(/index\.en\.html/);
  await close();
});

test("the page's first picture is on paper too", async () => {
  const { page, close } = await still("");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".hero .pairs circle").first().isVisible());
  assert.ok(await page.locator(".page-bar").isHidden());
  await close();
});

test("a link to a state is followed though its widget stands far below the first picture", async () => {
  const { page, assertClean, close } = await shared.open({ path: "index.ja-easy.html#kpi?pillar=2", widgets: [], viewport: { width: 320, height: 480 } });
  await page.waitForFunction(() => document.querySelector("shigoto-kpi").state?.pillar === "2");
  await page.waitForFunction(() => Math.abs(document.querySelector("#kpi").getBoundingClientRect().top) < innerHeight);
  assertClean();
  await close();
});
