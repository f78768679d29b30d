// Our open data as tests read them.

import { readFileSync } from "node:fs";
import { DIST } from "./server.mjs";

/** Rows of a CSV by the names of its columns. */
const rowsOf = (text) => {
  const cells = [...text.replace("\ufeff", "").matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)].map(([, cell, end]) => [cell.replace(/^"|"$/g, "").replaceAll('""', '"'), end]);
  const records = [[]];
  for (const [cell, end] of cells) {
    records.at(-1).push(cell);
    if (end !== ",") records.push([]);
  }
  const [names, ...rows] = records.slice(0, -1);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell])));
};

/** A file of `data/`. */
export const rowsIn = (name) => rowsOf(readFileSync(`${DIST}/data/${name}.csv`, "utf8"));

/** Words as the elements compare them: in letters of any width, case and kana. */
export const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
