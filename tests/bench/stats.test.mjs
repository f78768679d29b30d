// The benchmark's arithmetic: what its table says must follow from what was measured.

import assert from "node:assert/strict";
import { test } from "node:test";
import { longTable, shortTable, summarise } from "./lib/report.mjs";
import { median, quantile, random, ratio, shuffled } from "./lib/stats.mjs";

test("quantiles lie between their neighbours", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([0, 10], 0.95), 9.5);
  assert.equal(quantile([7], 0.95), 7);
});

test("the same seed shuffles alike, and loses nobody", () => {
  const once = shuffled([1, 2, 3, 4, 5], random(7));
  assert.deepEqual(once, shuffled([1, 2, 3, 4, 5], random(7)));
  assert.deepEqual(once.toSorted(), [1, 2, 3, 4, 5]);
  assert.notDeepEqual(once, shuffled([1, 2, 3, 4, 5], random(8)));
});

test("a ratio without noise has no interval, with noise it holds the truth", () => {
  assert.deepEqual(ratio([[4], [8], [6]], [[2], [4], [3]]), { ratio: 2, low: 2, high: 2 });
  const noise = random(3);
  const rounds = (middle) => Array.from({ length: 12 }, () => [middle * (0.8 + 0.4 * noise())]);
  const { low, high } = ratio(rounds(30), rounds(10));
  assert.ok(low < 3 && 3 < high && high - low < 1.5, `${low}–${high}`);
  assert.equal(ratio([[1]], [[0]]), undefined);
  assert.deepEqual(ratio([[3], [3]], [[1], [1]]), { ratio: 3 });
});

test("a ratio above 1 is a win for the first, also where more is better; bold is a loss", () => {
  const contenders = [{ id: "ours", name: "ours" }, { id: "peer", name: "peer" }, { id: "none", name: "none" }];
  const round = { ours: { base: [5, 6, 7], "large fps": [60] }, peer: { base: [3], "large fps": [30] }, none: {} };
  const summary = summarise([round, round, round], contenders);
  const cell = (key, id) => summary.find((row) => row.key === key).cells[id];
  assert.deepEqual(cell("base", "ours"), { median: 6, p95: 7, n: 9 });
  assert.equal(cell("base", "peer").ratio, 0.5);
  assert.equal(cell("large fps", "peer").ratio, 2);
  assert.equal(cell("base", "none"), undefined);
  const short = shortTable(summary, contenders).split("\n");
  assert.ok(short.includes("| base switch (ms) | 6.0 | **3.0 · 0.5×** | – |"), short.join("\n"));
  assert.ok(short.includes("| 1,741 × 20: scrolling (fps) | 60.0 | 30.0 · 2.0× | – |"), short.join("\n"));
  // Two rounds leave doubt.
  assert.doesNotMatch(shortTable(summarise([round, round], contenders), contenders), /\*\*/);
  assert.match(longTable(summary, contenders), /none +n\/a/);
});
