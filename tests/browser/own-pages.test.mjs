// The pages of one widget each: whole without scripts, found from every page by the bar, and where links to them land.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { painted } from "./lib/browser.mjs";
import { KINDS, attribute, site, state, widget } from "./lib/widgets.mjs";

const PAGES = { swot: "strengths", lq: "industries", kpi: "goals" };
const LANGUAGES = ["ja", "ja-easy", "en"];
const fileOf = (stem, lang) => `${stem}${lang === "ja" ? "" : `.${lang}`}.html`;
const shared = site();

test("every widget of the registry has a page", () => assert.deepEqual(Object.keys(PAGES).toSorted(), KINDS.toSorted()));

test("without scripts the bar leads from page to page and marks where one is, in each language", async () => {
  for (const lang of LANGUAGES) {
    const { page, close } = await shared.open({ path: fileOf("index", lang), widgets: [], javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    for (const [kind, stem] of Object.entries(PAGES)) {
      await page.locator(`.page-bar [data-kind=${kind}]`).click();
      await page.waitForURL(new RegExp(`/${fileOf(stem, lang)}$`));
      assert.equal(await page.locator(".page-bar [aria-current]").getAttribute("data-kind"), kind);
      assert.deepEqual(await page.locator("main > .place").evaluateAll((all) => all.map((one) => one.id)), [kind]);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways movement");
      for (const near of await page.locator(".neighbours a").all()) assert.ok((await near.innerText()).trim().length > 1);
    }
    await close();
  }
});

for (const [kind, stem] of Object.entries(PAGES)) {
  test(`${stem}: its widget alone is at work; nothing that axe finds, in any language`, async () => {
    for (const lang of LANGUAGES) {
      const { page, assertClean, close } = await shared.open({ path: fileOf(stem, lang), widgets: [kind] });
      assert.equal(await page.evaluate(() => document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi").length), 1);
      assertClean();
      assert.deepEqual(await accessibilityViolations(page), []);
      await close();
    }
  });
}

test("a link to another page's widget goes there, with what it asks for; back leads past it", async () => {
  const { page, assertClean, close } = await shared.open({ path: "strengths.html", widgets: ["swot"] });
  await page.evaluate(() => location.assign("#kpi?pillar=3&year=2030"));
  await page.waitForURL(/goals\.html#kpi\?/);
  await painted(page, "kpi");
  assert.deepEqual([(await state(page, "kpi")).pillar, (await state(page, "kpi")).year], ["3", "2030"]);
  await page.goBack();
  await page.waitForURL(/strengths\.html$/);
  assertClean();
  await close();
});

test("an address of the front page and one of a widget's own page set the same state", async () => {
  for (const path of ["index.html", "industries.html"]) {
    const { page, close } = await shared.open({ path: `${path}#lq?base=employees&city=akita`, widgets: ["lq"] });
    assert.deepEqual([await attribute(page, "lq", "base"), await attribute(page, "lq", "city")], ["employees", "akita"]);
    await close();
  }
});

test("the bar chooses the language of the page, and shows the same in it; widgets have no switch of their own there", async () => {
  const { page, close } = await shared.open({ path: "industries.html#lq?base=employees", widgets: ["lq"] });
  assert.ok(await widget(page, "lq").locator("[data-control=lang]").isHidden());
  await page.locator(".languages summary").click();
  await page.locator('.languages a[hreflang="en"]').click();
  await page.waitForURL(/industries\.en\.html#lq\?base=employees$/);
  await painted(page, "lq");
  assert.equal(await attribute(page, "lq", "base"), "employees");
  await close();
  const host = await shared.open({ path: "embed.html?widget=lq", widgets: ["lq"] });
  assert.ok(await widget(host.page, "lq").locator("[data-control=lang]").isVisible());
  await host.close();
});

test("the bar stays in view, and hides nothing that is gone to", async () => {
  const { page, close } = await shared.open({ path: "index.html", viewport: { width: 360, height: 740 } });
  await page.evaluate(() => document.querySelector("#kpi").scrollIntoView());
  const [bar, place] = await Promise.all([".page-bar", "#kpi"].map((one) => page.locator(one).boundingBox()));
  assert.equal(bar.y, 0);
  assert.ok(place.y >= bar.height - 1, `${place.y} under ${bar.height}`);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.evaluate(() => document.querySelector("#kpi").scrollIntoView());
  assert.ok((await page.locator(".page-bar").boundingBox()).y < 0, "at 400 % it leaves the room to the page");
  await close();
});
