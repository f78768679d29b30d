// What every peer shows: the same numbers and words, from the same files that our site publishes.

import kpi from "../../../dist/data/kpi.json";
import links from "../../../dist/data/links.json";
import lq from "../../../dist/data/lq.json";
import swot from "../../../dist/data/swot.json";

export { kpi, links, lq, swot };

export const BASES = { output: "生産額", establishments: "事業所数", employees: "就業者数" };
export const YEARS = { first: 2024, last: 2033 };

export const tableOf = (base, data = lq) => data.tables.find((table) => table.base === base);
export const printed = (quotient) => quotient.toFixed(2);

/** Cells one by one, as charting libraries like them. */
export const cellsOf = (base) =>
  tableOf(base).rows.flatMap(({ industry, values }) =>
    values.map((value, at) => ({ industry, city: lq.cities[at].name, value })),
  );

/** White at 1, darker blue below, darker orange above, by the logarithm. */
export function colourOf(quotient) {
  const far = Math.max(-1, Math.min(1, Math.log2(Math.max(quotient, 0.01)) / 2));
  const [r, g, b] = far < 0 ? [33, 102, 172] : [217, 95, 2];
  const mix = (end) => Math.round(255 + (end - 255) * Math.abs(far));
  return `rgb(${mix(r)},${mix(g)},${mix(b)})`;
}
export const inkOf = (quotient) => (Math.abs(Math.log2(Math.max(quotient, 0.01))) > 1.3 ? "#fff" : "#222");

/** The sixteen gauges in a year: the level so far, and what the straight line to the target expects by then. */
export const gaugesIn = (year) =>
  kpi.kpis.map(({ id, name, unit, decimals, baseline, target }) => {
    const share = (year - YEARS.first + 1) / (YEARS.last - YEARS.first + 1);
    const expected = baseline.value + (target.value - baseline.value) * share;
    const max = target.value * 1.25;
    const text = (value) => value.toLocaleString("en-US", { maximumFractionDigits: decimals }) + unit;
    const level = baseline.value;
    return {
      id, name, max, level, expected, target: target.value,
      levelShare: level / max, expectedShare: expected / max, targetShare: target.value / max,
      levelText: text(level), expectedText: text(expected), targetText: text(target.value),
    };
  });

/** The large table, a row a municipality. */
export const rowsOf = (data) => {
  const { rows } = tableOf("output", data);
  return data.cities.map(({ name }, at) => ({ name, values: rows.map(({ values }) => values[at]) }));
};
export const industriesOf = (data) => tableOf("output", data).rows.map(({ industry }) => industry);
/** The order the benchmark sorts by: the first industry, largest first. */
export const sorted = (rows) => rows.toSorted((one, other) => other.values[0] - one.values[0]);
