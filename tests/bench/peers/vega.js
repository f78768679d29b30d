// Vega-Lite, compiled in the page and run by Vega on canvas: a heat map with numbers, bullets for the KPIs.

import { parse, View } from "vega";
import { compile } from "vega-lite";
import { cellsOf, colourOf, gaugesIn, industriesOf, inkOf, lq, printed, rowsOf, sorted } from "./content.js";
import { drawSwot, largeBox, scrollTo, start, view } from "./start.js";

const show = async (box, spec) => {
  const { spec: full } = compile({ $schema: "https://vega.github.io/schema/vega-lite/v6.json", autosize: { type: "fit", contains: "padding" }, ...spec });
  return new View(parse(full), { renderer: "canvas", container: box, hover: true }).runAsync();
};
/** Replaces a data set and draws at once, not in a later frame. */
const replace = (drawn, rows) => drawn.data("rows", rows).run();

const coloured = (cells) => cells.map((cell) => ({ ...cell, colour: colourOf(cell.value), ink: inkOf(cell.value), text: printed(cell.value) }));

let heat;
async function drawLq() {
  heat = await show(view("lq"), {
    width: view("lq").clientWidth, height: 560, data: { name: "rows", values: coloured(cellsOf("output")) },
    encoding: {
      x: { field: "city", type: "nominal", sort: lq.cities.map(({ name }) => name), axis: { orient: "top", title: null, labelAngle: 0 } },
      y: { field: "industry", type: "nominal", sort: null, axis: { title: null, labelLimit: 260 } },
    },
    layer: [
      { mark: "rect", encoding: { color: { field: "colour", type: "nominal", scale: null } } },
      { mark: "text", encoding: { text: { field: "text" }, color: { field: "ink", type: "nominal", scale: null } } },
    ],
  });
}
const switchBase = (base) => {
  replace(heat, coloured(cellsOf(base)));
};

let bullets;
const bulletRows = (year) => gaugesIn(year).map((gauge) => ({ ...gauge, line: `${gauge.levelText} → ${gauge.targetText}（${year}年度 ${gauge.expectedText}）` }));
async function drawKpi() {
  const x = (field) => ({ field, type: "quantitative", scale: { domain: [0, 1] }, axis: { title: null, format: "%" } });
  bullets = await show(view("kpi"), {
    width: view("kpi").clientWidth, height: 720, data: { name: "rows", values: bulletRows(2026) },
    encoding: { y: { field: "name", type: "nominal", sort: null, axis: { title: null, labelLimit: 300 } } },
    layer: [
      { mark: { type: "bar", color: "#1b7f79", height: 14 }, encoding: { x: x("levelShare") } },
      { mark: { type: "tick", color: "#222", size: 26 }, encoding: { x: x("targetShare") } },
      { mark: { type: "tick", color: "#d95f02", thickness: 4, size: 30 }, encoding: { x: x("expectedShare") } },
      { mark: { type: "text", align: "right", dy: -18 }, encoding: { x: { datum: 1, type: "quantitative" }, text: { field: "line" } } },
    ],
  });
}
const setYear = (year) => {
  replace(bullets, bulletRows(year));
};

let large;
const largeCells = () => large.rows.flatMap(({ name, values }) => values.map((value, at) => ({ name, industry: large.names[at], value, colour: colourOf(value) })));
async function loadLarge(data) {
  large = { box: largeBox(), names: industriesOf(data), rows: rowsOf(data) };
  heat.finalize();
  heat = await show(large.box, {
    width: large.box.clientWidth, height: large.rows.length * 14, data: { name: "rows", values: largeCells() },
    mark: "rect",
    encoding: {
      x: { field: "industry", type: "nominal", sort: null, axis: { orient: "top", title: null } },
      y: { field: "name", type: "nominal", sort: null, axis: { title: null } },
      color: { field: "colour", type: "nominal", scale: null },
    },
  });
}
function sortLarge() {
  large.rows = sorted(large.rows);
  replace(heat, largeCells());
}

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge, sortLarge, scrollLarge: (share) => scrollTo(large.box)(share) });
