// One server for all contenders: everything in brotli at quality 11, compressed beforehand, and a log of what was fetched.

import { createServer } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { mediaType } from "../../browser/lib/server.mjs";

// Clocks tick in 5 µs instead of 100 in pages that are isolated so.
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });

/**
 * Serves `sites`, files by id, at `/<id>/`. Files that come with a twin keep it, as our own do.
 *
 * Returns `{ url, log, close }`; `log` lists `{ site, path, raw, gzip, brotli, isWorker }` of every request.
 */
export async function serve(sites) {
  const files = new Map();
  for (const [id, own] of Object.entries(sites)) {
    for (const [path, { body, brotli: twin }] of Object.entries(own)) files.set(`/${id}${path}`, { body, twin });
  }
  const log = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost").pathname;
    const path = decodeURIComponent(url.endsWith("/") ? `${url}index.html` : url);
    const file = files.get(path);
    if (!file) {
      log.push({ site: path.split("/")[1], path, isMissing: true });
      response.writeHead(404).end();
      return;
    }
    file.twin ??= brotli(file.body);
    const isWorker = /\/sw\.js$/.test(request.headers.referer ?? "");
    log.push({ site: path.split("/")[1], path, file, isWorker });
    response.writeHead(200, {
      "content-type": mediaType(path),
      "content-encoding": "br", "content-length": file.twin.length, "cache-control": "no-cache", ...ISOLATED,
    });
    response.end(file.twin);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  // Compressing is not to happen while somebody waits.
  for (const [path, file] of files) if (!/\/ours\//.test(path)) file.twin ??= brotli(file.body);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, log, close };
}

/** What the logged requests weigh: `{ requests, raw, gzip, brotli }` in bytes, bodies only. */
export function weigh(entries) {
  const sum = (size) => entries.reduce((total, { file }) => total + (file ? size(file) : 0), 0);
  return {
    requests: entries.length,
    raw: sum(({ body }) => body.length),
    gzip: sum(({ body }) => gzipSync(body, { level: 9 }).length),
    brotli: sum(({ twin }) => twin.length),
  };
}
