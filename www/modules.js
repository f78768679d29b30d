// The wasm modules of a page: how they are opened, each once, and what happens where one of them stops.
import { Host, Pack, stoppedAt } from "shigoto:glue";
import { openComplete, openOwn } from "shigoto:wasm";
import { once } from "./once.js";

export const loadOwn = once(openOwn);
export const loadComplete = once(openComplete);

// Where wasm stopped, by a fault of ours, that widget alone falls back to its static content. A listener of the page that
// throws is heard while wasm is at work as well: asked afterwards, wasm that went on has come to its end.
export const bindings = new WeakMap();
export const small = { Host, Pack, stoppedAt };
export const started = new Set();
/** @param {{ error?: unknown, reason?: unknown }} event */
const review = ({ error, reason }) => setTimeout(() => {
  for (const module of started) for (let element; (element = module.stoppedAt()); ) bindings.get(element)?.stop(error ?? reason);
});
addEventListener("error", review);
addEventListener("unhandledrejection", review);

export const worked = (act) => {
  try {
    return act();
  } catch (error) {
    review({ error });
    throw error;
  }
};
