// What anyone may write with the types of dist/shigoto-widgets.d.ts; every line must compile.
import type { KpiState, LqState, ShigotoError, ShigotoRefusal, SwotState } from "../../dist/shigoto-widgets";

const lq = document.createElement("shigoto-lq");
lq.setAttribute("base", "employees");
lq.state = { base: "employees", city: "aomori" };
const base: LqState["base"] | undefined = lq.state.base;
const view: "table" | "pairs" | "dots" | "quadrant" | "compare" | undefined = lq.state.view;
lq.state = { sort: "aomori:desc" };
lq.state = { sort: "" };

lq.addEventListener("shigoto-change", ({ detail }) => {
  const state: LqState = detail;
  console.log(state.reading === "reread", base, view);
});
lq.addEventListener("shigoto-painted", ({ detail: { ms, widget } }) => console.log(ms.toFixed(1), widget === "lq"));
lq.addEventListener("click", (event) => console.log(event.clientX), { once: true });

const swot = document.querySelector("shigoto-swot");
swot?.addEventListener("shigoto-ready", ({ detail }) => {
  const { select }: SwotState = detail;
  console.log(select === "SO-4" || select === "tourism");
});

const kpis = document.querySelectorAll("shigoto-kpi");
for (const kpi of kpis) kpi.state = { year: "2028", pillar: "2" };
const settled: Promise<void> = kpis[0].ready;
void settled.then(() => console.log(kpis[0].state satisfies Partial<KpiState>));

document.addEventListener("shigoto-error", ({ detail }) => {
  const { code, faults }: ShigotoError = detail;
  console.log(code, faults.map(({ line, column }) => (line ?? 0) + (column ?? 0)));
});
const stop = (event: CustomEvent<KpiState>) => console.log(event.detail.year);
kpis[0].addEventListener("shigoto-change", stop);
kpis[0].removeEventListener("shigoto-change", stop);

lq.state = { lang: "en", theme: "dark", src: "own/lq.csv", base: "output" };
lq.load({ tables: [] }).catch(({ code, faults }: ShigotoRefusal) => console.log(code, faults[0]?.path));
void lq.load("base,industry,city,lq").then(() => lq.load(new File([], "lq.csv")));
