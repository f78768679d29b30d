// Bundles the peers and lays every contender out as files in memory.

import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { mkdtemp, rm } from "node:fs/promises";
import * as esbuild from "esbuild";

const BENCH = join(import.meta.dirname, "..");
const DIST = join(BENCH, "../../dist");
const OPTIONS = { bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" };

/** The files of a contender by path: `{ "/index.html": { body, brotli? } }`. */
export async function filesOf(contender) {
  if (contender.id === "ours") return ours();
  if (contender.isStatic) return byHand(contender);
  return peer(contender);
}

async function ours() {
  const files = {};
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || [".br", ".gz"].includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const brotli = await readFile(`${path}.br`).catch(() => undefined);
    files[path.slice(DIST.length)] = { body: await readFile(path), brotli };
  }
  return files;
}

/** `peers/html.js` runs here as it runs in the peers' pages. */
async function html() {
  const folder = await mkdtemp(join(tmpdir(), "shigoto-bench-"));
  const outfile = join(folder, "html.mjs");
  await esbuild.build({ ...OPTIONS, entryPoints: [join(BENCH, "peers/html.js")], outfile });
  const module = await import(pathToFileURL(outfile));
  await rm(folder, { recursive: true });
  return module;
}

async function byHand({ name, isLinked }) {
  const { pageHtml, STYLE, staticViews } = await html();
  const { views, style } = staticViews();
  if (!isLinked) return { "/index.html": { body: Buffer.from(pageHtml({ title: name, views, style: STYLE + style })) } };
  const head = `<link rel="stylesheet" href="style.css">`;
  return { "/index.html": { body: Buffer.from(pageHtml({ title: name, views, head })) }, "/style.css": { body: Buffer.from(STYLE + style) } };
}

async function peer({ name, module, heights, css }) {
  const { outputFiles } = await esbuild.build({ ...OPTIONS, entryPoints: [join(BENCH, "peers", module)], write: false });
  const files = { "/main.js": { body: Buffer.from(outputFiles[0].contents) } };
  let head = `<script type="module" src="main.js"></script>`;
  if (css) {
    const sheet = await readFile(createRequire(import.meta.url).resolve(css));
    files["/style.css"] = { body: sheet };
    head = `<link rel="stylesheet" href="style.css">${head}`;
  }
  const { pageHtml, STYLE } = await html();
  const room = ["swot", "lq", "kpi"].map((id, at) => `#${id}-view{min-height:${heights[at]}px}`).join("");
  files["/index.html"] = { body: Buffer.from(pageHtml({ title: name, head, style: STYLE + room })) };
  return files;
}
