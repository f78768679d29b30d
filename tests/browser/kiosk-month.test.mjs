// Months pass in minutes: whatever visitors, data and the network do, what the kiosk holds stays what it was.
// SHIGOTO_KIOSK_DAYS says how many days (three quarters of one unless told), SHIGOTO_KIOSK_SEED which ones.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { begun, log, mode, NOON, openKiosk, pass as passOn, SCENES } from "./lib/kiosk.mjs";
import { DIST } from "./lib/server.mjs";
import { site } from "./lib/widgets.mjs";

const DAYS = Number(process.env.SHIGOTO_KIOSK_DAYS ?? 0.75);
const SEED = Number(process.env.SHIGOTO_KIOSK_SEED ?? 1);
const SCENE_S = Number(process.env.SHIGOTO_KIOSK_SECONDS ?? 600);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// Memory of wasm grows in steps, up to what the largest scene takes: an hour, and each scene once in each language.
const WARM_MS = Math.max(HOUR_MS, SCENES.length * 4 * SCENE_S * 1000);

const shared = site();

/** Repeatable chance: mulberry32. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the page holds after everything unused was collected, always at the same view: readings alone are thousands of nodes. */
async function held({ page, pass }, session) {
  const { width, height } = page.viewportSize();
  await page.touchscreen.tap(width / 2, height / 2);
  await pass(200);
  for (const selector of ["[data-lang=ja]", "[data-open=kpi]"]) {
    await page.evaluate((selector) => document.querySelector(selector).click(), selector);
    await pass(300);
  }
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const wasm = await page.evaluate(() => globalThis.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  await page.evaluate(() => document.querySelector("[data-act=leave]").click());
  await pass(200);
  return { wasm, heap: metric("JSHeapUsedSize"), nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
}

/** Watches from within the page: the memories of every wasm, and which scenes were shown when. */
function watch() {
  globalThis.memories = [];
  const { instantiate, instantiateStreaming } = WebAssembly;
  const keep = (result) => {
    globalThis.memories.push((result.instance ?? result).exports.memory);
    return result;
  };
  WebAssembly.instantiate = (...given) => instantiate.apply(WebAssembly, given).then(keep);
  WebAssembly.instantiateStreaming = (...given) => instantiateStreaming.apply(WebAssembly, given).then(keep);
  globalThis.shown = {};
  globalThis.gaps = [];
  let last;
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => {
      const title = document.querySelector("h1").textContent;
      globalThis.shown[title] = (globalThis.shown[title] ?? 0) + 1;
      const now = Date.now();
      if (last && document.body.dataset.mode === "loop") globalThis.gaps.push(now - last);
      if (globalThis.gaps.length > 2000) globalThis.gaps.splice(0, 1000);
      last = now;
    }).observe(document.body, { attributeFilter: ["data-turn"] });
  });
}

const CITIES = ["青森市", "弘前市", "八戸市", "盛岡市", "秋田市", "山形市", "福島市"];
const INDUSTRIES = ["農業", "林業", "公務", "教育", "建設業", "製造業"];
const data = (version) => ["base,industry,city,lq", ...INDUSTRIES.flatMap((industry, row) => CITIES.map((city, column) => `output,${industry},${city},${(1 + ((version * 7 + row * 5 + column * 3) % 40) / 20).toFixed(2)}`))].join("\r\n");

/** A visitor does a few things at random, and goes, with or without a word. */
async function visit(kiosk, random) {
  const { page, pass } = kiosk;
  const pick = (all) => all[Math.floor(random() * all.length)];
  const { width, height } = page.viewportSize();
  await page.touchscreen.tap(width / 2, height / 2);
  await pass(200);
  for (let step = 0; step < 6; step += 1) {
    const seed = random();
    const what = pick(["open", "lang", "within", "within", "take", "scroll"]);
    await page.evaluate(
      ([what, seed]) => {
        const shown = [...document.querySelectorAll(".place")].find((place) => !place.hidden)?.firstElementChild.shadowRoot;
        const one = (all) => all[Math.floor(seed * all.length)];
        const seen = (selector, root) => [...root.querySelectorAll(selector)].filter((own) => own.checkVisibility());
        document.querySelector(".take[open] [data-act=close]")?.click();
        if (what === "open") one(seen("[data-open]", document))?.click();
        if (what === "lang") one(seen("[data-lang]", document))?.click();
        if (what === "within") one(seen("button, summary, .seg input", shown))?.click();
        if (what === "take") seen("[data-act=take]", document)[0]?.click();
        if (what === "scroll") document.querySelector(".stage").scrollTop = seed * 4000;
      },
      [what, seed],
    );
    await pass(300 + Math.floor(random() * 3000));
  }
  if (random() < 0.5) {
    await page.evaluate(() => document.querySelector("[data-act=leave]").click());
    await pass(200);
  } else await pass(82_000);
  assert.equal(await mode(page), "loop", "back in the loop");
}

const table = (rows) => rows.map((row) => Object.values(row).map((cell) => `${cell}`.padStart(11)).join("")).join("\n");
const line = (hour, now) => ({ hour, wasm: now.wasm, heap: now.heap, nodes: now.nodes, listeners: now.listeners });

test(`${DAYS} days: nothing grows after the first hour, no scene is missed`, { timeout: 3 * HOUR_MS }, async (t) => {
  const random = chance(SEED);
  const server = shared.server;
  server.pages["/new/lq.csv"] = { body: data(0), type: "text/csv" };
  const settings = { seconds: SCENE_S, share: "https://www.example.jp/shigoto/", data: "new/lq.csv", data_minutes: 30, pin: "2580" };
  const kiosk = await openKiosk(shared, { settings, at: NOON, viewport: { width: 1280, height: 720 }, init: (page) => page.context().addInitScript(watch) });
  const { context } = kiosk;
  const pass = (ms) => passOn(kiosk.page, ms);
  kiosk.pass = pass;
  let session;
  const attach = async () => {
    session = await context.newCDPSession(kiosk.page);
    await session.send("Performance.enable");
    await session.send("HeapProfiler.enable");
  };
  await attach();

  const warm = async () => {
    await pass(WARM_MS);
    for (let number = 0; number < 3; number += 1) await visit(kiosk, random);
  };

  const rows = [{ hour: "hour", wasm: "wasm", heap: "heap", nodes: "nodes", listeners: "listeners" }];
  let base;
  let crashes = 0;
  let refused = 0;
  const hours = Math.ceil(DAYS * 24);
  const killAt = new Set(hours < 48 ? [Math.floor(hours / 2)] : [Math.floor(hours / 3), Math.floor((2 * hours) / 3)]);
  const check = async (hour) => {
    const now = await held(kiosk, session);
    rows.push(line(hour, now));
    if (process.env.SHIGOTO_KIOSK_DAYS) console.log(table(rows.slice(-1)));
    base ??= now;
    assert.ok(now.wasm <= base.wasm * 1.1 + 131_072, `wasm memory\n${table(rows)}`);
    assert.ok(now.nodes <= base.nodes * 1.1 + 400, `nodes\n${table(rows)}`);
    assert.ok(now.listeners <= base.listeners * 1.05 + 20, `listeners\n${table(rows)}`);
    assert.ok(now.heap <= base.heap * 1.1 + 5e5, `heap\n${table(rows)}`);
  };
  for (let hour = 1; hour <= hours; hour += 1) {
    // Data change every few hours; each fifth time they are broken.
    if (hour % 3 === 0) {
      const isBroken = hour % 15 === 0;
      refused += isBroken;
      server.pages["/new/lq.csv"] = { body: isBroken ? `base,industry\r\nbroken ${hour}` : data(hour), type: "text/csv" };
    }
    const isOffline = random() < 0.1;
    await context.setOffline(isOffline);
    // It begins at noon: eight hours of opening, and again from the twentieth on.
    const isOpen = hour % 24 < 8 || hour % 24 >= 20;
    const visits = random() < (isOpen ? 0.6 : 0.1) ? 1 : 0;
    for (let number = 0; number < visits; number += 1) {
      await pass(Math.floor(random() * 10 * MINUTE_MS));
      await visit(kiosk, random);
    }
    await pass(HOUR_MS / 2);
    if (isOffline) await context.setOffline(false);
    if (random() < 0.05) await kiosk.page.clock.fastForward(Math.floor(random() * 5) * HOUR_MS);
    if (killAt.has(hour)) {
      if (base) await check(hour);
      const crashed = kiosk.page.waitForEvent("crash");
      session.send("Page.crash").catch(() => {});
      await crashed;
      // As a browser that is started again does: another renderer, what was stored is still there.
      const gone = kiosk.page;
      kiosk.page = await context.newPage();
      await gone.close();
      await kiosk.page.setViewportSize({ width: 1280, height: 720 });
      await kiosk.page.goto(new URL("kiosk.html", server.url).href);
      await begun(kiosk.page);
      await attach();
      crashes += 1;
      base = undefined;
      await warm();
    }
    if (hour === 1) await warm();
    if (!base || hour % 12 === 0 || hour === hours) await check(hour);
  }
  t.diagnostic(`\n${table(rows)}`);
  const { shown, gaps } = await kiosk.page.evaluate(() => ({ shown: globalThis.shown, gaps: globalThis.gaps }));
  t.diagnostic(`${Object.values(shown).reduce((sum, count) => sum + count, 0)} scenes since the renderer was last restored, of ${Object.keys(shown).length} headlines; ${crashes} crashes; ${refused} bad files`);
  const total = Object.values(shown).reduce((sum, count) => sum + count, 0);
  // In three languages each, and more where data changed.
  assert.ok(Object.keys(shown).length >= Math.min(SCENES.length * 2, total / 2), JSON.stringify(shown));
  const middle = gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)];
  assert.ok(Math.abs(middle - SCENE_S * 1000) < 100, `a scene stays ${middle} ms`);
  const noted = await log(kiosk.page);
  assert.doesNotMatch(noted, /外しました|panic|draw|error/, "no scene was dropped");
  await kiosk.close();
});
