// Chromium for the tests, and pages that remember everything that went wrong on them.

import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

// The same names as in xtask/src/tools/browser.rs.
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** How long a page may take to do what is waited for. A loaded machine is slow, not broken. */
const PATIENCE_MS = 60_000;

/** The browser's executable: `CHROME_PATH`, or the first known name on `PATH`. */
export function executablePath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const dirs = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const found = NAMES.flatMap((name) => dirs.map((dir) => join(dir, name))).find(isExecutable);
  assert.ok(found, "no Chromium found: run `cargo xtask setup`, or name one in CHROME_PATH");
  return found;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a headless browser; close it with `browser.close()`. */
export function launch({ args = [] } = {}) {
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: executablePath(), args: [...FLAGS, ...sandbox, ...args] });
}

/**
 * A new page in a context of its own. `options` are Playwright's (`javaScriptEnabled`, `viewport`, `colorScheme` …).
 *
 * Returns `{ page, context, problems, assertClean, close }`. `problems` collects, as lines of text: console errors,
 * uncaught exceptions, failed requests, answers of 400 and up, and CSP violations. `assertClean()` fails when there is
 * one; `expected`, a list of regular expressions, names those a test provokes on purpose.
 */
export async function openPage(browser, { locale = "ja-JP", ...options } = {}) {
  const context = await browser.newContext({ locale, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.stack ?? error}`));
  page.on("requestfailed", (request) => problems.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`);
  });
  await page.exposeFunction("reportCspViolation", (text) => problems.push(`csp: ${text}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      globalThis.reportCspViolation(`${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
  const assertClean = (expected = []) => {
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, []);
  };
  return { page, context, problems, assertClean, close: () => context.close() };
}

/**
 * Resolves with the time, in ms since navigation, at which a widget (`swot`, `lq`, `kpi`) first stood complete. Where the
 * first of them is still so far down that none has begun, it is brought into view as a reader would, and left again.
 */
export async function painted(page, widget) {
  const mark = `shigoto-${widget}-painted`;
  const start = (name) => performance.getEntriesByName(name)[0]?.startTime;
  const isFar = await page.evaluate(() => {
    const first = document.querySelector("main [id] > :is(shigoto-swot, shigoto-lq, shigoto-kpi)");
    const isFar = first?.getBoundingClientRect().top > innerHeight + 800;
    if (isFar) first.scrollIntoView();
    return isFar;
  });
  try {
    const time = await (await page.waitForFunction(start, mark)).jsonValue();
    if (isFar) await page.evaluate(() => scrollTo(0, 0));
    return time;
  } catch (error) {
    throw new Error(`the mark ${mark} has not come`, { cause: error });
  }
}
