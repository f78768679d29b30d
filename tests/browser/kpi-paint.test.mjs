// <shigoto-kpi>: what the gauges show, and how they move.
// Runs alone: it counts the pictures of a movement.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kpi } from "./lib/data.mjs";
import { fingerprints, ink, token } from "./lib/pixels.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const canvases = (page) => widget(page, "kpi").locator("[data-kpi] canvas");

/** KPIs in the order of their cards. */
const order = (page) => widget(page, "kpi").locator("[data-kpi]").evaluateAll((cards) => cards.map((card) => card.dataset.kpi));

for (const [colorScheme, width] of [["light", 1280], ["light", 360], ["dark", 1280]]) {
  test(`every gauge is painted, with its ticks and its level: ${colorScheme}, ${width} px`, async () => {
    const viewport = { width, height: 800 };
    const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], colorScheme, viewport });
    const ticks = await ink(canvases(page), await token(widget(page, "kpi"), "--ink"));
    const accent = await ink(canvases(page), await token(widget(page, "kpi"), "--accent"));
    assert.equal(ticks.length, 16);
    // In the narrow wall's rows gauges are less than half as large.
    const [least, fewest] = width < 600 ? [400, 8] : [1000, 20];
    for (const [index, id] of (await order(page)).entries()) {
      assert.ok(ticks[index].painted > least, `${id}: ${ticks[index].painted} pixels painted`);
      assert.ok(ticks[index].colored > fewest, `${id}: ${ticks[index].colored} pixels of its ticks`);
      // Where the baseline is 0 there is no level to hatch.
      const { baseline } = kpi.kpis.find((one) => one.id === id);
      if (baseline.value > 0) assert.ok(accent[index].colored > fewest, `${id}: ${accent[index].colored} pixels of level`);
    }
    assertClean();
    await close();
  });
}

for (const width of [360, 768, 1280]) {
  test(`the gauges that the page brings look as they are painted: ${width} px`, async () => {
    const viewport = { width, height: 3000 };
    const wall = (page) => widget(page, "kpi").locator(".indicators");
    const still = await shared.blank({ viewport });
    await still.page.route("**/*.js", (route) => route.abort());
    await still.page.goto(shared.server.url);
    assert.equal(await widget(still.page, "kpi").locator(".face svg").count(), 16);
    const brought = await wall(still.page).screenshot();
    await still.close();
    const { page, close } = await shared.open({ widgets: ["kpi"], viewport });
    assert.equal(await widget(page, "kpi").locator(".face svg").count(), 0);
    const painted = await wall(page).screenshot();
    const { size, other } = await page.evaluate(async (pictures) => {
      const read = async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d");
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.naturalWidth, image.naturalHeight).data;
      };
      const [a, b] = await Promise.all(pictures.map(read));
      if (a.length !== b.length) return { size: a.length, other: b.length };
      let far = 0;
      for (let i = 0; i < a.length; i += 4) {
        // Edges are smoothed by other means; a mark a pixel off, or of another colour, is far.
        if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > 300) far += 1;
      }
      return { size: a.length / 4, other: far };
    }, [brought, painted].map((png) => png.toString("base64")));
    assert.ok(other < size / 4000, `${other} of ${size} pixels are far from what they were`);
    await close();
  });
}

/** Whether a pace is told of a KPI: not of what is held, nor of a handful of things. */
const hasPace = ({ kind, baseline, target }) => kind !== "maintain" && (kind === "percentage" || Math.max(baseline.value, target.value) >= 10);

test("another year moves the pace marks of what is to be raised, and leaves the rest alone", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"] });
  const entry = widget(page, "kpi").locator(".marks li", { has: page.locator(".pace") });
  const atRest = await fingerprints(canvases(page));
  assert.equal(await entry.isVisible(), false, "the legend explains no mark that is not there");
  await setAttributes(page, "kpi", { year: "2024" });
  const before = await fingerprints(canvases(page));
  await setAttributes(page, "kpi", { year: "2033" });
  const after = await fingerprints(canvases(page));
  for (const [index, id] of (await order(page)).entries()) {
    const one = kpi.kpis.find((other) => other.id === id);
    assert.equal(after[index] !== before[index], hasPace(one), `${id} (${one.kind})`);
    assert.equal(before[index] !== atRest[index], hasPace(one), `${id}: without a reading a mark is for a chosen year`);
  }
  assert.ok(await entry.isVisible());
  await setAttributes(page, "kpi", { year: "2024" });
  assert.deepEqual(await fingerprints(canvases(page)), before, "back again, the picture is the same");
  await setAttributes(page, "kpi", { year: null });
  assert.deepEqual(await fingerprints(canvases(page)), atRest);
  assert.equal(await entry.isVisible(), false);
  assertClean();
  await close();
});

/** Cards of gauges whose number or unit lies on what the canvas paints: the band between cap height and baseline counts. */
const crossed = (page) =>
  widget(page, "kpi").evaluate((element) => {
    const cards = [...element.shadowRoot.querySelectorAll("[data-kpi]")].filter((card) => card.checkVisibility());
    const isCrossed = (card) => {
      const canvas = card.querySelector(".dial canvas");
      const corner = canvas.getBoundingClientRect();
      const scale = canvas.width / corner.width;
      const texts = document.createTreeWalker(card.querySelector(".level"), NodeFilter.SHOW_TEXT);
      const boxes = [];
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        boxes.push(...range.getClientRects());
      }
      return boxes.some(({ left, top, width, height }) => {
        const [x, y] = [left - corner.left, top - corner.top + height / 4];
        if (width < 1 || y >= corner.height) return false;
        const area = [x * scale, y * scale, width * scale, (height / 2) * scale].map(Math.round);
        return canvas.getContext("2d").getImageData(...area).data.some((channel, index) => index % 4 === 3 && channel > 0);
      });
    };
    return { count: cards.length, crossed: cards.filter(isCrossed).map((card) => `${card.dataset.kpi}: ${card.querySelector(".level").textContent}`) };
  });

for (const lang of ["ja", "ja-easy", "en"]) {
  test(`${lang}: no number and no unit lies across its gauge's arc`, async () => {
    const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], path: lang === "ja" ? "" : `index.${lang}.html` });
    for (const width of [360, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await setAttributes(page, "kpi", { view: "gauge" });
      await answered(page);
      assert.deepEqual(await crossed(page), { count: 16, crossed: [] }, `at ${width} px`);
    }
    const levels = await widget(page, "kpi").locator(".level").allTextContents();
    assert.deepEqual(levels.filter((level) => /[{|}]/.test(level)), [], "readings are set as ruby, not as braces");
    assertClean();
    await close();
  });
}

/** Sets a year in the page and takes the first gauge's picture before, one microtask later, and at the end. */
const sweep = (page) =>
  widget(page, "kpi").evaluate(async (element) => {
    const canvas = element.shadowRoot.querySelector('[data-kpi="it-tool-adopters"] canvas');
    const picture = () => canvas.toDataURL();
    const pictures = [picture()];
    element.setAttribute("year", element.state.year === "2033" ? "2024" : "2033");
    await new Promise((done) => queueMicrotask(done));
    pictures.push(picture());
    // A movement paints every frame; three frames without a paint are its end.
    let quiet = 0;
    element.addEventListener("shigoto-painted", () => (quiet = 0));
    while (quiet++ < 3) {
      await new Promise((done) => requestAnimationFrame(done));
      pictures.push(picture());
    }
    return pictures;
  });

test("with motion reduced, the final picture stands at once", async () => {
  const { page, close } = await shared.open({ widgets: ["kpi"], reducedMotion: "reduce" });
  const [before, first, ...rest] = await sweep(page);
  assert.notEqual(first, before);
  for (const picture of rest) assert.equal(picture, first, "something still moves");
  await close();
});

test("otherwise the pace marks sweep, and end where they would have stood at once", async () => {
  const still = await shared.open({ widgets: ["kpi"], reducedMotion: "reduce" });
  await sweep(still.page);
  const end = (await sweep(still.page)).at(-1);
  await still.close();
  const { page, assertClean, close } = await shared.open({ widgets: ["kpi"], reducedMotion: "no-preference" });
  await sweep(page);
  const pictures = await sweep(page);
  assert.ok(new Set(pictures).size > 3, `only ${new Set(pictures).size} pictures`);
  assert.equal(pictures.at(-1) === end, true, "it ends elsewhere than without motion");
  assertClean();
  await close();
});
