// Scripts off: the page is a document, complete in words and numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertCited, assertComplete } from "./lib/complete.mjs";
import { strategies, swotTexts } from "./lib/data.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const squeeze = (text) => text.replace(/\s+/g, "");

for (const width of [360, 1280]) {
  test(`without scripts, at ${width} px, every number and text is seen, with its source`, async () => {
    const { page, close } = await shared.blank({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const failed = [];
    page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(shared.server.url);
    await assertComplete(page);
    await assertCited(page);
    assert.deepEqual(failed, []);
    await close();
  });

  test(`without scripts, at ${width} px, the explanations of the SWOT analysis are seen, too`, async () => {
    const { page, close } = await shared.blank({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    await page.goto(shared.server.url);
    assert.equal(swotTexts().size, 29);
    const seen = squeeze((await page.locator("shigoto-swot :is(.matrix, .links) li").evaluateAll((all) => all.map((one) => one.innerText))).join(""));
    const hidden = [...swotTexts()].filter(([, texts]) => texts.some((text) => !seen.includes(squeeze(text)))).map(([code]) => code);
    assert.deepEqual(hidden, []);
    assert.ok(strategies.every(({ text }) => seen.includes(squeeze(text))));
    await close();
  });

  test(`without scripts, at ${width} px, nothing sticks out and no dead control pretends to work`, async () => {
    const { page, close } = await shared.blank({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    await page.goto(shared.server.url);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    const dead = await page.locator("shigoto-lq :is(.toolbar, .seg), shigoto-kpi :is(.toolbar, .seg)").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(dead, 0, "controls that cannot work");
    await close();
  });
}
