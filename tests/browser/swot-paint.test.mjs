// <shigoto-swot>: the lines. Nothing selected, nothing painted.
// Runs alone: it counts the pictures of a movement.

import assert from "node:assert/strict";
import { test } from "node:test";
import { links, reachable } from "./lib/data.mjs";
import { colorsAt, fingerprints, ink, token } from "./lib/pixels.mjs";
import { answered, setAttributes, site, widget } from "./lib/widgets.mjs";

const shared = site();

const canvas = (page) => widget(page, "swot").locator("canvas");
const painted = async (page, color) => (await ink(canvas(page), color))[0];

/** The middle of a node's edge, in CSS px from the canvas's corner. */
const edge = (page, code, side) =>
  widget(page, "swot").evaluate(
    (element, [wanted, end]) => {
      const origin = element.shadowRoot.querySelector("canvas").getBoundingClientRect();
      const box = element.shadowRoot.querySelector(`[data-code="${wanted}"]`).getBoundingClientRect();
      return { x: box[end] - origin.left, y: (box.top + box.bottom) / 2 - origin.top };
    },
    [code, side],
  );

test("lines stand for a choice alone, and for no more than can be followed; words say the rest", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  assert.equal((await painted(page)).painted, 0);
  const seen = new Set();
  for (const code of ["S-3", "WT-1"]) {
    await setAttributes(page, "swot", { select: code });
    assert.ok((await painted(page)).painted > 500, `${code} draws no line`);
    seen.add((await fingerprints(canvas(page)))[0]);
  }
  assert.equal(seen.size, 2, "each choice has lines of its own");
  const most = links.strategy_issue.filter(({ to }) => to === "DX").map(({ from }) => from);
  assert.ok(links.factor_strategy.filter(({ to }) => most.includes(to)).length > 6);
  await setAttributes(page, "swot", { select: "DX" });
  assert.equal((await painted(page)).painted, 0, "ten lines are none");
  await setAttributes(page, "swot", { select: "S-3" });
  await widget(page, "swot").getByRole("button", { name: "選択を解除" }).click();
  await page.mouse.move(0, 0);
  await answered(page);
  assert.equal((await painted(page)).painted, 0);
  assertClean();
  await close();
});

test("where the matrix is one column, nothing is drawn over it", async () => {
  const { page, close } = await shared.open({ widgets: ["swot"], viewport: { width: 360, height: 800 } });
  await setAttributes(page, "swot", { select: "S-3" });
  assert.equal((await painted(page)).painted, 0);
  await close();
});

test("lines leave what is chosen, and none goes where nothing is reached", async () => {
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"] });
  const accent = await token(widget(page, "swot").locator(".widget"), "--accent");
  await setAttributes(page, "swot", { select: "S-2" });
  assert.ok((await painted(page, accent)).colored > 300);
  const [start] = await colorsAt(canvas(page), [await edge(page, "S-2", "right")]);
  assert.deepEqual(start.slice(0, 3), accent);
  assert.ok(!reachable("S-2").codes.has("SO-4"));
  const sides = await Promise.all(["left", "right"].map((side) => edge(page, "SO-4", side)));
  for (const [, , , alpha] of await colorsAt(canvas(page), sides)) assert.equal(alpha, 0);
  assertClean();
  await close();
});

test("the lines grow, and end as without motion", async () => {
  const grow = (page) =>
    widget(page, "swot").evaluate(async (element) => {
      const surface = element.shadowRoot.querySelector("canvas");
      let quiet = 0;
      element.addEventListener("shigoto-painted", () => (quiet = 0));
      element.setAttribute("select", "O-1");
      const pictures = new Set();
      while (quiet++ < 3) {
        await new Promise((done) => requestAnimationFrame(done));
        pictures.add(surface.toDataURL());
      }
      return [...pictures];
    });
  const still = await shared.open({ widgets: ["swot"], reducedMotion: "reduce" });
  const atOnce = await grow(still.page);
  assert.equal(atOnce.length, 1, "with motion reduced, the curves stand at once");
  await still.close();
  const { page, assertClean, close } = await shared.open({ widgets: ["swot"], reducedMotion: "no-preference" });
  const pictures = await grow(page);
  assert.ok(pictures.length > 3, `only ${pictures.length} pictures`);
  assert.equal(pictures.at(-1) === atOnce[0], true, "it ends elsewhere than without motion");
  assertClean();
  await close();
});
