// Without a network: what has been visited stays, in every language; pages of others are left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { painted } from "./lib/browser.mjs";
import { setAttributes, KINDS, site, state, visibleText } from "./lib/widgets.mjs";

const shared = site();

const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller);

test("after the first visit the page works without a network, deep links and other languages too", async () => {
  const { page, context, assertClean, close } = await shared.open();
  await controlled(page);
  await context.setOffline(true);
  await page.goto(`${shared.server.url}index.html?again#lq?base=employees&city=akita`);
  for (const kind of KINDS) await painted(page, kind);
  assert.equal((await state(page, "lq")).city, "akita");
  await setAttributes(page, "kpi", { lang: "en", year: "2030" });
  assert.match(await visibleText(page, "kpi"), /FY2030/);
  await page.goto(`${shared.server.url}index.en.html`);
  await page.waitForFunction(() => document.querySelector("shigoto-swot").shadowRoot.querySelector(".widget.painted"));
  assertClean();
  await close();
});

test("a page that only uses the elements gets no service worker", async () => {
  shared.server.pages["/host-only.html"] = '<!doctype html><html lang="ja"><title>host</title><link rel="icon" href="data:,"><script type="module" src="./embed.js"></script><shigoto-lq></shigoto-lq>';
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${shared.server.url}host-only.html`);
  await painted(page, "lq");
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done))));
  assert.deepEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assertClean();
  await close();
});
