// The other faces of the build: one file that works from a disk, and the twin for iframes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { accessibilityViolations } from "./lib/axe.mjs";
import { KINDS, site, state } from "./lib/widgets.mjs";
import { painted } from "./lib/browser.mjs";
import { DIST, STRICT_CSP } from "./lib/server.mjs";

// The page around the iframe has the same policy, and allows itself frames.
const headers = { "content-security-policy": `${STRICT_CSP}; frame-src 'self'` };
const HOST = '<!doctype html><html lang="ja"><title>市のページ</title><script type="module" src="/embed-host.js"></script><iframe title="特化係数" width="700" src="/embed.html?widget=lq&base=employees&city=akita"></iframe>';
const shared = site({ pages: { "/host.html": { body: HOST, headers } } });

test("standalone.html works from a file, asks for nothing, and carries the open data", async () => {
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  const asked = [];
  page.on("request", (request) => request.url().startsWith("data:") || asked.push(request.url()));
  const url = pathToFileURL(join(DIST, "standalone.html")).href;
  await page.goto(`${url}#lq?base=employees&city=akita`);
  for (const kind of KINDS) await painted(page, kind);
  assert.deepEqual(asked, [url]);
  assert.equal((await state(page, "lq")).city, "akita");
  await page.getByRole("button", { name: /^S-2/ }).click();
  assert.equal((await state(page, "swot")).select, "S-2");
  const csv = await page.evaluate(() => {
    const link = document.querySelector('a[download="lq.csv"]');
    const bytes = Uint8Array.from(atob(link.href.split(",")[1]), (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  });
  assert.equal(csv.charCodeAt(0), 0xfeff);
  assert.equal(csv.trim().split("\r\n").length, 392 + 1);
  assertClean();
  await close();
});

test("embed.html shows the widget it is asked for, in the state it is asked for", async () => {
  const { page, assertClean, close } = await shared.open({ path: "embed.html?widget=kpi&pillar=2&year=2028&onload=x", widgets: ["kpi"] });
  const seen = await page.evaluate(() => [...document.querySelectorAll(".place")].filter((one) => one.checkVisibility()).map((one) => one.id));
  assert.deepEqual(seen, ["kpi"]);
  const { pillar, year } = await state(page, "kpi");
  assert.deepEqual([pillar, year], ["2", "2028"]);
  assertClean();
  await close();
});

test("asked for nonsense, it shows everything", async () => {
  const { page, close } = await shared.open({ path: "embed.html?widget=%3Cscript%3E" });
  assert.equal(await page.evaluate(() => [...document.querySelectorAll(".place")].filter((one) => one.checkVisibility()).length), 3);
  await close();
});

test("the script around an iframe may come after the frame has said how tall it is", async () => {
  const body = HOST.replace(/<script.*?<\/script>/, '<link rel="icon" href="data:,">');
  const policy = { "content-security-policy": headers["content-security-policy"].replace("trusted-types ", "trusted-types host ") };
  shared.server.pages["/late.html"] = { body, headers: policy };
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 1000, height: 800 } });
  await page.goto(`${shared.server.url}late.html`);
  await page.frameLocator("iframe").locator("shigoto-lq .widget.painted").waitFor();
  await page.evaluate(() => {
    const script = Object.assign(document.createElement("script"), { type: "module" });
    // The page's policy wants a trusted address; it is its own.
    script.src = trustedTypes.createPolicy("host", { createScriptURL: (url) => url }).createScriptURL("/embed-host.js");
    document.head.append(script);
  });
  await page.waitForFunction(() => document.querySelector("iframe").height > 500);
  assertClean();
  await close();
});

test("in an iframe it is as tall as it needs to be, and follows its content", async () => {
  const { page, close } = await shared.blank({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${shared.server.url}host.html`);
  const fits = () => {
    const frame = document.querySelector("iframe");
    const body = frame.contentDocument?.body;
    const height = body ? Math.ceil(body.getBoundingClientRect().height) : 0;
    return height > 600 && Math.abs(frame.clientHeight - height) <= 1;
  };
  await page.waitForFunction(fits);
  const before = await page.evaluate(() => document.querySelector("iframe").clientHeight);
  await page.frameLocator("iframe").locator("shigoto-lq input[value=establishments]").check();
  await page.waitForFunction((height) => document.querySelector("iframe").clientHeight !== height, before);
  await page.waitForFunction(fits);
  await close();
});

test("404.html is a page of the site at any address: with its styles under the policy, in each language, light and dark", async () => {
  shared.server.pages["/some/where/else"] = readFileSync(join(DIST, "404.html"), "utf8");
  const { page, assertClean, close } = await shared.blank({ viewport: { width: 320, height: 740 } });
  await page.goto(new URL("/some/where/else", shared.server.url).href);
  assert.equal(await page.locator("section:visible").count(), 3);
  const look = () => page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, document.documentElement.scrollWidth]);
  assert.deepEqual(await look(), ["rgb(251, 250, 247)", 320]);
  assertClean();
  assert.deepEqual(await accessibilityViolations(page), []);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await look(), ["rgb(17, 22, 27)", 320]);
  assert.deepEqual(await accessibilityViolations(page), []);
  await close();
});
