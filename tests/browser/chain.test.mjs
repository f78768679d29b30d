// From the matrix on: a button asks for the complete module, whose links lead to the KPIs and to the quotients.

import assert from "node:assert/strict";
import { test } from "node:test";
import { attribute, setAttributes, site, state, widget } from "./lib/widgets.mjs";

const shared = site();
const links = (page) => widget(page, "swot").locator(".links");
const inWidget = (page) => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.dataset.more);

/** Chooses a node and asks for more. */
async function ask(page, code) {
  await setAttributes(page, "swot", { select: code });
  await links(page).locator("button[data-more]").click();
  await links(page).locator("p[data-more]").waitFor();
}

test("what is asked for comes, the choice and the focus stay, printed and editorial are told apart", async () => {
  const { page, assertClean, close } = await shared.open();
  assert.equal(await links(page).locator("a[href^='#']").count(), 0, "names alone in the small tree");
  await ask(page, "S-2");
  assert.equal(await attribute(page, "swot", "select"), "S-2");
  assert.ok(await links(page).evaluate(({ open }) => open));
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches("p[data-more]"));
  assert.equal(await inWidget(page), "");
  assert.match(await links(page).locator("p[data-more]").innerText(), /戦略に記載.*本サイト/s);
  const proofs = await links(page).locator("[data-of]:has(a):visible").allInnerTexts();
  assert.equal(proofs.length, 1, "the evidence of the chosen factor alone");
  assert.match(proofs[0], /情報通信業.*1\.50.*1番目/s);
  assertClean();
  await close();
});

test("a measure leads to its KPI, a factor to the quotient; back leads back", async () => {
  const { page, assertClean, close } = await shared.open();
  await ask(page, "S-1");
  await page.waitForURL(/select=S-1/);
  const before = page.url();
  await links(page).locator("[data-of='S-1'] a").click();
  await widget(page, "lq").locator(".panel h3").waitFor();
  assert.deepEqual([(await state(page, "lq")).base, (await state(page, "lq")).industry], ["employees", "卸売業，小売業"]);
  assert.match(await widget(page, "lq").locator(".panel").innerText(), /1\.21.*2番目/s);
  await page.goBack();
  await page.waitForFunction((url) => location.href === url, before);
  await page.waitForFunction(() => !document.querySelector("shigoto-lq").getAttribute("industry"));
  const kpi = links(page).locator("li:visible .kpis a").first();
  const id = new URLSearchParams((await kpi.getAttribute("href")).split("?")[1]).get("kpi");
  await kpi.click();
  await page.waitForFunction((wanted) => document.querySelector("shigoto-kpi").getAttribute("kpi") === wanted, id);
  const card = widget(page, "kpi").locator(`[data-kpi="${id}"]`);
  assert.ok(await card.locator("details").evaluate(({ open }) => open));
  await card.locator("button[data-more]").click();
  await card.locator(".readings").waitFor();
  assert.ok(await card.locator("details").evaluate(({ open }) => open), "still open");
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches("h5[data-more]"));
  assertClean();
  await close();
});

test("on a page that follows no addresses the names are plain text", async () => {
  const { page, assertClean, close } = await shared.open({ path: "embed.html?widget=swot&select=S-2&lang=en", widgets: ["swot"] });
  await links(page).locator("p[data-more]").waitFor();
  assert.equal(await links(page).locator("a[href]").count(), 0);
  assert.ok(await links(page).locator(".kpis a:visible").count() > 0);
  assertClean();
  await close();
});
