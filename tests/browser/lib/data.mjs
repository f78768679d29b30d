// The source of truth the tests compare with: data/ as written, never what was built from it.

import { readFileSync } from "node:fs";

const file = (name) => readFileSync(new URL(`../../../data/aomori/${name}`, import.meta.url), "utf8");

export const lq = JSON.parse(file("lq.json"));
export const kpi = JSON.parse(file("kpi.json"));
export const swot = JSON.parse(file("swot.json"));
export const links = JSON.parse(file("links.json"));
export const strategy = JSON.parse(file("strategy.json"));

/** Records of kpi_actuals.csv; quoted line breaks do not matter, for only "none" and "some" are told apart. */
export const actuals = file("kpi_actuals.csv").trim().split(/\r?\n/).slice(1);

export const strategies = swot.quadrants.flatMap((quadrant) => quadrant.strategies);

/** A quotient as the strategy prints it. */
export const printed = (quotient) => quotient.toFixed(lq.decimals);

/** A KPI's value as the strategy prints it: thousands separators, its own decimals, its unit. */
export function amount({ unit, decimals }, value) {
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) + unit;
}

/** What is printed of the SWOT analysis, by code. */
export function swotTexts() {
  const texts = new Map();
  for (const { code, name, matrix_note: note, detail } of swot.factors) texts.set(code, [name, note, detail]);
  for (const { code, text, note } of strategies) texts.set(code, [text, note]);
  for (const { code, name, text } of swot.issues) texts.set(code, [name, text]);
  return new Map([...texts].map(([code, all]) => [code, all.filter(Boolean)]));
}

/**
 * Everything a code reaches, by brute force: all that lies downstream of it and all that lies upstream, along the links
 * of data/links.json. Returns the codes as a set, and the lit links as `"from → to"`, measures included.
 */
export function reachable(code) {
  const steps = [...links.factor_strategy, ...links.strategy_issue];
  const closure = (start, key, end) => {
    const found = new Set([start]);
    for (let size = 0; size !== found.size; ) {
      size = found.size;
      for (const step of steps) if (found.has(step[key])) found.add(step[end]);
    }
    return found;
  };
  const codes = new Set([...closure(code, "from", "to"), ...closure(code, "to", "from")]);
  const lit = steps.filter(({ from, to }) => codes.has(from) && codes.has(to));
  const measures = links.issue_measure.filter(({ from }) => codes.has(from));
  return { codes, links: new Set([...lit, ...measures].map(({ from, to }) => `${from} → ${to}`)) };
}
