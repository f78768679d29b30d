// A site rendered in wasm is, byte for byte, the one rendered natively, which `cargo test --test publish` has left.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = process.argv[2] ?? join(root, "target");
const { Content } = createRequire(import.meta.url)(join(target, "render-wasm/render_wasm.js"));

/** Adds every file below a folder, under `prefix`. */
function add(content, folder, prefix) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) add(content, path, `${prefix}${entry.name}/`);
    else content.add(prefix + entry.name, readFileSync(path));
  }
}

const content = new Content();
add(content, join(root, "data/fixture"), "");
add(content, join(root, "data/interface"), "interface/");
const found = Buffer.from(content.render(readFileSync(join(root, "xtask/csp.txt"), "utf8"), 2027));
const expected = readFileSync(join(target, "tmp/town.zip"));
assert.ok(found.length > 50_000, `${found.length} bytes`);
assert.ok(found.equals(expected), `wasm: ${found.length} bytes, native: ${expected.length} bytes, and they differ`);
console.log(`${found.length} bytes, the same in wasm as natively`);
