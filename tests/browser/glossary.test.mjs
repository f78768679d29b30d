// The glossary: a page of its own, readable without scripts; marked words in a widget open a note.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessibilityViolations } from "./lib/axe.mjs";
import { setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();
const glossary = JSON.parse(readFileSync(new URL("../../data/glossary.json", import.meta.url), "utf8"));

test("the page explains every term without scripts, and the main page leads to it", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: [], javaScriptEnabled: false });
  await page.locator(".page-foot a[href='glossary.html']").click();
  await page.waitForURL(/glossary\.html$/);
  const shown = await page.locator("main").innerText();
  for (const { term, text } of glossary.terms) assert.ok(shown.includes(term) && shown.includes(text.split("\n")[0]), term);
  for (const number of ["1,590", "10,197", "15.6", "1.23", "12.7"]) assert.ok(shown.includes(number), number);
  assertClean();
  await close();
});
