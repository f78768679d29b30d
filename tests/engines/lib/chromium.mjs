// Chromium, through the helper of the browser tests.

import { launch as launchChromium, openPage } from "../../browser/lib/browser.mjs";

export async function launch() {
  const browser = await launchChromium();
  return { open: (url) => open(browser, url), close: () => browser.close() };
}

async function open(browser, url) {
  const { page, problems, close } = await openPage(browser, { viewport: { width: 1024, height: 768 } });
  await page.goto(url);
  return {
    evaluate: (fn, ...args) => page.evaluate(`(${fn})(...${JSON.stringify(args)})`),
    // Its locators enter shadow trees by themselves.
    click: (...path) => page.locator(path.join(" ")).click(),
    problems: async () => problems,
    close,
  };
}
