// The page on which everything can be found: an index without scripts; with them, what holds the words that are typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const open = (path, options = {}) => shared.open({ widgets: [], path, viewport: { width: 360, height: 740 }, ...options });
const found = (page) => page.locator(".found li:visible a").allInnerTexts();
const said = (page) => page.locator("[role=status]").innerText();

test("a word is found in kanji, kana of either kind, full width and with others; the address keeps it", async () => {
  const { page, assertClean, close } = await open("index.html");
  await page.locator('a[href="search.html"]').click();
  const all = (await found(page)).length;
  const type = (words) => page.getByRole("searchbox").fill(words);
  await type("金融");
  const kanji = await found(page);
  assert.ok(kanji.includes("金融・保険業") && kanji.length < all / 4, kanji.join());
  assert.equal(await said(page), `「金融」：${kanji.length}件`);
  assert.match(page.url(), /search\.html#q=%E9%87%91%E8%9E%8D$/);
  for (const kana of ["きんゆう", "キンユウ"]) {
    await type(kana);
    assert.ok((await found(page)).includes("金融・保険業"), kana);
  }
  await type("ｄｘ");
  assert.ok((await found(page)).length > 3);
  // The works and projects of one actor in one measure.
  await type("金融 2-1");
  const place = await page.locator(".found li:visible small").allInnerTexts();
  assert.ok(place.length > 0 && place.every((text) => text.includes("2-1") && text.includes("金融")), place.join("\n"));
  await type("ない言葉");
  assert.deepEqual(await found(page), []);
  assert.match(await said(page), /「ない言葉」は見つかりません/);
  await type("");
  assert.equal((await found(page)).length, all);
  assert.equal(await said(page), "");
  assert.match(page.url(), /search\.html$/);
  assertClean();
  await close();
});

test("an address with words is followed; Enter goes to the first that was found; markup is text", async () => {
  const { page, assertClean, close } = await open("search.en.html#q=finance");
  assert.ok((await found(page)).length > 0);
  assert.equal(await page.getByRole("searchbox").inputValue(), "finance");
  await page.getByRole("searchbox").press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), (await found(page))[0]);
  await page.evaluate(() => (location.hash = "q=%3Cimg src=x onerror=alert(1)%3E$&"));
  await page.waitForFunction(() => /Nothing found for “<img/.test(document.querySelector("[role=status]").textContent));
  await page.evaluate(() => (location.hash = "q=%E0%A4%A"));
  await page.waitForFunction(() => document.querySelector("input").value === "");
  assertClean();
  await close();
});

test("without scripts it is an index, and has no field that does nothing", async () => {
  const { page, close } = await open("search.html", { javaScriptEnabled: false });
  assert.equal(await page.locator("form:visible").count(), 0);
  assert.ok((await found(page)).length > 300);
  await close();
});

test("it fits a narrow screen and breaks no rule of accessibility, in every language", async () => {
  for (const [lang, colorScheme] of [["", "light"], [".en", "dark"], [".ja-easy", "light"]]) {
    const { page, assertClean, close } = await open(`search${lang}.html#q=DX`, { colorScheme, viewport: { width: 320, height: 640 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), lang);
    assertClean();
    assert.deepEqual(await accessibilityViolations(page), [], lang);
    await close();
  }
});
