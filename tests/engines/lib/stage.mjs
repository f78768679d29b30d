// Where the tests play: an engine, the built site below some path, pages of a host, and visits that must end clean.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DIST, STRICT_CSP, serve } from "../../browser/lib/server.mjs";
import { inTime, scratch } from "./child.mjs";

const own = (name) => fileURLToPath(new URL(name, import.meta.url));
const script = (name) => ({ body: readFileSync(own(name), "utf8"), type: "text/javascript; charset=utf-8" });
const built = (name) => readFileSync(join(DIST, name), "utf8");

const PREFIX = "/widgets/2025";
const HEAD = '<meta charset="utf-8">';
const WATCH = '<script src="/watch.js"></script>';
const MARK = '<script type="module" src="/mark.js"></script>';

/** A page of the city's own, at another path than the widgets. */
const host = (body) =>
  `<!doctype html><html lang="ja">${HEAD}<title>市のページ</title><link rel="icon" href="data:,">` +
  `<script type="module" src="${PREFIX}/embed.js"></script><body>${body}</body></html>`;

const HOSTS = {
  "/city/works.html": host("<h1>しごと</h1><shigoto-swot select='S-2'></shigoto-swot><shigoto-lq base='employees'></shigoto-lq><shigoto-kpi pillar='2'></shigoto-kpi>"),
  "/city/empty.html": host("<main></main>"),
  "/city/broken.html": host('<script src="/broken.js"></script><script src="/missing.js"></script><p style="color: red">'),
};

// Everything that a clean visit must not have, to see that it would be noticed.
const BROKEN = 'console.error("told"); Promise.reject(new Error("rejected")); throw new Error("thrown");';

/**
 * Starts an engine and two servers: one with the strict policy, one whose policy also forbids wasm.
 *
 * Returns `{ visit, close }` and addresses: `site`, `host(name)`, `marked`, `noWasm`, `standalone`.
 */
export async function setStage(launch) {
  const engine = await launch();
  const watched = (html) => (engine.cannotWatch ? insert(html, WATCH) : html);
  const site = await serve({ prefix: PREFIX, pages: pages(watched) });
  const noWasm = await serve({ csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", ""), prefix: PREFIX, pages: pages(watched) });
  const copy = loneCopy(engine.cannotWatch);
  const servers = [site, noWasm];
  return {
    site: site.url,
    marked: `${site.url}marked.html`,
    host: (name) => new URL(`/city/${name}.html`, site.url).href,
    noWasm: noWasm.url,
    standalone: copy.href,
    visit: (url, use, expected) => visit(engine, servers, url, use, expected),
    close: async () => {
      await engine.close();
      await Promise.all(servers.map((server) => server.close()));
      copy.remove();
    },
  };
}

const insert = (html, what) => {
  assert.ok(html.includes(HEAD), "a page has no charset to insert a script after");
  return html.replace(HEAD, `${HEAD}${what}`);
};

function pages(watched) {
  const faces = Object.fromEntries(["index.html", "embed.html", "studio.html"].map((name) => [`${PREFIX}/${name}`, built(name)]));
  faces[`${PREFIX}/`] = faces[`${PREFIX}/index.html`];
  faces[`${PREFIX}/marked.html`] = insert(faces[`${PREFIX}/index.html`], MARK);
  const all = Object.entries({ ...faces, ...HOSTS }).map(([path, html]) => [path, watched(html)]);
  return { ...Object.fromEntries(all), "/watch.js": script("watch.js"), "/mark.js": script("mark.js"), "/broken.js": { body: BROKEN, type: "text/javascript" } };
}

/** standalone.html in a directory of its own: on `file://`, too, whatever it asked for would be missing. */
function loneCopy(isWatched) {
  const directory = scratch("standalone");
  const put = (name, text) => writeFileSync(join(directory.path, name), text);
  const html = built("standalone.html");
  put("standalone.html", isWatched ? insert(html, WATCH.replace("/watch.js", "watch.js")) : html);
  if (isWatched) put("watch.js", script("watch.js").body);
  return { href: pathToFileURL(join(directory.path, "standalone.html")).href, remove: directory.remove };
}

/** Opens a page, uses it, and fails when anything went wrong on it that no expression in `expected` names. */
async function visit(engine, servers, url, use, expected = []) {
  const asked = servers.map(({ requests }) => requests.length);
  const page = await inTime(engine.open(url), `${url} to open`);
  const isKnown = (problem) => expected.some((pattern) => pattern.test(problem));
  const problems = async () => {
    const refused = servers.flatMap(({ requests }, index) => requests.slice(asked[index]).filter(({ status }) => status >= 400));
    return [...(await page.problems()), ...refused.map(({ status, path }) => `answer: ${status} ${path}`)].filter((one) => !isKnown(one));
  };
  try {
    await use(page);
    assert.deepEqual(await problems(), []);
  } catch (error) {
    const found = await problems().catch(() => []);
    if (found.length > 0) error.message += `\nOn the page: ${found.join("\n")}`;
    throw error;
  } finally {
    await page.close();
  }
}
