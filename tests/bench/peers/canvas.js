// By hand, canvas: one canvas for the heat map, one for all gauges, one for the rows in sight of the large table.

import { colourOf, gaugesIn, industriesOf, inkOf, lq, printed, rowsOf, sorted, tableOf } from "./content.js";
import { drawSwot, largeBox, start, view } from "./start.js";

const ROW_PX = 26;
const LABEL_PX = 260;
const FONT = "14px system-ui, sans-serif";

function canvasIn(box, width, height) {
  const canvas = document.createElement("canvas");
  const ratio = devicePixelRatio;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.cssText = `width:${width}px;height:${height}px;display:block`;
  box.append(canvas);
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  return { canvas, pen, width, height };
}

/** Rows of coloured cells with their numbers; the same for the small and the large table. */
function drawCells({ pen, width, height }, heads, rows, labelPx, rowPx) {
  const cellPx = (width - labelPx) / heads.length;
  pen.clearRect(0, 0, width, height);
  pen.font = FONT;
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  pen.fillStyle = "#222";
  heads.forEach((name, at) => pen.fillText(name, labelPx + (at + 0.5) * cellPx, rowPx / 2, cellPx));
  rows.forEach(({ label, values }, line) => {
    const y = (line + 1) * rowPx;
    pen.textAlign = "left";
    pen.fillStyle = "#222";
    pen.fillText(label, 0, y + rowPx / 2, labelPx);
    pen.textAlign = "center";
    values.forEach((value, at) => {
      const x = labelPx + at * cellPx;
      pen.fillStyle = colourOf(value);
      pen.fillRect(x, y, cellPx - 1, rowPx - 1);
      pen.fillStyle = inkOf(value);
      pen.fillText(printed(value), x + cellPx / 2, y + rowPx / 2);
    });
  });
}

let heat;
function drawLq() {
  heat = canvasIn(view("lq"), view("lq").clientWidth, ROW_PX * 21);
  switchBase("output");
}

function switchBase(base) {
  const rows = tableOf(base).rows.map(({ industry, values }) => ({ label: industry, values }));
  drawCells(heat, lq.cities.map(({ name }) => name), rows, LABEL_PX, ROW_PX);
}

let dials;
function drawKpi() {
  dials = canvasIn(view("kpi"), view("kpi").clientWidth, 4 * 190);
  setYear(2026);
}

function setYear(year) {
  const { pen, width, height } = dials;
  pen.clearRect(0, 0, width, height);
  pen.font = "13px system-ui, sans-serif";
  pen.textAlign = "center";
  gaugesIn(year).forEach((gauge, at) => {
    const x = ((at % 4) + 0.5) * (width / 4);
    const y = Math.floor(at / 4) * 190 + 110;
    const ring = (colour, from, to, radius, thick) => {
      pen.beginPath();
      pen.arc(x, y, radius, Math.PI * (1 + from), Math.PI * (1 + to));
      pen.lineWidth = thick;
      pen.strokeStyle = colour;
      pen.stroke();
    };
    ring("#ddd", 0, 1, 80, 20);
    ring("#1b7f79", 0, Math.min(gauge.levelShare, 1), 80, 20);
    ring("#d95f02", gauge.expectedShare - 0.008, gauge.expectedShare + 0.008, 82, 28);
    pen.fillStyle = "#222";
    pen.fillText(gauge.name, x, y + 20, width / 4 - 8);
    pen.fillText(`${gauge.levelText} → ${gauge.targetText}`, x, y + 40);
    pen.fillText(`${year}年度の目安 ${gauge.expectedText}`, x, y + 60);
  });
}

let large;
function loadLarge(data) {
  const box = largeBox();
  const rows = rowsOf(data).map(({ name, values }) => ({ label: name, values }));
  const way = document.createElement("div");
  way.style.cssText = `position:absolute;width:1px;top:0;height:${(rows.length + 1) * 20}px`;
  const paper = canvasIn(box, box.clientWidth, 576);
  paper.canvas.style.position = "sticky";
  paper.canvas.style.top = "0";
  box.style.position = "relative";
  box.append(way);
  large = { box, paper, rows, heads: industriesOf(data) };
  box.onscroll = showRows;
  showRows();
}

function showRows() {
  const { box, paper, rows, heads } = large;
  const first = Math.floor(box.scrollTop / 20);
  drawCells(paper, heads, rows.slice(first, first + 28), 160, 20);
}

function sortLarge() {
  large.rows = sorted(large.rows);
  showRows();
}

start({ drawSwot, drawLq, drawKpi }, {
  switchBase, setYear, loadLarge, sortLarge,
  scrollLarge: (share) => {
    large.box.scrollTop = share * (large.box.scrollHeight - large.box.clientHeight);
  },
});
