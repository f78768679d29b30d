// The iframe twin on pages of others: its height, its dialogs, its address, its print.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTexts, squeeze } from "./lib/pdf.mjs";
import { STRICT_CSP } from "./lib/server.mjs";
import { site, state } from "./lib/widgets.mjs";

const shared = site();
const HEADERS = { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` };

/** A page of a town with our frame in it; `css` are the town's own rules. Resolves when the widget is painted and as tall as it asks. */
async function framed(query, { css = "iframe { width: 100%; border: 0 }", body = "", ...options } = {}) {
  const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>市のページ</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css"><script src="/embed-host.js" defer></script>${body}<iframe title="図" src="/embed.html?${query}"></iframe><p>後の文。</p>`;
  shared.server.pages["/host.html"] = { body: page, headers: HEADERS };
  shared.server.pages["/host.css"] = { body: css, type: "text/css" };
  const opened = await shared.blank({ viewport: { width: 1200, height: 700 }, ...options });
  await opened.page.goto(new URL("/host.html", shared.server.url).href);
  const frame = opened.page.frames()[1];
  const kind = new URLSearchParams(query).get("widget");
  await frame.locator(`shigoto-${kind} .widget.painted`).waitFor();
  await opened.page.waitForFunction(isWhole);
  return { ...opened, frame, element: frame.locator(`shigoto-${kind}`) };
}

/** In the page: whether the frame shows all of its content. */
const isWhole = () => {
  const { clientHeight, contentDocument } = document.querySelector("iframe");
  const { height } = contentDocument.body.getBoundingClientRect();
  return height > 300 && Math.abs(clientHeight - height) <= 1;
};

for (const css of ["iframe { height: auto }", "iframe { height: 400px !important; width: 100% }", "iframe { width: 100%; aspect-ratio: 16/9; height: auto }", "* { box-sizing: border-box } iframe { max-height: 300px; width: 100%; border: 3px solid }"]) {
  test(`a page's ${css} does not cut the frame`, async () => {
    const { assertClean, close } = await framed("widget=lq", { css });
    assertClean();
    await close();
  });
}

/** The share of a part of the frame that lies within the top window. */
const inSight = (page, locator) =>
  locator.evaluate((part) => {
    const [own, frame] = [part.getBoundingClientRect(), frameElement.getBoundingClientRect()];
    const seen = Math.min(frame.top + own.bottom, parent.innerHeight) - Math.max(frame.top + own.top, 0);
    return Math.max(0, seen) / own.height;
  });

const WIDGETS = ["widget=kpi", "widget=lq", "widget=swot", "widget=kpi&pillar=2"];
for (const [width, height] of [[1200, 700], [390, 700]]) {
  for (const query of WIDGETS) {
    test(`in a frame of ${query}, ${width} px wide, what opens is in sight`, async () => {
      const { page, element, assertClean, close } = await framed(query, { viewport: { width, height } });
      const dialog = element.locator("dialog");
      const open = async (what) => {
        await element.locator(".menu > summary").click();
        await element.locator(`[data-take=${what}]`).click();
        await dialog.waitFor();
        assert.ok((await inSight(page, dialog)) >= 0.95, `${what}: ${await inSight(page, dialog)}`);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
      };
      await open("qr");
      // Copying is refused.
      await element.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
      });
      await open("link");
      const words = element.locator(".term:visible");
      if (await words.count()) {
        await words.last().scrollIntoViewIfNeeded();
        await words.last().click();
        const note = element.locator("[popover]");
        await note.waitFor();
        assert.ok((await inSight(page, note)) >= 0.95, `note: ${await inSight(page, note)}`);
      }
      assertClean();
      await close();
    });
  }
}

test("only data of the same origin can be asked for by the frame's address", async () => {
  const { page, close } = await shared.blank({});
  const [asked, warnings] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  for (const src of ["https://example.com/x.csv", "//example.com/x.csv", "data:text/csv,base", "blob:null/1"]) {
    warnings.length = 0;
    await page.goto(`${shared.server.url}embed.html?widget=lq&src=${encodeURIComponent(src)}`);
    await page.locator("shigoto-lq .painted").waitFor();
    assert.equal(await page.locator("shigoto-lq").getAttribute("src"), null, src);
    assert.equal(warnings.length, 1, warnings.join("\n"));
  }
  assert.deepEqual(asked.filter((url) => new URL(url).hostname === "example.com"), []);
  shared.server.pages["/町 の.csv"] = { body: "base,industry,city,lq\r\noutput,農業,架空市,2.50\r\n", type: "text/csv" };
  await page.goto(`${shared.server.url}embed.html?widget=lq&src=${encodeURIComponent("./町 の.csv")}`);
  await page.locator("shigoto-lq .own").waitFor();
  assert.match(await page.locator("shigoto-lq .own").textContent(), /町 の\.csv/, "the file's name as it is");
  await page.route(/%E3%\.csv/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${shared.server.url}embed.html?widget=lq&src=.%2F%25E3%25.csv`);
  await page.locator("shigoto-lq .notice:not([hidden])").waitFor();
  assert.match(await page.locator("shigoto-lq .notice").textContent(), /%E3%\.csv/);
  await close();
});

test("the frame's title and language are those of what it shows", async () => {
  const { page, assertClean, close } = await shared.blank({});
  const told = async (query) => {
    await page.goto(`${shared.server.url}embed.html?${query}`);
    await page.waitForFunction(() => document.querySelector("shigoto-kpi")?.state?.year || document.title.includes("|"));
    return page.evaluate(() => [document.documentElement.lang, document.title]);
  };
  assert.deepEqual(await told("widget=kpi"), ["ja", "重要業績評価指標（KPI） | 青森市しごと創造戦略"]);
  const [lang, title] = await told("widget=lq&lang=en");
  assert.equal(lang, "en");
  assert.match(title, /^Location quotients .* \| Aomori City/);
  assertClean();
  await close();
});

test("the frame's address is understood as mail programs write it", async () => {
  const { page, close } = await shared.blank({});
  for (const search of ["?widget=lq&amp;base=employees&amp;city=akita", "?widget%3Dlq%26base%3Demployees%26city%3Dakita", "?widget=lq&base=employees&city=akita。"]) {
    await page.goto(`${shared.server.url}embed.html${search}`);
    await page.locator("shigoto-lq .painted").waitFor();
    const { base, city } = await state(page, "lq");
    assert.deepEqual([base, city], ["employees", "akita"], search);
  }
  await close();
});

/** In the frame: every number that can be seen, the figures' words included. */
const numbersSeen = (element) =>
  element.evaluate((one) => {
    const numbers = new Set();
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { width, height } = range.getBoundingClientRect();
        if (width > 1 && height > 1) for (const [number] of node.data.matchAll(/\d[\d,.]*/g)) numbers.add(number.replace(/[.,]$/, ""));
      } else if (!(node instanceof Element) || (node.checkVisibility({ contentVisibilityAuto: true }) && getComputedStyle(node).clipPath === "none" && !node.matches(".toolbar, .tools, .notice, .plain"))) {
        for (const child of node.childNodes) walk(child);
      }
    };
    walk(one.shadowRoot);
    return [...numbers];
  });

const PRINTED = {
  "widget=lq&base=employees": [1200, 390],
  "widget=lq&view=dots&city=akita": [1200],
  "widget=lq&view=quadrant": [1200],
  "widget=lq&view=compare": [1200],
  "widget=kpi": [1200, 390],
  "widget=kpi&pillar=2&view=trajectory&lang=en": [1200],
  "widget=kpi&kpi=startups": [800],
  "widget=swot&select=S-1": [1200, 390],
};
for (const [query, widths] of Object.entries(PRINTED)) {
  for (const width of widths) {
    test(`what the frame of ${query} shows at ${width} px is on paper, whole`, async () => {
      const { page, frame, element, assertClean, close } = await framed(query, { viewport: { width, height: 800 }, colorScheme: "dark" });
      const numbers = await numbersSeen(element);
      assert.ok(numbers.length > 3, `${numbers}`);
      const texts = await pageTexts(await page.pdf({ format: "A4" }));
      const text = squeeze(texts.join(""));
      assert.deepEqual(numbers.filter((number) => !text.includes(number)), []);
      assert.equal(texts.filter((one) => one.includes(numbers[0])).length >= 1, true);
      // As it was before.
      assert.equal(await frame.evaluate(() => document.body.style.transform), "");
      await page.waitForFunction(isWhole);
      assert.deepEqual((await numbersSeen(element)).toSorted(), numbers.toSorted());
      assertClean();
      await close();
    });
  }
}
