// Places on a host page that give an element little or odd room, or none for now.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allReady, canvases, host } from "./lib/hosts.mjs";
import { ink } from "./lib/pixels.mjs";
import { answered, KINDS, site, widget } from "./lib/widgets.mjs";

const shared = site();
const MARKUP = KINDS.map((kind) => `<div class="one"><shigoto-${kind}></shigoto-${kind}></div>`).join("");

const SHRINKING = {
  "a row": ".one { display: flex }",
  "an inline block": ".one { display: inline-block }",
  "an inline block of its own": "shigoto-swot, shigoto-lq, shigoto-kpi { display: inline-block }",
  "a float": ".one { float: left }",
  "a table": ".one { display: table }",
  "a grid with columns as wide as they ask": ".one { display: grid; grid-template-columns: auto auto; justify-content: start }",
};

for (const [what, css] of Object.entries(SHRINKING)) {
  test(`in ${what} a widget can be seen, and makes a telephone no wider`, async () => {
    for (const width of [1280, 320]) {
      const { page, assertClean, close } = await host(shared, `<main>${MARKUP}</main>`, { css, viewport: { width, height: 800 } });
      await allReady(page);
      for (const kind of KINDS) {
        const { width: own } = await widget(page, kind).evaluate((one) => one.shadowRoot.querySelector(".widget").getBoundingClientRect());
        assert.ok(own >= 250, `${kind} at ${width} px: ${own} px wide`);
        assert.ok(own <= width, `${kind} at ${width} px: ${own} px wide`);
      }
      assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), `the page at ${width} px scrolls sideways`);
      assertClean();
      await close();
    }
  });
}

/** Whether an element paints anything: the matrix draws its lines only where it stands in columns. */
const isDrawn = (element) =>
  element.evaluate((one) => {
    const matrix = one.shadowRoot.querySelector(".matrix");
    return !matrix || getComputedStyle(matrix).gridTemplateColumns.split(" ").length === 3;
  });

/** Fails unless every canvas an element shows covers its frame, is painted, and is as fine as the screen. */
async function assertFits(page, selector) {
  const element = page.locator(selector);
  const seen = await canvases(element);
  assert.ok(seen.length > 0, `${selector}: no canvas is shown`);
  for (const { width, height, frameWidth, frameHeight, pixels } of seen) {
    assert.ok(Math.abs(width - frameWidth) <= 2 && Math.abs(height - frameHeight) <= 2, `${selector}: ${width} × ${height} in ${frameWidth} × ${frameHeight}`);
    assert.ok(pixels >= 0.99 * width, `${selector}: ${pixels} pixels on ${width} px`);
  }
  const painted = (await ink(element.locator("canvas:visible"))).map((one) => one.painted);
  const isAny = await isDrawn(element);
  assert.ok(painted.every((count) => (isAny ? count > 500 : count === 0)), `${selector}: ${painted}`);
}

const FULL = "<shigoto-swot select='S-1'></shigoto-swot><shigoto-lq></shigoto-lq><shigoto-kpi></shigoto-kpi>";
const AWAY = {
  "in a <details> that is opened": [`<details><summary>図</summary>${FULL}</details>`, () => (document.querySelector("details").open = true)],
  "in a place that is hidden at first": [`<div hidden>${FULL}</div>`, () => (document.querySelector("[hidden]").hidden = false)],
  "far below, where it is scrolled to": [`<div class="far"></div>${FULL}`, () => document.querySelector("shigoto-swot").scrollIntoView()],
};

for (const [what, [markup, show]] of Object.entries(AWAY)) {
  for (const isAlone of [true, false]) {
    test(`${what} (${isAlone ? "nothing else on the page" : "others at work before"}) it is painted at its size`, async () => {
      const first = isAlone ? "" : "<shigoto-kpi id='first'></shigoto-kpi>";
      const { page, assertClean, close } = await host(shared, `<main>${first}<section>${markup}</section></main>`, { css: ".far { height: 5000px }" });
      if (!isAlone) await allReady(page);
      await page.evaluate(show);
      await allReady(page);
      await answered(page);
      for (const kind of KINDS) await assertFits(page, `section shigoto-${kind}`);
      assertClean();
      await close();
    });
  }
}

/** Where on each canvas something is painted, as shares of its width and height: left, top, right, bottom. */
const reach = (element) =>
  element.locator("canvas:visible").evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      const [columns, rows] = [new Set(), new Set()];
      for (let i = 3; i < data.length; i += 4) {
        if (!data[i]) continue;
        columns.add(((i - 3) / 4) % width);
        rows.add(Math.floor(i / 4 / width));
      }
      const ends = (set, size) => [Math.min(...set), Math.max(...set)].map((px) => px / size);
      const [[left, right], [top, bottom]] = [ends(columns, width), ends(rows, height)];
      return [left, top, right, bottom];
    }),
  );


const ZOOMS = {
  "zoomed": "zoom: 1.5",
  "zoomed out": "zoom: 0.8",
  "made smaller by a transform": "transform: scale(0.75); transform-origin: 0 0",
};

for (const [what, rule] of Object.entries(ZOOMS)) {
  // Wide enough for columns; between the limits with and without the zoom; a telephone.
  for (const width of [1000, 700, 500]) {
    test(`in a place of ${width} px that is ${what} pictures lie where their words are`, async () => {
      const places = [];
      for (const css of [`section { width: ${width}px }`, `section { width: ${width}px; ${rule} }`]) {
        // In a narrow place a table is wider than its frame, and pairs have no canvas.
        const markup = FULL.replace("<shigoto-lq>", `<shigoto-lq view='${width < 600 ? "dots" : "table"}'>`);
        const { page, assertClean, close } = await host(shared, `<main><section>${markup}</section></main>`, { css, viewport: { width: 1600, height: 800 } });
        await allReady(page);
        for (const kind of KINDS) await assertFits(page, `section shigoto-${kind}`);
        const all = [];
        for (const kind of KINDS) {
          const element = page.locator(`section shigoto-${kind}`);
          all.push((await isDrawn(element)) ? await reach(element) : null);
        }
        places.push(all);
        assertClean();
        await close();
      }
      const [plain, odd] = places;
      for (const [index, kind] of KINDS.entries()) {
        if (!odd[index] || !plain[index]) continue;
        assert.equal(odd[index].length, plain[index].length, `${kind}: canvases shown`);
        odd[index].forEach((ends, canvas) => ends.forEach((end, side) => {
          const expected = plain[index][canvas][side];
          assert.ok(Math.abs(end - expected) < 0.03, `${kind}, canvas ${canvas}, ${["left", "top", "right", "bottom"][side]}: ${end}, not ${expected}`);
        }));
      }
    });
  }
}

test("what the page hides or makes inert stays so", async () => {
  const places = "<div class='unseen'><shigoto-kpi></shigoto-kpi></div><div inert><shigoto-lq></shigoto-lq></div><div class='untouched'><shigoto-swot></shigoto-swot></div>";
  const { page, assertClean, close } = await host(shared, places, { css: ".unseen { visibility: hidden } .untouched { pointer-events: none } body { user-select: none }" });
  await allReady(page);
  assert.equal(await widget(page, "kpi").getByRole("slider", { includeHidden: true }).isVisible(), false);
  const inert = await widget(page, "lq").locator("thead button").first().evaluate((one) => {
    one.focus();
    return one.getRootNode().activeElement === null;
  });
  assert.ok(inert, "an inert button took the focus");
  const touched = await widget(page, "swot").locator(".node").first().evaluate((one) => {
    one.scrollIntoView();
    const { x, y } = one.getBoundingClientRect();
    return one.getRootNode().host === document.elementFromPoint(x + 5, y + 5);
  });
  assert.equal(touched, false);
  assert.equal(await widget(page, "swot").locator("h2").evaluate((one) => getComputedStyle(one).userSelect), "text", "words can be copied");
  assertClean();
  await close();
});
