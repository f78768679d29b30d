// By hand, DOM: an HTML heat table, gauges in SVG; the large table keeps only the rows in sight.

import { colourOf, gaugesIn, industriesOf, inkOf, printed, rowsOf, sorted, tableOf } from "./content.js";
import { lqHtml } from "./html.js";
import { drawSwot, largeBox, scrollTo, start, view } from "./start.js";

const ROW_PX = 20;
const arc = (share) => {
  const angle = Math.PI * (1 - Math.min(share, 1));
  return `M10 60A50 50 0 0 1 ${(60 + 50 * Math.cos(angle)).toFixed(1)} ${(60 - 50 * Math.sin(angle)).toFixed(1)}`;
};

function drawLq() {
  view("lq").innerHTML = lqHtml("output");
}

function switchBase(base) {
  const { title, rows } = tableOf(base);
  const table = view("lq").firstElementChild;
  if (table.tBodies[0].rows.length !== rows.length) {
    view("lq").innerHTML = lqHtml(base);
    return;
  }
  table.caption.textContent = title;
  [...table.tBodies[0].rows].forEach((line, at) => {
    const { industry, values } = rows[at];
    line.cells[0].textContent = industry;
    values.forEach((value, column) => {
      const cell = line.cells[column + 1];
      cell.firstChild.data = printed(value);
      cell.style.background = colourOf(value);
      cell.style.color = inkOf(value);
    });
  });
}

let gauges;
function drawKpi() {
  const figures = gaugesIn(2026).map(({ name, levelShare, levelText, targetText }) =>
    `<figure><svg viewBox="0 0 120 70"><path d="${arc(1)}" fill="none" stroke="#ddd" stroke-width="14"/>` +
    `<path d="${arc(levelShare)}" fill="none" stroke="#1b7f79" stroke-width="14"/><path fill="none" stroke="#d95f02" stroke-width="4"/></svg>` +
    `<figcaption>${name}<br>${levelText} → ${targetText}<br><span></span></figcaption></figure>`);
  view("kpi").innerHTML = `<div class="gauges">${figures.join("")}</div>`;
  gauges = [...view("kpi").querySelectorAll("figure")].map((figure) => [figure.querySelector("path:last-child"), figure.querySelector("span")]);
  setYear(2026);
}

function setYear(year) {
  gaugesIn(year).forEach(({ expectedShare, expectedText }, at) => {
    const angle = Math.PI * (1 - expectedShare);
    const point = (radius) => `${(60 + radius * Math.cos(angle)).toFixed(1)} ${(60 - radius * Math.sin(angle)).toFixed(1)}`;
    const [mark, text] = gauges[at];
    mark.setAttribute("d", `M${point(40)}L${point(60)}`);
    text.textContent = `${year}年度の目安 ${expectedText}`;
  });
}

let large;
function loadLarge(data) {
  const box = largeBox();
  const head = industriesOf(data).map((name) => `<th>${name}</th>`).join("");
  box.innerHTML = `<table><thead><tr><th>市町村</th>${head}</tr></thead><tbody></tbody></table>`;
  large = { box, rows: rowsOf(data), body: box.querySelector("tbody") };
  box.onscroll = showRows;
  showRows();
}

function showRows() {
  const { box, rows, body } = large;
  const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - 5);
  const last = Math.min(rows.length, first + Math.ceil(576 / ROW_PX) + 10);
  const gap = (count) => `<tr style="height:${count * ROW_PX}px"></tr>`;
  const lines = rows.slice(first, last).map(({ name, values }) =>
    `<tr><th>${name}</th>${values.map((value) => `<td style="background:${colourOf(value)};color:${inkOf(value)}">${printed(value)}</td>`).join("")}</tr>`);
  body.innerHTML = gap(first) + lines.join("") + gap(rows.length - last);
}

function sortLarge() {
  large.rows = sorted(large.rows);
  showRows();
}

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge, sortLarge, scrollLarge: (share) => scrollTo(large.box)(share) });
