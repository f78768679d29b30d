// Apache ECharts, only what is used: a graph for the matrix, a heat map, sixteen gauges in one chart.

import { GaugeChart, GraphChart, HeatmapChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, TitleComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { gaugesIn, industriesOf, links, lq, rowsOf, sorted, swot, tableOf } from "./content.js";
import { largeBox, start, view } from "./start.js";

use([GaugeChart, GraphChart, HeatmapChart, DataZoomComponent, GridComponent, TitleComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

const chartIn = (box, height) => {
  const frame = document.createElement("div");
  frame.style.height = height;
  box.append(frame);
  return init(frame);
};
/** Draws at once, not in a later frame. */
const set = (chart, option, ...rest) => {
  chart.setOption(option, ...rest);
  chart.getZr().flush();
};

function drawSwot() {
  const columns = [swot.factors.map(({ code, name }) => [code, name]), swot.quadrants.flatMap(({ strategies }) => strategies.map(({ code, text }) => [code, text])), swot.issues.map(({ code, name }) => [code, name])];
  const data = columns.flatMap((nodes, column) => nodes.map(([code, text], at) => ({
    id: code, name: `${code} ${text}`, x: column * 430, y: ((at + 0.5) * 720) / nodes.length, symbolSize: 14, category: column,
    label: { show: true, position: "right", width: 300, overflow: "break" },
  })));
  const edges = [...links.factor_strategy, ...links.strategy_issue].map(({ from, to }) => ({ source: from, target: to }));
  set(chartIn(view("swot"), "48rem"), {
    animation: false, tooltip: {},
    series: { type: "graph", layout: "none", data, links: edges, left: 20, top: 24, width: 860, height: 720, categories: [{ name: "要因" }, { name: "戦略" }, { name: "課題" }], emphasis: { focus: "adjacency" }, lineStyle: { curveness: 0.1 } },
  });
}

const COLOURS = ["#2166ac", "#fff", "#d95f02"];
const scale = { min: 0, max: 2, dimension: 2, orient: "horizontal", left: "center", bottom: 0, inRange: { color: COLOURS }, calculable: true };
const cells = (rows) => rows.flatMap(({ values }, line) => values.map((value, at) => [at, line, value]));

let heat;
function drawLq() {
  heat = chartIn(view("lq"), "36rem");
  const { rows } = tableOf("output");
  set(heat, {
    animation: false, tooltip: {}, grid: { left: 260, top: 30, right: 10, bottom: 50 }, visualMap: scale,
    xAxis: { type: "category", position: "top", data: lq.cities.map(({ name }) => name) },
    yAxis: { type: "category", inverse: true, data: rows.map(({ industry }) => industry) },
    series: { type: "heatmap", data: cells(rows), label: { show: true } },
  });
}
function switchBase(base) {
  const { rows } = tableOf(base);
  set(heat, { yAxis: { data: rows.map(({ industry }) => industry) }, series: { data: cells(rows) } });
}

let dials;
const dialsIn = (year) => gaugesIn(year).map((gauge) => ({
  data: [{ value: gauge.expectedShare * 100, name: gauge.name }],
  title: { offsetCenter: [0, "20%"], fontSize: 11, width: 240, overflow: "truncate" },
  detail: { formatter: `${gauge.levelText} → ${gauge.targetText}\n${year}年度の目安 ${gauge.expectedText}`, fontSize: 11, fontWeight: "normal", lineHeight: 14, offsetCenter: [0, "48%"] },
  axisLine: { lineStyle: { width: 14, color: [[Math.min(gauge.levelShare, 1), "#1b7f79"], [1, "#ddd"]] } },
}));
function drawKpi() {
  dials = chartIn(view("kpi"), "48rem");
  const plain = { type: "gauge", startAngle: 180, endAngle: 0, radius: "22%", axisTick: { show: false }, splitLine: { show: false }, axisLabel: { show: false } };
  set(dials, {
    animation: false, tooltip: {},
    series: dialsIn(2026).map((one, at) => ({ ...plain, center: [`${((at % 4) + 0.5) * 25}%`, `${(Math.floor(at / 4) + 0.55) * 25}%`], pointer: { itemStyle: { color: "#d95f02" } }, ...one })),
  });
}
const setYear = (year) => set(dials, { series: dialsIn(year) });

let large;
function loadLarge(data) {
  heat.dispose();
  large = { rows: rowsOf(data) };
  heat = chartIn(largeBox(), "100%");
  set(heat, {
    animation: false, tooltip: {}, grid: { left: 160, top: 30, right: 60, bottom: 50 }, visualMap: scale,
    dataZoom: [{ type: "slider", yAxisIndex: 0, startValue: 0, endValue: 27 }, { type: "inside", yAxisIndex: 0, zoomOnMouseWheel: false, moveOnMouseWheel: true }],
    xAxis: { type: "category", position: "top", data: industriesOf(data) },
    yAxis: { type: "category", inverse: true, data: large.rows.map(({ name }) => name) },
    series: { type: "heatmap", data: cells(large.rows), label: { show: true } },
  });
}
function sortLarge() {
  large.rows = sorted(large.rows);
  set(heat, { yAxis: { data: large.rows.map(({ name }) => name) }, series: { data: cells(large.rows) } });
}
function scrollLarge(share) {
  const first = Math.round(share * (large.rows.length - 28));
  heat.dispatchAction({ type: "dataZoom", startValue: first, endValue: first + 27 });
  heat.getZr().flush();
}

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge, sortLarge, scrollLarge });
