// Whether a page shows every number and text of the three widgets, whatever its scripts have or have not done.

import assert from "node:assert/strict";
import { amount, kpi, lq, printed, strategy, swot, swotTexts } from "./data.mjs";

const squeeze = (text) => text.replace(/\s+/g, "");

/**
 * Fails when a printed quotient, KPI or SWOT text is not visible. Quotients are looked for cell by cell, each in the
 * table of its base. Works without scripts too: the debugger asks, not the page.
 */
export async function assertComplete(page) {
  const tables = await page.locator("shigoto-lq section[data-base]").evaluateAll((sections) =>
    sections.map((section) => [
      section.dataset.base,
      [...section.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => (cell.checkVisibility() ? cell.innerText.trim() : "hidden"))),
    ]),
  );
  const expected = lq.tables.map(({ base, rows }) => [base, rows.map(({ industry, values }) => [industry, ...values.map(printed)])]);
  const hidden = tables.filter(([, rows]) => rows.flat().includes("hidden")).map(([base]) => base);
  assert.deepEqual(hidden, [], "tables that cannot be seen");
  // A table shown as dots stands on paper in the order of the dots.
  const byName = (all) => all.map(([base, rows]) => [base, [...rows].sort(([one], [other]) => (one < other ? -1 : 1))]);
  assert.deepEqual(byName(tables), byName(expected));

  const shown = async (selector) => squeeze((await page.locator(selector).evaluateAll((all) => all.map((one) => one.innerText))).join(""));
  for (const one of kpi.kpis) {
    const card = await shown(`shigoto-kpi [data-kpi="${one.id}"]`);
    for (const text of [one.name, amount(one, one.baseline.value), one.baseline.period, amount(one, one.target.value)]) {
      assert.ok(card.includes(squeeze(text)), `${one.id}: ${text} is not seen in ${card}`);
    }
  }
  // Said once: by the sentence, where there is a script to hide what every card says.
  assert.match(await shown("shigoto-kpi :is(.sentence, .status)"), /実績未公表/);
  for (const [code, [name, ...rest]] of swotTexts()) {
    const own = await shown(`shigoto-swot [data-code="${code}"]`);
    assert.ok(own.includes(squeeze(name)), `${code}: ${name} is not seen in ${own}`);
    // What the strategy says of a factor besides, and we of a strategy, stands in the list below, which opens without scripts.
    const all = squeeze((await page.locator(`shigoto-swot :is(li:has(> [data-code="${code}"]), .links [data-of="${code}"])`).allTextContents()).join(""));
    for (const text of rest) assert.ok(all.includes(squeeze(text)), `${code}: ${text}`);
  }
}

/** Fails when it is not seen where the numbers come from: the strategy, and the section of each table and analysis. */
export async function assertCited(page) {
  const feet = await page.locator("shigoto-swot footer, shigoto-lq footer, shigoto-kpi footer").evaluateAll((all) => all.map((one) => one.innerText));
  const seen = squeeze(feet.join("\n"));
  const sections = [swot.source.section, ...lq.tables.map(({ source }) => source.section)];
  for (const section of sections) assert.ok(seen.includes(squeeze(`出典 ${strategy.title} ${section}`)), `${section} in ${seen}`);
  for (const { formula } of lq.tables) assert.ok(seen.includes(squeeze(formula)), formula);
  const foot = await page.locator(".page-foot").evaluate((one) => one.innerText);
  assert.ok(foot.includes(strategy.publisher) && foot.includes(strategy.title), foot);
}
