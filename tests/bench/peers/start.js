// How every peer starts: draws its three views, says when the frame with all of them has ended, obeys the benchmark.

import { swotHtml } from "./html.js";

export const view = (id) => document.getElementById(`${id}-view`);

/** The matrix as an HTML table: its natural form wherever a library has no graph. */
export const drawSwot = () => {
  view("swot").innerHTML = swotHtml();
};

/** A new box for the large table, in place of the small one. */
export function largeBox() {
  const box = document.createElement("div");
  box.className = "large";
  view("lq").replaceChildren(box);
  return box;
}

/** Scrolls a box to a share of its way. */
export const scrollTo = (box) => (share) => {
  box.scrollTop = share * (box.scrollHeight - box.clientHeight);
};

/**
 * `draw` is an object of functions by name, called in order; `actions` what the benchmark may ask for: `switchBase`,
 * `setYear`, `loadLarge`, `sortLarge`, `scrollLarge`. What is missing is told as not applicable.
 */
export async function start(draw, actions) {
  for (const part of Object.values(draw)) await part();
  globalThis.bench = actions;
  document.getElementById("base").onchange = ({ target }) => actions.switchBase(target.value);
  document.getElementById("year").oninput = ({ target }) => actions.setYear(Number(target.value));
  globalThis.probe?.markPainted();
}
