// Chart.js, only what is used: grouped bars for the quotients (its core has no heat map), half doughnuts for the gauges.

import { ArcElement, BarController, BarElement, CategoryScale, Chart, Colors, DoughnutController, Legend, LinearScale, PointElement, ScatterController, Tooltip } from "chart.js";
import { gaugesIn, lq, rowsOf, industriesOf, tableOf } from "./content.js";
import { drawSwot, largeBox, start, view } from "./start.js";

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Colors, DoughnutController, Legend, LinearScale, PointElement, ScatterController, Tooltip);
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

const canvasIn = (box, height) => {
  const frame = document.createElement("div");
  frame.style.cssText = `position:relative;height:${height}`;
  const canvas = frame.appendChild(document.createElement("canvas"));
  box.append(frame);
  return canvas;
};
const dataIn = (base) => {
  const { rows } = tableOf(base);
  return {
    labels: rows.map(({ industry }) => industry),
    datasets: lq.cities.map(({ name }, at) => ({ label: name, data: rows.map(({ values }) => values[at]) })),
  };
};

let bars;
function drawLq() {
  bars = new Chart(canvasIn(view("lq"), "36rem"), { type: "bar", data: dataIn("output"), options: { indexAxis: "y" } });
}
function switchBase(base) {
  const { labels, datasets } = dataIn(base);
  bars.data.labels = labels;
  bars.data.datasets.forEach((dataset, at) => {
    dataset.data = datasets[at].data;
  });
  bars.update("none");
}

let gauges;
const ring = ({ levelShare, expectedShare }) => [
  [Math.min(levelShare, 1), Math.max(1 - levelShare, 0)],
  [Math.max(expectedShare - 0.008, 0), 0.016, 1 - expectedShare],
];
function drawKpi() {
  const grid = document.createElement("div");
  grid.className = "gauges";
  view("kpi").append(grid);
  gauges = gaugesIn(2026).map((gauge) => {
    const figure = grid.appendChild(document.createElement("figure"));
    const [level, mark] = ring(gauge);
    const chart = new Chart(canvasIn(figure, "7rem"), {
      type: "doughnut",
      data: {
        datasets: [
          { data: mark, backgroundColor: ["transparent", "#d95f02", "transparent"], borderWidth: 0, weight: 0.4 },
          { data: level, backgroundColor: ["#1b7f79", "#ddd"], borderWidth: 0 },
        ],
      },
      options: { circumference: 180, rotation: -90, cutout: "60%", plugins: { tooltip: { enabled: false } } },
    });
    const caption = figure.appendChild(document.createElement("figcaption"));
    caption.innerHTML = `${gauge.name}<br>${gauge.levelText} → ${gauge.targetText}<br><span></span>`;
    return { chart, text: caption.querySelector("span") };
  });
  setYear(2026);
}
function setYear(year) {
  gaugesIn(year).forEach((gauge, at) => {
    const { chart, text } = gauges[at];
    chart.data.datasets[0].data = ring(gauge)[1];
    chart.update("none");
    text.textContent = `${year}年度の目安 ${gauge.expectedText}`;
  });
}

/** Dots, an industry a row: nobody reads 34,820 bars. Dots know no order, and nothing scrolls. */
function loadLarge(data) {
  bars.destroy();
  const names = industriesOf(data);
  const points = rowsOf(data).flatMap(({ values }) => values.map((x, y) => ({ x, y })));
  bars = new Chart(canvasIn(largeBox(), "100%"), {
    type: "scatter",
    data: { datasets: [{ data: points, pointRadius: 2, parsing: false }] },
    options: { parsing: false, scales: { y: { ticks: { stepSize: 1, callback: (at) => names[at] ?? "" } } }, plugins: { legend: { display: false } } },
  });
}

start({ drawSwot, drawLq, drawKpi }, { switchBase, setYear, loadLarge });
