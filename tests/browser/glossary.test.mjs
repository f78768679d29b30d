// The glossary: a page of its own, readable without scripts; marked words in a widget open a note.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const glossary = JSON.parse(readFileSync(new URL("../../data/aomori/glossary.json", import.meta.url), "utf8"));

test("the page explains every term without scripts, and the main page leads to it", async () => {
  const { page, close } = await shared.open({ widgets: [], javaScriptEnabled: false });
  await page.locator(".page-foot a[href='glossary.html']").click();
  await page.waitForURL(/glossary\.html$/);
  const shown = await page.locator("main").innerText();
  for (const { term, text } of glossary.terms) assert.ok(shown.includes(term) && shown.includes(text.split("\n")[0]), term);
  for (const number of ["1,590", "10,197", "15.6", "1.23", "12.7"]) assert.ok(shown.includes(number), number);
  await close();
});

const words = (page, kind) => widget(page, kind).locator("button.term:visible");
const note = (page, kind) => widget(page, kind).locator("[popover]");

/** A widget at work in the complete module: another language has been spoken in between. */
async function complete(page, kind, lang = "ja") {
  await setAttributes(page, kind, { lang: "en" });
  await widget(page, kind).locator("button.term").first().waitFor({ state: "attached" });
  await setAttributes(page, kind, { lang });
}

test("a marked word opens its note by key and by touch; Escape closes it and gives the focus back", async () => {
  const { page, assertClean, close } = await shared.open({ hasTouch: true, viewport: { width: 360, height: 640 } });
  await complete(page, "lq");
  const word = words(page, "lq").first();
  assert.equal(await word.innerText(), "特化係数");
  await word.focus();
  await page.keyboard.press("Enter");
  await note(page, "lq").waitFor();
  assert.match(await note(page, "lq").innerText(), /全国.*12\.7.*1\.23/s);
  assert.equal(await note(page, "lq").locator("a").getAttribute("href"), `glossary.html#${encodeURIComponent("特化係数")}`);
  const box = await note(page, "lq").boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 640, JSON.stringify(box));
  await page.keyboard.press("Escape");
  await note(page, "lq").waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches(".term"));
  await word.tap();
  await note(page, "lq").waitFor();
  await note(page, "lq").locator("[data-dismiss]").tap();
  await note(page, "lq").waitFor({ state: "hidden" });
  await word.tap();
  await note(page, "lq").waitFor();
  assertClean();
  // Last: axe copies an element with the style it was given by script, which the policy reports.
  assert.deepEqual(await accessibilityViolations(page), []);
  await close();
});

test("at 400 % a note stays in the window, and all of it can be read", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"], viewport: { width: 320, height: 256 } });
  await complete(page, "lq");
  await words(page, "lq").first().click();
  await note(page, "lq").waitFor();
  const { top, bottom } = await note(page, "lq").evaluate((one) => one.getBoundingClientRect().toJSON());
  assert.ok(top >= 0 && bottom <= 256, `${top} to ${bottom}`);
  const shut = note(page, "lq").getByRole("button");
  await shut.scrollIntoViewIfNeeded();
  const end = await shut.evaluate((one) => one.getBoundingClientRect().bottom);
  assert.ok(end <= bottom, `its button ends at ${end}`);
  await close();
});

test("terms of the strategy are marked in every language, with the page they are printed on", async () => {
  const { page, assertClean, close } = await shared.open();
  for (const lang of ["ja", "ja-easy", "en"]) {
    await complete(page, "swot", lang);
    await widget(page, "swot").locator(".links > summary").click();
    const word = words(page, "swot").filter({ hasText: /^(DX|GX)$/ }).first();
    await word.click();
    await note(page, "swot").waitFor();
    assert.match(await note(page, "swot").innerText(), /78/);
    assert.match(await note(page, "swot").locator("a").getAttribute("href"), new RegExp(`^glossary${lang === "ja" ? "" : `\\.${lang}`}\\.html#[DG]X$`));
    await page.keyboard.press("Escape");
    await note(page, "swot").waitFor({ state: "hidden" });
  }
  assertClean();
  await close();
});

test("a word of the page leads to the glossary; a script explains it on the spot, unless it cannot", async () => {
  const lead = (page) => page.locator("shigoto-lq a.term").filter({ hasText: "特化係数" }).first();
  const anchor = new RegExp(`glossary\\.html#${encodeURIComponent("特化係数")}$`);
  const bare = await shared.open({ widgets: [], javaScriptEnabled: false });
  await lead(bare.page).click();
  await bare.page.waitForURL(anchor);
  assert.ok(await bare.page.locator(":target").isVisible(), "the word is there");
  await bare.close();

  const { page, assertClean, close } = await shared.open();
  await lead(page).focus();
  await page.keyboard.press("Enter");
  await note(page, "lq").waitFor();
  assert.match(await note(page, "lq").innerText(), /12\.7.*1\.23/s);
  assert.match(page.url(), /\/(index\.html)?$/, "nobody was led away");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches("button.term"));
  assertClean();
  await close();

  const cut = await shared.open();
  await cut.page.route(/shigoto-complete/, (route) => route.abort());
  await lead(cut.page).click();
  await cut.page.waitForURL(anchor);
  await cut.close();
});

test("the page's glossary is accessible and fits a phone, in every language and scheme", async () => {
  for (const file of ["glossary.html", "glossary.en.html", "glossary.ja-easy.html"]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, assertClean, close } = await shared.open({ widgets: [], path: file, colorScheme, viewport: { width: 360, height: 640 } });
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
      assertClean();
      await close();
    }
  }
});
