// The reader's own type size: widgets and pages follow it, never the host page's, and nothing is lost at its utmost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { allReady, host } from "./lib/hosts.mjs";
import { textFaults } from "./lib/overlaps.mjs";
import { KINDS, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const browsers = {};
before(async () => {
  const settings = { 24: "defaultFontSize=24", 32: "defaultFontSize=32", utmost: "defaultFontSize=32,minimumFontSize=24" };
  for (const [name, value] of Object.entries(settings)) browsers[name] = await launch({ args: [`--blink-settings=${value}`] });
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));
const within = (name) => ({ ...shared, blank: shared.blankIn(browsers[name]) });

const MARKUP = KINDS.map((kind) => `<shigoto-${kind}></shigoto-${kind}>`).join("");
const sizes = (page) =>
  page.evaluate((kinds) => {
    const size = (kind) => {
      const root = document.querySelector(`shigoto-${kind}`).shadowRoot;
      return ["h2", ".sentence", "footer"].map((one) => parseFloat(getComputedStyle(root.querySelector(one)).fontSize));
    };
    return kinds.flatMap(size);
  }, KINDS);
const DESIGN = KINDS.flatMap(() => [28, 18, 14]);

for (const reader of [24, 32]) {
  test(`a reader's ${reader} px count on pages of others, whatever those say of theirs`, async () => {
    for (const css of ["", "html { font-size: 62.5% } body { font-size: 1.4rem }", "* { font: 40px monospace !important }"]) {
      const { page, assertClean, close } = await host(within(reader), MARKUP, { css });
      await allReady(page);
      assert.deepEqual(await sizes(page), DESIGN.map((px) => (px * reader) / 16), css);
      assertClean();
      await close();
    }
  });
}

test("a page of ours follows the reader before any script has come, and its widgets with it", async () => {
  const { page, assertClean, close } = await shared.blankIn(browsers[24])({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  await page.goto(shared.server.url);
  assert.equal(await page.locator("h1").evaluate((one) => getComputedStyle(one).fontSize), "60px");
  assert.deepEqual(await sizes(page), DESIGN.map((px) => px * 1.5));
  // Its preload is refused with the scripts.
  assertClean([/request: .* csp$/]);
  await close();
});

test("at 320 px with twice the type and none smaller than 24 px no text lies on another or sticks out", async () => {
  for (const path of ["", "index.en.html", "index.ja-easy.html"]) {
    const { page, assertClean, close } = await shared.blankIn(browsers.utmost)({ viewport: { width: 320, height: 800 } });
    await page.goto(shared.server.url + path);
    // So much type stands before the first widget that no window is near it.
    await page.evaluate(() => document.querySelector("shigoto-swot").scrollIntoView());
    await allReady(page);
    for (const [kind, views] of [["swot", [{}]], ["lq", [{}, { view: "table" }, { view: "compare" }]], ["kpi", [{}, { view: "gauge" }, { view: "trajectory" }]]]) {
      for (const attributes of views) {
        await setAttributes(page, kind, attributes);
        const isShown = ([name, view]) => document.querySelector(`shigoto-${name}`).state.view === view;
        if (attributes.view) await page.waitForFunction(isShown, [kind, attributes.view]);
        assert.deepEqual(await widget(page, kind).evaluate(textFaults), [], `${path} ${kind} ${JSON.stringify(attributes)}`);
      }
    }
    assertClean();
    await close();
  }
});

test("with so much type no page of ours moves sideways, but where a reading is longer than the screen is wide", async () => {
  for (const path of ["", "index.en.html", "accessibility.html"]) {
    const { page, close } = await shared.blankIn(browsers.utmost)({ viewport: { width: 320, height: 800 } });
    await page.goto(shared.server.url + path);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
    await close();
  }
});
