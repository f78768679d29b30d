// Observable Plot: cells with their numbers for the quotients, bullets for the KPIs. A change is a new plot, as is its way.

import { axisX, barX, cell, plot, text, tickX } from "@observablehq/plot";
import { cellsOf, colourOf, gaugesIn, industriesOf, inkOf, lq, printed, rowsOf, sorted, tableOf } from "./content.js";
import { drawSwot, largeBox, scrollTo, start, view } from "./start.js";

function switchBase(base) {
  const cells = cellsOf(base);
  view("lq").replaceChildren(plot({
    width: view("lq").clientWidth, height: 560, marginLeft: 260,
    x: { domain: lq.cities.map(({ name }) => name), axis: "top", label: null },
    y: { domain: tableOf(base).rows.map(({ industry }) => industry), label: null },
    marks: [
      cell(cells, { x: "city", y: "industry", fill: ({ value }) => colourOf(value), inset: 0.5 }),
      text(cells, { x: "city", y: "industry", text: ({ value }) => printed(value), fill: ({ value }) => inkOf(value) }),
    ],
  }));
}
const drawLq = () => switchBase("output");

function setYear(year) {
  const gauges = gaugesIn(year);
  view("kpi").replaceChildren(plot({
    width: view("kpi").clientWidth, height: 720, marginLeft: 300, marginRight: 260,
    x: { domain: [0, 1], label: null }, y: { domain: gauges.map(({ name }) => name), label: null, padding: 0.3 },
    marks: [
      axisX({ tickFormat: "%" }),
      barX(gauges, { x: 1, y: "name", fill: "#eee" }),
      barX(gauges, { x: "levelShare", y: "name", fill: "#1b7f79", insetTop: 6, insetBottom: 6 }),
      tickX(gauges, { x: "targetShare", y: "name", stroke: "#222" }),
      tickX(gauges, { x: "expectedShare", y: "name", stroke: "#d95f02", strokeWidth: 4 }),
      text(gauges, { frameAnchor: "right", textAnchor: "start", dx: 8, y: "name", text: ({ levelText, expectedText, targetText }) => `${levelText} → ${targetText}（${year}年度 ${expectedText}）` }),
    ],
  }));
}
const drawKpi = () => setYear(2026);

let large;
function showLarge() {
  const { box, names, rows } = large;
  const cells = rows.flatMap(({ name, values }) => values.map((value, at) => ({ name, industry: names[at], value })));
  box.replaceChildren(plot({
    width: box.clientWidth, height: rows.length * 14 + 60, marginLeft: 160, marginTop: 60,
    x: { domain: names, axis: "top", label: null, tickRotate: -30 }, y: { domain: rows.map(({ name }) => name), label: null },
    marks: [cell(cells, { x: "industry", y: "name", fill: ({ value }) => colourOf(value) })],
  }));
}
function loadLarge(data) {
  large = { box: largeBox(), names: industriesOf(data), rows: rowsOf(data) };
  showLarge();
}
function sortLarge() {
  large.rows = sorted(large.rows);
  showLarge();
}

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge, sortLarge, scrollLarge: (share) => scrollTo(large.box)(share) });
