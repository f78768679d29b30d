// What the tests of every engine claim of a page, compared with data/ as written.

import assert from "node:assert/strict";
import { amount, kpi, lq, printed, swotTexts } from "../../browser/lib/data.mjs";
import { eventually } from "./child.mjs";
import { cards, isPainted, nodes, pictures, quotients } from "./look.mjs";

export const KINDS = ["swot", "lq", "kpi"];
/** A canvas with fewer painted pixels shows nothing worth the name. */
const LEAST_INK = 500;

const squeeze = (text) => text.replace(/\s+/g, "");
const valuesOf = (wanted) => lq.tables.find(({ base }) => base === wanted).rows.flatMap(({ values }) => values.map(printed));

/** Resolves when widgets stand complete. */
export async function allPainted(page, kinds = KINDS) {
  for (const kind of kinds) await eventually(`${kind} to be painted`, () => page.evaluate(isPainted, kind));
}

/** Fails when a widget's visible canvases are not as many as expected, or one of them is blank. */
export async function assertInk(page, kind, count) {
  const painted = (await page.evaluate(pictures, kind)).map((picture) => picture.painted);
  assert.equal(painted.length, count, `canvases of ${kind}`);
  for (const pixels of painted) assert.ok(pixels > LEAST_INK, `${kind}: ${painted.join(", ")} painted pixels`);
}

/** Resolves when the curves of a selection are drawn. */
export function curvesDrawn(page) {
  return eventually("the curves of the selection", async () => {
    const [canvas] = await page.evaluate(pictures, "swot");
    return canvas?.painted > LEAST_INK;
  });
}

/** Fails unless the tables of these bases are seen, with every quotient as printed, and no other. */
export async function assertTables(page, bases) {
  assert.deepEqual(await page.evaluate(quotients), Object.fromEntries(bases.map((base) => [base, valuesOf(base)])));
}

/** Fails when a KPI's name, baseline or target, or a factor, strategy or issue is not seen. */
export async function assertWords(page) {
  const shown = await page.evaluate(cards);
  for (const one of kpi.kpis) {
    for (const text of [one.name, amount(one, one.baseline.value), amount(one, one.target.value)]) {
      assert.ok(shown[one.id]?.includes(squeeze(text)), `${one.id}: ${text} in ${shown[one.id]}`);
    }
  }
  const seen = await page.evaluate(nodes);
  for (const [code, [text]] of swotTexts()) assert.ok(seen[code]?.includes(squeeze(text)), `${code}: ${text} in ${seen[code]}`);
}
