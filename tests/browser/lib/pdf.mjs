// Reading back what was printed, with poppler's tools.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";

/** What a tool writes when it is given the PDF. */
function run(tool, args, pdf) {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", ({ code }) => reject(new Error(code === "ENOENT" ? `no ${tool}: install poppler-utils, or run \`cargo xtask setup\`` : code)));
    child.on("close", (status) => (status === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${tool} ended with ${status}`))));
    child.stdin.on("error", () => {});
    child.stdin.end(pdf);
  });
}

export const squeeze = (text) => text.replace(/\s+/g, "");

/** The text of each page in the order it was written, without spaces. */
export async function pageTexts(pdf) {
  const text = (await run("pdftotext", ["-raw", "-", "-"], pdf)).toString("utf8");
  return text.split("\f").slice(0, -1).map(squeeze);
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** Each page as `{ width, height, words }`, in points; a word is `{ text, left, top, right, bottom, middle }`. */
export async function pageBoxes(pdf) {
  const xml = (await run("pdftotext", ["-bbox", "-", "-"], pdf)).toString("utf8");
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return xml.split("<page ").slice(1).map((page) => {
    const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    const words = [...page.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
      text: text.replace(/&\w+;/g, (name) => ENTITIES[name] ?? name),
      ...{ left: +left, top: +top, right: +right, bottom: +bottom, middle: (+top + +bottom) / 2 },
    }));
    return { width, height, words };
  });
}

/** What stands at one height, from left to right and without spaces; from the top of the page to its foot. */
export function inLines(words) {
  const lines = [];
  for (const word of words.toSorted((a, b) => a.middle - b.middle)) {
    const line = lines.at(-1);
    if (line && word.middle - line[0].middle < 3) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => squeeze(line.sort((a, b) => a.left - b.left).map(({ text }) => text).join("")));
}

/** A page as a black-and-white printer gives it: `{ at(x, y) }` from 0 (black) to 255, in dots; `dots` a point. */
export async function greyPage(pdf, number, dpi = 150) {
  const image = await run("pdftoppm", ["-gray", "-r", `${dpi}`, "-f", `${number}`, "-l", `${number}`, "-"], pdf);
  const [header, width, height] = image.subarray(0, 40).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  assert.equal(image.length, header.length + width * height, "an 8-bit PGM");
  return { dots: dpi / 72, at: (x, y) => image[header.length + Math.min(y, height - 1) * width + Math.min(x, width - 1)] };
}
