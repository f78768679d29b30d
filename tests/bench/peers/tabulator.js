// Tabulator: a grid. The quotients as a table with coloured cells, the KPIs as a table with progress bars (no gauges).

import { FormatModule, InteractionModule, ResizeColumnsModule, SortModule, Tabulator } from "tabulator-tables";
import { colourOf, gaugesIn, industriesOf, inkOf, lq, printed, rowsOf, tableOf } from "./content.js";
import { drawSwot, largeBox, start, view } from "./start.js";

Tabulator.registerModule([FormatModule, InteractionModule, ResizeColumnsModule, SortModule]);

const built = (table) => new Promise((done) => table.on("tableBuilt", () => done(table)));

const boxIn = (id) => view(id).appendChild(document.createElement("div"));

const heat = (cell) => {
  const value = cell.getValue();
  const { style } = cell.getElement();
  style.background = colourOf(value);
  style.color = inkOf(value);
  return printed(value);
};
const flat = (label, values) => Object.fromEntries([["id", label], ["label", label], ...values.map((value, at) => [`v${at}`, value])]);
const columns = (first, names) => [
  { title: first, field: "label", minWidth: 160 },
  ...names.map((title, at) => ({ title, field: `v${at}`, formatter: heat, hozAlign: "right", sorter: "number" })),
];
const rowsIn = (base) => tableOf(base).rows.map(({ industry, values }) => flat(industry, values));

let table;
async function drawLq() {
  table = await built(new Tabulator(boxIn("lq"), { data: rowsIn("output"), columns: columns("産業", lq.cities.map(({ name }) => name)), layout: "fitColumns" }));
}
const switchBase = (base) => table.replaceData(rowsIn(base));

let kpis;
const kpiRows = (year) => gaugesIn(year).map((gauge) => ({ ...gauge, levelPercent: gauge.levelShare * 100, expectedPercent: gauge.expectedShare * 100 }));
async function drawKpi() {
  const bar = (color) => ({ formatter: "progress", formatterParams: { color, min: 0, max: 100 } });
  kpis = await built(new Tabulator(boxIn("kpi"), {
    data: kpiRows(2026), index: "id", layout: "fitColumns",
    columns: [
      { title: "指標", field: "name", widthGrow: 3 }, { title: "水準", field: "levelPercent", ...bar("#1b7f79") }, { title: "基準値", field: "levelText" },
      { title: "目安", field: "expectedPercent", ...bar("#d95f02") }, { title: "年度の目安", field: "expectedText" }, { title: "目標値", field: "targetText" },
    ],
  }));
}
const setYear = (year) => kpis.updateData(kpiRows(year).map(({ id, expectedPercent, expectedText }) => ({ id, expectedPercent, expectedText })));

let large;
async function loadLarge(data) {
  const rows = rowsOf(data).map(({ name, values }) => flat(name, values));
  large = await built(new Tabulator(largeBox(), { data: rows, height: "36rem", columns: columns("市町村", industriesOf(data)) }));
}
const sortLarge = () => large.setSort("v0", "desc");
const scrollLarge = (share) => {
  const holder = large.element.querySelector(".tabulator-tableholder");
  holder.scrollTop = share * (holder.scrollHeight - holder.clientHeight);
};

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge, sortLarge, scrollLarge });
