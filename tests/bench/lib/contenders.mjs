// Who is measured, and what of each cannot be compared.

/** `module`: the peer's source in `peers/`; `heights`: room kept for its views, so that nothing jumps; `css`: its users' stylesheet. The first is the one all are compared with. */
export const CONTENDERS = [
  { id: "ours", name: "shigoto-widgets", notes: "everything: details, three languages, keys, own data; service worker kept out of the timings" },
  { id: "static", name: "static HTML", isStatic: true, notes: "by hand, no scripts: all three bases below one another, meters for gauges; nothing to switch" },
  { id: "linked", name: "static HTML, CSS linked", isStatic: true, isLinked: true, notes: "the same page with its styles in a file, as ours built with --style linked, for a policy of style-src 'self' alone: one answer more before the first paint" },
  { id: "dom", name: "hand-written DOM", module: "dom.js", heights: [838, 672, 1067], notes: "HTML table, gauges in SVG; large table: rows in sight only" },
  { id: "canvas", name: "hand-written canvas", module: "canvas.js", heights: [838, 576, 768], notes: "one canvas a view; not readable without seeing it" },
  { id: "tabulator", name: "Tabulator", module: "tabulator.js", heights: [838, 578, 770], css: "tabulator-tables/dist/css/tabulator.min.css", notes: "tables only: progress bars instead of gauges; matrix as plain HTML" },
  { id: "chartjs", name: "Chart.js", module: "chartjs.js", heights: [838, 576, 827], notes: "no heat map in its core: grouped bars; no graph: matrix as plain HTML; large table as dots, which cannot be sorted" },
  { id: "plot", name: "Observable Plot", module: "plot.js", heights: [838, 576, 768], notes: "no gauges: bullets; a change is a new plot; matrix as plain HTML" },
  { id: "echarts", name: "Apache ECharts", module: "echarts.js", heights: [768, 576, 768], notes: "the only peer with a graph for the matrix; sixteen gauges in one chart; large heat map with a zoom window, moved by its own action" },
  { id: "vega", name: "Vega-Lite", module: "vega.js", heights: [838, 576, 768], notes: "no gauges: bullets; compiled in the page; matrix as plain HTML; large heat map without numbers, all of it drawn" },
];

/** Said below the table: what holds for all. */
export const METHOD = [
  "Every contender shows the same numbers and words from the same JSON, bundled into its one script and minified by esbuild; ours is dist/ as built. Peers are drawn with animation off, ours under prefers-reduced-motion.",
  "Peers show a heading before their script runs: their first paint is that of two lines of text. Ours and static HTML show all numbers by then. \"All painted\" is the end of the frame with the last of the three.",
  "Interactions: from the start of a frame to the end of that frame's work on the main thread. Without a GPU, as here, canvases are rasterised in that work, DOM and SVG in other threads outside it. Libraries that would wait for a later frame are told to draw at once.",
  "Service workers are kept out of all timings; what ours fetches for offline use, five seconds later, stands in a row of its own.",
  "Scale: a table of municipalities by industries in the form of data/lq.json, handed over as a parsed object; bars, dots and cells differ between libraries as said above.",
];
