// Nothing grows: a thousand widgets come and go, ten thousand changes, and memory, nodes and listeners stay as they were.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { DIST } from "./lib/server.mjs";
import { site } from "./lib/widgets.mjs";

const shared = site();
const TINY = "base,industry,city,lq\r\noutput,農業,青森市,0.70\r\noutput,漁業,青森市,1.00\r\n";

/** What the page holds after everything unused was collected. */
async function held(page, session, glue) {
  // Registries of finalizers need a turn of the event loop after the collection.
  for (let round = 0; round < 3; round += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const wasm = await page.evaluate(async (url) => (await (await import(url)).default()).memory.buffer.byteLength, glue);
  return { wasm, nodes: metric("Nodes"), listeners: metric("JSEventListeners"), heap: metric("JSHeapUsedSize") };
}

function assertFlat(before, after) {
  assert.equal(after.wasm, before.wasm, "wasm memory");
  assert.ok(after.nodes <= before.nodes + 200, `nodes: ${before.nodes} → ${after.nodes}`);
  assert.ok(after.listeners <= before.listeners + 10, `listeners: ${before.listeners} → ${after.listeners}`);
  // The heap holds what the engine keeps of its own work too: a twentieth is no leak, one widget kept a cycle would be.
  assert.ok(after.heap <= before.heap * 1.05 + 2e5, `heap: ${before.heap} → ${after.heap}`);
}

async function measured(path, body, module = "shigoto-widgets") {
  shared.server.pages[path] = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<script type="module" src="./embed.js"></script><body><main>${body}</main></body></html>`;
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await opened.page.goto(new URL(path, shared.server.url).href);
  await opened.page.evaluate(() => Promise.all([...document.querySelectorAll("main > *")].map((one) => one.ready)));
  const session = await opened.context.newCDPSession(opened.page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  const file = (await readdir(DIST)).find((name) => name.startsWith(module) && name.endsWith(".js"));
  return { ...opened, held: () => held(opened.page, session, `/${file}`) };
}

test("a thousand widgets come and go", async () => {
  const { page, held: now, assertClean, close } = await measured("/leak-life.html", "<shigoto-lq></shigoto-lq>");
  const cycles = (count) =>
    page.evaluate(async (cycles) => {
      const main = document.querySelector("main");
      for (let cycle = 0; cycle < cycles; cycle += 10) {
        const batch = Array.from({ length: 10 }, (_, index) => document.createElement(`shigoto-${["swot", "lq", "kpi"][(cycle + index) % 3]}`));
        main.append(...batch);
        await Promise.all(batch.map((one) => one.ready));
        for (const one of batch) one.remove();
        await new Promise((done) => setTimeout(done));
      }
    }, count);
  await cycles(100);
  const before = await now();
  await cycles(900);
  assertFlat(before, await now());
  assertClean();
  await close();
});

test("ten thousand changes of view", async () => {
  const { page, held: now, assertClean, close } = await measured("/leak-views.html", "<shigoto-lq></shigoto-lq><shigoto-kpi></shigoto-kpi><shigoto-swot></shigoto-swot>");
  const changes = (count) =>
    page.evaluate(async (changes) => {
      const [lq, kpi, swot] = ["lq", "kpi", "swot"].map((kind) => document.querySelector(`shigoto-${kind}`));
      const bases = ["output", "establishments", "employees"];
      for (let change = 0; change < changes; change += 4) {
        lq.setAttribute("base", bases[change % 3]);
        lq.setAttribute("view", change % 8 ? "table" : "dots");
        kpi.setAttribute("year", `${2024 + (change % 10)}`);
        swot.setAttribute("select", `S-${1 + (change % 3)}`);
        await new Promise((done) => queueMicrotask(() => queueMicrotask(done)));
        if (change % 200 === 0) await new Promise((done) => setTimeout(done));
      }
    }, count);
  // The heap of the wasm grows in steps of 64 KiB: the last one comes within the first thousands.
  await changes(6000);
  const before = await now();
  await changes(10000);
  assertFlat(before, await now());
  assertClean();
  await close();
});

test("data loaded and languages changed, three hundred times", async () => {
  const { page, held: now, assertClean, close } = await measured("/leak-data.html", "<shigoto-lq></shigoto-lq>", "shigoto-complete");
  const loads = (count) =>
    page.evaluate(async ([count, text]) => {
      const lq = document.querySelector("shigoto-lq");
      for (let turn = 0; turn < count; turn += 1) {
        await lq.load(turn % 7 ? text : "no data").catch(() => {});
        lq.setAttribute("lang", ["ja", "en", "ja-easy"][turn % 3]);
        if (turn % 10 === 0) await new Promise((done) => setTimeout(done));
      }
    }, [count, TINY]);
  await loads(100);
  const before = await now();
  await loads(200);
  assertFlat(before, await now());
  assertClean();
  await close();
});
