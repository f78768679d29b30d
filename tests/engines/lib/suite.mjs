// The tests every engine takes: that the widgets come to life in it, answer, and stay readable when they cannot.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { kpi, lq, swotTexts } from "../../browser/lib/data.mjs";
import { KINDS, allPainted, assertInk, assertTables, assertWords, curvesDrawn } from "./claims.mjs";
import { endAll, eventually } from "./child.mjs";
import { cards, fetched, isStatic, notices, pictures, slide, stateOf } from "./look.mjs";
import { setStage } from "./stage.mjs";

/** Declares the tests of one engine, which is started once. `options` are those of `describe`. */
export function suite(name, launch, options = {}) {
  describe(name, options, () => {
    let stage;
    before(async () => {
      stage = await setStage(launch);
    });
    // Also after a start that failed half-way.
    after(() => Promise.resolve(stage?.close()).finally(endAll));
    for (const [what, run] of Object.entries(TESTS)) test(`${name}: ${what}`, () => run(stage));
  });
}

/** Presses a radio button of the quotients' bases, and returns when the widget has answered. */
async function chooseBase(page, base) {
  await page.click("shigoto-lq", `input[name="base"][value="${base}"]`);
  await eventually(`the base ${base}`, () => page.evaluate((wanted) => document.querySelector("shigoto-lq").getAttribute("base") === wanted, base));
}

/** What the engines themselves log of a policy that refuses wasm. */
const REFUSAL = [/csp: script-src wasm-eval/, /^javascript: Content-Security-Policy: .*WebAssembly/];

const TESTS = {
  "what goes wrong on a page does not pass unnoticed": async ({ host, visit }) => {
    const seen = (page) => eventually("the broken page", () => page.evaluate(() => document.readyState === "complete"));
    const { message } = await visit(host("broken"), seen).then(() => assert.fail("nothing was noticed"), (error) => error);
    for (const fault of [/told/, /rejected/, /thrown/, /404 .*missing\.js/, /csp: style-src/]) assert.match(message, fault);
  },

  "every widget is painted, and every word is there": ({ site, visit }) =>
    visit(site, async (page) => {
      await allPainted(page);
      await assertInk(page, "lq", 1);
      await assertInk(page, "kpi", kpi.kpis.length);
      await assertTables(page, ["output"]);
      await assertWords(page);
    }),

  "what the page brought is upgraded in place": ({ marked, visit }) =>
    visit(marked, async (page) => {
      await allPainted(page);
      const [brought, lost] = await page.evaluate(() => [globalThis.brought.length, globalThis.brought.filter((node) => !node.isConnected).length]);
      const least = lq.tables.reduce((sum, { rows }) => sum + rows.length, 0) * lq.cities.length + kpi.kpis.length + swotTexts().size;
      assert.ok(brought > least, `${brought} nodes before the upgrade`);
      assert.equal(lost, 0, "nodes that were replaced");
    }),

  "a click on a base switches the table": ({ site, visit }) =>
    visit(site, async (page) => {
      await allPainted(page);
      const [before] = await page.evaluate(pictures, "lq");
      await chooseBase(page, "employees");
      await eventually("the address to follow", () => page.evaluate(() => /^#lq\?.*base=employees/.test(location.hash)));
      await assertTables(page, ["employees"]);
      await eventually("the colours of another base", async () => (await page.evaluate(pictures, "lq"))[0].print !== before.print);
      await assertInk(page, "lq", 1);
    }),

  // Not every engine focuses a button that is pressed.
  "the first press on an industry brings the focus to its detail; sorting is said": ({ site, visit }) =>
    visit(site, async (page) => {
      await allPainted(page);
      // A driver brings what it clicks to the window's edge, where the page's bar or the detail may lie over it: `start` is below the bar.
      const show = (selector) => page.evaluate((wanted) => document.querySelector("shigoto-lq").shadowRoot.querySelector(wanted).scrollIntoView(), selector);
      await show("[data-base=output] [data-row='0'] [data-detail]");
      await page.click("shigoto-lq", "[data-base=output] [data-row='0'] [data-detail]");
      await eventually("the focus at the detail", () => page.evaluate(() => document.querySelector("shigoto-lq").shadowRoot.activeElement?.localName === "h3"));
      await show("[data-base=output] [data-sort=akita]");
      await page.click("shigoto-lq", "[data-base=output] [data-sort=akita]");
      await eventually("a word on the order", () => page.evaluate(() => /大きい順/.test(document.querySelector("shigoto-lq").shadowRoot.querySelector(".said").textContent)));
    }),

  "the year slider moves words and gauges": ({ site, visit }) =>
    visit(site, async (page) => {
      await allPainted(page);
      await page.evaluate(slide, "2024");
      const before = await page.evaluate(pictures, "kpi");
      const [year, words] = await page.evaluate(slide, "2033");
      assert.equal(year, "2033");
      assert.match(words, /^2033年度/);
      // In the plan's last year the pace is the target; what is to be kept has none to move.
      const shown = await page.evaluate(cards);
      // A handful of things has no pace.
      const raised = kpi.kpis.filter(({ kind, target }) => kind !== "maintain" && target.value > 5);
      for (const { id, target } of raised) {
        const [, pace] = /2033年度のペース([\d.,]+)/.exec(shown[id]) ?? [];
        assert.equal(Number(pace?.replaceAll(",", "")), target.value, shown[id]);
      }
      const moved = async () => (await page.evaluate(pictures, "kpi")).filter(({ print }, index) => print !== before[index].print).length;
      await eventually("the pace marks to move", async () => (await moved()) === raised.length);
      await assertInk(page, "kpi", kpi.kpis.length);
    }),

  "a click on a factor selects it and draws its links": ({ site, visit }) =>
    visit(site, async (page) => {
      await allPainted(page);
      await page.click("shigoto-swot", '[data-code="S-2"]');
      const selected = () => page.evaluate(() => document.querySelector("shigoto-swot").getAttribute("select"));
      assert.equal(await eventually("the selection", selected), "S-2");
      assert.equal((await page.evaluate(stateOf, "swot")).select, "S-2");
      await curvesDrawn(page);
    }),

  // What it saves is looked at in Chromium: drivers of others differ in what becomes of a download.
  "a reading typed in the workshop is told as a change and shown": ({ site, visit }) =>
    visit(`${site}studio.html`, async (page) => {
      await eventually("the workshop", () => page.evaluate(() => !document.querySelector("main > .steps").hidden));
      await page.evaluate(() => {
        const form = document.querySelector("[data-reading]");
        form.elements.kpi.value = "startups";
        form.elements.period.value = "2025年度";
        form.elements.value.value = "41";
        form.requestSubmit();
      });
      const told = () => page.evaluate(() => document.querySelector("main").dataset.state === "ready" && document.querySelector("[data-diff]").textContent);
      assert.match(await eventually("the change", told), /創業件数.*41件/);
      const shown = () => page.evaluate(() => /2025年度・?/.test(document.querySelector("shigoto-kpi")?.shadowRoot?.querySelector(".widget.painted")?.textContent ?? ""));
      await eventually("the widget with it", shown);
    }),

  "a deep link opens its view": ({ site, visit }) =>
    visit(`${site}index.html#lq?base=employees&city=hirosaki`, async (page) => {
      await allPainted(page);
      const { base, city } = await page.evaluate(stateOf, "lq");
      assert.deepEqual([base, city], ["employees", "hirosaki"]);
      await assertTables(page, ["employees"]);
    }),

  "elements in a page of another path come to life": ({ host, visit }) =>
    visit(host("works"), async (page) => {
      await allPainted(page);
      await assertTables(page, ["employees"]);
      await assertInk(page, "lq", 1);
      assert.equal((await page.evaluate(stateOf, "kpi")).pillar, "2");
      await curvesDrawn(page);
    }),

  "words and canvases follow the page's colour scheme": ({ host, visit }) =>
    visit(host("works"), async (page) => {
      await allPainted(page);
      const ground = () => getComputedStyle(document.querySelector("shigoto-kpi").shadowRoot.querySelector(".widget")).backgroundColor;
      const [light, before] = [await page.evaluate(ground), await page.evaluate(pictures, "kpi")];
      await page.evaluate(() => void (document.documentElement.style.colorScheme = "dark"));
      await eventually("a dark ground", async () => (await page.evaluate(ground)) !== light);
      const isRedrawn = async () => (await page.evaluate(pictures, "kpi")).some(({ print }, index) => print !== before[index].print);
      await eventually("pictures in its colours", isRedrawn);
    }),

  "elements made by a script get their trees": ({ host, visit }) =>
    visit(host("empty"), async (page) => {
      const make = (kinds) => document.querySelector("main").append(...kinds.map((kind) => document.createElement(`shigoto-${kind}`)));
      await page.evaluate(make, KINDS);
      await allPainted(page);
      await assertInk(page, "kpi", kpi.kpis.length);
      await assertTables(page, ["output"]);
      await assertWords(page);
    }),

  "embed.html shows the widget asked for": ({ site, visit }) =>
    visit(`${site}embed.html?widget=lq&base=employees`, async (page) => {
      await allPainted(page, ["lq"]);
      const places = () => [...document.querySelectorAll(".place")].filter((one) => one.checkVisibility()).map(({ id }) => id);
      assert.deepEqual(await page.evaluate(places), ["lq"]);
      await assertTables(page, ["employees"]);
    }),

  "standalone.html works from a file and asks for nothing": ({ standalone, visit }) =>
    visit(standalone, async (page) => {
      await allPainted(page);
      await assertInk(page, "lq", 1);
      await assertInk(page, "kpi", kpi.kpis.length);
      await assertTables(page, ["output"]);
      await assertWords(page);
      await chooseBase(page, "employees");
      await assertTables(page, ["employees"]);
      assert.deepEqual(await page.evaluate(fetched), []);
    }),

  "where the policy forbids wasm, every word stays and no error is seen": ({ noWasm, visit }) =>
    visit(noWasm, async (page) => {
      for (const kind of KINDS) await eventually(`${kind} to give up`, () => page.evaluate(isStatic, kind));
      await assertTables(page, lq.tables.map(({ base }) => base));
      await assertWords(page);
      assert.deepEqual(await page.evaluate(notices), []);
    }, REFUSAL),
};
