// Steps of the tests about the service worker: who answers, what is kept, which build a page is made of.

import assert from "node:assert/strict";
import { hashesIn } from "./builds.mjs";
import { painted } from "./browser.mjs";
import { KINDS } from "./widgets.mjs";

/** Resolves once a worker answers for the page: then its build is complete. */
export const controlled = (page, how) => page.waitForFunction(() => navigator.serviceWorker.controller, null, how);

/** Opens an address, by default the page itself, and returns once all three widgets are painted. */
export async function visit(page, url) {
  await (url ? page.goto(url) : page.reload());
  for (const kind of KINDS) await painted(page, kind);
}

/** Builds that are kept, by name, without the site's own prefix. */
export const kept = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").pop()));

/** The names of the files of the one build that is kept, in order. */
export const keptFiles = (page) =>
  page.evaluate(async () => {
    const [name] = await caches.keys();
    const scope = (await navigator.serviceWorker.ready).scope;
    return (await (await caches.open(name)).keys()).map(({ url }) => url.slice(scope.length)).sort();
  });

export const buildOf = (page) => page.locator("[data-build]").getAttribute("data-build");

/** The line that tells of a new version. */
export const news = (page) => page.locator(".newer button");

/** Looks for a new version, as the browser does after each navigation and otherwise once a day. */
export const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

/** Remembers every hash in the names a page asks for from now on. */
export function listen(page) {
  const names = [];
  page.on("request", (request) => names.push(request.url()));
  return { hashes: () => hashesIn(names.join("\n")), forget: () => names.splice(0) };
}

/** Fails unless everything the page has asked for, and names, is of one build: `all` are that build's hashes. */
export async function assertOneBuild(page, heard, all) {
  const html = await page.content();
  const named = new Set([...heard.hashes(), ...hashesIn(html.slice(0, html.indexOf("</head>")))]);
  assert.ok(named.size >= 4, `only ${named.size} names seen`);
  assert.deepEqual([...named].filter((hash) => !all.has(hash)), [], "names of another build");
}

/** Waits for what only a promise tells: Playwright's own waiting takes the promise itself for a yes. */
export async function comes(page, act) {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    if (await page.evaluate(act)) return;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`did not come: ${act}`);
}
