// How words break into lines, how small they get, and by what sign a row shows that it opens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lq } from "./lib/data.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";
import { begun, seen } from "./lib/kiosk.mjs";

const shared = site();
const PHONE = { width: 320, height: 800 };

/** Runs in an element: what a pattern finds in its texts and stands on more than one line. */
const broken = (element, [selector, pattern]) => {
  const found = [];
  for (const one of (element.shadowRoot ?? element).querySelectorAll(selector)) {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.checkVisibility() || node.parentElement.closest("style, ruby")) continue;
      for (const match of node.data.matchAll(new RegExp(pattern, "gu"))) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(match[0]);
      }
    }
  }
  return found;
};

test("English words of a comparison are whole on the narrowest phone", async () => {
  const { page, close } = await shared.open({ path: "index.en.html", widgets: ["lq"], viewport: PHONE });
  await setAttributes(page, "lq", { view: "compare" });
  await widget(page, "lq").locator(".compare table").waitFor();
  assert.deepEqual(await widget(page, "lq").evaluate(broken, [".compare", "[\\p{L}’]+"]), []);
  await close();
});

test("codes are never parted, nor a level's number from its unit where both fit a line", async () => {
  for (const path of ["", "index.en.html"]) {
    for (const width of [320, 768, 1280]) {
      const { page, close } = await shared.open({ path, viewport: { width, height: 800 } });
      assert.deepEqual(await widget(page, "swot").evaluate(broken, [".widget", "[SWOT]{1,2}-\\d+"]), [], `${path} ${width}`);
      assert.deepEqual(await widget(page, "kpi").evaluate(broken, [".card b", "[\\d,.]+\\s?[人円者件％%]"]), [], `${path} ${width}`);
      await close();
    }
  }
});

test("readings over words are at least 10 px high, on the page and in every widget", async () => {
  const { page, close } = await shared.open({ path: "index.ja-easy.html", widgets: [], viewport: PHONE });
  const sizes = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].map((one) => one.shadowRoot)];
    return roots.map((root) => [...root.querySelectorAll("rt")].filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize)));
  });
  assert.equal(sizes.length, 4);
  for (const each of sizes) assert.ok(each.length > 20 && Math.min(...each) >= 10, `${each.length} readings, the smallest ${Math.min(...each)} px`);
  await close();
});

test("a pillar's head and cards are a block of their own at every width, where they are grouped so", async () => {
  for (const width of [320, 768, 1280, 1920]) {
    const { page, close } = await shared.open({ widgets: ["kpi"], viewport: { width, height: 900 } });
    await setAttributes(page, "kpi", { group: "pillar" });
    await widget(page, "kpi").locator("[data-group=pillar]").waitFor();
    const faults = await widget(page, "kpi").evaluate((element) => {
      const box = (one) => one.getBoundingClientRect();
      const pillars = [...element.shadowRoot.querySelectorAll(".group")];
      const within = (inner, outer) => inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      const strays = pillars.flatMap((pillar) => [...pillar.querySelectorAll(".group-head, .card")].filter((one) => !within(box(one), box(pillar))).map((one) => one.textContent));
      const meeting = pillars.filter((pillar, at) => at > 0 && box(pillar).top < box(pillars[at - 1]).bottom);
      return { count: pillars.length, strays, meeting: meeting.length };
    });
    assert.deepEqual(faults, { count: 5, strays: [], meeting: 0 }, `${width}`);
    await close();
  }
});

test("rows that open have a sign of it that is seen, not heard", async () => {
  const { page, close } = await shared.open({ widgets: ["lq"] });
  for (const [view, selector, place] of [["table", "tbody [data-detail]", "::after"], ["dots", ".dots summary", "::before"]]) {
    await setAttributes(page, "lq", { view });
    // Dots come with the complete module.
    await widget(page, "lq").locator(selector).first().waitFor();
    const signs = await widget(page, "lq").evaluate(
      (element, [all, where]) =>
        [...element.shadowRoot.querySelectorAll(all)].filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one, where)).map(({ content, color, borderRight, width }) => ({ content, color, borderRight, width: parseFloat(width) })),
      [selector, place],
    );
    assert.equal(signs.length, lq.tables[0].rows.length, view);
    // A letter that is not read aloud, or a chevron of two edges.
    const isLetter = ({ content, color }) => /^"\s?›" \/ ""$/.test(content) && color !== "rgba(0, 0, 0, 0)";
    const isChevron = ({ content, borderRight, width }) => content === '""' && width >= 7 && /^2px solid rgb\(/.test(borderRight);
    for (const sign of signs) assert.ok(view === "table" ? isLetter(sign) : isChevron(sign), `${view}: ${JSON.stringify(sign)}`);
  }
  await close();
});

test("a kiosk whose browser makes no style sheets begins all the same, dressed", async () => {
  const { page, close } = await shared.blank({ viewport: { width: 1920, height: 1080 }, serviceWorkers: "block" });
  await page.addInitScript(() => {
    const Sheet = globalThis.CSSStyleSheet;
    globalThis.CSSStyleSheet = function () {
      throw new TypeError("Illegal constructor");
    };
    globalThis.CSSStyleSheet.prototype = Sheet.prototype;
    delete ShadowRoot.prototype.adoptedStyleSheets;
  });
  await page.clock.install();
  await page.goto(`${shared.server.url}kiosk.html?scenes=years`);
  await begun(page);
  const { mode, title, kind } = await seen(page);
  assert.equal(mode, "loop");
  assert.ok(title && kind, `${title}, ${kind}`);
  const isDressed = ([one]) => getComputedStyle(document.getElementById(one).firstElementChild.shadowRoot.querySelector(".widget")).backgroundColor !== "";
  assert.ok(await page.evaluate(isDressed, [kind]));
  await close();
});
