// On paper: everything a visitor could have called up, whatever is chosen on the screen.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { assertCited, assertComplete } from "./lib/complete.mjs";
import { amount, kpi, lq, printed } from "./lib/data.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const chosen = {
  "as it opens, at 1280 px": [1280, {}],
  "as it opens, at 360 px": [360, {}],
  "employees as dots": [1280, { lq: { base: "employees", view: "dots", city: "hirosaki" } }],
  "a factor selected": [1280, { swot: { select: "S-1" } }],
};

for (const [what, [width, states]] of Object.entries(chosen)) {
  test(`in print (${what}) all numbers, texts and sources stand`, async () => {
    const { page, assertClean, close } = await shared.open({ viewport: { width, height: 800 } });
    for (const [kind, attributes] of Object.entries(states)) await setAttributes(page, kind, attributes);
    await page.emulateMedia({ media: "print" });
    await answered(page);
    await assertComplete(page);
    await assertCited(page);
    for (const kind of ["swot", "lq", "kpi"]) {
      assert.equal(await widget(page, kind).locator("input:visible, select:visible, .plain:visible").count(), 0, `${kind}: controls`);
    }
    const hidden = await widget(page, "kpi").evaluate((element) =>
      [...element.shadowRoot.querySelectorAll(".card details p")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
    );
    assert.equal(hidden, 0, "definitions that stay folded");
    assertClean();
    await close();
  });
}

test("on a sheet of A4 no row of chips is cut off, and no explanation is left out", async () => {
  // A4 without its margins is 700 px wide: less than the matrix needs to stand in columns.
  const { page, assertClean, close } = await shared.open({ viewport: { width: 700, height: 990 } });
  await page.emulateMedia({ media: "print" });
  await answered(page);
  const lost = await widget(page, "swot").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll(".node, .steps [data-of]")]
      .filter((one) => !one.checkVisibility() || one.getBoundingClientRect().right > innerWidth)
      .map((one) => one.textContent.trim().slice(0, 12)),
  );
  assert.deepEqual(lost, []);
  const cells = await widget(page, "lq").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("td, tbody th")].filter((one) => one.getBoundingClientRect().right > innerWidth).length,
  );
  assert.equal(cells, 0, "cells beyond the paper's edge");
  assertClean();
  await close();
});

test("the PDF has its pages, and the numbers as text", async (context) => {
  const { page, assertClean, close } = await shared.open();
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 3 && pages <= 20, `${pages} pages`);
  const text = await pdfText(pdf);
  if (text === undefined) context.diagnostic("no pdftotext: the text is not read from the PDF, but from the print media above");
  else {
    for (const value of lq.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values))) assert.ok(text.includes(printed(value)), printed(value));
    for (const one of kpi.kpis) assert.ok(text.includes(amount(one, one.target.value)), one.id);
  }
  assertClean();
  await close();
});

/** The text of a PDF without spaces; `undefined` where there is no pdftotext. */
async function pdfText(pdf) {
  try {
    const running = promisify(execFile)("pdftotext", ["-layout", "-", "-"], { maxBuffer: 1 << 24 });
    running.child.stdin.end(pdf);
    return (await running).stdout.replace(/\s+/g, "");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
