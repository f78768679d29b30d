// Which encoding a reader's file is in: told rightly or not at all, never other letters than were written.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const here = (path) => new URL(path, import.meta.url);
const source = await readFile(here("../../www/encoding.js"), "utf8");
const { textOf } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const samples = JSON.parse(await readFile(here("../fixtures/own/encodings.json"), "utf8"));
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

for (const { name, hex, text } of samples) {
  test(`${name} is ${text === null ? "refused" : "read"}`, () => assert.equal(textOf(bytesOf(hex)) ?? null, text));
}

test("an escape that is no part of ISO-2022-JP stays, to be refused by its place", () => {
  assert.equal(textOf(new TextEncoder().encode("農\x1b業")), "農\x1b業");
});

test("the bytes of workbooks, archives, PDFs and pages go on: whoever reads the text names them", () => {
  for (const start of ["PK\x03\x04", "ÐÏ\x11à¡±\x1aá", "%PDF-1.7\n", "<!doctype html><p>", "\x1f\x8b\x08"]) {
    const bytes = Uint8Array.from(`${start}\0\xe9t\xe9 \xff\xfe`, (letter) => letter.charCodeAt(0));
    const text = textOf(bytes);
    assert.ok(text.replace("‹", "\x8b").startsWith(start), start);
  }
});

test("no bytes stop it, and no letter of what it reads was made up", () => {
  // A small generator with a fixed seed: the same 3,000 files in every run.
  let seed = 77;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let number = 0; number < 3000; number += 1) {
    const bytes = bytesOf(samples[next(samples.length)].hex);
    for (let count = next(6); count >= 0; count -= 1) bytes[next(bytes.length)] = next(256);
    const text = textOf(bytes.subarray(next(3), bytes.length - next(3)));
    assert.ok(text === undefined || !text.includes("\ufffd"));
  }
});
