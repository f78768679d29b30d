// One visit of one contender, and what is measured on it.

import { readFile } from "node:fs/promises";
import { setTimeout as later } from "node:timers/promises";
import { weigh } from "./serve.mjs";

const PROBE = await readFile(new URL("probe.js", import.meta.url), "utf8");
const SWITCHES = 60;
const SWEEP_FRAMES = 120;
const CHANGES = 2000;

/** Chrome's own "Slow 4G": Lighthouse's 150 ms and 1.6 Mbit/s, as they are applied to each request. */
export const SLOW = { cpu: 4, latency: 562.5, download: 1.44, upload: 0.675 };

async function open(browser, url, { isSlow = false, isWhole = false } = {}) {
  const context = await browser.newContext({
    locale: "ja-JP", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", serviceWorkers: isWhole ? "allow" : "block",
  });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.addInitScript(PROBE);
  const cdp = await context.newCDPSession(page);
  if (isSlow) await throttle(cdp, SLOW);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("bench-painted").length, undefined, { timeout: 60_000 }).catch((cause) => {
    throw new Error(`${url} has not painted: ${problems.join("; ")}`, { cause });
  });
  return { page, cdp, problems, close: () => context.close() };
}

async function throttle(cdp, { cpu, latency, download, upload }) {
  const bytes = (megabits) => (megabits * 1_000_000) / 8;
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false, latency, downloadThroughput: bytes(download), uploadThroughput: bytes(upload),
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

const arrival = (page) =>
  page.evaluate(async () => {
    const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
    // It is told only once the picture has been presented.
    for (let frame = 0; frame < 120 && !at("first-contentful-paint"); frame += 1) await probe.frameEnd();
    return { fcp: at("first-contentful-paint"), painted: at("bench-painted"), shift: probe.seen.shift, longest: probe.seen.longest };
  });

/** What comes after all is painted: our service worker five seconds later, nothing of the peers. */
const AFTERWARDS_MS = { ours: 10_000 };

/** Bytes and requests of a whole visit; what its service worker fetches stands apart. */
export async function weighVisit(browser, server, id) {
  server.log.length = 0;
  const visit = await open(browser, `${server.url}${id}/`, { isWhole: true });
  await later(AFTERWARDS_MS[id] ?? 1000);
  await visit.close();
  const own = server.log.filter(({ site }) => site === id);
  const missing = own.filter(({ isMissing }) => isMissing).map(({ path }) => path);
  if (missing.length) throw new Error(`${id} asks for what is not there: ${missing.join(", ")}`);
  return { ...weigh(own.filter(({ isWorker }) => !isWorker)), offline: weigh(own.filter(({ isWorker }) => isWorker)).brotli };
}

/** Arrival on slow 4G with a CPU four times slower, and the sweep there. */
export async function slowVisit(browser, server, id) {
  const visit = await open(browser, `${server.url}${id}/`, { isSlow: true });
  const { fcp, painted, shift, longest } = await arrival(visit.page);
  const sweep = await yearSweep(visit.page);
  await visit.close();
  return { "slow fcp": [fcp], "slow painted": [painted], "slow shift": [shift], "slow longest": [longest], ...(sweep && { "slow sweep": [sweep.fps] }) };
}

/** Arrival without throttling, then every interaction; with `isMemory` also the 2,000 changes. */
export async function plainVisit(browser, server, id, isMemory) {
  const visit = await open(browser, `${server.url}${id}/`);
  const { fcp, painted, shift } = await arrival(visit.page);
  const samples = { fcp: [fcp], painted: [painted], shift: [shift] };
  if (isMemory) Object.assign(samples, prefixed("memory", await memory(visit)));
  if (await can(visit.page, "switchBase")) samples.base = await visit.page.evaluate(switches, SWITCHES);
  if (await can(visit.page, "setYear")) samples.year = await visit.page.evaluate(years, SWITCHES);
  const sweep = await yearSweep(visit.page);
  if (sweep) Object.assign(samples, { "sweep dropped": [sweep.dropped] });
  if (isMemory && samples.base) {
    await visit.page.evaluate(changes, CHANGES);
    Object.assign(samples, prefixed("changed", await memory(visit)));
  }
  const { problems } = visit;
  await visit.close();
  if (problems.length) throw new Error(`${id}: ${problems.join("; ")}`);
  return samples;
}

/** The large table: first paint, sort, scroll: `{ samples, refusal }`, where a refusal is the reason for what is missing. */
export async function largeVisit(browser, server, id, text) {
  const visit = await open(browser, `${server.url}${id}/`);
  const samples = {};
  try {
    if (!(await can(visit.page, "loadLarge"))) return { samples, refusal: "nothing to load it into" };
    await visit.page.evaluate(keepLarge, text);
    samples["large painted"] = [await limited(visit.page.evaluate(() => probe.timed(() => bench.loadLarge(probe.large)).catch(probe.refuse)))];
    if (await can(visit.page, "sortLarge")) samples["large sorted"] = [await limited(visit.page.evaluate(() => probe.timed(() => bench.sortLarge())))];
    if (await can(visit.page, "scrollLarge")) samples["large fps"] = [(await limited(visit.page.evaluate(scrolling, 180))).fps];
    return { samples };
  } catch (error) {
    return { samples, refusal: error.message.split("\n")[0].replace(/^page\.evaluate: (Error: )?/, "") };
  } finally {
    await visit.close();
  }
}

/** A page that is still at work after a minute is told so. */
const limited = (work) => Promise.race([work, later(60_000, undefined, { ref: false }).then(() => Promise.reject(new Error("not done after a minute")))]);

const can = (page, name) => page.evaluate((action) => Boolean(globalThis.bench?.[action]), name);
const prefixed = (name, counts) => Object.fromEntries(Object.entries(counts).map(([key, value]) => [`${name} ${key}`, [value]]));

async function yearSweep(page) {
  if (!(await can(page, "setYear"))) return undefined;
  return page.evaluate((frames) => {
    const wave = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2032, 2031, 2030, 2029, 2028, 2027, 2026, 2025];
    return probe.sweep((step) => bench.setYear(wave[step % wave.length]), frames);
  }, SWEEP_FRAMES);
}

/** JavaScript's heap after a collection, memory of wasm, what stands behind canvases; nodes of DOM. */
async function memory({ page, cdp }) {
  await cdp.send("HeapProfiler.enable");
  for (let turn = 0; turn < 3; turn += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes } = await cdp.send("Memory.getDOMCounters");
  const [wasm, canvas] = await page.evaluate(() => [probe.wasmBytes(), probe.canvasBytes()]);
  return { heap: usedSize, wasm, canvas, nodes };
}

// What follows runs in pages.

async function switches(count) {
  document.getElementById("lq")?.scrollIntoView();
  const bases = ["establishments", "employees", "output"];
  const times = [];
  for (let turn = 0; turn < count; turn += 1) times.push(await probe.timed(() => bench.switchBase(bases[turn % 3])));
  return times;
}

async function years(count) {
  document.getElementById("kpi")?.scrollIntoView();
  const times = [];
  for (let turn = 0; turn < count; turn += 1) times.push(await probe.timed(() => bench.setYear(2024 + (turn % 10))));
  return times;
}

async function changes(count) {
  const bases = ["establishments", "employees", "output"];
  for (let turn = 0; turn < count; turn += 1) {
    if (turn % 2) await bench.setYear(2024 + (turn % 10));
    else await bench.switchBase(bases[(turn / 2) % 3]);
    // A frame now and then, as there would be; a promise's turn after each.
    await (turn % 20 ? undefined : probe.frameEnd());
  }
  await probe.frameEnd();
}

async function keepLarge(text) {
  probe.large = JSON.parse(text);
  probe.refuse = (error) => {
    const fault = error?.faults?.[0];
    throw new Error(fault ? `${fault.path}: ${fault.message}` : String(error?.message ?? error?.code ?? error));
  };
  document.getElementById("lq")?.scrollIntoView();
  await probe.frameEnd();
}

const scrolling = (frames) => probe.sweep((step) => bench.scrollLarge((step + 1) / frames), frames);
