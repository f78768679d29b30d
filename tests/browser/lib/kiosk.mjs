// The kiosk under a clock of ours: opens it, lets time pass, and says what stands on the screen.

import { accessibilityViolations } from "./axe.mjs";
import { openPage } from "./browser.mjs";

/** A quiet weekday, at noon in the browser's own zone. */
export const NOON = new Date(2026, 10, 24, 12, 0, 0);
export const SCENE_MS = 16_000;
export const SCENES = ["alone", "directions", "furthest", "split", "works", "maintain", "top", "strength", "goals", "largest", "threat", "years", "issue", "zero"];

/**
 * Playwright counts its timers from 10¹². HTML says `long`, and wasm-bindgen believes it: such a number comes back from
 * wasm as another one, nothing is ever cancelled, and timers fire whose owner is gone. So they count from zero here.
 */
function shortHandles() {
  const FIRST = 1e12;
  AbortSignal.timeout = globalThis.untouchedTimeout;
  for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"], ["requestAnimationFrame", "cancelAnimationFrame"]]) {
    const [begin, end] = [globalThis[set], globalThis[clear]];
    globalThis[set] = (...given) => begin.apply(globalThis, given) - FIRST;
    globalThis[clear] = (handle) => {
      if (handle > 0) end.call(globalThis, handle + FIRST);
    };
  }
}

/** What waits for the network keeps the network's time, or the clock, which runs ahead of it, would give up too early. */
function keepTimeout() {
  globalThis.untouchedTimeout = AbortSignal.timeout;
}

/** The screens the issue names. */
export const SCREENS = { "1080p": { width: 1920, height: 1080 }, portrait: { width: 1080, height: 1920 }, "4K": { width: 3840, height: 2160 } };

/**
 * Opens the kiosk with time standing still but for `pass`. `settings` is what `kiosk.json` holds, `query` the address,
 * `init` is run before navigation. Returns what `openPage` does, and `pass(ms)`, which lets time pass.
 */
export async function openKiosk(shared, { settings = {}, query = "", at = NOON, init, url, ...options } = {}) {
  shared.server.pages["/kiosk.json"] = { body: JSON.stringify(settings), type: "application/json" };
  // A worker would bring the whole site for each, and answer in the server's place.
  const usual = { reducedMotion: "reduce", viewport: SCREENS["1080p"], hasTouch: true, serviceWorkers: "block" };
  const opened = await openPage(shared.browser, { ...usual, ...options });
  const { page, context } = opened;
  await context.addInitScript(keepTimeout);
  await page.clock.install({ time: at });
  await context.addInitScript(shortHandles);
  await init?.(page);
  await page.clock.pauseAt(new Date(at.getTime() + 10_000));
  await page.goto(url ?? new URL(`kiosk.html${query}`, shared.server.url).href);
  await begun(page);
  return { ...opened, pass: (ms) => pass(page, ms) };
}

/** Resolves when the first scene stands complete. */
export async function begun(page) {
  const latest = Date.now() + 30_000;
  while (Date.now() < latest) {
    await page.clock.runFor(20);
    if (await isComplete(page)) return;
    // The network and the compiler keep real time.
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error("the kiosk has not begun");
}

const isComplete = (page) =>
  page.evaluate(
    () =>
      document.body.dataset.turn &&
      [...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].every((one) => one.state && (one.closest(".place").hidden || one.shadowRoot.querySelector(".painted"))),
  );

/** Lets time pass, then the frames that came of it. */
export async function pass(page, ms) {
  await page.clock.runFor(ms);
  await page.clock.runFor(50);
}

/** Waits, in real time, until something the network or the compiler brings is there. */
export async function until(page, act, given) {
  await page.waitForFunction(act, given, { polling: 20 });
}

/** What is seen. */
export const seen = (page) =>
  page.evaluate(() => {
    const { mode, turn } = document.body.dataset;
    const shown = [...document.querySelectorAll(".place")].find((place) => !place.hidden);
    const state = { ...shown?.firstElementChild.state };
    return { mode, turn, lang: document.documentElement.lang, title: document.querySelector("h1").textContent, kind: shown?.id, state };
  });

export const mode = (page) => page.evaluate(() => document.body.dataset.mode);
export const title = (page) => page.evaluate(() => document.querySelector("h1").textContent);

/** What axe finds. It waits for timers of the page, whose clock is ours. */
export async function violations(page) {
  let found;
  const looking = accessibilityViolations(page).then((all) => (found = all));
  while (!found) await page.clock.runFor(5);
  return looking;
}

/** What the kiosk has noted. */
export const log = (page) => page.evaluate(() => localStorage.getItem("shigoto-kiosk-log") ?? "");

/** Touches the middle of the screen. */
export async function touch({ page, pass }) {
  const { width, height } = page.viewportSize();
  await page.touchscreen.tap(width / 2, height / 2);
  await pass(300);
}

/**
 * The whole page as text: every element with its attributes in order, what controls hold, what is scrolled or focused,
 * shadow trees and all. Not where scales that cannot be seen were
 * last drawn: that is no state.
 */
export const serialised = (page) =>
  page.evaluate(() => {
    const lines = [];
    // What holds without an attribute is written back where another has been there: the state, below, is the same.
    const today = new Date();
    const current = `${today.getFullYear() - (today.getMonth() < 3 ? 1 : 0)}`;
    const defaults = {
      "shigoto-kpi": { year: current, view: "gauge", group: "kind", pillar: "all" },
      "shigoto-lq": { base: "output", city: "aomori", reading: "printed" },
    };
    const isKept = (node, name, value) => defaults[node.localName]?.[name] !== value;
    const walk = (node, depth) => {
      const pad = " ".repeat(depth);
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data.trim()) lines.push(pad + node.data.trim());
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const isBehind = node.getRootNode().host?.closest(".place")?.hidden;
      if (node.matches("canvas, .axis, .axes") && !node.checkVisibility()) return;
      // Drawn in an earlier scene, and shut.
      if (node.matches("details:not([open]) .course")) return;
      const names = [...node.attributes].filter(({ name, value }) => (!isBehind || name !== "style") && isKept(node, name, value)).map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
      const own = ["checked", "open", "value", "scrollTop", "scrollLeft", "disabled", "returnValue"].filter((name) => node[name] !== undefined && typeof node[name] !== "object");
      lines.push(`${pad}<${node.localName} ${names.join(" ")}> ${own.map((name) => `${name}:${node[name]}`).join(" ")}`);
      for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child, depth + 1);
    };
    walk(document.documentElement, 0);
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    lines.push(`focus ${active?.localName}.${active?.className}`, `address ${location.hash}`, `history ${history.length}`, `selected ${getSelection()}`);
    lines.push(`session ${JSON.stringify({ ...sessionStorage })}`);
    for (const element of document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")) lines.push(JSON.stringify(element.state));
    return lines.join("\n");
  });

/** The lines in which two serialised pages differ, a few of them. */
export function differences(one, other) {
  const [ours, theirs] = [one.split("\n"), other.split("\n")];
  const only = (lines, others, sign) => lines.filter((line) => !others.has(line)).map((line) => `${sign} ${line.trim().slice(0, 200)}`);
  return [...only(ours, new Set(theirs), "+"), ...only(theirs, new Set(ours), "-"), ...(ours.length === theirs.length ? [] : [`${ours.length} lines, not ${theirs.length}`])].slice(0, 12);
}
