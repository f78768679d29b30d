// Steps of the guide's tests: open it, choose, read the code.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { painted } from "./browser.mjs";
import { DIST } from "./server.mjs";
import { answered } from "./widgets.mjs";

export const PAGES = ["embed-guide.html", "embed-guide.en.html"];

const squeeze = (text) => text.replace(/\s+/g, "");

/** Opens the guide; `options` are those of `openPage`, and `file`. */
export const opener = (shared) => async ({ file = PAGES[0], ...options } = {}) => {
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.goto(shared.server.url + file);
  return opened;
};

/** Chooses a widget and values by attribute, and returns when the preview shows them. */
export async function choose(page, kind, values = {}) {
  await page.locator(`input[name=widget][value=${kind}]`).check();
  // The element draws when it comes near the viewport.
  await page.locator(".preview").scrollIntoViewIfNeeded();
  await painted(page, kind);
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`[data-for=${kind}], [data-for=all]`).locator(`select[data-attribute="${name}"]`).selectOption(value);
  }
  await answered(page);
}

export const section = (page, kind, snippet) => page.locator(`.example[data-widget=${kind}] [data-snippet=${snippet}]`);
export const code = (page, kind, snippet) => section(page, kind, snippet).locator("pre:not([hidden]) code").textContent();

/** The plain HTML, fetched by its button. */
export async function plain(page, kind) {
  const own = section(page, kind, "plain");
  if (!(await own.locator("textarea").isVisible())) await own.locator("[data-show]").click();
  await own.locator("textarea").waitFor();
  const file = await own.locator("[data-plain]").getAttribute("href");
  const whole = readFileSync(join(DIST, file), "utf8");
  const wanted = squeeze(whole.slice(whole.indexOf("<body>") + 6, whole.lastIndexOf("</body>")));
  await page.waitForFunction(
    ([area, start]) => area.value.replace(/\s+/g, "").startsWith(start),
    [await own.locator("textarea").elementHandle(), wanted.slice(0, wanted.indexOf("../"))],
  );
  return own.locator("textarea").inputValue();
}
