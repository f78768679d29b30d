// The types in dist/, as TypeScript reads them: what must compile does, what must not does not.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const OPTIONS = {
  strict: true,
  noEmit: true,
  // Ours is checked, those that come with TypeScript are not.
  skipDefaultLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

const MANIFEST = JSON.parse(readFileSync(new URL("../../dist/custom-elements.json", import.meta.url), "utf8"));
const path = (name) => fileURLToPath(new URL(`../types/${name}`, import.meta.url));

// One program for both samples: reading the browser's own types takes most of the time.
const program = ts.createProgram(["good.ts", "bad.ts"].map(path), OPTIONS);
const found = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
  file: file?.fileName.split("/").at(-1),
  line: file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0,
  message: ts.flattenDiagnosticMessageText(messageText, " "),
}));

test("what one may write compiles, and the types have no fault of their own", () => {
  assert.deepEqual(found.filter(({ file }) => file !== "bad.ts"), []);
});

test("what one may not write is refused, line by line", () => {
  const lines = readFileSync(path("bad.ts"), "utf8").split("\n");
  const expected = lines.flatMap((line, index) => (line.endsWith("// refused") ? [index + 1] : []));
  assert.ok(expected.length >= 12);
  const refused = new Set(found.filter(({ file }) => file === "bad.ts").map(({ line }) => line));
  assert.deepEqual([...refused].sort((a, b) => a - b), expected, JSON.stringify(found, null, 1));
});

test("each state has the attributes of the manifest, with their values", () => {
  const checker = program.getTypeChecker();
  const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith("dist/shigoto-widgets.d.ts"));
  const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(file)).map((symbol) => [symbol.name, symbol]));
  const literals = (type) => (type.isUnion() ? type.types : [type]).map(({ value }) => value).filter(Boolean).sort();
  for (const { name, attributes } of MANIFEST.modules[0].declarations) {
    const state = exported.get(name.replace(/^Shigoto(.*)Element$/, "$1State"));
    const found = new Map(checker.getDeclaredTypeOfSymbol(state).getProperties().map((property) => [property.name, checker.getTypeOfSymbol(property)]));
    const own = attributes.filter((attribute) => !["lang", "theme", "src"].includes(attribute.name));
    assert.deepEqual([...found.keys()], own.map((attribute) => attribute.name), name);
    for (const attribute of own.filter(({ type }) => /^"[^`]*"$/.test(type.text))) {
      const values = attribute.type.text.split(" | ").map((text) => JSON.parse(text));
      assert.deepEqual(literals(found.get(attribute.name)), values.sort(), `${name} ${attribute.name}`);
    }
  }
});
