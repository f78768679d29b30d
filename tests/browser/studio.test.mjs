// The workshop: files in, what is wrong by cell, what changes, how it looks, and a whole site out.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { accessibilityViolations } from "./lib/axe.mjs";
import { site } from "./lib/widgets.mjs";
import { unzipped } from "./lib/zip.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const shared = site();
const HEADER = "id,period,value,source,note\n";

const open = async (options = {}) => {
  const opened = await shared.open({ widgets: [], path: "studio.html", ...options });
  await opened.page.locator("main > .steps").waitFor();
  return opened;
};
const bring = (page, name, text) =>
  page.locator("#file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const state = (page, value) => page.locator(`main[data-state=${value}]`).waitFor();
const seen = (page) => page.locator("[data-seen]").innerText();
const diff = (page) => page.locator("[data-diff] li").allInnerTexts();
const save = async (page, what) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`button[data-save=${what}]`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

test("the site that is saved is the one published, to the byte", async () => {
  const { page, assertClean, close } = await open();
  const { name, bytes } = await save(page, "site");
  assert.equal(name, "site.zip");
  const files = unzipped(bytes);
  const published = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll("\\", "/"));
  assert.deepEqual([...files.keys()].sort(), published.sort());
  for (const file of published) assert.ok(readFileSync(join(dist, file)).equals(files.get(file)), file);
  assertClean();
  await close();
});

test("a reading from a file is seen, told as a change, and in all that is saved", async () => {
  const { page, assertClean, close } = await open();
  assert.equal(await page.locator("main").getAttribute("data-state"), "empty");
  await bring(page, "kpi_actuals.csv", `${HEADER}startups,2025年度,41,市の集計,\n`);
  await state(page, "ready");
  assert.match(await seen(page), /「kpi_actuals\.csv」：KPIの実績値 1件\s+誤りはありません（0件）/);
  assert.equal((await diff(page)).length, 1);
  assert.match((await diff(page))[0], /創業件数.*2025年度.*41件/);
  await page.locator("shigoto-kpi").getByText("2025年度・市の集計").waitFor();
  const files = unzipped((await save(page, "site")).bytes);
  const text = (name) => files.get(name).toString();
  assert.match(text("data/kpi_actuals.csv"), /startups,2025年度,41,市の集計/);
  assert.match(text("data/editions.json"), /"startups\/2025年度"/);
  assert.match(text("goals.html"), /41件/);
  assert.match(text("figures/kpi-gauges.svg"), /41/);
  const one = (await save(page, "page")).bytes.toString();
  assert.match(one, /41件/);
  const data = (await save(page, "data")).bytes;
  assert.match(unzipped(data).get("kpi_actuals.csv").toString(), /startups,2025年度,41/);
  // Nothing is lost by what is wrong, and one goes on from what was saved.
  await bring(page, "wrong.csv", `${HEADER}startups,2025年度,たくさん,,\nnobody,2025年度,1,,\n`);
  await state(page, "faults");
  const faults = page.locator("[data-faults] li");
  assert.deepEqual(await faults.evaluateAll((all) => all.map(({ dataset }) => [dataset.cell, dataset.rule])), [["C2", "L2-01"], ["A3", "dangling"]]);
  assert.equal((await diff(page)).length, 1);
  assert.equal(await page.locator("input[type=file]").count(), 1);
  await page.getByRole("button", { name: "1つ前に戻す" }).click();
  await state(page, "empty");
  assert.deepEqual(await diff(page), []);
  await page.locator("#file").setInputFiles({ name: "data.zip", mimeType: "application/zip", buffer: data });
  await state(page, "ready");
  assert.equal((await diff(page)).length, 1);
  assertClean();
  await close();
});

test("what was published changes only with a reason", async () => {
  const { page, assertClean, close } = await open({ viewport: { width: 360, height: 740 } });
  await page.getByText("言葉を直す").click();
  await page.getByLabel("直したい文の一部").fill("創業件数");
  await page.keyboard.press("Enter");
  const form = page.locator("[data-correct]", { hasText: "kpi.json" }).first();
  await form.getByLabel("もとの文").fill("創業の件数");
  await form.getByRole("button").click();
  await state(page, "ready");
  assert.match((await diff(page)).join("\n"), /創業の件数/);
  await page.locator("button[data-save=data]").click();
  const reason = page.getByLabel("公開済みの内容を変える理由");
  assert.equal(await reason.getAttribute("aria-invalid"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.id), "reason");
  await reason.fill("読みやすくするため");
  const files = unzipped((await save(page, "data")).bytes);
  assert.match(files.get("editions.json").toString(), /読みやすくするため/);
  assert.match(files.get("kpi.json").toString(), /創業の件数/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
  assertClean();
  await close();
});

test("cells are pasted, a reading is typed, a table of others is looked at and changes nothing", async () => {
  const { page, assertClean, close } = await open();
  await page.locator("textarea[name=paste]").fill("id\tperiod\tvalue\tsource\tnote\nstartups\t令和7年度\t４１\t市\t\n");
  await state(page, "ready");
  assert.match(await seen(page), /貼り付けた表.*1件/);
  // Who types, says when it is done.
  await page.locator("textarea[name=paste]").press("End");
  await page.keyboard.type("x");
  assert.equal(await page.locator("main").getAttribute("data-state"), "ready");
  await page.getByRole("button", { name: "読み取る" }).click();
  await state(page, "faults");
  await page.getByText("実績値を1件入力する").click();
  await page.locator("select[name=kpi]").selectOption("new-business-sites");
  await page.getByLabel("時期").fill("2025年度");
  await page.getByLabel("実績値 必須").fill("4");
  await page.keyboard.press("Enter");
  await page.locator("[data-diff] li").nth(1).waitFor();
  await bring(page, "counts.csv", "産業,甲市,乙市,県計\n農業,10,20,100\n製造業,30,10,200\n総数,40,30,300\n");
  await page.locator("[data-seen]", { hasText: "別の市" }).waitFor();
  assert.equal((await diff(page)).length, 2);
  assertClean();
  await close();
});

test("it works from a disk, offline, in every language, and is accessible", async () => {
  const { page, close } = await shared.blank({});
  await page.goto(pathToFileURL(join(dist, "studio.en.html")).href);
  await page.locator("main > .steps").waitFor();
  await bring(page, "a.csv", `${HEADER}startups,2025年度,41,,\n`);
  await state(page, "ready");
  assert.match(await seen(page), /1 reading of KPIs\s+No faults \(0\)/);
  assert.equal((await save(page, "page")).name, "standalone.html");
  await close();
  for (const path of ["studio.html", "studio.ja-easy.html"]) {
    const { page, assertClean, close } = await open({ path });
    await bring(page, "wrong.csv", `${HEADER}startups,2025年度,たくさん,,\n`);
    await state(page, "faults");
    // What looks at the page brings styles of its own.
    assertClean();
    assert.deepEqual(await accessibilityViolations(page), [], path);
    await close();
  }
});

test("without scripts it says what it needs", async () => {
  const { page, close } = await shared.open({ widgets: [], path: "studio.html", javaScriptEnabled: false });
  assert.match(await page.locator("noscript").innerText(), /スクリプトが必要です/);
  assert.equal(await page.locator("main > .steps").isVisible(), false);
  await close();
});
