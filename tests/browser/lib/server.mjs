// A static server for the tests: strict CSP on every page, precompressed twins, a log of requests, made-up pages.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync, statSync } from "node:fs";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The built site. */
export const DIST = join(here, "../../../dist");

/** The policy of CONTRACT §4 with the hashes of the site's styles, as its build writes it and `cargo xtask serve` sends it. */
export const STRICT_CSP = (await readFile(join(DIST, "csp.txt"), "utf8")).trim();

const lines = (await readFile(join(here, "../../../xtask/media_types.txt"), "utf8")).trim().split("\n");
const TYPES = new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));

/** What a file is, by the table that `cargo xtask serve` has too. */
export const mediaType = (path) => TYPES.get(extname(path).slice(1)) ?? "application/octet-stream";

/**
 * Serves a directory on a free port of 127.0.0.1.
 *
 * - `root`: the directory, default `dist/`.
 * - `csp`: the policy sent with every page; `null` sends none.
 * - `prefix`: the path the directory is mounted at, such as `/some/sub-path`.
 * - `pages`: made-up answers by path, `{ "/host.html": "<!doctype html>…" }` or `{ body, type, headers, status }`;
 *   they win over files, and may be added to `server.pages` later. A body in pieces comes piece by piece.
 *
 * Returns `{ root, url, requests, pages, close }`; `url` ends in `/`, `requests` lists `{ method, path, status }`.
 */
export async function serve({ root = DIST, csp = STRICT_CSP, prefix = "", pages = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const answer = madeUp(pages[path]) ?? (await fromDisk(root, prefix, path, request.headers["accept-encoding"]));
    const { status, type, headers, body } = answer ?? { status: 404, type: mediaType("404.txt"), body: "404\n" };
    requests.push({ method: request.method, path, status });
    const pieces = [body].flat();
    const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
    const all = { "content-type": type, "content-length": length, "cache-control": "no-cache" };
    if (csp && type.startsWith("text/html")) all["content-security-policy"] = csp;
    response.writeHead(status, { ...all, ...headers });
    if (request.method !== "HEAD") {
      for (const [place, piece] of pieces.entries()) {
        if (place) await new Promise((done) => setTimeout(done, 300));
        response.write(piece);
      }
    }
    response.end();
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { root, url: `http://127.0.0.1:${server.address().port}${prefix}/`, requests, pages, close };
}

function madeUp(page) {
  if (page === undefined) return undefined;
  const { body, type = mediaType("page.html"), headers = {}, status = 200 } = typeof page === "string" ? { body: page } : page;
  return { status, type, headers, body };
}

async function fromDisk(root, prefix, path, acceptEncoding = "") {
  if (!path.startsWith(`${prefix}/`) || path.includes("\0")) return undefined;
  const name = path.slice(prefix.length) + (path.endsWith("/") ? "index.html" : "");
  const file = normalize(join(root, name));
  if (!file.startsWith(normalize(root) + sep) || !isFile(file)) return undefined;
  const type = mediaType(file);
  const headers = { vary: "accept-encoding" };
  if (/\bbr\b/.test(acceptEncoding) && isFile(`${file}.br`)) {
    return { status: 200, type, headers: { ...headers, "content-encoding": "br" }, body: await readFile(`${file}.br`) };
  }
  return { status: 200, type, headers, body: await readFile(file) };
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
