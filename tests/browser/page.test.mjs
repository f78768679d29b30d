// The page as a citizen first meets it: nothing goes wrong, little is fetched, nothing jumps, nothing sticks out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openPage, painted } from "./lib/browser.mjs";
import { actuals, kpi, lq, printed, swotTexts } from "./lib/data.mjs";
import { DIST, serve } from "./lib/server.mjs";
import { answered, KINDS, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const WIDTHS = [320, 360, 768, 1280, 1920, 3840];

/** A few steps through every widget, as a visitor takes them. */
async function use(page) {
  await setAttributes(page, "swot", { select: "S-1" });
  await setAttributes(page, "lq", { base: "establishments", view: "pairs", reading: "reread", sort: "aomori:desc" });
  await setAttributes(page, "lq", { base: "employees", view: "table" });
  await setAttributes(page, "kpi", { pillar: "2", year: "2030" });
  for (const kind of KINDS) {
    await widget(page, kind).evaluate((element) => {
      for (const one of element.shadowRoot.querySelectorAll("details")) one.open = true;
    });
  }
  await answered(page);
}

test("opened and used under the strict policy: no error, no warning, no violation", async () => {
  const { page, warnings, assertClean, close } = await shared.open();
  assert.match(await page.title(), /しごと創造戦略/);
  await use(page);
  assertClean();
  assert.deepEqual(warnings, []);
  await close();
});

test("the whole visit takes at most 5 requests, all to the page's own server", async () => {
  const { page, context, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  const urls = [];
  // What the service worker keeps for later is no part of the visit; its script is.
  context.on("request", (request) => request.serviceWorker() || urls.push(request.url()));
  await page.goto(shared.server.url);
  for (const kind of KINDS) await painted(page, kind);
  await use(page);
  const asked = urls.filter((url) => !url.startsWith("data:"));
  assert.ok(asked.length <= 5, asked.join("\n"));
  for (const url of asked) assert.equal(new URL(url).origin, new URL(shared.server.url).origin);
  assert.equal(new Set(asked).size, asked.length, "nothing is fetched twice");
  assertClean();
  await close();
});

for (const lang of ["en", "ja-easy"]) {
  test(`the page in ${lang} is used with the module of every visit, in at most 5 requests`, async () => {
    const { page, context, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
    const urls = [];
    context.on("request", (request) => request.serviceWorker() || urls.push(request.url()));
    await page.goto(`${shared.server.url}index.${lang}.html`);
    for (const kind of KINDS) await painted(page, kind);
    await use(page);
    const asked = urls.filter((url) => !url.startsWith("data:"));
    assert.ok(asked.length <= 5, asked.join("\n"));
    assert.deepEqual(asked.filter((url) => /complete|\.pack/.test(url)), []);
    assertClean();
    await close();
  });
}

/** Where everything stands that has a name or a number, in CSS px from the page's corner. */
const places = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("h1, nav a, .place, .page-foot")];
    for (const element of document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")) {
      all.push(...element.shadowRoot.querySelectorAll("h2, h3, h4, .sentence, .toolbar, .node, tr, .dots li, dt, dd, .status, footer"));
    }
    return all.map((one) => {
      const { left, top } = one.getBoundingClientRect();
      return { what: `${one.localName} ${one.textContent.trim().slice(0, 20)}`, x: left + scrollX, y: top + scrollY };
    });
  });

for (const width of [360, 1280]) {
  test(`nothing jumps while the widgets come to life: ${width} px`, async () => {
    const { page, assertClean, close } = await shared.blank({ viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const name = ({ node }) => node?.className ?? node?.nodeName;
      const note = (entries) => {
        for (const { value, sources } of entries) globalThis.shifts.push({ value, what: sources.map(name) });
      };
      globalThis.observer = new PerformanceObserver((list) => note(list.getEntries()));
      globalThis.observer.observe({ type: "layout-shift", buffered: true });
      globalThis.lastShifts = () => (note(globalThis.observer.takeRecords()), globalThis.shifts);
    });
    // The wasm waits until the static page has been seen, so that a shift can be seen, too.
    let release;
    const held = new Promise((done) => (release = done));
    await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
    await page.goto(shared.server.url, { waitUntil: "domcontentloaded" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await answered(page);
    const before = await places(page);
    release();
    for (const kind of KINDS) await painted(page, kind);
    await answered(page);
    const after = await places(page);
    const shifts = await page.evaluate(() => globalThis.lastShifts());
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    assert.ok(total < 0.01, `CLS ${total}: ${JSON.stringify(shifts)}`);
    // Below the fold no shift is counted, yet whoever has scrolled there sees it.
    // A term and its value stand at the two ends of a line: another year may widen one.
    const isBeside = (what) => /^d[td] /.test(what);
    const moved = before.flatMap(({ what, x, y }, index) => {
      const [right, down] = [after[index].x - x, after[index].y - y];
      return Math.abs(down) > 1 || (Math.abs(right) > 1 && !isBeside(what)) ? [`${what}: ${right}, ${down}`] : [];
    });
    assert.deepEqual(moved.slice(0, 5), [], `${moved.length} places moved`);
    assertClean();
    await close();
  });
}

for (const width of [360, 1280]) {
  test(`nothing jumps while a page comes in pieces: ${width} px`, async () => {
    const { page, assertClean, close } = await shared.blank({ viewport: { width, height: 800 } });
    const html = await readFile(join(DIST, "index.html"), "utf8");
    const rows = [...html.slice(0, html.indexOf("</table>")).matchAll(/<tr/g)].map(({ index }) => index);
    const cuts = [0, html.indexOf("<h1"), rows[3], rows.at(-2), html.indexOf("</table>") + 8, html.length];
    assert.ok(rows.length > 8 && cuts.every((cut, place) => cut > (cuts[place - 1] ?? -1)), `${cuts}`);
    shared.server.pages["/"] = { body: cuts.slice(1).map((cut, place) => html.slice(cuts[place], cut)) };
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const note = (list) => {
        for (const { value, sources } of list.getEntries()) globalThis.shifts.push([value, ...sources.map(({ node }) => node?.nodeName)]);
      };
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(shared.server.url);
    delete shared.server.pages["/"];
    for (const kind of KINDS) await painted(page, kind);
    await answered(page);
    const shifts = await page.evaluate(() => globalThis.shifts);
    assert.ok(shifts.reduce((sum, [value]) => sum + value, 0) < 0.01, JSON.stringify(shifts));
    assert.ok(await page.locator(".hero caption").isVisible());
    assertClean();
    await close();
  });
}

/** What sticks out of the window, or of a widget, sideways. */
const overflow = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth} > ${root.clientWidth}`] : [];
    for (const element of document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")) {
      const box = element.shadowRoot.querySelector(".widget");
      if (box.scrollWidth > box.clientWidth) wide.push(`${element.localName} ${box.scrollWidth} > ${box.clientWidth}`);
    }
    return wide;
  });

test("no width makes the page scroll sideways: growing, shrinking, and in use", async () => {
  const { page, assertClean, close } = await shared.open({ viewport: { width: 320, height: 800 } });
  const walk = async (widths, what) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await answered(page);
      await answered(page);
      assert.deepEqual(await overflow(page), [], `${what}, at ${width} px`);
    }
  };
  await walk(WIDTHS, "growing");
  await walk(WIDTHS.toReversed(), "shrinking");
  await use(page);
  await walk([320, 360, 1280], "in use");
  await setAttributes(page, "lq", { view: "dots" });
  await walk([320, 768], "as dots");
  assertClean();
  await close();
});

test("each width also opens without sticking out", async () => {
  for (const width of WIDTHS) {
    const { page, close } = await shared.open({ viewport: { width, height: 800 } });
    assert.deepEqual(await overflow(page), [], `at ${width} px`);
    await close();
  }
});

for (const tag of ["ja-easy", "en"]) {
  test(`in ${tag}, where words are longer, no view of the KPIs makes the page scroll sideways`, async () => {
    const { page, close } = await shared.open({ path: `index.${tag}.html`, viewport: { width: 320, height: 800 } });
    for (const view of ["gauge", "bullet", "trajectory"]) {
      await setAttributes(page, "kpi", { view });
      for (const width of [320, 360, 1000, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await answered(page);
        // Not the widget's own width: a wide space at the end of a line may hang over by some pixels.
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} at ${width} px`);
      }
    }
    await close();
  });
}

let below;
const PREFIX = "/city/しごと/2025";
before(async () => (below = await serve({ prefix: PREFIX })));
after(() => below?.close());

test("from a sub-path, the open data are there: BOM, CRLF, a row for each number", async () => {
  const { page, assertClean, close } = await openPage(shared.browser);
  await page.goto(below.url);
  const urls = await page.locator("a[download]").evaluateAll((all) => all.map(({ href }) => href));
  const rows = { lq: 392, kpi: 16, kpi_actuals: actuals.length, swot: 29 };
  const files = {};
  for (const url of urls) {
    const path = decodeURIComponent(new URL(url).pathname);
    assert.ok(path.startsWith(`${PREFIX}/data/`), path);
    const response = await fetch(url);
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get("content-type"), /^text\/csv/);
    files[path.slice(`${PREFIX}/data/`.length, -".csv".length)] = Buffer.from(await response.arrayBuffer());
  }
  assert.deepEqual(Object.keys(files).sort(), Object.keys(rows).sort());
  for (const [name, bytes] of Object.entries(files)) {
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], `${name}: BOM`);
    const text = bytes.toString("utf8");
    assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/, `${name}: CRLF only`);
    assert.ok(text.endsWith("\r\n"), name);
    assert.equal(text.trimEnd().split("\r\n").length, rows[name] + 1, `${name}: a head and its rows`);
  }
  const cells = (name) => files[name].toString("utf8").slice(1).trimEnd().split("\r\n").slice(1).map((line) => line.split(","));
  const quotients = lq.tables.flatMap(({ base, rows: all, city_period: period, reference_period: reference }) =>
    all.flatMap(({ industry, values }) => values.map((value, index) => [base, industry, lq.cities[index].name, printed(value), period, reference])),
  );
  assert.deepEqual(cells("lq"), quotients);
  assert.deepEqual(cells("kpi").map(([id]) => id), kpi.kpis.map(({ id }) => id));
  const codes = cells("swot").map(([code]) => code);
  assert.deepEqual(new Set(codes), new Set(swotTexts().keys()));
  assertClean();
  await close();
});
