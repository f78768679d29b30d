// The page as a citizen first meets it: it opens, it is named, and nothing goes wrong.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test("index.html opens under the strict policy without a single error", async () => {
  const { page, assertClean, close } = await openPage(browser);
  const response = await page.goto(server.url, { waitUntil: "networkidle" });
  assert.equal(response.status(), 200);
  assert.notEqual((await page.title()).trim(), "");
  assertClean();
  await close();
});
