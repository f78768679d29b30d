// The kiosk under a clock of ours: opens it, lets time pass, and says what stands on the screen.

import { openPage } from "./browser.mjs";

/** A quiet weekday, at noon in the browser's own zone. */
export const NOON = new Date(2026, 10, 24, 12, 0, 0);

/**
 * Playwright counts its timers from 10¹². HTML says `long`, and wasm-bindgen believes it: such a number comes back from
 * wasm as another one, nothing is ever cancelled, and timers fire whose owner is gone. So they count from zero here.
 */
function shortHandles() {
  const FIRST = 1e12;
  for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"], ["requestAnimationFrame", "cancelAnimationFrame"]]) {
    const [begin, end] = [globalThis[set], globalThis[clear]];
    globalThis[set] = (...given) => begin.apply(globalThis, given) - FIRST;
    globalThis[clear] = (handle) => {
      if (handle > 0) end.call(globalThis, handle + FIRST);
    };
  }
}

/**
 * Opens the kiosk with time standing still. `settings` is what `kiosk.json` holds, `query` the address, `init` is run
 * before navigation. Returns what `openPage` does, and `pass(ms)`, which lets time pass.
 */
export async function openKiosk(shared, { settings = {}, query = "", at = NOON, init, path = "kiosk.html", ...options } = {}) {
  shared.server.pages["/kiosk.json"] = { body: JSON.stringify(settings), type: "application/json" };
  const opened = await openPage(shared.browser, { reducedMotion: "reduce", viewport: { width: 1920, height: 1080 }, hasTouch: true, ...options });
  const { page } = opened;
  await page.clock.install({ time: at });
  await page.addInitScript(shortHandles);
  await init?.(page);
  await page.clock.pauseAt(at).catch(() => {});
  await page.goto(new URL(path + query, shared.server.url).href);
  await begun(page);
  return { ...opened, pass: (ms) => pass(page, ms) };
}

/** Resolves when a scene stands complete. */
export async function begun(page) {
  for (let turn = 0; turn < 400; turn += 1) {
    await page.clock.runFor(20);
    if ((await page.locator("body[data-turn]").count()) && (await isSettled(page))) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("the kiosk has not begun");
}

const isSettled = (page) => page.evaluate(() => [...document.querySelectorAll("shigoto-swot, shigoto-lq, shigoto-kpi")].every((one) => one.shadowRoot?.querySelector(".painted")));

/** Lets time pass, then the microtasks and frames that came of it. */
export async function pass(page, ms) {
  await page.clock.runFor(ms);
  await page.clock.runFor(50);
}

/** What is seen. */
export const seen = (page) =>
  page.evaluate(() => {
    const { mode, turn } = document.body.dataset;
    const shown = [...document.querySelectorAll(".place")].find((place) => !place.hidden);
    const element = shown?.firstElementChild;
    return { mode, turn, lang: document.documentElement.lang, title: document.querySelector("h1").innerText, kind: shown?.id, state: element ? { ...element.state } : {} };
  });
