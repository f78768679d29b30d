// Builds of the site side by side: the one in dist/, and others made of it, laid where a server serves them.

import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { DIST } from "./server.mjs";

// In names of files, and where a page or the worker names its build; what wasm calls its imports is left alone.
const HASH = /(?<=[-"])[0-9a-f]{16}(?=[".&\/]|$)/gm;
const TEXT = new Set([".html", ".js", ".css", ".json", ".webmanifest"]);
const other = (text) => text.replace(HASH, (hash) => [...hash].reverse().join(""));
const isSource = (path) => !/\.(br|gz)$|standalone\.html$/.test(path);

/** The names in a text or among URLs that tell content or a build, as a set of hashes. */
export const hashesIn = (text) => new Set(text.match(HASH) ?? []);

/** An empty folder of its own: `{ path, remove }`. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), "shigoto-builds-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Lays the build of `dist/` into a folder, as an upload replaces what was there. */
export async function first(path) {
  await clear(path);
  await cp(DIST, path, { recursive: true, filter: isSource });
}

/**
 * Lays another build: every hashed name is another one, the pages' title and the styles differ, and so does the worker's
 * list. `change(path, files)` may then spoil files of the folder.
 */
export async function second(path, change) {
  await first(path);
  for (const entry of (await readdir(path, { recursive: true, withFileTypes: true })).reverse()) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && TEXT.has(extname(file))) {
      const text = other(await readFile(file, "utf8"));
      await writeFile(file, entry.name.startsWith("index") ? text.replace(/<h1>/, "<h1>2 ") : text);
    }
    if (other(entry.name) !== entry.name) await rename(file, join(entry.parentPath, other(entry.name)));
  }
  const list = (await readdir(path)).find((name) => name.startsWith("sw-files-"));
  const text = await readFile(join(path, list), "utf8");
  const listed = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  const { files } = listed;
  for (const name of Object.keys(files).filter(isSource)) {
    const bytes = await readFile(join(path, name));
    files[name][1] = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  }
  await writeFile(join(path, list), `Object.assign(self,${JSON.stringify(listed)});`);
  await change?.(path, files);
}

async function clear(path) {
  for (const name of await readdir(path)) await rm(join(path, name), { recursive: true });
}

/** Every hash in the names of a folder's files. */
export async function hashesOf(path) {
  return hashesIn((await readdir(path, { recursive: true })).join("\n"));
}
