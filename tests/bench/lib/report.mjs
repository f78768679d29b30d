// What was measured as one table: long for the terminal, short for the README; both walk the same rows.

import { median, quantile, ratio } from "./stats.mjs";

const ms = (value) => value.toFixed(value < 100 ? 1 : 0);
const kilo = (value) => (value / 1000).toFixed(1);
const mega = (value) => (value / 1_000_000).toFixed(2);
const whole = (value) => value.toFixed(0);

/** Rows in order: key of the samples, what it says, unit, how it is written; `isMore`: more is better; `isBare`: no ratio. */
export const ROWS = [
  { key: "raw", text: "whole visit, raw", unit: "kB", write: kilo },
  { key: "gzip", text: "whole visit, gzip", unit: "kB", write: kilo },
  { key: "brotli", text: "whole visit, brotli", unit: "kB", write: kilo },
  { key: "requests", text: "requests", unit: "", write: whole, isBare: true },
  { key: "offline", text: "for offline use, later, brotli", unit: "kB", write: kilo, isBare: true },
  { key: "fcp", text: "first contentful paint", unit: "ms", write: ms },
  { key: "painted", text: "all painted", unit: "ms", write: ms },
  { key: "slow fcp", text: "first contentful paint, slow", unit: "ms", write: ms },
  { key: "slow painted", text: "all painted, slow", unit: "ms", write: ms },
  { key: "slow longest", text: "longest task, slow", unit: "ms", write: ms },
  { key: "slow shift", text: "layout shift (CLS), slow", unit: "", write: (value) => value.toFixed(4), isBare: true },
  { key: "base", text: "base switch", unit: "ms", write: ms },
  { key: "year", text: "year change of 16 gauges", unit: "ms", write: ms },
  { key: "sweep dropped", text: "frames dropped of 120, year sweep", unit: "", write: whole, isBare: true },
  { key: "slow sweep", text: "year sweep, CPU 4 × slower", unit: "fps", write: ms, isMore: true },
  { key: "large painted", text: "1,741 × 20: painted", unit: "ms", write: ms },
  { key: "large sorted", text: "1,741 × 20: sorted", unit: "ms", write: ms },
  { key: "large fps", text: "1,741 × 20: scrolling", unit: "fps", write: ms, isMore: true },
  { key: "memory heap", text: "JavaScript heap after load", unit: "MB", write: mega },
  { key: "memory wasm", text: "wasm memory after load", unit: "MB", write: mega, isBare: true },
  { key: "memory canvas", text: "canvases after load", unit: "MB", write: mega, isBare: true },
  { key: "changed heap", text: "JavaScript heap after 2,000 changes", unit: "MB", write: mega },
  { key: "changed wasm", text: "wasm memory after 2,000 changes", unit: "MB", write: mega, isBare: true },
  { key: "changed canvas", text: "canvases after 2,000 changes", unit: "MB", write: mega, isBare: true },
  { key: "changed nodes", text: "DOM nodes after 2,000 changes", unit: "", write: whole },
];

/**
 * One cell: `{ median, p95, n, ratio?, low?, high? }`, or `undefined` where there is nothing to measure. `rounds` are
 * each round's samples by contender and key; the ratio is to the first contender, above 1 where that one is better.
 */
function cellOf(rounds, base, row, id) {
  const of = (name) => rounds.map((round) => round[name]?.[row.key]).filter((samples) => samples?.length);
  const own = of(id);
  if (!own.length) return undefined;
  const all = own.flat();
  const cell = { median: median(all), p95: quantile(all, row.isMore ? 0.05 : 0.95), n: all.length };
  const theirs = of(base);
  if (row.isBare || id === base || !theirs.length) return cell;
  const compared = row.isMore ? ratio(theirs, own) : ratio(own, theirs);
  return { ...cell, ...compared };
}

/** All cells: `[{ key, text, unit, cells: { id: cell } }]`. */
export const summarise = (rounds, contenders) =>
  ROWS.map((row) => {
    const cells = Object.fromEntries(contenders.map(({ id }) => [id, cellOf(rounds, contenders[0].id, row, id)]));
    return { key: row.key, text: row.text, unit: row.unit, cells };
  });

const rowOf = (key) => ROWS.find((row) => row.key === key);
const titleOf = ({ text, unit }) => (unit ? `${text} (${unit})` : text);

/** Every cell with its 95th percentile and the ratio's interval, a line each. */
export function longTable(summary, contenders) {
  const width = Math.max(...contenders.map(({ name }) => name.length));
  const lines = summary.flatMap((row) => {
    const { write } = rowOf(row.key);
    const cells = contenders.map(({ id, name }) => {
      const cell = row.cells[id];
      if (!cell) return `  ${name.padEnd(width)} ${"n/a".padStart(10)}`;
      const interval = cell.low === undefined ? "" : `  [${cell.low.toFixed(2)}–${cell.high.toFixed(2)}]`;
      const compared = cell.ratio === undefined ? "" : `${cell.ratio.toFixed(2).padStart(8)} ×${interval}`;
      return `  ${name.padEnd(width)} ${write(cell.median).padStart(10)} ${write(cell.p95).padStart(10)}${compared}`.trimEnd();
    });
    return ["", `${titleOf(row)}`, ...cells];
  });
  const head = `  ${"".padEnd(width)} ${"median".padStart(10)} ${"p95".padStart(10)}   ratio to ${contenders[0].name}, 95 % interval`;
  return [head, ...lines].join("\n");
}

/** Medians with their ratios, a column a contender; bold where a contender is ahead of the first one beyond doubt. */
export function shortTable(summary, contenders) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const body = summary.filter((row) => Object.values(row.cells).some(Boolean)).map((row) => {
    const { write } = rowOf(row.key);
    const cells = contenders.map(({ id }) => {
      const cell = row.cells[id];
      if (!cell) return "–";
      const text = cell.ratio ? `${write(cell.median)} · ${cell.ratio.toFixed(1)}×` : write(cell.median);
      return cell.high < 1 ? `**${text}**` : text;
    });
    return line([titleOf(row), ...cells]);
  });
  return [line(["", ...contenders.map(({ name }) => name)]), line(["---", ...contenders.map(() => "---:")]), ...body].join("\n");
}
