// HTML by hand: what no charting library draws better, and the whole of the static page.

import { BASES, colourOf, gaugesIn, inkOf, kpi, lq, printed, swot, tableOf, YEARS } from "./content.js";

const KINDS = { strength: "強み", weakness: "弱み", opportunity: "機会", threat: "脅威" };

/** The cross-SWOT matrix: factors at the edges, strategies where they cross, issues below. */
export function swotHtml() {
  const factors = (letter) =>
    swot.factors.filter(({ code }) => code[0] === letter).map(({ code, name, matrix_note: note, detail }) =>
      `<details><summary><b>${code}</b> ${name}</summary><p>${note ?? ""}</p><p>${detail ?? ""}</p></details>`).join("");
  const quadrant = (code) => {
    const { heading, strategies } = swot.quadrants.find((one) => one.code === code);
    const items = strategies.map(({ code: own, text, note }) => `<li><b>${own}</b> ${text}${note ? `<small>${note}</small>` : ""}</li>`);
    return `<td><h3>${heading}</h3><ul>${items.join("")}</ul></td>`;
  };
  const head = (kind, letter) => `<th scope="${"SW".includes(letter) ? "col" : "row"}">${KINDS[kind]}${factors(letter)}</th>`;
  const issues = swot.issues.map(({ code, name, text }) => `<dt>${code} ${name}</dt><dd>${text}</dd>`);
  return `<table class="swot"><tr><td></td>${head("strength", "S")}${head("weakness", "W")}</tr>` +
    `<tr>${head("opportunity", "O")}${quadrant("SO")}${quadrant("WO")}</tr>` +
    `<tr>${head("threat", "T")}${quadrant("ST")}${quadrant("WT")}</tr></table><dl>${issues.join("")}</dl>`;
}

/** The quotients of a base as a heat table. `paint` gives a cell's attributes. */
export function lqHtml(base, paint = (value) => ` style="background:${colourOf(value)};color:${inkOf(value)}"`) {
  const { title, formula, rows, source } = tableOf(base);
  const head = lq.cities.map(({ name }) => `<th scope="col">${name}</th>`).join("");
  const body = rows.map(({ industry, values }) =>
    `<tr><th scope="row">${industry}</th>${values.map((value) => `<td${paint(value)}>${printed(value)}</td>`).join("")}</tr>`);
  return `<table class="lq"><caption>${title}</caption><thead><tr><th>産業</th>${head}</tr></thead>` +
    `<tbody>${body.join("")}</tbody></table><p class="source">${formula} 出典 ${source.section}</p>`;
}

/** KPIs as a table with meters, for a year. */
export function kpiHtml(year) {
  const definitions = new Map(kpi.kpis.map((one) => [one.id, one]));
  const rows = gaugesIn(year).map(({ id, name, levelText, targetText, expectedText, levelShare }) => {
    const { definition, baseline, places } = definitions.get(id);
    return `<tr><th scope="row">${name}<small>${definition ?? ""}</small></th><td><meter value="${levelShare.toFixed(3)}"></meter></td>` +
      `<td>${levelText}<small>${baseline.period}</small></td><td>${expectedText}</td><td>${targetText}</td><td>${places.map(({ measure }) => measure)}</td></tr>`;
  });
  return `<table class="kpi"><thead><tr><th>指標</th><th>水準</th><th>基準値</th><th>${year}年度の目安</th><th>目標値</th><th>共創施策</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

const CONTROLS = {
  lq: `<fieldset id="base">${Object.entries(BASES).map(([value, text], at) =>
    `<label><input type="radio" name="base" value="${value}"${at ? "" : " checked"}>${text}</label>`).join("")}</fieldset>`,
  kpi: `<label>年度 <input id="year" type="range" min="${YEARS.first}" max="${YEARS.last}" value="2026"></label>`,
};

/** What every page is styled with; Tabulator brings a file besides. */
export const STYLE = `body{margin:2rem auto;max-width:75rem;padding:0 1rem;font-family:system-ui,sans-serif;color:#222}
table{border-collapse:collapse}td,th{padding:.25rem .5rem;text-align:left;vertical-align:top}
.lq td{text-align:right}.lq th{white-space:nowrap}.swot td,.swot th{border:1px solid #ccc;font-weight:normal;width:30%}.swot td:first-child{width:auto}
small{display:block;color:#555}#swot-view,#lq-view,#kpi-view{position:relative}
.gauges{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem}
.gauges figure{margin:0}.large{height:36rem;overflow:auto}.large td{text-align:right;height:1.25rem;padding:0 .5rem;white-space:nowrap}`;

/** A page: the frame of a peer (`head`: its tags), or, with `views`, everything. */
export function pageHtml({ title, head = "", style = "", views, controls = !views }) {
  const sections = [["swot", "クロスSWOT分析"], ["lq", "特化係数"], ["kpi", "KPI"]].map(([id, name]) =>
    `<section id="${id}"><h2>${name}</h2>${controls ? (CONTROLS[id] ?? "") : ""}<div id="${id}-view">${views?.[id] ?? ""}</div></section>`);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><link rel="icon" href="data:,">${style ? `<style>${style}</style>` : ""}${head}` +
    `<h1>青森市しごと創造戦略</h1><p>青森市の産業の強みと弱み、特化係数、KPIを図と表で示します。</p>${sections.join("")}</html>`;
}

/** The static page's views: all three bases below one another, colours by class, each written once. */
export function staticViews() {
  const classes = new Map();
  const paint = (value) => {
    const rule = `background:${colourOf(value)};color:${inkOf(value)}`;
    const known = classes.get(rule) ?? classes.set(rule, `c${classes.size}`).get(rule);
    return ` class=${known}`;
  };
  const views = { swot: swotHtml(), lq: Object.keys(BASES).map((base) => lqHtml(base, paint)).join(""), kpi: kpiHtml(2026) };
  return { views, style: [...classes].map(([rule, name]) => `.${name}{${rule}}`).join("") };
}
