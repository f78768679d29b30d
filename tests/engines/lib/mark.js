// Stands before embed.js: what the page brought in its shadow trees is remembered, to be known again after the upgrade.
globalThis.brought = [...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].flatMap((element) =>
  [...(element.shadowRoot?.querySelectorAll("td, [data-code], [data-kpi], canvas, input") ?? [])],
);
