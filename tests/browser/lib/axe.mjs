// Accessibility rules, run by axe-core inside a page, shadow roots included.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe-core on a page and returns its violations as lines of text: `rule: what is wrong (selector)`, with the
 * colours where they are too near.
 *
 * `options` are those of `axe.run`, such as `{ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }`. The script
 * reaches the page through the debugger, so the page's CSP stays as it is. Never inject it before measuring.
 */
export async function accessibilityViolations(page, options = {}, context = {}) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async ([place, given]) => (await globalThis.axe.run(Object.keys(place).length ? place : document, given)).violations, [context, options]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => {
      const ratio = any.find(({ data }) => data?.contrastRatio)?.data;
      const colours = ratio ? ` ${ratio.fgColor} on ${ratio.bgColor} ${ratio.contrastRatio}:1` : "";
      return `${id}: ${help} (${target.flat().join(" ")})${colours}`;
    }),
  );
}
