// Stylesheets: what is published, compacted by esbuild, says all that was written in `www/`.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST } from "./lib/server.mjs";
import { site } from "./lib/widgets.mjs";

const WWW = join(dirname(fileURLToPath(import.meta.url)), "../../www");
const shared = site();

/** Every declaration of a sheet as the browser reads it: conditions, one selector, property, value. */
const declarations = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const found = new Set();
  // Values with `var()` are kept as they were written.
  const plain = (value) =>
    value
      .replace(/\s*([*/,()])\s*/g, "$1")
      .replace(/(^|[^\d.])0\./g, "$1.")
      .replace(/([\d.]+)ms\b/g, (_, number) => `${number / 1000}s`.replace(/^0/, ""));
  const walk = (rules, place) => {
    for (const rule of rules) {
      const head = rule.selectorText ?? rule.cssText.split("{")[0].trim();
      // A list's commas, not those within brackets.
      for (const one of rule.style ? head.split(/,(?![^(]*\))/) : [head]) {
        const here = `${place}${one.trim()} `;
        for (const name of rule.style ?? []) {
          found.add(`${here}{ ${name}: ${plain(rule.style.getPropertyValue(name))} ${rule.style.getPropertyPriority(name)}}`);
        }
        if (rule.cssRules) walk(rule.cssRules, here);
      }
    }
  };
  walk(sheet.cssRules, "");
  return [...found];
};

const published = {
  style: ["page", "widget"],
  kiosk: ["widget", "kiosk"],
  guide: ["page", "guide"],
  glossary: ["page", "glossary"],
  facts: ["page", "bar", "host", "tools", "facts"],
  strategy: ["page", "bar", "host", "tools", "strategy", "map"],
  search: ["page", "bar", "search"],
  offline: ["offline"],
};

test("compacted stylesheets lose no declaration and no condition", async () => {
  const { page, close } = await shared.blank();
  const names = await readdir(DIST);
  for (const [stem, sources] of Object.entries(published)) {
    const name = names.find((file) => file.startsWith(`${stem}-`) && file.endsWith(".css"));
    const written = await Promise.all(sources.map((source) => readFile(join(WWW, `${source}.css`), "utf8")));
    const all = await page.evaluate(declarations, written.join("\n"));
    const kept = new Set(await page.evaluate(declarations, await readFile(join(DIST, name), "utf8")));
    assert.ok(all.length > 20, `${stem}: ${all.length} declarations`);
    assert.deepEqual(all.filter((one) => !kept.has(one)), [], name);
  }
  await close();
});
