// Made-up pages of others with our elements on them, and what became of the elements there.

import { answered } from "./widgets.mjs";

const TAGS = "shigoto-swot, shigoto-lq, shigoto-kpi";

/** A page as a town's CMS makes it: the policy of the contract, the style sheet in a file of its own. */
const html = ({ body, head, css, root, doctype }) => `${doctype}<html lang="ja" ${root}><meta charset="utf-8"><title>市のページ</title>
<link rel="icon" href="data:,">${css ? '<link rel="stylesheet" href="/host.css">' : ""}${head}<body>${body}</body></html>`;

export const SCRIPT = '<script type="module" src="/embed.js"></script>';

/**
 * Opens a host page on the server of `shared`. `css` is its style sheet, `root` are attributes of its root element,
 * `headers` go with it, `init` runs with the page before navigation; the rest are options of `openPage`. Errors the elements tell stand in `window.failures`.
 */
export async function host(shared, body, { css = "", head = SCRIPT, headers = {}, root = "", doctype = "<!doctype html>", path = "/host.html", init, ...options } = {}) {
  shared.server.pages[path] = { body: html({ body, head, css, root, doctype }), headers };
  shared.server.pages["/host.css"] = { body: css, type: "text/css" };
  const opened = await shared.blank({ viewport: { width: 1280, height: 800 }, ...options });
  await opened.page.addInitScript(() => {
    globalThis.failures = [];
    addEventListener("shigoto-error", ({ target, detail }) => globalThis.failures.push(`${target.localName}: ${detail.message}`));
  });
  await init?.(opened.page);
  await opened.page.goto(new URL(path, shared.server.url).href);
  return opened;
}

/** Returns once all elements of the page that the document can reach are ready and painted. */
export async function allReady(page, selector = TAGS) {
  await page.evaluate((wanted) => Promise.all([...document.querySelectorAll(wanted)].map((one) => one.ready)).then(() => {}), selector);
  await answered(page);
}

/** How each canvas of an element fits its frame: sizes in CSS px as laid out, and in pixels of its own. */
export const canvases = (element) =>
  element.evaluate((one) =>
    [...one.shadowRoot.querySelectorAll("canvas")]
      .filter((canvas) => canvas.checkVisibility())
      .map((canvas) => {
        const [own, frame] = [canvas, canvas.parentElement].map((node) => node.getBoundingClientRect());
        return { width: own.width, height: own.height, frameWidth: frame.width, frameHeight: frame.height, pixels: canvas.width };
      }),
  );
