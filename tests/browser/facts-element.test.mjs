// The numbers of the strategy at work: what is chosen, filtered and addressed is what facts.csv and ec.csv have.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { accessibilityViolations } from "./lib/axe.mjs";
import { folded, rowsIn } from "./lib/csv.mjs";
import { host } from "./lib/hosts.mjs";
import { answered, attribute, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const town = site({ root: fileURLToPath(new URL("../../target/town", import.meta.url)) });
const phone = { viewport: { width: 360, height: 740 } };
const LANGUAGES = ["ja", "ja-easy", "en"];
const facts = rowsIn("facts");

/** Opens the page of the numbers once it is at work. */
const open = async (address = "", { lang = "ja", on = shared, ...options } = {}) => {
  const opened = await on.open({ widgets: [], path: `facts${lang === "ja" ? "" : `.${lang}`}.html${address}`, ...options });
  await opened.page.locator(".explore[data-live]").waitFor();
  await widget(opened.page, "facts").evaluate((element) => element.ready);
  await answered(opened.page);
  return opened;
};
const shown = (page) => page.locator(".facts tr[id]:visible").evaluateAll((all) => all.map(({ id }) => id));
const counted = (page) => page.locator(".fits [data-count]").evaluateAll((all) => all.map((one) => Number(one.textContent)));
/** Whether a node's top is in the window. */
const inView = (page, selector) => page.waitForFunction((wanted) => {
  const { top } = document.querySelector(wanted).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}, selector);

test("an address brings the market of a year into view, marked; every other figure stays", async () => {
  const { page, warnings, assertClean, close } = await open("#facts?figure=ec&year=2021");
  assert.deepEqual(await state(page, "facts"), { figure: "ec", series: "", year: "2021", q: "" });
  await inView(page, "#ec");
  const sizes = rowsIn("ec").filter(({ year, category }) => year === "2021" && category !== "合計").map(({ market_size }) => Number(market_size));
  const words = await page.locator("#ec figure:visible text").allTextContents();
  assert.deepEqual(words.filter((word) => word.endsWith("億円")).map((word) => Number(word.replace(/\D/g, ""))), sizes);
  assert.match(await page.locator("#ec .lead:visible").innerText(), /^2021年/);
  const marked = await page.locator("#ec tr[aria-current=true] th").allInnerTexts();
  assert.deepEqual(new Set(marked), new Set(["2021"]));
  assert.equal(marked.length, sizes.length + 1);
  assert.equal(await page.locator("[data-figure]:visible").count(), 4);
  assert.equal(await page.locator(".index [aria-current]").getAttribute("href"), "#ec");
  assert.deepEqual(warnings, []);
  assertClean();
  await close();
});

test("words leave the numbers of facts.csv that have them, in either kana and either width, and say of how many", async () => {
  const { page, close } = await open();
  const field = page.locator("[name=q]");
  for (const q of ["観光", "ｸﾙｰｽﾞ", "くるーず", "割合 2020", "ＤＸ"]) {
    await field.fill(q);
    await answered(page);
    const has = (row) => folded(q).split(" ").every((word) => folded([row.quote, row.what, row.section, row.period].join("\n")).includes(word));
    const fitting = facts.filter(has).map(({ id }) => id);
    assert.deepEqual(await shown(page), fitting, q);
    assert.deepEqual((await counted(page)).sort((a, b) => a - b), [fitting.length, facts.length], q);
    assert.ok(fitting.length > 0 && fitting.length < facts.length, q);
  }
  await page.waitForURL((url) => new URLSearchParams(url.hash.split("?")[1]).get("q") === "ＤＸ");
  await field.fill("そんなことばはない");
  await answered(page);
  assert.equal(await page.locator(".fits").innerText(), "当てはまるものはありません。");
  assert.equal(await page.locator(".facts:visible").count(), 0);
  // A link to a number that is not left shows it.
  await page.evaluate(() => (location.hash = "#founders-2022"));
  await page.locator("#founders-2022:visible").waitFor();
  assert.equal(await attribute(page, "facts", "q"), null);
  await field.fill("観光");
  await page.locator("[name=clear]").click();
  assert.equal((await shown(page)).length, facts.length);
  assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  await close();
});

test("what is chosen by keys stands in the address; back and forward go through it", async () => {
  const { page, close } = await open();
  await page.locator("[name=year]:checked").focus();
  assert.equal(await page.locator("[name=year]:checked").getAttribute("value"), "2022");
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/#facts\?figure=ec&year=2021$/);
  await setAttributes(page, "facts", { series: "workers", figure: "series" });
  await page.waitForURL(/figure=series&series=workers&year=2021$/);
  await inView(page, "#workers");
  assert.deepEqual(await page.locator("[data-series][data-picked]").evaluateAll((all) => all.map(({ id }) => id)), ["workers"]);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("shigoto-facts").state.figure === "ec");
  assert.equal(await page.locator("[data-series][data-picked]").count(), 0);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("shigoto-facts").getAttribute("series") === "workers");
  await close();
});

test("nonsense, and a year that a figure has not, fall back to the default, with one warning each", async () => {
  const nonsense = { figure: "cloud", series: "robots", year: "1999" };
  const { page, warnings, assertClean, close } = await open(`#facts?${new URLSearchParams({ ...nonsense, colour: "red" })}`);
  assert.equal(warnings.length, 3, warnings.join("\n"));
  for (const [index, name] of Object.keys(nonsense).entries()) assert.match(warnings[index], new RegExp(`^<shigoto-facts>: ${name}="`));
  assert.deepEqual(await state(page, "facts"), { figure: "circulation", series: "", year: "2018", q: "" });
  await setAttributes(page, "facts", { figure: "ec", year: "2018" });
  assert.deepEqual([await state(page, "facts"), await attribute(page, "facts", "year")], [{ figure: "ec", series: "", year: "2022", q: "" }, null]);
  assert.equal(warnings.length, 4);
  assertClean();
  await close();
});

test("without scripts, and without its module, the page is whole, and no control is shown that does nothing", async () => {
  const init = async (page) => {
    await page.route("**/facts-*.js", (route) => route.abort());
    await page.addInitScript(() => addEventListener("shigoto-error", ({ detail }) => (globalThis.told = detail.code)));
  };
  for (const options of [{ javaScriptEnabled: false }, { init }]) {
    const { page, close } = await shared.open({ widgets: [], path: "facts.html", ...phone, ...options });
    if (options.init) await page.waitForFunction(() => globalThis.told === "unsupported");
    assert.equal(await page.locator("shigoto-facts :is(input, button, select):visible").count(), 0);
    assert.equal((await shown(page)).length, facts.length);
    assert.equal(await page.locator("[data-figure]:visible").count(), 4);
    await close();
  }
});

test("nothing moves when scripts come", async () => {
  for (const options of [phone, {}]) {
    const { page, close } = await open("", options);
    const shifted = await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => setTimeout(() => done(0)));
    }));
    assert.equal(shifted, 0);
    await close();
  }
});

test("in a page of others one figure stands, others are a touch away, and every way leads to ours", async () => {
  const { page, assertClean, close } = await host(shared, '<div><shigoto-facts figure="ec"></shigoto-facts></div>', { css: "div { width: 340px }" });
  await widget(page, "facts").evaluate((element) => element.ready);
  const figures = () => page.locator("shigoto-facts [data-figure]:visible").evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(await figures(), ["ec"]);
  const widest = await page.locator("shigoto-facts").evaluate((one) => {
    const boxes = [...one.shadowRoot.querySelectorAll(".explore *")].filter((node) => node.checkVisibility()).map((node) => node.getBoundingClientRect());
    return Math.max(...boxes.map(({ right }) => right)) - one.getBoundingClientRect().left;
  });
  assert.ok(widest <= 340, `${widest} px`);
  await page.locator("shigoto-facts [name=figure]:checked").focus();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual([await figures(), await attribute(page, "facts", "figure")], [["series"], "series"]);
  await page.locator("shigoto-facts select").selectOption("workers");
  await answered(page);
  assert.deepEqual(await page.locator("shigoto-facts [data-series]:visible").evaluateAll((all) => all.map(({ id }) => id)), ["workers"]);
  const hrefs = await page.locator("shigoto-facts a[href]").evaluateAll((all) => all.map(({ href }) => new URL(href).pathname));
  assert.ok(hrefs.every((path) => /^\/(facts\.html|data\/\w+\.csv)$/.test(path)), hrefs.join(" "));
  await widget(page, "facts").evaluate((element) => element.setAttribute("lang", "en"));
  await page.locator('shigoto-facts .explore[lang="en"][data-live]').waitFor();
  assert.deepEqual([await figures(), await page.locator("shigoto-facts select").inputValue()], [["series"], "workers"]);
  assert.deepEqual(await page.evaluate(() => globalThis.failures), []);
  assertClean();
  // The rules put a style into the page, which its policy refuses.
  assert.deepEqual(await accessibilityViolations(page, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }), []);
  await close();
});

test("embed.html shows the figure that its address asks for", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: [], path: "embed.html?widget=facts&q=観光" });
  await page.locator("shigoto-facts .explore[data-live]").waitFor();
  assert.deepEqual(await page.locator("shigoto-facts [data-figure]:visible").evaluateAll((all) => all.map(({ id }) => id)), ["list"]);
  assert.equal(await page.locator(":is(shigoto-lq, shigoto-kpi, shigoto-swot):visible").count(), 0);
  assert.match(await page.title(), /^数字/);
  assertClean();
  await close();
});

test("an address of the numbers on the front page leads to them", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "index.html#facts?figure=list&q=観光" });
  await page.waitForURL(/facts\.html#facts\?figure=list&q=/);
  await page.locator(".fits [data-count]").first().waitFor();
  await close();
});

test("own data are refused, and what is shown stays", async () => {
  const { page, close } = await open("#facts?q=観光");
  const before = await shown(page);
  const refused = await widget(page, "facts").evaluate((element) => element.load("id,what\r\n").catch(({ code }) => code));
  assert.deepEqual([refused, await shown(page)], ["unsupported", before]);
  await close();
});

test("a place without a market has no such figure, and no choice of its year", async () => {
  const { page, warnings, close } = await open("#facts?figure=ec", { on: town });
  assert.equal(warnings.length, 1);
  assert.equal((await state(page, "facts")).figure, "circulation");
  assert.equal(await page.locator("#ec, [name=year]").count(), 0);
  await close();
});

for (const lang of LANGUAGES) {
  test(`${lang}: filtered and chosen, nothing that axe finds, light and dark; nothing sticks out at any width`, async () => {
    const { page, assertClean, close } = await open("#facts?figure=ec&year=2021&q=dx", { lang, ...phone });
    assert.deepEqual(await accessibilityViolations(page), []);
    await setAttributes(page, "facts", { figure: "series", series: "workers" });
    for (const width of [320, 768, 3840, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await answered(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width} px`);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await accessibilityViolations(page), []);
    assertClean();
    await close();
  });
}
