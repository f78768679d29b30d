// The map of the strategy at work: what is filtered, counted and addressed is what strategy.csv has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { folded, rowsIn } from "./lib/csv.mjs";
import { host } from "./lib/hosts.mjs";
import { answered, attribute, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const phone = { viewport: { width: 360, height: 740 } };
const LANGUAGES = ["ja", "ja-easy", "en"];
const fileOf = (lang) => `strategy${lang === "ja" ? "" : `.${lang}`}.html`;

const rows = rowsIn("strategy");
const PRINTED = { industry: "産業", academia: "学術", finance: "金融", government: "行政" };
const within = (parent, scope) => !scope || parent === scope || parent.startsWith(`${scope}-`);
const wording = (row) => row.name || row.text;
/** A row, or the one it repeats. */
const first = (row) => (row.repeated === "true" ? rows.find((other) => other.kind === row.kind && other.repeated === "false" && wording(other) === wording(row)) : row);
/** The rows of strategy.csv that fit, each once: what is printed again stands for its first place. */
const fitting = (kinds, { scope = "", actors = [], q = "" }) => {
  const found = rows.filter((row) => kinds.includes(row.kind) && within(row.parent, scope)
    && (!actors.length || actors.some((one) => row.actors.split(";").includes(PRINTED[one])))
    && folded(q).split(/\s+/).every((word) => folded(`${row.name}\n${row.text}`).includes(word)));
  return new Set(found.map(first));
};
const names = (found) => new Set([...found].map(wording));

/** Opens the map's page once it is at work. */
const open = async (address = "", { lang = "ja", ...options } = {}) => {
  const opened = await shared.open({ widgets: [], path: fileOf(lang) + address, ...options });
  await opened.page.locator(".explore[data-live][data-view]").waitFor();
  await answered(opened.page);
  return opened;
};
const counted = (page) => page.locator(".fits [data-count]").evaluateAll((all) => Object.fromEntries(all.map((one) => [one.dataset.count, Number(one.textContent)])));
const seen = (page, kind) => page.locator(`[data-kind=${kind}]:visible > .name`).allInnerTexts();

test("the strategy's CSV is read as it is written", () => {
  assert.equal(rows.filter(({ kind }) => kind === "measure").length, 13);
  assert.equal(fitting(["work"], {}).size, 48);
});

test("an address shows what finance does in pillar 2, and says of how many", async () => {
  const { page, assertClean, close } = await open("#map?actor=finance&pillar=2");
  for (const kind of ["project", "work"]) {
    assert.deepEqual(new Set(await seen(page, kind)), names(fitting([kind], { scope: "2", actors: ["finance"] })), kind);
  }
  const counts = await counted(page);
  for (const [kind, name] of [["project", "projects"], ["work", "works"]]) {
    assert.equal(counts[name], fitting([kind], { scope: "2", actors: ["finance"] }).size, name);
    assert.equal(counts[`${name}_all`], fitting([kind], { scope: "2" }).size, `all ${name}`);
  }
  assert.deepEqual(await page.locator("[name=actor]:checked").evaluateAll((all) => all.map(({ value }) => value)), ["finance"]);
  assert.match(await page.locator(".told .crumbs").innerText(), /柱2/);
  assert.deepEqual(await state(page, "map"), { view: "columns", pillar: "2", measure: "", project: "", actor: "finance", q: "" });
  assertClean();
  await close();
});

test("counts equal strategy.csv for each actor, pillar and measure, in the outline and on the map", async () => {
  const { page, close } = await open();
  const scopes = rows.filter(({ kind }) => kind === "pillar" || kind === "measure").map(({ id }) => id);
  for (const actors of [["industry"], ["academia"], ["finance"], ["government"], ["finance", "academia"]]) {
    await setAttributes(page, "map", { actor: actors.join(" ") });
    for (const scope of scopes) {
      const told = await page.locator(`.map [data-sums="${scope}"] [data-count]`).evaluateAll((all) => all.map((one) => Number(one.textContent)));
      const expected = ["project", "work"].flatMap((kind) => [fitting([kind], { scope, actors }).size, fitting([kind], { scope }).size]);
      assert.deepEqual(told, expected, `${actors} in ${scope}`);
    }
  }
  await close();
});

test("words are found in either kana and either width, and counted as they stand in the CSV", async () => {
  const { page, close } = await open();
  const field = page.locator("[name=q]");
  for (const q of ["スタートアップ", "すたーとあっぷ", "ｽﾀｰﾄｱｯﾌﾟ", "観光 dx", "ＥＣ"]) {
    await field.fill(q);
    await answered(page);
    const counts = await counted(page);
    for (const [name, kinds] of [["projects", ["project"]], ["works", ["work"]], ["texts", ["situation", "action"]], ["kpis", ["kpi"]]]) {
      assert.equal(counts[name] ?? 0, fitting(kinds, { q }).size, `${q}: ${name}`);
    }
  }
  await field.fill("そんなことばはない");
  await answered(page);
  assert.equal(await page.locator(".fits").innerText(), "当てはまるものはありません。");
  assert.equal(await page.locator(".outline:visible").count(), 0);
  await page.locator("[name=clear]").click();
  assert.equal(await page.locator(".outline:visible").count(), 5);
  assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  await close();
});

test("what is picked stands in the address; back and forward go through it", async () => {
  const { page, close } = await open();
  await page.locator('.map [data-pick="2"]').click();
  await page.waitForURL(/#map\?pillar=2$/);
  await page.locator('.map [data-pick="2-1"]').click();
  await page.waitForURL(/#map\?pillar=2&measure=2-1$/);
  await page.locator("label", { has: page.locator("[value=finance]") }).click();
  await page.waitForURL(/measure=2-1&actor=finance$/);
  assert.equal(await page.locator(".measure:visible").count(), 1);
  await page.goBack();
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector("shigoto-map").hasAttribute("measure"));
  assert.equal(await attribute(page, "map", "pillar"), "2");
  assert.equal(await page.locator("[value=finance]").isChecked(), false);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector("shigoto-map").getAttribute("measure") === "2-1");
  await close();
});

test("a project that is opened brings its measure; what is picked elsewhere closes it", async () => {
  const { page, close } = await open("#map?project=2-1-3");
  assert.equal(await attribute(page, "map", "measure"), "2-1");
  const text = page.locator('[id="2-1-p3"] .text p');
  assert.ok(await text.isVisible());
  assert.ok(await text.evaluate((one) => one.getBoundingClientRect().top < innerHeight), "it is in the window");
  await setAttributes(page, "map", { pillar: "1" });
  assert.deepEqual([await attribute(page, "map", "measure"), await attribute(page, "map", "project")], [null, null]);
  await close();
});

test("by keys: arrows among pillars and measures, Enter opens, Escape goes up", async () => {
  const { page, close } = await open();
  const picked = () => page.evaluate(() => document.activeElement.dataset.pick);
  await page.locator('.map [data-pick="1"]').focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await picked(), "2");
  await page.keyboard.press("ArrowRight");
  assert.equal(await picked(), "2-1");
  await page.keyboard.press("Enter");
  await answered(page);
  assert.equal(await attribute(page, "map", "measure"), "2-1");
  assert.equal(await page.locator('.map [data-pick="2-1"]').getAttribute("aria-current"), "true");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await answered(page);
  assert.equal(await attribute(page, "map", "pillar"), null);
  await close();
});

test("nonsense falls back to the default, with one warning each", async () => {
  const nonsense = { view: "cloud", pillar: "9", measure: "2-99", project: "1-1-77", actor: "finance robots" };
  const { page, warnings, assertClean, close } = await open(`#map?${new URLSearchParams({ ...nonsense, colour: "red" })}`);
  assert.equal(warnings.length, 5, warnings.join("\n"));
  for (const [index, name] of Object.keys(nonsense).entries()) assert.match(warnings[index], new RegExp(`^<shigoto-map>: ${name}="`));
  assert.deepEqual(await state(page, "map"), { view: "columns", pillar: "", measure: "", project: "", actor: "finance", q: "" });
  assert.equal(await attribute(page, "map", "view"), null);
  assertClean();
  await close();
});

test("without scripts the map is whole, and no control is shown that does nothing", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "strategy.html", javaScriptEnabled: false, ...phone });
  assert.equal(await page.locator("shigoto-map :is(input, button, fieldset):visible").count(), 0);
  assert.equal(await page.locator(".outline [data-kind=project]:visible").count(), 29);
  assert.equal(await page.locator(".blocks li:visible b:visible").count(), 13);
  await close();
});

test("without its module the page stays whole, and its controls away", async () => {
  const init = async (page) => {
    await page.route("**/map-*.js", (route) => route.abort());
    await page.addInitScript(() => addEventListener("shigoto-error", ({ detail }) => (globalThis.told = detail.code)));
  };
  const { page, close } = await shared.open({ widgets: [], path: "strategy.html", init });
  await page.waitForFunction(() => globalThis.told === "unsupported");
  assert.equal(await page.locator("shigoto-map :is(input, button):visible").count(), 0);
  assert.equal(await page.locator(".outline [data-kind=project]:visible").count(), 29);
  await close();
});

test("on a phone pillars open one by one, a measure comes into view, and nothing moved before", async () => {
  const { page, close } = await open("", phone);
  assert.equal((await state(page, "map")).view, "list");
  const shifted = await page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(0)));
  }));
  assert.equal(shifted, 0);
  const isWide = (one) => one.getBoundingClientRect().width > 10;
  assert.equal(await page.locator(".blocks b").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width > 10).length), 0);
  await page.locator('.map [data-pick="3"]').click();
  await answered(page);
  assert.ok(await page.locator('.map [data-pick="3-1"] b').evaluate(isWide));
  await page.locator('.map [data-pick="3-1"]').click();
  await page.waitForFunction(() => {
    const { top } = document.querySelector(".told").getBoundingClientRect();
    return top >= -1 && top < innerHeight / 2;
  });
  await close();
});

test("by KPI: the map makes room for what KPIs measure, of the pillar that is open", async () => {
  const { page, close } = await open("#map?view=gaps&pillar=4");
  assert.equal(await page.locator(".map:visible, #outline:visible").count(), 0);
  assert.equal(await page.locator(".gaps tbody tr:visible").count(), 2);
  // A node of the outline that is asked for by its address is shown.
  await page.evaluate(() => (location.hash = "#2-1-p3"));
  await page.locator('[id="2-1-p3"]:visible').waitFor();
  await close();
});

test("in a page of others the element brings its tree, in the language asked for, and leads to ours", async () => {
  const { page, assertClean, close } = await host(shared, '<shigoto-map actor="finance" pillar="2"></shigoto-map>');
  await widget(page, "map").evaluate((element) => element.ready);
  assert.deepEqual(new Set(await seen(page, "work")), names(fitting(["work"], { scope: "2", actors: ["finance"] })));
  assert.deepEqual(await page.evaluate(() => globalThis.failures), []);
  assert.equal(await page.locator("shigoto-map .find input").evaluate((field) => field.getBoundingClientRect().height), 44, "the styles count in a unit that is there");
  const hrefs = await page.locator("shigoto-map a[href]").evaluateAll((all) => all.map(({ href }) => new URL(href).pathname));
  assert.ok(hrefs.every((path) => /^\/(strategy|measure-|strengths|goals)/.test(path)), hrefs.join(" "));
  await widget(page, "map").evaluate((element) => element.setAttribute("lang", "en"));
  await page.locator('shigoto-map .explore[lang="en"][data-view]').waitFor();
  assert.match(await page.locator("shigoto-map .fits").innerText(), /^What fits: \d+ of \d+ projects/);
  assertClean();
  await close();
});

test("an address of the map on the front page leads to the map", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "index.html#map?actor=academia" });
  await page.waitForURL(/strategy\.html#map\?actor=academia$/);
  await page.locator(".explore[data-filtered]").waitFor();
  await close();
});

test("own data are refused, and what is shown stays", async () => {
  const { page, close } = await open("#map?pillar=2");
  const refused = await widget(page, "map").evaluate((element) => element.load("id,kind\r\n").catch(({ code }) => code));
  assert.deepEqual([refused, await attribute(page, "map", "pillar")], ["unsupported", "2"]);
  await close();
});

test("embed.html shows the map that its address asks for", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: [], path: "embed.html?widget=map&measure=4-1" });
  await page.locator("shigoto-map .explore[data-view]").waitFor();
  assert.equal(await page.locator("shigoto-map .measure:visible").count(), 1);
  assert.equal(await page.locator(":is(shigoto-lq, shigoto-kpi, shigoto-swot):visible").count(), 0);
  assert.match(await page.title(), /^戦略の地図/);
  assertClean();
  await close();
});

for (const lang of LANGUAGES) {
  test(`${lang}: filtered and picked, nothing that axe finds, light and dark; nothing sticks out at any width`, async () => {
    const { page, assertClean, close } = await open("#map?actor=finance&measure=2-1", { lang, ...phone });
    assert.deepEqual(await accessibilityViolations(page), []);
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
